//! What is said of an indicator's chart: subtitle, alternative text. The verdict comes from the analysis; here stand the facts that a reader of
//! the picture sees beside it: lines, range, gaps, breaks. Figures of different definitions are never set side by side.

use crate::analysis::indicator::{Assessed, Statistics};
use crate::analysis::phases::{Lines, Phase, PhaseStart};
use crate::analysis::series::Observation;
use crate::domain::{Month, Unit};
use crate::draw::printed;
use crate::draw::said::none_for;
use crate::draw::window::Window;
use crate::words;
use rust_decimal::Decimal;

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
    let verdict = named(assessed, &assessed.verdict.sentence());
    let facts = [
        Some(verdict),
        lines(assessed),
        gaps(assessed, window),
        range(assessed, window),
    ];
    facts
        .into_iter()
        .flatten()
        .chain(breaks(assessed, window))
        .chain(end_target(assessed))
        .collect()
}

/// What a reader of a small multiple learns.
pub(super) fn small(assessed: &Assessed<'_>, window: Window) -> Vec<String> {
    let verdict = named(assessed, &assessed.verdict.sentence());
    [
        Some(verdict),
        beginning(assessed, window),
        range(assessed, window),
    ]
    .into_iter()
    .flatten()
    .chain(breaks(assessed, window))
    .collect()
}

/// What a reader of a sparkline learns.
pub(super) fn spark(assessed: &Assessed<'_>, window: Window) -> Vec<String> {
    let line = named(assessed, &format!("{}.", from_first_to_last(assessed, window)));
    [Some(line), range(assessed, window), gaps(assessed, window)]
        .into_iter()
        .flatten()
        .chain(breaks(assessed, window))
        .collect()
}

/// A sentence under the indicator's name, for somebody who comes to the picture from anywhere.
pub(super) fn named(assessed: &Assessed<'_>, sentence: &str) -> String {
    format!("{}: {sentence}", assessed.indicator.name)
}

/// A month's figure, as printed.
#[derive(Clone, Copy)]
struct Known {
    month: Month,
    value: Decimal,
}

/// The figures in the window that follow the present definition, in order: only these may stand beside each other.
fn comparable(assessed: &Assessed<'_>, window: Window) -> Vec<Known> {
    let version = assessed.current().map(|latest| latest.version);
    let known = |observation: &Observation<'_>| {
        Some(Known {
            month: observation.month,
            value: observation.published()?,
        })
    };
    window
        .owed(&assessed.series)
        .filter(|observation| Some(observation.version) == version)
        .filter_map(known)
        .collect()
}

/// `61.2% in October 2009, 77.8% in October 2010`.
fn from_first_to_last(assessed: &Assessed<'_>, window: Window) -> String {
    let said = |known: &Known| {
        format!(
            "{} in {}",
            printed::value(assessed.indicator, known.value),
            known.month
        )
    };
    match comparable(assessed, window).as_slice() {
        [] => format!("no figure from {}", window.said()),
        [only] => format!("only {}", said(only)),
        [first, .., last] => format!("from {} to {}", said(first), said(last)),
    }
}

fn beginning(assessed: &Assessed<'_>, window: Window) -> Option<String> {
    match comparable(assessed, window).as_slice() {
        [first, _, ..] => Some(format!(
            "It was {} in {}.",
            printed::value(assessed.indicator, first.value),
            first.month
        )),
        [] | [_] => None,
    }
}

/// The lines of the current phase.
fn lines(assessed: &Assessed<'_>) -> Option<String> {
    let phase = assessed.phases.last()?;
    let from = phase.from()?;
    match (&assessed.statistics, phase.lines) {
        (_, Some(lines)) => Some(format!(
            "Average since {from}: {}; ordinary variation from {} to {}.",
            printed::line(assessed.indicator, lines.mean),
            lower(assessed, &lines),
            upper(assessed, &lines),
        )),
        (Statistics::Run(runs), None) => Some(format!(
            "Median since {from}: {}.",
            printed::line(assessed.indicator, runs.median?)
        )),
        (Statistics::Control | Statistics::Sample(_) | Statistics::Between(_) | Statistics::None, None) => {
            None
        }
    }
}

