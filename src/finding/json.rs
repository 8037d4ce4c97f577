//! Findings for programs: one JSON object a line, versioned. Knows the shape that is promised to readers;
//! refuses to know wording. Fields are only ever added: a change of meaning is a new [`FORMAT`]. The README tells readers
//! what each field means.

use serde::Serialize;

use super::Findings;
use crate::place::{Place, Position, SourceTexts};

/// The version of the shape, in every object.
pub const FORMAT: u32 = 1;

/// One finding. What is absent is left out, never `null`.
#[derive(Serialize)]
struct Line<'a> {
    format: u32,
    severity: &'a str,
    code: &'a str,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<Where>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    also: Vec<Also<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'a str>,
}

/// A further place, and what is to be seen there.
#[derive(Serialize)]
struct Also<'a> {
    message: &'a str,
    place: Where,
}

/// A stretch of a file. `end` is just behind the last character that is meant.
#[derive(Serialize)]
struct Where {
    file: String,
    #[serde(flatten)]
    span: Option<Span>,
}

/// Lines and columns count from 1, columns in characters; bytes count from 0.
#[derive(Serialize)]
struct Span {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    byte: usize,
    end_byte: usize,
}

/// One object a line, in the order of the findings.
pub fn render(findings: &Findings, texts: &SourceTexts) -> String {
    let line = |finding: &super::Finding| {
        let line = Line {
            format: FORMAT,
            severity: finding.severity().word(),
            code: finding.code().name(),
            message: finding.message(),
            place: finding.place().map(|place| locate(place, texts)),
            also: finding
                .further()
                .iter()
                .map(|(place, message)| Also {
                    message,
                    place: locate(place, texts),
                })
                .collect(),
            help: finding.advice(),
        };
        // Strings and whole numbers: there is nothing that JSON could not say.
        serde_json::to_string(&line).unwrap_or_default() + "\n"
    };
    findings.iter().map(line).collect()
}

/// A place as readers of JSON are given it; without a span when the file was not read.
fn locate(place: &Place, texts: &SourceTexts) -> Where {
    let span = texts
        .positions(place)
        .map(|(start, end)| spanned(place, start, end));
    Where {
        file: texts.shown(place.file()),
        span,
    }
}

/// The numbers of a span.
fn spanned(place: &Place, start: Position, end: Position) -> Span {
    Span {
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        byte: place.range().start,
        end_byte: place.range().end,
    }
}
