//! What the command line takes and refuses, in a folder with nothing in it and in the neutral programme. Nothing here
//! makes a paper.

use crate::house::files;
use crate::support::Folder;
use crate::support::program::{finish, program, run};
use std::process::Stdio;

/// Each line as typed, with what was said of it.
fn told(folder: &std::path::Path, lines: &[&str]) -> String {
    lines
        .iter()
        .map(|typed| format!("## {typed}\n{}\n", run(folder, typed).told()))
        .collect()
}

#[test]
fn what_is_mistyped_could_not_run() {
    let empty = tempfile::tempdir().unwrap();
    let lines = [
        "bild",
        "build --month",
        "build --month 2010-13",
        "build --month May",
        "build --all --month 2010-05",
        "build --check --draft",
        "build --check monthly",
        "build monthly six-monthly",
        "build --paper monthly",
        "build --jobs 0",
        "build --jobs two",
        "check --format xml",
        "facts --format yaml",
        "check --deny errors",
        "--color sometimes check",
    ];
    for typed in lines {
        assert_eq!(run(empty.path(), typed).status, 2, "{typed}");
    }
    insta::assert_snapshot!(told(empty.path(), &lines));
    assert!(files(empty.path()).is_empty());
}

#[test]
fn without_inputs_nothing_runs_and_nothing_is_left() {
    let empty = tempfile::tempdir().unwrap();
    let lines = [
        "build",
        "build --all",
        "build --check",
        "check",
        "facts",
        "-C nowhere build",
        "-q check",
    ];
    for typed in lines {
        assert_eq!(run(empty.path(), typed).status, 2, "{typed}");
    }
    insta::assert_snapshot!(told(empty.path(), &lines));
    assert!(files(empty.path()).is_empty());
}

#[test]
fn help_and_version_are_data() {
    let empty = tempfile::tempdir().unwrap();
    for typed in ["--help", "help", "build --help", "help facts", "--version"] {
        let ran = run(empty.path(), typed);
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{typed}");
        assert!(!ran.out.is_empty(), "{typed}");
    }
    assert_eq!(
        run(empty.path(), "--version").out,
        concat!("board-papers ", env!("CARGO_PKG_VERSION"), "\n")
    );
    let nothing = run(empty.path(), "");
    assert_eq!((nothing.status, nothing.out.as_str()), (2, ""));
    assert!(nothing.err.contains("Usage: board-papers"), "{}", nothing.err);
}

#[test]
fn papers_and_months_that_are_not_there_could_not_be_made() {
    let folder = Folder::neutral().with_layouts();
    let lines = [
        "build --month 2024-03",
        "build --month 2031-01",
        "facts --month 2024-03",
        "build weekly",
        "build letter-ministr",
        "build six-monthly --month 2024-05",
    ];
    let before = files(folder.path());
    for typed in lines {
        assert_eq!(run(folder.path(), typed).status, 2, "{typed}");
    }
    insta::assert_snapshot!(told(folder.path(), &lines));
    assert_eq!(files(folder.path()), before);
}

#[test]
fn clean_inputs_are_checked_without_a_word() {
    let folder = Folder::neutral().with_layouts();
    for typed in [
        "check",
        "check --format short",
        "check --format json",
        "check --format github",
        "-q check",
    ] {
        let ran = run(folder.path(), typed);
        assert_eq!(
            (ran.status, ran.out.as_str(), ran.err.as_str()),
            (0, "", ""),
            "{typed}"
        );
    }
}

#[test]
fn findings_are_told_in_four_ways_and_the_status_says_so() {
    let council = "returns/2024-05/council.yaml";
    let folder = Folder::neutral()
        .with_layouts()
        .replace(
            council,
            "numerator: 76, denominator: 101",
            "numerator: 176, denominator: 101",
        )
        .replace(council, "{{ repeat_plans.value }}", "{{ repeat_plan.value }}")
        .put("returns/2024-05/police.xlsx", "PK");
    let lines = [
        "check",
        "check --format short",
        "check --format json",
        "check --format github",
        "-q check",
    ];
    for typed in lines {
        assert_eq!(run(folder.path(), typed).status, 1, "{typed}");
    }
    insta::assert_snapshot!(told(folder.path(), &lines));
    for line in run(folder.path(), "check --format json").out.lines() {
        serde_json::from_str::<serde_json::Value>(line).unwrap();
    }
}

