//! Which method may speak about an indicator: one table, from what kind of series it is and how many values it has.
//! Knows when a method is fit; not what it finds.

use crate::domain::{Month, Nature};

/// How an indicator's movement is tested.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// A control chart (XmR): limits of ordinary variation and signals.
    ControlChart {
        /// Values in the current phase.
        values: usize,
    },
    /// A run chart about the median: it can say that something changed, not in which direction.
    RunChart {
        /// Values that are not the median.
        useful: usize,
    },
    /// The interval of a sample (Wilson), outside of which alone something is claimed.
    SampleInterval,
    /// How long it is since the last event.
    TimeBetween,
    /// A plain line, without any test.
    PlainLine(WhyPlain),
    /// A plain line until there are enough values.
    TooSoon {
        /// Values in the current phase.
        values: usize,
        /// The first month in which anything can be said, if every month until then brings a value.
        verdict_from: Month,
    },
}

/// Why a line is not tested.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyPlain {
    /// How many there are on the last day: each month holds most of the last.
    Stock,
    /// Summed from the beginning of the year: each month contains the last.
    Cumulative,
    /// Over twelve months: each month shares eleven with the last.
    Rolling,
    /// Less than one figure a month.
    NotMonthly,
    /// Neighbouring values differ too seldom for limits.
    NoMovingRange,
    /// A sample without the counts that an interval needs.
    NoCounts,
    /// The values are beyond what can be calculated with.
    TooLarge,
    /// No figure has been supplied yet.
    NoFigures,
}

/// Values that a phase needs before limits are shown (SPEC section 10).
pub const VALUES_FOR_LIMITS: usize = 13;

/// Useful values that a run chart needs before it says anything (SPEC section 18).
pub const USEFUL_FOR_RUNS: usize = 10;

/// The method's name and rule for one nature, for the table in the notes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MethodRule {
    /// The kind of series.
    pub nature: Nature,
    /// What is done with it, and why, in a sentence.
    pub rule: &'static str,
}
