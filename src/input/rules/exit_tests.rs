//! Rule: an exit criterion can be met: the indicator that it tests has an end target, a process is tested where limits can be drawn for
//! it, and a test is asked once.

use crate::domain::{Criterion, Frequency, Good, Id, Indicator, Located, Nature, Test};
use crate::finding::{Code, Finding, Severity, quoted};
use crate::input::register::{Register, with_next};
use crate::input::told::Told;

/// Tells of criteria that could never be met.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    let Some(plan) = &register.documents.plan else {
        return;
    };
    for (criterion, next) in with_next(&plan.exit_criteria, |criterion| criterion.id.place()) {
        // Of two tests one was told of: nobody knows which is meant.
        if register.is_cut(criterion.id.place(), next) {
            continue;
        }
        let (named, is_process) = match &criterion.test {
            Test::Sustained { indicator, .. } => (indicator, false),
            Test::Assured { indicator } => (indicator, true),
            Test::Delivered { .. } | Test::Reached { .. } | Test::Judged { .. } => continue,
        };
        let indicators = with_next(&register.documents.indicators, |it| it.id.place());
        let mut indicators = indicators.filter(|(indicator, _)| indicator.id.value() == named.value());
        // A target that is misspelt has been told of.
        let Some((indicator, _)) = indicators
            .next()
            .filter(|(it, next)| !register.is_cut(it.id.place(), *next))
        else {
            continue;
        };
        let aimless = aimless(indicator);
        let lacks = aimless.or_else(|| is_process.then(|| unlimited(indicator)).flatten());
        findings.extend(lacks.map(|lacks| finding(criterion, named, indicator, lacks)));
    }
}

fn aimless(indicator: &Indicator) -> Option<&'static str> {
    let has_point = indicator
        .targets
        .last()
        .is_some_and(|target| !target.points.is_empty());
    if indicator.good == Good::Neutral {
        Some("is never rated")
    } else if has_point {
        None
    } else {
        Some("has no target")
    }
}

/// Limits are drawn for what happens in a month and is counted every month.
fn unlimited(indicator: &Indicator) -> Option<&'static str> {
    let is_drawn = indicator.nature == Nature::Flow && indicator.frequency == Frequency::Monthly;
    (!is_drawn).then_some("is not a monthly flow, so that no limits can be drawn for it")
}

fn finding(criterion: &Criterion, named: &Located<Id>, indicator: &Indicator, lacks: &str) -> Finding {
    let message = format!(
        "{} can never be met: {} {lacks}",
        quoted(criterion.id.value().as_str()),
        quoted(named.value().as_str())
    );
    let finding = Finding::new(Code::Contradiction, message).with_severity(Severity::Warning);
    let finding = finding
        .at(named.place())
        .also(indicator.id.place(), "the indicator");
    finding.help("test another indicator, give this one what it lacks, or let the chair judge")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{assert_told, told};

    fn assured(indicator: &str) -> Vec<String> {
        let old = "assured: { indicator: assessments_in_time }";
        told(
            judge,
            "plan.yaml",
            old,
            &format!("assured: {{ indicator: {indicator} }}"),
        )
    }

    #[test]
    fn a_criterion_tests_what_can_be_met() {
        assert_told(
            &assured("health_referrals"),
            "plan.yaml «health_referrals» contradiction",
            "`in_time_by_nature` can never be met: `health_referrals` is never rated",
        );
        assert_told(
            &assured("audits_good"),
            "plan.yaml «audits_good» ",
            "is not a monthly flow",
        );
        assert_eq!(assured("repeat_plans"), [""; 0]);
        let sustained = told(
            judge,
            "plan.yaml",
            "sustained: { indicator: assessments_in_time,",
            "sustained: { indicator: audits_good,",
        );
        assert_eq!(sustained, [""; 0]);
    }
}
