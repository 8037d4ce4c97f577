//! What a board must look at first: one exception a subject, at its highest rule, ranked.
//! Knows the rules and their order; not the words that owners wrote.

use crate::analysis::action::ActionStanding;
use crate::analysis::indicator::{Assessed, Life};
use crate::analysis::late_breach::{self, late_breaches};
use crate::analysis::milestone::{MilestoneStanding, MilestoneState};
use crate::analysis::plan_progress::PlanProgress;
use crate::analysis::rating::ActionRating;
use crate::analysis::revisions::Revision;
use crate::analysis::saying::is_improving;
use crate::analysis::series::{Gap, Observation};
use crate::analysis::verdict::{AssuranceMark, Direction, Movement, Signal};
use crate::domain::{Action, Id, Indicator, Milestone, Month};
use crate::statistics::xmr;
use std::cmp::Reverse;
use std::collections::BTreeSet;

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
    /// Its reference on paper.
    #[must_use]
    pub fn reference(self) -> &'p str {
        match self {
            Self::Indicator(indicator) => &indicator.reference,
            Self::Action(action) => &action.reference,
            Self::Milestone(milestone) => &milestone.reference,
        }
    }

    /// Its name on paper.
    #[must_use]
    pub fn title(self) -> &'p str {
        match self {
            Self::Indicator(indicator) => &indicator.name,
            Self::Action(action) => &action.title,
            Self::Milestone(milestone) => &milestone.title,
        }
    }

    /// The office that answers for it.
    #[must_use]
    pub fn owner(self) -> &'p Id {
        match self {
            Self::Indicator(indicator) => indicator.owner.value(),
            Self::Action(action) => action.owner.value(),
            Self::Milestone(milestone) => milestone.owner.value(),
        }
    }

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
    /// Off target in two figures running: in two months, where they are monthly.
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
            Self::MissingData => "A figure that is owed is missing",
            Self::ConcernOutsideLimits => {
                "A value outside the limits of ordinary variation, on the worse side"
            }
            Self::ConcernSignal => "A pattern within the limits that chance rarely makes, on the worse side",
            Self::Unusual => "An unusual value or pattern, neither good nor bad in itself",
            Self::EndTargetOutOfReach => {
                "The end target lies beyond what the process has delivered up to now"
            }
            Self::OffTargetTwice => "Off target twice running",
            Self::ActionRed => "An action of the plan is rated red",
            Self::MilestoneMissed => "A milestone was missed",
        }
    }

    /// The rule in a few words, for the page at a glance.
    #[must_use]
    pub fn short(self) -> &'static str {
        match self {
            Self::ZeroToleranceBreach => "A single case is a breach",
            Self::MissingData => "A figure owed is missing",
            Self::ConcernOutsideLimits => "Outside its limits, on the worse side",
            Self::ConcernSignal => "Worse, by more than chance",
            Self::Unusual => "Unusual, neither good nor bad",
            Self::EndTargetOutOfReach => "End target not in reach",
            Self::OffTargetTwice => "Off target twice running",
            Self::ActionRed => "Action rated red",
            Self::MilestoneMissed => "Milestone missed",
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
    /// For how many months running the gravest rule has held, from 1; `None` for a rule that looks at the series as a
    /// whole, so that months cannot be counted.
    pub months_running: Option<usize>,
    /// What is the matter, in words that leave the subject's name to the reader's eye: for an indicator its verdict.
    pub sentence: String,
    /// Breaches in earlier months that the paper before did not know of.
    pub known_late: Vec<Revision<'p>>,
}

/// All exceptions, the gravest first: by rule, then by months running, those that improve last, then by name.
#[must_use]
pub fn exceptions<'p>(
    indicators: &[Assessed<'p>],
    plan: &PlanProgress<'p>,
    revisions: &[Revision<'p>],
) -> Vec<Exception<'p>> {
    let of_indicators = indicators.iter();
    let of_indicators =
        of_indicators.filter_map(|assessed| of_indicator(assessed, late_breaches(assessed, revisions)));
    let of_actions = plan.actions.iter().filter_map(of_action);
    let of_milestones = plan.milestones.iter().filter_map(of_milestone);
    let mut all: Vec<Exception<'p>> = of_indicators.chain(of_actions).chain(of_milestones).collect();
    // What is on its way to what is good is the least of what a rule finds.
    let improving: BTreeSet<&Id> = indicators
        .iter()
        .filter(|assessed| is_improving(&assessed.verdict.movement))
        .map(|assessed| assessed.indicator.id.value())
        .collect();
    all.sort_by_key(|exception| {
        (
            exception.rule,
            Reverse(exception.months_running),
            improving.contains(exception.subject.id()),
            exception.subject.id(),
        )
    });
    all
}

