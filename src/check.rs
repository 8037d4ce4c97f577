//! The second stage: judges all of the inputs at once, and makes the programme of them if nothing is wrong. Knows
//! the order of the checks; each of them is told elsewhere.

use crate::domain::Programme;
use crate::input::assemble::assemble;
use crate::input::checked::Checked;
use crate::input::documents::Documents;
use crate::input::printable::Prints;
use crate::input::told::Told;
use crate::input::{layouts, rules, unread};
use crate::load::Sources;

/// Everything that is wrong with the inputs, and the programme if none of it is an error. Which characters can be
/// printed is told by whoever holds the fonts.
pub fn check(sources: &Sources, prints: Prints<'_>) -> Checked<Programme> {
    let mut findings = Told::default();
    findings.extend(sources.unread.iter().filter_map(unread::finding));
    findings.extend(layouts::findings(sources));
    let documents = Documents::read(sources, prints, &mut findings);
    rules::judge(&documents, &mut findings);
    Checked::new(assemble(documents), findings.into_findings())
}
