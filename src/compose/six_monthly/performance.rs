//! Performance under the programme's headings, with comparators: the council's data beside the chair's words.

use crate::analysis::comparison::Comparability;
use crate::analysis::indicator::Assessed;
use crate::compose::context::{Context, Desk};
use crate::compose::printed;
use crate::compose::shapes::{Cell, Column, Table, Words};
use crate::domain::Heading;
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

fn group(context: &Context<'_>, heading: &Heading) -> Group {
    let id = heading.id.value();
    let under = context
        .in_use()
        .filter(|assessed| assessed.indicator.heading.value() == id);
    let table = Table::new(
        format!("performance-{id}-table"),
        format!("{}: {}", heading.name, context.period()),
        [
            Column::words("Indicator", 5),
            Column::figures("Baseline"),
            Column::figures("Half-year"),
            Column::figures("Latest"),
            Column::figures("Target"),
            Column::marks("Rating"),
            Column::words("Comparator", 3),
        ],
        under.map(row),
        "The programme has no indicator under this heading.",
    );
    Group {
        id: format!("performance-{id}"),
        title: heading.name.clone(),
        table,
    }
}

fn row(assessed: &Assessed<'_>) -> Vec<Cell> {
    let indicator = assessed.indicator;
    let baseline = indicator
        .baseline
        .as_ref()
        .map(|one| printed::value(indicator, one.value.value().0));
    let pooled = assessed.periods.half_year.as_ref().ok();
    vec![
        Cell::from(indicator.name.as_str()),
        baseline
            .unwrap_or_else(|| printed::NOT_APPLICABLE.to_owned())
            .into(),
        pooled
            .map_or_else(
                || printed::NOT_APPLICABLE.to_owned(),
                |sum| printed::value(indicator, sum.published),
            )
            .into(),
        printed::observation(indicator, assessed.current()).into(),
        printed::aim_or_none(indicator, assessed.verdict.aim).into(),
        Cell::mark(assessed.verdict.rated.rating),
        comparator(assessed).into(),
    ]
}

/// The latest comparable figure of somebody else, with whose and of when.
pub(super) fn comparator(assessed: &Assessed<'_>) -> String {
    let beside = assessed.comparators.iter().find(|one| match one.comparability {
        Comparability::Comparable | Comparability::Old => true,
        Comparability::Superseded | Comparability::OtherDefinition(_) => false,
    });
    beside.map_or_else(
        || "none".to_owned(),
        |one| {
            let value = printed::value(assessed.indicator, one.comparator.value.value().0);
            format!("{value}, {} {}", one.comparator.name, one.comparator.period)
        },
    )
}
