//! Exit criteria and the ladder in the monthly paper of June 2024.

use crate::stage::{Stage, in_june, month};
use board_papers::analysis::exit::{ExitState, Tested};

const TARGET: (&str, &str) = ("indicators/assessment.yaml", "{ month: 2025-03, value: 90 }");
const IN_TIME: &str = "assessments_in_time: { numerator: 76, denominator: 101 }";

/// State, evidence and what is missing of one criterion.
fn tested(stage: Stage, test: &str) -> (ExitState, String, Option<String>) {
    let programme = stage.exit_test(test).programme();
    in_june(&programme, |assessment| {
        let standing = &assessment.exit.criteria[0];
        (
            standing.state,
            standing.evidence.clone(),
            standing.missing.clone(),
        )
    })
}

fn met(since: &str) -> ExitState {
    ExitState::Met {
        since: Some(month(since)),
    }
}

const DELIVERED: &str = "delivered: { recommendation: r1 }";

#[test]
fn a_recommendation_is_delivered_when_all_its_actions_are_accepted() {
    let stage = || {
        Stage::new()
            .action("a1", "due: [{ date: 2024-06-28 }]")
            .action("a2", "due: [{ date: 2024-06-28 }]")
            .action(
                "a3",
                "due: [{ date: 2024-06-28 }], closed: { agreed: group_2024_05, reason: Not needed }",
            )
            .action("a4", "due: [{ date: 2024-06-28 }], answers: [r2]")
    };
    let accepted = "actions:
  a1: { state: complete, completed: 2024-05-20, evidence: { held: A list, accepted: 2024-05-30 } }
  a2: { state: complete, completed: 2024-05-20, evidence: { held: A list, accepted: 2024-06-03 } }";
    let (state, evidence, missing) = tested(stage().sent("2024-06", "2024-07-08", accepted), DELIVERED);
    assert_eq!(
        (state, missing),
        (met("2024-06"), None),
        "the withdrawn one and another's do not count"
    );
    assert_eq!(
        evidence,
        "Two of two actions are complete with the evidence accepted."
    );
    let (state, _, missing) = tested(
        stage().sent(
            "2024-06",
            "2024-07-08",
            accepted.split("\n  a2").next().expect("a1"),
        ),
        DELIVERED,
    );
    assert_eq!(
        (state, missing.as_deref()),
        (ExitState::NotMet, Some("Action 2."))
    );
    assert_eq!(
        tested(Stage::new(), DELIVERED).0,
        ExitState::NotYetTestable,
        "no action answers it"
    );
}

#[test]
fn a_milestone_is_reached_or_says_when_it_was_due() {
    let test = "reached: { milestone: m1 }";
    let reached = Stage::new().sent(
        "2024-06",
        "2024-07-08",
        "milestones: { m1: { achieved: 2024-05-20 } }",
    );
    assert_eq!(tested(reached, test).0, met("2024-05"));
    let (state, evidence, _) = tested(Stage::new(), test);
    assert_eq!(state, ExitState::NotMet);
    assert_eq!(
        evidence,
        "Milestone M1 was due on 28 June 2024 and is not achieved."
    );
}

#[test]
fn the_chair_judges_what_is_the_chairs() {
    let (state, evidence, _) = tested(Stage::new(), "judged: { question: Will it last? }");
    assert_eq!(
        (state, evidence.as_str()),
        (ExitState::ForTheChair, "Will it last?")
    );
}

const SUSTAINED: &str = "sustained: { indicator: assessments_in_time, for_months: 3 }";

#[test]
fn months_at_the_end_target_are_counted_and_not_those_at_the_months_own() {
    let within_reach = Stage::new().replace(TARGET.0, TARGET.1, "{ month: 2025-03, value: 75.2 }");
    let (state, evidence, missing) = tested(within_reach, SUSTAINED);
    assert_eq!(
        (state, missing),
        (met("2024-06"), None),
        "75.2% in April, May and June"
    );
    assert_eq!(
        evidence,
        "Assessments finished within 45 working days: the end target of 75.2% was met in three of three figures \
        from April 2024 to June 2024."
    );
    let (state, evidence, missing) = tested(Stage::new(), SUSTAINED);
    assert_eq!(state, ExitState::NotMet);
    assert_eq!(
        evidence,
        "Assessments finished within 45 working days: the end target of 90.0% was not met in June 2024."
    );
    assert_eq!(missing.as_deref(), Some("Three more months at the end target."));
}

#[test]
fn a_missing_figure_cannot_be_said_to_be_met() {
    let missing = Stage::new()
        .replace(TARGET.0, TARGET.1, "{ month: 2025-03, value: 60 }")
        .replace(
            "returns/2024-06/council.yaml",
            IN_TIME,
            "assessments_in_time: { missing: not_yet_available }",
        );
    let (state, _, missing) = tested(missing, SUSTAINED);
    assert_eq!(
        (state, missing.as_deref()),
        (
            ExitState::NotYetTestable,
            Some("A figure for June 2024 that can be tested.")
        )
    );
}

