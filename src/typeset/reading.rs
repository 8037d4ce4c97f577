//! Reads laid-out pages back as text, for tests and for checks on what was really printed. Knows frames; refuses
//! to know PDF.

use typst::layout::{Abs, Frame, FrameItem, Point, Transform};
use typst_layout::PagedDocument;

/// A gap between two pieces of one line that reads as a space, in ems.
const SPACE: f64 = 0.12;

/// The page as far as it is read, and where the pen stands.
#[derive(Default)]
struct Reading {
    text: String,
    pen: Option<Point>,
}

/// The text of each page, in the order of drawing.
pub(super) fn page_texts(document: &PagedDocument) -> Vec<String> {
    let read = |frame: &Frame| {
        let mut reading = Reading::default();
        reading.frame(frame, Transform::identity());
        reading.text
    };
    document.pages().iter().map(|page| read(&page.frame)).collect()
}

impl Reading {
    /// Reads a frame that lies on the page as `placed` says.
    fn frame(&mut self, frame: &Frame, placed: Transform) {
        for (position, item) in frame.items() {
            let placed = placed.pre_concat(Transform::translate(position.x, position.y));
            match item {
                FrameItem::Group(group) => self.frame(&group.frame, placed.pre_concat(group.transform)),
                FrameItem::Text(run) => {
                    self.run(&run.text, Point::zero().transform(placed), run.width(), run.size)
                }
                FrameItem::Shape(..) | FrameItem::Image(..) | FrameItem::Link(..) | FrameItem::Tag(..) => {}
            }
        }
    }

    /// Adds a run of text: on a new line when it stands on another, after a space when there is a gap.
    fn run(&mut self, text: &str, start: Point, width: Abs, size: Abs) {
        match self.pen {
            Some(pen) if !pen.y.approx_eq(start.y) => self.text.push('\n'),
            Some(pen) if (start.x - pen.x).abs() > SPACE * size => self.text.push(' '),
            Some(_) | None => {}
        }
        self.text.push_str(text);
        self.pen = Some(Point::new(start.x + width, start.y));
    }
}
