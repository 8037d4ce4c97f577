//! Rule: a correction changes something. Knows what held for a month when the correction came; a reason why a figure is still the same
//! belongs elsewhere.

use crate::domain::Figure;
use crate::finding::{Code, Finding, quoted};
use crate::input::held::restated;
use crate::input::register::Register;
use crate::input::told::Told;

/// Tells of corrections that restate a figure as it was.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    for (correction, before, place) in restated(register) {
        if is_same(correction.figure.value(), before) {
            let name = quoted(correction.indicator.value().as_str());
            let message = format!(
                "{name} for {} is corrected to what it was",
                correction.month.value()
            );
            let finding = Finding::new(Code::NeedlessCorrection, message).at(correction.figure.place());
            let finding = finding.also(place, "the figure before");
            findings.push(finding.help("mend the figure or the month, or take the correction out"));
        }
    }
}

/// Whether two figures are one: the same counts, the same value, or the same reason why there is none.
fn is_same(one: &Figure, other: &Figure) -> bool {
    match (one, other) {
        (Figure::Missing { reason: one, .. }, Figure::Missing { reason: other, .. }) => one == other,
        _ => one == other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{Inputs, assert_told, told};

    const JUNE: &str = "returns/2024-06/council.yaml";

    #[test]
    fn a_correction_changes_something() {
        let same = told(
            judge,
            JUNE,
            "numerator: 74, denominator: 99",
            "numerator: 73, denominator: 99",
        );
        assert_told(
            &same,
            "returns/2024-06/council.yaml «{ month: 2024-04",
            "needless-correction: `assessments_in_time` for April 2024 is corrected to what it was",
        );
        let missing = told(
            judge,
            "returns/2024-06/health.yaml",
            "value: 40",
            "missing: not_yet_available",
        );
        assert_eq!(missing.len(), 1, "{missing:?}");
        let of_another = told(
            judge,
            JUNE,
            "numerator: 74, denominator: 99",
            "numerator: 73, denominator: 98",
        );
        assert_eq!(of_another, [""; 0]);
    }

    #[test]
    fn a_correction_may_be_taken_back_later() {
        let back = Inputs::neutral().replace(
            JUNE,
            "corrections:\n",
            "corrections:\n  - { month: 2024-05, indicator: repeat_plans, numerator: 3, denominator: 15, reason: x }\n",
        );
        assert_told(
            &back.told_by(judge),
            "returns/2024-06/council.yaml",
            "`repeat_plans` for May 2024",
        );
    }
}
