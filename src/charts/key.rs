//! Knows the row of swatches that says what the fillings of bars mean, where bars are too many to be named
//! one by one.

use super::finite::place;
use super::measure::Weight;
use super::palette::Fill;
use super::scene::{Anchor, Rect, Scene, Typist, spot};

/// A swatch, in points.
const SWATCH: (f64, f64) = (15.0, 9.0);
/// From a swatch to its word, and from a word to the next swatch.
const GAPS: (f64, f64) = (4.0, 12.0);
/// Height of a row of swatches.
const ROW: f64 = 14.0;

/// The swatches and their words, placed in as many rows as they need.
pub(crate) struct Key {
    entries: Vec<(f64, usize, Fill, String)>,
    rows: usize,
}

impl Key {
    pub(crate) fn new<'w>(
        entries: impl Iterator<Item = (Fill, &'w str)>,
        (left, right): (f64, f64),
        typist: Typist<'_>,
    ) -> Self {
        let (mut x, mut row) = (left, 0);
        let mut placed = Vec::new();
        for (fill, word) in entries {
            let word = typist.regular().fit(word, right - left - SWATCH.0 - GAPS.0);
            let width = SWATCH.0 + GAPS.0 + typist.regular().width(&word);
            if x > left && x + width > right {
                (x, row) = (left, row + 1);
            }
            placed.push((x, row, fill, word));
            x += width + GAPS.1;
        }
        let rows = if placed.is_empty() { 0 } else { row + 1 };
        Self {
            entries: placed,
            rows,
        }
    }

    pub(crate) fn height(&self) -> f64 {
        place(self.rows) * ROW
    }

    /// Draws the key from `top` down.
    pub(crate) fn draw(&self, top: f64, scene: &mut Scene, typist: Typist<'_>) {
        for (x, row, fill, word) in &self.entries {
            let middle = top + (place(*row) + 0.5) * ROW;
            let (width, height) = SWATCH;
            let swatch = Rect {
                left: *x,
                top: middle - height / 2.0,
                right: x + width,
                bottom: middle + height / 2.0,
            };
            scene.bar(swatch, *fill);
            let at = spot(swatch.right + GAPS.0, middle);
            scene.words(typist.set(word, at, Anchor::Start, Weight::Regular));
        }
    }
}
