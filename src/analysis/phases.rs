//! The stretches of a series that may be looked at as one process, and the lines of each.
//! Knows what begins a phase: a definition, or a recorded recalculation. Limits come from the statistics; when they may be shown is decided here.

use crate::analysis::exact::for_statistics;
use crate::analysis::method::VALUES_FOR_LIMITS;
use crate::analysis::series::{Observation, Series};
use crate::domain::{Frequency, Good, Indicator, Month, Nature, Recalculation, Version};
use crate::statistics::series::Series as Rows;
use crate::statistics::xmr::{self, Improvement, Limits, Options, PointType, SpecialCause};
use std::collections::{BTreeMap, BTreeSet};

/// What begins a phase.
#[derive(Debug, Clone, Copy)]
pub enum PhaseStart<'p> {
    /// The series itself begins.
    Beginning,
    /// Another definition: nothing before can be compared.
    Definition(&'p Version),
    /// A recorded change of the process: only the limits are new.
    Recalculation(&'p Recalculation),
}

/// One month on a control chart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PhasePoint {
    /// The month.
    pub month: Month,
    /// The value in binary64, in the indicator's unit; `None` where it is missing.
    pub value: Option<f64>,
    /// The signal that it carries; common cause also where the phase has no limits to test by.
    pub signal: SpecialCause,
    /// That signal as good, bad or neither.
    pub worth: PointType,
}

/// The lines of a phase that may have them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lines {
    /// The average.
    pub mean: f64,
    /// The limits of ordinary variation.
    pub limits: Limits,
}

/// A stretch of months that may be looked at as one process.
#[derive(Debug, Clone)]
pub struct Phase<'p> {
    /// What begins it.
    pub start: PhaseStart<'p>,
    /// Its months, in order and without holes; at least one.
    pub points: Vec<PhasePoint>,
    /// Its lines: for a monthly flow with enough values and a moving range, else none.
    pub lines: Option<Lines>,
}

impl Phase<'_> {
    /// How many months have a value.
    #[must_use]
    pub fn values(&self) -> usize {
        self.points.iter().filter(|point| point.value.is_some()).count()
    }

    /// The first month.
    #[must_use]
    pub fn from(&self) -> Option<Month> {
        self.points.first().map(|point| point.month)
    }

    /// The values of the months, in order.
    #[must_use]
    pub fn rows(&self) -> Vec<Option<f64>> {
        self.points.iter().map(|point| point.value).collect()
    }

    /// The last month.
    #[must_use]
    pub fn until(&self) -> Option<Month> {
        self.points.last().map(|point| point.month)
    }
}

impl PhaseStart<'_> {
    /// Why the phase begins, where something other than the series begins.
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        match self {
            Self::Beginning => None,
            Self::Definition(version) => Some(&version.reason),
            Self::Recalculation(recalculation) => Some(&recalculation.reason),
        }
    }
}

/// Whether control charts are made of an indicator at all: of monthly flows only.
#[must_use]
fn is_chartable(indicator: &Indicator) -> bool {
    indicator.nature == Nature::Flow && indicator.frequency == Frequency::Monthly
}

/// The phases of a series: one from each definition and each recorded recalculation on, over the months that owe a figure.
pub(crate) fn phases<'p>(indicator: &'p Indicator, series: &Series<'p>) -> Vec<Phase<'p>> {
    let starts = starts(indicator, series);
    let mut phases: Vec<Phase<'p>> = Vec::new();
    for observation in series.owed() {
        let point = untested(observation, indicator);
        match (phases.last_mut(), starts.get(&observation.month)) {
            (Some(phase), None) => phase.points.push(point),
            (None, _) => phases.push(Phase {
                start: PhaseStart::Beginning,
                points: vec![point],
                lines: None,
            }),
            (Some(_), Some(start)) => phases.push(Phase {
                start: *start,
                points: vec![point],
                lines: None,
            }),
        }
    }
    if is_chartable(indicator) {
        chart(&mut phases, indicator.good);
    }
    phases
}

/// What begins in which month: the first from then on that owes a figure. A definition outweighs a recalculation.
fn starts<'p>(indicator: &'p Indicator, series: &Series<'p>) -> BTreeMap<Month, PhaseStart<'p>> {
    let owed: BTreeSet<Month> = series.owed().map(|observation| observation.month).collect();
    let recalculated = indicator.recalculations.iter().map(|recalculation| {
        (
            *recalculation.month.value(),
            PhaseStart::Recalculation(recalculation),
        )
    });
    let defined = indicator
        .versions
        .iter()
        .map(|version| (*version.from.value(), PhaseStart::Definition(version)));
    let all = recalculated.chain(defined);
    all.filter_map(|(month, start)| Some((*owed.range(month..).next()?, start)))
        .collect()
}

fn untested(observation: &Observation<'_>, indicator: &Indicator) -> PhasePoint {
    PhasePoint {
        month: observation.month,
        value: observation
            .known()
            .and_then(|known| for_statistics(known.figure, indicator.unit)),
        signal: SpecialCause::CommonCause,
        worth: PointType::CommonCause,
    }
}

/// Gives lines and signals to the phases that have enough values for them and a moving range to compute them from.
fn chart(phases: &mut [Phase<'_>], good: Good) {
    let points = || phases.iter().flat_map(|phase| &phase.points);
    let rows = points().map(|point| (point.month, point.value)).collect();
    let starts = phases.iter().filter_map(Phase::from).collect();
    // Values beyond the finite numbers cannot be charted; the method says so.
    let Ok(rows) = Rows::dated(rows, &starts) else {
        return;
    };
    let charted = xmr::chart(
        &rows,
        &Options {
            improvement: improvement(good),
            ..Options::default()
        },
    );
    for (phase, charted) in phases.iter_mut().zip(charted.phases) {
        let lines = charted
            .mean
            .zip(charted.limits)
            .map(|(mean, limits)| Lines { mean, limits });
        // Where screening leaves no moving range but noughts, every month off the average would be a signal (SPEC section 11).
        let firm =
            |lines: &Lines| lines.limits.average_moving_range > 0.0 && phase.values() >= VALUES_FOR_LIMITS;
        phase.lines = lines.filter(firm);
        if phase.lines.is_some() {
            for (point, tested) in phase.points.iter_mut().zip(charted.points) {
                (point.signal, point.worth) = (tested.special_cause, tested.point_type);
            }
        }
    }
}

/// The good direction as control charts know it. A range has none: its signals are judged by whether they lead towards it.
pub(crate) fn improvement(good: Good) -> Improvement {
    match good {
        Good::High => Improvement::Increase,
        Good::Low => Improvement::Decrease,
        Good::Range | Good::Neutral => Improvement::Neutral,
    }
}
