//! Knows the ground of every chart with a row a subject: names wrapped at the left, values across (plotters
//! maps them), room for text at the right. Refuses to know what stands in a row.

use std::ops::Range;

use plotters::coord::CoordTranslate;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;

use super::canvas::{points, units};
use super::finite::place;
use super::label::Label;
use super::measure::Weight;
use super::palette::INK;
use super::scene::{Anchor, LINE_HEIGHT, Rect, Scene, Typist, spot};

/// Rows that one chart takes: what fits an A4 page with its words. More are left to a further chart.
pub const MOST_ROWS: usize = 28;
/// Share of the width that names may take.
const NAMES_SHARE: f64 = 0.41;
/// Lines that a name may take.
const MOST_LINES: usize = 3;
/// From names to bars, in points.
const GAP: f64 = 8.0;
/// From a bar's end to its text, in points.
pub(crate) const TEXT_GAP: f64 = 5.0;
/// Above and below a name, in points.
const LEADING: f64 = 3.0;

/// What a row is about, and how many lines of other text it must have room for.
pub(crate) struct Subject<'n> {
    pub(crate) name: &'n Label,
    pub(crate) lines_beside: usize,
}

impl<'n> From<&'n Label> for Subject<'n> {
    fn from(name: &'n Label) -> Self {
        Self {
            name,
            lines_beside: 1,
        }
    }
}

/// One row: its name, and where it lies.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    name: Vec<String>,
    pub(crate) top: f64,
    pub(crate) bottom: f64,
}

impl Row {
    pub(crate) fn middle(&self) -> f64 {
        f64::midpoint(self.top, self.bottom)
    }
}

/// The rows of a chart, from the top down.
pub(crate) struct Rows {
    pub(crate) rows: Vec<Row>,
    /// Where the bars begin.
    pub(crate) left: f64,
    /// Under the last row.
    pub(crate) bottom: f64,
}

impl Rows {
    /// Sets subjects under one another from `top` down, each row at least `least` points high.
    pub(crate) fn new<'n>(
        subjects: impl Iterator<Item = Subject<'n>>,
        (width, top, least): (f64, f64, f64),
        typist: Typist<'_>,
    ) -> Self {
        let setting = typist.regular();
        let (mut bottom, mut widest) = (top, 0.0_f64);
        let mut rows = Vec::new();
        for subject in subjects.take(MOST_ROWS) {
            let name = setting.wrap(subject.name.as_str(), width * NAMES_SHARE, MOST_LINES);
            widest = name.iter().map(|line| setting.width(line)).fold(widest, f64::max);
            let lines = place(name.len().max(subject.lines_beside));
            let height = (lines * LINE_HEIGHT + 2.0 * LEADING).max(least);
            rows.push(Row {
                name,
                top: bottom,
                bottom: bottom + height,
            });
            bottom += height;
        }
        Self {
            rows,
            left: widest + GAP,
            bottom,
        }
    }

    /// Draws the names.
    pub(crate) fn draw_names(&self, scene: &mut Scene, typist: Typist<'_>) {
        for row in &self.rows {
            let at = spot(0.0, row.middle());
            for words in typist.stack(&row.name, at, Anchor::Start, Weight::Regular) {
                scene.words(words.coloured(INK));
            }
        }
    }
}

/// Values along a row.
pub(crate) struct Across(Cartesian2d<RangedCoordf64, RangedCoordf64>);

impl Across {
    /// `values` from the left to the right end, both in points.
    pub(crate) fn new(values: Range<f64>, left: f64, right: f64) -> Self {
        let end = if values.end > values.start {
            values.end
        } else {
            values.start + 1.0
        };
        Self(Cartesian2d::new(
            values.start..end,
            0.0..1.0,
            (units(left)..units(right.max(left + 1.0)), 0..1),
        ))
    }

    /// The longest scale from nought between `left` and `right` on which every bar, given by its amount and
    /// the width of the text at its end, has room for that text.
    pub(crate) fn beside_text(bars: &[(f64, f64)], left: f64, right: f64) -> Self {
        let greatest = bars.iter().map(|(amount, _)| *amount).fold(0.0, f64::max);
        let room = |(amount, text): &(f64, f64)| {
            (right - left - TEXT_GAP - text - 1.0) * greatest / amount.max(greatest * 1e-6)
        };
        let length = bars.iter().map(room).fold(right - left, f64::min);
        Self::new(0.0..greatest, left, left + length)
    }

    pub(crate) fn left(&self) -> f64 {
        points(self.0.get_x_axis_pixel_range().start)
    }

    pub(crate) fn right(&self) -> f64 {
        points(self.0.get_x_axis_pixel_range().end)
    }

    pub(crate) fn x(&self, value: f64) -> f64 {
        points(self.0.translate(&(value, 0.0)).0)
    }

    /// A bar between two values, so high about the middle.
    pub(crate) fn bar(&self, from: f64, to: f64, (middle, height): (f64, f64)) -> Rect {
        Rect {
            left: self.x(from),
            top: middle - height / 2.0,
            right: self.x(to),
            bottom: middle + height / 2.0,
        }
    }
}
