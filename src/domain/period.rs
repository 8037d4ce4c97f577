//! Days, months, half-years and financial years. Knows the calendar; not bank holidays, and never today.

use chrono::{Datelike, Days, NaiveDate};
use std::fmt;
use std::str::FromStr;

/// A day, written `2010-05-27` in the inputs and `27 May 2010` on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(NaiveDate);

/// The earliest and latest years that the inputs may speak of.
pub const YEARS: std::ops::RangeInclusive<i32> = 1990..=2100;

const MONTH_NAMES: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `Oct` of `October`.
fn shortened(name: &str) -> &str {
    name.get(..3).unwrap_or(name)
}

impl Date {
    /// The day of the proleptic Gregorian calendar, if there is one and its year is within [`YEARS`].
    #[must_use]
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day)
            .filter(|_| YEARS.contains(&year))
            .map(Self)
    }

    /// The month it lies in.
    #[must_use]
    pub fn month(self) -> Month {
        Month {
            year: self.0.year(),
            month: self.0.month(),
        }
    }

    /// Year, month and day as numbers.
    #[must_use]
    pub fn parts(self) -> (i32, u32, u32) {
        (self.0.year(), self.0.month(), self.0.day())
    }

    /// The day so many days later, or the same day at the end of the calendar.
    #[must_use]
    pub fn plus_days(self, days: u64) -> Self {
        Self(self.0.checked_add_days(Days::new(days)).unwrap_or(self.0))
    }

    /// The day so many days earlier, or the same day at the beginning of the calendar.
    #[must_use]
    pub fn minus_days(self, days: u64) -> Self {
        Self(self.0.checked_sub_days(Days::new(days)).unwrap_or(self.0))
    }

    /// Days from `earlier` to this day; negative if this day comes first.
    #[must_use]
    pub fn days_since(self, earlier: Self) -> i64 {
        self.0.signed_duration_since(earlier.0).num_days()
    }

    /// Whether it is a Saturday or a Sunday.
    #[must_use]
    pub fn is_weekend(self) -> bool {
        self.0.weekday().number_from_monday() > 5
    }

    /// The day of the week, as `Friday`.
    #[must_use]
    pub fn weekday_name(self) -> &'static str {
        match self.0.weekday() {
            chrono::Weekday::Mon => "Monday",
            chrono::Weekday::Tue => "Tuesday",
            chrono::Weekday::Wed => "Wednesday",
            chrono::Weekday::Thu => "Thursday",
            chrono::Weekday::Fri => "Friday",
            chrono::Weekday::Sat => "Saturday",
            chrono::Weekday::Sun => "Sunday",
        }
    }

    /// As it stands in the inputs: `2010-05-27`.
    #[must_use]
    pub fn iso(self) -> String {
        self.0.format("%Y-%m-%d").to_string()
    }

    /// For a narrow column: `27 May 10`.
    #[must_use]
    pub fn short(self) -> String {
        format!(
            "{} {} {:02}",
            self.0.day(),
            self.month().short_name(),
            self.0.year().rem_euclid(100)
        )
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.0.day(), self.month())
    }
}

impl FromStr for Date {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("`{text}` is not a date: write year, month and day, such as `2010-05-27`");
        let [year, month, day] = numbers(text, [4, 2, 2]).ok_or_else(wrong)?;
        i32::try_from(year)
            .ok()
            .and_then(|year| Self::new(year, month, day))
            .ok_or_else(wrong)
    }
}

/// A calendar month, written `2010-05` in the inputs and `May 2010` on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: i32,
    month: u32,
}

impl Month {
    /// The month, if `month` is 1 to 12 and the year within [`YEARS`].
    #[must_use]
    pub fn new(year: i32, month: u32) -> Option<Self> {
        ((1..=12).contains(&month) && YEARS.contains(&year)).then_some(Self { year, month })
    }

