//! The months that a period in words means: `2009/10`, `March 2010`, `31 January 2009`, `October 2009 to March 2010`. Knows these
//! forms alone; any other words are left to people.

use crate::domain::Month;

/// The first and the last month of a period.
pub(super) fn months(words: &str) -> Option<(Month, Month)> {
    match words.split_once(" to ") {
        Some((from, until)) => Some((without_to(from)?.0, without_to(until)?.1)),
        None => without_to(words),
    }
}

/// A year, a month or a day.
fn without_to(words: &str) -> Option<(Month, Month)> {
    let mut words = words.split_whitespace();
    match (words.next()?, words.next(), words.next(), words.next()) {
        (year, None, ..) => financial_year(year),
        (month, Some(year), None, _) => named(month, year).map(|month| (month, month)),
        (day, Some(month), Some(year), None) if is_day(day) => named(month, year).map(|month| (month, month)),
        _ => None,
    }
}

fn is_day(words: &str) -> bool {
    words.parse::<u32>().is_ok_and(|day| (1..=31).contains(&day))
}

/// `2009/10`: April to March.
fn financial_year(words: &str) -> Option<(Month, Month)> {
    let (year, next) = words.split_once('/')?;
    let begins = Month::new(year.parse().ok()?, 4)?;
    let is_meant = begins.financial_year() == format!("{year}/{next}");
    is_meant.then(|| (begins, begins.plus(11)))
}

fn named(month: &str, year: &str) -> Option<Month> {
    let year = year.parse().ok()?;
    (1..=12)
        .filter_map(|number| Month::new(year, number))
        .find(|one| one.name() == month)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_forms_are_understood() {
        let cases = [
            ("2009/10", "2009-04", "2010-03"),
            ("1999/00", "1999-04", "2000-03"),
            ("March 2010", "2010-03", "2010-03"),
            ("31 January 2009", "2009-01", "2009-01"),
            ("October 2009 to March 2010", "2009-10", "2010-03"),
        ];
        for (words, from, until) in cases {
            let (first, last) = months(words).unwrap_or_else(|| panic!("{words}"));
            assert_eq!(
                (first.iso().as_str(), last.iso().as_str()),
                (from, until),
                "{words}"
            );
        }
    }

    #[test]
    fn other_words_are_left_alone() {
        for words in [
            "",
            "2009/11",
            "2010",
            "spring 2010",
            "March",
            "March 2010 to",
            "Year to March 2010",
            "before January 2030",
            "March 2010 to May 2010 to June 2010",
        ] {
            assert_eq!(months(words).map(|(first, _)| first), None, "{words}");
        }
        assert_eq!(months(&"2022/23 to ".repeat(100_000)), None, "however long");
    }
}
