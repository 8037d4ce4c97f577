//! Rule: nobody approves what is not there yet: words come when the month is over, approval when the words have
//! come.

use crate::domain::{Approval, Date, Located, PaperKind};
use crate::finding::{Code, Finding};
use crate::input::register::Register;
use crate::input::told::Told;

/// Tells of words and approvals that come too early.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    for filed in &register.documents.chair {
        let (written, period) = (&filed.content.written, *filed.content.period.value());
        if *written.value() < period.last_day() {
            let message = format!(
                "written on {}, before the half-year to {period} was over",
                written.value()
            );
            findings.push(
                Finding::new(Code::DatesOutOfOrder, message)
                    .at(written.place())
                    .help("mend the day"),
            );
        }
    }
    for approval in register
        .documents
        .approvals
        .iter()
        .flat_map(|file| &file.approvals)
    {
        findings.extend(too_early(register, approval));
    }
}

fn too_early(register: &Register<'_>, approval: &Approval) -> Option<Finding> {
    let (on, period) = (&approval.on, *approval.period.value());
    if *on.value() < period.last_day() {
        let message = format!("approved on {}, before {period} was over", on.value());
        return Some(
            Finding::new(Code::DatesOutOfOrder, message)
                .at(on.place())
                .help("mend the day or the month"),
        );
    }
    let words = words_of(register, approval).filter(|came| on.value() < came.value())?;
    let message = format!(
        "approved on {}, before the words had come on {}",
        on.value(),
        words.value()
    );
    let finding = Finding::new(Code::DatesOutOfOrder, message).at(on.place());
    Some(
        finding
            .also(words.place(), "the words")
            .help("mend one of the two"),
    )
}

/// The day on which the words of the approved paper came.
fn words_of<'d>(register: &Register<'d>, approval: &Approval) -> Option<&'d Located<Date>> {
    let (documents, period) = (register.documents, approval.period.value());
    match approval.paper {
        PaperKind::Monthly => {
            let mut returns = documents.returns.iter().filter(|filed| filed.month == *period);
            returns
                .find(|filed| filed.content.words.is_some())
                .map(|filed| &filed.content.received)
        }
        PaperKind::SixMonthly => {
            let mut reports = documents.chair.iter();
            reports
                .find(|filed| filed.content.period.value() == period)
                .map(|filed| &filed.content.written)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{assert_told, told};

    fn approved(old: &str, new: &str) -> Vec<String> {
        told(judge, "approvals.yaml", old, new)
    }

    #[test]
    fn words_come_before_their_approval() {
        let monthly = approved("by: director, on: 2024-05-16", "by: director, on: 2024-05-08");
        assert_told(
            &monthly,
            "approvals.yaml «2024-05-08» dates-out-of-order",
            "before the words had come on 9 May 2024",
        );
        let six_monthly = approved("by: chair, on: 2024-07-16", "by: chair, on: 2024-07-14");
        assert_told(
            &six_monthly,
            "approvals.yaml «2024-07-14» ",
            "before the words had come on 15 July 2024",
        );
    }

    #[test]
    fn a_month_is_over_before_its_paper_is_approved() {
        let early = approved("by: director, on: 2024-05-16", "by: director, on: 2024-04-16");
        assert_told(
            &early,
            "approvals.yaml «2024-04-16» ",
            "before April 2024 was over",
        );
        let written = told(
            judge,
            "chair/2024-06.yaml",
            "written: 2024-07-15",
            "written: 2024-06-15",
        );
        assert_told(
            &written,
            "chair/2024-06.yaml «2024-06-15» ",
            "before the half-year to June 2024 was over",
        );
    }
}
