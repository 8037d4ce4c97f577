//! Run charts for series too short or too plain for limits (SPEC section 18).
//!
//! The method is that of J. Anhøj and A. V. Olesen, *Run charts revisited: a simulation study of run chart rules for
//! detection of non-random variation in health care processes*, PLOS ONE 9(11), 2014, e113825. It knows which side of the
//! median each value lies on. A signal belongs to the phase as a whole and has no direction; below ten useful points
//! it says little, and what to say then is the caller's to decide.

use super::{float, series::Series};

/// The probability of so few crossings or fewer, in a random series, from which on they are no signal.
const CROSSINGS_QUANTILE: f64 = 0.05;

/// Where the median comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MedianFrom {
    /// All rows of the phase.
    #[default]
    WholePhase,
    /// The first so many rows of the series. Holds only for a series of one phase: phases win.
    FirstRows(usize),
}

/// The run chart of one phase.
#[derive(Debug, Clone, PartialEq)]
pub struct RunPhase {
    /// Rows of the phase, with or without a value.
    pub rows: usize,
    /// Values that are not exactly the median.
    pub useful: usize,
    /// Median of the values; `None` if all are missing.
    pub median: Option<f64>,
    /// The runs about the median; `None` if there is no useful value.
    pub runs: Option<Runs>,
}

/// Runs and crossings of the useful values, with what chance allows. A run is a sequence on one side of the median.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Runs {
    /// Values in the longest run.
    pub longest: usize,
    /// The longest run that is no signal.
    pub longest_allowed: usize,
    /// Times the series crosses its median.
    pub crossings: usize,
    /// The fewest crossings that are no signal.
    pub fewest_crossings_allowed: usize,
}

impl RunPhase {
    /// Whether the phase as a whole shows a change: a run too long, or too few crossings. No useful value, no signal.
    #[must_use]
    pub fn has_signal(&self) -> bool {
        self.runs.is_some_and(|runs| {
            runs.longest > runs.longest_allowed || runs.crossings < runs.fewest_crossings_allowed
        })
    }
}

/// Computes the run chart of every phase, in order.
#[must_use]
pub fn run_chart(series: &Series, median_from: MedianFrom) -> Vec<RunPhase> {
    let one_phase = series.phases().count() == 1;
    series
        .phases()
        .map(|rows| {
            let base = match median_from {
                MedianFrom::FirstRows(first) if one_phase => first,
                MedianFrom::FirstRows(_) | MedianFrom::WholePhase => rows.len(),
            };
            phase(rows, median(rows.iter().take(base).copied().flatten().collect()))
        })
        .collect()
}

/// The longest run about the median that a random series of `useful` values may show: log2, rounded, plus three.
#[must_use]
pub fn longest_run_allowed(useful: usize) -> usize {
    // Half a power of two is never a whole number, so the rounding can be done on whole numbers: log2(n²) is twice log2(n).
    let doubled = useful.saturating_mul(useful).checked_ilog2().unwrap_or(0);
    usize::try_from(doubled.div_ceil(2)).unwrap_or(usize::MAX) + 3
}

/// The fewest crossings that a random series of `useful` values may show: the 5% quantile of the binomial distribution of
/// `useful - 1` coins.
#[must_use]
pub fn fewest_crossings_allowed(useful: usize) -> usize {
    let coins = useful.saturating_sub(1);
    let middle = coins / 2;
    // From the middle downwards, because the probability of no crossing at all underflows in a long series.
    let mut exactly = central_probability(coins);
    let mut at_most = if coins.is_multiple_of(2) {
        (1.0 + exactly) / 2.0
    } else {
        0.5
    };
    let mut crossings = middle;
    while crossings > 0 && at_most - exactly >= CROSSINGS_QUANTILE {
        at_most -= exactly;
        exactly *= float(crossings) / float(coins - crossings + 1);
        crossings -= 1;
    }
    crossings
}

/// The probability that exactly half of the coins, rounded down, show heads.
fn central_probability(coins: usize) -> f64 {
    let pairs = coins.div_ceil(2);
    (1..=pairs)
        .map(|pair| (2.0 * float(pair) - 1.0) / (2.0 * float(pair)))
        .product()
}

/// The run chart of one phase about a median.
fn phase(rows: &[Option<f64>], median: Option<f64>) -> RunPhase {
    // Values on the median and missing ones are dropped: they neither end a run nor lengthen it.
    let above: Vec<bool> = rows
        .iter()
        .filter_map(|value| value.zip(median))
        .filter(|(value, median)| value != median)
        .map(|(value, median)| value > median)
        .collect();
    let lengths = above.chunk_by(|one, next| one == next).map(<[bool]>::len);
    let runs = lengths.clone().max().map(|longest| Runs {
        longest,
        longest_allowed: longest_run_allowed(above.len()),
        crossings: lengths.count() - 1,
        fewest_crossings_allowed: fewest_crossings_allowed(above.len()),
    });
    RunPhase {
        rows: rows.len(),
        useful: above.len(),
        median,
        runs,
    }
}

/// The middle value, or the mean of the middle two.
fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let upper = *values.get(values.len() / 2)?;
    if values.len() % 2 == 1 {
        return Some(upper);
    }
    let lower = *values.get(values.len() / 2 - 1)?;
    let sum = lower + upper;
    // Two huge values have a middle though their sum is infinite.
    Some(if sum.is_finite() {
        sum / 2.0
    } else {
        lower / 2.0 + upper / 2.0
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The cumulative binomial probability of no more than `crossings` heads, by its definition.
    fn at_most(coins: usize, crossings: usize) -> f64 {
        let none = 0.5_f64.powi(i32::try_from(coins).unwrap());
        let exactly = |heads| (0..heads).fold(none, |p, i| p * float(coins - i) / float(i + 1));
        (0..=crossings).map(exactly).sum()
    }

    #[test]
    fn fewest_crossings_are_the_five_per_cent_quantile() {
        for useful in 2..400 {
            let (coins, fewest) = (useful - 1, fewest_crossings_allowed(useful));
            assert!(at_most(coins, fewest) >= 0.05, "{useful}");
            assert!(fewest == 0 || at_most(coins, fewest - 1) < 0.05, "{useful}");
        }
    }

    /// Where the probability of no crossing is too small for a binary64 the normal approximation is as good as exact.
    #[test]
    fn long_series_do_not_underflow() {
        assert_eq!(fewest_crossings_allowed(100_001), 50_000 - 260);
        assert_eq!(longest_run_allowed(100_000), 20);
    }

    #[test]
    fn the_middle_of_two_huge_values_is_finite() {
        assert_eq!(median(vec![f64::MAX, f64::MAX]), Some(f64::MAX));
        assert_eq!(median(vec![]), None);
    }

    #[test]
    fn phases_win_over_a_frozen_median() {
        let rows = [1.0, 2.0, 3.0, 7.0, 8.0, 9.0]
            .into_iter()
            .map(Some)
            .enumerate()
            .collect();
        let series = Series::dated(rows, &[3].into()).unwrap();
        let medians: Vec<_> = run_chart(&series, MedianFrom::FirstRows(2))
            .iter()
            .map(|phase| phase.median)
            .collect();
        assert_eq!(medians, [Some(2.0), Some(8.0)]);
    }
}
