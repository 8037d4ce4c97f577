//! What a board must look at first: one exception a subject, at its highest rule, ranked.
//! Knows the rules and their order; not the words that owners wrote.

use crate::domain::{Action, Id, Indicator, Milestone};

/// What an exception is about.
#[derive(Debug, Clone, Copy)]
pub enum Subject<'p> {
    /// An indicator.
    Indicator(&'p Indicator),
    /// An action of the plan.
    Action(&'p Action),
    /// A milestone.
    Milestone(&'p Milestone),
}

impl<'p> Subject<'p> {
    /// Its name in the inputs.
    #[must_use]
    pub fn id(self) -> &'p Id {
        match self {
            Self::Indicator(indicator) => indicator.id.value(),
            Self::Action(action) => action.id.value(),
            Self::Milestone(milestone) => milestone.id.value(),
        }
    }
}

/// A rule that makes an exception, from the gravest down: the order is the rank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// A single case of what must never happen.
    ZeroToleranceBreach,
    /// A figure that is owed is not there.
    MissingData,
    /// A value outside the limits, on the bad side.
    ConcernOutsideLimits,
    /// A weaker signal of concern than a value outside the limits.
    ConcernSignal,
    /// A signal, neither good nor bad.
    Unusual,
    /// The process as it is will not reach the end target.
    EndTargetOutOfReach,
    /// Off target two months running.
    OffTargetTwice,
    /// An action rated red.
    ActionRed,
    /// A milestone missed.
    MilestoneMissed,
}

impl Rule {
    /// All of them, the gravest first.
    pub const ALL: [Self; 9] = [
        Self::ZeroToleranceBreach,
        Self::MissingData,
        Self::ConcernOutsideLimits,
        Self::ConcernSignal,
        Self::Unusual,
        Self::EndTargetOutOfReach,
        Self::OffTargetTwice,
        Self::ActionRed,
        Self::MilestoneMissed,
    ];

    /// The rule in words, for the paper's notes and beside each exception.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::ZeroToleranceBreach => "A single case is a breach, and there was at least one",
            Self::MissingData => "A figure that is owed was not received",
            Self::ConcernOutsideLimits => {
                "A value outside the limits of ordinary variation, on the worse side"
            }
            Self::ConcernSignal => "A pattern within the limits that chance rarely makes, on the worse side",
            Self::Unusual => "An unusual value or pattern, neither good nor bad in itself",
            Self::EndTargetOutOfReach => {
                "The end target lies beyond what the process will deliver unless it changes"
            }
            Self::OffTargetTwice => "Off target two months running",
            Self::ActionRed => "An action of the plan is rated red",
            Self::MilestoneMissed => "A milestone was missed",
        }
    }

    /// The name by which layouts choose its mark.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::ZeroToleranceBreach => "zero_tolerance_breach",
            Self::MissingData => "missing_data",
            Self::ConcernOutsideLimits => "concern_outside_limits",
            Self::ConcernSignal => "concern_signal",
            Self::Unusual => "unusual",
            Self::EndTargetOutOfReach => "end_target_out_of_reach",
            Self::OffTargetTwice => "off_target_twice",
            Self::ActionRed => "action_red",
            Self::MilestoneMissed => "milestone_missed",
        }
    }
}

/// One exception.
#[derive(Debug, Clone)]
pub struct Exception<'p> {
    /// What it is about.
    pub subject: Subject<'p>,
    /// The gravest rule that it meets.
    pub rule: Rule,
    /// The other rules that it meets, the gravest first.
    pub also: Vec<Rule>,
    /// For how many months running the gravest rule has held, from 1.
    pub months_running: u32,
    /// What is the matter, in a sentence.
    pub sentence: String,
}
