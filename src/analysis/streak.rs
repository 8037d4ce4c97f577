//! How many figures in a row are on target, or off it, and what came before.
//! Knows ratings in order; a month without a figure ends a row, and what it hides cannot be said.

use crate::domain::Month;

/// What came before the first figure of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Before {
    /// A figure that was rated otherwise.
    Otherwise(Month),
    /// A month without a figure: whether the row is longer cannot be said.
    CannotBeSaid(Month),
    /// A month that was not rated, for want of a target or of cases.
    NotRated(Month),
    /// Another definition.
    Break(Month),
    /// Nothing: the row is as long as the series.
    Nothing,
}

/// Figures in a row, the latest last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Streak {
    /// How many; months for a monthly indicator.
    pub figures: usize,
    /// The month of the first of them; `None` where there is none.
    pub since: Option<Month>,
    /// What came before.
    pub before: Before,
}
