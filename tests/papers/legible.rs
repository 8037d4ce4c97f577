//! No words on a page stand on other words or leave the page: a column that is too narrow for what is in it is noticed here.

use crate::house::{desk, papers};
use crate::shipped::SHIPPED;
use crate::support::Folder;
use board_papers::domain::PaperKind;
use board_papers::typeset::{Layout, Memory, Run, Sheet, lay_out};

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

/// How near to an edge of the page words may come, in points: what most printers can print.
const EDGE: f64 = 14.0;

/// Whether a piece of text reaches beyond what can be printed of its page. The watermark of a draft may.
fn leaves(sheet: &Sheet, run: &Run) -> bool {
    let (top, foot) = (run.baseline - 0.7 * run.size, run.baseline + 0.2 * run.size);
    let is_inside =
        run.left >= EDGE && run.right <= sheet.width - EDGE && top >= EDGE && foot <= sheet.height - EDGE;
    !is_inside && run.text.trim() != "DRAFT"
}

/// What cannot be read on the pages of a paper: words on words, and words beyond the edge of the page.
pub fn illegible(path: &str, layout: &Layout) -> Vec<String> {
    let numbered = layout.sheets.iter().enumerate();
    let faults = numbered.flat_map(|(at, sheet)| {
        let told = on_sheet(sheet);
        told.into_iter()
            .map(move |told| format!("{path}, page {}: {told}", at + 1))
    });
    faults.collect()
}

fn on_sheet(sheet: &Sheet) -> Vec<String> {
    let seen = |run: &&Run| !run.text.trim().is_empty() && run.text.trim() != "DRAFT";
    let runs: Vec<_> = sheet.runs.iter().filter(seen).collect();
    let pairs = runs
        .iter()
        .enumerate()
        .flat_map(|(at, one)| runs[at + 1..].iter().map(move |other| (*one, *other)));
    let on_each_other = pairs
        .filter(|(one, other)| overlap(one, other))
        .map(|(one, other)| format!("{:?} on {:?}", one.text, other.text));
    let outside = runs
        .iter()
        .filter(|run| leaves(sheet, run))
        .map(|run| format!("{:?} leaves the page", run.text));
    on_each_other.chain(outside).collect()
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
        for paper in papers(desk, kind, month) {
            found.extend(illegible(
                &paper.path,
                &lay_out(&paper.manuscript, &desk.fonts, Memory::ALONE).unwrap(),
            ));
        }
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

#[test]
fn words_beyond_the_page_are_noticed() {
    let sheet = |right: f64| Sheet {
        width: 595.0,
        height: 842.0,
        runs: vec![Run {
            text: "Comparator".to_owned(),
            left: right - 50.0,
            right,
            baseline: 200.0,
            size: 10.0,
        }],
    };
    assert_eq!(on_sheet(&sheet(580.0)), Vec::<String>::new());
    assert_eq!(on_sheet(&sheet(590.0)), [r#""Comparator" leaves the page"#]);
}
