//! Risks, issues and funding in the monthly paper of June 2024.

use crate::stage::{Stage, moments, month};
use board_papers::analysis::funding::{self, GrantYear};
use board_papers::analysis::risks::{IssueMovement, Movement, Register, register};
use board_papers::domain::Programme;

fn june(programme: &Programme) -> Register<'_> {
    register(programme, &moments(programme, "2024-06"))
}

fn risk(likelihood: u32, impact: u32) -> String {
    format!("{{ likelihood: {likelihood}, impact: {impact}, mitigation: Care }}")
}

/// K1 in the months given, and K2 never.
fn scored(scores: &[(&str, &str, &str)]) -> Stage {
    scores
        .iter()
        .fold(Stage::new(), |stage, (month, received, score)| {
            stage.sent(month, received, &format!("risks: {{ k1: {score} }}"))
        })
}

fn movement(stage: Stage) -> Option<Movement> {
    let programme = stage.programme();
    let register = june(&programme);
    register
        .risks
        .iter()
        .find(|standing| standing.risk.reference == "K1")
        .map(|standing| standing.movement)
}

#[test]
fn a_risk_moves_by_its_score() {
    let to = |likelihood| {
        movement(scored(&[
            ("2024-05", "2024-06-10", &risk(3, 4)),
            ("2024-06", "2024-07-08", &risk(likelihood, 4)),
        ]))
    };
    assert_eq!(to(4), Some(Movement::Up));
    assert_eq!(to(3), Some(Movement::Same));
    assert_eq!(to(2), Some(Movement::Down));
}

#[test]
fn a_first_score_is_new_and_an_old_one_is_carried_forward() {
    assert_eq!(
        movement(scored(&[("2024-06", "2024-07-08", &risk(3, 4))])),
        Some(Movement::New)
    );
    assert_eq!(
        movement(scored(&[("2024-05", "2024-06-10", &risk(3, 4))])),
        Some(Movement::NotScored)
    );
    assert_eq!(movement(Stage::new()), Some(Movement::NotScored));
}

#[test]
fn a_risk_leaves_the_register_the_month_after_it_was_closed() {
    let closed = "{ likelihood: 1, impact: 4, mitigation: Care, closed: Over }";
    assert_eq!(
        movement(scored(&[("2024-06", "2024-07-08", closed)])),
        Some(Movement::Closed)
    );
    assert_eq!(movement(scored(&[("2024-05", "2024-06-10", closed)])), None);
    let again = scored(&[
        ("2024-05", "2024-06-10", closed),
        ("2024-06", "2024-07-08", &risk(2, 4)),
    ]);
    assert_eq!(movement(again), Some(Movement::New), "raised again");
}

#[test]
fn the_highest_score_stands_first() {
    let programme = Stage::new()
        .sent(
            "2024-06",
            "2024-07-08",
            &format!("risks: {{ k1: {}, k2: {} }}", risk(2, 4), risk(3, 3)),
        )
        .programme();
    let register = june(&programme);
    let order: Vec<_> = register
        .risks
        .iter()
        .map(|standing| {
            (
                standing.risk.reference.as_str(),
                standing.now.map(|score| score.product()),
            )
        })
        .collect();
    assert_eq!(order, [("K2", Some(9)), ("K1", Some(8))]);
}

fn issue(states: &[(&str, &str, &str)]) -> Option<IssueMovement> {
    let stage = states
        .iter()
        .fold(Stage::new(), |stage, (month, received, state)| {
            stage.sent(
                month,
                received,
                &format!("issues: {{ s1: {{ state: {state}, note: So it is }} }}"),
            )
        });
    let programme = stage.programme();
    june(&programme).issues.first().map(|standing| standing.movement)
}

#[test]
fn an_issue_is_new_open_resolved_gone_and_perhaps_back() {
    let (may, june) = (("2024-05", "2024-06-10"), ("2024-06", "2024-07-08"));
    assert_eq!(issue(&[(june.0, june.1, "open")]), Some(IssueMovement::New));
    assert_eq!(
        issue(&[(may.0, may.1, "open"), (june.0, june.1, "open")]),
        Some(IssueMovement::Open)
    );
    assert_eq!(
        issue(&[(may.0, may.1, "open"), (june.0, june.1, "resolved")]),
        Some(IssueMovement::Resolved)
    );
    assert_eq!(issue(&[(may.0, may.1, "resolved")]), None);
    assert_eq!(
        issue(&[(may.0, may.1, "resolved"), (june.0, june.1, "open")]),
        Some(IssueMovement::Reopened)
    );
    assert_eq!(issue(&[(may.0, may.1, "open")]), Some(IssueMovement::NotReported));
    assert_eq!(issue(&[]), Some(IssueMovement::NotReported));
}

#[test]
fn spend_is_the_latest_reported_beside_the_year_gone() {
    let programme = Stage::new()
        .sent("2024-05", "2024-06-10", "spend: { improvement_grant: 24000 }")
        .sent("2024-04", "2024-05-09", "spend: { improvement_grant: 9000 }")
        .programme();
    let grant = funding::standing(&programme, month("2024-06"))[0];
    let spent = grant.spent.expect("spend");
    assert_eq!(
        (spent.month, spent.amount.to_string()),
        (month("2024-05"), "24000".to_owned())
    );
    assert_eq!(
        (spent.share.map(|share| share.to_string()), spent.left.to_string()),
        (Some("20".to_owned()), "96000".to_owned())
    );
    assert_eq!(
        (grant.months_gone, grant.share_of_year().to_string()),
        (3, "25".to_owned())
    );
}

#[test]
fn a_grant_begins_with_its_year_and_keeps_its_outturn() {
    let programme = Stage::new().programme();
    assert!(funding::standing(&programme, month("2024-03")).is_empty());
    let year = |of| funding::standing(&programme, month(of))[0].year;
    assert_eq!(
        (year("2025-03"), year("2025-04")),
        (GrantYear::Running, GrantYear::Over)
    );
    assert_eq!(funding::standing(&programme, month("2026-01"))[0].months_gone, 12);
    assert!(funding::standing(&programme, month("2024-04"))[0].spent.is_none());
}
