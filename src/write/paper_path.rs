//! The path of a paper in the output folder. Knows which paths are safe on every system; refuses to know which
//! papers there are.

use std::fmt;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::error::WriteError;
use crate::place::file_name;

/// How long one part of a path may be.
const LONGEST_PART: usize = 100;

/// Where a paper lies in the output folder: `2010-10/monthly.pdf`. Never leads out of it, never hides, and means
/// the same on every system: small letters, digits, hyphens, underscores and full stops.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PaperPath(String);

impl PaperPath {
    /// The path, with forward slashes, relative to the output folder.
    ///
    /// # Errors
    ///
    /// [`WriteError::BadPath`] for anything else than a PDF in at most one folder, under plain names.
    pub fn new(path: &str) -> Result<Self, WriteError> {
        let parts: Vec<_> = path.split('/').collect();
        let is_good = matches!(parts.len(), 1 | 2)
            && parts.iter().all(|part| is_plain(part))
            && path
                .strip_suffix(".pdf")
                .is_some_and(|stem| !stem.is_empty() && !stem.ends_with('/'));
        if is_good {
            Ok(Self(path.to_owned()))
        } else {
            Err(WriteError::BadPath {
                path: path.to_owned(),
            })
        }
    }

    /// The path, with forward slashes.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The folder below the output folder that it lies in, if it lies in one.
    pub fn folder(&self) -> Option<&str> {
        self.0.split_once('/').map(|(folder, _)| folder)
    }

    /// The paper's name on the command line: `six-monthly`.
    pub fn name(&self) -> &str {
        file_name(&self.0).trim_end_matches(".pdf")
    }

    /// The path of the system, in an output folder.
    pub(super) fn under(&self, output: &Path) -> PathBuf {
        output.join(&self.0)
    }
}

/// Whether one part of a path is a plain name.
fn is_plain(part: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_' | '.');
    !part.starts_with('.')
        && !part.ends_with('.')
        && (1..=LONGEST_PART).contains(&part.len())
        && part.chars().all(plain)
}

impl fmt::Display for PaperPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for PaperPath {
    type Error = WriteError;

    fn try_from(path: String) -> Result<Self, WriteError> {
        Self::new(&path)
    }
}

impl From<PaperPath> for String {
    fn from(path: PaperPath) -> Self {
        path.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_paths_are_taken_and_others_refused() {
        for good in [
            "2010-10/monthly.pdf",
            "2010-11/letter-secretary_of_state.pdf",
            "a.pdf",
        ] {
            assert_eq!(PaperPath::new(good).map(String::from).ok().as_deref(), Some(good));
        }
        let long = format!("{}.pdf", "a".repeat(LONGEST_PART));
        for bad in [
            "",
            ".pdf",
            "a/.pdf",
            "/a.pdf",
            "a//b.pdf",
            "../a.pdf",
            "a/../b.pdf",
            "a/b/c.pdf",
            "a.pdf/",
            "A.pdf",
            "a b.pdf",
            "a\0.pdf",
            "a\\b.pdf",
            "c:a.pdf",
            ".a/b.pdf",
            "a./b.pdf",
            "manifest.json",
            "ä.pdf",
            &long,
        ] {
            assert!(PaperPath::new(bad).is_err(), "{bad:?}");
        }
    }
}