fn of_indicator<'p>(assessed: &Assessed<'p>, known_late: Vec<Revision<'p>>) -> Option<Exception<'p>> {
    match assessed.life {
        Life::InUse => {}
        Life::NotBegun | Life::Ended(_) => return None,
    }
    let mut met: Vec<(Rule, Option<usize>)> = RULES.iter().filter_map(|rule| rule(assessed)).collect();
    if !known_late.is_empty() && !assessed.verdict.is_breach() {
        met.push((Rule::ZeroToleranceBreach, None));
    }
    met.sort_by_key(|(rule, _)| *rule);
    let (gravest, others) = met.split_first()?;
    Some(Exception {
        subject: Subject::Indicator(assessed.indicator),
        rule: gravest.0,
        also: others.iter().map(|(rule, _)| *rule).collect(),
        months_running: gravest.1,
        sentence: sentence(assessed, gravest.0, &known_late),
        known_late,
    })
}

/// The verdict, in the words that table and chart have too; with the end target, where that is the matter, and with what
/// became known late. The rule beside it says what that means.
fn sentence(assessed: &Assessed<'_>, rule: Rule, known_late: &[Revision<'_>]) -> String {
    let verdict = &assessed.verdict;
    let end = verdict
        .out_of_reach()
        .filter(|_| rule == Rule::EndTargetOutOfReach);
    let late = known_late.iter().map(late_breach::sentence);
    let sentences = [Some(verdict.sentence()), end].into_iter().flatten();
    sentences.chain(late).collect::<Vec<_>>().join(" ")
}

/// A rule for an indicator: whether it holds, and for how many months running where that can be said.
type Tester = fn(&Assessed<'_>) -> Option<(Rule, Option<usize>)>;

const RULES: [Tester; 5] = [breach, missing, signal, out_of_reach, off_target_twice];

fn breach(assessed: &Assessed<'_>) -> Option<(Rule, Option<usize>)> {
    assessed
        .verdict
        .is_breach()
        .then(|| (Rule::ZeroToleranceBreach, months_off_target(assessed)))
}

fn missing(assessed: &Assessed<'_>) -> Option<(Rule, Option<usize>)> {
    let is_missing = |observation: &&Observation<'_>| observation.gap().is_some_and(Gap::is_missing);
    let current = assessed.current().filter(is_missing)?;
    let first = assessed.series.owed().rev().take_while(is_missing).last()?;
    Some((
        Rule::MissingData,
        Some(months_through(first.month, current.month)),
    ))
}

fn signal(assessed: &Assessed<'_>) -> Option<(Rule, Option<usize>)> {
    match assessed.verdict.movement {
        Movement::Signal(signal) => Some((rule_of(&signal)?, Some(signal.repeats + 1))),
        Movement::Changed { .. } => Some((Rule::Unusual, None)),
        Movement::Ordinary | Movement::TooSoon { .. } | Movement::NotTested(_) | Movement::NoFigure => None,
    }
}

/// A signal towards what is good is no exception.
fn rule_of(signal: &Signal) -> Option<Rule> {
    match signal.direction {
        Direction::Improving | Direction::Nearer => None,
        Direction::Higher | Direction::Lower => Some(Rule::Unusual),
        Direction::Worsening | Direction::Further => Some(match signal.rule {
            xmr::Rule::Outside => Rule::ConcernOutsideLimits,
            xmr::Rule::Trend | xmr::Rule::TwoInThree | xmr::Rule::Shift => Rule::ConcernSignal,
        }),
    }
}

fn out_of_reach(assessed: &Assessed<'_>) -> Option<(Rule, Option<usize>)> {
    let will_miss = assessed.verdict.end_assurance == AssuranceMark::WillMiss;
    will_miss.then_some((Rule::EndTargetOutOfReach, None))
}

fn off_target_twice(assessed: &Assessed<'_>) -> Option<(Rule, Option<usize>)> {
    (assessed.off_target.figures >= 2).then(|| (Rule::OffTargetTwice, months_off_target(assessed)))
}

fn months_off_target(assessed: &Assessed<'_>) -> Option<usize> {
    Some(months_through(assessed.off_target.since?, assessed.verdict.month))
}

/// Months from `first` to `last`, both included.
fn months_through(first: Month, last: Month) -> usize {
    first.through(last).count()
}

fn of_action<'p>(standing: &ActionStanding<'p>) -> Option<Exception<'p>> {
    let action = standing.action;
    (standing.rating == ActionRating::Red).then(|| Exception {
        subject: Subject::Action(action),
        rule: Rule::ActionRed,
        also: Vec::new(),
        months_running: Some(standing.months_running),
        sentence: standing.sentence(),
        known_late: Vec::new(),
    })
}

fn of_milestone<'p>(standing: &MilestoneStanding<'p>) -> Option<Exception<'p>> {
    let milestone = standing.milestone;
    let due = standing.dates.as_ref()?.current;
    (standing.state == MilestoneState::Missed).then(|| Exception {
        subject: Subject::Milestone(milestone),
        rule: Rule::MilestoneMissed,
        also: Vec::new(),
        months_running: Some(standing.months_running),
        sentence: format!("Due on {due}, and not achieved."),
        known_late: Vec::new(),
    })
}
