//! An indicator's months as a chart over time: figures with their signals, the lines of each phase, breaks, target.
//! Knows which line belongs on which chart; what the lines are worth was decided in the analysis.

use crate::analysis::exact::for_statistics;
use crate::analysis::indicator::{Assessed, Statistics};
use crate::analysis::phases::{Phase, PhaseStart};
use crate::analysis::rater::sample_interval;
use crate::analysis::series::Observation;
use crate::analysis::verdict::VariationMark;
use crate::charts::scene::Size;
use crate::charts::series as chart;
use crate::charts::{AxisFrom, Finite, Label};
use crate::domain::{Indicator, Month, Nature, Unit};
use crate::draw::window::Window;
use crate::draw::{aim, convert, printed, said};
use crate::statistics::xmr::PointType;
use std::collections::BTreeMap;
use std::ops::Range;

/// From so many values on, limits are firm. They are shown from 13 on (SPEC section 10); the sources that SPEC section 17 quotes ask
/// for 20, so that up to 19 they are drawn and named as trial limits.
pub(super) const VALUES_FOR_FIRM_LIMITS: usize = 20;

/// How much a chart over time says for itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Detail {
    /// Every line by name and value.
    Full,
    /// One of many small ones: values alone, and no limits.
    Small,
    /// What lies behind a forecast: the lines end in the midst of the chart and go unnamed.
    Past,
}

impl Detail {
    fn size(self) -> Size {
        match self {
            Self::Full => Size::LOW,
            Self::Past => Size::FULL,
            Self::Small => Size::SMALL,
        }
    }
}

/// The chart of the months in `window`.
pub(super) fn series(assessed: &Assessed<'_>, window: Window, detail: Detail) -> Option<chart::Series> {
    Some(chart::Series {
        size: detail.size(),
        first: convert::month(window.first)?,
        points: points(assessed, window),
        intervals: intervals(assessed, window),
        unit: convert::unit(assessed.indicator),
        axis_from: AxisFrom::Figures,
        phases: phases(assessed, window, detail),
        breaks: breaks(assessed, window, detail),
        target: aim::target(assessed, window, detail),
        latest: latest(assessed, window),
    })
}

/// A point a month, with what is to be remarked on it.
pub(super) fn points(assessed: &Assessed<'_>, window: Window) -> Vec<chart::Point> {
    let signals = signals(assessed);
    let unit = assessed.indicator.unit;
    let point = |observation: &Observation<'_>| chart::Point {
        reading: reading(observation, unit),
        signal: signals
            .get(&observation.month)
            .copied()
            .unwrap_or(chart::Signal::None),
    };
    window
        .observations(&assessed.series)
        .into_iter()
        .map(|observation| observation.map_or(chart::Point::MISSING, point))
        .collect()
}

fn reading(observation: &Observation<'_>, unit: Unit) -> chart::Reading {
    let figure = observation
        .known()
        .and_then(|known| for_statistics(known.figure, unit))
        .and_then(Finite::new);
    match figure {
        Some(figure) => chart::Reading::Figure(figure),
        None if observation.is_owed() => chart::Reading::Missing,
        None => chart::Reading::NotOwed,
    }
}

/// What is to be remarked on each month that carries a signal. The pattern that the verdict names looks as the verdict does: for a
/// range, a signal is good or bad by whether it leads towards it, which a single point cannot tell.
pub(super) fn signals(assessed: &Assessed<'_>) -> BTreeMap<Month, chart::Signal> {
    let verdict = assessed.verdict.movement.signal();
    let judged = of_mark(assessed.verdict.movement.mark());
    let in_verdict = |month: Month| verdict.is_some_and(|signal| signal.since <= month);
    assessed
        .phases
        .iter()
        .flat_map(|phase| &phase.points)
        .filter_map(|point| Some((point.month, of_worth(point.worth)?)))
        .map(|(month, worth)| (month, judged.filter(|_| in_verdict(month)).unwrap_or(worth)))
        .collect()
}

fn of_worth(worth: PointType) -> Option<chart::Signal> {
    match worth {
        PointType::CommonCause => None,
        PointType::Improvement => Some(chart::Signal::Improvement),
        PointType::Concern => Some(chart::Signal::Concern),
        PointType::NeutralHigh | PointType::NeutralLow => Some(chart::Signal::Unusual),
    }
}

fn of_mark(mark: VariationMark) -> Option<chart::Signal> {
    match mark {
        VariationMark::ImprovingHigh | VariationMark::ImprovingLow => Some(chart::Signal::Improvement),
        VariationMark::ConcernHigh | VariationMark::ConcernLow => Some(chart::Signal::Concern),
        VariationMark::UnusualHigh | VariationMark::UnusualLow => Some(chart::Signal::Unusual),
        VariationMark::Changed
        | VariationMark::Ordinary
        | VariationMark::TooSoon
        | VariationMark::NotTested => None,
    }
}

/// How far each figure of a sample may be from the truth.
fn intervals(assessed: &Assessed<'_>, window: Window) -> Vec<Option<(Finite, Finite)>> {
    if assessed.indicator.nature != Nature::Sample {
        return Vec::new();
    }
    let ends = |observation: &Observation<'_>| {
        let interval = sample_interval(observation.numerator()?, observation.denominator()?)?;
        Finite::new(interval.lower).zip(Finite::new(interval.upper))
    };
    window
        .observations(&assessed.series)
        .into_iter()
        .map(|observation| observation.and_then(ends))
        .collect()
}

