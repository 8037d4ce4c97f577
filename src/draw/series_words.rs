//! What is said of an indicator's chart: subtitle, alternative text, notes. The verdict comes from the analysis; here stand the facts that
//! a reader of the picture sees beside it: lines, range, gaps, breaks.

use crate::analysis::indicator::{Assessed, Statistics};
use crate::analysis::method::SEASONAL;
use crate::analysis::phases::{Lines, Phase, PhaseStart};
use crate::analysis::rating::Aim;
use crate::analysis::series::Observation;
use crate::domain::{Indicator, Nature, Unit};
use crate::draw::printed;
use crate::draw::said::sentence;
use crate::draw::series::VALUES_FOR_FIRM_LIMITS;
use crate::draw::window::Window;
use crate::words;
use rust_decimal::Decimal;

/// Gaps that are named one by one; more are counted.
const GAPS_NAMED: usize = 3;

/// What, unit, period.
pub(super) fn subtitle(assessed: &Assessed<'_>, window: Window) -> String {
    let indicator = assessed.indicator;
    format!(
        "{}, {}, {}",
        indicator.name,
        printed::measured(indicator),
        window.said()
    )
}

/// What a reader of the full chart learns, the weightiest first.
pub(super) fn full(assessed: &Assessed<'_>, window: Window) -> Vec<String> {
    let facts = [
        Some(assessed.verdict.sentence()),
        lines(assessed),
        end_target(assessed),
        range(assessed, window),
        gaps(assessed, window),
    ];
    let breaks = phases_begun(assessed, window).map(|phase| break_in_short(phase));
    facts.into_iter().flatten().chain(breaks.flatten()).collect()
}

