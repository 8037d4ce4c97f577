//! Rule: what papers print as the name of a thing is printed for one thing of its kind. What has ended may leave its
//! reference to a successor.

use crate::domain::{Id, Located, Plan};
use crate::finding::{Code, Finding, quoted};
use crate::input::register::Register;
use crate::input::told::Told;
use std::collections::BTreeMap;

/// A thing by its reference on paper and its name in the inputs.
type Printed<'d> = (&'d str, &'d Located<Id>);

/// Tells of every reference that two things share.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    let indicators = register.documents.indicators.iter();
    let live = indicators.filter(|indicator| indicator.ends.is_none());
    let indicators = live.map(|it| (it.reference.as_str(), &it.id)).collect();
    findings.extend(shared("indicators", indicators));
    if let Some(plan) = &register.documents.plan {
        for (what, things) in of_plan(plan) {
            findings.extend(shared(what, things));
        }
    }
}

fn of_plan(plan: &Plan) -> [(&'static str, Vec<Printed<'_>>); 6] {
    let (asked, milestones) = (plan.recommendations.iter(), plan.milestones.iter());
    let actions = plan.actions.iter().filter(|action| action.closed.is_none());
    let (risks, issues, criteria) = (plan.risks.iter(), plan.issues.iter(), plan.exit_criteria.iter());
    [
        (
            "recommendations",
            asked.map(|it| (it.reference.as_str(), &it.id)).collect(),
        ),
        (
            "actions",
            actions.map(|it| (it.reference.as_str(), &it.id)).collect(),
        ),
        (
            "milestones",
            milestones.map(|it| (it.reference.as_str(), &it.id)).collect(),
        ),
        ("risks", risks.map(|it| (it.reference.as_str(), &it.id)).collect()),
        (
            "issues",
            issues.map(|it| (it.reference.as_str(), &it.id)).collect(),
        ),
        (
            "exit criteria",
            criteria.map(|it| (it.reference.as_str(), &it.id)).collect(),
        ),
    ]
}

fn shared(what: &str, things: Vec<Printed<'_>>) -> Vec<Finding> {
    let mut first: BTreeMap<&str, &Located<Id>> = BTreeMap::new();
    let mut found = Vec::new();
    for (reference, id) in things {
        // Of two things with one id the id is told.
        let earlier = first
            .insert(reference, id)
            .filter(|earlier| earlier.value() != id.value());
        found.extend(earlier.map(|earlier| {
            let message = format!(
                "the {what} {} and {} are both printed as {}",
                quoted(earlier.value().as_str()),
                quoted(id.value().as_str()),
                quoted(reference)
            );
            let finding = Finding::new(Code::SuppliedTwice, message).at(id.place());
            finding
                .also(earlier.place(), "the first")
                .help("give one of the two another `ref`")
        }));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{assert_told, told};

    #[test]
    fn a_reference_on_paper_is_of_one_thing() {
        let indicator = told(judge, "indicators/protection.yaml", "ref: N5", "ref: N4");
        assert_told(
            &indicator,
            "indicators/protection.yaml «children_on_plans» supplied-twice",
            "the indicators `repeat_plans` and `children_on_plans` are both printed as `N4`",
        );
        for (old, new, id) in [
            ("\"1.2\"", "\"1.1\"", "a1_2"),
            ("R2", "R1", "r2"),
            ("M2", "M1", "m2"),
            ("E2", "E1", "in_time_by_nature"),
        ] {
            let of_plan = told(judge, "plan.yaml", &format!("ref: {old}"), &format!("ref: {new}"));
            assert_told(
                &of_plan,
                &format!("plan.yaml «{id}» supplied-twice"),
                "are both printed as",
            );
        }
    }

    #[test]
    fn what_was_closed_leaves_its_reference() {
        let told = told(
            judge,
            "plan.yaml",
            "    measures: [{ indicator: assessments_in_time }]\n    milestone: m1\n  - id: a1_2\n    ref: \"1.2\"",
            "    measures: [{ indicator: assessments_in_time }]\n    milestone: m1\n    closed: { agreed: group_2024_06, reason: x }\n  - id: a1_2\n    ref: \"1.1\"",
        );
        assert!(told.is_empty(), "{told:?}");
    }
}
