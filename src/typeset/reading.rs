//! Reads laid-out pages back as text, for tests and for checks on what was really printed. Knows frames; refuses
//! to know PDF.

use typst::layout::{Frame, FrameItem, Point, Transform};
use typst_layout::PagedDocument;

/// Baselines nearer to each other than this, in points, are one.
const SAME_LINE: f64 = 0.001;

/// A gap between two pieces of one line that reads as a space, in ems.
const SPACE: f64 = 0.12;

/// A piece of text of one style, where it stands on its page; in points, from the page's top left corner.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// The text.
    pub text: String,
    /// Where it begins, from the left.
    pub left: f64,
    /// Where it ends.
    pub right: f64,
    /// How far down its baseline is.
    pub baseline: f64,
    /// The size of its letters.
    pub size: f64,
}

/// The pieces of text on each page, in the order of drawing.
pub(super) fn page_runs(document: &PagedDocument) -> Vec<Vec<Run>> {
    let read = |frame: &Frame| {
        let mut runs = Vec::new();
        collect(frame, Transform::identity(), &mut runs);
        runs
    };
    document.pages().iter().map(|page| read(&page.frame)).collect()
}

/// Adds the text of a frame that lies on the page as `placed` says.
fn collect(frame: &Frame, placed: Transform, runs: &mut Vec<Run>) {
    for (position, item) in frame.items() {
        let placed = placed.pre_concat(Transform::translate(position.x, position.y));
        match item {
            FrameItem::Group(group) => collect(&group.frame, placed.pre_concat(group.transform), runs),
            FrameItem::Text(run) => {
                let start = Point::zero().transform(placed);
                runs.push(Run {
                    text: run.text.to_string(),
                    left: start.x.to_pt(),
                    right: (start.x + run.width()).to_pt(),
                    baseline: start.y.to_pt(),
                    size: run.size.to_pt(),
                });
            }
            FrameItem::Shape(..) | FrameItem::Image(..) | FrameItem::Link(..) | FrameItem::Tag(..) => {}
        }
    }
}

/// Pieces of text as lines: a new one where a piece stands on another line than the last, a space where there is a gap.
pub(super) fn lines(runs: &[Run]) -> String {
    let mut text = String::new();
    let mut last: Option<&Run> = None;
    for run in runs {
        match last {
            Some(last) if (last.baseline - run.baseline).abs() > SAME_LINE => text.push('\n'),
            Some(last) if (run.left - last.right).abs() > SPACE * run.size => text.push(' '),
            Some(_) | None => {}
        }
        text.push_str(&run.text);
        last = Some(run);
    }
    text
}
