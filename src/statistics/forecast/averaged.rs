//! Damped-trend fits weighed against each other, and what they predict together.
//!
//! On 13 to 36 points the smoothing that fits best is often far from the right one, and an interval that takes it for
//! certain is too narrow: at a nominal 95% it held 85% of the months simulated by the method's own model. Therefore no
//! single smoothing is chosen. Each of a grid counts by its Akaike weight (K. P. Burnham and D. R. Anderson, *Model Selection
//! and Multimodel Inference*, 2nd edition 2002, section 2.9), which for fits of equally many parameters is their
//! likelihood. It knows the working scale only.

use super::damped_trend::{Fit, Outlook, Smoothing};
use crate::statistics::{float, student};

/// Values of α that are weighed.
const LEVELS: [f64; 5] = [0.1, 0.3, 0.5, 0.7, 0.9];

/// Values of β / α that are weighed. β lies between 0 and α, or the past would count for less than nothing.
const TREND_SHARES: [f64; 3] = [0.0, 0.25, 0.5];

/// Values of φ that are weighed: from 0.8, where little of a trend is left after nine months, to 0.98, above which it can
/// hardly be told from one that never ends; Hyndman and Athanasopoulos (*Forecasting: Principles and Practice*, 3rd edition 2021,
/// section 8.2) give these bounds.
const DAMPINGS: [f64; 3] = [0.8, 0.9, 0.98];

/// Quantities that each fit estimates: the starting level and the starting trend.
const ESTIMATED: usize = 2;

/// What is predicted for one month.
#[derive(Debug, Clone, Copy)]
pub(super) struct Prediction {
    /// The middle.
    pub(super) centre: f64,
    /// From there to either end of the interval at 95%.
    pub(super) half_width: f64,
}

/// All fits of the grid with their weights.
pub(super) struct Averaged {
    fits: Vec<Weighed>,
    /// Of Student's distribution, for the interval.
    quantile: f64,
}

/// A fit and what it counts; the weights of all sum to 1.
struct Weighed {
    fit: Fit,
    weight: f64,
    /// The variance of a one-month surprise.
    variance: f64,
}

impl Averaged {
    /// Fits every smoothing of the grid to values about their mean, of which there are more than [`ESTIMATED`].
    pub(super) fn over_the_grid(values: &[Option<f64>]) -> Self {
        let points = values.iter().flatten().count();
        let smoothings: Vec<Smoothing> = grid().collect();
        let fits = Fit::of_each(values, &smoothings);
        let evidence: Vec<f64> = fits.iter().map(|fit| log_likelihood(fit, points)).collect();
        let greatest = evidence.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let likelihoods: Vec<f64> = evidence
            .iter()
            .map(|evidence| libm::exp(evidence - greatest))
            .collect();
        let total: f64 = likelihoods.iter().sum();
        let freedom = float(points.saturating_sub(ESTIMATED));
        let weigh = |(fit, likelihood): (Fit, f64)| Weighed {
            weight: likelihood / total,
            variance: fit.squared_errors / freedom,
            fit,
        };
        let fits = fits.into_iter().zip(likelihoods).map(weigh).collect();
        Self {
            fits,
            quantile: student::quantile(freedom),
        }
    }

    /// The predictions for so many months, the nearest first. Not finite where the values are too large.
    pub(super) fn predictions(&self, months: usize) -> impl Iterator<Item = Prediction> {
        let mut outlooks: Vec<_> = self.fits.iter().map(|weighed| weighed.fit.outlooks()).collect();
        (0..months).map(move |_| {
            let month: Vec<Outlook> = outlooks.iter_mut().filter_map(Iterator::next).collect();
            self.prediction(&month)
        })
    }

    /// What the fits predict together for a month: the weighted mean of their centres; and t × √(their weighted variance,
    /// and that of their centres about the common one), with t the quantile of Student's distribution.
    fn prediction(&self, month: &[Outlook]) -> Prediction {
        let weighted = || self.fits.iter().zip(month);
        let centre: f64 = weighted()
            .map(|(weighed, outlook)| weighed.weight * outlook.centre)
            .sum();
        let variance: f64 = weighted()
            .map(|(weighed, outlook)| {
                let apart = outlook.centre - centre;
                weighed.weight * (weighed.variance * outlook.relative_variance + apart * apart)
            })
            .sum();
        Prediction {
            centre,
            half_width: self.quantile * variance.sqrt(),
        }
    }
}

/// All smoothings that are weighed.
fn grid() -> impl Iterator<Item = Smoothing> {
    LEVELS.into_iter().flat_map(|level| {
        TREND_SHARES.into_iter().flat_map(move |share| {
            DAMPINGS.into_iter().map(move |damping| Smoothing {
                level,
                trend: level * share,
                damping,
            })
        })
    })
}

/// The logarithm of a fit's likelihood at its best variance, up to a constant.
fn log_likelihood(fit: &Fit, points: usize) -> f64 {
    // A perfect fit is as good as the smallest error that can be written down.
    -float(points) / 2.0 * libm::log(fit.squared_errors.max(f64::MIN_POSITIVE))
}
