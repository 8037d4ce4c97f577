//! Names that the inputs give to things: snake_case, so that prose can use them (`{{ re_referrals.value }}`).
//! Knows their spelling; not what they name.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

/// The name of a body, office, indicator, action … in the inputs: a lower-case letter, then lower-case
/// letters, digits and underscores, at most [`Id::LONGEST`] characters. Names are ordered as people count: `a3_2` before
/// `a3_10`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
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

impl Ord for Id {
    /// Letter by letter, but digits in a row as one number; of two ways to write a number, the one with more noughts first.
    fn cmp(&self, other: &Self) -> Ordering {
        let (one, two) = (self.0.as_bytes(), other.0.as_bytes());
        let alike = one.iter().zip(two).take_while(|(one, two)| one == two).count();
        let before = alike.checked_sub(1).and_then(|last| one.get(last));
        let around = [before, one.get(alike), two.get(alike)];
        let digits = around.into_iter().flatten().filter(|byte| byte.is_ascii_digit());
        // Every figure is found by its name: names that do not part within a number need no more than this.
        if digits.count() < 2 {
            return one.get(alike).cmp(&two.get(alike));
        }
        by_number(number_around(&self.0, alike), number_around(&other.0, alike))
            .then_with(|| self.0.cmp(&other.0))
    }
}

impl PartialOrd for Id {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The digits in a row before and after a place in a name; none where neither is a digit.
fn number_around(name: &str, place: usize) -> &str {
    let is_digit = |c: char| c.is_ascii_digit();
    let (before, after) = name.split_at_checked(place).unwrap_or((name, ""));
    let begins = before.trim_end_matches(is_digit).len();
    let ends = name.len() - after.trim_start_matches(is_digit).len();
    name.get(begins..ends).unwrap_or_default()
}

/// The order of two numbers in digits, of whatever length; no order where one of them is none.
fn by_number(one: &str, other: &str) -> Ordering {
    if one.is_empty() || other.is_empty() {
        return Ordering::Equal;
    }
    let (first, second) = (one.trim_start_matches('0'), other.trim_start_matches('0'));
    (first.len().cmp(&second.len()))
        .then_with(|| first.cmp(second))
        .then_with(|| one.cmp(other))
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
    use proptest::prelude::*;

    fn id(text: &str) -> Id {
        text.parse().unwrap()
    }

    #[test]
    fn names_are_snake_case() {
        assert!("ni59".parse::<Id>().is_ok());
        assert!("re_referrals".parse::<Id>().is_ok());
        for wrong in ["", "NI59", "1st", "a-b", "a b", "é", &"x".repeat(61)] {
            assert!(wrong.parse::<Id>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn names_are_ordered_as_people_count() {
        let ordered = [
            "a", "a1", "a1_2", "a1_10", "a2_1", "a03", "a3", "a3_02b", "a3_2", "a3_10", "a3b", "a10_1", "ab",
            "k9", "k12",
        ];
        let mut sorted: Vec<Id> = ordered.iter().rev().map(|name| id(name)).collect();
        sorted.sort();
        let names: Vec<&str> = sorted.iter().map(Id::as_str).collect();
        assert_eq!(names, ordered);
    }

    /// Names so alike that numbers, noughts and ends meet in every way.
    fn any_id() -> impl Strategy<Value = Id> {
        "a[a_0129]{0,6}".prop_map(|name| id(&name))
    }

    /// The order as it is said, without a short way.
    fn as_said(one: &Id, other: &Id) -> Ordering {
        let pairs = one.0.bytes().zip(other.0.bytes());
        let alike = pairs.take_while(|(one, other)| one == other).count();
        by_number(number_around(&one.0, alike), number_around(&other.0, alike))
            .then_with(|| one.0.cmp(&other.0))
    }

    proptest! {
        #[test]
        fn the_short_way_gives_the_same_order(one in any_id(), other in any_id()) {
            prop_assert_eq!(one.cmp(&other), as_said(&one, &other));
        }

        #[test]
        fn the_order_is_total(one in any_id(), other in any_id(), third in any_id()) {
            prop_assert_eq!(one.cmp(&other), other.cmp(&one).reverse());
            prop_assert_eq!(one.cmp(&other) == Ordering::Equal, one == other);
            if one <= other && other <= third {
                prop_assert!(one <= third);
            }
        }
    }
}
