//! Rule: a name is given to one thing of its kind.

use crate::finding::{Code, Finding, quoted};
use crate::input::names::{Kind, definitions};
use crate::input::register::Register;
use crate::input::told::Told;
use std::collections::BTreeMap;

/// Tells of every name that is given a second time.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    let mut first = BTreeMap::new();
    for (kind, id) in definitions(register.documents) {
        // A role is shared by those who follow each other in it.
        if kind == Kind::Role {
            continue;
        }
        if let Some(earlier) = first.insert((kind, id.value()), id.place()) {
            let message = format!(
                "the {} {} is defined twice",
                kind.word(),
                quoted(id.value().as_str())
            );
            let finding = Finding::new(Code::SuppliedTwice, message)
                .at(id.place())
                .also(earlier, "the first");
            findings.push(finding.help("rename one, or take it out"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{assert_told, told};

    #[test]
    fn one_name_in_two_files_is_told_with_both_places() {
        let told = told(
            judge,
            "indicators/protection.yaml",
            "- id: audits_good",
            "- id: health_referrals",
        );
        assert_told(
            &told,
            "indicators/protection.yaml «health_referrals» supplied-twice",
            "`health_referrals`",
        );
    }

    #[test]
    fn an_action_and_a_recommendation_may_share_a_name() {
        assert!(told(judge, "plan.yaml", "- id: m2", "- id: a2_2").is_empty());
    }
}
