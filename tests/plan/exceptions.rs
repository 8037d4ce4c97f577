//! Exceptions in the monthly paper of June 2024.

use crate::stage::{Stage, in_june};
use board_papers::analysis::exceptions::{Exception, Rule};
use board_papers::analysis::explanation::{Explanation, explanation};

const JUNE: &str = "returns/2024-06/council.yaml";
const MAY: &str = "returns/2024-05/council.yaml";
const IN_TIME: &str = "assessments_in_time: { numerator: 76, denominator: 101 }";

/// Subject, rule and months running of every exception, in order.
fn found(stage: Stage) -> Vec<(String, Rule, Option<usize>)> {
    in_june(&stage.programme(), |assessment| {
        let all = assessment.exceptions.iter();
        all.map(|one| (one.subject.reference().to_owned(), one.rule, one.months_running))
            .collect()
    })
}

fn of(stage: Stage, reference: &str) -> Option<(Rule, Option<usize>)> {
    let all = found(stage).into_iter();
    all.filter(|(subject, ..)| subject == reference)
        .map(|(_, rule, months)| (rule, months))
        .next()
}

#[test]
fn one_child_without_a_social_worker_stands_first_at_once() {
    let breached = Stage::new()
        .replace(JUNE, "unallocated_cases: 0", "unallocated_cases: 1")
        .replace(
            "returns/2024-06/health.yaml",
            "health_referrals: 41",
            "health_referrals: { missing: not_yet_available }",
        )
        .action("a1", "due: [{ date: 2024-04-30 }]");
    let rules: Vec<Rule> = found(breached).into_iter().map(|(_, rule, _)| rule).collect();
    assert_eq!(rules[..2], [Rule::ZeroToleranceBreach, Rule::MissingData]);
    assert_eq!(rules.last(), Some(&Rule::MilestoneMissed));
    assert!(rules.is_sorted(), "the gravest first: {rules:?}");
}

#[test]
fn a_subject_stands_once_with_its_other_rules_beside_it() {
    let twice = Stage::new()
        .replace(JUNE, "unallocated_cases: 0", "unallocated_cases: 1")
        .replace(MAY, "unallocated_cases: 0", "unallocated_cases: 2");
    in_june(&twice.programme(), |assessment| {
        let mine: Vec<_> = assessment
            .exceptions
            .iter()
            .filter(|one| one.subject.reference() == "N2")
            .collect();
        assert_eq!(mine.len(), 1);
        assert_eq!(
            (mine[0].rule, mine[0].months_running),
            (Rule::ZeroToleranceBreach, Some(2))
        );
        assert_eq!(mine[0].also, [Rule::OffTargetTwice]);
    });
}

#[test]
fn a_figure_that_is_owed_and_not_there_counts_its_months() {
    let missing = "health_referrals: { missing: not_yet_available }";
    let june = Stage::new().replace("returns/2024-06/health.yaml", "health_referrals: 41", missing);
    assert_eq!(of(june, "N3"), Some((Rule::MissingData, Some(1))));
    let both = Stage::new()
        .replace("returns/2024-06/health.yaml", "health_referrals: 41", missing)
        .replace("returns/2024-05/health.yaml", "health_referrals: 41", missing);
    assert_eq!(of(both, "N3"), Some((Rule::MissingData, Some(2))));
    let nothing = Stage::new().replace(
        "returns/2024-06/health.yaml",
        "health_referrals: 41",
        "health_referrals: { missing: not_applicable }",
    );
    assert_eq!(of(nothing, "N3"), None, "nothing to measure is no loss");
}

#[test]
fn a_figure_outside_the_limits_on_the_bad_side_is_a_concern() {
    let at = |numerator: u32| {
        let figure = format!("assessments_in_time: {{ numerator: {numerator}, denominator: 101 }}");
        of(Stage::new().replace(JUNE, IN_TIME, &figure), "N1")
    };
    assert_eq!(at(30), Some((Rule::ConcernOutsideLimits, Some(1))));
    assert_ne!(
        at(101).map(|(rule, _)| rule),
        Some(Rule::ConcernOutsideLimits),
        "the good side is no concern"
    );
}

/// Two months of three near the lower limit: weaker than a month outside it, and counted from the month in which it first fired.
#[test]
fn a_pattern_within_the_limits_is_a_weaker_concern() {
    let low = "assessments_in_time: { numerator: 65, denominator: 101 }";
    let below_average = "assessments_in_time: { numerator: 70, denominator: 101 }";
    let both = || {
        Stage::new()
            .replace(JUNE, IN_TIME, low)
            .replace(MAY, IN_TIME, low)
            .replace("returns/2024-04/council.yaml", IN_TIME, below_average)
    };
    assert_eq!(of(both(), "N1"), Some((Rule::ConcernSignal, Some(1))));
    assert!(Rule::ConcernOutsideLimits < Rule::ConcernSignal && Rule::ConcernSignal < Rule::Unusual);
    let with_outside = both().replace(
        "returns/2024-06/health.yaml",
        "health_referrals: 41",
        "health_referrals: 400",
    );
    let order: Vec<String> = found(with_outside)
        .into_iter()
        .map(|(reference, ..)| reference)
        .collect();
    let place = |reference: &str| order.iter().position(|one| one == reference);
    assert!(place("N1") < place("N3"), "{order:?}");
}

