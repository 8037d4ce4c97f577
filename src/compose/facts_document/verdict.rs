//! An indicator's verdict in the facts document: how it stands, how it moves and how one knows, and what comes before.
//! Knows what the verdict says of itself; says nothing in its place.

use super::values::{Binary, Exactly, InMonth, OrReason};
use super::vocabulary::{Before, Lean, MovementKind, SignalRule, Towards};
use crate::analysis::indicator::{self, Assessed, Statistics};
use crate::analysis::movement::{self, Movement};
use crate::analysis::rare::TimeBetween;
use crate::analysis::streak;
use crate::analysis::verdict;
use crate::statistics::interval::Interval;
use crate::statistics::run_chart::RunPhase;
use schemars::JsonSchema;
use serde::Serialize;

/// The verdict on an indicator, in words and in its parts.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Verdict {
    /// About ten words: the title of its chart.
    title: String,
    /// The title without the indicator's name.
    short: String,
    /// Everything in one sentence: table, chart, exception and alternative text say it so.
    sentence: String,
    /// What the process will do with the end target, where that can be said and is not the month's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    end_sentence: Option<String>,
    /// How it moves, as far as that can be said.
    movement: MovementKind,
    /// The signal that fired at the latest figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    signal: Option<Signal>,
    /// For a run chart that shows a change, the first month of its phase.
    #[serde(skip_serializing_if = "Option::is_none")]
    changed_since: Option<InMonth>,
    /// With too few values, the first month in which anything can be said.
    #[serde(skip_serializing_if = "Option::is_none")]
    verdict_from: Option<InMonth>,
}

/// A signal of special cause.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Signal {
    /// The rule that fired, the strongest if several did.
    rule: SignalRule,
    /// Which way it points on the chart.
    lean: Lean,
    /// Which way that is, seen through what is good.
    direction: Towards,
    /// The first month of the pattern.
    since: InMonth,
    /// How many months the pattern spans, the latest included.
    months: usize,
    /// In how many months before this one the same pattern had fired already.
    repeats: usize,
}

/// Which way an indicator goes: only where a signal fired.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    Improving,
    Worsening,
    Nearer,
    Further,
    Higher,
    Lower,
    NotEstablished,
}

/// The difference from the figure before, in published values.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Difference {
    /// Latest less earlier, in the indicator's unit.
    amount: Exactly,
    /// The month of the earlier figure.
    since: InMonth,
}

/// Why there is no difference from the figure before.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum WhyNoDifference {
    /// The definition changed between the two.
    Break,
    /// The latest figure is missing.
    NoFigure,
    /// The figure before is missing.
    NoFigureBefore,
    /// It is the first figure.
    First,
}

/// Figures in a row, the latest last.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Streak {
    /// How many.
    figures: usize,
    /// The month of the first of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<InMonth>,
    /// What came before.
    before: Before,
    /// When that was.
    #[serde(skip_serializing_if = "Option::is_none")]
    before_in: Option<InMonth>,
}

/// What the method found, where that is not the lines of the phases.
#[derive(Debug, Default, Serialize, JsonSchema)]
pub struct Found {
    /// The run chart of the current phase.
    #[serde(skip_serializing_if = "Option::is_none")]
    run_chart: Option<Runs>,
    /// The interval of the latest sample, at 95%.
    #[serde(skip_serializing_if = "Option::is_none")]
    sample_interval: Option<Between>,
    /// The time since the last event.
    #[serde(skip_serializing_if = "Option::is_none")]
    time_between: Option<SinceTheLast>,
}

/// A run chart, with what chance allows.
#[derive(Debug, Serialize, JsonSchema)]
struct Runs {
    #[serde(skip_serializing_if = "Option::is_none")]
    median: Option<Binary>,
    /// Values that are not the median.
    useful: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    longest_run: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    longest_run_allowed: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    crossings: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fewest_crossings_allowed: Option<usize>,
    /// Whether it shows a change.
    signal: bool,
}

/// An interval at 95%, in the indicator's unit.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Between {
    /// Its lower end.
    pub lower: Binary,
    /// Its upper end.
    pub upper: Binary,
}

/// The time since something that happens seldom.
#[derive(Debug, Serialize, JsonSchema)]
struct SinceTheLast {
    /// The last month with any.
    #[serde(skip_serializing_if = "Option::is_none")]
    last: Option<InMonth>,
    /// Months from then, or from the beginning of the definition.
    months_since: u32,
    /// The longest time from one month with any to the next, before that.
    #[serde(skip_serializing_if = "Option::is_none")]
    longest_before: Option<u32>,
    /// A month without a figure since then.
    #[serde(skip_serializing_if = "Option::is_none")]
    gap: Option<InMonth>,
}

