//! The partnership: what each body owes and gives.

use crate::analysis::attendance::Representation;
use crate::analysis::rating::{ActionRating, Rating};
use crate::analysis::returns::Arrival;
use crate::compose::context::{Context, Desk};
use crate::compose::shapes::{Cell, Column, Table, Words};
use crate::domain::{Body, Id};
use serde::Serialize;

/// The section.
#[derive(Debug, Serialize)]
pub(super) struct Partnership {
    words: Words,
    bodies: Table,
}

pub(super) fn partnership(context: &Context<'_>, desk: &mut Desk<'_>) -> Partnership {
    let words = context
        .chairs_report()
        .map(|said| desk.words(&said.words.partnership))
        .unwrap_or_default();
    let rows = context
        .charter()
        .bodies
        .iter()
        .filter(|body| has_part(context, body))
        .map(|body| row(context, body));
    let bodies = Table::new(
        "partnership-bodies",
        format!("What each body owes and gives, {}", context.period()),
        [
            Column::words("Body", 3),
            Column::figures("Actions"),
            Column::figures("Complete"),
            Column::figures("Red"),
            Column::figures("Indicators on target"),
            Column::figures("Returns on time"),
            Column::figures("Decision-maker at the board"),
        ],
        rows,
        "No body has a part in the plan.",
    );
    Partnership { words, bodies }
}

fn has_part(context: &Context<'_>, body: &Body) -> bool {
    let id = body.id.value();
    context
        .assessment
        .plan
        .by_body
        .iter()
        .any(|part| part.of.id.value() == id)
        || context
            .in_use()
            .any(|assessed| assessed.indicator.body.value() == id)
}

fn row(context: &Context<'_>, body: &Body) -> Vec<Cell> {
    let id = body.id.value();
    let part = context
        .assessment
        .plan
        .by_body
        .iter()
        .find(|part| part.of.id.value() == id);
    let count = |rating| part.map_or(0, |part| part.now.of(rating)).to_string();
    vec![
        Cell::from(body.name.as_str()),
        part.map_or(0, |part| part.now.in_plan()).to_string().into(),
        count(ActionRating::Complete).into(),
        count(ActionRating::Red).into(),
        on_target(context, id).into(),
        returns(context, id).into(),
        decided(context, id).into(),
    ]
}

/// Of the body's indicators that are rated, how many are on target.
fn on_target(context: &Context<'_>, body: &Id) -> String {
    let ratings: Vec<Rating> = context
        .in_use()
        .filter(|assessed| assessed.indicator.body.value() == body)
        .map(|assessed| assessed.verdict.rated.rating)
        .filter(|rating| *rating != Rating::NotRated)
        .collect();
    let met = ratings
        .iter()
        .filter(|rating| matches!(rating, Rating::OnTarget | Rating::BetterThanPlanned))
        .count();
    if ratings.is_empty() {
        return "none rated".to_owned();
    }
    format!("{met} of {}", ratings.len())
}

fn returns(context: &Context<'_>, body: &Id) -> String {
    let half_year = context.assessment.half_year.as_ref();
    let record = half_year.and_then(|half| {
        half.returns
            .iter()
            .find(|one| one.contributor.body.value() == body)
    });
    record.map_or_else(
        || "none owed".to_owned(),
        |record| {
            let in_time = record
                .months
                .iter()
                .filter(|(_, arrival)| matches!(arrival, Arrival::OnTime(_)))
                .count();
            format!("{in_time} of {}", record.months.len())
        },
    )
}

/// At how many of the board's meetings somebody of the body was there who could decide.
fn decided(context: &Context<'_>, body: &Id) -> String {
    let board = |meeting: &Id| {
        context
            .assessment
            .business
            .iter()
            .any(|one| one.meeting.id.value() == meeting)
    };
    let meetings = context
        .assessment
        .attendance
        .iter()
        .filter(|one| board(one.meeting.id.value()));
    let present: Vec<Representation> = meetings
        .flat_map(|one| {
            one.bodies
                .iter()
                .filter(|presence| presence.body.id.value() == body)
        })
        .map(|presence| presence.representation)
        .collect();
    if present.is_empty() {
        return "no seat".to_owned();
    }
    let decided = present
        .iter()
        .filter(|one| **one == Representation::Decided)
        .count();
    format!("{decided} of {}", present.len())
}
