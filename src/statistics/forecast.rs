//! A damped-trend forecast with its interval, for short monthly series.
//!
//! The method is Holt's linear trend with damping: E. S. Gardner and E. McKenzie, *Forecasting trends in time series*
//! (*Management Science* 31, 1985, 1237-1246), in the innovations form of R. J. Hyndman, A. B. Koehler, J. K. Ord and R. D.
//! Snyder, *Forecasting with Exponential Smoothing* (2008), there called ETS(A,Ad,N). It supposes that what moves the
//! series now goes on and dies away; it knows no plan, no season and no target. Whether a forecast should be printed at
//! all is decided above; here it is refused only where it cannot be made.

mod abreast;
mod averaged;
mod damped_trend;
mod filtered;
mod scale;

pub use scale::Scale;

use std::fmt;

use super::exact_mean::exact_mean;
use super::interval::Interval;
use averaged::{Averaged, Prediction};

/// Fewest values from which a forecast is made.
pub const FEWEST_POINTS: usize = 13;

/// The furthest month ahead that is forecast.
pub const FURTHEST_MONTH: usize = 9;

/// One month of a forecast, in the unit of the values.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    /// Months after the last row of the series; 1 to [`FURTHEST_MONTH`].
    pub ahead: usize,
    /// The middle of what is expected: as likely to be missed above as below.
    pub centre: f64,
    /// Where the month's value should lie, at 95%. How often it does on simulated series is counted in `tests/simulation`.
    pub interval: Interval,
}

/// Why there is no forecast.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoForecast {
    /// Fewer values than [`FEWEST_POINTS`].
    TooFewPoints {
        /// How many there are.
        points: usize,
    },
    /// All values are the same: there is no variation to judge the future by.
    NoVariation,
    /// A value that its scale does not have, such as 120 per cent, or one that is not finite. Rows count from 0.
    OffTheScale {
        /// The row with that value.
        row: usize,
    },
    /// Values so large that the arithmetic leaves the finite numbers.
    TooLarge,
}

impl fmt::Display for NoForecast {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooFewPoints { points } => {
                write!(
                    f,
                    "{points} values are too few for a forecast: {FEWEST_POINTS} are needed"
                )
            }
            Self::NoVariation => write!(f, "all values are the same: there is nothing to forecast from"),
            Self::OffTheScale { row } => {
                write!(f, "the value of row {row} is not on the scale of the measure")
            }
            Self::TooLarge => write!(f, "the values are too large to calculate with"),
        }
    }
}

impl std::error::Error for NoForecast {}

/// Forecasts the months after the last row, the nearest first: `months` of them, but at most [`FURTHEST_MONTH`]. Rows are
/// months in order, all of one phase; `None` is a month without a value.
///
/// # Errors
/// See [`NoForecast`].
pub fn forecast(values: &[Option<f64>], scale: Scale, months: usize) -> Result<Vec<Step>, NoForecast> {
    forecastable(values, scale)?;
    let working: Vec<Option<f64>> = values
        .iter()
        .map(|value| value.map(|value| scale.working(value)))
        .collect();
    // About their mean the numbers are small, and less is lost where large ones would cancel.
    let origin = exact_mean(working.iter().copied().flatten()).ok_or(NoForecast::TooLarge)?;
    let centred: Vec<Option<f64>> = working
        .iter()
        .skip_while(|value| value.is_none())
        .map(|value| value.map(|value| value - origin))
        .collect();
    let averaged = Averaged::over_the_grid(&centred);
    let predictions = averaged.predictions(months.min(FURTHEST_MONTH));
    let steps = (1..)
        .zip(predictions)
        .map(|(ahead, prediction)| step(ahead, origin, prediction, scale));
    steps.collect::<Option<_>>().ok_or(NoForecast::TooLarge)
}

/// Refuses values from which no forecast can be made.
fn forecastable(values: &[Option<f64>], scale: Scale) -> Result<(), NoForecast> {
    if let Some(row) = values
        .iter()
        .position(|value| value.is_some_and(|value| !scale.holds(value)))
    {
        return Err(NoForecast::OffTheScale { row });
    }
    let mut present = values.iter().flatten();
    let points = present.clone().count();
    if points < FEWEST_POINTS {
        return Err(NoForecast::TooFewPoints { points });
    }
    let first = present.next();
    if present.all(|value| Some(value) == first) {
        Err(NoForecast::NoVariation)
    } else {
        Ok(())
    }
}