#[test]
fn a_warning_stops_only_who_asked_for_it() {
    let folder = Folder::neutral()
        .with_layouts()
        .put("returns/2024-05/police.xlsx", "PK");
    assert_eq!(run(folder.path(), "check").status, 0);
    assert_eq!(run(folder.path(), "check --deny warnings").status, 1);
    assert_eq!(run(folder.path(), "facts").status, 0);
    assert_eq!(run(folder.path(), "build --deny warnings").status, 1);
    assert!(!folder.path().join("output").exists());
}

#[test]
fn colour_is_used_where_it_is_wanted() {
    let folder = Folder::neutral()
        .with_layouts()
        .put("returns/2024-05/police.xlsx", "PK");
    let coloured = |typed: &str, no_color: &str| {
        let mut command = program(folder.path());
        let ran = finish(command.args(typed.split_whitespace()).env("NO_COLOR", no_color));
        ran.err.contains('\u{1b}')
    };
    assert!(!coloured("check", ""), "no terminal, no colour");
    assert!(coloured("--color always check", ""));
    assert!(
        coloured("--color always check", "1"),
        "what is typed is stronger than what is set"
    );
    assert!(!coloured("--color never check", ""));
}

#[test]
fn facts_are_a_table_a_csv_and_a_json() {
    let folder = Folder::neutral().with_layouts();
    let facts = |typed: &str| {
        let ran = run(folder.path(), typed);
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{typed}");
        ran.out
    };
    let table = facts("facts");
    assert!(table.lines().any(|line| line.split_whitespace().collect::<Vec<_>>() == ["assessments_in_time.value", "78.6%"]));
    assert_eq!(table, facts("facts --month 2024-06"), "the latest month");
    assert_ne!(table, facts("facts --month 2024-05"));
    let csv = facts("facts --format csv");
    assert!(
        csv.lines()
            .any(|line| line.starts_with("assessments_in_time.value,78.6%,81,103,percent")),
        "{csv}"
    );
    let json: serde_json::Value = serde_json::from_str(&facts("facts --format json")).unwrap();
    let fact = &json["facts"]["assessments_in_time.value"];
    assert_eq!((&json["format"], &json["month"]), (&1.into(), &"2024-06".into()));
    assert_eq!(
        (&fact["published"], &fact["numerator"], &fact["denominator"]),
        (&"78.6%".into(), &"81".into(), &"103".into())
    );
    assert_eq!(fact["at"], "inputs/returns/2024-06/council.yaml:7:24");
    assert_eq!(
        json["facts"].as_object().unwrap().len(),
        table.lines().count(),
        "each fact is in each form"
    );
}

#[test]
fn a_reader_who_has_gone_away_is_no_fault() {
    let folder = Folder::neutral().with_layouts();
    let gone = |typed: &str| {
        let mut command = program(folder.path());
        command
            .args(typed.split_whitespace())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        drop((child.stdout.take(), child.stderr.take()));
        child.wait().unwrap().code()
    };
    assert_eq!(gone("facts --format json"), Some(0));
    assert_eq!(gone("check --format json"), Some(0));
    assert_eq!(gone("--help"), Some(0));
    assert_eq!(gone("build --month 2024-13"), Some(2));
    assert_eq!(gone("build --month 2024-04"), Some(0));
    assert!(folder.path().join("output/2024-04/monthly.pdf").exists());
}

/// `/dev/full` takes nothing: what was asked for is lost, and whoever asked must hear of it.
#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_cannot_be_written_is_told() {
    let folder = Folder::neutral().with_layouts();
    for typed in ["facts --format json", "status --today 2024-06-01", "explain"] {
        let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
        let mut command = program(folder.path());
        let ran = finish(command.args(typed.split_whitespace()).stdout(full));
        assert_eq!(ran.status, 2, "{typed}");
        assert!(
            ran.err.contains("the answer could not be written"),
            "{typed}: {}",
            ran.err
        );
    }
}