impl From<&verdict::Verdict<'_>> for Verdict {
    fn from(verdict: &verdict::Verdict<'_>) -> Self {
        let (changed_since, verdict_from) = match verdict.movement {
            Movement::Changed { since } => (Some(since.into()), None),
            Movement::TooSoon { verdict_from } => (None, Some(verdict_from.into())),
            Movement::Signal(_) | Movement::Ordinary | Movement::NotTested(_) | Movement::NoFigure => {
                (None, None)
            }
        };
        Self {
            title: verdict.title(),
            short: verdict.short(),
            sentence: verdict.sentence(),
            end_sentence: verdict.end_sentence(),
            movement: verdict.movement.into(),
            signal: verdict.movement.signal().map(Into::into),
            changed_since,
            verdict_from,
        }
    }
}

impl From<&movement::Signal> for Signal {
    fn from(signal: &movement::Signal) -> Self {
        Self {
            rule: signal.rule.into(),
            lean: signal.lean.into(),
            direction: signal.direction.into(),
            since: signal.since.into(),
            months: signal.months,
            repeats: signal.repeats,
        }
    }
}

impl From<&Movement> for Direction {
    fn from(movement: &Movement) -> Self {
        match movement.signal().map(|signal| signal.direction) {
            Some(movement::Direction::Improving) => Self::Improving,
            Some(movement::Direction::Worsening) => Self::Worsening,
            Some(movement::Direction::Nearer) => Self::Nearer,
            Some(movement::Direction::Further) => Self::Further,
            Some(movement::Direction::Higher) => Self::Higher,
            Some(movement::Direction::Lower) => Self::Lower,
            None => Self::NotEstablished,
        }
    }
}

impl From<streak::Streak> for Streak {
    fn from(streak: streak::Streak) -> Self {
        let before_in = match streak.before {
            streak::Before::Otherwise(month)
            | streak::Before::CannotBeSaid(month)
            | streak::Before::NotRated(month)
            | streak::Before::NothingToRate(month)
            | streak::Before::Break(month) => Some(month.into()),
            streak::Before::Nothing => None,
        };
        Self {
            figures: streak.figures,
            since: streak.since.map(Into::into),
            before: streak.before.into(),
            before_in,
        }
    }
}

/// The difference from the figure before, or why there is none.
pub fn difference(difference: &indicator::Difference<'_>) -> OrReason<Difference, WhyNoDifference> {
    use indicator::Difference as Told;
    match difference {
        Told::By { amount, since } => OrReason::Said(Difference {
            amount: (*amount).into(),
            since: (*since).into(),
        }),
        Told::Break(version) => OrReason::absent(
            WhyNoDifference::Break,
            format!("another definition since {}", version.from.value()),
        ),
        Told::NoFigure => OrReason::absent(WhyNoDifference::NoFigure, "the latest figure is missing"),
        Told::NoFigureBefore(month) => OrReason::absent(
            WhyNoDifference::NoFigureBefore,
            format!("the figure of {month} is missing"),
        ),
        Told::First => OrReason::absent(WhyNoDifference::First, "it is the first figure"),
    }
}

/// What the method found.
pub fn found(assessed: &Assessed<'_>) -> Found {
    match &assessed.statistics {
        Statistics::Run(runs) => Found {
            run_chart: Some(runs.into()),
            ..Found::default()
        },
        Statistics::Sample(interval) => Found {
            sample_interval: between(*interval),
            ..Found::default()
        },
        Statistics::Between(time) => Found {
            time_between: Some(time.into()),
            ..Found::default()
        },
        Statistics::Control | Statistics::None => Found::default(),
    }
}

/// An interval as two numbers.
pub fn between(interval: Interval) -> Option<Between> {
    Some(Between {
        lower: Binary::of(interval.lower)?,
        upper: Binary::of(interval.upper)?,
    })
}

impl From<&RunPhase> for Runs {
    fn from(phase: &RunPhase) -> Self {
        Self {
            median: phase.median.and_then(Binary::of),
            useful: phase.useful,
            longest_run: phase.runs.map(|runs| runs.longest),
            longest_run_allowed: phase.runs.map(|runs| runs.longest_allowed),
            crossings: phase.runs.map(|runs| runs.crossings),
            fewest_crossings_allowed: phase.runs.map(|runs| runs.fewest_crossings_allowed),
            signal: phase.has_signal(),
        }
    }
}

impl From<&TimeBetween> for SinceTheLast {
    fn from(time: &TimeBetween) -> Self {
        Self {
            last: time.last.map(Into::into),
            months_since: time.months_since,
            longest_before: time.longest_before,
            gap: time.gap.map(Into::into),
        }
    }
}
