//! Rule: a risk is scored from 1 to 5.

use crate::finding::{Code, Finding, quoted};
use crate::input::register::Register;
use crate::input::told::Told;

/// Tells of scores outside the scale.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    for filed in &register.documents.returns {
        for (id, score) in filed.content.risks.iter() {
            for number in [&score.likelihood, &score.impact] {
                if !(1..=5).contains(number.value()) {
                    let name = quoted(id.value().as_str());
                    let message = format!("{name} is scored {}, on a scale from 1 to 5", number.value());
                    let finding = Finding::new(Code::ImpossibleFigure, message).at(number.place());
                    findings.push(finding.help("1 is least, 5 is most"));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{assert_told, told};

    #[test]
    fn the_scale_ends_at_five() {
        let told = told(judge, "returns/2024-04/council.yaml", "impact: 4", "impact: 6");
        assert_told(
            &told,
            "returns/2024-04/council.yaml «6» impossible-figure",
            "`k1` is scored 6",
        );
    }
}
