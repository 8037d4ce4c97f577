//! A paper that lacks its author's words or approval is made only as a draft, and looks like one on every page.

use crate::house::{desk, left, pages, papers_in};
use crate::support::Folder;
use crate::support::program::run;
use board_papers::domain::PaperKind;
use board_papers::pipeline::Finish;

const APPROVED: &str = "  - { paper: monthly, period: 2024-05, by: director, on: 2024-06-13 }\n";
const COUNCIL: &str = "returns/2024-05/council.yaml";

/// The neutral programme without the approval of May's report.
fn not_approved() -> Folder {
    Folder::neutral()
        .with_layouts()
        .replace("approvals.yaml", APPROVED, "")
}

/// Also without the director's words.
fn without_words() -> Folder {
    let council = std::fs::read_to_string(not_approved().path().join("inputs").join(COUNCIL)).unwrap();
    let (before, rest) = council.split_once("words:\n").unwrap();
    let (_, after) = rest.split_once("heard:\n").unwrap();
    not_approved().put(COUNCIL, format!("{before}heard:\n{after}"))
}

#[test]
fn what_a_finished_paper_lacks_stops_it_and_nothing_is_written() {
    let folder = without_words();
    let ran = run(folder.path(), "build --month 2024-05");
    assert_eq!((ran.status, ran.out.as_str()), (1, ""));
    insta::assert_snapshot!(ran.err);
    assert!(left(&folder).is_empty());
    let all = run(folder.path(), "build --all");
    assert_eq!(all.status, 1, "one that is not finished stops all");
    assert!(left(&folder).is_empty());
    assert_eq!(run(folder.path(), "check").status, 1);
    assert_eq!(
        run(folder.path(), "build --month 2024-04").status,
        0,
        "another month has what it needs"
    );
}

#[test]
fn an_approval_after_the_cut_off_is_none() {
    let late = APPROVED.replace("06-13", "06-17");
    let folder = Folder::neutral()
        .with_layouts()
        .replace("approvals.yaml", APPROVED, &late);
    let ran = run(folder.path(), "build --month 2024-05");
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains("error[not-approved]"), "{}", ran.err);
    let told = "was approved by the Director of Children's Services on 17 June 2024, after 14 June 2024, the last day of which it can know";
    assert!(ran.err.contains(told), "{}", ran.err);
    assert!(
        ran.err.contains("on: 2024-06-17 }"),
        "it points at the day: {}",
        ran.err
    );
}

#[test]
fn a_draft_is_made_on_demand() {
    let folder = without_words();
    let ran = run(folder.path(), "build --month 2024-05 --draft");
    assert_eq!(
        (ran.status, ran.err.as_str()),
        (0, "made output/2024-05/monthly.pdf\n")
    );
    let approved = folder.append("approvals.yaml", APPROVED);
    assert_eq!(
        run(approved.path(), "build --month 2024-05").status,
        1,
        "the words are still missing"
    );
}

#[test]
fn a_draft_says_so_on_every_page_and_on_the_first_what_is_missing() {
    let without_words = desk(&without_words());
    let draft = &papers_in(&without_words, PaperKind::Monthly, "2024-05", Finish::Draft)[0];
    let draft = pages(&without_words, draft);
    for (number, page) in draft.iter().enumerate() {
        // The running head and the watermark; the cover has no running head.
        assert_eq!(
            page.matches("DRAFT").count(),
            if number == 0 { 1 } else { 2 },
            "page {}:\n{page}",
            number + 1
        );
    }
    for words in [
        "This is a draft.",
        "The words of the Director of Children’s Services",
        "The approval of the Director of Children’s Services",
    ] {
        assert!(draft[0].contains(words), "{words} is not on:\n{}", draft[0]);
    }
    let sound = desk(&Folder::neutral().with_layouts());
    let finished = pages(
        &sound,
        &papers_in(&sound, PaperKind::Monthly, "2024-05", Finish::Final)[0],
    );
    assert!(
        finished
            .iter()
            .all(|page| !page.contains("DRAFT") && !page.contains("draft"))
    );
    assert!(
        finished[0].contains("Approved by the Director of Children’s Services on 13 June 2024"),
        "{}",
        finished[0]
    );
}

/// Nothing is missing from a finished paper; asked for as a draft, it is still one.
#[test]
fn letters_and_reports_of_the_chair_are_drafts_together() {
    let folder = Folder::neutral().with_layouts().remove("chair/2024-06.yaml");
    let ran = run(folder.path(), "build six-monthly");
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains("inputs/chair/2024-06.yaml"), "{}", ran.err);
    let desk = desk(&folder);
    let papers = papers_in(&desk, PaperKind::SixMonthly, "2024-06", Finish::Draft);
    assert_eq!(
        papers.iter().map(|paper| paper.name()).collect::<Vec<_>>(),
        ["six-monthly", "letter-minister", "letter-leader"]
    );
    for paper in &papers {
        let pages = pages(&desk, paper);
        assert!(pages.iter().all(|page| page.contains("DRAFT")), "{}", paper.path);
        assert!(
            pages[0].contains("The words of the Independent Chair of the Board"),
            "{}:\n{}",
            paper.path,
            pages[0]
        );
    }
}

#[test]
fn a_draft_hides_no_error() {
    let folder = without_words().replace(COUNCIL, "numerator: 76", "numerator: 776");
    assert_eq!(run(folder.path(), "build --month 2024-05 --draft").status, 1);
    let folder = without_words().replace(COUNCIL, "{{ repeat_plans.value }}", "{{ repeat_plan.value }}");
    let ran = run(folder.path(), "build --month 2024-05 --draft");
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains("error[unknown-name]"), "{}", ran.err);
    assert!(left(&folder).is_empty());
}
