//! Exit from intervention: the ladder, each criterion with its evidence, and the chair's view of it.

use crate::analysis::exit::{ExitStanding, ExitState, Tested};
use crate::compose::context::{Context, Desk};
use crate::compose::printed;
use crate::compose::shapes::{Cell, Column, State, Table, Words, paragraph};
use crate::domain::{ExitView, Month, Rung, ViewOfTest};
use crate::words;
use serde::Serialize;

/// The section.
#[derive(Debug, Serialize)]
pub(super) struct Exit {
    words: Words,
    ladder: Table,
    criteria: Table,
    views: Vec<View>,
}

/// The chair's view of one criterion.
#[derive(Debug, Serialize)]
struct View {
    #[serde(rename = "ref")]
    number: String,
    criterion: String,
    words: Words,
}

pub(super) fn exit(context: &Context<'_>, desk: &mut Desk<'_>) -> Exit {
    let standings = &context.assessment.exit.criteria;
    Exit {
        words: context
            .chairs_report()
            .map(|said| desk.words(&said.words.exit))
            .unwrap_or_default(),
        ladder: ladder(context),
        criteria: criteria(context),
        views: standings
            .iter()
            .filter_map(|standing| view(context, standing))
            .collect(),
    }
}

fn ladder(context: &Context<'_>) -> Table {
    let rungs = &context.charter().ladder;
    Table::new(
        "exit-ladder",
        "The ladder of intervention, the heaviest rung first",
        [
            Column::words("Rung", 3),
            Column::words("What it means", 5),
            Column::words("Evidence, review, what is still owed", 8),
            Column::words("Where the programme stands", 3),
        ],
        rungs.iter().map(|rung| {
            vec![
                Cell::from(rung.name.as_str()),
                rung.meaning.as_str().into(),
                conditions(rung).into(),
                stands(context, rung).into(),
            ]
        }),
        "The programme has no ladder of intervention.",
    )
}

/// What shows that a council may stand on a rung, when that is reviewed, and what it still owes there.
fn conditions(rung: &Rung) -> String {
    let parts = [
        ("Evidence", &rung.evidence),
        ("Review", &rung.review),
        ("Owed", &rung.obligations),
    ];
    let said: Vec<String> = parts
        .into_iter()
        .filter_map(|(label, words)| Some(format!("{label}: {}.", words.as_deref()?.trim_end_matches('.'))))
        .collect();
    if said.is_empty() {
        "Nothing is recorded.".to_owned()
    } else {
        said.join(" ")
    }
}

fn stands(context: &Context<'_>, rung: &Rung) -> String {
    let Some(position) = &context.assessment.exit.ladder else {
        return "Not reached".to_owned();
    };
    let is = |other: &Rung| other.id.value() == rung.id.value();
    if is(position.rung) {
        return format!("Here since {}", position.since);
    }
    if position.next.is_some_and(is) {
        let is_met = |state: &ExitState| matches!(state, ExitState::Met { .. });
        let met: Vec<String> = position
            .needs
            .iter()
            .filter(|(_, state)| is_met(state))
            .map(|(criterion, _)| criterion.reference.clone())
            .collect();
        let needs = words::count(position.needs.len(), "criterion", "criteria");
        let named = if met.is_empty() {
            String::new()
        } else {
            format!(": {}", words::list_of(&met))
        };
        return format!("Next: needs {needs}, of which {} met{named}", was(met.len()));
    }
    rung.from.as_ref().map_or_else(
        || "Not reached".to_owned(),
        |from| format!("From {}, and left", from.value()),
    )
}

fn was(number: usize) -> String {
    match number {
        0 => "none is".to_owned(),
        1 => "one is".to_owned(),
        many => format!("{} are", words::cardinal(many)),
    }
}

fn criteria(context: &Context<'_>) -> Table {
    Table::new(
        "exit-criteria",
        format!("Exit criteria at {}", context.as_at()),
        [
            Column::short("No."),
            Column::words("Criterion", 4),
            Column::marks("Standing"),
            Column::words("Evidence, and what is missing", 7),
        ],
        context.assessment.exit.criteria.iter().map(criterion),
        "The plan has no exit criteria.",
    )
}

fn criterion(standing: &ExitStanding<'_>) -> Vec<Cell> {
    let missing = standing.missing.as_ref();
    let missing = missing.map(|missing| format!("Still missing: {}", words::uncapitalised(missing)));
    let months = month_by_month(&standing.months);
    let evidence: Vec<String> = [Some(standing.evidence.clone()), months, missing]
        .into_iter()
        .flatten()
        .collect();
    vec![
        Cell::from(standing.criterion.reference.as_str()),
        standing.criterion.text.as_str().into(),
        mark(standing.state),
        evidence.join(" ").into(),
    ]
}

/// The months that decide a criterion, those of one outcome together: `Missed Oct 10; met Nov 10 to Mar 11.`
fn month_by_month(months: &[(Month, Tested)]) -> Option<String> {
    let spell = |spell: &[(Month, Tested)]| {
        let ((first, tested), (last, _)) = (spell.first()?, spell.last()?);
        let from = format!("{} {}", tested.word(), first.short());
        Some(if first == last {
            from
        } else {
            format!("{from} to {}", last.short())
        })
    };
    let spells: Vec<String> = months
        .chunk_by(|(_, one), (_, next)| one == next)
        .filter_map(spell)
        .collect();
    (!spells.is_empty()).then(|| format!("{}.", words::capitalised(&spells.join("; "))))
}

fn mark(state: ExitState) -> Cell {
    match state {
        ExitState::Met { since: Some(month) } => Cell::mark_with(State("met"), format!("Met since {month}")),
        ExitState::Met { since: None } => Cell::mark(State("met")),
        ExitState::NotMet => Cell::mark(State("not_met")),
        ExitState::NotYetTestable => Cell::mark_with(State("cannot_be_said"), state.word()),
        ExitState::ForTheChair => Cell::mark_with(State("awaited"), state.word()),
    }
}

fn view(context: &Context<'_>, standing: &ExitStanding<'_>) -> Option<View> {
    let views = &context.chairs_report()?.exit;
    let given = views.get(standing.criterion.id.value())?;
    Some(View {
        number: standing.criterion.reference.clone(),
        criterion: standing.criterion.text.clone(),
        words: vec![paragraph(said(given))],
    })
}

fn said(view: &ExitView) -> String {
    let word = match view.view {
        ViewOfTest::Met => "Met.",
        ViewOfTest::MetNotYetProven => "Met for now, and not yet proven to last.",
        ViewOfTest::NotMet => "Not met.",
    };
    let next = view
        .next_test
        .as_ref()
        .map(|day| format!(" Next test: {}.", printed::day(*day.value())))
        .unwrap_or_default();
    format!("{word} {}{next}", view.text)
}
