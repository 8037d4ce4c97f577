//! How the plan adds up in the monthly paper of June 2024.

use crate::stage::{Stage, day, june, month};
use board_papers::analysis::action::ActionStanding;
use board_papers::analysis::milestone::MilestoneState;
use board_papers::analysis::rating::ActionRating;

fn ids(standings: &[&ActionStanding<'_>]) -> Vec<String> {
    standings
        .iter()
        .map(|standing| standing.action.id.value().to_string())
        .collect()
}

/// Six actions: complete, awaiting evidence, overdue, slipped, due in August, and one that was withdrawn.
fn six() -> Stage {
    Stage::new()
        .action("a1", "due: [{ date: 2024-05-31 }]")
        .action(
            "a2",
            "due: [{ date: 2024-06-28 }], answers: [r1, r2], owner: head_of_quality",
        )
        .action(
            "a3",
            "due: [{ date: 2024-05-31 }], owner: health_lead, body: health",
        )
        .action(
            "a4",
            "due: [{ date: 2024-06-28 }, { date: 2024-09-30, agreed: group_2024_06, reason: Late }]",
        )
        .action(
            "a5",
            "due: [{ date: 2024-08-31 }], theme: protection, answers: [r2]",
        )
        .action(
            "a6",
            "due: [{ date: 2024-04-30 }], closed: { agreed: group_2024_06, reason: Not needed }",
        )
        .sent(
            "2024-06",
            "2024-07-08",
            "actions:
  a1: { state: complete, completed: 2024-05-20, evidence: { held: A list, accepted: 2024-06-03 } }
  a2: { state: complete, completed: 2024-06-20, evidence: { held: A list } }
  a3: { state: in_progress }
  a4: { state: in_progress, confidence: on_track }",
        )
}

#[test]
fn lists_hold_what_their_names_say() {
    let programme = six().programme();
    let plan = june(&programme);
    assert_eq!(ids(&plan.overdue()), ["a3"]);
    assert_eq!(ids(&plan.slipped()), ["a4"]);
    assert_eq!(ids(&plan.evidence_awaited()), ["a2"]);
    assert_eq!(ids(&plan.due_next()), ["a5"], "July and August");
    assert_eq!(ids(&plan.silent()), ["a5"]);
    let silent = plan.silent_by_owner();
    assert_eq!(silent.len(), 1);
    assert_eq!(
        (silent[0].0.id.value().as_str(), ids(&silent[0].1)),
        ("head_of_assessment", vec!["a5".to_owned()])
    );
    assert_eq!(plan.actions[2].overdue_days, Some(30));
    assert_eq!(plan.actions[0].overdue_days, None, "done is not overdue");
    assert_eq!(plan.days_to_excellence, 274);
}

#[test]
fn overdue_and_slipped_begin_with_the_worst() {
    let programme = Stage::new()
        .action("a1", "due: [{ date: 2024-06-20 }]")
        .action("a2", "due: [{ date: 2024-05-20 }]")
        .action("a3", "due: [{ date: 2024-06-20 }]")
        .action(
            "a4",
            "due: [{ date: 2024-07-01 }, { date: 2024-07-31, agreed: group_2024_05, reason: Late }]",
        )
        .action(
            "a5",
            "due: [{ date: 2024-07-01 }, { date: 2024-08-31, agreed: group_2024_05, reason: Late }]",
        )
        .programme();
    let plan = june(&programme);
    assert_eq!(
        ids(&plan.overdue()),
        ["a2", "a1", "a3"],
        "in the order of the plan where days are the same"
    );
    assert_eq!(ids(&plan.slipped()), ["a5", "a4"]);
}

#[test]
fn counts_are_by_recommendation_theme_body_and_owner() {
    let programme = six().programme();
    let plan = june(&programme);
    let r2 = &plan.by_recommendation[1];
    assert_eq!(
        (r2.of.reference.as_str(), r2.now.total()),
        ("R2", 2),
        "a2 answers both"
    );
    assert_eq!(plan.by_recommendation[0].now.of(ActionRating::Complete), 1);
    let themes: Vec<_> = plan
        .by_theme
        .iter()
        .map(|part| (part.of.name.as_str(), part.now.total()))
        .collect();
    assert_eq!(themes, [("Assessment", 5), ("Child protection", 1)]);
    let bodies: Vec<_> = plan
        .by_body
        .iter()
        .map(|part| (part.of.short_name(), part.now.in_plan()))
        .collect();
    assert_eq!(
        bodies,
        [("Council", 4), ("Health", 1)],
        "the ministry has no action"
    );
    assert_eq!(plan.by_owner.len(), 3);
    assert_eq!(
        (plan.now.total(), plan.now.in_plan(), plan.before.total()),
        (6, 5, 6)
    );
    assert_eq!(
        plan.before.of(ActionRating::Withdrawn),
        0,
        "it was withdrawn after May's cut-off"
    );
}

#[test]
fn the_burn_up_counts_first_dates_current_dates_and_acceptances() {
    let programme = six().programme();
    let plan = june(&programme);
    let points: Vec<_> = plan
        .burn_up
        .iter()
        .map(|point| {
            (
                point.month.iso(),
                point.planned_first,
                point.planned_current,
                point.completed,
            )
        })
        .collect();
    let expected = [
        ("2024-04", 0, 0, Some(0)),
        ("2024-05", 2, 2, Some(0)),
        ("2024-06", 4, 3, Some(1)),
        ("2024-07", 4, 3, None),
        ("2024-08", 5, 4, None),
        ("2024-09", 5, 5, None),
    ];
    assert_eq!(
        points,
        expected.map(|(at, first, current, done)| (at.to_owned(), first, current, done))
    );
    assert_eq!(
        plan.burn_up_now().map(|point| point.month),
        Some(month("2024-06"))
    );
}

#[test]
fn a_plan_without_actions_has_no_burn_up() {
    let programme = Stage::new().programme();
    let plan = june(&programme);
    assert!(plan.burn_up.is_empty() && plan.overdue().is_empty());
    assert_eq!(plan.now.total(), 0);
}

fn milestone_states(stage: Stage) -> Vec<MilestoneState> {
    let programme = stage.programme();
    june(&programme)
        .milestones
        .iter()
        .map(|standing| standing.state)
        .collect()
}

#[test]
fn milestones_are_missed_once_their_current_date_has_gone_by() {
    assert_eq!(
        milestone_states(Stage::new()),
        [MilestoneState::Missed, MilestoneState::Due]
    );
}

#[test]
fn a_milestone_is_achieved_only_by_the_as_at_date() {
    let reached = |on: &str| {
        Stage::new().sent(
            "2024-06",
            "2024-07-08",
            &format!("milestones: {{ m1: {{ achieved: {on} }} }}"),
        )
    };
    assert_eq!(
        milestone_states(reached("2024-06-30"))[0],
        MilestoneState::Achieved(day("2024-06-30"))
    );
    assert_eq!(milestone_states(reached("2024-07-01"))[0], MilestoneState::Missed);
}

#[test]
fn a_milestone_stays_achieved_without_being_repeated() {
    let stage = Stage::new()
        .sent(
            "2024-05",
            "2024-06-10",
            "milestones: { m1: { achieved: 2024-05-20 } }",
        )
        .sent("2024-06", "2024-07-08", "milestones: { m1: { note: Holds } }");
    assert_eq!(
        milestone_states(stage)[0],
        MilestoneState::Achieved(day("2024-05-20"))
    );
}

#[test]
fn a_milestone_that_its_owner_expects_late_says_so() {
    let stage = Stage::new().sent(
        "2024-06",
        "2024-07-08",
        "milestones: { m2: { forecast: 2025-01-31 } }",
    );
    assert_eq!(
        milestone_states(stage)[1],
        MilestoneState::ForecastLate(day("2025-01-31"))
    );
}

#[test]
fn a_milestone_carries_its_slippage_and_its_past() {
    let programme = Stage::new().programme();
    let plan = june(&programme);
    let (m1, m2) = (&plan.milestones[0], &plan.milestones[1]);
    assert_eq!(
        (m1.days_left, m1.before, m1.months_running),
        (Some(-2), MilestoneState::Due, 1)
    );
    let dates = m2.dates.as_ref().expect("dates");
    assert_eq!((dates.days(), dates.times_moved()), (203, 1));
    assert!(dates.moves[0].came_after_due());
    assert_eq!(
        m2.before,
        MilestoneState::Missed,
        "due on the last day of May, which is over"
    );
    let next: Vec<_> = plan
        .next_milestones()
        .iter()
        .map(|standing| standing.milestone.reference.as_str())
        .collect();
    assert_eq!(next, ["M2"]);
}
