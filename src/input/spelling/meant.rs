//! The date or month that was meant by one that is written as people say it. Knows how days are written in Britain; a
//! guess is only ever offered, never taken.

use crate::domain::{Date, Month};

/// Longer texts are no dates.
const LONGEST: usize = 40;

/// The century of years of two digits.
const THIS_CENTURY: u32 = 2000;

/// A part of a date as typed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Four digits.
    Year(u32),
    /// A month by its name.
    Name(u32),
    /// A day, or a month by its number.
    Number(u32),
}

/// The day meant, as it should be typed, by `4/6/2024`, `4 June 2024` or `2024-6-4`: the day stands before the month unless the year stands first.
pub fn date(text: &str) -> Option<String> {
    use Part::{Name, Number, Year};
    let (year, month, day) = match parts(text)[..] {
        [Year(year), Number(month) | Name(month), Number(day), ..] => (year, month, day),
        [Number(day), Number(month) | Name(month), Year(year), ..] => (year, month, day),
        [Name(month), Number(day), Year(year), ..] => (year, month, day),
        // With dashes it might as well be the year that stands first.
        [Number(day), Number(month) | Name(month), Number(year)] if !text.contains('-') => {
            (THIS_CENTURY + year, month, day)
        }
        _ => return None,
    };
    let typed = |month: u32, day: u32| format!("{year:04}-{month:02}-{day:02}");
    // Where there is no such month, the two may stand as Americans write them.
    [typed(month, day), typed(day, month)]
        .into_iter()
        .find(|typed| typed.parse::<Date>().is_ok())
}

/// The month meant, as it should be typed, by `May 2024`, `05/2024`, `2024.05` or `2024-05-01`.
pub fn month(text: &str) -> Option<String> {
    use Part::{Name, Number, Year};
    let (year, month) = match parts(text)[..] {
        [Year(year), Number(month) | Name(month), ..] | [Number(month) | Name(month), Year(year)] => {
            (year, month)
        }
        [Number(_), Number(month) | Name(month), Year(year)] => (year, month),
        _ => return None,
    };
    let typed = format!("{year:04}-{month:02}");
    typed.parse::<Month>().is_ok().then_some(typed)
}

/// What a text is made of; nothing where a part of it has no place in a date.
fn parts(text: &str) -> Vec<Part> {
    if text.len() > LONGEST {
        return Vec::new();
    }
    let words = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.map(part).collect::<Option<_>>().unwrap_or_default()
}

fn part(word: &str) -> Option<Part> {
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        // `27th` is 27, and the hours behind a `T` are not asked for.
        let end = word.find(|c: char| !c.is_ascii_digit()).unwrap_or(word.len());
        let number = word.get(..end)?.parse().ok()?;
        return Some(if end == 4 {
            Part::Year(number)
        } else {
            Part::Number(number)
        });
    }
    Month::number_called(word).map(Part::Name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_understood_as_it_is_said() {
        for said in [
            "4/6/2024",
            "04.06.2024",
            "2024-6-4",
            "4 June 2024",
            "4th Jun 2024",
            "June 4, 2024",
            "2024-06-04T09:30:00Z",
            "4/6/24",
            "4 June 24",
        ] {
            assert_eq!(date(said).as_deref(), Some("2024-06-04"), "{said}");
        }
        assert_eq!(date("12/26/2024").as_deref(), Some("2024-12-26"));
        for said in [
            "",
            "June",
            "31/6/2024",
            "24-6-4",
            "6/13",
            "tomorrow",
            "99999999999/1/2024",
            &"1/".repeat(50),
        ] {
            assert_eq!(date(said), None, "{said}");
        }
    }

    #[test]
    fn a_month_is_understood_as_it_is_said() {
        for said in [
            "May 2024",
            "05/2024",
            "2024.05",
            "2024-05-01",
            "2024-5",
            "may-2024",
            "27 May 2024",
        ] {
            assert_eq!(month(said).as_deref(), Some("2024-05"), "{said}");
        }
        for said in ["2024-13", "May", "2024", "Q1 2024"] {
            assert_eq!(month(said), None, "{said}");
        }
    }
}
