//! The plan in the facts document: every action and milestone with its rating, dates and reasons, and how they add up.
//! Knows how they stand; not why they were asked.

use super::plan_vocabulary::{
    ActionRating, ActionReason, ActionState, Confidence, Freshness, MilestoneState,
};
use super::values::{InMonth, OnDay};
use crate::analysis::action::{ActionStanding, LastUpdate};
use crate::analysis::burn_up;
use crate::analysis::milestone::{self, MilestoneStanding};
use crate::analysis::plan_progress::{Part, PlanProgress};
use crate::analysis::rating;
use crate::analysis::slippage::Slippage;
use crate::analysis::tally::Tally;
use crate::domain::{Date, Id, Located};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// How the plan stands.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Plan {
    /// The last day of the month: it alone decides what is overdue.
    as_at: OnDay,
    /// Days from then to the day by which excellence is to be reached.
    days_to_excellence: i64,
    /// How many actions have each rating.
    ratings: Counts,
    /// The same in the paper before, by what is known now.
    ratings_before: Counts,
    /// Every action, in the order of the plan.
    actions: Vec<Action>,
    /// Every milestone, in the order of the plan.
    milestones: Vec<Milestone>,
    /// Planned against completed, month by month.
    burn_up: Vec<BurnUp>,
    /// Counts by recommendation; an action that answers two counts for both.
    by_recommendation: Vec<Counted>,
    /// Counts by theme.
    by_theme: Vec<Counted>,
    /// Counts by body.
    by_body: Vec<Counted>,
    /// Counts by owner.
    by_owner: Vec<Counted>,
}

type Counts = BTreeMap<ActionRating, usize>;

/// Counts of one part of the plan.
#[derive(Debug, Serialize, JsonSchema)]
struct Counted {
    /// The name of the part in the inputs.
    id: String,
    ratings: Counts,
    /// The same in the paper before.
    ratings_before: Counts,
}

/// How one action stands.
#[derive(Debug, Serialize, JsonSchema)]
struct Action {
    id: String,
    #[serde(rename = "ref")]
    reference: String,
    title: String,
    /// The recommendations that it answers.
    answers: Vec<String>,
    theme: String,
    owner: String,
    body: String,
    rating: ActionRating,
    /// Why it is red or amber.
    reasons: Vec<ActionReason>,
    /// Rating and reasons in a sentence.
    sentence: String,
    /// Its rating in the paper before, if it was in the plan then.
    #[serde(skip_serializing_if = "Option::is_none")]
    rating_before: Option<ActionRating>,
    /// For how many months running it has been rated so.
    months_running: usize,
    start: OnDay,
    #[serde(flatten)]
    dates: Dates,
    /// Days past its current date, for an action that is neither done nor out of the plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    overdue_days: Option<i64>,
    /// Whether the month's update came.
    freshness: Freshness,
    /// The last update known.
    #[serde(skip_serializing_if = "Option::is_none")]
    update: Option<Update>,
}

/// The dates of an action or milestone.
#[derive(Debug, Default, Serialize, JsonSchema)]
struct Dates {
    /// The first agreed date: slippage counts from it.
    #[serde(skip_serializing_if = "Option::is_none")]
    first_date: Option<OnDay>,
    /// The date that holds now.
    #[serde(skip_serializing_if = "Option::is_none")]
    current_date: Option<OnDay>,
    /// Days from the first date to the current one.
    slipped_days: i64,
    /// How often the date was put off.
    times_moved: usize,
}

/// The last update of an action.
#[derive(Debug, Serialize, JsonSchema)]
struct Update {
    /// The month whose return brought it.
    month: InMonth,
    state: ActionState,
    #[serde(skip_serializing_if = "Option::is_none")]
    confidence: Option<Confidence>,
    /// The day on which its owner expects to be done.
    #[serde(skip_serializing_if = "Option::is_none")]
    forecast: Option<OnDay>,
    /// The day on which it was done.
    #[serde(skip_serializing_if = "Option::is_none")]
    completed: Option<OnDay>,
    /// The day on which the evidence was accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    evidence_accepted: Option<OnDay>,
}

/// How one milestone stands.
#[derive(Debug, Serialize, JsonSchema)]
struct Milestone {
    id: String,
    #[serde(rename = "ref")]
    reference: String,
    title: String,
    theme: String,
    owner: String,
    state: MilestoneState,
    /// Where it was in the paper before, by what is known now.
    state_before: MilestoneState,
    /// The day on which it was achieved.
    #[serde(skip_serializing_if = "Option::is_none")]
    achieved: Option<OnDay>,
    /// For how many months running it has been so.
    months_running: usize,
    #[serde(flatten)]
    dates: Dates,
    /// Days to its current date; negative once that has gone by.
    #[serde(skip_serializing_if = "Option::is_none")]
    days_left: Option<i64>,
    /// The day on which its owner now expects it.
    #[serde(skip_serializing_if = "Option::is_none")]
    forecast: Option<OnDay>,
}

