//! No words on a page stand on other words: a column that is too narrow for what is in it is noticed here.

use crate::house::{desk, papers};
use crate::shipped::SHIPPED;
use crate::support::Folder;
use board_papers::compose::Composed;
use board_papers::domain::PaperKind;
use board_papers::pipeline::Desk;
use board_papers::typeset::{Run, page_runs};

/// How far one piece of text may reach into another, in points: a hair's breadth of kerning.
const TOUCH: f64 = 1.0;

/// Whether two pieces of text lie on each other.
fn overlap(one: &Run, other: &Run) -> bool {
    // Capitals reach to seven tenths of the size above the baseline, tails to a fifth below it.
    let shared = |low: (f64, f64), high: (f64, f64)| low.1.min(high.1) - low.0.max(high.0);
    let height = |run: &Run| (run.baseline - 0.7 * run.size, run.baseline + 0.2 * run.size);
    // A blank at the end is white.
    let right = |run: &Run| {
        run.right
            - if run.text.ends_with(' ') {
                0.28 * run.size
            } else {
                0.0
            }
    };
    shared((one.left, right(one)), (other.left, right(other))) > TOUCH
        && shared(height(one), height(other)) > 0.4 * one.size.min(other.size)
}

/// Every pair of pieces that lie on each other in a paper.
fn overlaps(desk: &Desk, paper: &Composed) -> Vec<String> {
    let pages = page_runs(&paper.manuscript, &desk.fonts).unwrap();
    let on_page = |(number, runs): (usize, &Vec<Run>)| {
        let seen = |run: &&Run| !run.text.trim().is_empty();
        let runs: Vec<_> = runs.iter().filter(seen).collect();
        let pairs = runs
            .iter()
            .enumerate()
            .flat_map(|(at, one)| runs[at + 1..].iter().map(move |other| (*one, *other)));
        let found = pairs.filter(|(one, other)| overlap(one, other));
        found
            .map(|(one, other)| {
                format!(
                    "{}, page {}: {:?} on {:?}",
                    paper.path,
                    number + 1,
                    one.text,
                    other.text
                )
            })
            .collect::<Vec<_>>()
    };
    pages.iter().enumerate().flat_map(on_page).collect()
}

#[test]
fn no_words_stand_on_words() {
    let neutral = desk(&Folder::neutral().with_layouts());
    let mut found = Vec::new();
    for (desk, kind, month) in [
        (&neutral, PaperKind::Monthly, "2024-06"),
        (&SHIPPED, PaperKind::Monthly, "2010-10"),
        (&SHIPPED, PaperKind::Monthly, "2011-05"),
        (&neutral, PaperKind::SixMonthly, "2024-06"),
        (&SHIPPED, PaperKind::SixMonthly, "2010-11"),
        (&SHIPPED, PaperKind::SixMonthly, "2011-05"),
    ] {
        found.extend(
            papers(desk, kind, month)
                .iter()
                .flat_map(|paper| overlaps(desk, paper)),
        );
    }
    assert!(
        found.is_empty(),
        "{} pairs, such as {:#?}",
        found.len(),
        &found[..found.len().min(20)]
    );
}

#[test]
fn words_on_words_are_noticed() {
    let run = |text: &str, left: f64, right: f64, baseline: f64| Run {
        text: text.to_owned(),
        left,
        right,
        baseline,
        size: 10.0,
    };
    let word = run("Comparator", 100.0, 150.0, 200.0);
    assert!(overlap(&word, &run("Sustained", 140.0, 180.0, 200.0)));
    assert!(overlap(&word, &run("Sustained", 140.0, 180.0, 203.0)));
    assert!(
        !overlap(&word, &run("Sustained", 149.5, 180.0, 200.0)),
        "they touch"
    );
    assert!(
        !overlap(&word, &run("Sustained", 100.0, 150.0, 212.0)),
        "the next line"
    );
}
