//! Rule: a group meets once on a day, and takes each paper once. Knows meetings by group, day and paper; two groups may take the same
//! paper.

use crate::domain::{Id, Located, Meeting};
use crate::finding::{Code, Finding, quoted};
use crate::input::register::Register;
use crate::input::told::Told;
use std::collections::BTreeMap;

/// Tells of a second meeting of a group on one day, and of a second one that takes the same paper.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    let meetings = || {
        register
            .documents
            .calendar
            .iter()
            .flat_map(|calendar| &calendar.meetings)
    };
    findings.extend(again(meetings(), |meeting| Some(&meeting.date), "meets twice on"));
    findings.extend(again(
        meetings(),
        |meeting| meeting.considers.as_ref(),
        "considers twice the monthly paper for",
    ));
    findings.extend(again(
        meetings(),
        |meeting| meeting.agrees_report.as_ref(),
        "agrees twice the chair's report to",
    ));
}

fn again<'d, T: Ord + std::fmt::Display + 'd>(
    meetings: impl Iterator<Item = &'d Meeting>,
    of: impl Fn(&'d Meeting) -> Option<&'d Located<T>>,
    what: &str,
) -> Vec<Finding> {
    let mut first: BTreeMap<(&Id, &T), &Located<T>> = BTreeMap::new();
    let mut found = Vec::new();
    for meeting in meetings {
        let Some(thing) = of(meeting) else { continue };
        if let Some(earlier) = first.insert((meeting.group.value(), thing.value()), thing) {
            let message = format!(
                "{} {what} {}",
                quoted(meeting.group.value().as_str()),
                thing.value()
            );
            let finding = Finding::new(Code::MeetingTwice, message).at(thing.place());
            let finding = finding.also(earlier.place(), "the first");
            found.push(finding.help("mend one of the two, or take one of the meetings out"));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{assert_told, told};

    fn calendar(old: &str, new: &str) -> Vec<String> {
        told(judge, "calendar.yaml", old, new)
    }

    #[test]
    fn a_group_meets_once_on_a_day() {
        assert_told(
            &calendar("date: 2024-10-17", "date: 2024-07-25"),
            "calendar.yaml «2024-07-25» meeting-twice",
            "`board` meets twice on 25 July 2024",
        );
        assert_eq!(
            calendar("date: 2024-10-17", "date: 2024-07-18"),
            [""; 0],
            "another group does"
        );
    }

    #[test]
    fn a_group_takes_each_paper_once() {
        assert_told(
            &calendar("considers: 2024-06", "considers: 2024-05"),
            "calendar.yaml «2024-05» meeting-twice",
            "`performance_group` considers twice the monthly paper for May 2024",
        );
        let both = calendar(
            "date: 2024-10-17 }",
            "date: 2024-10-17, considers: 2024-06, agrees_report: 2024-06 }",
        );
        assert_told(
            &both,
            "calendar.yaml «2024-06» ",
            "agrees twice the chair's report to June 2024",
        );
    }
}
