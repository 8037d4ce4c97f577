//! Rule: a meeting of the group that takes the monthly report says which one it considers: the day on which that report is due, and so
//! what it can know, is counted back from the meeting.

use crate::domain::{Charter, Meeting, Month};
use crate::finding::{Code, Finding, Severity, quoted};
use crate::input::register::{Register, with_next};
use crate::input::told::Told;
use std::collections::BTreeSet;

/// Tells of meetings that consider nothing while a month before them is considered by none. A warning: a group may meet for something
/// else.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    let (Some(calendar), Some(charter)) = (&register.documents.calendar, &register.documents.charter) else {
        return;
    };
    let considered = calendar
        .meetings
        .iter()
        .filter_map(|meeting| meeting.considers.as_ref());
    let considered: BTreeSet<Month> = considered.map(|month| *month.value()).collect();
    for (meeting, next) in with_next(&calendar.meetings, |meeting| meeting.id.place()) {
        if is_of_monthly(charter, meeting) && !register.is_cut(meeting.id.place(), next) {
            let month = meeting.date.value().month().plus(-1);
            let is_open = !considered.contains(&month) && register.documents.months.contains(&month);
            findings.extend(is_open.then(|| finding(meeting, month)));
        }
    }
}

/// Whether the group of the monthly report meets and says nothing of any paper.
fn is_of_monthly(charter: &Charter, meeting: &Meeting) -> bool {
    let group = &charter.papers.monthly.group;
    let takes_none = meeting.considers.is_none() && meeting.agrees_report.is_none();
    meeting.group.value() == group.value() && takes_none
}

fn finding(meeting: &Meeting, month: Month) -> Finding {
    let message = format!(
        "{} considers no monthly report, and no other meeting considers that for {month}",
        quoted(meeting.id.value().as_str())
    );
    let finding = Finding::new(Code::MissingKey, message).with_severity(Severity::Warning);
    let finding = finding.at(meeting.id.place());
    finding.help(format!(
        "add `considers: {}`: without it the report is due on the last working day of the month after",
        month.iso()
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{assert_told, told};

    #[test]
    fn a_month_is_considered_by_the_meeting_after_it() {
        let told = told(judge, "calendar.yaml", "    considers: 2024-05\n", "");
        assert_told(
            &told,
            "calendar.yaml «group_2024_06» missing-key",
            "no other meeting considers that for May 2024",
        );
    }
}
