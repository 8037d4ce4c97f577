//! What is promised of every finding, whatever it was raised by. Knows the stages up to composing; not what is wrong.

use crate::support;
use board_papers::analysis::analyse;
use board_papers::catalogue::occasions;
use board_papers::check::check;
use board_papers::compose::{Standing, compose};
use board_papers::domain::Programme;
use board_papers::draw::Charts;
use board_papers::finding::{Code, Findings, github, human, json, short};
use board_papers::load::{Sources, load};
use board_papers::place::{Place, SourceText};
use board_papers::review::missing;
use proptest::prelude::*;
use std::sync::LazyLock;

/// The neutral programme, read once.
pub static NEUTRAL: LazyLock<Sources> = LazyLock::new(|| load(&support::neutral()).unwrap());

/// The neutral programme with files laid over it: each a path below its folder, and a text.
pub fn laid_over(files: impl IntoIterator<Item = (String, String)>) -> Sources {
    let mut sources = NEUTRAL.clone();
    for (path, text) in files {
        sources.texts.insert(SourceText::new(path, text));
    }
    sources
}

/// Takes the sources as far as they go. Whatever is in them: there is a programme or there are errors, each finding keeps
/// its promises, and the program is never at fault itself. Gives the codes of what was found.
pub fn survives(sources: &Sources) -> Result<Vec<Code>, TestCaseError> {
    let (programme, findings) = check(sources, &support::prints).into_parts();
    prop_assert_eq!(programme.is_none(), findings.has_errors());
    hold(&findings, sources)?;
    if let Some(programme) = &programme {
        hold(&of_papers(programme, sources), sources)?;
    }
    Ok(findings.iter().map(|finding| finding.code()).collect())
}

/// What is wrong with the latest papers.
fn of_papers(programme: &Programme, sources: &Sources) -> Findings {
    let mut findings = Findings::new();
    for occasion in occasions(programme).iter().rev().take(2) {
        let known = programme.as_known_at(occasion.cut_off);
        let assessment = analyse(&known, occasion, &[]);
        let standing = Standing::AsItIs(missing(&known, occasion));
        let composed = compose(&assessment, &Charts::default(), &sources.layouts, &standing);
        findings.extend(composed.err().unwrap_or_default());
    }
    findings
}

/// Holds findings to what is promised of them, and shows them in every format.
fn hold(findings: &Findings, sources: &Sources) -> Result<(), TestCaseError> {
    for finding in findings.iter() {
        let message = finding.message();
        prop_assert_ne!(finding.code(), Code::InternalError, "{}", message);
        prop_assert!(!message.is_empty() && !message.contains('\n'), "{:?}", message);
        let advice = finding.advice();
        prop_assert!(advice.is_some_and(|advice| !advice.is_empty()), "{}", message);
        let place = finding.place().expect("each finding is somewhere");
        let is_there = sources.texts.get(place.file()).is_some();
        let may_be_absent = matches!(
            finding.code(),
            Code::MissingFile | Code::MissingWords | Code::NotApproved
        );
        prop_assert!(is_there || may_be_absent, "in no file: {}", message);
        for place in finding.further().iter().map(|(place, _)| place).chain([place]) {
            lies_within(place, sources)?;
        }
    }
    let texts = &sources.texts;
    prop_assert_eq!(short::render(findings, texts).lines().count(), findings.len());
    prop_assert_eq!(json::render(findings, texts).lines().count(), findings.len());
    github::render(findings, texts);
    human::render(findings, texts, human::Colour::Plain);
    Ok(())
}

/// A place lies in its file, on the borders of characters, on a line that is there and in a column of that line.
fn lies_within(place: &Place, sources: &Sources) -> Result<(), TestCaseError> {
    let Some(source) = sources.texts.get(place.file()) else {
        return Ok(());
    };
    prop_assert_eq!(source.clamped(place.range()), place.range(), "{:?}", place);
    let position = source.position(place.range().start);
    let line = source.text().split('\n').nth(position.line - 1);
    let columns = line.map(|line| line.chars().count() + 1);
    prop_assert!(
        columns.is_some_and(|columns| (1..=columns).contains(&position.column)),
        "{:?}",
        position
    );
    Ok(())
}