/// The months of a phase that the window shows, counted from its first.
fn shown(phase: &Phase<'_>, window: Window) -> Option<Range<usize>> {
    let from = window.place(phase.from()?.max(window.first))?;
    let until = window.place(phase.until()?)?;
    Some(from..until + 1)
}

/// Average and limits of each phase that has them; for a run chart, the median of the current one.
fn phases(assessed: &Assessed<'_>, window: Window, detail: Detail) -> Vec<chart::Phase> {
    let latest = assessed.phases.len().saturating_sub(1);
    assessed
        .phases
        .iter()
        .enumerate()
        .filter_map(|(at, phase)| {
            let is_current = at == latest;
            let naming = Naming {
                assessed,
                detail,
                named: is_current && detail == Detail::Full,
            };
            let with_lines = naming.with_lines(phase, shown(phase, window)?);
            with_lines.or_else(|| naming.median(phase, shown(phase, window)?).filter(|_| is_current))
        })
        .collect()
}

/// Lines of phases, with or without their names.
#[derive(Clone, Copy)]
struct Naming<'a, 'p> {
    assessed: &'a Assessed<'p>,
    detail: Detail,
    named: bool,
}

impl Naming<'_, '_> {
    fn with_lines(self, phase: &Phase<'_>, months: Range<usize>) -> Option<chart::Phase> {
        let lines = phase.lines?;
        let limits = || {
            Some(chart::Limits {
                lower: self.level("Lower limit", lines.limits.lower)?,
                upper: self.level("Upper limit", lines.limits.upper)?,
                standing: if phase.values() < VALUES_FOR_FIRM_LIMITS {
                    chart::Standing::Trial
                } else {
                    chart::Standing::Settled
                },
            })
        };
        Some(chart::Phase {
            months,
            centre: self.level("Average", lines.mean)?,
            limits: match self.detail {
                Detail::Full | Detail::Past => Some(limits()?),
                Detail::Small => None,
            },
        })
    }

    fn median(self, phase: &Phase<'_>, months: Range<usize>) -> Option<chart::Phase> {
        let median = match &self.assessed.statistics {
            Statistics::Run(runs) => runs.median?,
            Statistics::Control | Statistics::Sample(_) | Statistics::Between(_) | Statistics::None => {
                return None;
            }
        };
        phase.lines.is_none().then_some(chart::Phase {
            months,
            centre: self.level("Median", median)?,
            limits: None,
        })
    }

    fn level(self, name: &str, at: f64) -> Option<chart::Level> {
        let label = || Label::from(format!("{name} {}", printed::line(self.assessed.indicator, at)));
        Some(chart::Level {
            value: Finite::new(at)?,
            label: self.named.then(label),
        })
    }
}

/// Where another definition begins, limits begin anew, or a sum starts again from nothing.
pub(super) fn breaks(assessed: &Assessed<'_>, window: Window, detail: Detail) -> Vec<chart::Break> {
    let mut breaks: BTreeMap<usize, (String, chart::AcrossBreak)> = years(assessed.indicator, window);
    breaks.extend(assessed.phases.iter().filter_map(|phase| change(phase, window)));
    let label = |text: String| match detail {
        Detail::Full | Detail::Past => Label::from(text),
        Detail::Small => Label::default(),
    };
    breaks
        .into_iter()
        .filter(|(before, _)| *before > 0)
        .map(|(before, (text, line))| chart::Break {
            before,
            label: label(text),
            line,
        })
        .collect()
}

/// What is counted from the beginning of the year begins anew every April.
fn years(indicator: &Indicator, window: Window) -> BTreeMap<usize, (String, chart::AcrossBreak)> {
    let begins =
        |month: &Month| indicator.nature == Nature::Cumulative && *month == month.financial_year_start();
    window
        .months()
        .filter(begins)
        .filter_map(|april| {
            let year = (april.financial_year(), chart::AcrossBreak::Interrupted);
            Some((window.place(april)?, year))
        })
        .collect()
}

fn change(phase: &Phase<'_>, window: Window) -> Option<(usize, (String, chart::AcrossBreak))> {
    let change = match phase.start {
        PhaseStart::Beginning => return None,
        PhaseStart::Definition(version) => (version.label.clone(), chart::AcrossBreak::Interrupted),
        PhaseStart::Recalculation(recalculation) => {
            let reason = said::clause(&recalculation.reason).to_owned();
            (reason, chart::AcrossBreak::Continued)
        }
    };
    Some((window.place(phase.from()?)?, change))
}

/// The latest figure, with its month where later ones have none.
fn latest(assessed: &Assessed<'_>, window: Window) -> Option<Label> {
    let newest = window
        .owed(&assessed.series)
        .filter(|observation| observation.known().is_some())
        .last()?;
    let value = printed::value(assessed.indicator, newest.published()?);
    Some(if newest.month == window.last {
        Label::from(value)
    } else {
        Label::from(format!("{value} in {}", newest.month.name()))
    })
}
