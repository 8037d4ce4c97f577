//! Rule: an update of an action or milestone goes together with itself and with the day on which it came.

use crate::domain::{ActionState, ActionUpdate, Date, Id, Located, MilestoneUpdate};
use crate::finding::{Code, Finding, Severity, quoted};
use crate::input::register::{Register, with_next};
use crate::input::told::Told;
use std::collections::BTreeMap;

/// Tells of updates that contradict themselves or speak of days to come as past.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    let plan = register.documents.plan.iter();
    let starts: BTreeMap<&Id, &Located<Date>> = plan
        .flat_map(|plan| &plan.actions)
        .map(|action| (action.id.value(), &action.start))
        .collect();
    for filed in &register.documents.returns {
        let sent = &filed.content;
        // A return that came before it was made has been told of, and says nothing of other days.
        let received = (sent.received.value() >= sent.extracted.value()).then_some(&sent.received);
        let updates: Vec<_> = filed.content.actions.iter().collect();
        for ((id, update), next) in with_next(&updates, |(id, _)| id.place()) {
            // What is misspelt in an update has been told of, and is not missing.
            if !register.is_cut(id.place(), next) {
                findings.extend(completion(id, update));
            }
            findings.extend(to_come(received, update.completed.as_ref(), "completed"));
            let start = starts.get(id.value()).copied();
            findings.extend(start.and_then(|start| too_soon(start, update.completed.as_ref()?)));
            findings.extend(to_come(received, accepted(update), "accepted"));
        }
        for (_, MilestoneUpdate { achieved, .. }) in filed.content.milestones.iter() {
            findings.extend(to_come(received, achieved.as_ref(), "achieved"));
        }
    }
}

/// What is complete has its day, and only what is complete has one, or evidence that was accepted.
fn completion(id: &Located<Id>, update: &ActionUpdate) -> Option<Finding> {
    let name = quoted(id.value().as_str());
    let accepted = accepted(update);
    match (update.state, &update.completed) {
        (ActionState::Complete, None) => {
            let message = format!("{name} is complete, and no day is given");
            let finding = Finding::new(Code::MissingKey, message).at(id.place());
            Some(finding.help("add `completed`: the day on which it was done"))
        }
        (ActionState::Complete, Some(completed)) => accepted_early(&name, completed, accepted?),
        (ActionState::NotStarted | ActionState::InProgress, completed) => {
            let day = completed.as_ref().or(accepted)?;
            let message = format!("{name} is not complete, and has a day on which it was done or accepted");
            let finding = Finding::new(Code::Contradiction, message).at(day.place());
            Some(finding.help("write `state: complete`, or take the day out"))
        }
    }
}

/// The day on which the evidence was accepted.
fn accepted(update: &ActionUpdate) -> Option<&Located<Date>> {
    update.evidence.as_ref()?.accepted.as_ref()
}

fn accepted_early(name: &str, completed: &Located<Date>, accepted: &Located<Date>) -> Option<Finding> {
    (accepted.value() < completed.value()).then(|| {
        let message = format!(
            "the evidence was accepted on {}, before {name} was complete",
            accepted.value()
        );
        Finding::new(Code::DatesOutOfOrder, message)
            .at(accepted.place())
            .also(completed.place(), "completed")
            .help("mend one of the two")
    })
}

/// A warning: work may be done sooner than anybody planned, and a year is easily mistyped.
fn too_soon(start: &Located<Date>, completed: &Located<Date>) -> Option<Finding> {
    (completed.value() < start.value()).then(|| {
        let message = format!("completed on {}, before work starts", completed.value());
        let finding = Finding::new(Code::DatesOutOfOrder, message)
            .with_severity(Severity::Warning)
            .at(completed.place());
        let finding = finding.also(start.place(), format!("starts on {}", start.value()));
        finding.help("mend one of the two")
    })
}

fn to_come(received: Option<&Located<Date>>, day: Option<&Located<Date>>, what: &str) -> Option<Finding> {
    let received = received?;
    let day = day.filter(|day| day.value() > received.value())?;
    let message = format!("{what} on {}, after the return was received", day.value());
    let finding = Finding::new(Code::DatesOutOfOrder, message).at(day.place());
    let finding = finding.also(received.place(), format!("received on {}", received.value()));
    Some(finding.help("what is still to come is a `forecast`"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{assert_told, told};

    const JUNE: &str = "returns/2024-06/council.yaml";

    #[test]
    fn what_is_complete_has_its_day() {
        let told = told(judge, JUNE, "    completed: 2024-05-29\n", "");
        assert_told(
            &told,
            "returns/2024-06/council.yaml «a1_1» missing-key",
            "`a1_1` is complete",
        );
    }

    #[test]
    fn nothing_is_done_before_it_is_begun() {
        let told = told(
            judge,
            JUNE,
            "    completed: 2024-05-29\n",
            "    completed: 2023-05-29\n",
        );
        assert_told(
            &told,
            "returns/2024-06/council.yaml «2023-05-29» dates-out-of-order",
            "completed on 29 May 2023, before work starts",
        );
    }

    #[test]
    fn what_is_not_complete_has_none() {
        let told = told(judge, JUNE, "    state: complete\n", "    state: in_progress\n");
        assert_told(
            &told,
            "returns/2024-06/council.yaml «2024-05-29» contradiction",
            "`a1_1` is not complete",
        );
    }

    #[test]
    fn evidence_is_accepted_when_the_work_is_done_and_nothing_is_done_tomorrow() {
        assert_told(
            &told(judge, JUNE, "accepted: 2024-06-20", "accepted: 2024-05-20"),
            JUNE,
            "before `a1_1` was complete",
        );
        assert_told(
            &told(judge, JUNE, "accepted: 2024-06-20", "accepted: 2024-07-20"),
            JUNE,
            "accepted on 20 July 2024, after",
        );
        let achieved = told(
            judge,
            JUNE,
            "m1: { confidence: on_track }",
            "m1: { achieved: 2024-07-09 }",
        );
        assert_told(
            &achieved,
            JUNE,
            "achieved on 9 July 2024, after the return was received",
        );
    }
}
