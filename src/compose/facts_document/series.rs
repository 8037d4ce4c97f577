//! An indicator's months in the facts document, with the lines that they are judged by.
//! Knows one series; its verdict stands beside it.

use super::places::Places;
use super::values::{Binary, Exactly, InMonth, OnDay};
use super::vocabulary::{Basis, Mark, PhaseStart, PointType, Rating, SignalLabel};
use crate::analysis::exact::printed_figure;
use crate::analysis::indicator::Assessed;
use crate::analysis::phases::{self, Lines, PhasePoint};
use crate::analysis::rating::{self, Aim, Rated};
use crate::analysis::series::{Gap, Known, Observation, Origin, Reading};
use crate::domain::{self, Indicator, Month};
use schemars::JsonSchema;
use serde::Serialize;

/// One month of one indicator: its figure or the reason why there is none, its target and rating, and its place on the chart.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MonthFigure {
    /// The month that the figure is of.
    month: InMonth,
    /// The number of the definition that it follows.
    version: u32,
    /// The value as printed, in the indicator's unit and with its decimals.
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<Exactly>,
    /// The value before its one rounding.
    #[serde(skip_serializing_if = "Option::is_none")]
    exact: Option<Exactly>,
    /// What is counted, for a count out of a count.
    #[serde(skip_serializing_if = "Option::is_none")]
    numerator: Option<Exactly>,
    /// Out of what.
    #[serde(skip_serializing_if = "Option::is_none")]
    denominator: Option<Exactly>,
    /// Why there is no figure: there is either this or `published`.
    #[serde(skip_serializing_if = "Option::is_none")]
    absence: Option<Absence>,
    /// Where the figure, or its absence, was typed.
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<String>,
    /// The day on which it came; the back series has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    received: Option<OnDay>,
    /// What was printed for the month before a correction changed it.
    #[serde(skip_serializing_if = "Option::is_none")]
    first_published: Option<Exactly>,
    /// What a reader should know about the figure.
    marks: Vec<Mark>,
    /// The target of the month.
    #[serde(skip_serializing_if = "Option::is_none")]
    target: Option<Target>,
    /// How the figure stands against it.
    rating: Rating,
    /// What the rating rests on, or why there is none.
    basis: Basis,
    /// The months that the rating takes together, where one has too few cases.
    #[serde(skip_serializing_if = "Option::is_none")]
    together: Option<Together>,
    /// The phase that the month belongs to, counted from 0; a month that owes no figure belongs to none.
    #[serde(skip_serializing_if = "Option::is_none")]
    phase: Option<usize>,
    /// The value as charted, in binary64.
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<Binary>,
    /// The average of its phase, where that has lines.
    #[serde(skip_serializing_if = "Option::is_none")]
    mean: Option<Binary>,
    /// The lower limit of its phase, likewise.
    #[serde(skip_serializing_if = "Option::is_none")]
    lower_limit: Option<Binary>,
    /// The upper limit of its phase, likewise.
    #[serde(skip_serializing_if = "Option::is_none")]
    upper_limit: Option<Binary>,
    /// The signal that it carries, likewise.
    #[serde(skip_serializing_if = "Option::is_none")]
    signal: Option<SignalLabel>,
    /// That signal as good, bad or neither, likewise.
    #[serde(skip_serializing_if = "Option::is_none")]
    point_type: Option<PointType>,
}

/// Why there is no figure.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum WhyAbsent {
    NotYetAvailable,
    NotAvailable,
    NotApplicable,
    Confidential,
    NothingToMeasure,
    NoReturn,
    LeftOut,
    NotOwed,
}

/// A figure that is not there.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Absence {
    /// The reason, for programs.
    reason: WhyAbsent,
    /// The reason, for people.
    words: String,
    /// What the contributor says of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

/// A target at one time.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Target {
    /// One value.
    Value {
        /// The target.
        value: Exactly,
    },
    /// Between two bounds, both included.
    Range {
        /// The lower bound.
        low: Exactly,
        /// The upper bound.
        high: Exactly,
    },
}

/// Months taken together for a rating.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Together {
    /// The first of them.
    from: InMonth,
    /// Their value together, as printed.
    published: Exactly,
}

/// A stretch of months that may be looked at as one process.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Phase {
    /// Its first month.
    from: InMonth,
    /// Its last month.
    until: InMonth,
    /// How many of its months have a value.
    values: usize,
    /// What begins it.
    start: PhaseStart,
    /// Why it begins, where something other than the series begins.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    /// Its lines, where it has enough values for them and a moving range.
    #[serde(skip_serializing_if = "Option::is_none")]
    limits: Option<Limits>,
}

/// The lines of a control chart.
#[derive(Debug, Serialize, JsonSchema)]
struct Limits {
    /// The average.
    mean: Binary,
    /// The average of the moving ranges that were kept.
    average_moving_range: Binary,
    /// The lower limit.
    lower: Binary,
    /// Two thirds of the way from the average to the lower limit.
    near_lower: Binary,
    /// Two thirds of the way from the average to the upper limit.
    near_upper: Binary,
    /// The upper limit.
    upper: Binary,
}

impl From<Aim> for Target {
    fn from(aim: Aim) -> Self {
        match aim {
            Aim::Value(value) => Self::Value { value: value.into() },
            Aim::Range(low, high) => Self::Range {
                low: low.into(),
                high: high.into(),
            },
        }
    }
}

