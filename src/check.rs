//! The second stage: judges all of the inputs at once, and makes the programme of them if nothing is wrong. Knows
//! the order of the checks; each of them is told elsewhere.

use crate::domain::Programme;
use crate::finding::Findings;
use crate::input::assemble::assemble;
use crate::input::checked::Checked;
use crate::input::documents::Documents;
use crate::input::{rules, unread};
use crate::load::Sources;

/// Everything that is wrong with the inputs, and the programme if none of it is an error.
pub fn check(sources: &Sources) -> Checked<Programme> {
    let mut findings: Findings = sources.unread.iter().filter_map(unread::finding).collect();
    let documents = Documents::read(&sources.texts, &mut findings);
    findings.extend(rules::judge(&documents));
    Checked::new(assemble(documents), findings)
}
