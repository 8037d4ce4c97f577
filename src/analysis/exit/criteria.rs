//! The outcome of each exit criterion but the one over months: what it rests on and what is missing.
//! Knows what the rest of the analysis found; tests nothing twice.

use crate::analysis::action::ActionStanding;
use crate::analysis::exit::months::{self, Tested};
use crate::analysis::exit::{ExitStanding, ExitState};
use crate::analysis::indicator::Assessed;
use crate::analysis::method::Method;
use crate::analysis::milestone::{MilestoneStanding, MilestoneState};
use crate::analysis::plan_progress::PlanProgress;
use crate::analysis::rating::ActionRating;
use crate::analysis::verdict::AssuranceMark;
use crate::domain::{Criterion, Date, Id, Month, Test};
use crate::words;

/// The outcome of a criterion, in the making.
pub(super) struct Outcome {
    pub(super) state: ExitState,
    pub(super) evidence: String,
    pub(super) missing: Option<String>,
    pub(super) months: Vec<(Month, Tested)>,
}

impl Outcome {
    pub(super) fn met(since: Option<Month>, evidence: String) -> Self {
        Self {
            state: ExitState::Met { since },
            evidence,
            missing: None,
            months: Vec::new(),
        }
    }

    pub(super) fn lacks(state: ExitState, evidence: String, missing: String) -> Self {
        Self {
            state,
            evidence,
            missing: Some(missing),
            months: Vec::new(),
        }
    }

    pub(super) fn over(self, months: Vec<(Month, Tested)>) -> Self {
        Self { months, ..self }
    }
}

/// How one criterion stands.
pub(super) fn standing<'p>(
    criterion: &'p Criterion,
    indicators: &[Assessed<'p>],
    plan: &PlanProgress<'p>,
) -> ExitStanding<'p> {
    let known = |id: &Id| {
        indicators
            .iter()
            .find(|assessed| assessed.indicator.id.value() == id)
    };
    let outcome = match &criterion.test {
        Test::Sustained {
            indicator,
            for_months,
        } => known(indicator.value()).map(|assessed| months::sustained(assessed, *for_months.value())),
        Test::Assured { indicator } => known(indicator.value()).map(assured),
        Test::Delivered { recommendation } => Some(delivered(recommendation.value(), plan)),
        Test::Reached { milestone } => reached(milestone.value(), plan),
        Test::Judged { question } => Some(judged(question)),
    };
    let Outcome {
        state,
        evidence,
        missing,
        months,
    } = outcome.unwrap_or_else(unknown);
    ExitStanding {
        criterion,
        state,
        evidence,
        missing,
        months,
    }
}

/// The inputs are consistent, so this is never printed; a wrong name must not look like a result.
fn unknown() -> Outcome {
    let nothing = "What it tests is not part of the programme.".to_owned();
    Outcome::lacks(ExitState::NotYetTestable, nothing.clone(), nothing)
}

fn judged(question: &str) -> Outcome {
    Outcome {
        state: ExitState::ForTheChair,
        evidence: question.to_owned(),
        missing: None,
        months: Vec::new(),
    }
}

fn assured(assessed: &Assessed<'_>) -> Outcome {
    let (indicator, verdict) = (assessed.indicator, &assessed.verdict);
    let name = &indicator.name;
    let Some(end) = assessed.end_target else {
        return months::no_end_target(indicator);
    };
    let target = verdict.aim_words(end.aim);
    match verdict.end_assurance {
        AssuranceMark::WillMeet => Outcome::met(
            None,
            format!("{name}: if nothing changes, the end target of {target} will be met every month."),
        ),
        AssuranceMark::MayOrMayNot => Outcome::lacks(
            ExitState::NotMet,
            format!("{name}: the end target of {target} will be met in some months and missed in others."),
            "A change of the process, so that ordinary variation no longer crosses the target.".to_owned(),
        ),
        AssuranceMark::WillMiss => Outcome::lacks(
            ExitState::NotMet,
            format!("{name}: if nothing changes, the end target of {target} will be missed."),
            "A change of the process: as it is, it cannot meet the target.".to_owned(),
        ),
        AssuranceMark::TooSoon | AssuranceMark::NotTested => Outcome::lacks(
            ExitState::NotYetTestable,
            format!("{name}: what the process will do cannot be said yet."),
            untested(&assessed.method),
        ),
    }
}

fn untested(method: &Method) -> String {
    match method {
        Method::TooSoon { verdict_from, .. } => {
            format!("More figures; {verdict_from} is the first month that can give an answer.")
        }
        Method::RunChart { .. } => "More figures; limits need a longer series.".to_owned(),
        Method::ControlChart { .. } => "A latest figure.".to_owned(),
        Method::SampleInterval | Method::TimeBetween | Method::PlainLine(_) => {
            "Another test: a series of its kind has no limits of ordinary variation.".to_owned()
        }
    }
}

fn delivered(recommendation: &Id, plan: &PlanProgress<'_>) -> Outcome {
    let answers = |standing: &&_| answers(standing, recommendation);
    let actions: Vec<&ActionStanding<'_>> = plan.actions.iter().filter(answers).collect();
    let open: Vec<&str> = actions
        .iter()
        .filter(|standing| standing.rating != ActionRating::Complete)
        .map(|standing| standing.action.reference.as_str())
        .collect();
    if actions.is_empty() {
        let none = "No action answers the recommendation.".to_owned();
        return Outcome::lacks(
            ExitState::NotYetTestable,
            none,
            "Actions that answer it.".to_owned(),
        );
    }
    let done = done_in_words(actions.len() - open.len(), actions.len());
    if open.is_empty() {
        let last = actions.iter().filter_map(|standing| standing.accepted()).max();
        return Outcome::met(last.map(Date::month), done);
    }
    let label = if open.len() == 1 { "Action" } else { "Actions" };
    Outcome::lacks(
        ExitState::NotMet,
        done,
        format!("{label} {}.", words::list_of(&open)),
    )
}

fn done_in_words(done: usize, all: usize) -> String {
    let so_many = if done == 0 {
        "None".to_owned()
    } else {
        words::capitalised(&words::cardinal(done))
    };
    let verb = if done < 2 { "is" } else { "are" };
    format!(
        "{so_many} of {} {verb} complete with the evidence accepted.",
        words::count(all, "action", "actions")
    )
}

/// Actions that left the plan are no part of the answer to a recommendation.
fn answers(standing: &ActionStanding<'_>, recommendation: &Id) -> bool {
    standing.is_in_plan()
        && standing
            .action
            .answers
            .iter()
            .any(|answered| answered.value() == recommendation)
}

fn reached(milestone: &Id, plan: &PlanProgress<'_>) -> Option<Outcome> {
    let standing = plan.milestone(milestone)?;
    let name = &standing.milestone.reference;
    Some(match standing.state {
        MilestoneState::Achieved(on) => Outcome::met(
            Some(on.month()),
            format!("Milestone {name} was achieved on {on}."),
        ),
        MilestoneState::Missed | MilestoneState::ForecastLate(_) | MilestoneState::Due => Outcome::lacks(
            ExitState::NotMet,
            not_reached(standing),
            "A report that it is reached.".to_owned(),
        ),
    })
}

fn not_reached(standing: &MilestoneStanding<'_>) -> String {
    let name = &standing.milestone.reference;
    let Some(due) = standing.dates.as_ref().map(|dates| dates.current) else {
        return format!("Milestone {name} has no date.");
    };
    if standing.state == MilestoneState::Missed {
        format!("Milestone {name} was due on {due} and is not achieved.")
    } else {
        format!("Milestone {name} is due on {due}.")
    }
}
