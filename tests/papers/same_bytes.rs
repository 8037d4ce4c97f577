//! Same inputs, same bytes: in any folder, time zone and locale, with any number of threads, and on any day.

use crate::house::{files, left};
use crate::support::Folder;
use crate::support::program::{finish, program};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Makes all papers in a folder, in a surrounding of its own.
fn built(folder: &Path, surround: impl Fn(&mut Command)) -> BTreeMap<String, Vec<u8>> {
    let mut command = program(folder);
    command.args(["-q", "build", "--all"]);
    surround(&mut command);
    let ran = finish(&mut command);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    files(&folder.join("output"))
}

#[test]
fn papers_are_the_same_wherever_and_whenever_they_are_made() {
    let here = Folder::neutral().with_layouts();
    let first = built(here.path(), |command| {
        command
            .env("TZ", "Pacific/Kiritimati")
            .env("LC_ALL", "C")
            .env("USER", "somebody")
            .env("RAYON_NUM_THREADS", "1")
            .args(["-j", "1"]);
    });

    let there = Folder::neutral().with_layouts();
    let deep = there.path().join("a folder/with ünusual/names");
    moved_the_other_way_round(there.path(), &deep);
    let other = built(&deep, |command| {
        let locale = [
            ("LC_ALL", "tr_TR.UTF-8"),
            ("LANG", "tr_TR.UTF-8"),
            ("LC_NUMERIC", "de_DE.UTF-8"),
        ];
        command
            .env("TZ", "America/Los_Angeles")
            .envs(locale)
            .env("USER", "another")
            .env("RAYON_NUM_THREADS", "4")
            .args(["-j", "3"]);
        command
            .env("SOURCE_DATE_EPOCH", "0")
            .env("HOME", "/nowhere")
            .env("TYPST_FONT_PATHS", "/usr/share/fonts");
    });
    assert_eq!(
        first.len(),
        8,
        "six papers, the manifest and the lock: {:?}",
        first.keys()
    );
    for (path, bytes) in &first {
        assert!(other.get(path) == Some(bytes), "{path} differs");
    }
    assert_eq!(first.len(), other.len());
}

/// Moves inputs and layouts file by file, the last first: systems list a folder in the order in which files came, or in
/// one of their own.
fn moved_the_other_way_round(from: &Path, to: &Path) {
    let paths: Vec<_> = files(from).into_keys().rev().collect();
    assert!(paths.first() > paths.last(), "{paths:?}");
    for path in paths {
        let place = to.join(&path);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::rename(from.join(path), place).unwrap();
    }
}

/// The clock cannot be set back for a test, but every date in a paper can be told apart from today's.
#[test]
fn every_date_of_a_paper_comes_from_its_inputs() {
    let folder = Folder::neutral().with_layouts();
    let papers = built(folder.path(), |_| {})
        .into_iter()
        .filter(|(path, _)| path.ends_with(".pdf"));
    for (path, bytes) in papers {
        let text = String::from_utf8_lossy(&bytes);
        let dates = text
            .match_indices("Date(D:")
            .map(|(at, found)| &text[at + found.len()..][..8]);
        let dates: BTreeSet<_> = dates.collect();
        let cut_off = match path.as_str() {
            "2024-04/monthly.pdf" => "20240517",
            "2024-05/monthly.pdf" => "20240614",
            "2024-06/monthly.pdf" => "20240712",
            _ => "20240717",
        };
        assert_eq!(dates, BTreeSet::from([cut_off]), "{path}");
        assert!(
            text.contains(&format!("<xmp:CreateDate>{}-", &cut_off[..4])),
            "{path}"
        );
    }
}

#[test]
fn what_is_current_is_not_touched() {
    let folder = Folder::neutral().with_layouts();
    let before = built(folder.path(), |_| {});
    let times = || {
        let papers = before.keys().filter(|path| path.ends_with(".pdf"));
        let written = papers.map(|path| {
            fs::metadata(folder.path().join("output").join(path))
                .unwrap()
                .modified()
        });
        written.map(Result::unwrap).collect::<Vec<_>>()
    };
    let first = times();
    assert_eq!(built(folder.path(), |_| {}), before);
    assert_eq!(times(), first);
}

/// Papers made one by one, and again over what was made from other inputs, are those that are made all at once.
#[test]
fn the_way_to_a_paper_leaves_no_trace_in_it() {
    let folder = Folder::neutral().with_layouts();
    let all = built(folder.path(), |_| {});
    let other = Folder::neutral().with_layouts().replace(
        "returns/2024-06/council.yaml",
        "numerator: 81",
        "numerator: 80",
    );
    assert_ne!(
        built(other.path(), |_| {})["2024-06/monthly.pdf"],
        all["2024-06/monthly.pdf"]
    );
    let mended = other.replace("returns/2024-06/council.yaml", "numerator: 80", "numerator: 81");
    for typed in ["letter-leader", "six-monthly", "monthly", "letter-minister"] {
        assert_eq!(
            finish(program(mended.path()).args(["-q", "build", typed])).status,
            0,
            "{typed}"
        );
    }
    let mut made = left(&mended);
    made.retain(|path, _| path.starts_with("output/"));
    let made: BTreeMap<_, _> = made
        .into_iter()
        .map(|(path, bytes)| (path.replacen("output/", "", 1), bytes))
        .collect();
    for (path, bytes) in &all {
        assert!(made.get(path) == Some(bytes), "{path} differs");
    }
}
