//! Rule: what is called complete says what shows it. That the evidence was not accepted yet is a fact, and the papers tell it.

use crate::domain::ActionState;
use crate::finding::{Code, Finding, quoted};
use crate::input::register::{Register, with_next};
use crate::input::told::Told;

/// Tells of actions that are complete without a word of evidence.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    for filed in &register.documents.returns {
        let updates: Vec<_> = filed.content.actions.iter().collect();
        let complete =
            with_next(&updates, |(id, _)| id.place()).filter(|((id, update), next)| match update.state {
                // Evidence that is misspelt has been told of.
                ActionState::Complete => update.evidence.is_none() && !register.is_cut(id.place(), *next),
                ActionState::NotStarted | ActionState::InProgress => false,
            });
        findings.extend(complete.map(|((id, _), _)| {
            let name = quoted(id.value().as_str());
            let message = format!("{name} is complete, and nothing is held that shows it");
            let finding = Finding::new(Code::NoEvidence, message).at(id.place());
            finding.help("add `evidence: { held: \"…\" }`, and `accepted` when it has been")
        }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{assert_told, told};

    #[test]
    fn what_is_complete_is_shown() {
        let told = told(
            judge,
            "returns/2024-05/council.yaml",
            "    evidence: { held: The team's rota and its first ten cases }\n",
            "",
        );
        assert_told(
            &told,
            "returns/2024-05/council.yaml «a1_1» no-evidence",
            "`a1_1` is complete, and nothing is held",
        );
    }
}
