//! Rule: an end target can be judged: its month is one of which a figure is owed, and a line to it begins somewhere.

use crate::domain::{Frequency, Indicator, Shape, Target, TargetPoint};
use crate::finding::{Code, Finding, quoted};
use crate::input::register::{Register, with_next};
use crate::input::told::Told;

/// Tells of end targets in months without a figure, and of lines with one end. A target that was replaced is not judged any more.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    for (indicator, next) in with_next(&register.documents.indicators, |it| it.id.place()) {
        let target = indicator.targets.last();
        let Some((target, end)) = target.and_then(|target| Some((target, target.points.last()?))) else {
            continue;
        };
        // What is misspelt in an indicator has been told of: a point or the month of an annual figure may be missing for that.
        if !register.is_cut(indicator.id.place(), next) {
            findings.extend(never_judged(indicator, end));
            findings.extend(one_ended(indicator, target, end));
        }
    }
}

fn never_judged(indicator: &Indicator, end: &TargetPoint) -> Option<Finding> {
    let month = *end.month.value();
    let turn = turn(indicator).filter(|_| !indicator.is_owed(month))?;
    let message = format!(
        "{}: the end target is of {month}, and its figure is of {turn}",
        quoted(indicator.id.value().as_str())
    );
    let finding = Finding::new(Code::BadTarget, message).at(end.month.place());
    Some(finding.help("name the last month of which there is a figure to hold against it"))
}

/// The months of which a figure is owed, where it is not every month.
fn turn(indicator: &Indicator) -> Option<String> {
    match indicator.frequency {
        Frequency::Monthly => None,
        Frequency::Quarterly => Some("March, June, September and December".to_owned()),
        Frequency::Annual => {
            let turn = indicator.annual_month.as_ref().map(|turn| *turn.value())?;
            let month = crate::domain::Month::new(2000, turn)?;
            Some(format!("{} every year", month.name()))
        }
    }
}

fn one_ended(indicator: &Indicator, target: &Target, end: &TargetPoint) -> Option<Finding> {
    (target.shape == Shape::Linear && target.points.len() == 1).then(|| {
        let name = quoted(indicator.id.value().as_str());
        let message = format!("{name}: a `linear` target with one point goes from nowhere");
        let finding = Finding::new(Code::BadTarget, message).at(end.month.place());
        finding.help("add the point that it starts from, or write `shape: step`")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{Inputs, assert_told, told};

    const FILE: &str = "indicators/assessment.yaml";

    fn with_frequency(frequency: &str, month: &str) -> Vec<String> {
        let monthly =
            "    source: Case system\n    owner: head_of_assessment\n    body: northmere\n    baseline";
        let old = format!("frequency: monthly\n{monthly}");
        let new = format!("frequency: {frequency}\n{monthly}");
        let inputs = Inputs::neutral().replace(FILE, &old, &new);
        inputs
            .replace(FILE, "month: 2025-03", &format!("month: {month}"))
            .told_by(judge)
    }

    #[test]
    fn the_month_of_an_end_target_has_a_figure() {
        assert_told(
            &with_frequency("quarterly", "2025-02"),
            "indicators/assessment.yaml «2025-02» bad-target",
            "`assessments_in_time`: the end target is of February 2025, and its figure is of March, June",
        );
        assert_told(
            &with_frequency("annual\n    annual_month: 9", "2025-03"),
            "indicators/assessment.yaml «2025-03» ",
            "its figure is of September every year",
        );
        for (frequency, month) in [
            ("quarterly", "2025-06"),
            ("annual\n    annual_month: 9", "2025-09"),
            ("monthly", "2025-02"),
        ] {
            assert_eq!(with_frequency(frequency, month), [""; 0]);
        }
    }

    #[test]
    fn a_line_has_two_ends() {
        let told = told(judge, FILE, "          - { month: 2025-03, value: 90 }\n", "");
        assert_told(
            &told,
            "indicators/assessment.yaml «2024-04» bad-target",
            "goes from nowhere",
        );
    }
}
