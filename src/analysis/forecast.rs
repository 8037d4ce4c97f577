//! How fast an indicator must move to reach its end target, how fast it has moved, and where it goes if nothing changes.
//! Knows when a forecast is supported; how it is calculated is the statistics' business.

use crate::analysis::exact::binary64;
use crate::analysis::method::Method;
use crate::analysis::phases::Phase;
use crate::analysis::rating::{Aim, shortfall};
use crate::analysis::series::Series;
use crate::analysis::target::{EndTarget, aim_of};
use crate::domain::{Good, Indicator, Month, Unit, published};
use crate::statistics::forecast::{FURTHEST_MONTH, NoForecast, Scale, Step, forecast};
use crate::statistics::interval::{Change, Interval};
use rust_decimal::Decimal;

/// The gap to the end target, and the pace at which it closes. Paces are in the indicator's unit a month, positive when the gap closes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// The month from which progress is counted: the first of the baseline period, or the first figure of the definition.
    pub from: Month,
    /// The last month of the baseline period; the same where one figure is the start. What is of several months stands for the
    /// middle of them.
    pub until: Month,
    /// The value there, as printed.
    pub start: Decimal,
    /// The month of the latest figure.
    pub now: Month,
    /// How far it is from the end target, as printed; nought when that is met.
    pub gap: Decimal,
    /// Months from the latest figure to the end target.
    pub months_left: u32,
    /// The gap closed a month so far, at one decimal more than the indicator's.
    pub achieved: Decimal,
    /// The gap to be closed a month from now on, at one decimal more than the indicator's; `None` when the target is met or its month is reached.
    pub needed: Option<Decimal>,
    /// What follows.
    pub word: PaceWord,
}

/// Whether the pace is enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PaceWord {
    /// The end target is met.
    Reached,
    /// At least as fast as needed.
    Enough,
    /// Closing, too slowly.
    TooSlow,
    /// Not closing at all.
    NotClosing,
    /// The end target is due already, and not met.
    OutOfTime,
}

/// Why no pace can be stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyNoPace {
    /// Neither high nor low is good.
    Neutral,
    /// There is no end target of the current definition.
    NoEndTarget,
    /// The latest figure is missing.
    NoFigure,
    /// There is no earlier figure of the same definition to start from.
    NoStart,
    /// The latest figure is of too few cases, or of a sample too near its target, to be rated: a distance measured from it
    /// would be chance.
    Uncertain,
}

/// One month of a forecast, in the indicator's unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ForecastPoint {
    /// The month.
    pub month: Month,
    /// The middle of what is expected.
    pub centre: f64,
    /// Where the month's value should lie, at 95%.
    pub interval: Interval,
}

/// Where an indicator goes if what moves it now goes on and dies away: a damped trend.
#[derive(Debug, Clone, PartialEq)]
pub struct Outlook {
    /// The months ahead, the nearest first; at most nine, and none after the month of excellence.
    pub points: Vec<ForecastPoint>,
    /// What it says of the target of its last month.
    pub target: OutlookForTarget,
}

/// What a forecast says of the target of its last month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutlookForTarget {
    /// The whole interval meets it.
    Likely,
    /// The interval holds it.
    Open,
    /// The whole interval misses it.
    Unlikely,
    /// There is no target to test, or no good direction.
    NotTested,
}

/// Why there is no forecast.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyNoOutlook {
    /// Only monthly flows on a control chart are forecast.
    NotFit,
    /// The month of excellence is reached.
    NothingAhead,
    /// The latest figure is missing.
    NoFigure,
    /// It follows the seasons, which a trend does not know.
    Seasonal,
    /// The statistics refuse.
    Refused(NoForecast),
}

/// Needed against achieved first, then the forecast, each with the reason where it is not there.
#[derive(Debug, Clone, PartialEq)]
pub struct Forecast {
    /// Needed against achieved.
    pub pace: Result<Pace, WhyNoPace>,
    /// The forecast.
    pub outlook: Result<Outlook, WhyNoOutlook>,
}

