//! Words that a person typed, with figures as references, and where each character of them stands in the file.

use crate::place::Place;
use std::sync::Arc;

/// A piece of prose: small Markdown with `{{ references }}`, as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prose {
    /// The text, without the indentation of its block.
    pub text: String,
    /// Pieces of the text, in order, each with the place in the file at which it begins: a line each for a
    /// block, one piece for text on a single line. Both are byte offsets.
    pub origin: Vec<Piece>,
}

/// Where a piece of prose begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// The offset in the text.
    pub text: usize,
    /// The offset in the file.
    pub file: usize,
}

impl Prose {
    /// Whether it holds references, so that it says something else with other figures.
    #[must_use]
    pub fn names_figures(&self) -> bool {
        self.text.contains("{{")
    }

    /// The place in the file of a range of the text. `whole` is the place of all of it.
    #[must_use]
    pub fn place(&self, range: std::ops::Range<usize>, whole: &Place) -> Place {
        let start = self.offset(range.start, whole);
        let length = range.end.saturating_sub(range.start);
        Place::new(Arc::clone(whole.file()), start..start.saturating_add(length))
    }

    fn offset(&self, at: usize, whole: &Place) -> usize {
        let piece = self.origin.iter().rev().find(|piece| piece.text <= at);
        piece.map_or(whole.range().start, |piece| piece.file + (at - piece.text))
    }
}
