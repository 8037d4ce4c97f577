//! Progress in the facts document: months taken together, one period beside an earlier one, pace and forecast, and other
//! people's figures. Knows what can be said of each, and why not; sums nothing itself.

use super::values::{Binary, Exactly, InMonth, OnDay, OrReason};
use super::verdict::{Between, Signal, between};
use super::vocabulary::{
    AgainstChance, Comparability, Gain, Held, PaceWord, Prospect, StepWord, WhyNoOutlook, WhyNoPace,
    WhyNoStep, WhyNotPooled,
};
use crate::analysis::comparison;
use crate::analysis::forecast::{self, ForecastPoint};
use crate::analysis::indicator::Assessed;
use crate::analysis::progress::{self, Span};
use crate::analysis::year_to_date::{self, PooledOrNot};
use crate::domain;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Serialize;

/// Months taken together: recomputed from their counts, never averaged from percentages.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Pooled {
    /// The value as printed.
    published: Exactly,
    /// The value before its one rounding.
    exact: Exactly,
    /// What is counted, or the sum of the values where there is no denominator.
    numerator: Exactly,
    /// Out of what.
    #[serde(skip_serializing_if = "Option::is_none")]
    denominator: Option<Exactly>,
    /// The first month that is in it.
    from: InMonth,
    /// The last month that is in it.
    until: InMonth,
    /// Months from the first to the last that owe a figure.
    owed: usize,
    /// Those of them that have one.
    with_figure: usize,
    /// Why it begins later than the period does: the definition changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    since_break: Option<String>,
}

type PooledOrWhy = OrReason<Pooled, WhyNotPooled>;

/// The periods that the papers print, each up to the month of the latest figure.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Periods {
    /// From April.
    year_to_date: PooledOrWhy,
    /// From the beginning of the quarter of the financial year.
    quarter: PooledOrWhy,
    /// From the beginning of the half-year that the chair's report covers.
    half_year: PooledOrWhy,
    /// The half-year before, whole.
    previous_half_year: PooledOrWhy,
    /// The same months as the half-year, a year earlier.
    year_before: PooledOrWhy,
}

/// Where the improvement began.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Baseline {
    /// The period in words.
    period: String,
    /// Its first month.
    from: InMonth,
    /// Its last month.
    until: InMonth,
    /// The published value.
    value: Exactly,
}

/// A period beside an earlier one.
#[derive(Debug, Serialize, JsonSchema)]
struct Step {
    /// The later period.
    now: Side,
    /// The earlier period.
    then: Side,
    /// The later value less the earlier.
    difference: Exactly,
    /// The difference seen through what is good.
    word: StepWord,
    /// Whether chance explains it, where that can be tested.
    #[serde(skip_serializing_if = "Option::is_none")]
    chance: Option<AgainstChance>,
}

/// A period and its value.
#[derive(Debug, Serialize, JsonSchema)]
struct Side {
    /// Its first month.
    from: InMonth,
    /// Its last month.
    until: InMonth,
    /// Its value as printed; for counts that are summed, that of an average month.
    value: Exactly,
}

/// Sustained, improved, pace.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Progress {
    /// Was it held?
    sustained: Sustained,
    /// Did it get better?
    improved: Improved,
    /// Is it fast enough for the end target?
    pace: OrReason<Pace, WhyNoPace>,
}

/// Whether progress was held.
#[derive(Debug, Serialize, JsonSchema)]
struct Sustained {
    answer: Held,
    /// The signal of concern, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    concern: Option<Signal>,
    /// The half-year beside the one before.
    since_half_year_before: OrReason<Step, WhyNoStep>,
}

/// Whether something got better.
#[derive(Debug, Serialize, JsonSchema)]
struct Improved {
    answer: Gain,
    /// The signal of improvement, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    signal: Option<Signal>,
    /// The half-year beside the baseline period.
    since_baseline: OrReason<Step, WhyNoStep>,
    /// The half-year beside the same half a year before.
    since_year_before: OrReason<Step, WhyNoStep>,
}

/// The gap to the end target, and the pace at which it closes, in the indicator's unit a month.
#[derive(Debug, Serialize, JsonSchema)]
struct Pace {
    /// The month from which progress is counted; of a baseline of several months the first.
    from: InMonth,
    /// The last month of the baseline; the same where one figure is the start.
    until: InMonth,
    /// The value there, as printed.
    start: Exactly,
    /// The month of the latest figure.
    now: InMonth,
    /// How far that is from the end target.
    gap: Exactly,
    /// Months from the latest figure to the end target.
    months_left: u32,
    /// The gap closed a month so far.
    achieved: Exactly,
    /// The gap to be closed a month from now on; not where the target is met or due.
    #[serde(skip_serializing_if = "Option::is_none")]
    needed: Option<Exactly>,
    /// What follows.
    word: PaceWord,
}

/// Where an indicator goes if what moves it now goes on and dies away.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Forecast {
    /// The method.
    method: &'static str,
    /// The months ahead, the nearest first.
    points: Vec<Ahead>,
    /// What it says of the target of its last month.
    target: Prospect,
}

/// One month of a forecast.
#[derive(Debug, Serialize, JsonSchema)]
struct Ahead {
    month: InMonth,
    /// The middle of what is expected.
    centre: Binary,
    /// Where the month's value should lie, at 95%.
    #[serde(flatten)]
    interval: Between,
}

