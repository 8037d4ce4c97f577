//! The nine labels that a row can carry (SPEC section 6).
//!
//! It knows their words and which way they point; how they come about is in `rules`, what they are worth in `symbols`.

use std::fmt;

/// Why a row is special, or that it is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpecialCause {
    /// Above the upper process limit.
    AboveLimit,
    /// Below the lower process limit.
    BelowLimit,
    /// One of seven rows that rise.
    Increasing,
    /// One of seven rows that fall.
    Decreasing,
    /// Close to the upper limit, with another of three rows above the mean.
    TwoInThreeAbove,
    /// Close to the lower limit, with another of three rows below the mean.
    TwoInThreeBelow,
    /// One of seven rows above the mean.
    SevenAbove,
    /// One of seven rows below the mean.
    SevenBelow,
    /// Nothing special.
    CommonCause,
}

/// The four rules, strongest first: a row marked by several carries the label of the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// One row outside the limits.
    Outside,
    /// Seven rows that rise, or fall.
    Trend,
    /// Two of three rows close to one limit.
    TwoInThree,
    /// Seven rows on one side of the mean.
    Shift,
}

/// Which way a signal points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lean {
    /// Higher values: above, or increasing.
    High,
    /// Lower values: below, or decreasing.
    Low,
}

impl SpecialCause {
    /// The rule behind the label; `None` for common cause.
    #[must_use]
    pub fn rule(self) -> Option<Rule> {
        match self {
            Self::AboveLimit | Self::BelowLimit => Some(Rule::Outside),
            Self::Increasing | Self::Decreasing => Some(Rule::Trend),
            Self::TwoInThreeAbove | Self::TwoInThreeBelow => Some(Rule::TwoInThree),
            Self::SevenAbove | Self::SevenBelow => Some(Rule::Shift),
            Self::CommonCause => None,
        }
    }

    /// Which way the label points; `None` for common cause. For a trend its direction counts, not its side of the mean.
    #[must_use]
    pub fn lean(self) -> Option<Lean> {
        match self {
            Self::AboveLimit | Self::Increasing | Self::TwoInThreeAbove | Self::SevenAbove => {
                Some(Lean::High)
            }
            Self::BelowLimit | Self::Decreasing | Self::TwoInThreeBelow | Self::SevenBelow => Some(Lean::Low),
            Self::CommonCause => None,
        }
    }
}

impl fmt::Display for SpecialCause {
    /// The reference's label, letter for letter.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::AboveLimit => "Above UCL",
            Self::BelowLimit => "Below LCL",
            Self::Increasing => "7 Point Trend (Increasing)",
            Self::Decreasing => "7 Point Trend (Decreasing)",
            Self::TwoInThreeAbove => "2 in 3 Above CL",
            Self::TwoInThreeBelow => "2 in 3 Below CL",
            Self::SevenAbove => "7 Points Above CL",
            Self::SevenBelow => "7 Points Below CL",
            Self::CommonCause => "Common Cause",
        })
    }
}
