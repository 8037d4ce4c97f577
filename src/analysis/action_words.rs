//! Why an action is rated as it is, in words. Knows the reasons; does not find them.

use crate::analysis::action::ActionStanding;
use crate::analysis::rating::{ActionRating, ActionReason};
use crate::words;

impl ActionStanding<'_> {
    /// Its rating and why, in a sentence: `Red: overdue since 30 September 2010; its owner says that it is off
    /// track.`
    #[must_use]
    pub fn sentence(&self) -> String {
        let reasons: Vec<String> = self.reasons.iter().copied().map(reason_in_words).collect();
        let why = if reasons.is_empty() {
            self.without_reasons()
        } else {
            reasons.join("; ")
        };
        if why.is_empty() {
            format!("{}.", self.rating.word())
        } else {
            format!("{}: {why}.", self.rating.word())
        }
    }

    fn without_reasons(&self) -> String {
        let due = self
            .dates
            .as_ref()
            .map(|dates| format!("due on {}", dates.current));
        match self.rating {
            ActionRating::Complete => self.accepted().map(|day| format!("evidence accepted on {day}")),
            ActionRating::EvidenceAwaited => self
                .update
                .as_ref()
                .and_then(|update| update.completed)
                .map(|day| format!("done on {day}")),
            ActionRating::NotDue => Some(format!("starts on {}", self.action.start.value())),
            ActionRating::Withdrawn | ActionRating::Superseded => self
                .action
                .closed
                .as_ref()
                .map(|closure| closure.reason.trim_end_matches('.').to_owned()),
            ActionRating::Red | ActionRating::Amber | ActionRating::Green => due,
        }
        .unwrap_or_default()
    }
}

/// A reason as a part of a sentence.
#[must_use]
fn reason_in_words(reason: ActionReason) -> String {
    match reason {
        ActionReason::Overdue(since) => format!("overdue since {since}"),
        ActionReason::ForecastLate(expected) => format!("not expected before {expected}"),
        ActionReason::OffTrack => "its owner says that it is off track".to_owned(),
        ActionReason::MovedTwice(times) => format!("its date has been put off {}", times_in_words(times)),
        ActionReason::MovedAfterDue => "its date was put off after it had passed".to_owned(),
        ActionReason::AtRisk => "its owner says that it is at risk".to_owned(),
        ActionReason::MovedOnce => {
            "its date has been put off, and no update since says that it is on track".to_owned()
        }
    }
}

/// `once`, `twice`, `three times`.
#[must_use]
pub fn times_in_words(times: usize) -> String {
    match times {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        _ => format!("{} times", words::cardinal(times)),
    }
}
