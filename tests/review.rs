//! What the review finds in a month as a whole: figures that were left out, words that were not renewed. Knows the neutral
//! programme with a fault in it; not how a paper is laid out.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot be set up must stop"
)]

mod support;

use board_papers::catalogue::{Occasion, occasions};
use board_papers::domain::PaperKind;
use board_papers::finding::{Finding, Findings, Severity};
use board_papers::pipeline::{Desk, Finish, all_cores};
use support::Folder;

const COUNCIL: &str = "returns/2024-05/council.yaml";
const AUDITS: &str = "  audits_good: { numerator: 11, denominator: 20 }\n";

/// Everything that `check` finds, a line each: where, what stands there, what is wrong.
fn found(folder: Folder) -> Vec<String> {
    let desk = open(folder);
    let programme = desk.checked.value().expect("inputs without errors");
    let findings = desk.faults(programme, &occasions(programme), all_cores());
    findings.iter().map(|finding| line(&desk, finding)).collect()
}

fn open(folder: Folder) -> Desk {
    Desk::open(folder.with_layouts().path()).unwrap()
}

fn line(desk: &Desk, finding: &Finding) -> String {
    let place = finding.place().unwrap();
    let text = desk.sources.texts.get(place.file()).unwrap().text();
    let path = place.file().trim_start_matches("inputs/");
    let typed = text[place.range()].lines().next().unwrap_or_default();
    format!("{path} «{typed}» {}: {}", finding.code(), finding.message())
}

fn occasion(desk: &Desk, month: &str) -> Occasion {
    let programme = desk.checked.value().unwrap();
    let mut all = occasions(programme).into_iter();
    all.find(|one| one.kind == PaperKind::Monthly && one.period.iso() == month)
        .unwrap()
}

#[test]
fn a_figure_that_a_return_leaves_out_is_told_with_where_it_stood_last() {
    let told = found(Folder::neutral().replace(COUNCIL, AUDITS, ""));
    assert_eq!(
        told,
        [
            "returns/2024-05/council.yaml «northmere» missing-figure: `northmere` owes `audits_good` for May 2024, and its \
             return neither has the figure nor says why not"
        ]
    );
    let desk = open(Folder::neutral().replace(COUNCIL, AUDITS, ""));
    let programme = desk.checked.value().unwrap();
    let findings = desk.faults(programme, &occasions(programme), all_cores());
    let further = findings.iter().next().unwrap().further();
    assert_eq!(
        &**further[0].0.file(),
        "inputs/returns/2024-04/council.yaml",
        "{further:?}"
    );
}

#[test]
fn a_figure_that_is_typed_absent_is_not_left_out() {
    let absent = "  audits_good: { missing: not_available, note: No audits in May }\n";
    assert_eq!(found(Folder::neutral().replace(COUNCIL, AUDITS, absent)), [""; 0]);
}

/// That a return is missing is a fact: the paper tells of it, and whoever is late need not be covered by a false word.
#[test]
fn a_return_that_has_not_come_leaves_nothing_out() {
    assert_eq!(
        found(Folder::neutral().remove("returns/2024-05/health.yaml").replace(
            "returns/2024-06/health.yaml",
            "corrections:\n  - { month: 2024-05, indicator: health_referrals, value: 40, reason: The two clinics have sent their figures. }\n",
            "",
        )),
        [""; 0]
    );
}

/// The council sends audits in a file of its own in April; in May that file is late, as any return may be.
#[test]
fn of_several_files_one_may_be_late() {
    let april = "  audits_good: { numerator: 12, denominator: 20 }\n";
    let audits = "month: 2024-04\nfrom: northmere\nextracted: 2024-05-03\nreceived: 2024-05-09\nfigures:\n";
    let apart = Folder::neutral()
        .replace("returns/2024-04/council.yaml", april, "")
        .put("returns/2024-04/audits.yaml", format!("{audits}{april}"))
        .replace(COUNCIL, AUDITS, "");
    assert_eq!(found(apart), [""; 0]);
}

/// The file is there, and only the figure is not.
#[test]
fn a_file_that_came_has_left_out_what_it_had() {
    let april = "  audits_good: { numerator: 12, denominator: 20 }\n";
    let head = |month: &str, day: &str| {
        format!("month: {month}\nfrom: northmere\nextracted: {day}\nreceived: {day}\n")
    };
    let apart = Folder::neutral()
        .replace("returns/2024-04/council.yaml", april, "")
        .put(
            "returns/2024-04/audits.yaml",
            format!("{}figures:\n{april}", head("2024-04", "2024-05-09")),
        )
        .replace(COUNCIL, AUDITS, "")
        .put("returns/2024-05/audits.yaml", head("2024-05", "2024-06-07"));
    let [line] = &found(apart)[..] else { panic!() };
    assert!(
        line.starts_with("returns/2024-05/audits.yaml «northmere» missing-figure: "),
        "{line}"
    );
}

#[test]
fn a_figure_left_out_stops_its_paper_and_neither_a_draft_nor_another_month() {
    let desk = open(Folder::neutral().replace(COUNCIL, AUDITS, ""));
    let programme = desk.checked.value().unwrap();
    let made = |month, finish| desk.manuscripts(programme, &occasion(&desk, month), finish);
    let refused: Findings = made("2024-05", Finish::Final).unwrap_err();
    assert_eq!(
        (refused.count(Severity::Error), refused.len()),
        (1, 1),
        "{refused:?}"
    );
    let draft = made("2024-05", Finish::Draft).unwrap();
    assert_eq!(
        (draft.papers.len(), draft.doubts.count(Severity::Warning)),
        (1, 1)
    );
    for month in ["2024-04", "2024-06"] {
        assert!(made(month, Finish::Final).unwrap().doubts.is_empty(), "{month}");
    }
}

