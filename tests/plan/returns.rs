//! Who sent what for June 2024: the council was due on its eighth working day, 10 July, health on its sixth, 8 July.

use crate::stage::{Stage, day, month};
use board_papers::analysis::returns::{Arrival, Contribution, contributions, record};
use board_papers::domain::{Owed, Programme};

const ALL_ELSE: &str = "actions: {}
milestones: { m1: { note: Slow } }
risks: { k1: { likelihood: 3, impact: 4, mitigation: Care } }
words: { summary: All is well. }";

fn arrivals(contribution: &Contribution<'_>) -> Vec<(Owed, Arrival)> {
    contribution
        .deliveries
        .iter()
        .map(|delivery| (delivery.owed, delivery.arrival))
        .collect()
}

fn council(programme: &Programme) -> Contribution<'_> {
    contributions(programme, month("2024-06")).swap_remove(0)
}

#[test]
fn what_is_owed_is_on_time_late_or_not_received() {
    let programme = Stage::new().sent("2024-06", "2024-07-11", ALL_ELSE).programme();
    let council = council(&programme);
    assert_eq!(council.due, day("2024-07-10"));
    let late = Arrival::Late(day("2024-07-11"));
    let expected = [
        (Owed::Figures, Arrival::OnTime(day("2024-07-08"))),
        (Owed::Plan, late),
        (Owed::Risks, late),
        (Owed::Words, late),
    ];
    assert_eq!(arrivals(&council), expected);
    assert_eq!(
        (council.arrival(), council.extracted),
        (late, Some(day("2024-07-11")))
    );
}

#[test]
fn a_return_that_came_without_what_is_owed_does_not_count() {
    let programme = Stage::new().programme();
    let council = council(&programme);
    assert_eq!(arrivals(&council)[1], (Owed::Plan, Arrival::NotReceived));
    assert_eq!(council.arrival(), Arrival::NotReceived);
}

#[test]
fn the_day_itself_is_on_time() {
    let on = |received| {
        let programme = Stage::new().sent("2024-06", received, ALL_ELSE).programme();
        council(&programme).arrival()
    };
    assert_eq!(on("2024-07-10"), Arrival::OnTime(day("2024-07-10")));
    assert_eq!(on("2024-07-11"), Arrival::Late(day("2024-07-11")));
}

#[test]
fn several_files_are_whole_when_the_last_has_come() {
    let rest = "figures: { audits_good: { numerator: 3, denominator: 20 } }";
    let programme = Stage::new()
        .replace(
            "returns/2024-06/council.yaml",
            "\n  audits_good: { numerator: 11, denominator: 20 }",
            "",
        )
        .sent("2024-06", "2024-07-11", rest)
        .programme();
    assert_eq!(
        arrivals(&council(&programme))[0],
        (Owed::Figures, Arrival::Late(day("2024-07-11")))
    );
}

#[test]
fn the_record_shows_each_month() {
    let late = ("\nreceived: 2024-06-10", "\nreceived: 2024-06-11");
    let programme = Stage::new()
        .replace("returns/2024-05/health.yaml", late.0, late.1)
        .programme();
    let records = record(&programme, month("2024-05"), month("2024-07"));
    let expected = [
        (month("2024-05"), Arrival::Late(day("2024-06-11"))),
        (month("2024-06"), Arrival::OnTime(day("2024-07-08"))),
        (month("2024-07"), Arrival::NotReceived),
    ];
    assert_eq!(
        records[1].months, expected,
        "health: due on 10 June, 8 July and 8 August"
    );
}
