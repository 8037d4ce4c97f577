//! The rating of actions, in the monthly paper of June 2024: as at 30 June, cut off on 12
//! July. The group met on 20 June and had met on 23 May.

use crate::stage::{Stage, day, june, month};
use board_papers::analysis::action::{ActionStanding, Freshness};
use board_papers::analysis::rating::{ActionRating, ActionReason};

/// One action with one update in June's return.
fn rated(keys: &str, update: &str) -> (ActionRating, Vec<ActionReason>) {
    let sent = if update.is_empty() {
        String::new()
    } else {
        format!("actions: {{ a1: {{ {update} }} }}")
    };
    let stage = Stage::new()
        .action("a1", keys)
        .sent("2024-06", "2024-07-08", &sent);
    let programme = stage.programme();
    let plan = june(&programme);
    (plan.actions[0].rating, plan.actions[0].reasons.clone())
}

const DUE_IN_JULY: &str = "due: [{ date: 2024-07-31 }]";

#[test]
fn what_left_the_plan_is_rated_so_whatever_else_holds() {
    let closed = "due: [{ date: 2024-05-31 }], closed: { agreed: group_2024_06, reason: Not needed }";
    assert_eq!(
        rated(closed, "state: in_progress, confidence: off_track"),
        (ActionRating::Withdrawn, vec![])
    );
    let accepted = "state: complete, completed: 2024-05-20, evidence: { held: A list, accepted: 2024-06-20 }";
    assert_eq!(rated(closed, accepted).0, ActionRating::Withdrawn);
}

#[test]
fn an_action_with_a_successor_is_superseded() {
    let programme = Stage::new()
        .action("a1", "due: [{ date: 2024-05-31 }], closed: { agreed: group_2024_06, reason: Wider, superseded_by: a2 }")
        .action("a2", DUE_IN_JULY)
        .programme();
    assert_eq!(june(&programme).actions[0].rating, ActionRating::Superseded);
}

#[test]
fn complete_needs_its_evidence_accepted_by_the_as_at_date() {
    let overdue = "due: [{ date: 2024-05-31 }]";
    let done = "state: complete, completed: 2024-06-14, evidence: { held: A list, accepted: 2024-06-28 }";
    assert_eq!(rated(overdue, done), (ActionRating::Complete, vec![]));
    let awaited = "state: complete, completed: 2024-06-14, evidence: { held: A list }";
    assert_eq!(rated(overdue, awaited), (ActionRating::EvidenceAwaited, vec![]));
    let accepted_in_july =
        "state: complete, completed: 2024-06-14, evidence: { held: A list, accepted: 2024-07-03 }";
    assert_eq!(
        rated(overdue, accepted_in_july),
        (ActionRating::EvidenceAwaited, vec![])
    );
    assert_eq!(
        rated(overdue, "state: complete, completed: 2024-05-20"),
        (ActionRating::EvidenceAwaited, vec![])
    );
}

#[test]
fn what_is_done_after_the_as_at_date_is_still_to_come() {
    let done_in_july =
        "state: complete, completed: 2024-07-02, evidence: { held: A list, accepted: 2024-07-03 }";
    let reasons = vec![
        ActionReason::Overdue(day("2024-06-28")),
        ActionReason::ForecastLate(day("2024-07-02")),
    ];
    assert_eq!(
        rated("due: [{ date: 2024-06-28 }]", done_in_july),
        (ActionRating::Red, reasons)
    );
    assert_eq!(rated(DUE_IN_JULY, done_in_july), (ActionRating::Green, vec![]));
}

#[test]
fn an_action_is_overdue_the_day_after_its_date() {
    let on_track = "state: in_progress, confidence: on_track";
    let overdue = (ActionRating::Red, vec![ActionReason::Overdue(day("2024-06-29"))]);
    assert_eq!(rated("due: [{ date: 2024-06-29 }]", on_track), overdue);
    assert_eq!(
        rated("due: [{ date: 2024-06-30 }]", on_track),
        (ActionRating::Green, vec![])
    );
}

#[test]
fn red_gives_all_its_reasons() {
    let late = "state: in_progress, confidence: off_track, forecast: 2024-08-01";
    let reasons = vec![
        ActionReason::ForecastLate(day("2024-08-01")),
        ActionReason::OffTrack,
    ];
    assert_eq!(rated(DUE_IN_JULY, late), (ActionRating::Red, reasons));
    let in_time = "state: in_progress, confidence: on_track, forecast: 2024-07-31";
    assert_eq!(rated(DUE_IN_JULY, in_time), (ActionRating::Green, vec![]));
}

#[test]
fn two_moves_are_red_even_on_track() {
    let twice = "due: [{ date: 2024-06-28 }, { date: 2024-07-31, agreed: group_2024_05, reason: Late }, \
        { date: 2024-08-30, agreed: group_2024_06, reason: Later }]";
    let reasons = vec![ActionReason::MovedTwice(2)];
    assert_eq!(
        rated(twice, "state: in_progress, confidence: on_track"),
        (ActionRating::Red, reasons)
    );
}