const BREACH: &str = "  unallocated_cases:
    text: One family moved into the borough on the last day of the month. The case was allocated the next morning.
    action: Cases that come from elsewhere are allocated before they are accepted.
    officer: head_of_assessment
    back_by: 2024-05-31
";
const APRIL: &str = "returns/2024-04/council.yaml";

#[test]
fn an_exception_is_explained() {
    let told = found(Folder::neutral().replace(APRIL, BREACH, ""));
    assert_eq!(
        told,
        [
            "returns/2024-04/council.yaml «1» missing-commentary: `unallocated_cases` is among the exceptions of April 2024, \
             and nobody says why: a single case is a breach, and there was at least one"
        ]
    );
}

#[test]
fn what_is_missing_with_a_note_is_explained_by_it_and_what_has_not_come_by_nobody() {
    let health = "returns/2024-05/health.yaml";
    let note = ", note: Two clinics have not sent theirs; due on 1 July";
    let told = found(Folder::neutral().replace(health, note, ""));
    let [line] = &told[..] else { panic!("{told:#?}") };
    assert!(
        line.starts_with("returns/2024-05/health.yaml «{ missing: not_yet_available }» missing-commentary: "),
        "{line}"
    );
    assert!(line.ends_with("a figure that is owed is missing"), "{line}");
}

/// Words on a target beyond reach hold for a quarter: April's cover May and June.
#[test]
fn a_slow_matter_is_explained_once_a_quarter() {
    let words = "  assessments_in_time: The third team will change this; it starts in May.\n";
    let april = Folder::neutral().text(APRIL);
    let without: String = april
        .split_inclusive('\n')
        .filter(|line| !line.contains("assessments_in_time:") || line.contains("numerator"))
        .collect();
    let silent = || Folder::neutral().put(APRIL, &without);
    let months = |told: Vec<String>| {
        let of = told.iter().filter(|line| line.contains("`assessments_in_time`"));
        of.map(|line| line[8..15].to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(months(found(silent())), ["2024-04", "2024-05", "2024-06"]);
    let said = silent().replace(APRIL, "commentary:\n", &format!("commentary:\n{words}"));
    assert_eq!(months(found(said)), [""; 0]);
}

const WORDS: &str = "No child was visited late.";

fn said_in(folder: Folder, month: &str, words: &str) -> Folder {
    let path = format!("returns/{month}/council.yaml");
    folder.append(&path, &format!("\ncommentary:\n  repeat_plans: {words}\n"))
}

/// The neutral programme with words on the same figure in May and June.
fn two_months(may: &str, june: &str) -> Folder {
    let text = Folder::neutral().text(COUNCIL);
    let (before, rest) = text.split_once("commentary:\n").unwrap();
    let after = rest.split_once("actions:\n").unwrap().1;
    let bare = Folder::neutral().put(COUNCIL, format!("{before}actions:\n{after}"));
    said_in(said_in(bare, "2024-05", may), "2024-06", june)
}

#[test]
fn last_months_words_on_this_months_figure_are_stale() {
    let folded = "|\n    No child\n    was visited   late.";
    let told = found(two_months(WORDS, folded));
    assert_eq!(
        told,
        [
            "returns/2024-06/council.yaml «No child» stale-commentary: the commentary on `repeat_plans` for June 2024 is that of May \
             2024, and the figure is another"
        ]
    );
}

#[test]
fn a_reference_does_not_make_words_fresh() {
    let words = "It stands at {{ repeat_plans.value }}.";
    let quoted = format!("\"{words}\"");
    assert_eq!(found(two_months(&quoted, &quoted)).len(), 1);
}

#[test]
fn other_words_are_fresh_and_a_figure_that_stands_may_keep_its_words() {
    assert_eq!(found(two_months(WORDS, "One child was visited late.")), [""; 0]);
    let same = two_months(WORDS, WORDS).replace(
        "returns/2024-06/council.yaml",
        "repeat_plans: { numerator: 2, denominator: 18 }",
        "repeat_plans: { numerator: 3, denominator: 15 }",
    );
    assert_eq!(found(same), [""; 0]);
}

#[test]
fn a_return_that_was_copied_is_told_and_one_that_differs_in_a_figure_is_not() {
    const JUNE: &str = "returns/2024-06/council.yaml";
    let copied = |audits: &str| {
        let folder = Folder::neutral()
            .replace(
                JUNE,
                "{ numerator: 81, denominator: 103 }",
                "{ numerator: 76, denominator: 101 }",
            )
            .replace(
                JUNE,
                "{ numerator: 2, denominator: 18 }",
                "{ numerator: 3, denominator: 15 }",
            )
            .replace(JUNE, "numerator: 186,", "numerator: 184,")
            .replace(JUNE, "{ numerator: 13, denominator: 20 }", audits);
        let told = found(folder).into_iter();
        told.filter(|line| line.contains("stale-commentary"))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        copied("{ numerator: 11, denominator: 20 }"),
        [
            "returns/2024-06/council.yaml «2024-06» stale-commentary: the 4 figures of the return for June 2024 are those \
             of May 2024, every one"
        ]
    );
    assert_eq!(copied("{ numerator: 12, denominator: 20 }"), [""; 0]);
}
