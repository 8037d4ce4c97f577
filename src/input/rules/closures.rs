//! Rule: an action that left the plan left it: another one took its place, and returns tell of it no more. Nor does an indicator that
//! ended follow itself.

use crate::domain::{Action, Closure, Id, Indicator};
use crate::finding::{Code, Finding, Severity, quoted};
use crate::input::register::Register;
use crate::input::told::Told;
use std::collections::BTreeMap;

/// Tells of actions that were superseded by themselves or by one that left too, and of news of them in later months.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    findings.extend(register.documents.indicators.iter().filter_map(own_successor));
    let Some(plan) = &register.documents.plan else {
        return;
    };
    let closed: BTreeMap<&Id, (&Action, &Closure)> = plan
        .actions
        .iter()
        .filter_map(|action| Some((action.id.value(), (action, action.closed.as_ref()?))))
        .collect();
    for (action, closure) in closed.values() {
        findings.extend(round(action, closure, &closed));
    }
    for filed in &register.documents.returns {
        for (id, _) in filed.content.actions.iter() {
            let left = closed.get(id.value());
            let left = left.and_then(|(action, closure)| Some((action, register.met_on(&closure.agreed)?)));
            findings.extend(
                left.filter(|(_, day)| *day < filed.month.first_day())
                    .map(|(action, day)| {
                        let message = format!(
                            "{} left the plan on {day}, before {}",
                            quoted(id.value().as_str()),
                            filed.month
                        );
                        let finding =
                            Finding::new(Code::Contradiction, message).with_severity(Severity::Warning);
                        let finding = finding.at(id.place()).also(action.id.place(), "the action");
                        finding.help("take the update out, or tell of the action that took its place")
                    }),
            );
        }
    }
}

fn own_successor(indicator: &Indicator) -> Option<Finding> {
    let successor = indicator.ends.as_ref()?.successor.as_ref()?;
    (successor.value() == indicator.id.value()).then(|| {
        let message = format!("{} is its own successor", quoted(successor.value().as_str()));
        let finding = Finding::new(Code::Contradiction, message).at(successor.place());
        finding.help("name the indicator that took its place, or leave `successor` out")
    })
}

/// Whether one who follows what took an action's place comes back to it.
fn round(action: &Action, closure: &Closure, closed: &BTreeMap<&Id, (&Action, &Closure)>) -> Option<Finding> {
    let named = closure.superseded_by.as_ref()?;
    let mut next = Some(named.value());
    for _ in 0..=closed.len() {
        if next? == action.id.value() {
            let message = format!("{} is superseded by itself", quoted(action.id.value().as_str()));
            let finding = Finding::new(Code::Contradiction, message).at(named.place());
            return Some(finding.help(
                "name the action that took its place, or leave `superseded_by` out if it was withdrawn",
            ));
        }
        next = closed
            .get(next?)
            .and_then(|(_, closure)| closure.superseded_by.as_ref())
            .map(|id| id.value());
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{assert_told, told};

    fn closed(closure: &str) -> Vec<String> {
        let second = "    milestone: m2\n  - id: a2_2";
        told(
            judge,
            "plan.yaml",
            second,
            &format!("    milestone: m2\n    closed: {{ {closure}, reason: x }}\n  - id: a2_2"),
        )
    }

    #[test]
    fn another_action_takes_its_place() {
        assert_told(
            &closed("agreed: group_2024_07, superseded_by: a2_1"),
            "plan.yaml «a2_1» contradiction",
            "`a2_1` is superseded by itself",
        );
        assert_eq!(closed("agreed: group_2024_07, superseded_by: a2_2"), [""; 0]);
    }

    #[test]
    fn another_indicator_follows() {
        let ends = "zero_tolerance: true\n    ends: { month: 2024-06, reason: x, agreed: group_2024_07, successor: unallocated_cases }";
        let told = told(judge, "indicators/assessment.yaml", "zero_tolerance: true", ends);
        assert_told(
            &told,
            "indicators/assessment.yaml «unallocated_cases» contradiction",
            "`unallocated_cases` is its own successor",
        );
    }

    #[test]
    fn nobody_tells_of_an_action_that_left_in_an_earlier_month() {
        assert_told(
            &closed("agreed: group_2024_05, superseded_by: a2_2"),
            "returns/2024-06/council.yaml «a2_1» contradiction",
            "`a2_1` left the plan on 23 May 2024, before June 2024",
        );
    }
}
