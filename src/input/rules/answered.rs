//! Rule: every recommendation is answered by an action, and every action answers one. Knows who answers what; whether the answer
//! is enough is for the board.

use crate::domain::Id;
use crate::finding::{Code, Finding, quoted};
use crate::input::register::{Register, with_next};
use crate::input::told::Told;
use std::collections::BTreeSet;

/// Tells of recommendations that nothing is done about, and of actions that nobody asked for. An action that was withdrawn
/// answers nothing any more; one that was superseded has its successor.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    let Some(plan) = &register.documents.plan else {
        return;
    };
    let live = plan.actions.iter().filter(|action| action.closed.is_none());
    let answered: BTreeSet<&Id> = live
        .flat_map(|action| &action.answers)
        .map(|id| id.value())
        .collect();
    let unanswered = plan
        .recommendations
        .iter()
        .filter(|asked| !answered.contains(asked.id.value()));
    findings.extend(unanswered.map(|asked| {
        let name = quoted(asked.id.value().as_str());
        let finding = Finding::new(Code::NoAction, format!("no action answers {name}")).at(asked.id.place());
        finding.help(format!(
            "name {name} under `answers` of an action, or add one that does what it asks"
        ))
    }));
    for (action, next) in with_next(&plan.actions, |action| action.id.place()) {
        // A blank where a name should stand has been told of.
        let is_unasked = action.answers.is_empty() && !register.is_cut(action.id.place(), next);
        findings.extend(is_unasked.then(|| {
            let message = format!("{} answers no recommendation", quoted(action.id.value().as_str()));
            let finding = Finding::new(Code::NoRecommendation, message).at(action.id.place());
            finding.help("name under `answers` what it is done for, or take it out of the plan")
        }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{Inputs, assert_told, told};

    #[test]
    fn a_recommendation_is_answered() {
        let inputs = Inputs::neutral()
            .replace("plan.yaml", "answers: [r2]", "answers: [r1]")
            .replace("plan.yaml", "answers: [r2, r1]", "answers: [r1]");
        assert_told(
            &inputs.told_by(judge),
            "plan.yaml «r2» no-action",
            "no action answers `r2`",
        );
    }

    #[test]
    fn a_withdrawn_action_answers_nothing() {
        let closed =
            "    measures: [{ indicator: audits_good }]\n    closed: { agreed: group_2024_06, reason: x }\n";
        let inputs = Inputs::neutral()
            .replace(
                "plan.yaml",
                "    measures: [{ indicator: audits_good }]\n",
                closed,
            )
            .replace("plan.yaml", "answers: [r2, r1]", "answers: [r1]");
        assert_told(
            &inputs.told_by(judge),
            "plan.yaml «r2» ",
            "no action answers `r2`",
        );
    }

    #[test]
    fn an_action_answers_something() {
        let told = told(judge, "plan.yaml", "answers: [r2, r1]", "answers: []");
        assert_told(
            &told,
            "plan.yaml «a2_2» no-recommendation",
            "`a2_2` answers no recommendation",
        );
    }
}