/// A published figure of somebody else.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Comparator {
    /// Whose it is.
    name: String,
    /// The period that it is of.
    period: String,
    /// The value as published.
    value: Exactly,
    /// The day of publication.
    published: OnDay,
    /// Where it was published.
    source: String,
    /// The number of the definition that it follows.
    version: u32,
    /// Whether it may stand beside ours.
    comparability: Comparability,
    /// What a reader should know before comparing.
    #[serde(skip_serializing_if = "Option::is_none")]
    caution: Option<String>,
}

/// The periods of an indicator.
pub fn periods(periods: &year_to_date::Periods<'_>) -> Periods {
    Periods {
        year_to_date: pooled(&periods.year_to_date),
        quarter: pooled(&periods.quarter),
        half_year: pooled(&periods.half_year),
        previous_half_year: pooled(&periods.previous_half_year),
        year_before: pooled(&periods.year_before),
    }
}

fn pooled(months: &PooledOrNot<'_>) -> PooledOrWhy {
    match months {
        Ok(months) => OrReason::Said(Pooled {
            published: months.published.into(),
            exact: months.exact.into(),
            numerator: months.numerator.into(),
            denominator: months.denominator.map(Into::into),
            from: months.from.into(),
            until: months.until.into(),
            owed: months.owed,
            with_figure: months.with_figure,
            since_break: months.since_break.map(|version| version.reason.clone()),
        }),
        Err(why) => OrReason::absent(*why, why.words()),
    }
}

impl From<&domain::Baseline> for Baseline {
    fn from(baseline: &domain::Baseline) -> Self {
        Self {
            period: baseline.period.clone(),
            from: baseline.from.into(),
            until: baseline.until.into(),
            value: baseline.value.value().0.into(),
        }
    }
}

/// The three questions for one indicator.
pub fn progress(progress: &progress::Progress<'_>) -> Progress {
    let (sustained, improved) = (&progress.sustained, &progress.improved);
    Progress {
        sustained: Sustained {
            answer: sustained.answer.into(),
            concern: sustained.concern.as_ref().map(Into::into),
            since_half_year_before: step(&sustained.step),
        },
        improved: Improved {
            answer: improved.answer.into(),
            signal: improved.signal.as_ref().map(Into::into),
            since_baseline: step(&improved.since_baseline),
            since_year_before: step(&improved.since_year_before),
        },
        pace: match &progress.pace {
            Ok(pace) => OrReason::Said(pace.into()),
            Err(why) => OrReason::absent(*why, why.reason()),
        },
    }
}

fn step(step: &Result<progress::Step<'_>, progress::WhyNoStep>) -> OrReason<Step, WhyNoStep> {
    match step {
        Ok(step) => OrReason::Said(Step {
            now: side(&step.now, step.now_value),
            then: side(&step.then, step.then_value),
            difference: step.difference.into(),
            word: step.word.into(),
            chance: step.chance.map(Into::into),
        }),
        Err(why) => OrReason::absent(*why, why.reason()),
    }
}

fn side(span: &Span<'_>, value: Decimal) -> Side {
    let (from, until) = match span {
        Span::Months(pooled) => (pooled.from, pooled.until),
        Span::Month(month) => (*month, *month),
        Span::Baseline(baseline) => (baseline.from, baseline.until),
    };
    Side {
        from: from.into(),
        until: until.into(),
        value: value.into(),
    }
}

impl From<&forecast::Pace> for Pace {
    fn from(pace: &forecast::Pace) -> Self {
        Self {
            from: pace.from.into(),
            until: pace.until.into(),
            start: pace.start.into(),
            now: pace.now.into(),
            gap: pace.gap.into(),
            months_left: pace.months_left,
            achieved: pace.achieved.into(),
            needed: pace.needed.map(Into::into),
            word: pace.word.into(),
        }
    }
}

/// The forecast, or why there is none.
pub fn outlook(assessed: &Assessed<'_>) -> OrReason<Forecast, WhyNoOutlook> {
    match &assessed.forecast.outlook {
        Ok(outlook) => OrReason::Said(Forecast {
            method: "damped trend",
            points: outlook.points.iter().filter_map(ahead).collect(),
            target: outlook.target.into(),
        }),
        Err(why) => OrReason::absent(*why, why.reason()),
    }
}

fn ahead(point: &ForecastPoint) -> Option<Ahead> {
    Some(Ahead {
        month: point.month.into(),
        centre: Binary::of(point.centre)?,
        interval: between(point.interval)?,
    })
}

/// Published figures of others, those that may stand beside ours first.
pub fn comparators(assessed: &Assessed<'_>) -> Vec<Comparator> {
    assessed.comparators.iter().map(comparator).collect()
}

fn comparator(compared: &comparison::Compared<'_>) -> Comparator {
    let theirs = compared.comparator;
    Comparator {
        name: theirs.name.clone(),
        period: theirs.period.clone(),
        value: theirs.value.value().0.into(),
        published: (*theirs.published.value()).into(),
        source: theirs.source.clone(),
        version: *theirs.version.value(),
        comparability: compared.comparability.into(),
        caution: compared.caution(),
    }
}