#[test]
fn a_signal_that_is_neither_good_nor_bad_is_unusual() {
    let stage = Stage::new().replace(
        "returns/2024-06/health.yaml",
        "health_referrals: 41",
        "health_referrals: 400",
    );
    assert_eq!(of(stage, "N3").map(|(rule, _)| rule), Some(Rule::Unusual));
}

#[test]
fn an_end_target_out_of_reach_says_so() {
    in_june(&Stage::new().programme(), |assessment| {
        let one = assessment
            .exceptions
            .iter()
            .find(|one| one.rule == Rule::EndTargetOutOfReach)
            .expect("one");
        let verdict = assessment
            .indicator(one.subject.id())
            .expect("an indicator")
            .verdict;
        assert!(
            one.sentence.starts_with(&verdict.sentence()),
            "the same words as everywhere"
        );
        assert!(one.sentence.contains("90.0%"), "{}", one.sentence);
    });
}

/// A child who was without a social worker at the end of May, and of whom the board hears in June.
#[test]
fn a_breach_that_becomes_known_late_stands_first_in_the_next_paper() {
    let correction = "corrections:\n  - { month: 2024-05, indicator: unallocated_cases, value: 3, reason: Counted anew }\n";
    let stage = Stage::new().replace(JUNE, "figures:\n", &format!("{correction}figures:\n"));
    in_june(&stage.programme(), |assessment| {
        let first = assessment.exceptions.first().expect("one");
        assert_eq!(
            (first.subject.id().as_str(), first.rule),
            ("unallocated_cases", Rule::ZeroToleranceBreach)
        );
        assert!(
            first.sentence.contains(
                "For May 2024 it is now 3, where the last report gave 0. Counted anew (corrected on"
            ),
            "{}",
            first.sentence
        );
        assert!(
            explanation(assessment, first).is_given(),
            "the correction says why"
        );
    });
}

#[test]
fn words_hold_for_three_months_on_an_end_target_out_of_reach_and_for_one_on_all_else() {
    let april = "returns/2024-04/council.yaml";
    let said = "commentary: { assessments_in_time: We are late. }\nfigures:\n";
    let stage = Stage::new().replace(april, "figures:\n", said);
    in_june(&stage.programme(), |assessment| {
        let mut exceptions = assessment.exceptions.iter();
        let slow = exceptions
            .find(|one| one.rule == Rule::EndTargetOutOfReach)
            .expect("one");
        let said = |exception: &Exception<'_>| match explanation(assessment, exception) {
            Explanation::Words(month, _) => Some(month.iso()),
            Explanation::OfAbsence | Explanation::OfLateness | Explanation::Note(_) | Explanation::None => {
                None
            }
        };
        assert_eq!(said(slow).as_deref(), Some("2024-04"), "April's words");
        let urgent = Exception {
            rule: Rule::OffTargetTwice,
            ..slow.clone()
        };
        assert_eq!(said(&urgent), None, "June's return says nothing");
    });
}

#[test]
fn off_target_once_is_no_exception_and_twice_is() {
    // The end target is brought within reach, so that only the month's target speaks.
    let low = |stage: Stage| {
        stage
            .replace(
                "indicators/assessment.yaml",
                "{ month: 2024-04, value: 74 }",
                "{ month: 2024-04, value: 76 }",
            )
            .replace(
                "indicators/assessment.yaml",
                "{ month: 2025-03, value: 90 }",
                "{ month: 2025-03, value: 76 }",
            )
    };
    let off = "assessments_in_time: { numerator: 73, denominator: 101 }";
    let once = low(Stage::new().replace(JUNE, IN_TIME, off));
    assert_eq!(of(once, "N1"), None);
    let twice = low(Stage::new()
        .replace(JUNE, IN_TIME, off)
        .replace(MAY, IN_TIME, off));
    assert_eq!(of(twice, "N1"), Some((Rule::OffTargetTwice, Some(2))));
}

#[test]
fn red_actions_stand_by_months_running_then_by_name() {
    let red = Stage::new()
        .action("a1", "due: [{ date: 2024-06-20 }]")
        .action("a3", "due: [{ date: 2024-05-20 }]")
        .action("a2", "due: [{ date: 2024-06-20 }]");
    let mut all = found(red);
    all.retain(|(_, rule, _)| *rule == Rule::ActionRed);
    let expected = [("3", Some(2)), ("1", Some(1)), ("2", Some(1))];
    assert_eq!(
        all,
        expected.map(|(reference, months)| (reference.to_owned(), Rule::ActionRed, months))
    );
}

#[test]
fn a_missed_milestone_says_when_it_was_due() {
    in_june(&Stage::new().programme(), |assessment| {
        let missed = assessment
            .exceptions
            .iter()
            .find(|one| one.rule == Rule::MilestoneMissed)
            .expect("one");
        assert_eq!(
            (missed.subject.reference(), missed.months_running),
            ("M1", Some(1))
        );
        assert_eq!(missed.sentence, "Due on 28 June 2024, and not achieved.");
    });
}
