//! How far the programme is from the end of intervention: each criterion, and the rung of the ladder.
//! Knows the criteria as data; the chair's view of them is the chair's.

use crate::domain::{Criterion, Date, Month, Rung};

/// The outcome of a criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ExitState {
    /// Met, and since when: the month whose figure or decision made it so.
    Met {
        /// The first month of the run that met it.
        since: Month,
    },
    /// Tested, and not met.
    NotMet,
    /// It cannot be tested yet.
    NotYetTestable,
    /// The chair judges it.
    ForTheChair,
}

impl ExitState {
    /// The word on paper.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Met { .. } => "Met",
            Self::NotMet => "Not met",
            Self::NotYetTestable => "Not yet testable",
            Self::ForTheChair => "For the chair to judge",
        }
    }

    /// The name by which layouts choose its mark.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Met { .. } => "met",
            Self::NotMet => "not_met",
            Self::NotYetTestable => "not_yet_testable",
            Self::ForTheChair => "for_the_chair",
        }
    }
}

/// One month's test of an indicator against its end target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tested {
    /// Met.
    Met,
    /// Missed.
    Missed,
    /// No figure, so it cannot be said.
    CannotBeSaid,
}

/// How one criterion stands.
#[derive(Debug, Clone)]
pub struct ExitStanding<'p> {
    /// The criterion.
    pub criterion: &'p Criterion,
    /// The outcome.
    pub state: ExitState,
    /// What the outcome rests on, in a sentence.
    pub evidence: String,
    /// What is still missing, in a sentence; `None` once it is met.
    pub missing: Option<String>,
    /// For a criterion over months, the months tested, the earliest first.
    pub months: Vec<(Month, Tested)>,
}

/// Where the programme stands on the ladder of intervention.
#[derive(Debug, Clone)]
pub struct LadderPosition<'p> {
    /// The rung it stands on.
    pub rung: &'p Rung,
    /// Since when.
    pub since: Date,
    /// The next rung down; `None` at the foot.
    pub next: Option<&'p Rung>,
    /// The criteria that the step down needs, with their outcomes.
    pub needs: Vec<(&'p Criterion, ExitState)>,
}

/// How far the programme is from the end of intervention.
#[derive(Debug, Clone)]
pub struct Exit<'p> {
    /// Every criterion, in the order of the plan.
    pub criteria: Vec<ExitStanding<'p>>,
    /// The ladder; `None` where the programme stands on no rung of it.
    pub ladder: Option<LadderPosition<'p>>,
}
