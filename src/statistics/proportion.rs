//! Proportions of counted cases: how sure one is of one, and whether two differ beyond chance.
//!
//! The interval of one proportion is E. B. Wilson's (*Journal of the American Statistical Association* 22, 1927, 209-212), as
//! England's public health bodies use for percentages; that of a difference is method 10 of R. G. Newcombe (*Statistics in
//! Medicine* 17, 1998, 873-890), built from the two Wilson intervals. Neither breaks down at 0%, at 100% or with few cases.
//! It knows counts only; that the cases of one month are independent of another's is taken as given.

use super::interval::{Change, Interval, NORMAL_QUANTILE};

/// Some of a number of cases: at least one case, and never more than all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proportion {
    part: u32,
    whole: u32,
}

impl Proportion {
    /// `part` out of `whole`; `None` if `whole` is 0 or `part` exceeds it.
    #[must_use]
    pub fn new(part: u32, whole: u32) -> Option<Self> {
        (whole > 0 && part <= whole).then_some(Self { part, whole })
    }

    /// The proportion of the cases of several periods taken together, never the average of their proportions. `None` if
    /// there are no periods, or more cases than `u32` can count.
    #[must_use]
    pub fn pooled(periods: impl IntoIterator<Item = Self>) -> Option<Self> {
        let (part, whole) = periods
            .into_iter()
            .try_fold((0_u32, 0_u32), |(part, whole), period| {
                Some((part.checked_add(period.part)?, whole.checked_add(period.whole)?))
            })?;
        Self::new(part, whole)
    }

    /// Its value, 0 to 1.
    #[must_use]
    pub fn value(self) -> f64 {
        f64::from(self.part) / f64::from(self.whole)
    }

    /// The Wilson score interval at 95%, within 0 to 1.
    #[must_use]
    pub fn interval(self) -> Interval {
        let (p, n) = (self.value(), f64::from(self.whole));
        let z2 = NORMAL_QUANTILE * NORMAL_QUANTILE;
        let centre = p + z2 / (2.0 * n);
        let half = NORMAL_QUANTILE * ((p * (1.0 - p) + z2 / (4.0 * n)) / n).sqrt();
        let scale = 1.0 + z2 / n;
        // Rounding may carry an end a hair past the value itself when no case, or every case, has the property.
        Interval {
            lower: ((centre - half) / scale).clamp(0.0, p),
            upper: ((centre + half) / scale).clamp(p, 1.0),
        }
    }

    /// Newcombe's interval at 95% of this proportion less an `earlier` one, within -1 to 1.
    #[must_use]
    pub fn less(self, earlier: Self) -> Interval {
        let (later, before) = (self.interval(), earlier.interval());
        let (p, q) = (self.value(), earlier.value());
        let down = root_of_squares(p - later.lower, before.upper - q);
        let up = root_of_squares(later.upper - p, q - before.lower);
        Interval {
            lower: p - q - down,
            upper: p - q + up,
        }
    }

    /// Whether this proportion differs from an `earlier` one beyond chance.
    #[must_use]
    pub fn change_since(self, earlier: Self) -> Change {
        self.less(earlier).compared_with(0.0)
    }
}

/// The length of the diagonal of a rectangle.
fn root_of_squares(one: f64, other: f64) -> f64 {
    (one * one + other * other).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wilson(part: u32, whole: u32) -> (String, String) {
        let interval = Proportion::new(part, whole).unwrap().interval();
        (format!("{:.4}", interval.lower), format!("{:.4}", interval.upper))
    }

    /// Table I of Newcombe, *Two-sided confidence intervals for the single proportion*, *Statistics in Medicine* 17 (1998),
    /// 857-872, method 3.
    #[test]
    fn worked_example_of_one_proportion() {
        assert_eq!(wilson(81, 263), ("0.2553".into(), "0.3662".into()));
        assert_eq!(wilson(15, 148), ("0.0624".into(), "0.1605".into()));
        assert_eq!(wilson(0, 20), ("0.0000".into(), "0.1611".into()));
        assert_eq!(wilson(1, 29), ("0.0061".into(), "0.1718".into()));
    }

    /// Table II of the paper cited above, method 10: contrast (a), 56/70 less 48/80, and (h), 10/10 less 0/10.
    #[test]
    fn worked_example_of_a_difference() {
        let less = |a, m, b, n| {
            Proportion::new(a, m)
                .unwrap()
                .less(Proportion::new(b, n).unwrap())
        };
        let round = |interval: Interval| (format!("{:.4}", interval.lower), format!("{:.4}", interval.upper));
        assert_eq!(round(less(56, 70, 48, 80)), ("0.0524".into(), "0.3339".into()));
        assert_eq!(round(less(10, 10, 0, 10)), ("0.6075".into(), "1.0000".into()));
    }

    #[test]
    fn ends_are_exact_at_none_and_all() {
        for whole in 1..500 {
            assert_eq!(
                Proportion::new(0, whole).unwrap().interval().lower.to_bits(),
                0.0_f64.to_bits()
            );
            assert_eq!(
                Proportion::new(whole, whole).unwrap().interval().upper.to_bits(),
                1.0_f64.to_bits()
            );
        }
    }

    #[test]
    fn a_change_needs_enough_cases() {
        let of = |part, whole| Proportion::new(part, whole).unwrap();
        assert_eq!(of(8, 10).change_since(of(7, 10)), Change::WithinChance);
        assert_eq!(of(800, 1000).change_since(of(700, 1000)), Change::Higher);
        assert_eq!(of(700, 1000).change_since(of(800, 1000)), Change::Lower);
    }

    #[test]
    fn pools_cases_not_percentages() {
        let months = [(1, 1), (0, 9)].map(|(part, whole)| Proportion::new(part, whole).unwrap());
        assert_eq!(Proportion::pooled(months), Proportion::new(1, 10));
        assert_eq!(Proportion::pooled([]), None);
        assert_eq!(
            Proportion::pooled([Proportion::new(1, u32::MAX).unwrap(); 2]),
            None
        );
    }

    #[test]
    fn refuses_what_is_no_proportion() {
        assert_eq!(Proportion::new(0, 0), None);
        assert_eq!(Proportion::new(3, 2), None);
    }
}
