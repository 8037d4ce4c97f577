//! Every action of the plan in one table, under the recommendation that it answers first ("all aspects": terms of reference 1.3).
//! Knows what a board is told of each; how it is rated is worked out before.

use crate::analysis::action::{ActionStanding, Freshness};
use crate::analysis::rating::ActionRating;
use crate::compose::context::Context;
use crate::compose::printed;
use crate::compose::shapes::{Cell, Column, RowGroup, Table};
use crate::domain::{Id, Recommendation};
use crate::words;

/// The table.
pub fn every_action(context: &Context<'_>) -> Table {
    let columns = [
        Column::short("Action"),
        Column::words("What is to be done", 12),
        Column::words("Owner", 8),
        Column::words("Due, and when first", 6),
        Column::figures("Put off"),
        Column::words("Rating, why, and what its owner says", 15),
    ];
    let asked = &context.programme().plan.recommendations;
    let answering = asked.iter().map(|recommendation| group(context, recommendation));
    let others = RowGroup {
        head: "Actions that answer no recommendation".to_owned(),
        rows: rows(context, |first| {
            first.is_none_or(|id| asked.iter().all(|one| one.id.value() != id))
        }),
    };
    Table::under_subheads(
        "plan-all",
        format!("Every action of the plan, by recommendation, {}", context.as_at()),
        columns,
        answering.chain([others]),
        "The plan has no actions.",
    )
    .summed_up(
        "Each action stands under the recommendation that it answers first. The fifth column counts how often its date was put off.",
    )
}

fn group(context: &Context<'_>, recommendation: &Recommendation) -> RowGroup {
    RowGroup {
        head: format!("{} {}", recommendation.reference, recommendation.title),
        rows: rows(context, |first| first == Some(recommendation.id.value())),
    }
}

fn rows(context: &Context<'_>, belongs: impl Fn(Option<&Id>) -> bool) -> Vec<Vec<Cell>> {
    let actions = context.assessment.plan.actions.iter();
    actions
        .filter(|one| belongs(one.action.answers.first().map(|answered| answered.value())))
        .map(|one| row(context, one))
        .collect()
}

fn row(context: &Context<'_>, standing: &ActionStanding<'_>) -> Vec<Cell> {
    let dates = standing.dates.as_ref();
    vec![
        standing.action.reference.clone().into(),
        standing.action.title.clone().into(),
        context.office(standing.action.owner.value()).into(),
        dates.map_or_else(|| "no date".to_owned(), printed::due).into(),
        dates.map_or(0, |dates| dates.times_moved()).to_string().into(),
        Cell::mark_with(standing.rating, told(context, standing)),
    ]
}

/// The rating with its reason, then the owner's words.
fn told(context: &Context<'_>, standing: &ActionStanding<'_>) -> String {
    let latest = latest(context, standing);
    let rated = rated(standing);
    if latest.is_empty() {
        rated
    } else {
        format!("{rated}. {latest}")
    }
}

/// The reason stands beside every rating but green, whose date stands in its own column. Days are short, as in every table.
fn rated(standing: &ActionStanding<'_>) -> String {
    let word = standing.rating.word();
    let update = standing.update.as_ref();
    let on_a_day = match standing.rating {
        ActionRating::Green => return word.to_owned(),
        ActionRating::Complete => standing.accepted().map(|day| ("evidence accepted", day)),
        ActionRating::EvidenceAwaited => update.and_then(|update| Some(("done", update.completed?))),
        ActionRating::NotDue => Some(("starts", *standing.action.start.value())),
        ActionRating::Withdrawn | ActionRating::Superseded | ActionRating::Red | ActionRating::Amber => None,
    };
    match on_a_day.filter(|_| standing.reasons.is_empty()) {
        Some((what, day)) => format!("{word}: {what} {}", printed::day(day)),
        None => standing.sentence().trim_end_matches('.').to_owned(),
    }
}

/// The owner's last words; that none came for the month is said first. Nothing where there are none and none are owed.
fn latest(context: &Context<'_>, standing: &ActionStanding<'_>) -> String {
    let silent = match standing.freshness {
        Freshness::NotReceived => Some(format!("No update received for {}.", context.month())),
        Freshness::Received | Freshness::NotOwed => None,
    };
    let said = standing.update.as_ref().and_then(|update| {
        let note = words::sentence(update.note?);
        Some(if update.month == context.month() {
            format!("Owner: {note}")
        } else {
            format!("Owner in {}: {note}", update.month)
        })
    });
    let told: Vec<String> = silent.into_iter().chain(said).collect();
    told.join(" ")
}
