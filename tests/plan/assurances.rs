//! The lines of the first page in the monthly paper of June 2024 (terms of reference 7.2; the Leader's letter).

use crate::stage::{Stage, in_june};
use board_papers::analysis::assurances::{Answer, Question};

fn line(stage: Stage, question: Question) -> (Answer, String) {
    in_june(&stage.programme(), |assessment| {
        let line = assessment
            .assurances()
            .into_iter()
            .find(|line| line.question == question)
            .expect("a line");
        (line.answer, line.evidence)
    })
}

fn answer(stage: Stage, question: Question) -> Answer {
    line(stage, question).0
}

#[test]
fn the_letters_questions_come_first_then_the_five_assurances() {
    in_june(&Stage::new().programme(), |assessment| {
        let asked: Vec<Question> = assessment.assurances().iter().map(|line| line.question).collect();
        let expected: Vec<Question> = Question::LETTER.into_iter().chain(Question::ASSURANCES).collect();
        assert_eq!(asked, expected);
    });
}

#[test]
fn well_planned_asks_for_dates_measures_and_answers() {
    let one = || Stage::new().action("a1", "due: [{ date: 2024-07-31 }], answers: [r1, r2]");
    let (all, evidence) = line(one(), Question::WellPlanned);
    assert_eq!(all, Answer::Yes);
    assert_eq!(
        evidence,
        "The one action has a date and a measure; both recommendations have an action; no actions were put off."
    );
    let one_answered = Stage::new().action("a1", "due: [{ date: 2024-07-31 }]");
    assert_eq!(
        answer(one_answered, Question::WellPlanned),
        Answer::InPart,
        "R2 is not answered"
    );
    let unmeasured = one().action("a2", "due: [{ date: 2024-07-31 }], measures: []");
    assert_eq!(answer(unmeasured, Question::WellPlanned), Answer::InPart);
    let none_measured = Stage::new().action(
        "a1",
        "due: [{ date: 2024-07-31 }], answers: [r1, r2], measures: []",
    );
    assert_eq!(answer(none_measured, Question::WellPlanned), Answer::No);
    let put_off = "due: [{ date: 2024-05-31 }, { date: 2024-07-31, agreed: group_2024_06, reason: Slow }]";
    let (part, evidence) = line(one().action("a2", put_off), Question::WellPlanned);
    assert_eq!(
        part,
        Answer::InPart,
        "a plan whose dates move is not well planned"
    );
    assert!(evidence.ends_with("one action was put off."), "{evidence}");
}

#[test]
fn targeted_asks_for_an_action_where_there_is_trouble() {
    let breached = || {
        Stage::new().replace(
            "returns/2024-06/council.yaml",
            "unallocated_cases: 0",
            "unallocated_cases: 3",
        )
    };
    assert_eq!(answer(breached(), Question::Targeted), Answer::No);
    let addressed = "due: [{ date: 2024-07-31 }], measures: [{ indicator: unallocated_cases }]";
    assert_eq!(
        answer(breached().action("a1", addressed), Question::Targeted),
        Answer::Yes
    );
    let accepted = "actions: { a1: { state: complete, completed: 2024-05-20, evidence: { held: A list, accepted: 2024-06-03 } } }";
    let done = breached()
        .action("a1", addressed)
        .sent("2024-06", "2024-07-08", accepted);
    assert_eq!(
        answer(done, Question::Targeted),
        Answer::No,
        "the action is done and the trouble is not over"
    );
}

#[test]
fn on_track_counts_red_actions_and_missed_milestones() {
    let reached = "milestones: { m1: { achieved: 2024-06-20 } }";
    let stage = || {
        Stage::new()
            .action("a1", "due: [{ date: 2024-07-31 }]")
            .sent("2024-06", "2024-07-08", reached)
    };
    assert_eq!(answer(stage(), Question::OnTrack), Answer::Yes);
    let (part, evidence) = line(
        stage().action("a2", "due: [{ date: 2024-06-20 }]"),
        Question::OnTrack,
    );
    assert_eq!(part, Answer::InPart);
    assert_eq!(
        evidence,
        "One of two actions is red; one action is overdue; the one milestone that fell due is achieved."
    );
    let missed = Stage::new().action("a1", "due: [{ date: 2024-07-31 }]");
    assert_eq!(
        answer(missed, Question::OnTrack),
        Answer::No,
        "the one milestone that fell due was missed"
    );
    let expected = "milestones: { m2: { forecast: 2025-02-01 } }";
    let (part, evidence) = line(stage().sent("2024-06", "2024-07-09", expected), Question::OnTrack);
    assert_eq!(part, Answer::InPart, "one is achieved and another expected late");
    assert!(
        evidence.ends_with("one milestone is expected late."),
        "{evidence}"
    );
}

#[test]
fn robust_data_counts_figures_and_punctual_contributors() {
    // Plan, risks and words have not come at all: that says nothing against the figures.
    let (all, evidence) = line(Stage::new(), Question::RobustData);
    assert_eq!(all, Answer::Yes);
    assert!(
        evidence.starts_with("All six figures owed came; both contributors sent their figures on time"),
        "{evidence}"
    );
    let missing = Stage::new().replace(
        "returns/2024-06/health.yaml",
        "health_referrals: 41",
        "health_referrals: { missing: not_yet_available }",
    );
    let (part, evidence) = line(missing, Question::RobustData);
    assert_eq!(part, Answer::InPart);
    assert!(
        evidence.starts_with("Five of six figures owed came"),
        "{evidence}"
    );
    let late = Stage::new()
        .replace(
            "returns/2024-06/health.yaml",
            "extracted: 2024-07-08",
            "extracted: 2024-07-11",
        )
        .replace(
            "returns/2024-06/health.yaml",
            "received: 2024-07-08",
            "received: 2024-07-11",
        );
    assert_eq!(
        answer(late, Question::RobustData),
        Answer::InPart,
        "one of two was late"
    );
}

#[test]
fn issues_are_dealt_with_when_they_are_explained_and_actions_updated() {
    let words = "commentary: { assessments_in_time: We are late. }
actions: { a1: { state: in_progress } }";
    let stage = || Stage::new().action("a1", "due: [{ date: 2024-07-31 }]");
    assert_eq!(
        answer(
            stage().sent("2024-06", "2024-07-08", words),
            Question::IssuesDealtWith
        ),
        Answer::Yes
    );
    assert_eq!(answer(stage(), Question::IssuesDealtWith), Answer::No);
}

#[test]
fn overspending_is_against_resources() {
    let spend = |amount: u32| {
        Stage::new().sent(
            "2024-06",
            "2024-07-08",
            &format!("spend: {{ improvement_grant: {amount} }}"),
        )
    };
    assert_eq!(answer(spend(120_000), Question::Resources), Answer::Yes);
    let (over, evidence) = line(spend(120_001), Question::Resources);
    assert_eq!(over, Answer::No);
    assert!(
        evidence.ends_with("; one grant is 100% spent, with 25% of the year gone."),
        "{evidence}"
    );
    let (none, evidence) = line(Stage::new(), Question::Resources);
    assert_eq!(none, Answer::CannotBeSaid);
    assert!(
        evidence.ends_with("; no spend is reported of one grant, with 25% of the year gone."),
        "{evidence}"
    );
}
