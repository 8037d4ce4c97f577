//! Rule: what is told has happened: a visit in its half-year and before the words on it, a report before the return that brings it, a
//! risk or an issue before its news. Knows days that were past when they were typed; those still to come are told elsewhere.

use crate::domain::{ChairReport, Date, Id, Located, PaperKind, Return};
use crate::finding::{Code, Finding, Severity, quoted};
use crate::input::register::Register;
use crate::input::told::Told;
use std::collections::BTreeMap;

/// Tells of days that do not fit what is told of them.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    for filed in &register.documents.chair {
        findings.extend(visits(&filed.content));
    }
    let raised = raised(register);
    // A return that came before it was drawn, or was drawn too early, has been told of, and says nothing of other days.
    let sound = register.documents.returns.iter().filter(|filed| {
        let sent = &filed.content;
        let drawn = *sent.extracted.value();
        filed.month.last_day() <= drawn && drawn <= *sent.received.value()
    });
    for filed in sound {
        findings.extend(reports(&filed.content));
        findings.extend(news(&filed.content, &raised));
    }
}

fn finding(message: String, day: &Located<Date>, other: &Located<Date>, what: &str) -> Finding {
    Finding::new(Code::DatesOutOfOrder, message)
        .at(day.place())
        .also(other.place(), what)
        .help("mend one of the two")
}

/// The chair may visit between the end of the half-year and the writing; not after it, and not before the half-year.
fn visits(report: &ChairReport) -> Vec<Finding> {
    let written = &report.written;
    let first = report
        .period
        .value()
        .plus(1 - PaperKind::SixMonthly.months())
        .first_day();
    let told = report.basis.visits.iter().filter_map(|visit| {
        let (day, date) = (*visit.date.value(), &visit.date);
        if day > *written.value() {
            let message = format!(
                "a visit on {day}, after the words were written on {}",
                written.value()
            );
            Some(finding(message, date, written, "the words"))
        } else if day < first {
            let message = format!(
                "a visit on {day}, before the half-year to {} began",
                report.period.value()
            );
            let finding = Finding::new(Code::DatesOutOfOrder, message).with_severity(Severity::Warning);
            let finding = finding
                .at(date.place())
                .also(report.period.place(), "the half-year");
            Some(finding.help("mend the day; a visit of an earlier half-year belongs to its report"))
        } else {
            None
        }
    });
    told.collect()
}

/// A report may be dated between the drawing of the figures and the sending of the return.
fn reports(sent: &Return) -> Vec<Finding> {
    let late = sent
        .reports
        .iter()
        .filter(|report| report.date.value() > sent.received.value());
    late.map(|report| {
        let message = format!(
            "a report of {}, in a return received on {}",
            report.date.value(),
            sent.received.value()
        );
        finding(message, &report.date, &sent.received, "the return")
    })
    .collect()
}

/// When each risk and issue was put on the register.
fn raised<'d>(register: &Register<'d>) -> BTreeMap<&'d Id, &'d Located<Date>> {
    let plan = || register.documents.plan.iter();
    let risks = plan()
        .flat_map(|plan| &plan.risks)
        .map(|risk| (risk.id.value(), &risk.raised));
    let issues = plan()
        .flat_map(|plan| &plan.issues)
        .map(|issue| (issue.id.value(), &issue.raised));
    risks.chain(issues).collect()
}

/// No return has news of what was not on the register when it came.
fn news(sent: &Return, raised: &BTreeMap<&Id, &Located<Date>>) -> Vec<Finding> {
    let risks = sent.risks.iter().map(|(id, _)| id);
    let told = risks
        .chain(sent.issues.iter().map(|(id, _)| id))
        .filter_map(|id| {
            let since = raised
                .get(id.value())
                .filter(|since| since.value() > sent.received.value())?;
            let message = format!(
                "news of {}, which was raised on {}, in a return received on {}",
                quoted(id.value().as_str()),
                since.value(),
                sent.received.value()
            );
            let finding = Finding::new(Code::DatesOutOfOrder, message).at(id.place());
            Some(
                finding
                    .also(since.place(), "raised")
                    .help("mend `raised` in plan.yaml, or take the line out"),
            )
        });
    told.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{assert_told, told};

    #[test]
    fn a_visit_is_of_the_half_year_and_before_the_words() {
        let visit = |day: &str| told(judge, "chair/2024-06.yaml", "2024-05-14", day);
        assert_told(
            &visit("2024-07-16"),
            "chair/2024-06.yaml «2024-07-16» dates-out-of-order",
            "after the words were written on 15 July 2024",
        );
        assert_told(
            &visit("2023-05-14"),
            "chair/2024-06.yaml «2023-05-14» ",
            "before the half-year to June 2024 began",
        );
        for sound in ["2024-01-01", "2024-07-15"] {
            assert_eq!(visit(sound), [""; 0], "{sound}");
        }
    }

    #[test]
    fn a_report_is_older_than_the_return_that_brings_it() {
        let report = |day: &str| {
            told(
                judge,
                "returns/2024-06/council.yaml",
                "date: 2024-06-12",
                &format!("date: {day}"),
            )
        };
        assert_told(
            &report("2024-07-09"),
            "returns/2024-06/council.yaml «2024-07-09» ",
            "in a return received on 8 July 2024",
        );
        assert_eq!(report("2024-07-08"), [""; 0]);
    }

    #[test]
    fn nothing_is_told_of_what_was_not_raised_yet() {
        let issue = told(judge, "plan.yaml", "raised: 2024-05-20", "raised: 2024-06-20");
        assert_told(
            &issue,
            "returns/2024-05/council.yaml «s1» ",
            "`s1`, which was raised on 20 June 2024",
        );
        let risk = told(judge, "plan.yaml", "raised: 2024-04-08", "raised: 2024-05-19");
        assert_told(&risk, "returns/2024-04/council.yaml «k1» ", "`k1`");
    }
}
