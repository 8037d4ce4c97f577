//! The director's page flows on when the words are too long, and a warning says so where they stand: of no page that does
//! not, and of every page that does.

use crate::house::{desk, papers};
use crate::support::Folder;
use crate::support::program::run;
use board_papers::domain::PaperKind;
use board_papers::typeset::{Memory, lay_out};

const COUNCIL: &str = "returns/2024-06/council.yaml";
const SENTENCE: &str = "Every team met twice in June, and said what it had found. ";

/// June with so many more sentences of the director, in one paragraph.
fn with_sentences(count: usize) -> Folder {
    let more = format!("social worker. {}", SENTENCE.repeat(count));
    Folder::neutral()
        .replace(COUNCIL, "social worker.", more.trim_end())
        .with_layouts()
}

/// How many pages the director's page takes.
fn pages(folder: &Folder) -> usize {
    let desk = desk(folder);
    let paper = papers(&desk, PaperKind::Monthly, "2024-06").remove(0);
    let layout = lay_out(&paper.manuscript, &desk.fonts, Memory::ALONE).unwrap();
    layout.page_of("glance").unwrap() - layout.page_of("summary").unwrap()
}

#[test]
fn the_warning_is_true() {
    let (mut short, mut long) = (0, 0);
    for count in [0, 14, 16, 20, 24, 28, 32, 60] {
        let folder = with_sentences(count);
        let told = run(folder.path(), "check --format short").out;
        let pages = pages(&folder);
        assert_eq!(told.contains("long-words"), pages > 1, "{count}: {pages}: {told}");
        if pages > 1 {
            long += 1;
        } else {
            short += 1;
        }
    }
    assert!(short > 1 && long > 1, "{short} fit, {long} do not");
}

#[test]
fn the_warning_stands_at_the_words_and_stops_only_who_denies_it() {
    let folder = with_sentences(60);
    let told = run(folder.path(), "check --format short").out;
    insta::assert_snapshot!(told.trim_end(), @"inputs/returns/2024-06/council.yaml:32:5: warning[long-words]: 760 words of the director for June 2024 and the answers under them take 2 pages (help: a page holds about 200 words above the answers: shorten them, or let them flow on)");
    let built = run(folder.path(), "build monthly --month 2024-06");
    assert_eq!(built.status, 0, "{}", built.err);
    assert!(built.err.contains("warning[long-words]"), "{}", built.err);
    let again = run(folder.path(), "build monthly --month 2024-06");
    assert!(again.err.contains("warning[long-words]"), "{}", again.err);
    let denied = run(folder.path(), "--deny warnings build monthly --month 2024-06");
    assert_eq!(denied.status, 1, "{}", denied.err);
}
