//! As known at: what is dated after a day changes nothing of what was known on that day, in whatever kind of input
//! it stands. Knows which date makes what known; not what papers print.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that cannot be set up must stop"
)]

mod support;

use board_papers::domain::{Date, Programme};
use proptest::prelude::*;
use std::sync::LazyLock;
use support::Folder;

/// The day after which nothing may matter: between the paper on April and the one on May.
const CUT_OFF: &str = "2024-05-17";

static NEUTRAL: LazyLock<Programme> = LazyLock::new(|| Folder::neutral().check().into_parts().0.unwrap());

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

/// A programme without its places: they move when lines are put in, and say nothing of what is known.
fn content(programme: &Programme) -> String {
    let text = without(&format!("{programme:?}"), "place: Place {", '}');
    without(&text, "origin: [", ']')
}

/// A text without what stands from each `start` to the next `end`.
fn without(text: &str, start: &str, end: char) -> String {
    let mut parts = text.split(start);
    let mut rest = parts.next().unwrap().to_owned();
    parts.for_each(|part| rest.push_str(part.split_once(end).unwrap().1));
    rest
}

fn known(folder: &Folder, on: &str) -> String {
    let (programme, findings) = folder.check().into_parts();
    let programme = programme.unwrap_or_else(|| unreachable!("{findings:#?}"));
    content(&programme.as_known_at(date(on)))
}

/// Asserts that a change of one file matters from a day on, and not before it.
#[track_caller]
fn matters_from(day: &str, path: &str, old: &str, new: &str) {
    let changed = Folder::neutral().replace(path, old, new);
    let before = date(day).minus_days(1).iso();
    assert_eq!(
        known(&changed, &before),
        known(&Folder::neutral(), &before),
        "{new} is known before {day}"
    );
    assert_ne!(
        known(&changed, day),
        known(&Folder::neutral(), day),
        "{new} is not known on {day}"
    );
}

#[test]
fn a_return_with_its_corrections_is_known_when_it_is_received() {
    let june = "returns/2024-06/council.yaml";
    matters_from("2024-07-08", june, "numerator: 81,", "numerator: 82,");
    matters_from("2024-07-08", june, "numerator: 74,", "numerator: 75,");
    matters_from(
        "2024-06-11",
        "returns/2024-05/health.yaml",
        "a1_3: { state: in_progress",
        "a1_3: { state: not_started",
    );
}

#[test]
fn targets_and_ends_are_known_from_the_meeting_that_agreed_them() {
    let path = "indicators/protection.yaml";
    let target = "{ month: 2024-04, low: 8, high: 16 }";
    let later = format!(
        "{target}\n      - {{ agreed: group_2024_06, shape: step, points: [{{ month: 2024-04, low: 9, high: 16 }}] }}"
    );
    matters_from("2024-06-20", path, target, &later);
    let (start, agreed) = ("    nature: sample\n", "reason: x, agreed: group_2024_07");
    matters_from(
        "2024-07-18",
        path,
        start,
        &format!("{start}    ends: {{ month: 2024-06, {agreed} }}\n"),
    );
    let recalculation = format!("{start}    recalculations: [{{ month: 2024-05, evidence: y, {agreed} }}]\n");
    matters_from("2024-07-18", path, start, &recalculation);
}

#[test]
fn comparators_and_versions_are_known_when_they_are_published() {
    let path = "indicators/assessment.yaml";
    let comparators = "    comparators:\n";
    let another = "      - { name: x, period: y, value: 1, published: 2024-06-01, source: z, version: 1 }\n";
    matters_from(
        "2024-06-01",
        path,
        comparators,
        &format!("{comparators}{another}"),
    );
    let versions =
        "    versions:\n      - { number: 1, from: 2024-05, label: x, reason: y, published: 2024-06-02 }\n";
    matters_from(
        "2024-06-02",
        path,
        comparators,
        &format!("{versions}{comparators}"),
    );
}

