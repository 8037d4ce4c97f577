//! What a paper knows better than an earlier one did: we said, we now say, why.
//! Knows two states of knowledge of the same figures; not where a figure was printed.

use crate::domain::{Absence, Date, Id, Month};
use rust_decimal::Decimal;

/// What was said of a month's figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// A published value.
    Value(Decimal),
    /// That it was missing, and why, where that was stated.
    Missing(Option<Absence>),
}

/// Why what we say has changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// It came after the earlier paper's cut-off, on this day.
    ReceivedLater(Date),
    /// A correction that gives its reason.
    Corrected {
        /// The day on which the correction came.
        received: Date,
        /// The reason it gives.
        reason: String,
    },
    /// The record itself was put right, without a date.
    Record,
}

/// A figure that an earlier paper gave differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// The indicator.
    pub indicator: Id,
    /// The month that the figure is of.
    pub month: Month,
    /// What the earlier paper said.
    pub said: Said,
    /// What this paper says.
    pub now: Said,
    /// Why.
    pub why: Why,
}
