//! Other people's published figures beside ours. Knows definitions and dates of publication; refuses to compare what is defined otherwise.

use crate::domain::Comparator;

/// Whether a published figure may stand beside ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparability {
    /// The latest of its publisher, of the same definition.
    Comparable,
    /// Comparable, and published more than a year before the paper's as-at date.
    Old,
    /// A later figure of the same publisher took its place.
    Superseded,
    /// It follows the definition of that number, and ours follows another.
    OtherDefinition(u32),
}

/// A published figure and whether it may stand beside ours.
#[derive(Debug, Clone, Copy)]
pub struct Compared<'p> {
    /// The figure.
    pub comparator: &'p Comparator,
    /// Whether it may stand beside ours.
    pub comparability: Comparability,
}
