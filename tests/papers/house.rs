//! What the tests of papers share: what the program leaves in a folder, and the stages in this process. Knows how papers are made; not what is tested.

use crate::support::Folder;
use board_papers::catalogue::occasions;
use board_papers::compose::Composed;
use board_papers::domain::PaperKind;
use board_papers::pipeline::{Desk, Finish};
use board_papers::typeset::{Paper, page_texts, typeset};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Every file below a folder, by its path from there; without the note of the last build, which is of no use to anybody
/// else.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let found = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    found
        .filter(|entry| entry.file_type().is_file() && entry.file_name() != ".last-build.json")
        .map(|entry| {
            let path = entry
                .path()
                .strip_prefix(folder)
                .unwrap()
                .to_string_lossy()
                .replace('\\', "/");
            (path, fs::read(entry.path()).unwrap())
        })
        .collect()
}

/// What lies in a programme's folder beside its inputs and layouts.
pub fn left(folder: &Folder) -> BTreeMap<String, Vec<u8>> {
    let mut left = files(folder.path());
    left.retain(|path, _| !path.starts_with("inputs/") && !path.starts_with("report-templates/"));
    left
}

/// The paths of what lies there.
pub fn names(files: &BTreeMap<String, Vec<u8>>) -> Vec<&str> {
    files.keys().map(String::as_str).collect()
}

/// The inputs and layouts of a folder, read and judged.
pub fn desk(folder: &Folder) -> Desk {
    Desk::open(folder.path()).unwrap()
}

/// The papers of a month of one kind: the report first, then its letters.
#[track_caller]
pub fn papers(desk: &Desk, kind: PaperKind, month: &str) -> Vec<Composed> {
    papers_in(desk, kind, month, Finish::Final)
}

/// The same, finished or not.
#[track_caller]
pub fn papers_in(desk: &Desk, kind: PaperKind, month: &str, finish: Finish) -> Vec<Composed> {
    let programme = desk.checked.value();
    let programme = programme.unwrap_or_else(|| panic!("{:#?}", desk.checked.findings()));
    let all = occasions(programme);
    let occasion = all
        .iter()
        .find(|one| one.kind == kind && one.period.iso() == month)
        .unwrap();
    desk.manuscripts(programme, occasion, finish)
        .unwrap_or_else(|findings| panic!("{findings:#?}"))
        .papers
}

/// A paper, set.
pub fn set(desk: &Desk, paper: &Composed) -> Paper {
    typeset(&paper.manuscript, &desk.fonts).unwrap_or_else(|findings| panic!("{findings:#?}"))
}

/// The text of each page of a paper.
pub fn pages(desk: &Desk, paper: &Composed) -> Vec<String> {
    page_texts(&paper.manuscript, &desk.fonts).unwrap_or_else(|findings| panic!("{findings:#?}"))
}

/// What the layouts of a paper are given.
pub fn data(paper: &Composed) -> Value {
    serde_json::from_slice(paper.manuscript.file("/data/paper.json").unwrap()).unwrap()
}