/// Needed against achieved. Both are compared as they are printed.
pub(crate) fn pace(
    indicator: &Indicator,
    series: &Series<'_>,
    end: Option<EndTarget>,
) -> Result<Pace, WhyNoPace> {
    if indicator.good == Good::Neutral {
        return Err(WhyNoPace::Neutral);
    }
    let end = end.ok_or(WhyNoPace::NoEndTarget)?;
    let latest = series.current().ok_or(WhyNoPace::NoFigure)?;
    let (now, value) = (latest.month, latest.published().ok_or(WhyNoPace::NoFigure)?);
    if latest.rated.basis.is_uncertain() {
        return Err(WhyNoPace::Uncertain);
    }
    let Start {
        from,
        until,
        value: start,
    } = start(indicator, series, now).ok_or(WhyNoPace::NoStart)?;
    let distance = |value| shortfall(value, end.aim, indicator.good).ok_or(WhyNoPace::NoEndTarget);
    let gap = distance(value)?.max(Decimal::ZERO);
    let closed = distance(start)? - distance(value)?;
    let months_left = u32::try_from(end.month.months_since(now)).unwrap_or(0);
    let a_month = |amount: Decimal, months: Decimal| {
        let exact = amount.checked_div(months).unwrap_or_default();
        published(exact, *indicator.decimals.value() + 1)
    };
    let achieved = a_month(closed, months_from_the_middle(from, until, now));
    let needed = (gap > Decimal::ZERO && months_left > 0).then(|| a_month(gap, Decimal::from(months_left)));
    let word = pace_word(gap, achieved, needed);
    Ok(Pace {
        from,
        until,
        start,
        now,
        gap,
        months_left,
        achieved,
        needed,
        word,
    })
}

/// What progress is counted from: a printed value, and the months that it is of.
struct Start {
    from: Month,
    until: Month,
    value: Decimal,
}

/// Where progress is counted from: the baseline, where it is of the same definition, else the first figure that is.
fn start(indicator: &Indicator, series: &Series<'_>, now: Month) -> Option<Start> {
    let version = indicator.version_in(now);
    let baseline = indicator
        .baseline
        .as_ref()
        .filter(|baseline| indicator.version_in(baseline.until) == version && baseline.until < now)
        .map(|baseline| Start {
            from: baseline.from,
            until: baseline.until,
            value: published(baseline.value.value().0, *indicator.decimals.value()),
        });
    let first = || {
        let mut months = series
            .owed()
            .filter(|month| month.version == version && month.month < now);
        months.find_map(|month| {
            Some(Start {
                from: month.month,
                until: month.month,
                value: month.published()?,
            })
        })
    };
    baseline.or_else(first)
}

/// A value of several months is that of their middle: a year's average does not stand for its last month.
fn months_from_the_middle(from: Month, until: Month, now: Month) -> Decimal {
    Decimal::from(now.months_since(until)) + Decimal::from(until.months_since(from)) / Decimal::TWO
}

fn pace_word(gap: Decimal, achieved: Decimal, needed: Option<Decimal>) -> PaceWord {
    match needed {
        None if gap.is_zero() => PaceWord::Reached,
        None => PaceWord::OutOfTime,
        Some(_) if achieved <= Decimal::ZERO => PaceWord::NotClosing,
        Some(needed) if achieved >= needed => PaceWord::Enough,
        Some(_) => PaceWord::TooSlow,
    }
}

/// The forecast from the current phase to the month of excellence, nine months ahead at most.
pub(crate) fn outlook(
    indicator: &Indicator,
    method: Method,
    phase: Option<&Phase<'_>>,
    excellence: Month,
) -> Result<Outlook, WhyNoOutlook> {
    let phase = match (method, phase) {
        (Method::ControlChart { .. }, Some(phase)) => phase,
        (Method::ControlChart { .. }, None)
        | (
            Method::RunChart { .. }
            | Method::SampleInterval
            | Method::TimeBetween
            | Method::PlainLine(_)
            | Method::TooSoon { .. },
            _,
        ) => return Err(WhyNoOutlook::NotFit),
    };
    let latest = phase
        .points
        .last()
        .filter(|latest| latest.value.is_some())
        .ok_or(WhyNoOutlook::NoFigure)?;
    if indicator.seasonal {
        return Err(WhyNoOutlook::Seasonal);
    }
    let ahead = usize::try_from(excellence.months_since(latest.month)).unwrap_or(0);
    if ahead == 0 {
        return Err(WhyNoOutlook::NothingAhead);
    }
    let scale = match indicator.unit {
        Unit::Percent => Scale::Percentage,
        Unit::Number | Unit::RatePer10000 | Unit::Days | Unit::Ratio => Scale::NotBelowZero,
    };
    let steps = forecast(&phase.rows(), scale, ahead.min(FURTHEST_MONTH)).map_err(WhyNoOutlook::Refused)?;
    let points: Vec<ForecastPoint> = steps
        .iter()
        .map(|step| forecast_point(step, latest.month))
        .collect();
    let target = points.last().map_or(OutlookForTarget::NotTested, |last| {
        against_target(last.interval, aim_of(indicator, last.month), indicator.good)
    });
    Ok(Outlook { points, target })
}

