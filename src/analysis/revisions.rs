//! What a paper knows better than an earlier one did: we said, we now say, why.
//! Knows two states of knowledge of the same figures; not where a figure was printed.

use crate::analysis::indicator::Assessed;
use crate::analysis::series::{Gap, Observation, Origin, Reading};
use crate::domain::{Absence, Date, Indicator, Month};
use crate::words;
use rust_decimal::Decimal;

/// What was said of a month's figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// A published value.
    Value(Decimal),
    /// That it was missing, and why, where that was stated.
    Missing(Option<Absence>),
}

impl Said {
    /// As a table prints it: the figure with its unit, or the shorthand of its absence.
    #[must_use]
    pub fn words(self, indicator: &Indicator) -> String {
        match self {
            Self::Value(value) => words::figure(value, indicator.unit, *indicator.decimals.value()),
            Self::Missing(Some(reason)) => reason.shorthand().to_owned(),
            Self::Missing(None) => Absence::NotYetAvailable.shorthand().to_owned(),
        }
    }
}

/// Why what we say has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why<'p> {
    /// It came after the earlier paper's cut-off, on this day.
    ReceivedLater(Date),
    /// A correction that gives its reason.
    Corrected {
        /// The day on which the correction came.
        received: Date,
        /// The reason it gives.
        reason: &'p str,
    },
    /// The record itself was put right, without a date.
    Record,
}

impl Why<'_> {
    /// In words, for a table.
    #[must_use]
    pub fn words(self) -> String {
        match self {
            Self::ReceivedLater(day) => format!("Received on {day}"),
            Self::Corrected { received, reason } => {
                format!("{} (corrected on {received})", reason.trim_end_matches('.'))
            }
            Self::Record => "The record was put right".to_owned(),
        }
    }
}

/// A figure that an earlier paper gave differently.
#[derive(Debug, Clone, Copy)]
pub struct Revision<'p> {
    /// The indicator.
    pub indicator: &'p Indicator,
    /// The month that the figure is of.
    pub month: Month,
    /// What the earlier paper said.
    pub said: Said,
    /// What this paper says.
    pub now: Said,
    /// Why.
    pub why: Why<'p>,
}

/// Every figure that `then` gave, or owed, and that `now` gives differently; in the order of the indicators, then of the
/// months. Figures that are missing now as then are no revision, whatever is said of them.
#[must_use]
pub fn between<'p>(then: &[Assessed<'_>], now: &[Assessed<'p>]) -> Vec<Revision<'p>> {
    let earlier = |one: &Assessed<'p>| {
        then.iter()
            .find(|earlier| earlier.indicator.id.value() == one.indicator.id.value())
    };
    let pairs = now.iter().filter_map(|one| Some((earlier(one)?, one)));
    pairs.flat_map(|(then, now)| of_indicator(then, now)).collect()
}

fn of_indicator<'p>(then: &Assessed<'_>, now: &Assessed<'p>) -> Vec<Revision<'p>> {
    let owed = then.series.owed();
    owed.filter_map(|earlier| of_month(earlier, now.indicator, now.series.at(earlier.month)?))
        .collect()
}

fn of_month<'p>(
    then: &Observation<'_>,
    indicator: &'p Indicator,
    now: &Observation<'p>,
) -> Option<Revision<'p>> {
    let (said, says) = (said(then)?, said(now)?);
    let differs = match (said, says) {
        (Said::Missing(_), Said::Missing(_)) => false,
        (Said::Value(_), Said::Missing(_)) | (Said::Missing(_), Said::Value(_)) => true,
        (Said::Value(earlier), Said::Value(later)) => earlier != later,
    };
    let why = why(origin(now), origin(then).and_then(|origin| origin.received()));
    differs.then_some(Revision {
        indicator,
        month: now.month,
        said,
        now: says,
        why,
    })
}

/// What an observation says; `None` where nothing is owed.
fn said(observation: &Observation<'_>) -> Option<Said> {
    match &observation.reading {
        Reading::Known(known) => Some(Said::Value(known.published)),
        Reading::Absent(Gap::Stated { reason, .. }) => Some(Said::Missing(Some(*reason))),
        Reading::Absent(Gap::NothingToMeasure(_)) => Some(Said::Missing(Some(Absence::NotApplicable))),
        Reading::Absent(Gap::NoReturn | Gap::LeftOut) => Some(Said::Missing(None)),
        Reading::Absent(Gap::NotOwed) => None,
    }
}

fn origin<'p>(observation: &Observation<'p>) -> Option<Origin<'p>> {
    match &observation.reading {
        Reading::Known(known) => Some(known.origin),
        Reading::Absent(Gap::Stated { origin, .. } | Gap::NothingToMeasure(origin)) => Some(*origin),
        Reading::Absent(Gap::NoReturn | Gap::LeftOut | Gap::NotOwed) => None,
    }
}

/// A correction says why; what came later than what was known then came too late for the earlier paper; everything
/// else is the record put right.
fn why(origin: Option<Origin<'_>>, known_then: Option<Date>) -> Why<'_> {
    let Some(received) = origin.and_then(|origin| origin.received()) else {
        return Why::Record;
    };
    match origin.and_then(|origin| origin.correction()) {
        Some(correction) => Why::Corrected {
            received,
            reason: &correction.reason,
        },
        None if known_then != Some(received) => Why::ReceivedLater(received),
        None => Why::Record,
    }
}
