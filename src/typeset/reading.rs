//! Reads laid-out pages back as text, for tests and for checks on what was really printed. Knows frames; refuses
//! to know PDF.

use typst::foundations::NativeElement;
use typst::introspection::Introspector;
use typst::layout::{Frame, FrameItem, Point, Transform};
use typst::model::HeadingElem;
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

/// A page as it was laid out, in points.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// The pieces of text on it, in the order of drawing.
    pub runs: Vec<Run>,
}

/// A heading that other places of the paper can name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Landmark {
    /// The label by which they do: `summary`, `exception-ni59`.
    pub label: String,
    /// The page it stands on, counted from 1.
    pub page: usize,
}

/// The pages, in their order.
pub(super) fn sheets(document: &PagedDocument) -> Vec<Sheet> {
    let read = |frame: &Frame| {
        let mut runs = Vec::new();
        collect(frame, Transform::identity(), &mut runs);
        Sheet {
            width: frame.width().to_pt(),
            height: frame.height().to_pt(),
            runs,
        }
    };
    document.pages().iter().map(|page| read(&page.frame)).collect()
}

/// The headings with a label, in their order.
pub(super) fn landmarks(document: &PagedDocument) -> Vec<Landmark> {
    let introspector = document.introspector();
    let headings = introspector.query(&HeadingElem::ELEM.select());
    let landmark = |heading: &typst::foundations::Content| {
        Some(Landmark {
            label: heading.label()?.resolve().as_str().to_owned(),
            page: introspector.page(heading.location()?)?.get(),
        })
    };
    headings.iter().filter_map(landmark).collect()
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
