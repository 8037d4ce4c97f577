//! Who approved which paper, and when. `approvals.yaml`.

use crate::domain::{Date, Id, Month};
use crate::place::Located;
use schemars::JsonSchema;
use serde::Deserialize;

/// A kind of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PaperKind {
    /// The director's monthly report.
    Monthly,
    /// The chair's six-monthly report, with its letters.
    SixMonthly,
}

impl PaperKind {
    /// In running text.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Monthly => "monthly report",
            Self::SixMonthly => "six-monthly report",
        }
    }

    /// In the names of files and on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Monthly => "monthly",
            Self::SixMonthly => "six-monthly",
        }
    }
}

/// An approval of a paper.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Approval {
    /// The kind of paper.
    pub paper: PaperKind,
    /// The month, or the month in which the half-year ends.
    pub period: Located<Month>,
    /// The office that approved it.
    pub by: Located<Id>,
    /// The day.
    pub on: Located<Date>,
    /// The digest of the words and figures approved, as `status` prints it; when either changes, the paper is a
    /// draft again.
    pub digest: Option<Located<String>>,
}

/// `approvals.yaml`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Approvals {
    /// In order of date.
    pub approvals: Vec<Approval>,
}
