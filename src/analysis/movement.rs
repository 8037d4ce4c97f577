//! How an indicator moves: the signal at its latest figure, since when, and which way that is seen through what is good.
//! Knows the chart of the current phase; says nothing where no signal fired.

use crate::analysis::exact::{binary64, printed_binary};
use crate::analysis::indicator::Statistics;
use crate::analysis::method::{Method, WhyPlain};
use crate::analysis::phases::{Lines, Phase, PhasePoint};
use crate::analysis::rare::TimeBetween;
use crate::analysis::rating::Aim;
use crate::domain::{Good, Indicator, Month};
use crate::statistics::xmr::{Lean, Rule};
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// Which way a signal points, seen through what is good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    /// Towards what is good.
    Improving,
    /// Away from it.
    Worsening,
    /// Nearer to a range that is good.
    Nearer,
    /// Further from it.
    Further,
    /// Higher, where that is neither good nor bad.
    Higher,
    /// Lower, where that is neither good nor bad.
    Lower,
}

/// A signal of special cause at the latest figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signal {
    /// The rule that fired, the strongest if several did.
    pub rule: Rule,
    /// Which way it points on the chart.
    pub lean: Lean,
    /// Which way that is, seen through what is good.
    pub direction: Direction,
    /// The first month of the pattern.
    pub since: Month,
    /// How many months the pattern spans, the latest included.
    pub months: usize,
    /// In how many months before this one the same pattern had fired already: 0 for a first signal.
    pub repeats: usize,
}

/// How an indicator moves, as far as that can be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Movement {
    /// A signal fired.
    Signal(Signal),
    /// A run chart shows that something changed since that month; in which direction is not established.
    Changed {
        /// The first month of the phase.
        since: Month,
    },
    /// No more than ordinary variation.
    Ordinary,
    /// Not enough values yet.
    TooSoon {
        /// The first month in which anything can be said.
        verdict_from: Month,
    },
    /// Series of its kind are not tested.
    NotTested(NotTested),
    /// The latest figure is missing.
    NoFigure,
}

/// Why a movement is not tested, and what is said in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotTested {
    /// It is a plain line.
    Plain(WhyPlain),
    /// It is a sample: its interval speaks, at 95%, at the indicator's decimals. `None` where its counts give none.
    Sample(Option<(Decimal, Decimal)>),
    /// It is rare: the time since the last speaks.
    Rare(TimeBetween),
}

/// The mark for variation: what the latest figure says, and on which side of the average it says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum VariationMark {
    /// A signal towards what is good, by higher values.
    ImprovingHigh,
    /// A signal towards what is good, by lower values.
    ImprovingLow,
    /// A signal away from what is good, by higher values.
    ConcernHigh,
    /// A signal away from what is good, by lower values.
    ConcernLow,
    /// A signal of higher values, neither good nor bad.
    UnusualHigh,
    /// A signal of lower values, neither good nor bad.
    UnusualLow,
    /// Something changed; in which direction is not established.
    Changed,
    /// Ordinary variation: no arrow.
    Ordinary,
    /// Too few values yet.
    TooSoon,
    /// Not tested, or no figure.
    NotTested,
}

impl Direction {
    /// Whether it leads away from what is good.
    #[must_use]
    pub fn is_concern(self) -> bool {
        match self {
            Self::Worsening | Self::Further => true,
            Self::Improving | Self::Nearer | Self::Higher | Self::Lower => false,
        }
    }

    /// Whether it leads towards what is good.
    #[must_use]
    pub fn is_improvement(self) -> bool {
        match self {
            Self::Improving | Self::Nearer => true,
            Self::Worsening | Self::Further | Self::Higher | Self::Lower => false,
        }
    }
}

impl Movement {
    /// The signal, where one fired.
    #[must_use]
    pub fn signal(&self) -> Option<&Signal> {
        match self {
            Self::Signal(signal) => Some(signal),
            Self::Changed { .. }
            | Self::Ordinary
            | Self::TooSoon { .. }
            | Self::NotTested(_)
            | Self::NoFigure => None,
        }
    }

    /// The mark for the scorecard and the chart.
    #[must_use]
    pub fn mark(&self) -> VariationMark {
        match self {
            Self::Signal(signal) => signal.mark(),
            Self::Changed { .. } => VariationMark::Changed,
            Self::Ordinary => VariationMark::Ordinary,
            Self::TooSoon { .. } => VariationMark::TooSoon,
            Self::NotTested(_) | Self::NoFigure => VariationMark::NotTested,
        }
    }
}

