//! Knows one of many small charts set side by side: a series under its own title, since a reader compares
//! them at a glance. Refuses to arrange them; the page does.

use super::Svg;
use super::finite::place;
use super::label::Label;
use super::measure::{Measure, Weight};
use super::scene::{Anchor, LINE_HEIGHT, Scene, Typist, spot};
use super::series::{self, Series};

/// Lines that a title may take, and what all titles are given, so that plots side by side line up.
const TITLE_LINES: usize = 2;
/// Under the title.
const GAP: f64 = 3.0;

/// A small chart.
#[derive(Clone, Debug)]
pub struct SmallMultiple {
    /// Its title, two lines at most.
    pub title: Label,
    /// The figures, at [`super::scene::Size::SMALL`]; labels should be values alone.
    pub series: Series,
}

/// Lays the chart out.
pub fn lay_out(small: &SmallMultiple, measure: &dyn Measure) -> Scene {
    let typist = Typist(measure);
    let mut scene = series::lay_out_below(&small.series, place(TITLE_LINES) * LINE_HEIGHT + GAP, measure);
    let title =
        typist
            .setting(Weight::SemiBold)
            .wrap(small.title.as_str(), scene.size.width - 1.0, TITLE_LINES);
    let middle = place(title.len()) * LINE_HEIGHT / 2.0 + 1.0;
    for words in typist.stack(&title, spot(0.0, middle), Anchor::Start, Weight::SemiBold) {
        scene.words(words);
    }
    scene
}

/// Draws the chart. If its axis does not start at nought, it says so above the axis.
pub fn draw(small: &SmallMultiple, measure: &dyn Measure) -> Svg {
    lay_out(small, measure).draw()
}
