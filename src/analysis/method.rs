//! Which method may speak about an indicator: one table, from what kind of series it is and how many values it has.
//! Knows when a method is fit; not what it finds.

use crate::analysis::phases::Phase;
use crate::domain::{Frequency, Indicator, Month, Nature};
use crate::statistics::run_chart::RunPhase;
use crate::words::{capitalised, count};

/// How an indicator's movement is tested.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// A control chart (XmR): limits of ordinary variation and signals.
    ControlChart {
        /// Values in the current phase.
        values: usize,
    },
    /// A run chart about the median: it can say that something changed, not in which direction.
    RunChart {
        /// Values that are not the median.
        useful: usize,
    },
    /// The interval of a sample (Wilson), outside of which alone something is claimed.
    SampleInterval,
    /// How long it is since the last event.
    TimeBetween,
    /// A plain line, without any test.
    PlainLine(WhyPlain),
    /// A plain line until there are enough values.
    TooSoon {
        /// Values in the current phase.
        values: usize,
        /// The first month in which anything can be said, if every month until then brings a value.
        verdict_from: Month,
    },
}

/// Why a line is not tested.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyPlain {
    /// How many there are on the last day: each month holds most of the last.
    Stock,
    /// Summed from the beginning of the year: each month contains the last.
    Cumulative,
    /// Over twelve months: each month shares eleven with the last.
    Rolling,
    /// Less than one figure a month.
    NotMonthly,
    /// Neighbouring values differ too seldom for limits.
    NoMovingRange,
    /// A sample without the counts that an interval needs.
    NoCounts,
    /// No figure has been supplied yet.
    NoFigures,
}

/// Values that a phase needs before limits are shown (SPEC section 10).
pub const VALUES_FOR_LIMITS: usize = 13;

/// Useful values that a run chart needs before it says anything (SPEC section 18).
const USEFUL_FOR_RUNS: usize = 10;

/// The table of methods, in the order of the notes: what is done with each kind of series, and why.
pub const TABLE: [(Nature, &str); 6] = [
    (
        Nature::Flow,
        "Flow: what happened in the month. From 13 values on a control chart (XmR); with ten useful values a run chart, which can \
         say that something changed but not in which direction; with fewer, nothing. A figure a quarter or a year is a plain line.",
    ),
    (
        Nature::Stock,
        "Stock: how many there are on a day. Each month holds most of the last, so that limits would mislead: a plain line with \
         the net change.",
    ),
    (
        Nature::Cumulative,
        "Cumulative: summed from the beginning of the year. Each month contains the last: a plain line, never tested.",
    ),
    (
        Nature::Rolling,
        "Rolling: over twelve months. Each month shares eleven with the last: a plain line, never tested.",
    ),
    (
        Nature::Rare,
        "Rare: most months have none. The time since the last is counted; a run chart where at least half of the months differ \
         from the median.",
    ),
    (
        Nature::Sample,
        "Sample: from a number of cases. The interval in which the true figure probably lies (Wilson, 95%); nothing is claimed \
         within it.",
    ),
];

/// The method for an indicator whose latest month is `now`. `phase` is its current phase, and `runs` the run chart of that.
#[must_use]
pub fn method(
    indicator: &Indicator,
    now: Month,
    phase: Option<&Phase<'_>>,
    runs: Option<&RunPhase>,
) -> Method {
    let Some(phase) = phase.filter(|phase| phase.values() > 0) else {
        return Method::PlainLine(WhyPlain::NoFigures);
    };
    match (indicator.nature, indicator.frequency) {
        (Nature::Stock, _) => Method::PlainLine(WhyPlain::Stock),
        (Nature::Cumulative, _) => Method::PlainLine(WhyPlain::Cumulative),
        (Nature::Rolling, _) => Method::PlainLine(WhyPlain::Rolling),
        (Nature::Sample, _) if indicator.denominator.is_none() => Method::PlainLine(WhyPlain::NoCounts),
        (Nature::Sample, _) => Method::SampleInterval,
        (Nature::Flow | Nature::Rare, Frequency::Quarterly | Frequency::Annual) => {
            Method::PlainLine(WhyPlain::NotMonthly)
        }
        (Nature::Flow, Frequency::Monthly) => of_flow(now, phase, runs),
        (Nature::Rare, Frequency::Monthly) => of_rare(phase, runs),
    }
}

fn of_flow(now: Month, phase: &Phase<'_>, runs: Option<&RunPhase>) -> Method {
    let values = phase.values();
    let useful = runs.map_or(0, |runs| runs.useful);
    if phase.lines.is_some() {
        Method::ControlChart { values }
    } else if values >= VALUES_FOR_LIMITS {
        Method::PlainLine(WhyPlain::NoMovingRange)
    } else if useful >= USEFUL_FOR_RUNS {
        Method::RunChart { useful }
    } else {
        let wanting = i32::try_from(months_wanting(values, useful)).unwrap_or(1);
        Method::TooSoon {
            values,
            verdict_from: now.plus(wanting),
        }
    }
}

