//! The verdict on one indicator: rating, direction and statistics in one value, which says itself in plain words.
//! Table, chart, exception, alternative text and prose take the same value; nothing else may say how an indicator does.

use crate::analysis::method::WhyPlain;
use crate::analysis::rating::{Aim, Rated};
use crate::analysis::target::EndTarget;
use crate::domain::{Indicator, Month};
use crate::statistics::xmr::{Lean, Rule};
use rust_decimal::Decimal;

/// Which way a signal points, seen through what is good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    /// Towards what is good.
    Improving,
    /// Away from it.
    Worsening,
    /// Nearer to a range that is good.
    Nearer,
    /// Further from it.
    Further,
    /// Higher, where that is neither good nor bad.
    Higher,
    /// Lower, where that is neither good nor bad.
    Lower,
}

/// A signal of special cause at the latest figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signal {
    /// The rule that fired, the strongest if several did.
    pub rule: Rule,
    /// Which way it points on the chart.
    pub lean: Lean,
    /// Which way that is, seen through what is good.
    pub direction: Direction,
    /// The first month of the pattern.
    pub since: Month,
    /// How many months the pattern has lasted, the latest included.
    pub months: usize,
    /// How many months in a row, before this one, already carried a signal of the same direction: 0 for a first signal.
    pub repeats: usize,
}

/// How an indicator moves, as far as that can be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Movement {
    /// A signal fired.
    Signal(Signal),
    /// A run chart shows that something changed since that month; in which direction is not established.
    Changed {
        /// The first month of the phase.
        since: Month,
    },
    /// No more than ordinary variation.
    Ordinary,
    /// Not enough values yet.
    TooSoon {
        /// The first month in which anything can be said.
        verdict_from: Month,
    },
    /// Series of its kind are not tested.
    NotTested(NotTested),
    /// The latest figure is missing.
    NoFigure,
}

/// Why a movement is not tested.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotTested {
    /// It is a plain line.
    Plain(WhyPlain),
    /// It is a sample: only its interval speaks.
    Sample,
    /// It is rare: only the time since the last event speaks.
    Rare,
}

/// The mark for variation: what the latest figure says, and on which side of the average it says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum VariationMark {
    /// A signal towards what is good, by higher values.
    ImprovingHigh,
    /// A signal towards what is good, by lower values.
    ImprovingLow,
    /// A signal away from what is good, by higher values.
    ConcernHigh,
    /// A signal away from what is good, by lower values.
    ConcernLow,
    /// A signal of higher values, neither good nor bad.
    UnusualHigh,
    /// A signal of lower values, neither good nor bad.
    UnusualLow,
    /// Something changed; in which direction is not established.
    Changed,
    /// Ordinary variation: no arrow.
    Ordinary,
    /// Too few values yet.
    TooSoon,
    /// Not tested, or no figure.
    NotTested,
}

/// The mark for assurance: what the process will do with a target if nothing changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AssuranceMark {
    /// It will be met: ordinary variation lies wholly on the good side.
    WillMeet,
    /// It may or may not be met from month to month.
    MayOrMayNot,
    /// It will be missed: ordinary variation lies wholly on the other side.
    WillMiss,
    /// Too few values yet for limits.
    TooSoon,
    /// There are no limits, no target or no good direction.
    NotTested,
}

/// The verdict on one indicator in one paper.
#[derive(Debug, Clone, Copy)]
pub struct Verdict<'p> {
    /// The indicator.
    pub indicator: &'p Indicator,
    /// The month of its latest figure, or the one in which that is missing.
    pub month: Month,
    /// The latest value as printed.
    pub value: Option<Decimal>,
    /// The month's target.
    pub aim: Option<Aim>,
    /// How the figure stands against it.
    pub rated: Rated,
    /// How the indicator moves.
    pub movement: Movement,
    /// What the process will do with the month's target.
    pub assurance: AssuranceMark,
    /// The last point of the target's trajectory.
    pub end_target: Option<EndTarget>,
    /// What the process will do with the end target.
    pub end_assurance: AssuranceMark,
}
