//! Rule: nothing ends before it begins: bodies, offices, recipients, seats, times in the chair, baselines.

use crate::domain::{Baseline, Dated, Id, Located};
use crate::finding::{Code, Finding, quoted};
use crate::input::register::Register;
use crate::input::told::Told;

/// Tells of everything that ends before it begins.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    if let Some(charter) = &register.documents.charter {
        findings.extend(charter.bodies.iter().filter_map(|body| fault(&body.id, body)));
        let offices = charter.offices.iter();
        findings.extend(offices.filter_map(|office| fault(&office.id, office)));
        let recipients = charter.recipients.iter();
        findings.extend(recipients.filter_map(|recipient| fault(&recipient.id, recipient)));
        for group in &charter.groups {
            findings.extend(group.members.iter().filter_map(|seat| fault(&seat.office, seat)));
            findings.extend(group.chair.iter().filter_map(|time| fault(&time.office, time)));
        }
    }
    let indicators = register.documents.indicators.iter();
    findings.extend(indicators.filter_map(|indicator| of_baseline(indicator.baseline.as_ref()?)));
}

fn of_baseline(baseline: &Baseline) -> Option<Finding> {
    (baseline.until < baseline.from).then(|| {
        let message = format!(
            "the baseline ends in {}, before it begins in {}",
            baseline.until, baseline.from
        );
        Finding::new(Code::DatesOutOfOrder, message)
            .at(baseline.value.place())
            .help("mend `from` or `until`")
    })
}

fn fault(id: &Located<Id>, dated: &impl Dated) -> Option<Finding> {
    let (from, until) = (dated.from()?, dated.until()?);
    (until < from).then(|| {
        let name = quoted(id.value().as_str());
        let message = format!("{name} ends on {until}, before it begins on {from}");
        Finding::new(Code::DatesOutOfOrder, message)
            .at(id.place())
            .help("mend `from` or `until`")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{assert_told, told};

    #[test]
    fn nothing_ends_before_it_begins() {
        let dates = "from: 2024-05-02, until: 2024-05-01";
        let cases = [
            (
                "  - { id: ministry,",
                format!("  - {{ {dates}, id: ministry,"),
                "`ministry` ends on 1 May 2024",
            ),
            (
                "  - { id: chair,",
                format!("  - {{ {dates}, id: chair,"),
                "`chair` ends on",
            ),
            (
                "standing: appointed, from: 2024-04-01",
                format!("standing: appointed, {dates}"),
                "`chair` ends on",
            ),
            (
                "{ office: head_of_assessment,",
                format!("{{ {dates}, office: head_of_assessment,"),
                "`head_of_assessment`",
            ),
        ];
        for (old, new, words) in cases {
            assert_told(&told(judge, "programme.yaml", old, &new), "programme.yaml", words);
        }
        assert!(
            told(
                judge,
                "programme.yaml",
                "  - { id: chair,",
                "  - { from: 2024-05-01, until: 2024-05-01, id: chair,"
            )
            .is_empty()
        );
    }

    #[test]
    fn a_baseline_too() {
        let told = told(
            judge,
            "indicators/assessment.yaml",
            "from: 2023-04, until: 2024-03",
            "from: 2024-04, until: 2024-03",
        );
        assert_told(
            &told,
            "indicators/assessment.yaml",
            "the baseline ends in March 2024",
        );
    }
}
