//! The verdict on one indicator: rating, direction and statistics in one value, which says itself in plain words.
//! Table, chart, exception, alternative text and prose take the same value; nothing else may say how an indicator does.

use crate::analysis::rating::{Aim, Rated};
use crate::analysis::target::EndTarget;
use crate::domain::{Indicator, Month};
use rust_decimal::Decimal;

pub use crate::analysis::assurance::AssuranceMark;
pub use crate::analysis::movement::{Direction, Movement, NotTested, Signal, VariationMark};

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
