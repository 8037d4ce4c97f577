//! What `build --check` tells: how the folder and its manifest differ from what the inputs make. Knows differences; not how they
//! are mended.

use crate::paper::{MONTHLY, all, files, folder, lay, paper, path, paths, sources};
use board_papers::write::{Difference, Expected, FinishedPaper, MANIFEST, Presence, Scope, compare};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// What `build --check` would list, when every paper must be there.
pub fn differences(folder: &Path, papers: &[FinishedPaper]) -> Vec<String> {
    let expected: Vec<_> = papers
        .iter()
        .map(|paper| Expected {
            paper,
            presence: Presence::Required,
        })
        .collect();
    let found = compare(folder, &expected, Scope::Of(&paths(papers))).expect("a comparison");
    found.iter().map(Difference::to_string).collect()
}

#[test]
fn a_clean_folder_has_no_differences_and_an_empty_one_has_no_papers() {
    let folder = folder();
    let papers = [paper(MONTHLY, "a")];
    assert_eq!(
        differences(&folder.path().join("none"), &papers),
        ["`2010-10/monthly.pdf` has not been built"]
    );
    all(&folder, &papers).expect("written");
    assert_eq!(differences(folder.path(), &papers), [""; 0]);
    assert!(files(&folder).contains(MANIFEST));
}

#[test]
fn every_difference_is_told_in_words() {
    let folder = folder();
    let names = ["a.pdf", "b.pdf", "c.pdf", "d.pdf", "e.pdf"];
    all(&folder, &names.map(|name| paper(name, "1"))).expect("written");
    lay(&folder, "b.pdf", "spoilt");
    fs::remove_file(folder.path().join("c.pdf")).expect("there");
    lay(&folder, "2010-10/Stray.PDF", "");
    let recorded = FinishedPaper {
        sources: sources("1 # a comment"),
        ..paper("d.pdf", "1")
    };
    let retitled = FinishedPaper {
        title: "Another title".to_owned(),
        ..paper("b.pdf", "1")
    };
    let now = [
        paper("a.pdf", "2"),
        retitled,
        paper("c.pdf", "1"),
        recorded,
        paper("f.pdf", "1"),
    ];
    insta::assert_snapshot!(differences(folder.path(), &now).join("\n"));
}

#[test]
fn a_paper_that_only_the_manifest_keeps_may_be_absent_and_may_not_be_wrong() {
    let folder = folder();
    let monthly = paper(MONTHLY, "a");
    all(&folder, std::slice::from_ref(&monthly)).expect("written");
    let expected = [Expected {
        paper: &monthly,
        presence: Presence::ManifestOnly,
    }];
    let all = BTreeSet::from([path(MONTHLY)]);
    let found = || compare(folder.path(), &expected, Scope::Of(&all)).expect("a comparison");
    fs::remove_file(folder.path().join(MONTHLY)).expect("there");
    assert_eq!(found(), []);
    lay(&folder, MONTHLY, "spoilt");
    assert_eq!(found(), [Difference::Altered(path(MONTHLY))]);
}