#[test]
fn a_move_after_the_date_is_red_even_on_track() {
    let late = |date: &str| {
        format!("due: [{{ date: {date} }}, {{ date: 2024-08-30, agreed: group_2024_06, reason: Late }}]")
    };
    let on_track = "state: in_progress, confidence: on_track";
    assert_eq!(
        rated(&late("2024-06-19"), on_track),
        (ActionRating::Red, vec![ActionReason::MovedAfterDue])
    );
    assert_eq!(
        rated(&late("2024-06-20"), on_track),
        (ActionRating::Green, vec![]),
        "moved on the day itself"
    );
}

#[test]
fn one_move_is_amber_until_an_update_after_it_says_on_track() {
    let moved = "due: [{ date: 2024-07-31 }, { date: 2024-08-30, agreed: group_2024_06, reason: Late }]";
    assert_eq!(
        rated(moved, "state: in_progress"),
        (ActionRating::Amber, vec![ActionReason::MovedOnce])
    );
    let both = vec![ActionReason::AtRisk, ActionReason::MovedOnce];
    assert_eq!(
        rated(moved, "state: in_progress, confidence: at_risk"),
        (ActionRating::Amber, both)
    );
    assert_eq!(
        rated(moved, "state: in_progress, confidence: on_track"),
        (ActionRating::Green, vec![])
    );
}

#[test]
fn an_update_that_came_before_the_meeting_speaks_of_the_date_before() {
    let moved = "due: [{ date: 2024-07-31 }, { date: 2024-08-30, agreed: group_2024_06, reason: Late }]";
    let on_track = "actions: { a1: { state: in_progress, confidence: on_track } }";
    let amber = Stage::new()
        .action("a1", moved)
        .sent("2024-05", "2024-06-20", on_track)
        .programme();
    assert_eq!(june(&amber).actions[0].rating, ActionRating::Amber);
    let green = Stage::new()
        .action("a1", moved)
        .sent("2024-05", "2024-06-21", on_track)
        .programme();
    assert_eq!(june(&green).actions[0].rating, ActionRating::Green);
}

#[test]
fn a_date_brought_forward_or_agreed_again_is_no_move() {
    let earlier = "due: [{ date: 2024-09-30 }, { date: 2024-08-30, agreed: group_2024_05, reason: Sooner }, \
        { date: 2024-08-30, agreed: group_2024_06, reason: As agreed }]";
    let programme = Stage::new().action("a1", earlier).programme();
    let plan = june(&programme);
    let dates = plan.actions[0].dates.as_ref().expect("dates");
    assert_eq!(
        (plan.actions[0].rating, dates.times_moved(), dates.days()),
        (ActionRating::Green, 0, -31)
    );
    assert_eq!(dates.moves.len(), 1, "and yet it is printed");
}

#[test]
fn work_that_starts_later_is_not_due() {
    let later = "start: 2024-07-01, due: [{ date: 2024-12-20 }]";
    assert_eq!(rated(later, ""), (ActionRating::NotDue, vec![]));
    assert_eq!(rated(later, "state: not_started"), (ActionRating::NotDue, vec![]));
    assert_eq!(
        rated(later, "state: in_progress"),
        (ActionRating::Green, vec![]),
        "begun early"
    );
    let at_risk = rated(later, "state: not_started, confidence: at_risk");
    assert_eq!(
        at_risk,
        (ActionRating::Amber, vec![ActionReason::AtRisk]),
        "amber comes first"
    );
    assert_eq!(
        rated("start: 2024-06-30, due: [{ date: 2024-12-20 }]", "").0,
        ActionRating::Green
    );
}

fn freshness(stage: Stage) -> Freshness {
    let programme = stage.programme();
    june(&programme).actions[0].freshness
}

#[test]
fn a_live_action_without_an_update_is_flagged_beside_its_rating() {
    let june_update = "actions: { a1: { state: in_progress } }";
    let stage = || Stage::new().action("a1", DUE_IN_JULY);
    assert_eq!(freshness(stage()), Freshness::NotReceived);
    assert_eq!(
        freshness(stage().sent("2024-05", "2024-06-10", june_update)),
        Freshness::NotReceived
    );
    assert_eq!(
        freshness(stage().sent("2024-06", "2024-07-08", june_update)),
        Freshness::Received
    );
}

