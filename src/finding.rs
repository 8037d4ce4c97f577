//! Findings: what is wrong, as data, with the place where it was typed and what to do about it. Knows places
//! and the vocabulary of faults; refuses to know the field, and never prints.

mod code;
pub mod github;
pub mod human;
pub mod json;
pub mod short;
mod suggestion;
mod wording;

use std::collections::BTreeSet;
use std::fmt;

pub use self::code::{Code, Severity};
pub use self::suggestion::{did_you_mean, nearest};
use self::wording::cleaned;
pub use self::wording::quoted;
use crate::place::Place;

/// One thing that is wrong.
///
/// Messages are in the field's words, begin with a small letter, have no full stop, and put names in backticks
/// (see [`quoted`]). Control characters in them are shown as escapes, so that no typed text can drive a terminal.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    // The order of the fields is the order in which findings are listed.
    place: Option<Place>,
    severity: Severity,
    code: Code,
    message: String,
    also: Vec<(Place, String)>,
    help: Option<String>,
}

impl Finding {
    /// A finding of the severity that its code has by default.
    pub fn new(code: Code, message: impl AsRef<str>) -> Self {
        Self {
            place: None,
            severity: code.severity(),
            code,
            message: cleaned(message.as_ref()),
            also: Vec::new(),
            help: None,
        }
    }

    /// A finding against the program itself: nobody can mend it in the inputs.
    pub fn internal(message: impl AsRef<str>) -> Self {
        Self::new(Code::InternalError, message).help(
            "send the inputs and this message to whoever keeps the program: nothing that you typed is wrong",
        )
    }

    /// Sets where it is.
    #[must_use]
    pub fn at(self, place: &Place) -> Self {
        Self {
            place: Some(place.clone()),
            ..self
        }
    }

    /// Adds a further place, and what is to be seen there.
    #[must_use]
    pub fn also(mut self, place: &Place, words: impl AsRef<str>) -> Self {
        self.also.push((place.clone(), cleaned(words.as_ref())));
        self
    }

    /// Says what to do. A second call adds a second sentence.
    #[must_use]
    pub fn help(self, words: impl AsRef<str>) -> Self {
        let words = cleaned(words.as_ref());
        let help = match self.help {
            Some(first) if first.ends_with('?') => format!("{first} {words}"),
            Some(first) => format!("{first}; {words}"),
            None => words,
        };
        Self {
            help: Some(help),
            ..self
        }
    }

    /// Says what to do, where there is something to say.
    #[must_use]
    pub fn maybe_help(self, words: Option<impl AsRef<str>>) -> Self {
        match words {
            Some(words) => self.help(words),
            None => self,
        }
    }

    /// Replaces the severity that the code has by default.
    #[must_use]
    pub fn with_severity(self, severity: Severity) -> Self {
        Self { severity, ..self }
    }

    /// What kind of fault it is.
    pub fn code(&self) -> Code {
        self.code
    }

    /// Whether it stops a paper from being made.
    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// What is wrong.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Where it is. None only for what lies in no file.
    pub fn place(&self) -> Option<&Place> {
        self.place.as_ref()
    }

    /// Further places, each with what is to be seen there.
    pub fn further(&self) -> &[(Place, String)] {
        &self.also
    }

    /// What to do about it.
    pub fn advice(&self) -> Option<&str> {
        self.help.as_deref()
    }
}

/// All findings of a run, each once, in the order of the files and of the places in them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings(BTreeSet<Finding>);

impl Findings {
    /// No findings.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a finding. The same one twice is one.
    pub fn push(&mut self, finding: Finding) {
        self.0.insert(finding);
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many there are, of any severity.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// How many there are of one severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.iter().filter(|finding| finding.severity == severity).count()
    }

    /// Whether there is any that stops a paper from being made.
    pub fn has_errors(&self) -> bool {
        self.iter().any(|finding| finding.severity == Severity::Error)
    }

    /// The findings, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Finding> {
        self.0.iter()
    }

    /// How many of which severity, in words: `2 errors and 1 warning`.
    pub fn summary(&self) -> String {
        let words = |severity: Severity| match self.count(severity) {
            0 => None,
            1 => Some(format!("1 {severity}")),
            n => Some(format!("{n} {severity}s")),
        };
        match (words(Severity::Error), words(Severity::Warning)) {
            (Some(errors), Some(warnings)) => format!("{errors} and {warnings}"),
            (Some(some), None) | (None, Some(some)) => some,
            (None, None) => "no findings".to_owned(),
        }
    }
}

impl From<Finding> for Findings {
    fn from(finding: Finding) -> Self {
        Self::from_iter([finding])
    }
}

impl FromIterator<Finding> for Findings {
    fn from_iter<I: IntoIterator<Item = Finding>>(findings: I) -> Self {
        Self(findings.into_iter().collect())
    }
}

impl Extend<Finding> for Findings {
    fn extend<I: IntoIterator<Item = Finding>>(&mut self, findings: I) {
        self.0.extend(findings);
    }
}

impl IntoIterator for Findings {
    type Item = Finding;
    type IntoIter = std::collections::btree_set::IntoIter<Finding>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(file: &str, start: usize, message: &str) -> Finding {
        Finding::new(Code::UnknownKey, message).at(&Place::new(file, start..start + 1))
    }

    #[test]
    fn findings_are_listed_by_file_and_place_and_each_once() {
        let all: Findings = [
            finding("b.yaml", 1, "third"),
            finding("a.yaml", 9, "second"),
            finding("a.yaml", 2, "first"),
            finding("b.yaml", 1, "third"),
            Finding::new(Code::UnreadableFile, "of no file"),
        ]
        .into_iter()
        .collect();
        let messages: Vec<_> = all.iter().map(Finding::message).collect();
        assert_eq!(messages, ["of no file", "first", "second", "third"]);
    }

    #[test]
    fn the_summary_counts_each_severity() {
        let mut all = Findings::new();
        assert_eq!(all.summary(), "no findings");
        assert!(!all.has_errors());
        all.push(finding("a", 1, "x").with_severity(Severity::Warning));
        assert_eq!(all.summary(), "1 warning");
        assert!(!all.has_errors());
        all.extend([finding("a", 2, "x"), finding("a", 3, "x")]);
        assert_eq!(all.summary(), "2 errors and 1 warning");
        assert!(all.has_errors());
    }

    #[test]
    fn typed_text_cannot_drive_a_terminal() {
        let hostile = Finding::new(Code::UnknownKey, "a\u{1b}[2Jb\nc").help("d\u{202e}e");
        assert_eq!(hostile.message(), "a\\u{1b}[2Jb c");
        assert_eq!(hostile.advice(), Some("d\\u{202e}e"));
    }

    #[test]
    fn advice_adds_up() {
        let advised = finding("a", 1, "x")
            .help("one")
            .maybe_help(None::<&str>)
            .maybe_help(Some("two"));
        assert_eq!(advised.advice(), Some("one; two"));
    }
}
