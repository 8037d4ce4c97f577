//! Figures in words, in one style: 1,234; 75.8%; 2.1 percentage points; one to nine spelt out in prose.
//! Knows units, plurals and lists; not what the words are about.

use crate::domain::{Month, Unit, published};
use crate::typography::with_commas;
use rust_decimal::Decimal;

/// The sign before a negative figure: a real minus, as wide as a digit.
const MINUS: char = '−';

/// A figure with its unit, at so many decimals: `1,234`, `75.8%`, `45.2 per 10,000`, `12.5 days`, `−3`.
#[must_use]
pub fn figure(value: Decimal, unit: Unit, decimals: u32) -> String {
    with_unit(&number(value, decimals), unit)
}

/// How large a change is, without its sign: `2.1 percentage points`, `12`, `3.5 days`.
#[must_use]
pub fn change(amount: Decimal, unit: Unit, decimals: u32) -> String {
    let size = number(amount.abs(), decimals);
    match unit {
        Unit::Percent if size == "1" => "1 percentage point".to_owned(),
        Unit::Percent => format!("{size} percentage points"),
        Unit::Number | Unit::RatePer10000 | Unit::Days | Unit::Ratio => with_unit(&size, unit),
    }
}

/// A plain number at so many decimals, with commas between thousands.
#[must_use]
pub fn number(value: Decimal, decimals: u32) -> String {
    let rounded = published(value, decimals);
    let digits = rounded.abs().to_string();
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let sign = if rounded < Decimal::ZERO {
        MINUS.to_string()
    } else {
        String::new()
    };
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{sign}{}{point}{fraction}", with_commas(whole))
}

/// How many there are of something: `no actions`, `one action`, `nine actions`, `12 actions`.
#[must_use]
pub fn count(number: usize, one: &str, many: &str) -> String {
    match number {
        0 => format!("no {many}"),
        1 => format!("one {one}"),
        _ => format!("{} {many}", cardinal(number)),
    }
}

/// A whole number for a sentence: one to nine in words, others in digits with commas.
#[must_use]
pub fn cardinal(number: usize) -> String {
    let words = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    ];
    let word = number.checked_sub(1).and_then(|index| words.get(index));
    word.map_or_else(|| with_commas(&number.to_string()), |word| (*word).to_owned())
}

/// Names as a sentence lists them: `a`, `a and b`, `a, b and c`.
#[must_use]
pub fn list_of<T: AsRef<str>>(names: &[T]) -> String {
    match names {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [others @ .., last] => {
            let others: Vec<&str> = others.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", others.join(", "), last.as_ref())
        }
    }
}

/// A month as one says it in `now`: by its name alone within the year that ends there, else with its year.
#[must_use]
pub fn month_said_in(month: Month, now: Month) -> String {
    if (0..12).contains(&now.months_since(month)) {
        month.name().to_owned()
    } else {
        month.to_string()
    }
}

/// The text with its first letter as a capital.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The text as a sentence that ends: with its full stop, and only one.
#[must_use]
pub fn sentence(text: &str) -> String {
    let text = text.trim();
    let words = text.trim_end_matches(['"', '”', '\'', '’', ')']);
    let end = if text.is_empty() || words.ends_with(['.', '!', '?', '…']) {
        ""
    } else {
        "."
    };
    format!("{text}{end}")
}

/// The text with its first letter small, for the middle of a sentence; `NHS` stays as it is written.
#[must_use]
pub fn uncapitalised(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(_), Some(second)) if second.is_uppercase() => text.to_owned(),
        (first, _) => first
            .into_iter()
            .flat_map(char::to_lowercase)
            .chain(letters)
            .collect(),
    }
}

fn with_unit(number: &str, unit: Unit) -> String {
    match unit {
        Unit::Percent => format!("{number}%"),
        Unit::RatePer10000 => format!("{number} per 10,000"),
        Unit::Days if number == "1" => "1 day".to_owned(),
        Unit::Days => format!("{number} days"),
        Unit::Number | Unit::Ratio => number.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn words_are_set_in_the_middle_of_a_sentence_and_as_one() {
        assert_eq!(
            ["A child", "NHS staff", ""].map(uncapitalised),
            ["a child", "NHS staff", ""]
        );
        assert_eq!(
            [" It changed ", "It changed.", "Did it?", "(It did.)", ""].map(sentence),
            ["It changed.", "It changed.", "Did it?", "(It did.)", ""]
        );
    }

    #[test]
    fn a_sentence_ends_once() {
        assert_eq!(sentence("The release is late"), "The release is late.");
        assert_eq!(sentence("Can they be believed? "), "Can they be believed?");
        assert_eq!(sentence(""), "");
    }

    #[test]
    fn figures_carry_commas_and_units() {
        assert_eq!(figure(decimal("1234"), Unit::Number, 0), "1,234");
        assert_eq!(figure(decimal("1234567.25"), Unit::Number, 1), "1,234,567.3");
        assert_eq!(figure(decimal("75.8"), Unit::Percent, 1), "75.8%");
        assert_eq!(figure(decimal("45.25"), Unit::RatePer10000, 1), "45.3 per 10,000");
        assert_eq!(figure(decimal("1"), Unit::Days, 0), "1 day");
        assert_eq!(figure(decimal("1"), Unit::Days, 1), "1.0 days");
        assert_eq!(figure(decimal("-999"), Unit::Number, 0), "−999");
        assert_eq!(figure(decimal("-1000"), Unit::Number, 0), "−1,000");
    }

    #[test]
    fn changes_of_percentages_are_points() {
        assert_eq!(change(decimal("-2.1"), Unit::Percent, 1), "2.1 percentage points");
        assert_eq!(change(decimal("1"), Unit::Percent, 0), "1 percentage point");
        assert_eq!(change(decimal("1.0"), Unit::Percent, 1), "1.0 percentage points");
        assert_eq!(change(decimal("12"), Unit::Number, 0), "12");
    }

    #[test]
    fn nought_has_no_sign() {
        assert_eq!(number(decimal("-0.04"), 1), "0.0");
        assert_eq!(number(decimal("-12"), 0), "−12");
    }

    #[test]
    fn small_numbers_are_words() {
        assert_eq!(count(0, "action", "actions"), "no actions");
        assert_eq!(count(1, "action", "actions"), "one action");
        assert_eq!(count(9, "action", "actions"), "nine actions");
        assert_eq!(count(10, "action", "actions"), "10 actions");
        assert_eq!(cardinal(1200), "1,200");
        assert_eq!(cardinal(0), "0");
    }

    #[test]
    fn lists_end_in_and() {
        assert_eq!(list_of::<&str>(&[]), "");
        assert_eq!(list_of(&["a"]), "a");
        assert_eq!(list_of(&["a", "b"]), "a and b");
        assert_eq!(list_of(&["a", "b", "c"]), "a, b and c");
    }

    #[test]
    fn a_month_is_named_with_its_year_when_it_must_be() {
        let month = |text: &str| text.parse::<Month>().unwrap();
        assert_eq!(month_said_in(month("2010-06"), month("2011-05")), "June");
        assert_eq!(month_said_in(month("2010-06"), month("2011-06")), "June 2010");
        assert_eq!(month_said_in(month("2011-12"), month("2011-06")), "December 2011");
        assert_eq!(capitalised("improving"), "Improving");
        assert_eq!(capitalised(""), "");
    }
}
