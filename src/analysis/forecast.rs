//! How fast an indicator must move to reach its end target, how fast it has moved, and where it goes if nothing changes.
//! Knows when a forecast is supported; how it is calculated is the statistics' business.

use crate::domain::Month;
use crate::statistics::forecast::NoForecast;
use crate::statistics::interval::Interval;
use rust_decimal::Decimal;

/// The gap to the end target, and the pace at which it closes. Paces are in the indicator's unit a month, positive when the gap closes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// The month from which progress is counted: the end of the baseline period, or the first figure of the definition.
    pub from: Month,
    /// The value there, as printed.
    pub start: Decimal,
    /// The month of the latest figure.
    pub now: Month,
    /// How far it is from the end target, as printed; nought when that is met.
    pub gap: Decimal,
    /// Months from the latest figure to the end target.
    pub months_left: u32,
    /// The gap closed a month so far.
    pub achieved: Decimal,
    /// The gap to be closed a month from now on; `None` when the target is met or its month is reached.
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
    /// The end target's month is reached and the target is not.
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
