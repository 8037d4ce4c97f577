//! The figures behind an indicator's chart: a row a month that owes one. Knows columns; a column without anything in it is left out.

use crate::analysis::indicator::{Assessed, Statistics};
use crate::analysis::phases::{Lines, Phase, PhaseStart};
use crate::analysis::rater::sample_interval;
use crate::analysis::rating::Aim;
use crate::analysis::series::{Observation, Reading};
use crate::charts::series::Signal;
use crate::domain::{Indicator, Month, Nature, Unit};
use crate::draw::DataTable;
use crate::draw::printed;
use crate::draw::series::signals;
use crate::draw::table::{Column, table as of_columns};
use crate::draw::window::Window;
use crate::statistics::interval::Interval;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// A month with everything that its row says.
struct Row<'a, 'p> {
    observation: &'a Observation<'p>,
    lines: Option<Lines>,
    median: Option<f64>,
    interval: Option<Interval>,
    signal: &'static str,
    begins: String,
}

/// The table of the months in `window`.
pub(super) fn table(assessed: &Assessed<'_>, window: Window) -> DataTable {
    let indicator = assessed.indicator;
    let rows = rows(assessed, window);
    let count = |count: Option<Decimal>| count.map_or_else(String::new, printed::plain);
    let line = |at: Option<f64>| at.map_or_else(String::new, |at| printed::bare_line(indicator, at));
    let end = |at: Option<f64>| at.map_or_else(String::new, |at| printed::bare_end(indicator, at));
    let aim = |aim: Option<Aim>| aim.map_or_else(String::new, |aim| printed::bare_aim(indicator, aim));
    let value = |row: &Row<'_, '_>| figure(indicator, row.observation);
    of_columns([
        Column::of("Month", &rows, |row| row.observation.month.to_string()),
        Column::of(printed::head("Value", indicator), &rows, value),
        Column::of("Count", &rows, |row| count(row.observation.numerator())),
        Column::of(whole(indicator), &rows, |row| {
            count(row.observation.denominator())
        }),
        Column::of("Target", &rows, |row| aim(row.observation.aim)),
        Column::of("Average", &rows, |row| line(row.lines.map(|at| at.mean))),
        Column::of("Median", &rows, |row| line(row.median)),
        Column::of("Lower limit", &rows, |row| {
            line(row.lines.map(|at| at.limits.lower))
        }),
        Column::of("Upper limit", &rows, |row| {
            line(row.lines.map(|at| at.limits.upper))
        }),
        Column::of("Interval from", &rows, |row| end(row.interval.map(|at| at.lower))),
        Column::of("Interval to", &rows, |row| end(row.interval.map(|at| at.upper))),
        Column::of("Signal", &rows, |row| row.signal.to_owned()),
        Column::of("Begins", &rows, |row| row.begins.clone()),
    ])
}

fn rows<'a, 'p>(assessed: &'a Assessed<'p>, window: Window) -> Vec<Row<'a, 'p>> {
    let phases = phases(assessed);
    let signals = signals(assessed);
    let latest = assessed.phases.last().and_then(Phase::from);
    let row = |observation: &'a Observation<'p>| {
        let phase = phases
            .range(..=observation.month)
            .next_back()
            .map(|(_, phase)| *phase);
        let lines = phase.and_then(|phase| phase.lines);
        Row {
            observation,
            lines,
            median: median(assessed).filter(|_| lines.is_none() && latest <= Some(observation.month)),
            interval: interval(assessed.indicator, observation),
            signal: signals.get(&observation.month).copied().map_or("", word),
            begins: phase
                .filter(|phase| phase.from() == Some(observation.month))
                .map_or_else(String::new, begins),
        }
    };
    window.owed(&assessed.series).map(row).collect()
}

/// What a count is set against: the whole of which it is a part, or what it is shared out among.
fn whole(indicator: &Indicator) -> &'static str {
    match indicator.unit {
        Unit::Percent => "Out of",
        Unit::Number | Unit::RatePer10000 | Unit::Days | Unit::Ratio => "Divided by",
    }
}

/// The phases by their first month.
fn phases<'a, 'p>(assessed: &'a Assessed<'p>) -> BTreeMap<Month, &'a Phase<'p>> {
    assessed
        .phases
        .iter()
        .filter_map(|phase| Some((phase.from()?, phase)))
        .collect()
}

/// The value with the shorthand beside it, or the shorthand for its absence.
fn figure(indicator: &Indicator, observation: &Observation<'_>) -> String {
    match &observation.reading {
        Reading::Known(known) => {
            let marks = observation.marks.iter().map(|mark| mark.shorthand().to_owned());
            let parts: Vec<String> = std::iter::once(printed::bare(indicator, known.published))
                .chain(marks)
                .collect();
            parts.join(" ")
        }
        Reading::Absent(gap) => gap.shorthand().to_owned(),
    }
}

fn median(assessed: &Assessed<'_>) -> Option<f64> {
    match &assessed.statistics {
        Statistics::Run(runs) => runs.median,
        Statistics::Control | Statistics::Sample(_) | Statistics::Between(_) | Statistics::None => None,
    }
}

fn interval(indicator: &Indicator, observation: &Observation<'_>) -> Option<Interval> {
    let counts = observation.numerator().zip(observation.denominator());
    counts
        .filter(|_| indicator.nature == Nature::Sample)
        .and_then(|(part, all)| sample_interval(part, all))
}

fn word(signal: Signal) -> &'static str {
    match signal {
        Signal::None => "",
        Signal::Concern => "Concern",
        Signal::Improvement => "Improvement",
        Signal::Unusual => "Unusual",
    }
}

fn begins(phase: &Phase<'_>) -> String {
    match phase.start {
        PhaseStart::Beginning => String::new(),
        PhaseStart::Definition(version) => format!("Definition: {}", version.label),
        PhaseStart::Recalculation(_) => "Limits".to_owned(),
    }
}