/// May and April missed by so much that June's figure would not matter.
#[test]
fn what_cannot_be_said_does_not_hide_what_was_missed() {
    let missing = Stage::new().replace(
        "returns/2024-06/council.yaml",
        IN_TIME,
        "assessments_in_time: { missing: not_yet_available }",
    );
    let (state, evidence, missing) = tested(missing, SUSTAINED);
    assert_eq!(state, ExitState::NotMet);
    assert_eq!(
        evidence,
        "Assessments finished within 45 working days: the end target of 90.0% was not met in May 2024; of June 2024 nothing can \
         be said."
    );
    assert_eq!(missing.as_deref(), Some("Three more months at the end target."));
}

/// So many months there are not yet: one miss of long ago does not make a criterion unmet while the latest figure is missing.
#[test]
fn a_missing_figure_does_not_make_a_short_series_fail() {
    let long = "sustained: { indicator: assessments_in_time, for_months: 60 }";
    let low = || Stage::new().replace(TARGET.0, TARGET.1, "{ month: 2025-03, value: 68.1 }");
    assert_eq!(
        tested(low(), long).0,
        ExitState::NotYetTestable,
        "one miss, in May 2023"
    );
    let missing = low().replace(
        "returns/2024-06/council.yaml",
        IN_TIME,
        "assessments_in_time: { missing: not_yet_available }",
    );
    assert_eq!(tested(missing, long).0, ExitState::NotYetTestable);
}

/// 11 of 20 is 55%, and all cases may lie anywhere from 34% to 74%.
#[test]
fn a_sample_meets_or_misses_an_end_target_only_outside_its_interval() {
    let audited = "sustained: { indicator: audits_good, for_months: 3 }";
    let state = |end: u32| {
        let end = format!("{{ month: 2025-01, value: {end} }}");
        let aimed = Stage::new().replace(
            "indicators/protection.yaml",
            "{ month: 2025-01, value: 75 }",
            &end,
        );
        tested(aimed, audited).0
    };
    assert_eq!(state(75), ExitState::NotMet);
    assert_eq!(
        state(60),
        ExitState::NotYetTestable,
        "inside the interval nothing is claimed"
    );
    assert_eq!(
        state(50),
        ExitState::NotYetTestable,
        "nor where the sample lies above the target"
    );
    assert!(matches!(state(30), ExitState::Met { .. }));
}

/// None of four would lie below the range; two of twenty, with May's, lie within it.
#[test]
fn few_cases_are_tested_with_the_months_before() {
    let sixteen = "repeat_plans: { numerator: 2, denominator: 16 }";
    let four = "repeat_plans: { numerator: 0, denominator: 4 }";
    let stage = Stage::new()
        .replace("returns/2024-06/council.yaml", sixteen, four)
        .exit_test("sustained: { indicator: repeat_plans, for_months: 1 }");
    in_june(&stage.programme(), |assessment| {
        let months = &assessment.exit.criteria[0].months;
        assert_eq!(months.last(), Some(&(month("2024-06"), Tested::Met)));
    });
}

#[test]
fn where_no_case_is_tolerated_one_breaks_the_row() {
    let none = "sustained: { indicator: unallocated_cases, for_months: 2 }";
    let june = "returns/2024-06/council.yaml";
    assert_eq!(tested(Stage::new(), none).0, met("2024-05"));
    let (state, evidence, _) = tested(
        Stage::new().replace(june, "unallocated_cases: 0", "unallocated_cases: 1"),
        none,
    );
    assert_eq!(state, ExitState::NotMet, "{evidence}");
}

#[test]
fn a_criterion_over_months_shows_its_months() {
    let stage = Stage::new().replace(TARGET.0, TARGET.1, "{ month: 2025-03, value: 75.2 }");
    in_june(&stage.exit_test(SUSTAINED).programme(), |assessment| {
        let months = ["2024-04", "2024-05", "2024-06"].map(|of| (month(of), Tested::Met));
        assert_eq!(assessment.exit.criteria[0].months, months);
    });
}

#[test]
fn what_a_process_will_do_is_met_without_a_month() {
    let assured = "assured: { indicator: assessments_in_time }";
    let low = Stage::new().replace(TARGET.0, TARGET.1, "{ month: 2025-03, value: 40 }");
    assert_eq!(tested(low, assured).0, ExitState::Met { since: None });
    assert_eq!(tested(Stage::new(), assured).0, ExitState::NotMet);
    assert_eq!(
        tested(Stage::new(), "assured: { indicator: audits_good }").0,
        ExitState::NotYetTestable
    );
}

#[test]
fn the_ladder_shows_the_rung_and_what_the_next_one_needs() {
    in_june(
        &Stage::new().exit_test("reached: { milestone: m1 }").programme(),
        |assessment| {
            let ladder = assessment.exit.ladder.as_ref().expect("a rung");
            assert_eq!(
                (
                    ladder.rung.name.as_str(),
                    ladder.next.map(|rung| rung.name.as_str())
                ),
                ("Support", Some("Independence"))
            );
            let needs: Vec<_> = ladder
                .needs
                .iter()
                .map(|(criterion, state)| (criterion.reference.as_str(), *state))
                .collect();
            assert_eq!(needs, [("E1", ExitState::NotMet), ("E2", ExitState::ForTheChair)]);
        },
    );
}
