//! Findings as annotations of a GitHub workflow. Knows GitHub's workflow commands and their escapes; refuses to
//! know anything else. Source: GitHub Docs, "Workflow commands for GitHub Actions", and the escapes of the
//! toolkit's own `command.ts`.

use super::short::at;
use super::{Finding, Findings};
use crate::place::{Place, SourceTexts};

/// One workflow command a finding, in the order of the findings.
pub fn render(findings: &Findings, texts: &SourceTexts) -> String {
    findings.iter().map(|finding| command(finding, texts)).collect()
}

/// `::error file=…,line=…,title=…::message`, with its end of line.
fn command(finding: &Finding, texts: &SourceTexts) -> String {
    let place = finding
        .place()
        .map(|place| properties(place, texts))
        .unwrap_or_default();
    let (severity, code) = (finding.severity(), finding.code());
    format!(
        "::{severity} {place}title={code}::{}\n",
        data(&message(finding, texts))
    )
}

/// The message with the further places and the help under it, since an annotation has only one text.
fn message(finding: &Finding, texts: &SourceTexts) -> String {
    let further = finding
        .further()
        .iter()
        .map(|(place, words)| format!("\n{}: {words}", at(place, texts)));
    let help = finding.advice().map(|help| format!("\nhelp: {help}"));
    std::iter::once(finding.message().to_owned())
        .chain(further)
        .chain(help)
        .collect()
}

/// The properties that say where, each followed by a comma. GitHub refuses columns for more than one line.
fn properties(place: &Place, texts: &SourceTexts) -> String {
    let file = property(&texts.shown(place.file()));
    match texts.positions(place) {
        Some((start, end)) if start.line == end.line => {
            let (line, column, end_column) = (start.line, start.column, end.column);
            format!("file={file},line={line},endLine={line},col={column},endColumn={end_column},")
        }
        Some((start, end)) => format!("file={file},line={},endLine={},", start.line, end.line),
        None => format!("file={file},"),
    }
}

/// Text behind the second `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Code;

    #[test]
    fn a_hostile_name_ends_neither_the_property_nor_the_command() {
        let finding = Finding::new(Code::UnreadableFile, "100%::error::x").at(&Place::whole("a,b:c\n%.yaml"));
        let shown = render(&finding.into(), &SourceTexts::default());
        assert_eq!(
            shown,
            "::error file=a%2Cb%3Ac%0A%25.yaml,title=unreadable-file::100%25::error::x\n"
        );
    }
}