#[test]
fn the_plan_is_known_by_its_versions_and_meetings() {
    let path = "plan.yaml";
    let first = "      - { date: 2024-05-31 }\n      - {";
    matters_from(
        "2024-06-20",
        path,
        "date: 2024-07-31, agreed: group_2024_06",
        "date: 2024-08-30, agreed: group_2024_06",
    );
    matters_from(
        "2024-04-08",
        path,
        first,
        "      - { date: 2024-06-03 }\n      - {",
    );
    matters_from(
        "2024-07-18",
        path,
        "    milestone: m2\n  - id: a2_2",
        "    milestone: m2\n    closed: { agreed: group_2024_07, reason: x }\n  - id: a2_2",
    );
    matters_from(
        "2024-05-20",
        path,
        "title: The case system cannot list late assessments.",
        "title: Something else.",
    );
    let recommendation =
        "  - { id: r3, ref: R3, title: x, source: y, received: 2024-06-03, response: z, lead: director }\n";
    let actions = "\nactions:\n";
    matters_from("2024-06-03", path, actions, &format!("{recommendation}{actions}"));
    let answered = Folder::neutral()
        .replace(path, actions, &format!("{recommendation}{actions}"))
        .replace(path, "answers: [r2, r1]", "answers: [r2, r1, r3]");
    assert_eq!(
        known(&answered, "2024-06-02"),
        known(&Folder::neutral(), "2024-06-02")
    );
}

#[test]
fn a_new_version_of_the_plan_brings_its_actions_on_the_day_it_is_proposed() {
    let version = "  - { id: second_plan, title: x, proposed: 2024-06-10 }\n";
    let action = "  - { id: a3_1, ref: \"3.1\", title: x, answers: [r1], theme: assessment, owner: director, body: northmere, \
                  plan: second_plan, start: 2024-07-01, due: [{ date: 2024-12-02 }], measures: [], milestone: m3 }\n";
    let milestone = "  - { id: m3, ref: M3, title: x, theme: assessment, owner: director, plan: second_plan, \
                     due: [{ date: 2024-12-02 }], evidence: y }\n";
    let grown = Folder::neutral()
        .replace(
            "plan.yaml",
            "\nrecommendations:\n",
            &format!("{version}\nrecommendations:\n"),
        )
        .replace(
            "plan.yaml",
            "\nmilestones:\n",
            &format!("{action}\nmilestones:\n"),
        )
        .replace("plan.yaml", "\nrisks:\n", &format!("{milestone}\nrisks:\n"))
        .replace("plan.yaml", "    milestones: [m1]", "    milestones: [m1, m3]");
    assert_eq!(
        known(&grown, "2024-06-09"),
        known(&Folder::neutral(), "2024-06-09")
    );
    let programme = grown
        .check()
        .into_parts()
        .0
        .unwrap()
        .as_known_at(date("2024-06-10"));
    assert_eq!(
        (programme.plan.actions.len(), programme.plan.milestones.len()),
        (6, 3)
    );
}

#[test]
fn offices_bodies_and_seats_come_and_go_on_their_days() {
    let path = "programme.yaml";
    matters_from(
        "2024-06-05",
        path,
        "  - { id: chair,",
        "  - { id: deputy, title: x, from: 2024-06-05 }\n  - { id: chair,",
    );
    matters_from(
        "2024-06-05",
        path,
        "id: minister, title:",
        "until: 2024-06-05, successor: leader, id: minister, title:",
    );
    matters_from(
        "2024-08-05",
        path,
        "id: health, name:",
        "until: 2024-08-05, successor: ministry, id: health, name:",
    );
    let seat = "      - { office: head_of_assessment, capacity: in_attendance }\n";
    matters_from(
        "2024-06-05",
        path,
        seat,
        &format!("{seat}      - {{ office: chair, capacity: member, from: 2024-06-05 }}\n"),
    );
    matters_from(
        "2024-06-05",
        path,
        "standing: appointed, from: 2024-04-01",
        "standing: appointed, from: 2024-04-01, until: 2024-06-05",
    );
}

#[test]
fn funding_inspections_and_the_ladder_are_known_on_their_days() {
    let path = "programme.yaml";
    let grant = "  - { id: more, name: x, source: y, year: 2024-04, amount: 1, agreed: 2024-06-03 }\n";
    matters_from("2024-06-03", path, "\nladder:\n", &format!("{grant}\nladder:\n"));
    matters_from(
        "2024-06-03",
        path,
        "inspections:\n",
        "inspections:\n  - { date: 2024-06-03, by: x, what: y, judgement: z, source: s }\n",
    );
    matters_from(
        "2024-06-03",
        path,
        "id: independent, name:",
        "from: 2024-06-03, id: independent, name:",
    );
}

