//! Rule: an action or milestone has a date; an action starts before it is due; a date moves at a meeting, for a
//! reason, and meetings follow each other.

use crate::domain::{Date, DueDate, Id, Located};
use crate::finding::{Code, Finding, quoted};
use crate::input::register::{Register, with_next};
use crate::input::told::Told;
use crate::place::Place;

/// Tells of actions and milestones without a date, of dates before the start, and of moves that nobody agreed.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    let Some(plan) = &register.documents.plan else {
        return;
    };
    for (action, next) in with_next(&plan.actions, |action| action.id.place()) {
        findings.extend(before_start(&action.start, &action.due));
        findings.extend(dateless(register, &action.id, &action.due, next));
        findings.extend(history(register, &action.id, &action.due, next));
    }
    for (milestone, next) in with_next(&plan.milestones, |milestone| milestone.id.place()) {
        findings.extend(dateless(register, &milestone.id, &milestone.due, next));
        findings.extend(history(register, &milestone.id, &milestone.due, next));
    }
}

/// What has no date at all; a date that is misspelt has been told of.
fn dateless(
    register: &Register<'_>,
    id: &Located<Id>,
    due: &[DueDate],
    next: Option<&Place>,
) -> Option<Finding> {
    let is_without = due.is_empty() && !register.is_cut(id.place(), next);
    is_without.then(|| {
        let message = format!("{} has no date", quoted(id.value().as_str()));
        let finding = Finding::new(Code::MissingKey, message).at(id.place());
        finding.help("add one to `due`")
    })
}

fn before_start(start: &Located<Date>, due: &[DueDate]) -> impl Iterator<Item = Finding> {
    due.iter()
        .filter(|due| due.date.value() < start.value())
        .map(|due| {
            let message = format!("due on {}, before work starts", due.date.value());
            let finding = Finding::new(Code::DatesOutOfOrder, message).at(due.date.place());
            finding
                .also(start.place(), format!("starts on {}", start.value()))
                .help("mend one of the two")
        })
}

fn history(register: &Register<'_>, id: &Located<Id>, due: &[DueDate], next: Option<&Place>) -> Vec<Finding> {
    let name = quoted(id.value().as_str());
    let is_cut = register.is_cut(id.place(), next);
    let mut found = Vec::new();
    for (earlier, later) in due.iter().zip(due.iter().skip(1)) {
        let lacks = match (&later.agreed, &later.reason) {
            (None, None) => Some((
                "`agreed` and `reason`",
                "say which meeting agreed the new date, and why it moved",
            )),
            (None, Some(_)) => Some(("`agreed`", "say which meeting agreed the new date")),
            (Some(_), None) => Some(("`reason`", "say why it moved")),
            (Some(_), Some(_)) => None,
        };
        found.extend(lacks.filter(|_| !is_cut).map(|(keys, help)| {
            let message = format!("the move of {name} to {} lacks {keys}", later.date.value());
            Finding::new(Code::MissingKey, message)
                .at(later.date.place())
                .help(help)
        }));
        found.extend(out_of_order(register, earlier, later));
    }
    found
}

/// The first date came with the plan: only the meetings of later ones follow each other.
fn out_of_order(register: &Register<'_>, earlier: &DueDate, later: &DueDate) -> Option<Finding> {
    let (before, after) = (earlier.agreed.as_ref()?, later.agreed.as_ref()?);
    let (first, second) = (register.met_on(before)?, register.met_on(after)?);
    (second <= first).then(|| {
        let message = format!("agreed on {second}, and the date before it on {first}");
        let finding = Finding::new(Code::DatesOutOfOrder, message).at(after.place());
        finding
            .also(before.place(), "the date before")
            .help("put the dates in the order in which they were agreed")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{assert_told, told};

    const MOVE: &str = "- { date: 2024-07-31, agreed: group_2024_06, reason:";

    #[test]
    fn an_action_starts_before_it_is_due() {
        let told = told(judge, "plan.yaml", "start: 2024-09-02", "start: 2025-01-02");
        assert_told(
            &told,
            "plan.yaml «2024-12-20» dates-out-of-order",
            "due on 20 December 2024, before work starts",
        );
    }

    #[test]
    fn nothing_is_without_a_date() {
        let told = told(judge, "plan.yaml", "due: [{ date: 2025-03-31 }]", "due: []");
        assert_told(&told, "plan.yaml", "`m1` has no date");
    }

    #[test]
    fn a_date_moves_at_a_meeting_and_for_a_reason() {
        let moved = |new| told(judge, "plan.yaml", MOVE, new);
        assert_told(
            &moved("- { date: 2024-07-31, reason:"),
            "plan.yaml «2024-07-31» missing-key",
            "lacks `agreed`",
        );
        let told = told(
            judge,
            "plan.yaml",
            "agreed: group_2024_06, reason: The case system cannot list late assessments before July. }",
            "agreed: group_2024_06 }",
        );
        assert_told(&told, "plan.yaml «2024-07-31» missing-key", "lacks `reason`");
    }

    #[test]
    fn meetings_follow_each_other() {
        let twice = format!("- {{ date: 2024-06-30, agreed: group_2024_07, reason: x }}\n      {MOVE}");
        let told = told(judge, "plan.yaml", MOVE, &twice);
        assert_told(
            &told,
            "plan.yaml «group_2024_06» dates-out-of-order",
            "agreed on 20 June 2024, and the date before",
        );
    }
}