fn forecast_point(step: &Step, latest: Month) -> ForecastPoint {
    let month = latest.plus(i32::try_from(step.ahead).unwrap_or(0));
    ForecastPoint {
        month,
        centre: step.centre,
        interval: step.interval,
    }
}

fn against_target(interval: Interval, aim: Option<Aim>, good: Good) -> OutlookForTarget {
    let side = |bound: Decimal| binary64(bound).map(|bound| interval.compared_with(bound));
    match (good, aim) {
        (Good::High, Some(Aim::Value(target))) => side(target).map_or(OutlookForTarget::NotTested, if_higher),
        (Good::Low, Some(Aim::Value(target))) => side(target).map_or(OutlookForTarget::NotTested, if_lower),
        (Good::Range, Some(Aim::Range(low, high))) => match (side(low), side(high)) {
            (Some(Change::Higher), Some(Change::Lower)) => OutlookForTarget::Likely,
            (Some(Change::Lower), _) | (_, Some(Change::Higher)) => OutlookForTarget::Unlikely,
            (Some(_), Some(_)) => OutlookForTarget::Open,
            (None, _) | (_, None) => OutlookForTarget::NotTested,
        },
        (Good::High | Good::Low, Some(Aim::Range(..)) | None)
        | (Good::Range, Some(Aim::Value(_)) | None)
        | (Good::Neutral, _) => OutlookForTarget::NotTested,
    }
}

fn if_higher(side: Change) -> OutlookForTarget {
    match side {
        Change::Higher => OutlookForTarget::Likely,
        Change::WithinChance => OutlookForTarget::Open,
        Change::Lower => OutlookForTarget::Unlikely,
    }
}

fn if_lower(side: Change) -> OutlookForTarget {
    match side {
        Change::Lower => OutlookForTarget::Likely,
        Change::WithinChance => OutlookForTarget::Open,
        Change::Higher => OutlookForTarget::Unlikely,
    }
}

impl Pace {
    /// From when progress is counted, after "since": `March 2010`, or `the baseline of April 2009 to March 2010`.
    #[must_use]
    pub fn since(&self) -> String {
        if self.from == self.until {
            self.from.to_string()
        } else {
            format!("the baseline of {} to {}", self.from, self.until)
        }
    }
}

impl PaceWord {
    /// In words, after "The pace is": for a table.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Reached => "End target met",
            Self::Enough => "Fast enough",
            Self::TooSlow => "Too slow",
            Self::NotClosing => "Not closing",
            Self::OutOfTime => "Already due",
        }
    }
}

impl WhyNoPace {
    /// The reason, in a sentence.
    #[must_use]
    pub fn reason(self) -> &'static str {
        match self {
            Self::Neutral => "Neither high nor low is good, so that there is no pace.",
            Self::NoEndTarget => "There is no end target of the present definition.",
            Self::NoFigure => "The latest figure is missing.",
            Self::NoStart => "There is no earlier figure of the same definition to start from.",
            Self::Uncertain => {
                "The latest figure is of too few cases, or of too small a sample, to be rated."
            }
        }
    }
}

impl WhyNoOutlook {
    /// The reason in a few words, after "none".
    #[must_use]
    pub fn brief(&self) -> &'static str {
        match self {
            Self::NotFit => "there are no limits to go by",
            Self::NothingAhead => "the month of excellence is reached",
            Self::NoFigure => "the latest figure is missing",
            Self::Seasonal => "it follows the seasons",
            Self::Refused(NoForecast::TooFewPoints { .. }) => "too few values",
            Self::Refused(NoForecast::NoVariation) => "its values are all the same",
            Self::Refused(NoForecast::OffTheScale { .. }) => "a value lies outside its scale",
            Self::Refused(NoForecast::TooLarge) => "its values are too large",
        }
    }

    /// The reason, in a sentence.
    #[must_use]
    pub fn reason(self) -> &'static str {
        match self {
            Self::NotFit => "Only monthly flows with limits are forecast.",
            Self::NothingAhead => "The month of excellence is reached.",
            Self::NoFigure => "The latest figure is missing.",
            Self::Seasonal => "It follows the seasons, which a trend does not know.",
            Self::Refused(NoForecast::TooFewPoints { .. }) => "It has too few values for a forecast.",
            Self::Refused(NoForecast::NoVariation) => "Its values are all the same.",
            Self::Refused(NoForecast::OffTheScale { .. }) => {
                "One of its values lies outside the scale of its unit."
            }
            Self::Refused(NoForecast::TooLarge) => "Its values are too large to calculate with.",
        }
    }
}
