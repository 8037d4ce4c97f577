//! Rule: who is recorded at a meeting fits who sat in the group that day: each office once, nobody is missed
//! in a seat that was not theirs, and no seat is passed over. Whoever comes without a seat was invited, and that is no mistake.

use crate::domain::{Attendance, Dated, Group, Id, Located, Meeting, Presence};
use crate::finding::{Code, Finding, quoted};
use crate::input::register::{Register, with_next};
use crate::input::told::Told;
use std::collections::{BTreeMap, BTreeSet};

/// Tells of records that contradict the group's seats. A meeting without any record is still to come, or its record is.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    let (Some(calendar), Some(charter)) = (&register.documents.calendar, &register.documents.charter) else {
        return;
    };
    let meetings = with_next(&calendar.meetings, |meeting| meeting.id.place());
    for (meeting, next) in meetings.filter(|(meeting, _)| !meeting.attendance.is_empty()) {
        findings.extend(twice(meeting));
        let group = charter.group(meeting.group.value());
        if let Some(group) = group {
            findings.extend(without_a_seat(group, meeting));
            // A line that is misspelt has been told of.
            if !register.is_cut(meeting.id.place(), next) {
                findings.extend(passed_over(group, meeting));
            }
        }
    }
}

fn twice(meeting: &Meeting) -> Vec<Finding> {
    let mut first: BTreeMap<&Id, &Located<Id>> = BTreeMap::new();
    let mut found = Vec::new();
    for Attendance { office, .. } in &meeting.attendance {
        if let Some(earlier) = first.insert(office.value(), office) {
            let message = format!("{} is recorded twice", quoted(office.value().as_str()));
            let finding = Finding::new(Code::SuppliedTwice, message).at(office.place());
            found.push(
                finding
                    .also(earlier.place(), "the first")
                    .help("keep one of the two"),
            );
        }
    }
    found
}

/// The offices that have a place in the group on the day of the meeting: a seat or the chair.
fn placed<'d>(group: &'d Group, meeting: &'d Meeting) -> BTreeSet<&'d Id> {
    let day = *meeting.date.value();
    let seats = group.members.iter().filter(|seat| seat.holds_on(day));
    let chairs = group.chair.iter().filter(|chairing| chairing.holds_on(day));
    let sit = seats.map(|seat| &seat.office);
    let preside = chairs.map(|chairing| &chairing.office).chain(&meeting.chaired_by);
    sit.chain(preside).map(Located::value).collect()
}

/// Only who has a place can be missed in it.
fn without_a_seat(group: &Group, meeting: &Meeting) -> Vec<Finding> {
    let placed = placed(group, meeting);
    let missed = meeting
        .attendance
        .iter()
        .filter(|attendance| match attendance.presence {
            Presence::Deputy | Presence::Apologies | Presence::Absent => {
                !placed.contains(attendance.office.value())
            }
            Presence::Present | Presence::Observer => false,
        });
    missed
        .map(|attendance| {
            let (office, word) = (&attendance.office, attendance.presence.word().to_lowercase());
            let message = format!(
                "{} had no seat in {} on {}, and is recorded as `{word}`",
                quoted(office.value().as_str()),
                quoted(group.id.value().as_str()),
                meeting.date.value()
            );
            let finding = Finding::new(Code::Attendance, message).at(office.place());
            let finding = finding.also(group.id.place(), "the group");
            finding.help("take the line out, or give the office a seat under `members`, with its dates")
        })
        .collect()
}

/// Each office with a seat that day is recorded, present or not.
fn passed_over(group: &Group, meeting: &Meeting) -> Vec<Finding> {
    let day = *meeting.date.value();
    let seats = group.members.iter().filter(|seat| seat.holds_on(day));
    let recorded: BTreeSet<&Id> = meeting.attendance.iter().map(|one| one.office.value()).collect();
    seats
        .filter(|seat| !recorded.contains(seat.office.value()))
        .map(|seat| {
            let office = quoted(seat.office.value().as_str());
            let message = format!(
                "{} does not say whether {office} came, who had a seat",
                quoted(meeting.id.value().as_str())
            );
            let finding = Finding::new(Code::Attendance, message).at(meeting.id.place());
            let finding = finding.also(seat.office.place(), "the seat");
            finding.help(format!(
                "add {office} to `attendance`: present, deputy, observer, apologies or absent"
            ))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{Inputs, assert_told, told};

    const ATTENDED: &str = "      - { office: health_lead, presence: deputy }\n";

    fn april(recorded: &str) -> Vec<String> {
        told(judge, "calendar.yaml", ATTENDED, recorded)
    }

    #[test]
    fn each_office_is_recorded_once() {
        let told = april(&ATTENDED.repeat(2));
        assert_told(
            &told,
            "calendar.yaml «health_lead» supplied-twice",
            "`health_lead` is recorded twice",
        );
    }

    #[test]
    fn only_a_member_sends_apologies() {
        let guest = |presence: &str| {
            april(&format!(
                "{ATTENDED}      - {{ office: head_of_quality, presence: {presence} }}\n"
            ))
        };
        assert_told(
            &guest("apologies"),
            "calendar.yaml «head_of_quality» attendance",
            "`head_of_quality` had no seat in `board` on 18 April 2024",
        );
        assert_eq!(guest("present"), [""; 0], "invited");
    }

    #[test]
    fn no_seat_is_passed_over() {
        assert_told(
            &april(""),
            "calendar.yaml «board_2024_04» attendance",
            "does not say whether `health_lead` came",
        );
    }

    #[test]
    fn seats_have_dates() {
        let later = Inputs::neutral().replace(
            "programme.yaml",
            "{ office: health_lead, capacity: member,",
            "{ office: health_lead, capacity: member, from: 2024-05-01,",
        );
        assert_told(
            &later.told_by(judge),
            "calendar.yaml «health_lead» ",
            "had no seat",
        );
    }
}