#[test]
fn nothing_is_owed_of_what_is_finished_or_not_due() {
    let accepted = "actions: { a1: { state: complete, completed: 2024-05-20, evidence: { held: A list, accepted: 2024-05-30 } } }";
    let done = Stage::new()
        .action("a1", DUE_IN_JULY)
        .sent("2024-05", "2024-06-10", accepted);
    assert_eq!(freshness(done), Freshness::NotOwed);
    let awaited = "actions: { a1: { state: complete, completed: 2024-05-20, evidence: { held: A list } } }";
    let awaited = Stage::new()
        .action("a1", DUE_IN_JULY)
        .sent("2024-05", "2024-06-10", awaited);
    assert_eq!(
        freshness(awaited),
        Freshness::NotReceived,
        "the evidence is still owed"
    );
    let later = Stage::new().action("a1", "start: 2024-07-01, due: [{ date: 2024-12-20 }]");
    assert_eq!(freshness(later), Freshness::NotOwed);
}

#[test]
fn the_last_update_is_carried_forward_with_its_month() {
    let programme = Stage::new()
        .action("a1", DUE_IN_JULY)
        .sent(
            "2024-04",
            "2024-05-09",
            "actions: { a1: { state: in_progress, confidence: off_track } }",
        )
        .sent(
            "2024-05",
            "2024-06-10",
            "actions: { a1: { state: in_progress, confidence: at_risk, note: Slow } }",
        )
        .programme();
    let plan = june(&programme);
    let update = plan.actions[0].update.as_ref().expect("an update");
    assert_eq!(
        (update.month, update.received, update.note),
        (month("2024-05"), day("2024-06-10"), Some("Slow"))
    );
    assert_eq!(plan.actions[0].rating, ActionRating::Amber);
}

#[test]
fn evidence_need_not_be_repeated_while_the_action_stays_complete() {
    let may = "actions: { a1: { state: complete, completed: 2024-05-20, \
        evidence: { held: A list, accepted: 2024-05-30 } } }";
    let stage = || {
        Stage::new()
            .action("a1", DUE_IN_JULY)
            .sent("2024-05", "2024-06-10", may)
    };
    let still = stage()
        .sent(
            "2024-06",
            "2024-07-08",
            "actions: { a1: { state: complete, completed: 2024-05-20 } }",
        )
        .programme();
    let plan = june(&still);
    let update = plan.actions[0].update.as_ref().expect("an update");
    assert_eq!(
        (plan.actions[0].rating, update.completed),
        (ActionRating::Complete, Some(day("2024-05-20")))
    );
    let reopened = stage()
        .sent("2024-06", "2024-07-08", "actions: { a1: { state: in_progress } }")
        .programme();
    assert_eq!(june(&reopened).actions[0].rating, ActionRating::Green);
}

/// Rating, rating in May's paper, and months running.
fn history(standing: &ActionStanding<'_>) -> (ActionRating, Option<ActionRating>, usize) {
    (standing.rating, standing.before, standing.months_running)
}

#[test]
fn the_paper_before_is_judged_by_the_dates_that_it_could_know() {
    let moved = "due: [{ date: 2024-05-31 }, { date: 2024-07-31, agreed: group_2024_06, reason: Late }]";
    let on_track = "actions: { a1: { state: in_progress, confidence: on_track } }";
    let programme = Stage::new()
        .action("a1", moved)
        .action("a2", "due: [{ date: 2024-05-30 }]")
        .action("a3", "due: [{ date: 2024-08-30 }], plan: second_plan")
        .sent("2024-05", "2024-06-10", on_track)
        .sent("2024-06", "2024-07-08", on_track)
        .programme();
    let plan = june(&programme);
    assert_eq!(
        history(&plan.actions[0]),
        (ActionRating::Red, Some(ActionRating::Green), 1),
        "due on the last day of May"
    );
    assert_eq!(
        history(&plan.actions[1]),
        (ActionRating::Red, Some(ActionRating::Red), 2)
    );
    assert_eq!(
        history(&plan.actions[2]),
        (ActionRating::Green, None, 1),
        "put forward after May's cut-off"
    );
}

#[test]
fn a_first_date_came_with_the_plan_whichever_meeting_agreed_it() {
    let first = "due: [{ date: 2024-05-20, agreed: group_2024_06 }]";
    let programme = Stage::new().action("a1", first).programme();
    assert_eq!(
        history(&june(&programme).actions[0]),
        (ActionRating::Red, Some(ActionRating::Red), 2)
    );
}

#[test]
fn reasons_are_said_in_a_sentence() {
    let programme = Stage::new()
        .action("a1", "due: [{ date: 2024-06-28 }]")
        .action("a2", "due: [{ date: 2024-07-31 }]")
        .sent(
            "2024-06",
            "2024-07-08",
            "actions: { a1: { state: in_progress, confidence: off_track } }",
        )
        .programme();
    let plan = june(&programme);
    let sentences: Vec<String> = plan.actions.iter().map(ActionStanding::sentence).collect();
    let red = "Red: overdue since 28 June 2024; its owner says that it is off track.";
    assert_eq!(sentences, [red, "Green: due on 31 July 2024."]);
}
