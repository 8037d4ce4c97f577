//! The choices a control chart is made with, valid once constructed.
//!
//! It knows what the reference accepts (SPEC section 1); which choice suits an indicator is not decided here.

use std::str::FromStr;

use super::Refusal;

/// Everything about a chart that is not in its rows.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Options {
    /// Which way is better.
    pub improvement: Improvement,
    /// What the process is to reach, in the unit of the values.
    pub target: Option<Target>,
    /// The rows that limits are computed from.
    pub baseline: Baseline,
    /// What happens to unusually large moving ranges.
    pub screening: Screening,
}

/// Which way a measure has to go to improve.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Improvement {
    /// Higher is better.
    #[default]
    Increase,
    /// Lower is better.
    Decrease,
    /// Neither is better: a signal is unusual, not good or bad.
    Neutral,
}

impl FromStr for Improvement {
    type Err = Refusal;

    /// Reads the reference's word for a direction.
    fn from_str(word: &str) -> Result<Self, Refusal> {
        match word {
            "increase" => Ok(Self::Increase),
            "decrease" => Ok(Self::Decrease),
            "neutral" => Ok(Self::Neutral),
            other => Err(Refusal::UnknownDirection(other.to_owned())),
        }
    }
}

/// One finite number, in the unit of the values, for the whole chart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Target(f64);

impl Target {
    /// A target of this value.
    ///
    /// # Errors
    /// The value is not finite.
    pub fn new(value: f64) -> Result<Self, Refusal> {
        if value.is_finite() {
            Ok(Self(value))
        } else {
            Err(Refusal::TargetNotFinite)
        }
    }

    /// The target's value.
    #[must_use]
    pub fn value(self) -> f64 {
        self.0
    }
}

impl TryFrom<&[f64]> for Target {
    type Error = Refusal;

    /// Takes a list for a target only if it holds exactly one number: the assurance of a target that varies from month to
    /// month is not defined.
    fn try_from(numbers: &[f64]) -> Result<Self, Refusal> {
        match numbers {
            [one] => Self::new(*one),
            other => Err(Refusal::TargetNotOneNumber { numbers: other.len() }),
        }
    }
}

/// The rows of each phase that limits are computed from (SPEC section 3). Rows count, with or without a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Baseline(Option<usize>);

impl Baseline {
    /// The fewest rows that limits may be fixed on.
    pub const FEWEST_ROWS: usize = 12;

    /// All rows of the phase.
    pub const WHOLE_PHASE: Self = Self(None);

    /// The first `rows` rows of every phase; all rows of a phase that has no more.
    ///
    /// # Errors
    /// Fewer than [`Baseline::FEWEST_ROWS`].
    pub fn first(rows: usize) -> Result<Self, Refusal> {
        if rows < Self::FEWEST_ROWS {
            Err(Refusal::BaselineTooShort {
                rows,
                least: Self::FEWEST_ROWS,
            })
        } else {
            Ok(Self(Some(rows)))
        }
    }

    /// How many rows of a phase of `rows` rows are baseline.
    pub(super) fn rows_of(self, rows: usize) -> usize {
        self.0.map_or(rows, |first| first.min(rows))
    }
}

/// Whether unusually large moving ranges are left out of the average moving range (SPEC section 4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Screening {
    /// Only ranges below 3.267 times their average are kept: one bad month does not widen the limits.
    #[default]
    Outliers,
    /// All ranges are kept, as NHS England's Excel template does.
    Off,
}
