//! Averages of measured months: whether two periods differ beyond the months' own spread.
//!
//! For what is neither a proportion nor a count (days, ratios). The test is B. L. Welch's (*Biometrika* 34, 1947, 28-35), which
//! lets the two periods spread differently. It knows the months' values only, each counting once; months that hang
//! together (a stock) spread less than they should, and are not for this test.

use super::exact_mean::exact_mean;
use super::interval::{Change, Interval};
use super::{float, student};

/// Fewer values than this in either period say too little of its spread.
pub const FEWEST_VALUES: usize = 4;

/// The interval at 95% of the later average less the earlier one, in the unit of the values.
///
/// `None` with fewer than [`FEWEST_VALUES`] values in either period, where no value differs from its fellows, or where the
/// arithmetic leaves the finite numbers.
#[must_use]
pub fn difference(earlier: &[f64], later: &[f64]) -> Option<Interval> {
    let (before, after) = (Spread::of(earlier)?, Spread::of(later)?);
    let (one, other) = (before.variance / before.count, after.variance / after.count);
    let error = (one + other).sqrt();
    let freedom = (one + other) * (one + other)
        / (one * one / (before.count - 1.0) + other * other / (after.count - 1.0));
    let half = student::quantile(freedom) * error;
    let distance = after.mean - before.mean;
    (half.is_finite() && half > 0.0).then_some(Interval {
        lower: distance - half,
        upper: distance + half,
    })
}

/// Whether the later average differs from the earlier one beyond chance; `None` as for [`difference`].
#[must_use]
pub fn change(earlier: &[f64], later: &[f64]) -> Option<Change> {
    difference(earlier, later).map(|interval| interval.compared_with(0.0))
}

/// Mean and variance of one period.
struct Spread {
    count: f64,
    mean: f64,
    variance: f64,
}

impl Spread {
    /// The sample variance, by two passes.
    fn of(values: &[f64]) -> Option<Self> {
        if values.len() < FEWEST_VALUES {
            return None;
        }
        let (count, mean) = (float(values.len()), exact_mean(values.iter().copied())?);
        let squares: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
        Some(Self {
            count,
            mean,
            variance: squares / (count - 1.0),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The sleep data of Student (*Biometrika* 6, 1908): extra hours under two drugs. R's `t.test(extra ~ group)` gives the
    /// interval -3.3655 to 0.2055 for the first less the second, with 17.776 degrees of freedom.
    #[test]
    fn worked_example() {
        let first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
        let second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
        let interval = difference(&second, &first).unwrap();
        assert_eq!(
            (format!("{:.3}", interval.lower), format!("{:.3}", interval.upper)),
            ("-3.365".into(), "0.205".into())
        );
        assert_eq!(change(&second, &first), Some(Change::WithinChance));
    }

    #[test]
    fn tells_a_change_from_none() {
        let calm = [50.0, 52.0, 49.0, 51.0, 50.0, 48.0];
        let moved = calm.map(|value| value + 5.0);
        assert_eq!(change(&calm, &moved), Some(Change::Higher));
        assert_eq!(change(&moved, &calm), Some(Change::Lower));
        assert_eq!(change(&calm, &calm), Some(Change::WithinChance));
    }

    #[test]
    fn says_nothing_where_nothing_can_be_said() {
        let enough = [1.0, 2.0, 3.0, 4.0];
        assert_eq!(difference(&[1.0, 2.0, 3.0], &enough), None);
        assert_eq!(difference(&[5.0; 4], &[6.0; 4]), None);
        assert_eq!(difference(&[f64::NAN, 1.0, 2.0, 3.0], &enough), None);
        assert_eq!(difference(&[f64::MAX, -f64::MAX, 0.0, 1.0], &enough), None);
    }
}