/// All months of an indicator, in order.
pub fn months(places: Places<'_>, assessed: &Assessed<'_>) -> Vec<MonthFigure> {
    let months = assessed.series.observations().iter();
    months.map(|month| figure(places, assessed, month)).collect()
}

fn figure(places: Places<'_>, assessed: &Assessed<'_>, month: &Observation<'_>) -> MonthFigure {
    let charted = Charted::of(assessed, month.month);
    let lines = charted.and_then(|charted| charted.lines);
    let tested = charted.filter(|charted| charted.lines.is_some());
    let origin = origin(month);
    MonthFigure {
        month: month.month.into(),
        version: month.version,
        published: month.published().map(Into::into),
        exact: month.exact().map(Into::into),
        numerator: month.numerator().map(Into::into),
        denominator: month.denominator().map(Into::into),
        absence: month.gap().map(absence),
        at: origin.map(|origin| places.said(origin.place)),
        received: origin.and_then(Origin::received).map(Into::into),
        first_published: month
            .known()
            .and_then(|known| first_published(assessed.indicator, known)),
        marks: month.marks.iter().map(|mark| (*mark).into()).collect(),
        target: month.aim.map(Into::into),
        rating: month.rated.rating.into(),
        basis: month.rated.basis.into(),
        together: together(&month.rated),
        phase: charted.map(|charted| charted.phase),
        value: charted.and_then(|charted| Binary::of(charted.point.value?)),
        mean: lines.and_then(|lines| Binary::of(lines.mean)),
        lower_limit: lines.and_then(|lines| Binary::of(lines.limits.lower)),
        upper_limit: lines.and_then(|lines| Binary::of(lines.limits.upper)),
        signal: tested.map(|charted| charted.point.signal.into()),
        point_type: tested.map(|charted| charted.point.worth.into()),
    }
}

/// Where a month lies on its chart.
#[derive(Clone, Copy)]
struct Charted {
    phase: usize,
    point: PhasePoint,
    lines: Option<Lines>,
}

impl Charted {
    fn of(assessed: &Assessed<'_>, month: Month) -> Option<Self> {
        assessed.phases.iter().enumerate().find_map(|(phase, stretch)| {
            let point = stretch.points.iter().find(|point| point.month == month)?;
            Some(Self {
                phase,
                point: *point,
                lines: stretch.lines,
            })
        })
    }
}

fn absence(gap: &Gap<'_>) -> Absence {
    let (reason, note) = match gap {
        Gap::Stated { reason, note, .. } => (stated(*reason), note.map(str::to_owned)),
        Gap::NothingToMeasure(_) => (WhyAbsent::NothingToMeasure, None),
        Gap::NoReturn => (WhyAbsent::NoReturn, None),
        Gap::LeftOut => (WhyAbsent::LeftOut, None),
        Gap::NotOwed => (WhyAbsent::NotOwed, None),
    };
    Absence {
        reason,
        words: gap.words().to_owned(),
        note,
    }
}

fn stated(reason: domain::Absence) -> WhyAbsent {
    match reason {
        domain::Absence::NotYetAvailable => WhyAbsent::NotYetAvailable,
        domain::Absence::NotAvailable => WhyAbsent::NotAvailable,
        domain::Absence::NotApplicable => WhyAbsent::NotApplicable,
        domain::Absence::Confidential => WhyAbsent::Confidential,
    }
}

fn origin<'a>(month: &'a Observation<'_>) -> Option<&'a Origin<'a>> {
    match &month.reading {
        Reading::Known(known) => Some(&known.origin),
        Reading::Absent(Gap::Stated { origin, .. } | Gap::NothingToMeasure(origin)) => Some(origin),
        Reading::Absent(Gap::NoReturn | Gap::LeftOut | Gap::NotOwed) => None,
    }
}

fn first_published(indicator: &Indicator, known: &Known<'_>) -> Option<Exactly> {
    let (published, _) = printed_figure(known.superseded?, indicator.unit, *indicator.decimals.value())?;
    Some(published.into())
}

fn together(rated: &Rated) -> Option<Together> {
    match rated.basis {
        rating::Basis::Pooled { from, published } => Some(Together {
            from: from.into(),
            published: published.into(),
        }),
        rating::Basis::Value
        | rating::Basis::Counts
        | rating::Basis::Neutral
        | rating::Basis::NoTarget
        | rating::Basis::TooFew
        | rating::Basis::WithinInterval
        | rating::Basis::NothingToRate
        | rating::Basis::NoFigure => None,
    }
}

/// The phases of an indicator, in order.
pub fn phases(assessed: &Assessed<'_>) -> Vec<Phase> {
    assessed.phases.iter().filter_map(phase).collect()
}

fn phase(phase: &phases::Phase<'_>) -> Option<Phase> {
    Some(Phase {
        from: phase.from()?.into(),
        until: phase.until()?.into(),
        values: phase.values(),
        start: phase.start.into(),
        reason: phase.start.reason().map(str::to_owned),
        limits: phase.lines.and_then(limits),
    })
}

fn limits(lines: Lines) -> Option<Limits> {
    Some(Limits {
        mean: Binary::of(lines.mean)?,
        average_moving_range: Binary::of(lines.limits.average_moving_range)?,
        lower: Binary::of(lines.limits.lower)?,
        near_lower: Binary::of(lines.limits.near_lower)?,
        near_upper: Binary::of(lines.limits.near_upper)?,
        upper: Binary::of(lines.limits.upper)?,
    })
}
