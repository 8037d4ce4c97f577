//! Rule: a list names each thing once. A warning: a second time changes nothing, and another name may have been meant.

use crate::domain::{Id, Located};
use crate::finding::{Code, Finding, Severity, quoted};
use crate::input::register::Register;
use crate::input::told::Told;
use std::collections::BTreeMap;

/// Tells of names that stand in one list twice.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    for (key, names) in lists(register) {
        let mut first = BTreeMap::new();
        for name in names {
            if let Some(earlier) = first.insert(name.value(), name.place()) {
                let message = format!(
                    "{} stands twice under {}",
                    quoted(name.value().as_str()),
                    quoted(key)
                );
                let finding = Finding::new(Code::SuppliedTwice, message).with_severity(Severity::Warning);
                let finding = finding.at(name.place()).also(earlier, "the first");
                findings.push(finding.help("take it out, or write the name that is meant"));
            }
        }
    }
}

/// The key of a list, and the names under it.
type List<'d> = (&'static str, Vec<&'d Located<Id>>);

/// Every list of names that people type.
fn lists<'d>(register: &Register<'d>) -> Vec<List<'d>> {
    let documents = register.documents;
    let mut all: Vec<List<'d>> = Vec::new();
    for charter in documents.charter.iter() {
        all.push((
            "addressed_to",
            charter.papers.six_monthly.addressed_to.iter().collect(),
        ));
        all.extend(
            charter
                .ladder
                .iter()
                .map(|rung| ("needs", rung.needs.iter().collect())),
        );
        all.push((
            "contributors",
            charter.contributors.iter().map(|one| &one.body).collect(),
        ));
    }
    for plan in documents.plan.iter() {
        for action in &plan.actions {
            all.push(("answers", action.answers.iter().collect()));
            all.push((
                "measures",
                action
                    .measures
                    .iter()
                    .filter_map(|measure| measure.indicator.as_ref())
                    .collect(),
            ));
        }
        for feature in &plan.excellence {
            all.push(("indicators", feature.indicators.iter().collect()));
            all.push(("milestones", feature.milestones.iter().collect()));
        }
    }
    let notes = documents
        .returns
        .iter()
        .flat_map(|filed| &filed.content.data_notes);
    all.extend(notes.map(|note| ("indicators", note.indicators.iter().collect())));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{assert_told, told};

    #[test]
    fn each_name_stands_once_in_a_list() {
        for (path, old, new, name) in [
            (
                "programme.yaml",
                "addressed_to: [minister, leader]",
                "addressed_to: [minister, minister]",
                "minister",
            ),
            (
                "programme.yaml",
                "needs: [in_time_for_good, chair_content]",
                "needs: [chair_content, chair_content]",
                "chair_content",
            ),
            (
                "programme.yaml",
                "  - { body: health, office",
                "  - { body: northmere, office: director, owes: [plan], due_working_day: 6 }\n  - { body: health, office",
                "northmere",
            ),
            ("plan.yaml", "answers: [r2, r1]", "answers: [r2, r2]", "r2"),
            (
                "plan.yaml",
                "measures: [{ indicator: audits_good }]",
                "measures: [{ indicator: audits_good }, { indicator: audits_good }]",
                "audits_good",
            ),
            ("plan.yaml", "milestones: [m1]", "milestones: [m1, m1]", "m1"),
            (
                "returns/2024-06/council.yaml",
                "indicators: [children_on_plans]",
                "indicators: [children_on_plans, children_on_plans]",
                "children_on_plans",
            ),
        ] {
            assert_told(
                &told(judge, path, old, new),
                &format!("{path} «{name}» supplied-twice"),
                "stands twice under",
            );
        }
    }
}
