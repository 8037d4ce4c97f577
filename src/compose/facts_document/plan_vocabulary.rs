//! The words of the facts document for the plan, the exceptions, the answers of the first page and the way out of
//! intervention. Words are only ever added to. Knows names; what they mean stands where they are made.

use super::words_of::words_of;
use crate::analysis::{action, assurances, exceptions, exit, milestone, rating};
use crate::domain;

words_of! {
    /// The rating of an action of the plan.
    ActionRating from rating::ActionRating { Withdrawn, Superseded, Complete, EvidenceAwaited, Red, Amber, NotDue, Green }

    /// Why an action is red or amber.
    ActionReason from rating::ActionReason {
        Overdue(_), ForecastLate(_), OffTrack, MovedTwice(_), MovedAfterDue, AtRisk, MovedOnce,
    }

    /// Whether the month's update of an action came.
    Freshness from action::Freshness { Received, NotReceived, NotOwed }

    /// How far an action is, by its owner.
    ActionState from domain::ActionState { NotStarted, InProgress, Complete }

    /// Whether an owner expects to keep the date.
    Confidence from domain::Confidence { OnTrack, AtRisk, OffTrack }

    /// Where a milestone is.
    MilestoneState from milestone::MilestoneState { Achieved(_), Missed, ForecastLate(_), Due }

    /// What an exception is about.
    SubjectKind from exceptions::Subject<'_> { Indicator(_), Action(_), Milestone(_) }

    /// A rule that makes an exception, from the gravest down.
    ExceptionRule from exceptions::Rule {
        ZeroToleranceBreach, MissingData, ConcernOutsideLimits, ConcernSignal, Unusual, EndTargetOutOfReach, OffTargetTwice,
        ActionRed, MilestoneMissed,
    }

    /// A question that the first page answers.
    Question from assurances::Question {
        WellPlanned, Targeted, Pace, BestPractice, Resources, RobustData, IssuesDealtWith, OnTrack,
    }

    /// What the data says to a question.
    Answer from assurances::Answer { Yes, InPart, No, CannotBeSaid }

    /// The outcome of an exit criterion.
    ExitState from exit::ExitState { Met { .. }, NotMet, NotYetTestable, ForTheChair }

    /// One month's test of an indicator against its end target.
    Tested from exit::Tested { Met, Missed, CannotBeSaid }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Serialize;

    fn word(of: impl Serialize) -> String {
        serde_json::to_value(of).unwrap().as_str().unwrap().to_owned()
    }

    /// What layouts and programs call a thing is one word.
    #[test]
    fn words_are_those_of_the_layouts() {
        for rating in rating::ActionRating::ALL {
            assert_eq!(word(ActionRating::from(rating)), rating.key());
        }
    }
}