/// A month of the burn-up.
#[derive(Debug, Serialize, JsonSchema)]
struct BurnUp {
    month: InMonth,
    /// Actions planned to be complete by its end, by their first dates.
    planned_first: usize,
    /// The same by their current dates.
    planned_current: usize,
    /// Actions complete with evidence accepted by its end; not for months still to come.
    #[serde(skip_serializing_if = "Option::is_none")]
    completed: Option<usize>,
}

/// How the plan stands.
pub fn plan(plan: &PlanProgress<'_>) -> Plan {
    Plan {
        as_at: plan.moment.as_at.into(),
        days_to_excellence: plan.days_to_excellence,
        ratings: counts(&plan.now),
        ratings_before: counts(&plan.before),
        actions: plan.actions.iter().map(action).collect(),
        milestones: plan.milestones.iter().map(milestone).collect(),
        burn_up: plan.burn_up.iter().map(month).collect(),
        by_recommendation: counted(&plan.by_recommendation, |part| &part.id),
        by_theme: counted(&plan.by_theme, |part| &part.id),
        by_body: counted(&plan.by_body, |part| &part.id),
        by_owner: counted(&plan.by_owner, |part| &part.id),
    }
}

fn counts(tally: &Tally) -> Counts {
    tally
        .iter()
        .map(|(rating, count)| (rating.into(), count))
        .collect()
}

fn counted<T>(parts: &[Part<'_, T>], id: impl Fn(&T) -> &Located<Id>) -> Vec<Counted> {
    let of = |part: &Part<'_, T>| Counted {
        id: id(part.of).value().to_string(),
        ratings: counts(&part.now),
        ratings_before: counts(&part.before),
    };
    parts.iter().map(of).collect()
}

fn action(standing: &ActionStanding<'_>) -> Action {
    let action = standing.action;
    Action {
        id: action.id.value().to_string(),
        reference: action.reference.clone(),
        title: action.title.clone(),
        answers: action
            .answers
            .iter()
            .map(|answered| answered.value().to_string())
            .collect(),
        theme: action.theme.value().to_string(),
        owner: action.owner.value().to_string(),
        body: action.body.value().to_string(),
        rating: standing.rating.into(),
        reasons: standing
            .reasons
            .iter()
            .map(|reason: &rating::ActionReason| (*reason).into())
            .collect(),
        sentence: standing.sentence(),
        rating_before: standing.before.map(Into::into),
        months_running: standing.months_running,
        start: (*action.start.value()).into(),
        dates: dates(standing.dates.as_ref()),
        overdue_days: standing.overdue_days,
        freshness: standing.freshness.into(),
        update: standing.update.as_ref().map(update),
    }
}

fn dates(dates: Option<&Slippage<'_>>) -> Dates {
    dates.map_or_else(Dates::default, |dates| Dates {
        first_date: Some(dates.first.into()),
        current_date: Some(dates.current.into()),
        slipped_days: dates.days(),
        times_moved: dates.times_moved(),
    })
}

fn update(update: &LastUpdate<'_>) -> Update {
    let day = |day: Option<Date>| day.map(Into::into);
    Update {
        month: update.month.into(),
        state: update.state.into(),
        confidence: update.confidence.map(Into::into),
        forecast: day(update.forecast),
        completed: day(update.completed),
        evidence_accepted: day(update.evidence.as_ref().and_then(|evidence| evidence.accepted)),
    }
}

fn milestone(standing: &MilestoneStanding<'_>) -> Milestone {
    let milestone = standing.milestone;
    let achieved = match standing.state {
        milestone::MilestoneState::Achieved(on) => Some(on.into()),
        milestone::MilestoneState::Missed
        | milestone::MilestoneState::ForecastLate(_)
        | milestone::MilestoneState::Due => None,
    };
    Milestone {
        id: milestone.id.value().to_string(),
        reference: milestone.reference.clone(),
        title: milestone.title.clone(),
        theme: milestone.theme.value().to_string(),
        owner: milestone.owner.value().to_string(),
        state: standing.state.into(),
        state_before: standing.before.into(),
        achieved,
        months_running: standing.months_running,
        dates: dates(standing.dates.as_ref()),
        days_left: standing.days_left,
        forecast: standing.forecast.map(Into::into),
    }
}

fn month(point: &burn_up::BurnUp) -> BurnUp {
    BurnUp {
        month: point.month.into(),
        planned_first: point.planned_first,
        planned_current: point.planned_current,
        completed: point.completed,
    }
}
