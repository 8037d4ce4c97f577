//! Performance under the programme's headings, with comparators: the council's data beside the chair's words.

use crate::analysis::indicator::Assessed;
use crate::compose::context::{Context, Desk};
use crate::compose::monthly::scorecard::comparator;
use crate::compose::printed;
use crate::compose::shapes::{Cell, Column, Table, Words, paragraph};
use crate::domain::{Heading, Indicator, Unit};
use crate::words;
use serde::Serialize;

/// The section.
#[derive(Debug, Serialize)]
pub(super) struct Performance {
    words: Words,
    groups: Vec<Group>,
}

/// One heading.
#[derive(Debug, Serialize)]
struct Group {
    id: String,
    title: String,
    table: Table,
}

pub(super) fn performance(context: &Context<'_>, desk: &mut Desk<'_>) -> Performance {
    Performance {
        words: context
            .chairs_report()
            .map(|said| desk.words(&said.words.performance))
            .unwrap_or_default(),
        groups: context
            .charter()
            .headings
            .iter()
            .map(|heading| group(context, heading))
            .collect(),
    }
}

/// The indicators that have a target: the others can be neither well nor badly, and stand in the annex.
fn group(context: &Context<'_>, heading: &Heading) -> Group {
    let id = heading.id.value();
    let under = context
        .in_use()
        .filter(|assessed| assessed.indicator.heading.value() == id);
    let (aimed, others): (Vec<_>, Vec<_>) = under.partition(|assessed| assessed.verdict.aim.is_some());
    let elsewhere = words::count(
        others.len(),
        "indicator without a target stands",
        "indicators without a target stand",
    );
    let table = Table::new(
        format!("performance-{id}-table"),
        format!("{}: indicators with a target, {}", heading.name, context.period()),
        [
            Column::words("Indicator", 1),
            Column::figures("Baseline"),
            Column::figures("Half-year"),
            Column::figures("Latest"),
            Column::figures("Target"),
            Column::marks("Rating"),
        ],
        aimed.iter().copied().map(row),
        "No indicator under this heading has a target yet.",
    );
    let elsewhere = (!others.is_empty()).then(|| format!("{} in annex B.", words::capitalised(&elsewhere)));
    let notes: Vec<String> = of_half_years(&aimed).into_iter().chain(elsewhere).collect();
    let note = (!notes.is_empty()).then(|| notes.join(" "));
    Group {
        id: format!("performance-{id}"),
        title: heading.name.clone(),
        table: Table { note, ..table },
    }
}

fn row(assessed: &Assessed<'_>) -> Vec<Cell> {
    let indicator = assessed.indicator;
    vec![
        named(assessed),
        baseline(indicator).into(),
        half_year(assessed).into(),
        printed::bare_observation(indicator, assessed.current()).into(),
        printed::bare_aim(indicator, assessed.verdict.aim).into(),
        Cell::mark(assessed.verdict.rated.rating),
    ]
}

/// The figure of the whole half-year.
fn half_year(assessed: &Assessed<'_>) -> String {
    let pooled = assessed.periods.half_year.as_ref().ok();
    pooled.map_or_else(
        || printed::NOT_APPLICABLE.to_owned(),
        |pooled| printed::bare(assessed.indicator, pooled.published),
    )
}

/// What the half-year's figures are: a number beside the numbers of single months is a sum, and may lack a month.
fn of_half_years(aimed: &[&Assessed<'_>]) -> Option<String> {
    let pooled = aimed
        .iter()
        .filter_map(|one| Some((one.indicator, one.periods.half_year.as_ref().ok()?)));
    let is_summed = pooled
        .clone()
        .any(|(indicator, _)| indicator.unit == Unit::Number);
    let partial: Vec<String> = pooled
        .filter(|(_, pooled)| pooled.is_partial())
        .map(|(indicator, pooled)| format!("{}: {}", indicator.name, pooled.coverage()))
        .collect();
    let sum = is_summed.then(|| "The half-year of a number is the sum of its months.".to_owned());
    let lacking = (!partial.is_empty()).then(|| format!("Not in every month: {}.", partial.join("; ")));
    let said: Vec<String> = sum.into_iter().chain(lacking).collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// Where the indicator began.
pub(super) fn baseline(indicator: &Indicator) -> String {
    let value = indicator
        .baseline
        .as_ref()
        .map(|one| printed::bare(indicator, one.value.value().0));
    value.unwrap_or_else(|| printed::NOT_APPLICABLE.to_owned())
}

/// The indicator's name, and under it the latest comparable figure of somebody else, with whose and of when: few have one, so that
/// it needs no column.
pub(super) fn named(assessed: &Assessed<'_>) -> Cell {
    let beside = comparator(assessed);
    let name = printed::name(assessed.indicator);
    match beside {
        None => name.into(),
        Some(one) => {
            let value = printed::bare(assessed.indicator, one.comparator.value.value().0);
            let theirs = format!("{}, {}: {value}", one.comparator.name, one.comparator.period);
            Cell::Prose {
                prose: vec![paragraph(name), paragraph(theirs)],
            }
        }
    }
}
