//! What every target does: lay something hostile over the small neutral programme, take it as far as it goes, and
//! hold what is said of it to the promises. Knows the stages and the promises; not where hostile bytes come from.

use board_papers::analysis::analyse;
use board_papers::catalogue::{before, occasions};
use board_papers::check::check;
use board_papers::compose::{Standing, compose, facts_document};
use board_papers::domain::Programme;
use board_papers::draw::draw;
use board_papers::finding::{Code, Findings, github, human, json, short};
use board_papers::load::{Sources, load};
use board_papers::pipeline::Printed;
use board_papers::place::{Place, SourceText};
use board_papers::review::{doubts, lacking, missing, returns};
use board_papers::typeset::Fonts;
use std::path::Path;
use std::sync::LazyLock;

/// The small neutral programme, as it lies in the repository.
pub static NEUTRAL: LazyLock<Sources> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/neutral");
    load(&folder).expect("the neutral programme is there")
});

/// The fonts of every paper.
pub static FONTS: LazyLock<Fonts> = LazyLock::new(Fonts::embedded);

/// The files of the neutral programme, in the order of their paths.
pub fn files() -> Vec<(String, String)> {
    let texts = NEUTRAL.texts.iter();
    texts
        .map(|text| (text.path().to_string(), text.text().to_owned()))
        .collect()
}

/// How much is made of a programme that nothing is wrong with.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Papers {
    /// The latest.
    Last,
    /// All that are due.
    All,
}

/// Checks the neutral programme with these files laid over it, and makes its papers up to their manuscripts.
pub fn judge(overlay: impl IntoIterator<Item = (String, String)>, papers: Papers) {
    let mut sources = NEUTRAL.clone();
    for (path, text) in overlay {
        sources.texts.insert(SourceText::new(path, text));
    }
    let (programme, findings) = check(&sources, &|character| FONTS.covers(character)).into_parts();
    assert_eq!(programme.is_none(), findings.has_errors());
    hold(&findings, &sources);
    if let Some(programme) = programme {
        make(&programme, &sources, papers);
    }
}

fn make(programme: &Programme, sources: &Sources, papers: Papers) {
    hold(&returns(programme, |_| true), sources);
    let wanted = match papers {
        Papers::Last => 1,
        Papers::All => 4,
    };
    for occasion in occasions(programme).into_iter().rev().take(wanted) {
        let known = programme.as_known_at(occasion.cut_off);
        let earlier: Vec<_> = before(programme, &occasion)
            .into_iter()
            .map(|one| (one.clone(), programme.as_known_at(one.cut_off)))
            .collect();
        let assessment = analyse(&known, &occasion, &earlier);
        hold(&doubts(&assessment), sources);
        hold(&lacking(&assessment), sources);
        let charts = draw(&assessment, &Printed(&FONTS));
        let standing = Standing::AsItIs(missing(&known, &occasion));
        if let Err(findings) = compose(&assessment, &charts, &sources.layouts, &standing) {
            assert!(findings.has_errors());
            hold(&findings, sources);
        }
        let facts = facts_document::json(&assessment, &sources.texts);
        serde_json::from_str::<serde_json::Value>(&facts).expect("facts are JSON");
    }
}

/// Holds findings to what is promised of them, and lets every renderer show them.
fn hold(findings: &Findings, sources: &Sources) {
    for finding in findings.iter() {
        assert_ne!(finding.code(), Code::InternalError, "{}", finding.message());
        assert!(!finding.message().is_empty());
        assert!(finding.advice().is_some_and(|advice| !advice.is_empty()), "{}", finding.message());
        let further = finding.further().iter().map(|(place, _)| place);
        for place in finding.place().into_iter().chain(further) {
            lies_within(place, sources);
        }
    }
    let texts = &sources.texts;
    short::render(findings, texts);
    human::render(findings, texts, human::Colour::Plain);
    github::render(findings, texts);
    for line in json::render(findings, texts).lines() {
        serde_json::from_str::<serde_json::Value>(line).expect("a line is JSON");
    }
}

/// A place lies in its file, on the borders of characters, and has a line and a column.
fn lies_within(place: &Place, sources: &Sources) {
    let Some(text) = sources.texts.get(place.file()) else {
        return;
    };
    assert_eq!(text.clamped(place.range()), place.range(), "{place:?}");
    let position = text.position(place.range().start);
    let lines = text.text().split('\n').count();
    assert!((1..=lines).contains(&position.line) && position.column >= 1, "{position:?}");
}