#[test]
fn of_a_meeting_its_date_is_known_and_what_happened_there_when_it_did() {
    let path = "calendar.yaml";
    matters_from(
        "2024-06-20",
        path,
        "{ office: head_of_assessment, presence: apologies }",
        "{ office: head_of_assessment, presence: absent }",
    );
    matters_from("2024-06-24", path, "{ agreed: 2024-06-24,", "{");
    matters_from(
        "2024-06-25",
        path,
        "circulated: 2024-06-25",
        "circulated: 2024-06-26",
    );
    matters_from(
        "2024-06-14",
        path,
        "papers_sent: 2024-06-14",
        "papers_sent: 2024-06-15",
    );
    let planned = Folder::neutral().replace(path, "date: 2024-10-17", "date: 2024-10-18");
    assert_ne!(
        known(&planned, CUT_OFF),
        known(&Folder::neutral(), CUT_OFF),
        "a planned day is known"
    );
}

#[test]
fn words_and_approvals_are_known_when_they_are_given() {
    matters_from(
        "2024-07-15",
        "chair/2024-06.yaml",
        "judgement: improving",
        "judgement: sustained",
    );
    matters_from(
        "2024-06-13",
        "approvals.yaml",
        "on: 2024-06-13 }",
        "on: 2024-06-13, digest: 0123456789ab }",
    );
}

#[test]
fn everything_is_known_in_the_end() {
    assert_eq!(
        content(&NEUTRAL.as_known_at(date("2100-01-01"))),
        content(&NEUTRAL)
    );
}

proptest! {
    /// To know what was known earlier, it does not matter how much was known in between.
    #[test]
    fn knowing_is_looking_back(first in 0_u64..200, second in 0_u64..200) {
        let day = |after| date("2024-02-01").plus_days(after);
        let (earlier, later) = (day(first.min(second)), day(first.max(second)));
        let through = NEUTRAL.as_known_at(later).as_known_at(earlier);
        prop_assert_eq!(content(&through), content(&NEUTRAL.as_known_at(earlier)));
    }

    /// Whatever becomes known after a day changes nothing of it.
    #[test]
    fn what_comes_later_changes_nothing(cut_off in 0_u64..150, later in 1_u64..150) {
        let cut_off = date("2024-03-01").plus_days(cut_off);
        let added = with_everything_again(&NEUTRAL, cut_off.plus_days(later));
        prop_assert_eq!(content(&added.as_known_at(cut_off)), content(&NEUTRAL.as_known_at(cut_off)));
    }
}

/// A programme to which one of each dated thing is added, all of them on one day.
fn with_everything_again(programme: &Programme, day: Date) -> Programme {
    use board_papers::domain::{Located, Return};
    let mut more = programme.clone();
    let on = |date: &Located<Date>| Located::new(day, date.place().clone());
    let mut sent = Return::clone(&more.returns[0]);
    sent.received = on(&sent.received);
    more.returns.push(sent.into());
    let mut report = more.chair[0].clone();
    report.written = on(&report.written);
    more.chair.push(report);
    let mut approval = more.approvals[0].clone();
    approval.on = on(&approval.on);
    more.approvals.push(approval);
    let mut comparator = more.indicators[0].comparators[0].clone();
    comparator.published = on(&comparator.published);
    more.indicators[0].comparators.push(comparator);
    let mut recommendation = more.plan.recommendations[0].clone();
    recommendation.received = on(&recommendation.received);
    more.plan.recommendations.push(recommendation);
    let mut risk = more.plan.risks[0].clone();
    risk.raised = on(&risk.raised);
    more.plan.risks.push(risk);
    let mut body = more.charter.bodies[0].clone();
    body.from = Some(day);
    more.charter.bodies.push(body);
    more.charter.bodies[0].until = Some(day);
    let mut grant = more.charter.funding[0].clone();
    grant.agreed = on(&grant.agreed);
    more.charter.funding.push(grant);
    more
}
