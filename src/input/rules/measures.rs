//! Rule: how success shows is said: a measure has words or an indicator, and a test over months has some.

use crate::domain::Test;
use crate::finding::{Code, Finding, quoted};
use crate::input::register::Register;
use crate::input::told::Told;

/// Tells of measures and tests that say nothing.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    let Some(plan) = &register.documents.plan else {
        return;
    };
    for action in &plan.actions {
        if action
            .measures
            .iter()
            .any(|measure| measure.text.is_none() && measure.indicator.is_none())
        {
            let message = format!("a measure of {} says nothing", quoted(action.id.value().as_str()));
            let finding = Finding::new(Code::MissingKey, message).at(action.id.place());
            findings.push(finding.help("give it a `text`, an `indicator`, or both"));
        }
    }
    for criterion in &plan.exit_criteria {
        if let Test::Sustained { for_months, .. } = &criterion.test
            && *for_months.value() == 0
        {
            let message = format!(
                "{} is to be sustained for no month",
                quoted(criterion.id.value().as_str())
            );
            let finding = Finding::new(Code::ImpossibleFigure, message).at(for_months.place());
            findings.push(finding.help("write how many months in `for_months`"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{assert_told, told};

    #[test]
    fn a_measure_says_something() {
        let told = told(
            judge,
            "plan.yaml",
            "measures: [{ indicator: audits_good }]",
            "measures: [{}]",
        );
        assert_told(&told, "plan.yaml", "a measure of `a2_1` says nothing");
    }

    #[test]
    fn a_test_over_months_has_some() {
        let told = told(judge, "plan.yaml", "for_months: 3", "for_months: 0");
        assert_told(
            &told,
            "plan.yaml",
            "`in_time_for_good` is to be sustained for no month",
        );
    }
}
