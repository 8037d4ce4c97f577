//! Findings for people: the line that is meant, with a mark under it, as rustc shows it. Knows sources and
//! colour; refuses to know where the text goes.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};

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

/// A mark in a source: where, what kind, and what stands beside it.
struct Mark<'a> {
    range: Range<usize>,
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
    let mut files: Vec<(&Place, Vec<Mark<'a>>)> = Vec::new();
    for (place, mark) in marks(finding) {
        match files.iter_mut().find(|(first, _)| first.file() == place.file()) {
            Some((_, marks)) => marks.push(mark),
            None => files.push((place, vec![mark])),
        }
    }
    for (place, marks) in files {
        group = match texts.get(place.file()) {
            Some(text) => group.element(snippet(text, texts, marks)),
            None => unread(group, place, texts, marks),
        };
    }
    group.elements(finding.advice().map(|help| Level::HELP.message(help)))
}

/// The marks of a finding, its own place first.
fn marks(finding: &Finding) -> impl Iterator<Item = (&Place, Mark<'_>)> {
    let mark = |place: &Place, kind, label| Mark {
        range: place.range(),
        kind,
        label,
    };
    let own = finding
        .place()
        .map(|place| (place, mark(place, AnnotationKind::Primary, None)));
    let further = finding
        .further()
        .iter()
        .map(move |(place, words)| (place, mark(place, AnnotationKind::Context, Some(words.as_str()))));
    own.into_iter().chain(further)
}

/// A file that was not read: its path, and the words that belong to it.
fn unread<'a>(group: Group<'a>, place: &Place, texts: &SourceTexts, marks: Vec<Mark<'a>>) -> Group<'a> {
    let words = marks
        .into_iter()
        .filter_map(|mark| mark.label)
        .map(|words| Level::NOTE.message(words));
    group
        .element(Origin::path(cleaned(&texts.shown(place.file()))))
        .elements(words)
}

/// The lines of a file that have marks. Only these are handed on: a file may be long and the findings many.
fn snippet<'a>(
    text: &'a SourceText,
    texts: &SourceTexts,
    marks: Vec<Mark<'a>>,
) -> Snippet<'a, Annotation<'a>> {
    let first = marks.iter().map(|mark| mark.range.start).min().unwrap_or(0);
    let last = marks.iter().map(|mark| mark.range.end).max().unwrap_or(0);
    let window = text.lines_around(text.clamped(first..last));
    let inside = |offset: usize| offset.clamp(window.start, window.end) - window.start;
    let annotations = marks.into_iter().map(|mark| {
        let range = text.clamped(mark.range);
        mark.kind
            .span(inside(range.start)..inside(range.end))
            .label(mark.label)
    });
    Snippet::source(text.text().get(window.clone()).unwrap_or(""))
        .path(cleaned(&texts.shown(text.path())))
        .line_start(text.position(window.start).line)
        .annotations(annotations.collect::<Vec<_>>())
}
