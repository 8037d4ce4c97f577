//! Attendance and the board's own business, on the meetings of the neutral programme.

use crate::stage::{Stage, day};
use board_papers::analysis::attendance::{Place, meetings, records};
use board_papers::analysis::board::{Punctuality, Step, business};
use board_papers::domain::{Id, Presence};

const CALENDAR: &str = "calendar.yaml";

fn spring(stage: Stage) -> board_papers::domain::Programme {
    stage.programme()
}

#[test]
fn a_body_without_a_decision_maker_is_flagged() {
    let with = |presence: &str| {
        let old = "- { office: health_lead, presence: deputy }";
        let new = format!("- {{ office: health_lead, presence: {presence} }}");
        let programme = spring(Stage::new().replace(CALENDAR, old, &new));
        let held = meetings(&programme, day("2024-04-01"), day("2024-04-30"));
        held[0]
            .without_decision_maker()
            .map(|body| body.name.clone())
            .collect::<Vec<_>>()
    };
    assert!(with("present").is_empty() && with("deputy").is_empty());
    for nobody in ["observer", "apologies", "absent"] {
        assert_eq!(with(nobody), ["Northmere Health Service"], "{nobody}");
    }
}

#[test]
fn a_quorum_counts_those_who_can_decide() {
    let programme = spring(Stage::new());
    let held = meetings(&programme, day("2024-04-01"), day("2024-06-30"));
    assert!(
        held[0].is_quorate(3) && !held[0].is_quorate(4),
        "two members, and a deputy who can decide"
    );
    // The chair is not recorded as there, and the head of assessment is in attendance.
    assert!(held[1].is_quorate(1) && !held[1].is_quorate(2));
    let planned = meetings(&programme, day("2024-07-25"), day("2024-07-25"));
    assert!(!planned[0].is_quorate(1), "nobody is recorded");
}

#[test]
fn one_who_decides_is_enough_for_a_body() {
    let old = "- { office: director, presence: present }\n      - { office: leader, presence: present }";
    let new = "- { office: director, presence: present }\n      - { office: leader, presence: absent }";
    let programme = spring(Stage::new().replace(CALENDAR, old, new));
    let held = meetings(&programme, day("2024-04-01"), day("2024-04-30"));
    assert_eq!(held[0].without_decision_maker().count(), 0);
}

#[test]
fn those_in_attendance_decide_nothing_and_are_not_asked_for() {
    let programme = spring(Stage::new());
    let held = meetings(&programme, day("2024-05-01"), day("2024-06-30"));
    assert_eq!(held.len(), 2);
    let places: Vec<_> = held[1]
        .offices
        .iter()
        .map(|one| (one.office.id.value().as_str(), one.place))
        .collect();
    let expected = [
        ("leader", Place::Chair),
        ("director", Place::Member),
        ("head_of_assessment", Place::InAttendance),
    ];
    assert_eq!(places, expected);
    assert_eq!(held[1].offices[2].presence, Some(Presence::Apologies));
    assert_eq!(held[1].without_decision_maker().count(), 0);
    assert_eq!(
        held[1].chaired_by.map(|office| office.title.as_str()),
        Some("Leader of the Council")
    );
}

#[test]
fn a_meeting_without_a_record_flags_nobody() {
    let programme = spring(Stage::new());
    let planned = meetings(&programme, day("2024-07-25"), day("2024-07-25"));
    assert!(!planned[0].is_recorded() && planned[0].bodies.is_empty());
    assert!(planned[0].offices.iter().all(|one| one.presence.is_none()));
}

#[test]
fn the_record_counts_meetings_and_deputies() {
    let programme = spring(Stage::new());
    let held = meetings(&programme, day("2024-04-01"), day("2024-06-30"));
    let board: Id = "board".parse().expect("a name");
    let counts: Vec<_> = records(&held, &board)
        .iter()
        .map(|record| {
            (
                record.office.id.value().to_string(),
                record.meetings,
                record.present,
                record.deputy,
            )
        })
        .collect();
    let expected = [
        ("chair", 1, 0, 0),
        ("director", 1, 1, 0),
        ("leader", 1, 1, 0),
        ("health_lead", 1, 0, 1),
    ];
    assert_eq!(
        counts,
        expected.map(|(id, all, present, deputy)| (id.to_owned(), all, present, deputy))
    );
}

fn steps(stage: Stage, as_at: &str) -> Vec<(Step, Punctuality)> {
    let programme = stage.programme();
    let business = business(&programme, day("2024-04-01"), day(as_at));
    business[0]
        .steps
        .iter()
        .map(|taken| (taken.step, taken.punctuality))
        .collect()
}

#[test]
fn the_boards_business_is_in_time_or_late() {
    // The board met on 18 April; five clear working days before it is 10 April; a week after it is 25 April.
    let expected = [
        (Step::AgendaAgreed, Punctuality::InTime(day("2024-04-10"))),
        (Step::PapersSent, Punctuality::Late(day("2024-04-12"))),
        (Step::MinutesAgreed, Punctuality::InTime(day("2024-04-22"))),
        (Step::MinutesCirculated, Punctuality::InTime(day("2024-04-24"))),
    ];
    assert_eq!(steps(Stage::new(), "2024-04-30"), expected);
}

#[test]
fn minutes_later_than_a_week_are_late() {
    let stage = Stage::new().replace(
        CALENDAR,
        "minutes: { agreed: 2024-04-22, circulated: 2024-04-24 }",
        "minutes: { agreed: 2024-04-25, circulated: 2024-04-26 }",
    );
    let steps = steps(stage, "2024-04-30");
    assert_eq!(
        steps[2],
        (Step::MinutesAgreed, Punctuality::InTime(day("2024-04-25")))
    );
    assert_eq!(
        steps[3],
        (Step::MinutesCirculated, Punctuality::Late(day("2024-04-26")))
    );
}

/// No mistake of typing, and not in order: the chair agrees the minutes before they go round (terms of reference 4.1).
#[test]
fn minutes_that_went_round_before_they_were_agreed_were_agreed_late() {
    let stage = Stage::new().replace(
        CALENDAR,
        "minutes: { agreed: 2024-04-22, circulated: 2024-04-24 }",
        "minutes: { agreed: 2024-04-25, circulated: 2024-04-24 }",
    );
    let steps = steps(stage, "2024-04-30");
    assert_eq!(
        steps[2],
        (Step::MinutesAgreed, Punctuality::Late(day("2024-04-25")))
    );
}

#[test]
fn what_is_not_recorded_is_overdue_only_when_its_day_has_gone() {
    let without = || {
        Stage::new().replace(
            CALENDAR,
            "    minutes: { agreed: 2024-04-22, circulated: 2024-04-24 }\n",
            "",
        )
    };
    assert_eq!(
        steps(without(), "2024-04-25")[3],
        (Step::MinutesCirculated, Punctuality::NotYetDue)
    );
    assert_eq!(
        steps(without(), "2024-04-26")[3],
        (Step::MinutesCirculated, Punctuality::Overdue)
    );
}

#[test]
fn only_the_board_has_business() {
    let programme = spring(Stage::new());
    let business = business(&programme, day("2024-05-01"), day("2024-06-30"));
    assert!(business.is_empty(), "the group met twice");
}
