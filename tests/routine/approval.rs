//! An approval that names a digest holds for what it names, and for nothing else.

use crate::office::Office;
use board_papers::analysis::analyse;
use board_papers::catalogue::{before, occasions};
use board_papers::compose::{Standing, compose};
use board_papers::domain::Programme;
use board_papers::draw::draw;
use board_papers::pipeline::Printed;
use board_papers::typeset::{Fonts, page_texts};

const APPROVED: &str = "{ paper: monthly, period: 2024-04, by: director, on: 2024-05-16 }";
const FIGURE: (&str, &str) = ("numerator: 73", "numerator: 72");

/// The approval, naming a digest.
fn naming(office: Office, digest: &str) -> Office {
    let named = APPROVED.replace(" }", &format!(", digest: {digest} }}"));
    office.with(|folder| folder.replace("approvals.yaml", APPROVED, &named))
}

/// The content digest of April's report, and the text of its first page as a draft.
fn april(office: &Office) -> (String, String) {
    let sources = office.folder.sources();
    let (programme, _) = board_papers::check::check(&sources, &crate::support::prints).into_parts();
    let programme: Programme = programme.unwrap();
    let occasion = occasions(&programme).into_iter().next().unwrap();
    let known = programme.as_known_at(occasion.cut_off);
    let earlier: Vec<_> = before(&programme, &occasion)
        .into_iter()
        .map(|one| (one.clone(), programme.as_known_at(one.cut_off)))
        .collect();
    let assessment = analyse(&known, &occasion, &earlier);
    let fonts = Fonts::embedded();
    let charts = draw(&assessment, &Printed(&fonts));
    let draft = Standing::Draft(Vec::new());
    let papers = compose(&assessment, &charts, &sources.layouts, &draft).unwrap();
    let pages = page_texts(&papers[0].manuscript, &fonts).unwrap();
    (papers[0].content.to_string(), pages[0].clone())
}

#[test]
fn what_was_approved_is_built_and_its_digest_may_be_shortened() {
    let office = Office::open();
    let (digest, _) = april(&office);
    for named in [
        digest.clone(),
        digest[..12].to_owned(),
        format!("{} {} {}", &digest[..4], &digest[4..8], &digest[8..12]),
    ] {
        let office = naming(Office::open(), &format!("'{named}'"));
        office.runs(&["build", "monthly", "--month", "2024-04"]);
    }
}

#[test]
fn a_paper_that_changed_since_its_approval_is_a_draft_again() {
    let (digest, _) = april(&Office::open());
    let office = naming(Office::open(), &format!("'{digest}'"))
        .with(|folder| folder.replace("returns/2024-04/council.yaml", FIGURE.0, FIGURE.1));
    let refused = office.ends(1, &["build", "monthly", "--month", "2024-04"]);
    assert!(
        refused.err.contains("error[changed-since-approval]"),
        "{}",
        refused.err
    );
    assert!(refused.err.contains("approvals.yaml:3:"), "{}", refused.err);
    let (now, first_page) = april(&office);
    assert_ne!(now, digest);
    assert!(refused.err.contains(&now[..4]), "{}", refused.err);
    office.runs(&["build", "monthly", "--month", "2024-04", "--draft"]);
    let words = first_page.split_whitespace().collect::<Vec<_>>().join(" ");
    let missing = "the paper has changed since it was approved on 16 May 2024";
    assert!(words.contains(missing), "{words}");
    assert!(
        words.contains("changed since, and not approved as it stands"),
        "{words}"
    );
}

#[test]
fn what_is_not_a_digest_is_told() {
    let office = naming(Office::open(), "7c1e");
    let told = office.ends(1, &["check", "--format", "short"]);
    assert!(told.out.contains("bad-digest"), "{}", told.out);
}