    /// The calendar year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.year
    }

    /// The month of the year, 1 to 12.
    #[must_use]
    pub fn number(self) -> u32 {
        self.month
    }

    /// Its first day.
    #[must_use]
    pub fn first_day(self) -> Date {
        Date(NaiveDate::from_ymd_opt(self.year, self.month, 1).unwrap_or_default())
    }

    /// Its last day: the as-at date of a paper on this month.
    #[must_use]
    pub fn last_day(self) -> Date {
        self.plus(1).first_day().minus_days(1)
    }

    /// The month so many months later (or earlier, when negative).
    #[must_use]
    pub fn plus(self, months: i32) -> Self {
        let index = self.index().saturating_add(months);
        let month = u32::try_from(index.rem_euclid(12)).unwrap_or(0) + 1;
        Self {
            year: index.div_euclid(12),
            month,
        }
    }

    /// Months since the beginning of the calendar.
    fn index(self) -> i32 {
        self.year * 12 + i32::try_from(self.month).unwrap_or(1) - 1
    }

    /// Months from `earlier` to this one; negative if this one comes first.
    #[must_use]
    pub fn months_since(self, earlier: Self) -> i32 {
        self.index().saturating_sub(earlier.index())
    }

    /// The first month of the financial year it lies in: April.
    #[must_use]
    pub fn financial_year_start(self) -> Self {
        let year = if self.month >= 4 { self.year } else { self.year - 1 };
        Self { year, month: 4 }
    }

    /// The financial year it lies in, as `2010/11`.
    #[must_use]
    pub fn financial_year(self) -> String {
        let start = self.financial_year_start().year;
        format!("{start}/{:02}", (start + 1).rem_euclid(100))
    }

    /// As `October`.
    #[must_use]
    pub fn name(self) -> &'static str {
        let index = usize::try_from(self.month).unwrap_or(1).saturating_sub(1);
        MONTH_NAMES.get(index).copied().unwrap_or("January")
    }

    /// As `Oct`.
    #[must_use]
    pub fn short_name(self) -> &'static str {
        shortened(self.name())
    }

    /// The number, 1 for January to 12 for December, of the month that people call by this name in letters of any case: `Sept`,
    /// `september`. The first three letters decide.
    #[must_use]
    pub fn number_called(name: &str) -> Option<u32> {
        let name = name.to_lowercase();
        let begins = |known: &&str| name.starts_with(&shortened(known).to_lowercase());
        (1..)
            .zip(MONTH_NAMES)
            .find(|(_, known)| begins(known))
            .map(|(number, _)| number)
    }

    /// As it stands in the inputs: `2010-05`.
    #[must_use]
    pub fn iso(self) -> String {
        format!("{:04}-{:02}", self.year, self.month)
    }

    /// For a narrow column: `May 10`.
    #[must_use]
    pub fn short(self) -> String {
        format!("{} {:02}", self.short_name(), self.year.rem_euclid(100))
    }

    /// This month and those after it up to `last`, in order; none if `last` comes first.
    pub fn through(self, last: Self) -> impl Iterator<Item = Self> {
        (0..=last.months_since(self)).map(move |months| self.plus(months))
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.name(), self.year)
    }
}

impl FromStr for Month {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("`{text}` is not a month: write year and month, such as `2010-05`");
        let [year, month] = numbers(text, [4, 2]).ok_or_else(wrong)?;
        i32::try_from(year)
            .ok()
            .and_then(|year| Self::new(year, month))
            .ok_or_else(wrong)
    }
}

/// The numbers of `text`, which must have exactly so many digits each, with hyphens between.
fn numbers<const N: usize>(text: &str, digits: [usize; N]) -> Option<[u32; N]> {
    let mut found = [0; N];
    let mut parts = text.split('-');
    for (slot, width) in found.iter_mut().zip(digits) {
        let part = parts.next()?;
        let well_spelt = part.len() == width && part.bytes().all(|b| b.is_ascii_digit());
        *slot = if well_spelt {
            part.parse().ok()?
        } else {
            return None;
        };
    }
    parts.next().is_none().then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(text: &str) -> Month {
        text.parse().unwrap()
    }

    #[test]
    fn a_date_is_read_strictly() {
        assert_eq!("2010-05-27".parse::<Date>().unwrap().to_string(), "27 May 2010");
        for wrong in [
            "2010-5-27",
            "27/05/2010",
            "2010-02-30",
            "2010-05",
            "2010-05-27 ",
            "0010-01-01",
        ] {
            assert!(wrong.parse::<Date>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_month_is_read_strictly() {
        assert_eq!(month("2010-05").to_string(), "May 2010");
        for wrong in ["2010-13", "2010-00", "2010-5", "201005", "2010-05-01", "May 2010"] {
            assert!(wrong.parse::<Month>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn months_count_across_years() {
        assert_eq!(month("2010-11").plus(3), month("2011-02"));
        assert_eq!(month("2011-02").plus(-3), month("2010-11"));
        assert_eq!(month("2011-02").months_since(month("2010-11")), 3);
        assert_eq!(month("2010-11").through(month("2011-02")).count(), 4);
        assert_eq!(month("2011-02").through(month("2010-11")).count(), 0);
    }

    #[test]
    fn the_financial_year_begins_in_april() {
        assert_eq!(month("2011-03").financial_year(), "2010/11");
        assert_eq!(month("2010-04").financial_year(), "2010/11");
        assert_eq!(month("1999-12").financial_year(), "1999/00");
    }

    #[test]
    fn a_month_ends_on_its_last_day() {
        assert_eq!(month("2012-02").last_day().iso(), "2012-02-29");
        assert_eq!(month("2010-10").last_day().to_string(), "31 October 2010");
    }
}
