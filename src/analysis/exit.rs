//! How far the programme is from the end of intervention: each criterion, and the rung of the ladder.
//! Knows the criteria as data; the chair's view of them is the chair's.

mod criteria;
mod months;

pub use crate::analysis::exit::months::Tested;

use crate::analysis::indicator::Assessed;
use crate::analysis::plan_progress::PlanProgress;
use crate::domain::{Criterion, Date, Id, Month, Programme, Rung};

/// The outcome of a criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ExitState {
    /// Met, and since when.
    Met {
        /// The month whose figure or event made it so; `None` where only the present can be known, as for what a
        /// process will do.
        since: Option<Month>,
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
    /// What is still missing, as a phrase with a full stop; `None` once it is met, and where the chair judges.
    pub missing: Option<String>,
    /// For a criterion over months, the months that decide it, the earliest first.
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

/// Every criterion, and the ladder.
#[must_use]
pub fn exit<'p>(programme: &'p Programme, indicators: &[Assessed<'p>], plan: &PlanProgress<'p>) -> Exit<'p> {
    let all = programme.plan.exit_criteria.iter();
    let criteria: Vec<_> = all
        .map(|criterion| criteria::standing(criterion, indicators, plan))
        .collect();
    let ladder = ladder(&programme.charter.ladder, &criteria, plan.moment.as_at);
    Exit { criteria, ladder }
}

/// The rung that was entered last by the as-at date, and what the step down from it needs.
fn ladder<'p>(rungs: &'p [Rung], criteria: &[ExitStanding<'p>], as_at: Date) -> Option<LadderPosition<'p>> {
    let entered = rungs.iter().enumerate().filter_map(|(at, rung)| {
        Some((
            rung.from
                .as_ref()
                .map(|day| *day.value())
                .filter(|day| *day <= as_at)?,
            at,
        ))
    });
    let (since, at) = entered.max()?;
    let rung = rungs.get(at)?;
    let outcome = |id: &Id| {
        criteria
            .iter()
            .find(|standing| standing.criterion.id.value() == id)
    };
    let needs = rung.needs.iter().filter_map(|need| outcome(need.value()));
    let needs = needs
        .map(|standing| (standing.criterion, standing.state))
        .collect();
    Some(LadderPosition {
        rung,
        since,
        next: rungs.get(at + 1),
        needs,
    })
}
