//! A table of indicators as they stand: the same columns wherever a section lists some of them.
//! Knows those columns; which indicators stand in it is the section's choice.

use crate::analysis::indicator::Assessed;
use crate::analysis::series::Observation;
use crate::compose::context::Context;
use crate::compose::printed;
use crate::compose::shapes::{Cell, Column, Table};
use crate::domain::Month;

/// The figure before, the latest one, target, rating and variation of some indicators.
pub fn table<'a>(
    context: &Context<'_>,
    id: impl Into<String>,
    caption: impl Into<String>,
    indicators: impl IntoIterator<Item = &'a Assessed<'a>>,
    empty: impl Into<String>,
) -> Table {
    let rows = indicators.into_iter().map(|assessed| row(context, assessed));
    Table::new(id, caption, columns(), rows, empty)
}

/// The columns of [`row`].
pub fn columns() -> [Column; 6] {
    [
        Column::words("Indicator", 3),
        Column::figures("Before"),
        Column::figures("Latest"),
        Column::figures("Target"),
        Column::marks("Rating"),
        Column::marks("Variation"),
    ]
}

/// One indicator. A figure of another month than the paper's says so.
pub fn row(context: &Context<'_>, assessed: &Assessed<'_>) -> Vec<Cell> {
    let verdict = &assessed.verdict;
    vec![
        link(assessed),
        printed::bare_observation(assessed.indicator, assessed.previous()).into(),
        figure(assessed, assessed.current(), context.month()).into(),
        target(assessed).into(),
        Cell::mark(verdict.rated.rating),
        Cell::Variation {
            variation: verdict.variation().key(),
        },
    ]
}

/// The indicator's name with its unit, leading to its entry in the notes.
pub fn link(assessed: &Assessed<'_>) -> Cell {
    Cell::link(
        printed::name(assessed.indicator),
        printed::anchor(assessed.indicator),
    )
}

/// The target of the latest figure's month. What never had a target needs none.
pub fn target(assessed: &Assessed<'_>) -> String {
    if assessed.indicator.targets.is_empty() && assessed.verdict.aim.is_none() {
        printed::NOT_APPLICABLE.to_owned()
    } else {
        printed::bare_aim(assessed.indicator, assessed.verdict.aim)
    }
}

/// A figure with its marks, and with its month where that is not the one expected.
pub fn figure(assessed: &Assessed<'_>, observation: Option<&Observation<'_>>, expected: Month) -> String {
    let figure = printed::bare_observation(assessed.indicator, observation);
    match observation.map(|observation| observation.month) {
        Some(month) if month != expected => format!("{figure}, {}", month.short()),
        Some(_) | None => figure,
    }
}

/// The latest figure with its counts, or why there is none.
#[must_use]
pub fn latest_figure(assessed: &Assessed<'_>) -> String {
    let Some(latest) = assessed.current() else {
        return "no figure yet".to_owned();
    };
    let figure = printed::observation(assessed.indicator, Some(latest));
    let behind = match latest.gap() {
        Some(gap) => Some(gap.words().to_owned()),
        None => printed::counts(assessed.indicator, latest),
    };
    match behind {
        Some(behind) => format!("{}: {figure}, {behind}", latest.month),
        None => format!("{}: {figure}", latest.month),
    }
}

/// The target of the month and the one at the end; nothing for what never had one.
#[must_use]
pub fn targets(assessed: &Assessed<'_>) -> Option<String> {
    let indicator = assessed.indicator;
    let later = assessed
        .end_target
        .filter(|end| assessed.verdict.month < end.month);
    let end = later.map(|end| format!("{} by {}", printed::aim(indicator, end.aim), end.month));
    let both: Vec<String> = target_now(assessed).into_iter().chain(end).collect();
    (!both.is_empty()).then(|| both.join("; "))
}

fn target_now(assessed: &Assessed<'_>) -> Option<String> {
    let aim = assessed.verdict.aim?;
    Some(format!("{} now", printed::aim(assessed.indicator, aim)))
}
