//! The data of a paper as comma-separated values, attached to the PDF: a reader's spreadsheet opens what the page shows.
//! Knows columns; every value is the one that is printed, or the count behind it.

use super::context::{Context, Shown};
use super::listing::csv_line;
use super::paper::PaperData;
use super::printed;
use super::shapes::Attachment;
use super::tidy::{self, Tidy};
use crate::analysis::indicator::Assessed;
use crate::analysis::plan_progress::PlanProgress;
use crate::analysis::series::Observation;
use crate::domain::Date;
use rust_decimal::Decimal;
use serde::Serialize;

/// Every attachment of a report: figures, actions, and the data of its charts and of its tables. Head, cover and sections are
/// what the layouts read.
pub(super) fn attachments(
    context: &Context<'_>,
    shown: &[Shown],
    (head, cover, sections): (&PaperData, &impl Serialize, &impl Serialize),
) -> Vec<Attachment> {
    let occasion = context.assessment.occasion;
    let paper = format!("{}-{}", occasion.kind.name(), occasion.period.iso());
    let head = serde_json::to_value(head).unwrap_or_default();
    let cover = serde_json::to_value(cover).unwrap_or_default();
    let sections = serde_json::to_value(sections).unwrap_or_default();
    let files = [
        (
            "figures.csv",
            "Every indicator's monthly figures as known at the cut-off: value, counts, target, rating, notes",
            figures(context),
        ),
        (
            "actions.csv",
            "Every action of the plan: owner, first and current date, times moved, rating",
            actions(&context.assessment.plan),
        ),
        (
            "charts.csv",
            "The figures of every full chart, a value a line: chart, row, column, value, shorthand",
            charts(shown),
        ),
        (
            "tables.csv",
            "What every table says, a value a line: section, table, row, column, value, unit, shorthand",
            tidy::tables(&paper, [&head, &cover, &sections]),
        ),
    ];
    files
        .into_iter()
        .map(|(name, description, text)| Attachment {
            name: name.to_owned(),
            description: description.to_owned(),
            text,
        })
        .collect()
}

fn line<const N: usize>(cells: [&str; N]) -> String {
    csv_line(&cells.map(str::to_owned))
}

fn figures(context: &Context<'_>) -> String {
    let head = line([
        "indicator",
        "reference",
        "name",
        "month",
        "value",
        "numerator",
        "denominator",
        "target",
        "rating",
        "notes",
    ]);
    let rows = context.assessment.indicators.iter().flat_map(|assessed| {
        let months = assessed.series.observations().iter();
        months
            .filter(|month| month.is_owed())
            .map(move |month| figure(assessed, month))
    });
    std::iter::once(head).chain(rows).collect()
}

fn figure(assessed: &Assessed<'_>, month: &Observation<'_>) -> String {
    let indicator = assessed.indicator;
    let marks: Vec<&str> = month.marks.iter().map(|mark| mark.shorthand()).collect();
    let absence = month.gap().map_or("", |gap| gap.shorthand());
    line([
        indicator.id.value().as_str(),
        &indicator.reference,
        &indicator.name,
        &month.month.iso(),
        &optional(month.published()),
        &optional(month.numerator()),
        &optional(month.denominator()),
        &month
            .aim
            .map(|aim| printed::aim(indicator, aim))
            .unwrap_or_default(),
        month.rated.rating.word(),
        &format!("{absence}{}", marks.join(" ")),
    ])
}

fn optional(number: Option<Decimal>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

fn actions(plan: &PlanProgress<'_>) -> String {
    let head = line([
        "action",
        "reference",
        "title",
        "owner",
        "body",
        "first_date",
        "current_date",
        "times_moved",
        "rating",
        "note",
    ]);
    let rows = plan.actions.iter().map(|standing| {
        let (action, dates) = (standing.action, standing.dates.as_ref());
        let day = |day: Option<Date>| day.map(Date::iso).unwrap_or_default();
        line([
            action.id.value().as_str(),
            &action.reference,
            &action.title,
            action.owner.value().as_str(),
            action.body.value().as_str(),
            &day(dates.map(|dates| dates.first)),
            &day(dates.map(|dates| dates.current)),
            &dates.map_or(0, |dates| dates.times_moved()).to_string(),
            standing.rating.word(),
            standing
                .update
                .as_ref()
                .and_then(|update| update.note)
                .unwrap_or_default(),
        ])
    });
    std::iter::once(head).chain(rows).collect()
}

/// Tidy: a chart, a row, a column, a value.
fn charts(shown: &[Shown]) -> String {
    let head = line(["chart", "what", "row", "column", "value", "shorthand"]);
    let values = shown.iter().flat_map(|chart| {
        chart.data.rows.iter().flat_map(move |row| {
            let name = row.first().map_or("", String::as_str);
            chart
                .data
                .heads
                .iter()
                .zip(row)
                .skip(1)
                .map(move |(column, value)| {
                    let tidy = Tidy::of(value);
                    line([&chart.id, &chart.what, name, column, &tidy.value, &tidy.shorthand])
                })
        })
    });
    std::iter::once(head).chain(values).collect()
}
