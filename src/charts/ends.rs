//! Knows the labels to the right of a plot, each beside the end of its line: wrapped, pushed apart, led back
//! to their line when they had to move. Refuses to let them touch one another, a line's end or the frame.

use super::finite::place;
use super::frame::Frame;
use super::label::Label;
use super::measure::Weight;
use super::palette::LEADER;
use super::scene::{Anchor, LINE_HEIGHT, Role, Scene, Size, Spot, Typist, spot};
use super::spread::{Wish, spread};

/// From the plot to the labels: a leader fits between.
const GAP: f64 = 9.0;
/// From the labels to the edge of the picture.
const EDGE: f64 = 1.0;
/// A label moved further than this from its line is led back to it.
const NEAR: f64 = 3.5;
/// Lines that one label may take.
const MOST_LINES: usize = 3;

/// A label for the end of a line.
#[derive(Clone, Debug)]
pub(crate) struct EndLabel {
    lines: Vec<String>,
    weight: Weight,
    rank: u8,
    value: f64,
}

/// The labels of one chart.
pub(crate) struct Ends<'a> {
    typist: Typist<'a>,
    room: f64,
    labels: Vec<EndLabel>,
}

impl<'a> Ends<'a> {
    pub(crate) fn new(typist: Typist<'a>, size: Size) -> Self {
        Self {
            typist,
            room: (size.width * 0.34).min(118.0),
            labels: Vec::new(),
        }
    }

    /// Adds the label of a line that ends at `value`; of lower `rank` are those that must not be left out.
    pub(crate) fn add(&mut self, label: Option<&Label>, value: f64, rank: u8, weight: Weight) {
        let text = label.map_or("", Label::as_str);
        let lines = self.typist.setting(weight).wrap(text, self.room, MOST_LINES);
        if !lines.is_empty() {
            self.labels.push(EndLabel {
                lines,
                weight,
                rank,
                value,
            });
        }
    }

    /// Points that the labels take to the right of the plot.
    pub(crate) fn width(&self) -> f64 {
        let width = |label: &EndLabel| {
            label
                .lines
                .iter()
                .map(|line| self.typist.setting(label.weight).width(line))
                .fold(0.0, f64::max)
        };
        self.labels
            .iter()
            .map(|label| width(label) + GAP + EDGE)
            .fold(0.0, f64::max)
    }

    /// Draws the labels beside the plot of `frame`.
    pub(crate) fn draw(&self, frame: &Frame, scene: &mut Scene) {
        let plot = &frame.plot;
        let end = |value: f64| frame.at(0.0, value);
        let wish = |label: &EndLabel| Wish {
            middle: end(label.value).y,
            height: place(label.lines.len()) * LINE_HEIGHT + 0.5,
            rank: label.rank,
        };
        let wishes: Vec<Wish> = self.labels.iter().map(wish).collect();
        let reach = LINE_HEIGHT / 2.0;
        let places = spread(&wishes, plot.top - reach, plot.bottom + reach);
        for (label, middle) in self.labels.iter().zip(places) {
            if let Some(middle) = middle {
                self.draw_one(label, spot(plot.right + GAP, middle), end(label.value), scene);
            }
        }
    }

    fn draw_one(&self, label: &EndLabel, at: Spot, end: Spot, scene: &mut Scene) {
        if (at.y - end.y).abs() > NEAR {
            let from = spot(at.x - GAP + 1.5, end.y);
            scene.segment(from, spot(at.x - 2.0, at.y), LEADER, Role::Meaning);
        }
        for words in self.typist.stack(&label.lines, at, Anchor::Start, label.weight) {
            scene.words(words);
        }
    }
}