/// What a reader of a small multiple learns: the name is in the picture, and no line has one.
pub(super) fn small(assessed: &Assessed<'_>, window: Window) -> Vec<String> {
    let name = format!("{}: {}.", assessed.indicator.name, in_short(assessed, window));
    [
        Some(name),
        Some(assessed.verdict.sentence()),
        range(assessed, window),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What a reader of a sparkline learns.
pub(super) fn spark(assessed: &Assessed<'_>, window: Window) -> Vec<String> {
    let line = format!(
        "{}, {}: {}.",
        assessed.indicator.name,
        window.said(),
        in_short(assessed, window)
    );
    [Some(line), extremes(assessed, window)]
        .into_iter()
        .flatten()
        .collect()
}

/// From the first figure to the last: `from 61.2% in October 2009 to 77.8% in October 2010`.
fn in_short(assessed: &Assessed<'_>, window: Window) -> String {
    let figures = known(assessed, window);
    let said = |(observation, value): &(&Observation<'_>, Decimal)| {
        format!(
            "{} in {}",
            printed::value(assessed.indicator, *value),
            observation.month
        )
    };
    match figures.as_slice() {
        [] => "no figure".to_owned(),
        [only] => said(only),
        [first, .., last] => format!("from {} to {}", said(first), said(last)),
    }
}

fn known<'a, 'p>(assessed: &'a Assessed<'p>, window: Window) -> Vec<(&'a Observation<'p>, Decimal)> {
    window
        .owed(&assessed.series)
        .filter_map(|observation| Some((observation, observation.published()?)))
        .collect()
}

/// The lines of the current phase.
fn lines(assessed: &Assessed<'_>) -> Option<String> {
    let phase = assessed.phases.last()?;
    let from = phase.from()?;
    match (&assessed.statistics, phase.lines) {
        (_, Some(lines)) => Some(format!(
            "Since {from} the average is {}, and ordinary variation reaches from {} to {}.",
            printed::line(assessed.indicator, lines.mean),
            lower(assessed, &lines),
            upper(assessed, &lines),
        )),
        (Statistics::Run(runs), None) => Some(format!(
            "The median since {from} is {}.",
            printed::line(assessed.indicator, runs.median?)
        )),
        (Statistics::Control | Statistics::Sample(_) | Statistics::Between(_) | Statistics::None, None) => {
            None
        }
    }
}

/// The lower limit as far as a figure can reach: nothing is fewer than none.
fn lower(assessed: &Assessed<'_>, lines: &Lines) -> String {
    let negative = assessed
        .series
        .observations()
        .iter()
        .any(|observation| observation.exact().is_some_and(|value| value < Decimal::ZERO));
    let limit = lines.limits.lower;
    printed::line(assessed.indicator, if negative { limit } else { limit.max(0.0) })
}

/// The upper limit as far as a figure can reach: no share is more than all.
fn upper(assessed: &Assessed<'_>, lines: &Lines) -> String {
    let limit = match assessed.indicator.unit {
        Unit::Percent => lines.limits.upper.min(100.0),
        Unit::Number | Unit::RatePer10000 | Unit::Days | Unit::Ratio => lines.limits.upper,
    };
    printed::line(assessed.indicator, limit)
}

/// Where the target is to end, if it is not there yet.
fn end_target(assessed: &Assessed<'_>) -> Option<String> {
    let end = assessed.end_target?;
    let now: Option<Aim> = assessed.verdict.aim;
    (now != Some(end.aim)).then(|| {
        format!(
            "The target by {} is {}.",
            end.month,
            printed::aim(assessed.indicator, end.aim)
        )
    })
}

/// The least and greatest figures with their months; nothing where they are one and the same.
fn range(assessed: &Assessed<'_>, window: Window) -> Option<String> {
    let first = known(assessed, window).first()?.0.month;
    extremes(assessed, window).map(|said| format!("{said} The first figure is of {first}."))
}

fn extremes(assessed: &Assessed<'_>, window: Window) -> Option<String> {
    let figures = known(assessed, window);
    let value = |figure: &&(&Observation<'_>, Decimal)| figure.1;
    let (least, greatest) = (
        figures.iter().min_by_key(value)?,
        figures.iter().rev().max_by_key(value)?,
    );
    let said = |(observation, value): &(&Observation<'_>, Decimal)| {
        format!(
            "{} ({})",
            printed::value(assessed.indicator, *value),
            observation.month
        )
    };
    if figures.len() == 1 {
        None
    } else if least.1 == greatest.1 {
        Some(format!(
            "All {} figures are {}.",
            figures.len(),
            printed::value(assessed.indicator, least.1)
        ))
    } else {
        Some(format!("Lowest {}, highest {}.", said(least), said(greatest)))
    }
}

/// Months that owe a figure and have none.
fn gaps(assessed: &Assessed<'_>, window: Window) -> Option<String> {
    let gaps: Vec<String> = window
        .owed(&assessed.series)
        .filter(|observation| observation.known().is_none())
        .map(|observation| observation.month.to_string())
        .collect();
    match gaps.as_slice() {
        [] => None,
        few if few.len() <= GAPS_NAMED => Some(format!("No figure for {}.", words::list_of(few))),
        [.., last] => Some(format!(
            "No figure for {}, the last {last}.",
            words::count(gaps.len(), "month", "months")
        )),
    }
}

/// The phases that begin within the window.
fn phases_begun<'a, 'p>(assessed: &'a Assessed<'p>, window: Window) -> impl Iterator<Item = &'a Phase<'p>> {
    let within = move |phase: &&Phase<'p>| phase.from().is_some_and(|from| window.place(from) > Some(0));
    assessed.phases.iter().filter(within)
}

fn break_in_short(phase: &Phase<'_>) -> Option<String> {
    let from = phase.from()?;
    match phase.start {
        PhaseStart::Beginning => None,
        PhaseStart::Definition(version) => Some(format!(
            "The line breaks at {from}, with another definition: {}.",
            version.label
        )),
        PhaseStart::Recalculation(_) => Some(format!("Limits begin anew in {from}.")),
    }
}

/// What a reader should know beside the chart.
pub(super) fn notes(assessed: &Assessed<'_>, window: Window) -> Vec<String> {
    let breaks = phases_begun(assessed, window).filter_map(break_in_full);
    let others = [
        trial(assessed),
        sample(assessed.indicator),
        assessed.indicator.seasonal.then(|| SEASONAL.to_owned()),
        earlier_months(assessed, window),
    ];
    breaks.chain(others.into_iter().flatten()).collect()
}

fn break_in_full(phase: &Phase<'_>) -> Option<String> {
    let from = phase.from()?;
    match phase.start {
        PhaseStart::Beginning => None,
        PhaseStart::Definition(version) => Some(format!(
            "From {from} another definition holds ({}): {}",
            version.label,
            sentence(&version.reason)
        )),
        PhaseStart::Recalculation(recalculation) => Some(format!(
            "From {from} limits are calculated anew: {}",
            sentence(&recalculation.reason)
        )),
    }
}

fn trial(assessed: &Assessed<'_>) -> Option<String> {
    let phase = assessed.phases.last()?;
    let values = phase.values();
    (phase.lines.is_some() && values < VALUES_FOR_FIRM_LIMITS).then(|| {
        format!("The limits are trial limits: they rest on {values} values, and are firm from {VALUES_FOR_FIRM_LIMITS} on.")
    })
}

fn sample(indicator: &Indicator) -> Option<String> {
    (indicator.nature == Nature::Sample)
        .then(|| "A sample: the upright lines show, at 95%, where the figure of all cases lies.".to_owned())
}

fn earlier_months(assessed: &Assessed<'_>, window: Window) -> Option<String> {
    let earlier = assessed
        .series
        .owed()
        .filter(|observation| observation.month < window.first)
        .count();
    (earlier > 0).then(|| format!("Months before {} are not shown.", window.first))
}
