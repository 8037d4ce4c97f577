//! Exponential smoothing with a damped trend: the recursion, its least-squares start, and what follows from it.
//!
//! It knows a series on its working scale, about its mean. In the innovations form, with y the month's value:
//!
//! ```text
//! surprise = y - (level + φ trend)
//! level'   = level + φ trend + α surprise
//! trend'   = φ trend + β surprise
//! ```
//!
//! A month without a value brings no surprise. Everything is linear in the starting level and trend, so for a given
//! smoothing the best start is found exactly, by least squares.

use super::abreast::{Abreast, Number};
use super::filtered::Filtered;
use std::iter;

/// How fast the past is forgotten: in one smoothing, or in several side by side.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Smoothing<N = f64> {
    /// α: how much of a month's surprise stays in the level; above 0, below 1.
    pub(super) level: N,
    /// β: how much of it enters the trend; 0 to α.
    pub(super) trend: N,
    /// φ: how much of a month's trend is left in the next; above 0, below 1.
    pub(super) damping: N,
}

/// Level and trend between two months.
#[derive(Debug, Clone, Copy)]
pub(super) struct State<N = f64> {
    /// Where the series stands.
    pub(super) level: N,
    /// By how much it moves in a month.
    pub(super) trend: N,
}

impl<N: Number> Smoothing<N> {
    /// What is expected of the next month.
    pub(super) fn next(self, state: State<N>) -> N {
        state.level + self.damping * state.trend
    }

    /// The state after a month with this surprise.
    pub(super) fn after(self, state: State<N>, surprise: N) -> State<N> {
        State {
            level: self.next(state) + self.level * surprise,
            trend: self.damping * state.trend + self.trend * surprise,
        }
    }
}

impl Smoothing<Abreast> {
    /// Smoothings side by side. Where they are fewer than there is room for, the last stands in the rest of it.
    fn abreast(smoothings: &[Smoothing]) -> Self {
        let each = |quantity: fn(&Smoothing) -> f64| Abreast::of(smoothings.iter().map(quantity));
        Self {
            level: each(|one| one.level),
            trend: each(|one| one.trend),
            damping: each(|one| one.damping),
        }
    }
}

impl Smoothing {
    /// What a trend of 1 adds up to after one month, after two, and so on: φ, φ + φ², …
    fn trend_sums(self) -> impl Iterator<Item = f64> {
        let powers = iter::successors(Some(self.damping), move |power| Some(power * self.damping));
        powers.scan(0.0, |sum, power| {
            *sum += power;
            Some(*sum)
        })
    }
}

/// What one fit expects of one month ahead.
#[derive(Debug, Clone, Copy)]
pub(super) struct Outlook {
    /// The month's value, about the mean of the series.
    pub(super) centre: f64,
    /// The variance of its error, in units of the variance of a one-month surprise.
    pub(super) relative_variance: f64,
}

/// A smoothing with its best start.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fit {
    /// Sum of the squared one-month errors.
    pub(super) squared_errors: f64,
    smoothing: Smoothing,
    end: State,
    filtered: Filtered,
}

impl Fit {
    /// Fits each smoothing. Not finite where the values are too large to square.
    ///
    /// Several run through the months side by side: what one of them does, a processor does for all at once.
    pub(super) fn of_each(values: &[Option<f64>], smoothings: &[Smoothing]) -> Vec<Self> {
        let side_by_side = smoothings.chunks(Abreast::ROOM);
        side_by_side
            .flat_map(|some| {
                let filtered = Filtered::through(values, Smoothing::abreast(some)).apart();
                some.iter().copied().zip(filtered)
            })
            .map(|(smoothing, filtered)| Self::of(smoothing, filtered))
            .collect()
    }

    /// The fit of a smoothing that has run through all months.
    fn of(smoothing: Smoothing, filtered: Filtered) -> Self {
        let products = &filtered.products;
        let start = products.best_start();
        Self {
            squared_errors: products.squared_errors(start),
            smoothing,
            end: filtered.end(start),
            filtered,
        }
    }

