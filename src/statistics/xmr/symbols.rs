//! What the signals of a chart are worth: good, bad or neither, and the two symbols (SPEC sections 7 to 9).
//!
//! It knows labels, limits and the good direction, and the reference's names for the symbols. Pictures and sentences are
//! made elsewhere.

use std::fmt;

use super::{Improvement, Lean, Limits, SpecialCause, Target};

/// A row's signal as good, bad or neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PointType {
    /// No signal.
    CommonCause,
    /// A signal in the good direction.
    Improvement,
    /// A signal in the bad direction.
    Concern,
    /// A signal of higher values, of which neither direction is good.
    NeutralHigh,
    /// A signal of lower values, of which neither direction is good.
    NeutralLow,
}

impl PointType {
    /// The worth of a label when this direction is good.
    pub(super) fn of(cause: SpecialCause, good: Improvement) -> Self {
        let Some(lean) = cause.lean() else {
            return Self::CommonCause;
        };
        match (good, lean) {
            (Improvement::Increase, Lean::High) | (Improvement::Decrease, Lean::Low) => Self::Improvement,
            (Improvement::Increase, Lean::Low) | (Improvement::Decrease, Lean::High) => Self::Concern,
            (Improvement::Neutral, Lean::High) => Self::NeutralHigh,
            (Improvement::Neutral, Lean::Low) => Self::NeutralLow,
        }
    }
}

impl fmt::Display for PointType {
    /// The reference's word for it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::CommonCause => "common_cause",
            Self::Improvement => "special_cause_improvement",
            Self::Concern => "special_cause_concern",
            Self::NeutralHigh => "special_cause_neutral_high",
            Self::NeutralLow => "special_cause_neutral_low",
        })
    }
}

/// The symbol for what the last row says: is it changing? High and low speak of the values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Variation {
    /// No significant change, or no value in the last row.
    CommonCause,
    /// Improving, through higher values.
    ImprovementHigh,
    /// Improving, through lower values.
    ImprovementLow,
    /// Concerning, through higher values.
    ConcernHigh,
    /// Concerning, through lower values.
    ConcernLow,
    /// Unusually high, neither good nor bad.
    NeutralHigh,
    /// Unusually low, neither good nor bad.
    NeutralLow,
}

impl Variation {
    /// The symbol for the label of the last row.
    pub(super) fn of(cause: SpecialCause, good: Improvement) -> Self {
        let Some(lean) = cause.lean() else {
            return Self::CommonCause;
        };
        match (good, lean) {
            (Improvement::Increase, Lean::High) => Self::ImprovementHigh,
            (Improvement::Decrease, Lean::Low) => Self::ImprovementLow,
            (Improvement::Decrease, Lean::High) => Self::ConcernHigh,
            (Improvement::Increase, Lean::Low) => Self::ConcernLow,
            (Improvement::Neutral, Lean::High) => Self::NeutralHigh,
            (Improvement::Neutral, Lean::Low) => Self::NeutralLow,
        }
    }
}

impl fmt::Display for Variation {
    /// The reference's name for the symbol.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::CommonCause => "common_cause",
            Self::ImprovementHigh => "improvement_high",
            Self::ImprovementLow => "improvement_low",
            Self::ConcernHigh => "concern_high",
            Self::ConcernLow => "concern_low",
            Self::NeutralHigh => "neutral_high",
            Self::NeutralLow => "neutral_low",
        })
    }
}

/// The symbol for what the limits say of the target: will it be met if nothing changes? It speaks of the process, not of
/// the last month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Assurance {
    /// The whole of the ordinary variation meets the target.
    ConsistentPass,
    /// The target lies within the ordinary variation or on its edge, or there are no limits to tell.
    Inconsistent,
    /// The whole of the ordinary variation misses the target.
    ConsistentFail,
}

impl Assurance {
    /// The assurance of a target under the limits of the last phase; `None` if no direction is good.
    #[must_use]
    pub fn of(target: Target, limits: Option<&Limits>, good: Improvement) -> Option<Self> {
        let beyond = limits.and_then(|limits| {
            if target.value() > limits.upper {
                Some(Lean::High)
            } else if target.value() < limits.lower {
                Some(Lean::Low)
            } else {
                None
            }
        });
        match (good, beyond) {
            (Improvement::Neutral, _) => None,
            // The reference calls undefined limits inconsistent too, however far away the target is.
            (Improvement::Increase | Improvement::Decrease, None) => Some(Self::Inconsistent),
            (Improvement::Increase, Some(Lean::Low)) | (Improvement::Decrease, Some(Lean::High)) => {
                Some(Self::ConsistentPass)
            }
            (Improvement::Increase, Some(Lean::High)) | (Improvement::Decrease, Some(Lean::Low)) => {
                Some(Self::ConsistentFail)
            }
        }
    }

    /// The reference's name for the symbol.
    #[must_use]
    pub fn icon(self) -> &'static str {
        match self {
            Self::ConsistentPass => "pass",
            Self::Inconsistent => "inconsistent",
            Self::ConsistentFail => "fail",
        }
    }
}

impl fmt::Display for Assurance {
    /// The reference's word for it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::ConsistentPass => "consistent_pass",
            Self::Inconsistent => "inconsistent",
            Self::ConsistentFail => "consistent_fail",
        })
    }
}
