//! `new month`: everything that each contributor owes, nothing that has not come, and never over what is there.

use crate::office::Office;
use crate::support::Folder;
use std::collections::BTreeSet;
use std::fs;

const HEALTH: &str = "returns/2024-07/health.yaml";
const AWAITED: &str = "awaited: 2024-08-08\n";
const CAME: &str = "extracted: 2024-08-02\nreceived: 2024-08-06\n";
const BLANK: &str = "health_referrals: { missing: not_yet_available, note: Awaited }";

/// The neutral programme with July laid out.
fn laid_out() -> Office {
    let office = Office::plain();
    office.runs(&["new", "month"]);
    office
}

/// The names of the files of a month.
fn names(folder: &Folder, month: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(folder.path().join("inputs/returns").join(month)).unwrap();
    entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect()
}

#[test]
fn everything_that_is_owed_is_laid_out_with_what_was_said_last() {
    let office = Office::plain();
    let said = office.runs(&["new", "month"]).err;
    let made = "made inputs/returns/2024-07/council.yaml\nmade inputs/returns/2024-07/health.yaml\n";
    assert!(said.starts_with(made), "{said}");
    insta::assert_snapshot!("council", office.folder.text("returns/2024-07/council.yaml"));
    insta::assert_snapshot!("health", office.folder.text(HEALTH));
}

#[test]
fn what_is_laid_out_is_sound_and_nothing_in_it_is_known() {
    let office = laid_out();
    assert_eq!(
        office
            .runs(&["check", "--deny", "warnings", "--format", "short"])
            .out,
        ""
    );
    let status = office.runs(&["status", "--today", "2024-08-09"]).out;
    for wanted in [
        "LATE: Return for July 2024 (figures): due on Thursday 8 August 2024",
        "Lead Nurse for Safeguarding",
    ] {
        assert!(status.contains(wanted), "{wanted}: {status}");
    }
    let refused = office.ends(1, &["build"]);
    assert!(refused.err.contains("error[missing-words]"), "{}", refused.err);
    assert_eq!(
        office.runs(&["build", "--draft"]).err,
        "made output/2024-07/monthly.pdf\n"
    );
    office.runs(&["build", "--month", "2024-06"]);
}

#[test]
fn what_has_come_is_known_from_its_day() {
    let office = laid_out().with(|folder| folder.replace(HEALTH, BLANK, "health_referrals: 51"));
    let told = office.ends(1, &["check", "--format", "short"]);
    assert!(
        told.out.contains("health.yaml:11:10: error[contradiction]"),
        "{}",
        told.out
    );
    let facts = |office: &Office| office.runs(&["facts", "--format", "csv"]).out;
    let office = office.with(|folder| folder.replace(HEALTH, AWAITED, CAME));
    assert!(
        facts(&office).contains("health_referrals.value,51"),
        "{}",
        facts(&office)
    );
    // What is typed again without its `#` is an update like any other.
    let health = office
        .folder
        .text(HEALTH)
        .replace("# actions:", "actions:")
        .replace("#   a1_3", "  a1_3");
    let office = office.with(|folder| folder.put(HEALTH, health));
    assert_eq!(office.runs(&["check", "--format", "short"]).out, "");
}

/// The shipped programme's files keep their names, with the quarterly figures that June owes and May did not.
#[test]
fn the_shipped_programme_goes_on() {
    let office = Office::shipped();
    office.runs(&["new", "month"]);
    assert_eq!(names(&office.folder, "2011-06"), names(&office.folder, "2011-05"));
    let council = office.folder.text("returns/2011-06/council.yaml");
    assert!(
        council.contains("  staff_feedback: { missing: not_yet_available"),
        "{council}"
    );
    office.runs(&["check", "--deny", "warnings"]);
    let status = office.runs(&["status", "--today", "2011-07-04"]).out;
    assert!(status.contains("June 2011"), "{status}");
}

#[test]
fn a_month_that_is_there_or_before_the_first_paper_is_left_alone() {
    let office = laid_out();
    let health = office.folder.text(HEALTH) + "# a note\n";
    let office = office.with(|folder| folder.put(HEALTH, &health));
    let run = office.ends(2, &["new", "month", "2024-07"]);
    assert_eq!(
        run.err,
        "error: `inputs/returns/2024-07` is there already, and is left as it is\n"
    );
    assert_eq!(office.folder.text(HEALTH), health);
    fs::create_dir(office.file("inputs/returns/2024-08")).unwrap();
    office.ends(2, &["new", "month"]);
    assert!(names(&office.folder, "2024-08").is_empty(), "even an empty one");
    let run = office.ends(2, &["new", "month", "2024-03"]);
    assert!(run.err.contains("the first is for April 2024"), "{}", run.err);
    let left: BTreeSet<_> = fs::read_dir(office.file("inputs/returns"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let months = ["2024-04", "2024-05", "2024-06", "2024-07", "2024-08"].map(str::to_owned);
    assert_eq!(left, BTreeSet::from(months), "and nothing is left over");
}

/// What another run has not finished is its own; what a run that was killed left behind is nobody's.
#[cfg(unix)]
#[test]
fn two_runs_at_once_do_not_take_each_others_files_away() {
    let office = Office::plain();
    let unfinished = office.file("inputs/returns/.board-papers-x1y2z3.part");
    fs::create_dir(&unfinished).unwrap();
    fs::write(unfinished.join("council.yaml"), "half").unwrap();
    let other = fs::File::open(office.file("inputs/returns")).unwrap();
    other.lock().unwrap();
    let run = office.ends(2, &["new", "month"]);
    assert_eq!(
        run.err,
        "error: another `new month` is at work in `inputs/returns`: wait until it is done\n"
    );
    assert!(unfinished.join("council.yaml").exists(), "it is at work");
    assert!(!office.file("inputs/returns/2024-07").exists());
    other.unlock().unwrap();
    office.runs(&["new", "month"]);
    assert!(!unfinished.exists(), "it was killed");
    assert_eq!(
        names(&office.folder, "2024-07"),
        ["council.yaml", "health.yaml"].map(str::to_owned).into()
    );
}
