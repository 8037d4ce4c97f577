//! What a series has shown so far, and whether the next value goes beyond it. Knows numbers alone: exact decimals, no floats.

use rust_decimal::Decimal;

/// How many values there must be before anything can be called unlikely: a year of months, so that every season was seen once.
pub(super) const FEWEST: usize = 12;

/// How many times the largest change yet a change must exceed. At twice, a series that only chance moves is asked about once in
/// some 3,000 months (the tests count them), and a figure with a digit too many or too few hardly ever passes.
const TIMES: Decimal = Decimal::TWO;

/// What a series has shown so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Shown {
    count: usize,
    lowest: Decimal,
    highest: Decimal,
    last: Decimal,
    largest: Decimal,
}

/// A change beyond all that was shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Jump {
    /// The value before.
    pub(super) from: Decimal,
    /// The value.
    pub(super) to: Decimal,
    /// The largest change before it, between two values in a row.
    pub(super) largest: Decimal,
}

impl Shown {
    /// The jump that `value` would be as the next one: outside everything yet, and a change of more than twice the largest yet.
    ///
    /// Both together, because either alone is common: in a trend every value is a new extreme, and in a level that has settled
    /// after a noisy beginning the way back from an extreme is long.
    pub(super) fn jump(&self, value: Decimal) -> Option<Jump> {
        if self.count < FEWEST || (self.lowest..=self.highest).contains(&value) {
            return None;
        }
        let change = value.checked_sub(self.last)?.abs();
        let most = self.largest.checked_mul(TIMES)?;
        (change > most).then_some(Jump {
            from: self.last,
            to: value,
            largest: self.largest,
        })
    }

    /// Adds the next value.
    pub(super) fn add(&mut self, value: Decimal) {
        if self.count == 0 {
            (self.lowest, self.highest) = (value, value);
        } else if let Some(change) = value.checked_sub(self.last) {
            self.largest = self.largest.max(change.abs());
        }
        self.lowest = self.lowest.min(value);
        self.highest = self.highest.max(value);
        self.last = value;
        self.count = self.count.saturating_add(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(values: &[i64]) -> Shown {
        let mut shown = Shown::default();
        values.iter().for_each(|value| shown.add(Decimal::from(*value)));
        shown
    }

    fn jumps(values: &[i64], next: i64) -> bool {
        shown(values).jump(Decimal::from(next)).is_some()
    }

    proptest! {
        #[test]
        fn nothing_within_what_was_shown_is_a_jump(
            values in prop::collection::vec(-1000_i64..1000, 0..40), at in 0_i64..=1000,
        ) {
            let (low, high) = (values.iter().min().copied().unwrap_or(0), values.iter().max().copied().unwrap_or(0));
            let next = low + (high - low) * at / 1000;
            prop_assert!(!jumps(&values, next));
        }

        #[test]
        fn a_year_is_needed(values in prop::collection::vec(-1000_i64..1000, 0..FEWEST), next: i32) {
            prop_assert!(!jumps(&values, i64::from(next)));
        }

        /// What is far enough away always is one, on either side; and moving or turning the series over changes nothing.
        #[test]
        fn far_enough_is_a_jump(
            values in prop::collection::vec(-1000_i64..1000, FEWEST..40), shift in -5000_i64..5000, next in -9000_i64..9000,
        ) {
            prop_assert!(jumps(&values, 6001));
            prop_assert!(jumps(&values, -6001));
            let moved: Vec<i64> = values.iter().map(|value| value + shift).collect();
            let turned: Vec<i64> = values.iter().map(|value| -value).collect();
            prop_assert_eq!(jumps(&values, next), jumps(&moved, next + shift));
            prop_assert_eq!(jumps(&values, next), jumps(&turned, -next));
        }

        /// Further out on the same side is a jump as well.
        #[test]
        fn further_is_no_better(values in prop::collection::vec(-1000_i64..1000, FEWEST..40), next in 0_i64..9000, more in 0_i64..900) {
            let last = values.last().copied().unwrap_or_default();
            prop_assume!(next > last);
            prop_assert!(!jumps(&values, next) || jumps(&values, next + more));
        }
    }

    /// Random numbers by splitmix64 (Steele, Lea and Flood, 2014).
    struct Noise(u64);

    impl Noise {
        fn next(&mut self) -> u64 {
            self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
            let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            mixed ^ (mixed >> 31)
        }

        /// Near enough normal, with standard deviation 1,000: the sum of twelve even numbers, less its mean.
        fn normal(&mut self) -> i64 {
            let sum: u64 = (0..12).map(|_| self.next() % 1001).sum();
            i64::try_from(sum).unwrap() - 6000
        }

        /// How many of `cases` go one way that each goes with so many in a hundred.
        fn of(&mut self, cases: u64, percent: u64) -> i64 {
            (0..cases).map(|_| i64::from(self.next() % 100 < percent)).sum()
        }
    }

    /// How many of the months after the first year of many five-year series are asked about.
    fn asked(mut value: impl FnMut(&mut Noise, i64) -> i64) -> (usize, usize) {
        let (mut noise, mut asked, mut months) = (Noise(2010), 0, 0);
        for _ in 0..500 {
            let (mut shown, mut last) = (Shown::default(), 0);
            for month in 0..60 {
                last = value(&mut noise, last);
                let value = Decimal::from(last);
                asked += usize::from(shown.jump(value).is_some());
                months += usize::from(month >= FEWEST);
                shown.add(value);
            }
        }
        (asked, months)
    }

    /// Chance alone, in 24,000 months each: independent months, a wandering stock, a percentage of 40 cases, rare events.
    #[test]
    fn chance_is_hardly_ever_asked_about() {
        let steady = asked(|noise, _| 50_000 + noise.normal());
        let wandering = asked(|noise, last| last + noise.normal());
        let percentage = asked(|noise, _| noise.of(40, 80));
        let rare = asked(|noise, _| noise.of(100, 2));
        assert_eq!(
            [steady, wandering, percentage, rare],
            [(8, 24_000), (7, 24_000), (8, 24_000), (8, 24_000)]
        );
    }
}
