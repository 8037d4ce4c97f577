//! Names that the inputs give to things: snake_case, so that prose can use them (`{{ re_referrals.value }}`).
//! Knows their spelling; not what they name.

use std::fmt;
use std::str::FromStr;

/// The name of a body, office, indicator, action … in the inputs: a lower-case letter, then lower-case
/// letters, digits and underscores, at most [`Id::LONGEST`] characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(String);

impl Id {
    /// The longest name accepted, in characters.
    pub const LONGEST: usize = 60;

    /// The name as typed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Id {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let starts_well = text.starts_with(|c: char| c.is_ascii_lowercase());
        let spelt_well = text
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        if starts_well && spelt_well && text.len() <= Self::LONGEST {
            Ok(Self(text.to_owned()))
        } else if starts_well && spelt_well {
            Err(format!(
                "`{text}` is too long for an id: an id has at most {} letters",
                Self::LONGEST
            ))
        } else {
            Err(format!(
                "`{text}` is not an id: an id begins with a small letter and has small letters, digits and underscores, \
                 such as `ni59`"
            ))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_snake_case() {
        assert!("ni59".parse::<Id>().is_ok());
        assert!("re_referrals".parse::<Id>().is_ok());
        for wrong in ["", "NI59", "1st", "a-b", "a b", "é", &"x".repeat(61)] {
            assert!(wrong.parse::<Id>().is_err(), "{wrong}");
        }
    }
}
