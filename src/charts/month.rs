//! Knows months, days and their short English names, as a chart's axis needs them. Knows no clock and no
//! calendar of working days.

/// Short names as statistical bulletins print them.
const NAMES: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];
const MONTHS_IN_A_YEAR: i32 = 12;

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month(i32);

impl Month {
    /// A month by year (1 to 9999) and number (1 for January to 12 for December); `None` outside those.
    pub fn new(year: i32, number: i32) -> Option<Self> {
        let known = (1..=9999).contains(&year) && (1..=MONTHS_IN_A_YEAR).contains(&number);
        known.then_some(Self(year * MONTHS_IN_A_YEAR + number - 1))
    }

    /// The month so many months later.
    pub fn plus(self, months: usize) -> Self {
        Self(self.0.saturating_add(i32::try_from(months).unwrap_or(i32::MAX)))
    }

    /// The months from `earlier` to this one, negative if this one is the earlier.
    pub fn since(self, earlier: Self) -> i32 {
        self.0 - earlier.0
    }

    /// The year, as in 2010.
    pub fn year(self) -> i32 {
        self.0.div_euclid(MONTHS_IN_A_YEAR)
    }

    /// 0 for January to 11 for December.
    pub(crate) fn months_into_the_year(self) -> i32 {
        self.0.rem_euclid(MONTHS_IN_A_YEAR)
    }

    /// `Jan` to `Dec`.
    pub(crate) fn short_name(self) -> &'static str {
        usize::try_from(self.months_into_the_year())
            .ok()
            .and_then(|at| NAMES.get(at))
            .copied()
            .unwrap_or("")
    }
}

/// A day, as a timeline places it: within a month, to the nearest thirty-first of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    month: Month,
    day: i32,
}

impl Day {
    /// A day of a month, 1 to 31; `None` outside those. That February has fewer is the calendar's business.
    pub fn new(month: Month, day: i32) -> Option<Self> {
        (1..=31).contains(&day).then_some(Self { month, day })
    }

    /// The month it falls in.
    pub fn month(self) -> Month {
        self.month
    }

    /// Months, with a fraction, from the first day of `origin`.
    pub(crate) fn months_from(self, origin: Month) -> f64 {
        f64::from(self.month.since(origin)) + f64::from(self.day - 1) / 31.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_count_across_a_year() {
        let november = Month::new(2010, 11).unwrap();
        let january = november.plus(2);
        assert_eq!((january.year(), january.short_name()), (2011, "Jan"));
        assert_eq!((january.since(november), november.since(january)), (2, -2));
        assert_eq!((Month::new(2010, 13), Month::new(0, 1)), (None, None));
    }

    #[test]
    fn a_day_lies_within_its_month() {
        let march = Month::new(2011, 3).unwrap();
        let last = Day::new(march, 31).unwrap();
        assert!(last.months_from(march) < 1.0);
        assert_eq!(Day::new(march, 32), None);
    }
}
