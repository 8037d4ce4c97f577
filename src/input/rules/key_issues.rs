//! Rule: the chair's report is agreed at a meeting of its group, and each key issue at one no later than that.

use crate::domain::{Charter, Date, Id, KeyIssue, Located, Meeting, Month};
use crate::finding::{Code, Finding, quoted};
use crate::input::register::Register;
use crate::input::told::Told;

/// Tells of key issues that another group agreed, or a meeting after the report.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    let (Some(charter), Some(calendar)) = (&register.documents.charter, &register.documents.calendar) else {
        return;
    };
    findings.extend(
        calendar
            .meetings
            .iter()
            .filter_map(|meeting| of_another_group(charter, meeting)),
    );
    for report in register.documents.chair.iter().map(|filed| &filed.content) {
        let period = *report.period.value();
        let of_report = agrees(&calendar.meetings, period);
        for issue in &report.key_issues {
            let meeting = calendar
                .meetings
                .iter()
                .find(|one| one.id.value() == issue.agreed.value());
            findings.extend(meeting.and_then(|meeting| finding(charter, issue, meeting, of_report)));
        }
    }
}

/// The day on which the report is due is counted back from the meeting.
fn of_another_group(charter: &Charter, meeting: &Meeting) -> Option<Finding> {
    let (period, group) = (meeting.agrees_report.as_ref()?, &charter.papers.six_monthly.group);
    (meeting.group.value() != group.value()).then(|| {
        let message = format!(
            "{} is a meeting of {}, and the chair's report is agreed by {}",
            quoted(meeting.id.value().as_str()),
            quoted(meeting.group.value().as_str()),
            quoted(group.value().as_str())
        );
        let finding = Finding::new(Code::Contradiction, message).at(period.place());
        let finding = finding.also(group.place(), "who agrees it");
        finding.help("say `agrees_report` of the meeting that agrees it; a monthly report is what a meeting `considers`")
    })
}

/// The day of the meeting that agrees the report of a half-year.
fn agrees(meetings: &[Meeting], period: Month) -> Option<&Located<Date>> {
    let of_report = meetings.iter().filter(|meeting| {
        meeting
            .agrees_report
            .as_ref()
            .is_some_and(|month| *month.value() == period)
    });
    of_report
        .map(|meeting| &meeting.date)
        .max_by_key(|date| *date.value())
}

fn finding(
    charter: &Charter,
    issue: &KeyIssue,
    meeting: &Meeting,
    of_report: Option<&Located<Date>>,
) -> Option<Finding> {
    let (group, agreed): (&Located<Id>, _) = (&charter.papers.six_monthly.group, &issue.agreed);
    let name = quoted(agreed.value().as_str());
    if meeting.group.value() != group.value() {
        let message = format!(
            "{name} is a meeting of {}, and key issues are agreed by {}",
            quoted(meeting.group.value().as_str()),
            quoted(group.value().as_str())
        );
        let finding = Finding::new(Code::Contradiction, message).at(agreed.place());
        return Some(
            finding
                .also(group.place(), "who agrees them")
                .help("name the meeting at which it was agreed"),
        );
    }
    let of_report = of_report.filter(|day| meeting.date.value() > day.value())?;
    let message = format!(
        "{name} is held on {}, after the report was agreed on {}",
        meeting.date.value(),
        of_report.value()
    );
    let finding = Finding::new(Code::DatesOutOfOrder, message).at(agreed.place());
    Some(
        finding
            .also(of_report.place(), "the meeting that agrees the report")
            .help("name the meeting at which it was agreed"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{assert_told, told};

    fn agreed(meeting: &str) -> Vec<String> {
        told(
            judge,
            "chair/2024-06.yaml",
            "agreed: board_2024_07",
            &format!("agreed: {meeting}"),
        )
    }

    #[test]
    fn a_report_is_agreed_by_its_group() {
        let july = "date: 2024-07-18, considers: 2024-06";
        let told = told(
            judge,
            "calendar.yaml",
            july,
            "date: 2024-07-18, agrees_report: 2024-06",
        );
        assert_told(
            &told,
            "calendar.yaml «2024-06» contradiction",
            "`group_2024_07` is a meeting of `performance_group`",
        );
    }

    #[test]
    fn key_issues_are_agreed_where_the_report_is() {
        assert_told(
            &agreed("group_2024_06"),
            "chair/2024-06.yaml «group_2024_06» contradiction",
            "a meeting of `performance_group`, and key issues are agreed by `board`",
        );
        assert_told(
            &agreed("board_2024_10"),
            "chair/2024-06.yaml «board_2024_10» dates-out-of-order",
            "after the report was agreed on 25 July 2024",
        );
        assert_eq!(agreed("board_2024_04"), [""; 0]);
    }
}
