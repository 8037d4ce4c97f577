//! Findings for people: the line that is meant, with a mark under it, as rustc shows it. Knows sources and
//! colour; refuses to know where the text goes.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::short::at;
use super::{Finding, Findings, Severity, cleaned};
use crate::place::{Place, SourceText, SourceTexts};

/// Whether the text may hold the codes that colour a terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// Plain text.
    Plain,
    /// With ANSI codes.
    Ansi,
}

/// Lines longer than this, in bytes, are not shown: no one reads them, and looking through one for every finding
/// in it would take minutes.
const LONGEST_LINE: usize = 2_000;

/// A mark in a source: where, what kind, and what stands beside it.
struct Mark<'a> {
    place: &'a Place,
    kind: AnnotationKind,
    label: Option<&'a str>,
}

/// Each finding with its source, and an empty line after it.
pub fn render(findings: &Findings, texts: &SourceTexts, colour: Colour) -> String {
    let renderer = match colour {
        Colour::Plain => Renderer::plain(),
        Colour::Ansi => Renderer::styled(),
    }
    .decor_style(DecorStyle::Ascii);
    let shown = |finding| renderer.render(&[group(finding, texts)]) + "\n\n";
    findings.iter().map(shown).collect()
}

/// All that is said of one finding.
fn group<'a>(finding: &'a Finding, texts: &'a SourceTexts) -> Group<'a> {
    let level = match finding.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let mut group = Group::with_title(level.primary_title(finding.message()).id(finding.code().name()));
    for marks in by_file(finding) {
        group = match excerpt(texts, &marks) {
            Some((text, window)) => group.element(snippet(texts, text, &window, &marks)),
            None => bare(group, texts, &marks),
        };
    }
    group.elements(finding.advice().map(|help| Level::HELP.message(help)))
}

/// The marks of a finding, a list for each file, the one with the finding's own place first.
fn by_file(finding: &Finding) -> Vec<Vec<Mark<'_>>> {
    let own = finding.place().map(|place| Mark {
        place,
        kind: AnnotationKind::Primary,
        label: None,
    });
    let further = finding.further().iter().map(|(place, words)| Mark {
        place,
        kind: AnnotationKind::Context,
        label: Some(words),
    });
    let mut files: Vec<Vec<Mark<'_>>> = Vec::new();
    for mark in own.into_iter().chain(further) {
        let same =
            |marks: &&mut Vec<Mark<'_>>| marks.iter().any(|other| other.place.file() == mark.place.file());
        match files.iter_mut().find(same) {
            Some(marks) => marks.push(mark),
            None => files.push(vec![mark]),
        }
    }
    files
}

/// The text of a file and the part of it with marks, if it was read, its lines can be shown and some of them are meant.
/// Only that part is handed on: a file may be long and the findings in it many.
fn excerpt<'a>(texts: &'a SourceTexts, marks: &[Mark<'_>]) -> Option<(&'a SourceText, Range<usize>)> {
    if marks.iter().all(|mark| mark.place.is_whole()) {
        return None;
    }
    let text = texts.get(marks.first()?.place.file())?;
    let first = marks.iter().map(|mark| mark.place.range().start).min()?;
    let last = marks.iter().map(|mark| mark.place.range().end).max()?;
    let window = text.lines_around(text.clamped(first..last));
    let is_short = text
        .text()
        .get(window.clone())?
        .lines()
        .all(|line| line.len() <= LONGEST_LINE);
    is_short.then_some((text, window))
}

/// A file without its lines: where the marks are, and the words that belong to them.
fn bare<'a>(group: Group<'a>, texts: &SourceTexts, marks: &[Mark<'_>]) -> Group<'a> {
    let origin = |place: &Place| {
        let origin = Origin::path(cleaned(&texts.shown(place.file())));
        match texts.positions(place).filter(|_| !place.is_whole()) {
            Some((start, _)) => origin.line(start.line).char_column(start.column),
            None => origin,
        }
    };
    let note =
        |mark: &Mark<'_>| Some(Level::NOTE.message(format!("{}: {}", at(mark.place, texts), mark.label?)));
    group
        .elements(marks.first().map(|mark| origin(mark.place)))
        .elements(marks.iter().filter_map(note))
}

/// The lines of a file that have marks.
fn snippet<'a>(
    texts: &SourceTexts,
    text: &'a SourceText,
    window: &Range<usize>,
    marks: &[Mark<'a>],
) -> Snippet<'a, Annotation<'a>> {
    let inside = |offset: usize| offset.clamp(window.start, window.end) - window.start;
    let annotations = marks.iter().map(|mark| {
        let range = text.clamped(mark.place.range());
        mark.kind
            .span(inside(range.start)..inside(range.end))
            .label(mark.label)
    });
    Snippet::source(text.text().get(window.clone()).unwrap_or(""))
        .path(cleaned(&texts.shown(text.path())))
        .line_start(text.position(window.start).line)
        .annotations(annotations.collect::<Vec<_>>())
}
