//! Notes: all that a reader needs to check the paper. Definitions, breaks, the quality of the data, what changed since the last
//! paper, the rules, the terms, and the figures behind every full chart. Knows where each is kept; judges nothing.

pub mod chart_data;
pub mod data_quality;
mod entry;
pub mod rules;
mod sources;
pub mod terms;

use crate::analysis::phases::PhaseStart;
use crate::analysis::revisions::Revision;
use crate::analysis::series::{Gap, Observation};
use crate::compose::context::{Context, Desk};
use crate::compose::monthly::standing;
use crate::compose::printed;
use crate::compose::shapes::{Cell, Column, Table, Words, paragraph};
use crate::domain::{Absence, Indicator, Month};
use crate::words;
use entry::Entry;
use serde::Serialize;
use sources::Sources;
use terms::Meaning;

/// The section.
#[derive(Debug, Serialize)]
pub struct Notes {
    /// An entry an indicator.
    pub indicators: Vec<Entry>,
    /// Where comparators are from.
    pub sources: Table,
    /// Where a series breaks, and where its limits were set anew.
    pub breaks: Table,
    /// What a reader should know about the data.
    pub data_quality: Words,
    /// Returns that were late or did not come, and figures that are missing.
    pub returns: Table,
    /// What the paper before gave differently.
    pub revisions: Table,
    /// What was held back.
    pub suppression: Words,
    /// How indicators are rated.
    pub rating_rules: Table,
    /// How actions are rated.
    pub plan_rules: Table,
    /// What makes an exception, in order.
    pub exception_rules: Table,
    /// How the questions of the first page are answered.
    pub answer_rules: Table,
    /// How each kind of series is tested.
    pub methods: Table,
    /// False signals, rounding, dates.
    pub method_words: Words,
    /// The priorities that indicators serve.
    pub priorities: Table,
    /// Letters in square brackets.
    pub shorthand: Table,
    /// Terms of art.
    pub glossary: Vec<Meaning>,
    /// Where the figures of the other charts stand.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub data_elsewhere: Words,
    /// The figures of every full chart that has no table beside it.
    pub data: Vec<Table>,
}

/// The section of the paper's month. It comes last, for it lists the charts that the others placed.
pub fn notes(context: &Context<'_>, desk: &Desk<'_>) -> Notes {
    let sources = Sources::of(context);
    Notes {
        indicators: context
            .assessment
            .indicators
            .iter()
            .filter_map(|one| entry::entry(context, one, &sources))
            .collect(),
        sources: sources.table(),
        breaks: breaks(context),
        data_quality: data_quality::words(context),
        returns: data_quality::returns(context),
        revisions: revisions(context),
        suppression: vec![paragraph(suppression(context))],
        rating_rules: rules::rating(),
        plan_rules: rules::plan(),
        exception_rules: rules::exceptions(),
        answer_rules: rules::answers(context),
        methods: rules::methods(),
        method_words: rules::in_words(context),
        priorities: terms::priorities(context),
        shorthand: terms::shorthand(),
        glossary: terms::glossary(context),
        data_elsewhere: chart_data::elsewhere(desk.pictures.shown())
            .map(paragraph)
            .into_iter()
            .collect(),
        data: chart_data::tables(desk.pictures.shown()),
    }
}

/// What is held back: nothing by the program in a board's edition, but those who send figures may have.
fn suppression(context: &Context<'_>) -> String {
    let held_back = context.in_use().filter(|assessed| {
        let gap = assessed.current().and_then(Observation::gap);
        gap.is_some_and(|gap| {
            matches!(
                gap,
                Gap::Stated {
                    reason: Absence::Confidential,
                    ..
                }
            )
        })
    });
    let held_back: Vec<String> = held_back.map(|one| one.indicator.name.clone()).collect();
    if held_back.is_empty() {
        return "This is the board edition: no figure is held back.".to_owned();
    }
    format!(
        "This is the board edition. What its sender held back because it might identify somebody is marked [c]: {}.",
        words::list_of(&held_back)
    )
}

fn breaks(context: &Context<'_>) -> Table {
    let rows = context.in_use().flat_map(|assessed| {
        let starts = assessed
            .phases
            .iter()
            .filter_map(|phase| Some((phase.from()?, &phase.start)));
        starts
            .filter_map(|(month, start)| Some([month.to_string(), reason(start)?]))
            .map(|[month, reason]| vec![standing::link(assessed), month.into(), reason.into()])
    });
    Table::new(
        "notes-breaks",
        "Breaks in the series, and limits set anew",
        [
            Column::words("Indicator", 2),
            Column::short("From"),
            Column::words("Why, and what follows", 4),
        ],
        rows,
        "No series breaks, and no limits were set anew.",
    )
}

fn reason(start: &PhaseStart<'_>) -> Option<String> {
    match start {
        PhaseStart::Beginning => None,
        PhaseStart::Definition(version) => Some(format!(
            "{}. {} Months before are not compared.",
            version.label,
            words::sentence(&version.reason)
        )),
        PhaseStart::Recalculation(change) => Some(format!(
            "Only the limits are new. {} {}",
            words::sentence(&change.reason),
            words::sentence(&change.evidence)
        )),
    }
}

/// What an earlier paper said otherwise.
pub fn revisions(context: &Context<'_>) -> Table {
    let columns = [
        Column::words("Figure", 3),
        Column::short("Month"),
        Column::figures("We said"),
        Column::figures("We now say"),
        Column::words("Why", 3),
    ];
    Table::new(
        "notes-revisions",
        "Figures that the paper before gave differently",
        columns,
        context.assessment.revisions.iter().map(revision),
        "No figure of the paper before has changed.",
    )
}

fn revision(revision: &Revision<'_>) -> Vec<Cell> {
    let indicator: &Indicator = revision.indicator;
    vec![
        Cell::link(indicator.name.as_str(), printed::anchor(indicator)),
        Month::short(revision.month).into(),
        revision.said.words(indicator).into(),
        revision.now.words(indicator).into(),
        revision.why.words().into(),
    ]
}
