//! How the scores of risks moved since the paper before. Knows scores; not how they were given.

use crate::analysis::Assessment;
use crate::analysis::moment::Moments;
use crate::analysis::risks::{Movement, RiskStanding};
use crate::charts::risks::{self, Risk, RiskMovement};
use crate::charts::scene::Size;
use crate::charts::{Label, Measure};
use crate::domain::Month;
use crate::draw::said::{Said, cut, how_many};
use crate::draw::table::{Column, table};
use crate::draw::{DataTable, Drawn};
use crate::words;

/// The highest score: five times five.
const HIGHEST: u32 = 25;
/// Risks that the alternative text names.
const NAMED: usize = 5;

/// A risk with its scores now and then.
struct Moved<'a, 'p> {
    standing: &'a RiskStanding<'p>,
    now: u32,
    then: Option<u32>,
}

/// The risks on the register with their scores; `None` where none is scored.
pub(super) fn risks(assessment: &Assessment<'_>, measure: &dyn Measure) -> Option<Drawn> {
    let before = Moments::of(assessment.programme, assessment.occasion)
        .before
        .month;
    let now = assessment.occasion.period;
    let moved = moved(&assessment.register.risks);
    moved.first()?;
    let chart = RiskMovement {
        width: Size::FULL.width,
        highest: HIGHEST,
        then: Label::from(before.name()),
        now: Label::from(now.name()),
        rows: moved.iter().map(row).collect(),
    };
    let said = Said {
        title: title(&moved),
        subtitle: format!("Risks, score (likelihood times impact, 1 to {HIGHEST}), {before} and {now}"),
        alt: alt(&moved),
        notes: notes(&assessment.register.risks, before, moved.len()),
        data: data(&moved, before, now),
    };
    Some(Drawn::of(risks::lay_out(&chart, measure), said))
}

/// Those still on the register, the highest score first.
fn moved<'a, 'p>(all: &'a [RiskStanding<'p>]) -> Vec<Moved<'a, 'p>> {
    let scores = |standing: &'a RiskStanding<'p>| {
        Some(Moved {
            standing,
            now: standing.now?.product(),
            then: standing.before.map(|score| score.product()),
        })
    };
    all.iter()
        .filter(|standing| standing.movement != Movement::Closed)
        .filter_map(scores)
        .collect()
}

fn row(one: &Moved<'_, '_>) -> Risk {
    let risk = one.standing.risk;
    Risk {
        name: Label::from(format!("{} {}", risk.reference, risk.title)),
        then: one.then,
        now: one.now,
        note: Label::from(said_of(one)),
    }
}

/// `20, was 16`; `15, no change`; `9, new`.
fn said_of(one: &Moved<'_, '_>) -> String {
    match one.then {
        None => format!("{}, new", one.now),
        Some(then) if then == one.now => format!("{then}, no change"),
        Some(then) => format!("{}, was {then}", one.now),
    }
}

fn title(all: &[Moved<'_, '_>]) -> String {
    let count = |holds: fn(u32, u32) -> bool| {
        all.iter()
            .filter(|one| one.then.is_some_and(|then| holds(one.now, then)))
            .count()
    };
    let (grown, shrunk) = (count(|now, then| now > then), count(|now, then| now < then));
    let highest = all.iter().map(|one| one.now).max().unwrap_or(0);
    let moved = if grown + shrunk == 0 {
        "No risk has moved".to_owned()
    } else {
        let grown = match grown {
            0 => "No risk has".to_owned(),
            _ => words::capitalised(&words::count(grown, "risk has", "risks have")),
        };
        let have = if shrunk == 1 { "has" } else { "have" };
        format!("{grown} grown, {} {have} shrunk", how_many(shrunk))
    };
    format!("{moved}; the highest score is {highest} of {HIGHEST}")
}

/// The highest scores with their movement.
fn alt(all: &[Moved<'_, '_>]) -> Vec<String> {
    let say = |one: &Moved<'_, '_>| format!("{} {}", one.standing.risk.reference, said_of(one));
    let named: Vec<String> = all.iter().take(NAMED).map(say).collect();
    let rest = all.len().saturating_sub(NAMED);
    let rest = (rest > 0).then(|| format!("And {} lower.", words::cardinal(rest)));
    let highest = all
        .first()
        .map(|one| format!("The highest: {}.", one.standing.risk.title.trim_end_matches('.')));
    [
        Some(format!("Scores, the highest first: {}.", named.join("; "))),
        rest,
        highest,
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn notes(all: &[RiskStanding<'_>], before: Month, shown: usize) -> Vec<String> {
    let closed: Vec<&str> = all
        .iter()
        .filter(|standing| standing.movement == Movement::Closed)
        .map(|standing| standing.risk.reference.as_str())
        .collect();
    [
        (!closed.is_empty()).then(|| {
            format!(
                "Closed since {before} and not drawn: {}.",
                words::list_of(&closed)
            )
        }),
        cut(shown, "risks"),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn data(all: &[Moved<'_, '_>], before: Month, now: Month) -> DataTable {
    table([
        Column::of("Ref", all, |one| one.standing.risk.reference.clone()),
        Column::of("Risk", all, |one| one.standing.risk.title.clone()),
        Column::of(before.to_string(), all, |one| {
            one.then.map_or_else(String::new, |then| then.to_string())
        }),
        Column::of(now.to_string(), all, |one| one.now.to_string()),
        Column::of("Movement", all, |one| one.standing.movement.word().to_owned()),
    ])
}