/// How many months more, each with a value of its own, until a run chart has enough useful values or a control chart enough
/// values. Of an odd number of values one is the median itself; what else lies on it now is taken to stay there.
fn months_wanting(values: usize, useful: usize) -> usize {
    let on_median = values.saturating_sub(useful + values % 2);
    let enough =
        |total: usize| total >= VALUES_FOR_LIMITS || total - total % 2 >= USEFUL_FOR_RUNS + on_median;
    (1..VALUES_FOR_LIMITS)
        .find(|more| enough(values + more))
        .unwrap_or(VALUES_FOR_LIMITS)
}

/// A run chart needs values on both sides of the median; where most months have none the median is one of those, and every
/// other month lies above it.
fn of_rare(phase: &Phase<'_>, runs: Option<&RunPhase>) -> Method {
    match runs {
        Some(runs) if runs.useful >= USEFUL_FOR_RUNS && runs.useful * 2 >= phase.values() => {
            Method::RunChart { useful: runs.useful }
        }
        Some(_) | None => Method::TimeBetween,
    }
}

impl Method {
    /// Its name.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::ControlChart { .. } => "control chart (XmR)",
            Self::RunChart { .. } => "run chart",
            Self::SampleInterval => "interval of a sample (Wilson, 95%)",
            Self::TimeBetween => "time since the last",
            Self::PlainLine(_) | Self::TooSoon { .. } => "plain line",
        }
    }

    /// The method with its reason in a few words, where the table of methods says the rest: `control chart (XmR): a monthly flow, 19
    /// values`.
    #[must_use]
    pub fn brief(&self) -> String {
        let why = match self {
            Self::ControlChart { values } => format!("a monthly flow, {}", some_values(*values)),
            Self::RunChart { useful } => format!("{} off the median", some_values(*useful)),
            Self::SampleInterval => return self.name().to_owned(),
            Self::TimeBetween => "most months have none".to_owned(),
            Self::PlainLine(why) => why.brief().to_owned(),
            Self::TooSoon { values, verdict_from } => {
                format!("{} so far, a verdict from {verdict_from}", some_values(*values))
            }
        };
        format!("{}: {why}", self.name())
    }

    /// Why this method and no other, in a sentence for the notes.
    #[must_use]
    pub fn reason(&self) -> String {
        match self {
            Self::ControlChart { values } => {
                format!(
                    "A monthly flow with {} in its current phase: limits can be computed.",
                    some_values(*values)
                )
            }
            Self::RunChart { useful } => format!(
                "A run chart on {} off the median: it can say that something changed, not in which direction.",
                some_values(*useful)
            ),
            Self::SampleInterval => {
                "A sample: only what lies outside the interval of the true figure is claimed.".to_owned()
            }
            Self::TimeBetween => {
                "Most months have none, so that limits would mislead: the time since the last is counted."
                    .to_owned()
            }
            Self::PlainLine(why) => why.reason().to_owned(),
            Self::TooSoon { values, verdict_from } => format!(
                "{} so far in its current phase: too soon to say; a verdict from {verdict_from}.",
                capitalised(&some_values(*values))
            ),
        }
    }
}

impl WhyPlain {
    /// The reason in a few words.
    #[must_use]
    pub fn brief(self) -> &'static str {
        match self {
            Self::Stock => "a number on a day",
            Self::Cumulative => "a total since the beginning of the year",
            Self::Rolling => "a figure of twelve months",
            Self::NotMonthly => "less than a figure a month",
            Self::NoMovingRange => "neighbouring months are often the same",
            Self::NoCounts => "a sample without its counts",
            Self::NoFigures => "no figure yet",
        }
    }

    /// The reason, in a sentence.
    #[must_use]
    pub fn reason(self) -> &'static str {
        match self {
            Self::Stock => {
                "A number on a day: each month holds most of the last, so that limits would mislead."
            }
            Self::Cumulative => "A total since the beginning of the year: each month contains the last.",
            Self::Rolling => "A figure of twelve months: each month shares eleven with the last.",
            Self::NotMonthly => "Less than a figure a month: too few for a test.",
            Self::NoMovingRange => {
                "Neighbouring months are so often the same that limits cannot be computed."
            }
            Self::NoCounts => "A sample without the counts that its interval would need.",
            Self::NoFigures => "No figure has been supplied yet.",
        }
    }
}

fn some_values(values: usize) -> String {
    count(values, "value", "values")
}

/// The sentence of the notes for an indicator that follows the seasons.
pub const SEASONAL: &str = "It follows the seasons: what looks like a change may be the time of year.";