impl VariationMark {
    /// The name by which layouts choose its icon.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::ImprovingHigh => "improving_high",
            Self::ImprovingLow => "improving_low",
            Self::ConcernHigh => "concern_high",
            Self::ConcernLow => "concern_low",
            Self::UnusualHigh => "unusual_high",
            Self::UnusualLow => "unusual_low",
            Self::Changed => "changed",
            Self::Ordinary => "ordinary",
            Self::TooSoon => "too_soon",
            Self::NotTested => "not_tested",
        }
    }
}

impl Signal {
    fn mark(&self) -> VariationMark {
        match (self.direction, self.lean) {
            (Direction::Improving | Direction::Nearer, Lean::High) => VariationMark::ImprovingHigh,
            (Direction::Improving | Direction::Nearer, Lean::Low) => VariationMark::ImprovingLow,
            (Direction::Worsening | Direction::Further, Lean::High) => VariationMark::ConcernHigh,
            (Direction::Worsening | Direction::Further, Lean::Low) => VariationMark::ConcernLow,
            (Direction::Higher | Direction::Lower, Lean::High) => VariationMark::UnusualHigh,
            (Direction::Higher | Direction::Lower, Lean::Low) => VariationMark::UnusualLow,
        }
    }
}

/// What the movement is made out from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Evidence<'a, 'p> {
    /// The method that may speak.
    pub(crate) method: Method,
    /// What it found.
    pub(crate) statistics: &'a Statistics,
    /// The current phase.
    pub(crate) phase: Option<&'a Phase<'p>>,
    /// The indicator.
    pub(crate) indicator: &'p Indicator,
    /// The target of the latest month.
    pub(crate) aim: Option<Aim>,
}

impl Evidence<'_, '_> {
    /// How the indicator moves, by the method that may speak about it.
    pub(crate) fn movement(&self) -> Movement {
        let latest = self.phase.and_then(|phase| phase.points.last());
        if latest.is_some_and(|point| point.value.is_none()) {
            return Movement::NoFigure;
        }
        match self.method {
            Method::ControlChart { .. } => self.signal().map_or(Movement::Ordinary, Movement::Signal),
            Method::RunChart { .. } => self.changed().unwrap_or(Movement::Ordinary),
            Method::TooSoon { verdict_from, .. } => Movement::TooSoon { verdict_from },
            Method::SampleInterval => Movement::NotTested(NotTested::Sample(self.sample())),
            Method::TimeBetween => Movement::NotTested(self.rare()),
            Method::PlainLine(why) => Movement::NotTested(NotTested::Plain(why)),
        }
    }

    fn changed(&self) -> Option<Movement> {
        let since = self.phase?.from()?;
        match self.statistics {
            Statistics::Run(runs) if runs.has_signal() => Some(Movement::Changed { since }),
            Statistics::Run(_)
            | Statistics::Control
            | Statistics::Sample(_)
            | Statistics::Between(_)
            | Statistics::None => None,
        }
    }

    fn sample(&self) -> Option<(Decimal, Decimal)> {
        let decimals = *self.indicator.decimals.value();
        match self.statistics {
            Statistics::Sample(interval) => {
                printed_binary(interval.lower, decimals).zip(printed_binary(interval.upper, decimals))
            }
            Statistics::Run(_) | Statistics::Control | Statistics::Between(_) | Statistics::None => None,
        }
    }

    fn rare(&self) -> NotTested {
        match self.statistics {
            Statistics::Between(between) => NotTested::Rare(*between),
            Statistics::Run(_) | Statistics::Control | Statistics::Sample(_) | Statistics::None => {
                NotTested::Plain(WhyPlain::NoFigures)
            }
        }
    }

    /// The signal at the latest month.
    fn signal(&self) -> Option<Signal> {
        let (phase, lines) = (self.phase?, self.phase?.lines?);
        let (latest, earlier) = phase.points.split_last()?;
        let (rule, lean) = (latest.signal.rule()?, latest.signal.lean()?);
        let months = 1 + pattern_before(rule, lean, latest, earlier, &lines);
        let since = latest.month.plus(-i32::try_from(months - 1).unwrap_or(0));
        let repeats = repeats(rule, months, earlier);
        let usual = match rule {
            Rule::Trend => earlier.last()?.value?,
            Rule::Outside | Rule::Shift | Rule::TwoInThree => lines.mean,
        };
        let direction = self.direction(lean, latest.value?, usual);
        Some(Signal {
            rule,
            lean,
            direction,
            since,
            months,
            repeats,
        })
    }

