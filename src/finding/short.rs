//! Findings one to a line, as editors and `grep` want them. Knows positions; refuses to know colour and sources.

use super::{Finding, Findings};
use crate::place::{Place, SourceTexts};

/// One line a finding: `path:line:column: error[code]: message`, then what to do in brackets.
pub fn render(findings: &Findings, texts: &SourceTexts) -> String {
    findings.iter().map(|finding| line(finding, texts)).collect()
}

/// The line of one finding, with its end.
fn line(finding: &Finding, texts: &SourceTexts) -> String {
    let place = finding
        .place()
        .map(|place| format!("{}: ", at(place, texts)))
        .unwrap_or_default();
    let help = finding
        .advice()
        .map(|help| format!(" (help: {help})"))
        .unwrap_or_default();
    let (severity, code) = (finding.severity(), finding.code());
    format!("{place}{severity}[{code}]: {}{help}\n", finding.message())
}

/// `path:line:column`, or only the path of a file that was not read.
pub(super) fn at(place: &Place, texts: &SourceTexts) -> String {
    let path = super::cleaned(&texts.shown(place.file()));
    match texts.positions(place) {
        Some((start, _)) => format!("{path}:{}:{}", start.line, start.column),
        None => path,
    }
}