/// The lower limit as far as a figure can reach: nothing is fewer than none.
fn lower(assessed: &Assessed<'_>, lines: &Lines) -> String {
    printed::line(assessed.indicator, lines.limits.lower.max(0.0))
}

/// The upper limit as far as a figure can reach: no share is more than all.
fn upper(assessed: &Assessed<'_>, lines: &Lines) -> String {
    let limit = match assessed.indicator.unit {
        Unit::Percent => lines.limits.upper.min(100.0),
        Unit::Number | Unit::RatePer10000 | Unit::Days | Unit::Ratio => lines.limits.upper,
    };
    printed::line(assessed.indicator, limit)
}

/// Where the target is to end, if it is not there yet, and whether the process will reach it.
fn end_target(assessed: &Assessed<'_>) -> Option<String> {
    let verdict = &assessed.verdict;
    let end = assessed.end_target.filter(|end| Some(end.aim) != verdict.aim)?;
    let plain = || format!("The target by {} is {}.", end.month, verdict.aim_words(end.aim));
    Some(verdict.end_sentence().unwrap_or_else(plain))
}

/// The least and greatest figures, since when if the line breaks before.
fn range(assessed: &Assessed<'_>, window: Window) -> Option<String> {
    let since = comparable(assessed, window).first()?.month;
    let earlier = |observation: &Observation<'_>| observation.month < since && observation.known().is_some();
    let said = extremes(assessed, window)?;
    Some(if window.owed(&assessed.series).any(earlier) {
        format!("Since {since}: {said}.")
    } else {
        format!("{}.", words::capitalised(&said))
    })
}

/// The least and greatest figures with their months; one figure has neither.
fn extremes(assessed: &Assessed<'_>, window: Window) -> Option<String> {
    let figures = comparable(assessed, window);
    let least = figures.iter().map(|known| known.value).min()?;
    let greatest = figures.iter().map(|known| known.value).max()?;
    if figures.len() == 1 {
        None
    } else if least == greatest {
        Some(format!(
            "all {} are {}",
            figures.len(),
            printed::value(assessed.indicator, least)
        ))
    } else {
        let said = |value| {
            format!(
                "{} {}",
                printed::value(assessed.indicator, value),
                months_with(&figures, value)
            )
        };
        Some(format!("lowest {}, highest {}", said(least), said(greatest)))
    }
}

/// In which month a value stands, or in how many.
fn months_with(figures: &[Known], value: Decimal) -> String {
    let months: Vec<Month> = figures
        .iter()
        .filter(|known| known.value == value)
        .map(|known| known.month)
        .collect();
    match months.as_slice() {
        [only] => format!("({only})"),
        [_, _] => "(twice)".to_owned(),
        several => format!("({} times)", words::cardinal(several.len())),
    }
}

/// Months that owe a figure and have none.
fn gaps(assessed: &Assessed<'_>, window: Window) -> Option<String> {
    let gaps: Vec<Month> = window
        .owed(&assessed.series)
        .filter(|observation| observation.known().is_none())
        .map(|observation| observation.month)
        .collect();
    none_for("figure", &gaps)
}

fn breaks(assessed: &Assessed<'_>, window: Window) -> impl Iterator<Item = String> {
    phases_begun(assessed, window).filter_map(break_in_short)
}

/// The phases that begin within the window, but for one that begins with it.
pub(super) fn phases_begun<'a, 'p>(
    assessed: &'a Assessed<'p>,
    window: Window,
) -> impl Iterator<Item = &'a Phase<'p>> {
    let within = move |phase: &&Phase<'p>| phase.from().is_some_and(|from| window.place(from) > Some(0));
    assessed.phases.iter().filter(within)
}

fn break_in_short(phase: &Phase<'_>) -> Option<String> {
    let from = phase.from()?;
    match phase.start {
        PhaseStart::Beginning => None,
        PhaseStart::Definition(version) => Some(format!("The line breaks in {from}: {}.", version.label)),
        PhaseStart::Recalculation(_) => Some(format!("New limits from {from}.")),
    }
}
