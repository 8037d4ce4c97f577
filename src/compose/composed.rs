//! What composing gives: a manuscript with its place among the papers. Knows names and paths of papers, drafts and
//! finished ones; not what stands in them.

use crate::digest::Digest;
use crate::domain::Month;
use crate::place::file_name;
use crate::review::Missing;
use crate::typeset::Manuscript;

/// Whether a paper is finished.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// It has its author's words and approval.
    Final,
    /// It is marked as a draft on every page; what it lacks is on page 1.
    Draft(Vec<Missing>),
    /// It is a draft if it lacks anything, and finished if it does not.
    AsItIs(Vec<Missing>),
}

impl Standing {
    /// What a draft lacks; `None` for a finished paper.
    #[must_use]
    pub fn lacks(&self) -> Option<&[Missing]> {
        match self {
            Self::Final => None,
            Self::Draft(missing) => Some(missing),
            Self::AsItIs(missing) => (!missing.is_empty()).then_some(missing),
        }
    }
}

/// A paper that is ready to be set.
#[derive(Debug, Clone)]
pub struct Composed {
    /// Where it goes in the output folder: `2010-10/monthly.pdf`.
    pub path: String,
    /// Its title.
    pub title: String,
    /// The month, or the month in which the half-year ends.
    pub period: Month,
    /// Whether it is finished.
    pub standing: Standing,
    /// The digest of the words and figures that its author approves; a letter has that of the report it goes with.
    pub content: Digest,
    /// The last month whose returns may have a part in it.
    pub last_known_month: Month,
    /// What it is set from.
    pub manuscript: Manuscript,
}

impl Composed {
    /// Its name on the command line: `monthly`, `six-monthly`, `letter-leader`.
    #[must_use]
    pub fn name(&self) -> &str {
        file_name(&self.path).trim_end_matches(".pdf")
    }
}