/// One prediction back on the scale of the values; `None` if it is not finite.
fn step(ahead: usize, origin: f64, prediction: Prediction, scale: Scale) -> Option<Step> {
    let (centre, half) = (origin + prediction.centre, prediction.half_width);
    (centre.is_finite() && half.is_finite()).then(|| Step {
        ahead,
        centre: scale.published(centre),
        interval: Interval {
            lower: scale.published(centre - half),
            upper: scale.published(centre + half),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steady(points: u32) -> Vec<Option<f64>> {
        (0..points)
            .map(|month| Some(50.0 + f64::from(month * 7 % 5)))
            .collect()
    }

    #[test]
    fn needs_thirteen_values_not_rows() {
        let mut values = steady(13);
        assert!(forecast(&values, Scale::Unbounded, 3).is_ok());
        values.extend([None; 5]);
        assert!(forecast(&values, Scale::Unbounded, 3).is_ok());
        values[4] = None;
        assert_eq!(
            forecast(&values, Scale::Unbounded, 3),
            Err(NoForecast::TooFewPoints { points: 12 })
        );
    }

    #[test]
    fn reaches_nine_months_and_no_further() {
        let ahead = |months| forecast(&steady(24), Scale::Unbounded, months).unwrap().len();
        assert_eq!([ahead(0), ahead(5), ahead(14)], [0, 5, FURTHEST_MONTH]);
    }

    #[test]
    fn the_interval_widens_and_holds_its_centre() {
        let steps = forecast(&steady(24), Scale::Unbounded, 9).unwrap();
        let widths: Vec<f64> = steps
            .iter()
            .map(|step| step.interval.upper - step.interval.lower)
            .collect();
        assert!(widths.is_sorted() && widths[0] > 0.0, "{widths:?}");
        assert!(steps.iter().all(|step| step.interval.contains(step.centre)));
    }

    #[test]
    fn a_trend_goes_on_and_dies_away() {
        let climbing: Vec<_> = (0..24)
            .map(|month| Some(f64::from(month * 10 + month * 7 % 5)))
            .collect();
        let centres: Vec<f64> = forecast(&climbing, Scale::Unbounded, 9)
            .unwrap()
            .iter()
            .map(|step| step.centre)
            .collect();
        let steps: Vec<f64> = centres.windows(2).map(|pair| pair[1] - pair[0]).collect();
        assert!(
            centres[0] > 232.0 && steps.iter().all(|step| *step > 0.0),
            "{centres:?}"
        );
        assert!(steps.is_sorted_by(|one, next| one > next), "{steps:?}");
    }

    #[test]
    fn stays_on_its_scale() {
        let nearly_all: Vec<_> = (0..20)
            .map(|month| Some(100.0 - f64::from(month * 7 % 5)))
            .collect();
        let few: Vec<_> = (0..20).map(|month| Some(f64::from(month * 7 % 5))).collect();
        for step in forecast(&nearly_all, Scale::Percentage, 9).unwrap() {
            assert!(
                step.interval.upper <= 100.0 && step.interval.lower > 70.0,
                "{step:?}"
            );
        }
        assert!(
            forecast(&few, Scale::NotBelowZero, 9)
                .unwrap()
                .iter()
                .all(|step| step.interval.lower == 0.0)
        );
    }

    #[test]
    fn refuses_what_it_cannot_work_with() {
        let with = |value| {
            let mut values = steady(20);
            values[3] = Some(value);
            values
        };
        let off = Err(NoForecast::OffTheScale { row: 3 });
        assert_eq!(forecast(&with(120.0), Scale::Percentage, 3), off);
        assert_eq!(forecast(&with(-1.0), Scale::NotBelowZero, 3), off);
        assert_eq!(forecast(&with(f64::NAN), Scale::Unbounded, 3), off);
        assert_eq!(
            forecast(&[Some(4.0); 20], Scale::Unbounded, 3),
            Err(NoForecast::NoVariation)
        );
        for scale in [Scale::Unbounded, Scale::NotBelowZero] {
            assert_eq!(forecast(&with(1e300), scale, 3), Err(NoForecast::TooLarge));
        }
    }

    #[test]
    fn months_without_a_value_before_the_first_change_nothing() {
        let mut later = vec![None; 7];
        later.extend(steady(20));
        assert_eq!(
            forecast(&later, Scale::Unbounded, 4),
            forecast(&steady(20), Scale::Unbounded, 4)
        );
    }
}