    /// Where the latest value lies from what is usual: the average, and for a trend the month before (SPEC 7: its direction
    /// counts, not its side).
    fn direction(&self, lean: Lean, value: f64, usual: f64) -> Direction {
        match (self.indicator.good, lean) {
            (Good::High, Lean::High) | (Good::Low, Lean::Low) => Direction::Improving,
            (Good::High, Lean::Low) | (Good::Low, Lean::High) => Direction::Worsening,
            (Good::Neutral, Lean::High) => Direction::Higher,
            (Good::Neutral, Lean::Low) => Direction::Lower,
            (Good::Range, lean) => towards_range(self.aim, lean, value, usual),
        }
    }
}

/// For a range the latest value is compared with what is usual: whichever lies nearer to the range.
fn towards_range(aim: Option<Aim>, lean: Lean, value: f64, usual: f64) -> Direction {
    let unusual = match lean {
        Lean::High => Direction::Higher,
        Lean::Low => Direction::Lower,
    };
    let Some(Aim::Range(low, high)) = aim else {
        return unusual;
    };
    let Some((low, high)) = binary64(low).zip(binary64(high)) else {
        return unusual;
    };
    let distance = |from: f64| (low - from).max(from - high).max(0.0);
    match distance(value).total_cmp(&distance(usual)) {
        Ordering::Less => Direction::Nearer,
        Ordering::Greater => Direction::Further,
        Ordering::Equal => unusual,
    }
}

/// How many months before the latest belong to the pattern that its rule names.
fn pattern_before(
    rule: Rule,
    lean: Lean,
    latest: &PhasePoint,
    earlier: &[PhasePoint],
    lines: &Lines,
) -> usize {
    match rule {
        Rule::Outside => same_before(earlier, |point| is_of(point, rule, lean)),
        Rule::Shift => same_before(earlier, |point| {
            point
                .value
                .is_some_and(|value| side(value, lines.mean) == Some(lean))
        }),
        Rule::Trend => {
            let later = earlier.iter().skip(1).chain([latest]);
            let steps: Vec<bool> = earlier
                .iter()
                .zip(later)
                .map(|(from, to)| {
                    from.value
                        .zip(to.value)
                        .is_some_and(|(from, to)| side(to, from) == Some(lean))
                })
                .collect();
            steps.iter().rev().take_while(|step| **step).count()
        }
        Rule::TwoInThree => two_in_three_before(earlier, lean),
    }
}

/// Months of a two-in-three pattern before the latest: as far back as its points lie no more than two months apart.
fn two_in_three_before(earlier: &[PhasePoint], lean: Lean) -> usize {
    let mut reached = 0;
    for (back, point) in earlier.iter().rev().enumerate() {
        if back > reached + 1 {
            break;
        }
        if is_of(point, Rule::TwoInThree, lean) {
            reached = back + 1;
        }
    }
    reached
}

fn same_before(earlier: &[PhasePoint], holds: impl Fn(&PhasePoint) -> bool) -> usize {
    earlier.iter().rev().take_while(|point| holds(point)).count()
}

fn is_of(point: &PhasePoint, rule: Rule, lean: Lean) -> bool {
    point.signal.rule() == Some(rule) && point.signal.lean() == Some(lean)
}

fn side(value: f64, of: f64) -> Option<Lean> {
    match value.partial_cmp(&of)? {
        Ordering::Greater => Some(Lean::High),
        Ordering::Less => Some(Lean::Low),
        Ordering::Equal => None,
    }
}

/// Months that the shift and trend rules ask for before they fire.
const SEVEN: usize = 7;

/// In how many earlier months the pattern had fired: it fires once it is as long as its rule asks.
fn repeats(rule: Rule, months: usize, earlier: &[PhasePoint]) -> usize {
    match rule {
        Rule::Outside => months - 1,
        Rule::Trend | Rule::Shift => months.saturating_sub(SEVEN),
        Rule::TwoInThree => {
            let marked = |point: &&PhasePoint| point.signal.rule() == Some(Rule::TwoInThree);
            earlier
                .iter()
                .rev()
                .take(months - 1)
                .filter(marked)
                .count()
                .saturating_sub(1)
        }
    }
}
