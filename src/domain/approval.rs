//! Who approved which paper, and when. `approvals.yaml`.

use crate::domain::{Date, Id, Month};
use crate::place::Located;
use schemars::JsonSchema;
use serde::Deserialize;
use std::fmt;
use std::str::FromStr;

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
    /// How many months its period has.
    #[must_use]
    pub fn months(self) -> i32 {
        match self {
            Self::Monthly => 1,
            Self::SixMonthly => 6,
        }
    }

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

/// What an approval names of a paper's content digest: its beginning, or all of it. People copy it from the cover or
/// from `status`, so blanks between groups of digits are passed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContentDigest(String);

impl ContentDigest {
    /// The fewest digits that tell two versions of a paper apart beyond doubt: 48 bits.
    pub const FEWEST: usize = 12;

    /// The digits of a SHA-256.
    pub const MOST: usize = 64;

    /// Whether it is the beginning of this digest, written as hexadecimal digits.
    #[must_use]
    pub fn begins(&self, digest: &str) -> bool {
        digest.starts_with(&self.0)
    }
}

impl FromStr for ContentDigest {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let digits: String = text.split(' ').collect::<String>().to_ascii_lowercase();
        let is_hexadecimal = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        if is_hexadecimal && (Self::FEWEST..=Self::MOST).contains(&digits.len()) {
            Ok(Self(digits))
        } else {
            Err(format!(
                "`{text}` is not a digest: copy it from the paper's cover, or from `board-papers status`"
            ))
        }
    }
}

impl fmt::Display for ContentDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An approval of a paper.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Approval {
    /// Which of the papers was approved: `monthly` or `six_monthly`.
    pub paper: PaperKind,
    /// The month, or the month in which the half-year ends.
    pub period: Located<Month>,
    /// The office that approved it, which must be the one that signs it.
    pub by: Located<Id>,
    /// The day on which approval was given; a paper due before then is not approved.
    pub on: Located<Date>,
    /// The digest of the words and figures approved, as the cover and `status` print it; when either changes, the
    /// paper is a draft again.
    pub digest: Option<Located<ContentDigest>>,
}

/// `approvals.yaml`: who approved which paper, and when.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Approvals {
    /// What was approved, an item for each paper, in the order of the days.
    pub approvals: Vec<Approval>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_is_named_by_at_least_twelve_digits() {
        let whole = "7c1e40b29d55".to_owned() + &"0".repeat(52);
        for named in ["7c1e 40b2 9d55", "7C1E40B29D55", "7c1e40b29d550", &whole] {
            assert!(named.parse::<ContentDigest>().unwrap().begins(&whole), "{named}");
        }
        assert!(!"7c1e40b29d56".parse::<ContentDigest>().unwrap().begins(&whole));
        for wrong in [
            "",
            "7c1e40b29d5",
            "7c1e40b29d5g",
            &format!("{whole}0"),
            "é".repeat(12).as_str(),
        ] {
            assert!(wrong.parse::<ContentDigest>().is_err(), "{wrong}");
        }
    }
}
