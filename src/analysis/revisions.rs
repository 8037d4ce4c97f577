//! What a paper knows better than an earlier one did: we said, we now say, why.
//! Knows two states of knowledge of the same figures; not where a figure was printed.

use crate::catalogue::Occasion;
use crate::domain::{Absence, Date, Indicator, Month, Programme};
use rust_decimal::Decimal;

/// What was said of a month's figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// A published value.
    Value(Decimal),
    /// That it was missing, and why, where that was stated.
    Missing(Option<Absence>),
}

/// Why what we say has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why<'p> {
    /// It came after the earlier paper's cut-off, on this day.
    ReceivedLater(Date),
    /// A correction that gives its reason.
    Corrected {
        /// The day on which the correction came.
        received: Date,
        /// The reason it gives.
        reason: &'p str,
    },
    /// The record itself was put right, without a date.
    Record,
}

/// A figure that an earlier paper gave differently.
#[derive(Debug, Clone, Copy)]
pub struct Revision<'p> {
    /// The indicator.
    pub indicator: &'p Indicator,
    /// The month that the figure is of.
    pub month: Month,
    /// What the earlier paper said.
    pub said: Said,
    /// What this paper says.
    pub now: Said,
    /// Why.
    pub why: Why<'p>,
}

/// An earlier paper, by what its cut-off knew.
#[derive(Debug, Clone, Copy)]
pub struct Earlier<'e> {
    /// The paper.
    pub occasion: &'e Occasion,
    /// The programme as known at its cut-off.
    pub programme: &'e Programme,
}
