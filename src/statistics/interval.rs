//! An interval at 95%, and what it says of a change.
//!
//! It knows lower and upper ends and nothing of how they were reached: `proportion`, `rate`, `average` and `forecast` each
//! have their own way. One level of confidence holds throughout, so that two statements in a paper can be compared.

/// The 97.5% quantile of the normal distribution: 95% of it lies within this many standard deviations of its mean.
pub const NORMAL_QUANTILE: f64 = 1.959_963_984_540_054;

/// A closed range of values that are compatible with what was seen, at 95%.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Lower end.
    pub lower: f64,
    /// Upper end; not below the lower.
    pub upper: f64,
}

impl Interval {
    /// Whether a value lies in the interval; its ends belong to it.
    #[must_use]
    pub fn contains(self, value: f64) -> bool {
        self.lower <= value && value <= self.upper
    }

    /// What the interval of a quantity says when compared with a reference: for a difference the reference is 0.
    #[must_use]
    pub fn compared_with(self, reference: f64) -> Change {
        if self.lower > reference {
            Change::Higher
        } else if self.upper < reference {
            Change::Lower
        } else {
            Change::WithinChance
        }
    }
}

/// How a later figure stands against an earlier one. Whether higher is better is not known here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Higher, beyond what chance explains at 95%.
    Higher,
    /// Lower, beyond what chance explains at 95%.
    Lower,
    /// No more different than chance explains.
    WithinChance,
}
