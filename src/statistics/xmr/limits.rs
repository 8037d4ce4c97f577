//! Centre line and limits of one phase (SPEC sections 3 and 4).
//!
//! It knows the baseline rows and the moving ranges between them. The limits are neither cut off at zero nor at
//! 100%, and outliers never leave the mean: that is the convention.

use std::iter;

use super::{Baseline, Screening};
use crate::statistics::exact_mean::exact_mean;

/// Limits lie this many average moving ranges from the mean: 3 / 1.128, rounded as the convention rounds it.
const LIMIT_FACTOR: f64 = 2.66;

/// The near lines lie at two thirds of that, computed in this order.
const NEAR_FACTOR: f64 = 2.0 * (2.66 / 3.0);

/// A moving range of this many times the average or more is screened out: D4 for ranges of two.
const SCREENING_FACTOR: f64 = 3.267;

/// The lines on either side of the mean, in the unit of the values; all finite.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limits {
    /// Average of the moving ranges that were kept.
    pub average_moving_range: f64,
    /// Lower process limit.
    pub lower: f64,
    /// Two thirds of the way from the mean to the lower limit.
    pub near_lower: f64,
    /// Two thirds of the way from the mean to the upper limit.
    pub near_upper: f64,
    /// Upper process limit.
    pub upper: f64,
}

impl Limits {
    /// Lines about a mean; `None` where the arithmetic leaves the finite numbers.
    fn about(mean: f64, average_moving_range: f64) -> Option<Self> {
        let (limit, near) = (
            LIMIT_FACTOR * average_moving_range,
            NEAR_FACTOR * average_moving_range,
        );
        let limits = Self {
            average_moving_range,
            lower: mean - limit,
            near_lower: mean - near,
            near_upper: mean + near,
            upper: mean + limit,
        };
        (limits.lower.is_finite() && limits.upper.is_finite()).then_some(limits)
    }
}

/// What one phase is judged against, and the moving ranges that it rests on.
pub(super) struct Lines {
    /// Mean of the baseline's values.
    pub(super) mean: Option<f64>,
    /// The lines, where there are any.
    pub(super) limits: Option<Limits>,
    /// For every row of the phase its moving range, if that entered the average.
    pub(super) kept_ranges: Vec<Option<f64>>,
}

/// Computes the lines of a phase from its baseline rows.
pub(super) fn lines(rows: &[Option<f64>], baseline: Baseline, screening: Screening) -> Lines {
    let baseline_rows = baseline.rows_of(rows.len());
    let mean = exact_mean(rows.iter().take(baseline_rows).copied().flatten());
    let mut kept_ranges = moving_ranges(rows, baseline_rows);
    if screening == Screening::Outliers {
        screen(&mut kept_ranges);
    }
    let average = exact_mean(kept_ranges.iter().copied().flatten());
    let limits = mean
        .zip(average)
        .and_then(|(mean, average)| Limits::about(mean, average));
    Lines {
        mean,
        limits,
        kept_ranges,
    }
}

/// The distance of each row from the one before it. There is none for the first row, beside a missing value (a gap is not
/// bridged) or beyond the baseline.
fn moving_ranges(rows: &[Option<f64>], baseline_rows: usize) -> Vec<Option<f64>> {
    let steps = rows.windows(2).map(|pair| match pair {
        [Some(before), Some(value)] => Some((value - before).abs()),
        _ => None,
    });
    let ranges = iter::once(None).chain(steps).take(baseline_rows);
    ranges.chain(iter::repeat(None)).take(rows.len()).collect()
}

/// Drops ranges that are too large to be ordinary: once, not again with the new average, and also those that equal the
/// threshold. Where all ranges are 0 none is below it, and the lines are undefined: the reference does the same.
fn screen(ranges: &mut [Option<f64>]) {
    let Some(average) = exact_mean(ranges.iter().copied().flatten()) else {
        return;
    };
    let threshold = SCREENING_FACTOR * average;
    for range in ranges {
        *range = range.filter(|range| *range < threshold);
    }
}
