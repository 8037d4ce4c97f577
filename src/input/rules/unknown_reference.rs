//! Rule: whatever is referred to by name is defined.

use crate::domain::Id;
use crate::finding::{Code, Finding, did_you_mean, quoted};
use crate::input::names::{Kind, definitions};
use crate::input::references::references;
use crate::input::register::Register;
use crate::input::told::Told;
use std::collections::{BTreeMap, BTreeSet};

/// How many names are listed, where there are few enough to be read.
const MOST_LISTED: usize = 12;

/// Tells of every reference to what is not defined. Where nobody can say what a document defines, nothing is said:
/// one fault is told once.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    let documents = register.documents;
    let mut known: BTreeMap<Kind, BTreeSet<&Id>> = BTreeMap::new();
    for (kind, id) in definitions(documents) {
        known.entry(kind).or_default().insert(id.value());
    }
    let none = BTreeSet::new();
    for (kind, id) in references(documents) {
        let names = known.get(&kind).unwrap_or(&none);
        let is_known = names.contains(id.value()) || documents.lost.contains(id.value().as_str());
        let can_be_told = !documents.dark.contains(&kind.defined_in()) && !findings.is_full(id.place());
        if !is_known && can_be_told {
            let message = format!("there is no {} {}", kind.word(), quoted(id.value().as_str()));
            let finding = Finding::new(Code::UnknownReference, message).at(id.place());
            findings.push(finding.help(advice(id.value(), kind, names)));
        }
    }
}

fn advice(id: &Id, kind: Kind, names: &BTreeSet<&Id>) -> String {
    let names: Vec<_> = names.iter().map(|name| name.as_str()).collect();
    if let Some(suggestion) = did_you_mean(id.as_str(), names.iter().copied()) {
        return suggestion;
    }
    let define = format!("define it in {}", kind.home());
    if names.is_empty() || names.len() > MOST_LISTED {
        return define;
    }
    let names: Vec<_> = names.into_iter().map(quoted).collect();
    format!("{define}, or use one of {}", names.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{Inputs, assert_told, told};

    #[test]
    fn a_name_that_is_nearly_right_is_suggested() {
        let told = told(
            judge,
            "returns/2024-05/council.yaml",
            "  unallocated_cases: 0",
            "  unalocated_cases: 0",
        );
        assert_told(
            &told,
            "returns/2024-05/council.yaml «unalocated_cases» unknown-reference",
            "did you mean `unallocated_cases`?",
        );
    }

    #[test]
    fn a_name_like_no_other_is_told_its_home() {
        let told = told(
            judge,
            "indicators/assessment.yaml",
            "owner: health_lead",
            "owner: midwife",
        );
        assert_told(
            &told,
            "indicators/assessment.yaml",
            "there is no office `midwife`",
        );
        assert!(
            told[0].contains("define it in `offices` of programme.yaml, or use one of `chair`, "),
            "{told:?}"
        );
    }

    #[test]
    fn each_kind_of_reference_is_followed() {
        let cases = [
            ("programme.yaml", "council: northmere", "body"),
            ("programme.yaml", "needs: [in_time_for_good", "exit criterion"),
            ("programme.yaml", "addressed_to: [minister", "recipient's role"),
            ("calendar.yaml", "id: board_2024_10, group: board", "group"),
            ("indicators/protection.yaml", "agreed: board_2024_04", "meeting"),
            ("plan.yaml", "answers: [r2, r1", "recommendation"),
            ("plan.yaml", "{ reached: { milestone: m2", "milestone"),
            ("returns/2024-04/council.yaml", "  a1_1", "action"),
            ("returns/2024-04/council.yaml", "  k1", "risk"),
            ("returns/2024-05/council.yaml", "  s1", "issue"),
            ("returns/2024-04/council.yaml", "  improvement_grant", "grant"),
            ("chair/2024-06.yaml", "judgement: improving", "judgement"),
            ("chair/2024-06.yaml", "  leader", "recipient's role"),
        ];
        for (path, name, kind) in cases {
            let told = told(judge, path, name, &format!("{name}_of_nowhere"));
            assert_told(&told, path, &format!("there is no {kind} `"));
        }
    }

    #[test]
    fn what_is_defined_in_an_unreadable_part_is_not_called_unknown() {
        let inputs = Inputs::neutral().replace("plan.yaml", "  - id: m1\n    ref: M1\n", "  - id: m1\n");
        assert_eq!(inputs.told_in_spite_of_structure(judge), Vec::<String>::new());
    }
}
