//! The rules that documents are held against, one a file with its test beneath. A rule knows the field and says
//! what is wrong, where, and what to do; it refuses to mend anything.

use crate::finding::Findings;
use crate::input::documents::Documents;

/// All findings of all rules.
pub fn judge(_documents: &Documents) -> Findings {
    Findings::new()
}
