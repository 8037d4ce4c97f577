//! The months that a period in words means: `2009/10`, `March 2010`, `31 January 2009`, `October 2009 to March 2010`. Knows these
//! forms alone; any other words are left to people.

use crate::domain::Month;

/// The first and the last month of a period.
pub(super) fn months(words: &str) -> Option<(Month, Month)> {
    if let Some((from, until)) = words.split_once(" to ") {
        return Some((months(from)?.0, months(until)?.1));
    }
    match words.split_whitespace().collect::<Vec<_>>().as_slice() {
        [year] => financial_year(year),
        [month, year] | [_, month, year] => named(month, year).map(|month| (month, month)),
        _ => None,
    }
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
        ] {
            assert_eq!(months(words).map(|(first, _)| first), None, "{words}");
        }
    }
}
