//! Rule: what was done stays done, unless it is said why not: an action that goes back from complete, or from work to none, a milestone
//! that is no longer reached, a day of completion that is another one. A warning: it has been known to happen, and then the board
//! reads why.

use crate::domain::{ActionState, ActionUpdate, Date, Id, Located, MilestoneUpdate, Return};
use crate::finding::{Code, Finding, Severity, quoted};
use crate::input::documents::Filed;
use crate::input::register::Register;
use crate::input::told::Told;
use crate::place::Place;
use std::collections::BTreeMap;

/// Tells of everything that goes back without a word of why.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    let mut returns: Vec<&Filed<Return>> = register.documents.returns.iter().collect();
    returns.sort_by_key(|filed| filed.month);
    let (mut actions, mut milestones) = (BTreeMap::new(), BTreeMap::new());
    for filed in returns {
        for (id, update) in filed.content.actions.iter() {
            let before = actions.insert(id.value(), (id.place(), filed, update));
            findings.extend(before.and_then(|before| of_action(id, update, before)));
        }
        for (id, update) in filed.content.milestones.iter() {
            let before = milestones.insert(id.value(), (id.place(), filed, update));
            findings.extend(before.and_then(|before| of_milestone(id, update, before)));
        }
    }
}

/// What was said of something last: where, in which return, and what.
type Before<'d, T> = (&'d Place, &'d Filed<Return>, &'d T);

fn of_action(
    id: &Located<Id>,
    now: &ActionUpdate,
    (place, filed, before): Before<'_, ActionUpdate>,
) -> Option<Finding> {
    if now.note.is_some() {
        return None;
    }
    let what = match (before.state, now.state) {
        (ActionState::Complete, ActionState::NotStarted | ActionState::InProgress) => {
            format!(
                "was complete in the return for {}, and is not any more",
                filed.month
            )
        }
        (ActionState::InProgress, ActionState::NotStarted) => {
            format!(
                "was in progress in the return for {}, and has not started now",
                filed.month
            )
        }
        _ => another_day(before.completed.as_ref()?, now.completed.as_ref()?, filed)?,
    };
    Some(finding(id, &what, place))
}

fn of_milestone(
    id: &Located<Id>,
    now: &MilestoneUpdate,
    (place, filed, before): Before<'_, MilestoneUpdate>,
) -> Option<Finding> {
    if now.note.is_some() {
        return None;
    }
    let achieved = before.achieved.as_ref()?;
    let what = match &now.achieved {
        None => format!(
            "was achieved in the return for {}, and is not any more",
            filed.month
        ),
        Some(now) => another_day(achieved, now, filed)?,
    };
    Some(finding(id, &what, place))
}

/// A day that was still to come when it was told has been told of, and it is well that it is another one now.
fn another_day(before: &Located<Date>, now: &Located<Date>, filed: &Filed<Return>) -> Option<String> {
    let (before, now) = (before.value(), now.value());
    let was_past = before <= filed.content.received.value();
    (was_past && before != now).then(|| {
        format!(
            "was done on {before} in the return for {}, and on {now} now",
            filed.month
        )
    })
}

fn finding(id: &Located<Id>, what: &str, before: &Place) -> Finding {
    let message = format!("{} {what}, without a word of why", quoted(id.value().as_str()));
    let finding = Finding::new(Code::Contradiction, message).with_severity(Severity::Warning);
    let finding = finding.at(id.place()).also(before, "what was said before");
    finding.help("mend what is wrong, or say in a `note` what happened")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{assert_told, told};

    const JUNE: &str = "returns/2024-06/council.yaml";
    const DONE: &str = "  a1_1:\n    state: complete\n    completed: 2024-05-29\n    evidence: { held: The team's rota and its first ten cases, accepted: 2024-06-20 }";

    #[test]
    fn what_was_complete_stays_complete_or_says_why_not() {
        let open = |update: &str| told(judge, JUNE, DONE, &format!("  a1_1: {{ {update} }}"));
        assert_told(
            &open("state: in_progress"),
            "returns/2024-06/council.yaml «a1_1» contradiction",
            "`a1_1` was complete in the return for May 2024",
        );
        assert_eq!(open("state: in_progress, note: The rota was withdrawn."), [""; 0]);
    }

    #[test]
    fn what_was_begun_stays_begun() {
        let typed = "a1_2: { state: in_progress, confidence: on_track, forecast: 2024-07-31 }";
        let told = told(judge, JUNE, typed, "a1_2: { state: not_started }");
        assert_told(
            &told,
            "returns/2024-06/council.yaml «a1_2» ",
            "has not started now",
        );
    }

    #[test]
    fn what_was_done_was_done_on_one_day() {
        let told = told(judge, JUNE, "completed: 2024-05-29", "completed: 2024-05-28");
        assert_told(
            &told,
            "returns/2024-06/council.yaml «a1_1» ",
            "was done on 29 May 2024",
        );
    }

    #[test]
    fn a_milestone_stays_achieved() {
        let may = "returns/2024-05/council.yaml";
        let told = told(
            judge,
            may,
            "  m1: { confidence: on_track }",
            "  m1: { achieved: 2024-05-20 }",
        );
        assert_told(
            &told,
            "returns/2024-06/council.yaml «m1» ",
            "`m1` was achieved in the return for May 2024",
        );
    }
}
