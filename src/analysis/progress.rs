//! Sustained, improved, pace (terms of reference 2.1): the three questions of the chair's report, for each indicator.
//! Knows half-years taken together and what chance explains; not the plan.

use crate::analysis::forecast::{Pace, WhyNoPace};
use crate::analysis::streak::Streak;
use crate::analysis::verdict::Signal;
use crate::analysis::year_to_date::{Pooled, WhyNotPooled};
use crate::domain::{Baseline, Month};
use crate::statistics::interval::Change;
use rust_decimal::Decimal;

/// What is compared.
#[derive(Debug, Clone, Copy)]
pub enum Span<'p> {
    /// Months of our own series, taken together.
    Months(Pooled<'p>),
    /// One month of a series whose months cannot be taken together.
    Month(Month),
    /// The baseline as published, without counts of ours.
    Baseline(&'p Baseline),
}

/// A period beside an earlier one.
#[derive(Debug, Clone, Copy)]
pub struct Step<'p> {
    /// The later period.
    pub now: Span<'p>,
    /// The earlier period.
    pub then: Span<'p>,
    /// The later value as printed; for counts that are summed, that of an average month.
    pub now_value: Decimal,
    /// The earlier value as printed, likewise.
    pub then_value: Decimal,
    /// The later value less the earlier.
    pub difference: Decimal,
    /// The difference seen through what is good.
    pub word: StepWord,
    /// Whether chance explains the difference; `None` where it cannot be tested, and then there is no word either.
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
    /// The two periods have months in common, so that one cannot be tested against the other.
    Overlap,
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
    /// The answer: by the baseline, or by the same half a year before where the baseline gives none.
    pub answer: Gain,
    /// The signal of improvement, where there is one.
    pub signal: Option<Signal>,
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

/// Was progress held? A signal of concern, or a half-year worse than the last beyond chance, says no.
pub(crate) fn sustained<'p>(
    signal: Option<&Signal>,
    step: Result<Step<'p>, WhyNoStep>,
    at_target: Streak,
) -> Sustained<'p> {
    let concern = signal.filter(|signal| signal.direction.is_concern()).copied();
    let answer = match (concern, step.as_ref().map(|step| step.word)) {
        (Some(_), _) | (None, Ok(StepWord::Worse)) => Held::NotSustained,
        (None, Ok(StepWord::Better | StepWord::NoClearChange)) => Held::Sustained,
        (None, Ok(StepWord::NotTested) | Err(_)) => Held::CannotBeSaid,
    };
    Sustained {
        answer,
        concern,
        step,
        at_target,
    }
}

/// Did it get better since the improvement began?
pub(crate) fn improved<'p>(
    signal: Option<&Signal>,
    since_baseline: Result<Step<'p>, WhyNoStep>,
    since_year_before: Result<Step<'p>, WhyNoStep>,
) -> Improved<'p> {
    let by_baseline = since_baseline.as_ref().map_or(Gain::CannotBeSaid, Step::gain);
    let answer = match by_baseline {
        Gain::CannotBeSaid => since_year_before.as_ref().map_or(Gain::CannotBeSaid, Step::gain),
        Gain::Improved | Gain::NoClearChange | Gain::Worse => by_baseline,
    };
    let signal = signal.filter(|signal| signal.direction.is_improvement()).copied();
    Improved {
        answer,
        signal,
        since_baseline,
        since_year_before,
    }
}

impl Step<'_> {
    fn gain(&self) -> Gain {
        match self.word {
            StepWord::Better => Gain::Improved,
            StepWord::NoClearChange => Gain::NoClearChange,
            StepWord::Worse => Gain::Worse,
            StepWord::NotTested => Gain::CannotBeSaid,
        }
    }
}

impl Held {
    /// The word on paper.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Sustained => "Sustained",
            Self::NotSustained => "Not sustained",
            Self::CannotBeSaid => "Cannot be said",
        }
    }
}

impl Gain {
    /// The word on paper.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Improved => "Improved",
            Self::NoClearChange => "No clear change",
            Self::Worse => "Worse",
            Self::CannotBeSaid => "Cannot be said",
        }
    }
}

impl WhyNoStep {
    /// The reason, in a sentence.
    #[must_use]
    pub fn reason(self) -> String {
        match self {
            Self::Neutral => "Neither high nor low is good.".to_owned(),
            Self::Now(why) => format!("Nothing to compare: {}.", why.words()),
            Self::Then(why) => format!("Nothing to compare with: {}.", why.words()),
            Self::Break => "The earlier period is of another definition.".to_owned(),
            Self::Overlap => "The two periods have months in common.".to_owned(),
            Self::NoBaseline => "No baseline is recorded.".to_owned(),
        }
    }
}
