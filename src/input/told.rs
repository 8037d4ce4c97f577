//! Findings while they are gathered, no more of one file than anybody would read. Knows files and a limit; judges
//! nothing.

use crate::finding::{Code, Finding, Findings, Severity};
use crate::place::Place;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The most findings that are told of one file. A file with more has one fault that all of them come from, or was
/// never meant to be read.
pub const MOST_OF_A_FILE: usize = 200;

/// Findings as they come, cut off file by file.
#[derive(Debug, Default)]
pub struct Told {
    findings: Findings,
    of_file: BTreeMap<Arc<str>, usize>,
}

impl Told {
    /// Adds a finding, unless its file has had enough of them.
    pub fn push(&mut self, finding: Finding) {
        let Some(place) = finding.place().cloned() else {
            return self.findings.push(finding);
        };
        let count = self.of_file.entry(Arc::clone(place.file())).or_default();
        *count += 1;
        if *count <= MOST_OF_A_FILE {
            self.findings.push(finding);
        } else if *count == MOST_OF_A_FILE + 1 {
            let message = format!("more than {MOST_OF_A_FILE} faults in this file: the rest is not told");
            let finding = Finding::new(Code::TooLarge, message).at(&place);
            self.findings
                .push(finding.help("mend some of them, and look again"));
        }
    }

    /// Whether the file of a place has had enough findings, so that nobody need look for more.
    pub fn is_full(&self, place: &Place) -> bool {
        self.of_file
            .get(place.file())
            .is_some_and(|count| *count > MOST_OF_A_FILE)
    }

    /// Where an error was told so far, by file: the first byte of each place. What is only doubtful is there all the same.
    pub fn places(&self) -> BTreeMap<Arc<str>, BTreeSet<usize>> {
        let mut places: BTreeMap<Arc<str>, BTreeSet<usize>> = BTreeMap::new();
        let errors = self.findings.iter();
        let errors = errors.filter(|finding| finding.severity() == Severity::Error);
        for place in errors.filter_map(Finding::place) {
            places
                .entry(Arc::clone(place.file()))
                .or_default()
                .insert(place.range().start);
        }
        places
    }

    /// The findings, in order.
    pub fn into_findings(self) -> Findings {
        self.findings
    }
}

impl Extend<Finding> for Told {
    fn extend<I: IntoIterator<Item = Finding>>(&mut self, findings: I) {
        findings.into_iter().for_each(|finding| self.push(finding));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_its_limit_and_another_file_its_own() {
        let mut told = Told::default();
        for start in 0..5 * MOST_OF_A_FILE {
            assert_eq!(told.is_full(&Place::whole("a")), start > MOST_OF_A_FILE);
            told.push(Finding::new(Code::UnknownKey, "x").at(&Place::new("a", start..start)));
        }
        assert!(!told.is_full(&Place::whole("b")));
        told.push(Finding::new(Code::UnknownKey, "x").at(&Place::whole("b")));
        told.push(Finding::new(Code::InternalError, "of no file"));
        let findings = told.into_findings();
        assert_eq!(findings.len(), MOST_OF_A_FILE + 3);
        assert_eq!(
            findings
                .iter()
                .filter(|finding| finding.code() == Code::TooLarge)
                .count(),
            1
        );
    }
}
