//! The stretches of a series that may be looked at as one process, and the lines of each.
//! Knows what begins a phase: a definition, or a recorded recalculation. Limits come from the statistics; when they may be shown is decided here.

use crate::domain::{Month, Recalculation, Version};
use crate::statistics::xmr::{Limits, PointType, SpecialCause};

/// What begins a phase.
#[derive(Debug, Clone, Copy)]
pub enum PhaseStart<'p> {
    /// The series itself begins.
    Beginning,
    /// Another definition: nothing before can be compared.
    Definition(&'p Version),
    /// A recorded change of the process: only the limits are new.
    Recalculation(&'p Recalculation),
}

/// One month on a control chart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PhasePoint {
    /// The month.
    pub month: Month,
    /// The value in binary64, in the indicator's unit; `None` where it is missing.
    pub value: Option<f64>,
    /// The signal that it carries; common cause also where the phase has no limits to test by.
    pub signal: SpecialCause,
    /// That signal as good, bad or neither.
    pub worth: PointType,
}

/// The lines of a phase that may have them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lines {
    /// The average.
    pub mean: f64,
    /// The limits of ordinary variation.
    pub limits: Limits,
}

/// A stretch of months that may be looked at as one process.
#[derive(Debug, Clone)]
pub struct Phase<'p> {
    /// What begins it.
    pub start: PhaseStart<'p>,
    /// Its months, in order and without holes; at least one.
    pub points: Vec<PhasePoint>,
    /// Its lines: for a monthly flow with enough values and a moving range, else none.
    pub lines: Option<Lines>,
}

impl Phase<'_> {
    /// How many months have a value.
    #[must_use]
    pub fn values(&self) -> usize {
        self.points.iter().filter(|point| point.value.is_some()).count()
    }

    /// The first month.
    #[must_use]
    pub fn from(&self) -> Option<Month> {
        self.points.first().map(|point| point.month)
    }

    /// The last month.
    #[must_use]
    pub fn until(&self) -> Option<Month> {
        self.points.last().map(|point| point.month)
    }
}

impl PhaseStart<'_> {
    /// Why the phase begins, where something other than the series begins.
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        match self {
            Self::Beginning => None,
            Self::Definition(version) => Some(&version.reason),
            Self::Recalculation(recalculation) => Some(&recalculation.reason),
        }
    }
}
