//! Data that no programme should have: every paper is made of it all the same, keeps its standard, and the page at a glance
//! stays one page.

use crate::house::{desk, papers_in, set};
use crate::support::Folder;
use crate::tagged::Tagged;
use board_papers::domain::PaperKind;
use board_papers::pipeline::Finish;
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};

const COUNCIL: &str = "returns/2024-06/council.yaml";

/// Makes both papers of June 2024, and judges them.
fn judge(folder: Folder) {
    let desk = desk(&folder.with_layouts());
    for kind in [PaperKind::Monthly, PaperKind::SixMonthly] {
        let paper = papers_in(&desk, kind, "2024-06", Finish::Draft).remove(0);
        let pdf = set(&desk, &paper).pdf;
        let profile: ValidationProfile = "ua1".parse().unwrap();
        let report = validate_pdf_bytes(&pdf, &ValidationOptions::default().profile(profile)).unwrap();
        assert!(
            report.failures.is_empty(),
            "{kind:?}: {:?}",
            report.failures.first().map(|one| &one.rule_id)
        );
        if kind == PaperKind::Monthly {
            let read = Tagged::read(&pdf);
            let page = |title: &str| {
                let heads = read.root.all("H1");
                let head = heads
                    .iter()
                    .find(|head| read.words(head).ends_with(title))
                    .unwrap();
                head.marks()[0].0
            };
            assert_eq!(
                page("Scorecard"),
                page("At a glance") + 1,
                "the page at a glance is one page"
            );
        }
    }
}

/// An indicator of that id and name.
fn indicator(id: &str, name: &str, number: usize) -> String {
    format!(
        "  - {{ id: {id}, ref: X{number}, name: \"{name}\", heading: demand, theme: protection, definition: A test., \
         numerator: things, counts: cases, unit: number, decimals: 0, good: high, nature: flow, frequency: monthly, \
         source: Nowhere, owner: head_of_quality, body: northmere }}\n"
    )
}

/// June's figures of the council with more among them.
fn figures(more: &str) -> String {
    let text = Folder::neutral().text(COUNCIL);
    text.replace(
        "  unallocated_cases: 0\n",
        &format!("  unallocated_cases: 0\n{more}"),
    )
}

#[test]
fn names_without_end_and_figures_of_any_size_are_set() {
    let long = "Children whose visits were late ".repeat(7);
    let ids = ["huge", "tiny", "long", "none"];
    let indicators: String = ids
        .iter()
        .enumerate()
        .map(|(number, id)| indicator(id, if *id == "long" { long[..200].trim() } else { id }, number))
        .collect();
    judge(
        Folder::neutral()
            .put("indicators/extremes.yaml", format!("indicators:\n{indicators}"))
            .put(COUNCIL, figures("  huge: 1000000000\n  tiny: 1\n  long: 7\n")),
    );
}

#[test]
fn three_thousand_words_are_set() {
    let words = "    The work goes on as it did, and more of it was done than before.\n".repeat(215);
    let text = Folder::neutral().text(COUNCIL);
    judge(Folder::neutral().put(
        COUNCIL,
        text.replace("  quality: |\n", &format!("  quality: |\n{words}")),
    ));
}
