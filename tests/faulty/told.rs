//! The walk over all faults: what the program says of each is what it said when a person last looked. Knows snapshots; not
//! what is wrong.
//!
//! `UPDATE_TOLD=1 cargo test --test faulty` writes what is said now. Read what changed before keeping it.

use crate::codes::codes;
use crate::fixture::Fixture;
use crate::support::program::run;
use board_papers::finding::Code;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::sync::LazyLock;
use std::thread;

/// Set to anything, this writes what is said instead of comparing it.
const UPDATE: &str = "UPDATE_TOLD";

/// How many faults the folder holds at least.
const FEWEST: usize = 60;

/// Codes that no input can reach, each with where it is raised instead.
const WITHOUT_FIXTURE: [(Code, &str); 1] = [(
    Code::InternalError,
    "a promise of our own that is broken; src/typeset/complaint.rs and src/input/documents.rs would tell of it",
)];

/// What is said of a fault: the line as typed, the findings as people see them, and how it ended.
fn said(fixture: &Fixture) -> String {
    let folder = fixture.laid();
    let command = fixture.command();
    let ran = run(folder.path(), &format!("--quiet {command}"));
    let text = format!(
        "$ board-papers {command}\n{}exit status {}\n",
        ran.said(),
        ran.status
    );
    without_digests(&text)
}

/// The text with the digests of papers taken out: they change with every word of a paper.
fn without_digests(text: &str) -> String {
    let is_digest = |word: &str| {
        word.len() == 14
            && word
                .split(' ')
                .all(|group| group.len() == 4 && group.chars().all(|c| c.is_ascii_hexdigit()))
    };
    let pieces = text
        .split('`')
        .map(|piece| if is_digest(piece) { "…" } else { piece });
    pieces.collect::<Vec<_>>().join("`")
}

/// What is said of every fault, for all tests.
static SAID: LazyLock<Vec<(Fixture, String)>> = LazyLock::new(all_said);

/// What is said of every fault, two at a time.
fn all_said() -> Vec<(Fixture, String)> {
    let mut fixtures = Fixture::all();
    let rest = fixtures.split_off(fixtures.len() / 2);
    let say = |fixtures: Vec<Fixture>| {
        let each = fixtures.into_iter().map(|fixture| {
            let said = said(&fixture);
            (fixture, said)
        });
        each.collect::<Vec<_>>()
    };
    let other = thread::spawn(move || say(rest));
    let mut all = say(fixtures);
    all.extend(other.join().unwrap());
    all
}

/// The lines in which two texts differ: what was said once with a minus, what is said now with a plus.
fn difference(kept: &str, now: &str) -> String {
    let (kept, now): (Vec<_>, Vec<_>) = (kept.lines().collect(), now.lines().collect());
    let same = |pair: &(&&str, &&str)| pair.0 == pair.1;
    let before = kept.iter().zip(&now).take_while(same).count();
    let most = kept.len().min(now.len()) - before;
    let after = kept
        .iter()
        .rev()
        .zip(now.iter().rev())
        .take(most)
        .take_while(same)
        .count();
    let mut shown = String::new();
    let middle = |lines: &[&str]| {
        lines
            .get(before..lines.len() - after)
            .unwrap_or_default()
            .join("\n")
    };
    for (mark, lines) in [('-', middle(&kept)), ('+', middle(&now))] {
        for line in lines.lines() {
            let _ = writeln!(shown, "    {mark} {line}");
        }
    }
    shown
}

#[test]
fn every_fault_is_told_as_it_was_when_a_person_last_looked() {
    assert!(SAID.len() >= FEWEST, "only {} faults", SAID.len());
    let mut differs = String::new();
    for (fixture, said) in &*SAID {
        if std::env::var_os(UPDATE).is_some() {
            fs::write(fixture.told(), said).unwrap();
        }
        let kept = fs::read_to_string(fixture.told()).unwrap_or_default();
        if kept != *said {
            let _ = writeln!(differs, "{}\n{}", fixture.name, difference(&kept, said));
        }
    }
    assert!(
        differs.is_empty(),
        "another thing is said of these faults:\n\n{differs}\
         If that is better than before, keep it: {UPDATE}=1 cargo test --test faulty"
    );
}

/// What is told of each finding: from the line with its code to the next.
fn findings(said: &str) -> Vec<&str> {
    let starts: Vec<usize> = said
        .match_indices('\n')
        .map(|(end, _)| end + 1)
        .filter(|start| {
            let line = said.get(*start..).unwrap_or_default();
            line.starts_with("error[") || line.starts_with("warning[")
        })
        .collect();
    let ends = starts.iter().skip(1).copied().chain([said.len()]);
    let spans = starts.iter().copied().zip(ends);
    spans.filter_map(|(start, end)| said.get(start..end)).collect()
}

#[test]
fn every_finding_says_what_to_do() {
    for (fixture, said) in &*SAID {
        let told = findings(said);
        assert_eq!(told.len(), codes(said).len(), "{}", fixture.name);
        for finding in told {
            assert_eq!(
                finding.matches("= help: ").count(),
                1,
                "{}:\n{finding}",
                fixture.name
            );
        }
    }
}

#[test]
fn every_code_has_a_fault_that_raises_it() {
    let mut raised = BTreeSet::new();
    for (fixture, said) in &*SAID {
        let codes: BTreeSet<_> = codes(said)
            .into_iter()
            .map(|name| Code::named(name).unwrap())
            .collect();
        let own = codes.iter().any(|code| {
            fixture.name == code.name() || fixture.name.starts_with(&format!("{}-", code.name()))
        });
        assert!(own, "{} raises none of its name: {codes:?}", fixture.name);
        raised.extend(codes);
    }
    let excepted = WITHOUT_FIXTURE.map(|(code, _)| code);
    let missing: Vec<_> = Code::ALL
        .iter()
        .filter(|code| !raised.contains(code))
        .copied()
        .collect();
    assert_eq!(
        missing, excepted,
        "each other code has a folder in tests/fixtures/faulty"
    );
}

#[test]
fn a_difference_shows_the_lines_that_differ() {
    assert_eq!(
        difference("a\nb\nc\n", "a\nx\ny\nc\n"),
        "    - b\n    + x\n    + y\n"
    );
    assert_eq!(difference("", "a\n"), "    + a\n");
    assert_eq!(difference("a\na\n", "a\n"), "    - a\n");
    assert_eq!(without_digests("now `95fb c4b3 173b`: `abcd`"), "now `…`: `abcd`");
}
