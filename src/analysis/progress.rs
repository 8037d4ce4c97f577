//! Sustained, improved, pace (terms of reference 2.1): the three questions of the chair's report, for each indicator.
//! Knows half-years taken together and what chance explains; not the plan.

use crate::analysis::forecast::{Pace, WhyNoPace};
use crate::analysis::streak::Streak;
use crate::analysis::verdict::Signal;
use crate::analysis::year_to_date::{Pooled, WhyNotPooled};
use crate::domain::Baseline;
use crate::statistics::interval::Change;
use rust_decimal::Decimal;

/// What the half-year is compared with.
#[derive(Debug, Clone, Copy)]
pub enum Earlier<'p> {
    /// Months of our own series, taken together.
    Months(Pooled<'p>),
    /// The baseline as published, without counts of ours.
    Published(&'p Baseline),
}

/// The half-year beside an earlier period.
#[derive(Debug, Clone, Copy)]
pub struct Step<'p> {
    /// The half-year.
    pub now: Pooled<'p>,
    /// The earlier period.
    pub then: Earlier<'p>,
    /// Published value less published value.
    pub difference: Decimal,
    /// The difference seen through what is good.
    pub word: StepWord,
    /// Whether chance explains the difference; `None` where it cannot be tested, so that the word rests on the published values alone.
    pub chance: Option<Change>,
}

/// A difference seen through what is good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum StepWord {
    /// Better, beyond chance.
    Better,
    /// No more different than chance explains, or not at all.
    NoClearChange,
    /// Worse, beyond chance.
    Worse,
    /// Different, but whether beyond chance cannot be tested: no word.
    NotTested,
}

/// Why two periods are not compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyNoStep {
    /// Neither high nor low is good.
    Neutral,
    /// The half-year has no figure of its own.
    Now(WhyNotPooled),
    /// The earlier period has none.
    Then(WhyNotPooled),
    /// The earlier period is of another definition.
    Break,
    /// No baseline is recorded.
    NoBaseline,
}

/// Whether progress was held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Held {
    /// No signal of concern, and no worse than the half-year before.
    Sustained,
    /// A signal of concern, or worse than the half-year before beyond chance.
    NotSustained,
    /// Neither can be said.
    CannotBeSaid,
}

/// Sustained: with its evidence.
#[derive(Debug, Clone)]
pub struct Sustained<'p> {
    /// The answer.
    pub answer: Held,
    /// The signal of concern, where there is one.
    pub concern: Option<Signal>,
    /// The half-year beside the one before.
    pub step: Result<Step<'p>, WhyNoStep>,
    /// Figures in a row at target.
    pub at_target: Streak,
}

/// Whether something got better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gain {
    /// Better than where the improvement began, beyond chance.
    Improved,
    /// No different beyond chance.
    NoClearChange,
    /// Worse than where the improvement began, beyond chance.
    Worse,
    /// It cannot be said.
    CannotBeSaid,
}

/// Improved: with its evidence.
#[derive(Debug, Clone)]
pub struct Improved<'p> {
    /// The answer: by the baseline, or by the same half a year before where there is no baseline to compare with.
    pub answer: Gain,
    /// The half-year beside the baseline period.
    pub since_baseline: Result<Step<'p>, WhyNoStep>,
    /// The half-year beside the same half a year before.
    pub since_year_before: Result<Step<'p>, WhyNoStep>,
}

/// The three questions for one indicator.
#[derive(Debug, Clone)]
pub struct Progress<'p> {
    /// Was it held?
    pub sustained: Sustained<'p>,
    /// Did it get better?
    pub improved: Improved<'p>,
    /// Is it fast enough for the end target?
    pub pace: Result<Pace, WhyNoPace>,
}