    /// What is expected of the months after the last row, the nearest first.
    ///
    /// The error of month h has the relative variance 1 + Σ c² + g. The sum, over j = 1 … h-1 with c = α + β (φ + … + φ^j),
    /// is what later surprises add (Hyndman and others 2008, table 6.1). g is the uncertainty of the start, carried to month
    /// h as in any regression.
    pub(super) fn outlooks(&self) -> impl Iterator<Item = Outlook> {
        let mut from_surprises = 0.0;
        self.smoothing.trend_sums().map(move |trend_sum| {
            let outlook = Outlook {
                centre: self.end.level + trend_sum * self.end.trend,
                relative_variance: 1.0 + from_surprises + self.filtered.variance_of_start(trend_sum),
            };
            let weight = self.smoothing.level + self.smoothing.trend * trend_sum;
            from_surprises += weight * weight;
            outlook
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMOOTHING: Smoothing = Smoothing {
        level: 0.4,
        trend: 0.12,
        damping: 0.9,
    };

    fn fit_of(values: &[Option<f64>]) -> Fit {
        Fit::of_each(values, &[SMOOTHING]).remove(0)
    }

    /// The closed form of the variance (Hyndman and others 2008, table 6.1), without the uncertain start.
    fn closed_form(h: i32) -> f64 {
        let Smoothing {
            level: a,
            trend: b,
            damping: phi,
        } = SMOOTHING;
        let (h, power) = (f64::from(h), phi.powi(h));
        let gone = 1.0 - phi;
        1.0 + a * a * (h - 1.0) + b * phi * h / (gone * gone) * (2.0 * a * gone + b * phi)
            - b * phi * (1.0 - power) / (gone * gone * (1.0 - phi * phi))
                * (2.0 * a * (1.0 - phi * phi) + b * phi * (1.0 + 2.0 * phi - power))
    }

    #[test]
    fn worked_example_of_the_variance() {
        let values: Vec<_> = (0..20).map(|month| Some(f64::from(month * 7 % 5))).collect();
        let fit = fit_of(&values);
        for ((h, outlook), trend_sum) in (1..=9).zip(fit.outlooks()).zip(SMOOTHING.trend_sums()) {
            let of_surprises = outlook.relative_variance - fit.filtered.variance_of_start(trend_sum);
            assert!(
                (of_surprises / closed_form(h) - 1.0).abs() < 1e-12,
                "{h}: {of_surprises}"
            );
        }
    }

    /// A series without surprises is followed to the last digit that matters, from a start that is nowhere told.
    #[test]
    fn finds_the_start_of_its_own_series() {
        let mut state = State {
            level: 3.0,
            trend: 2.0,
        };
        let months: Vec<f64> = iter::repeat_with(|| {
            state = SMOOTHING.after(state, 0.0);
            state.level
        })
        .take(24)
        .collect();
        let (past, future) = months.split_at(15);
        let past: Vec<_> = past.iter().copied().map(Some).collect();
        let fit = fit_of(&past);
        assert!(fit.squared_errors.abs() < 1e-9);
        for (outlook, value) in fit.outlooks().zip(future) {
            assert!((outlook.centre - value).abs() < 1e-6);
        }
    }

    #[test]
    fn no_other_start_fits_better() {
        let values: Vec<_> = (0..20)
            .map(|month| (month != 6).then(|| f64::from(month * 7 % 5)))
            .collect();
        let best = fit_of(&values).filtered.products.best_start();
        let errors = |level: f64, trend: f64| {
            let mut state = State {
                level: best.level + level,
                trend: best.trend + trend,
            };
            let mut errors = 0.0;
            for value in &values {
                let surprise = value.map_or(0.0, |value: f64| value - SMOOTHING.next(state));
                errors += surprise * surprise;
                state = SMOOTHING.after(state, surprise);
            }
            errors
        };
        assert!((errors(0.0, 0.0) - fit_of(&values).squared_errors).abs() < 1e-9);
        for (level, trend) in [(0.01, 0.0), (-0.01, 0.0), (0.0, 0.01), (0.0, -0.01)] {
            assert!(errors(level, trend) > errors(0.0, 0.0));
        }
    }
}
