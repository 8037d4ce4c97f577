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

use std::iter;

/// How fast the past is forgotten.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Smoothing {
    /// α: how much of a month's surprise stays in the level; above 0, below 1.
    pub(super) level: f64,
    /// β: how much of it enters the trend; 0 to α.
    pub(super) trend: f64,
    /// φ: how much of a month's trend is left in the next; above 0, below 1.
    pub(super) damping: f64,
}

/// Level and trend between two months.
#[derive(Debug, Clone, Copy, Default)]
struct State {
    level: f64,
    trend: f64,
}

impl Smoothing {
    /// What is expected of the next month.
    fn next(self, state: State) -> f64 {
        state.level + self.damping * state.trend
    }

    /// The state after a month with this surprise.
    fn after(self, state: State, surprise: f64) -> State {
        State {
            level: self.next(state) + self.level * surprise,
            trend: self.damping * state.trend + self.trend * surprise,
        }
    }

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
    /// All run through a month before any goes on to the next: the arithmetic of one waits for its own last result, and that of
    /// the others fills the time.
    pub(super) fn of_each(
        values: &[Option<f64>],
        smoothings: impl Iterator<Item = Smoothing>,
    ) -> impl Iterator<Item = Self> {
        let mut runs: Vec<(Smoothing, Filtered)> =
            smoothings.map(|smoothing| (smoothing, Filtered::START)).collect();
        for value in values {
            for (smoothing, filtered) in &mut runs {
                filtered.month(*value, *smoothing);
            }
        }
        runs.into_iter()
            .map(|(smoothing, filtered)| Self::of(smoothing, filtered))
    }

    /// The fit of a smoothing that has run through all months.
    fn of(smoothing: Smoothing, filtered: Filtered) -> Self {
        let products = &filtered.products;
        let start = products.best_start();
        let squared_errors =
            products.data_data - start.level * products.level_data - start.trend * products.trend_data;
        Self {
            squared_errors,
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

/// Three series run through one smoothing side by side: the values from a start of nothing, and what a starting level of 1
/// and a starting trend of 1 come to.
#[derive(Debug, Clone, Copy)]
struct Filtered {
    data: State,
    of_level: State,
    of_trend: State,
    products: Products,
}

impl Filtered {
    /// Before the first month.
    const START: Self = Self {
        data: State {
            level: 0.0,
            trend: 0.0,
        },
        of_level: State {
            level: 1.0,
            trend: 0.0,
        },
        of_trend: State {
            level: 0.0,
            trend: 1.0,
        },
        products: Products {
            data_data: 0.0,
            level_data: 0.0,
            trend_data: 0.0,
            level_level: 0.0,
            level_trend: 0.0,
            trend_trend: 0.0,
        },
    };

    /// Carries the three series over one month.
    fn month(&mut self, value: Option<f64>, smoothing: Smoothing) {
        let (data, level, trend) = match value {
            Some(value) => (
                value - smoothing.next(self.data),
                smoothing.next(self.of_level),
                smoothing.next(self.of_trend),
            ),
            None => (0.0, 0.0, 0.0),
        };
        self.products.add(data, level, trend);
        self.data = smoothing.after(self.data, data);
        self.of_level = smoothing.after(self.of_level, -level);
        self.of_trend = smoothing.after(self.of_trend, -trend);
    }

    /// The state after the last month, from a given start.
    fn end(&self, start: State) -> State {
        let Self {
            data,
            of_level,
            of_trend,
            ..
        } = self;
        State {
            level: data.level + start.level * of_level.level + start.trend * of_trend.level,
            trend: data.trend + start.level * of_level.trend + start.trend * of_trend.trend,
        }
    }

    /// The relative variance that an uncertain start adds in a month by which a trend of 1 has come to `trend_sum`.
    fn variance_of_start(&self, trend_sum: f64) -> f64 {
        let by_level = self.of_level.level + trend_sum * self.of_level.trend;
        let by_trend = self.of_trend.level + trend_sum * self.of_trend.trend;
        let products = &self.products;
        let form = products.trend_trend * by_level * by_level
            - 2.0 * products.level_trend * by_level * by_trend
            + products.level_level * by_trend * by_trend;
        form / products.determinant()
    }
}

/// Sums over the months of products of what the three series contribute to a month's error.
#[derive(Debug, Clone, Copy, Default)]
struct Products {
    data_data: f64,
    level_data: f64,
    trend_data: f64,
    level_level: f64,
    level_trend: f64,
    trend_trend: f64,
}

impl Products {
    fn add(&mut self, data: f64, level: f64, trend: f64) {
        self.data_data += data * data;
        self.level_data += level * data;
        self.trend_data += trend * data;
        self.level_level += level * level;
        self.level_trend += level * trend;
        self.trend_trend += trend * trend;
    }

    fn determinant(&self) -> f64 {
        self.level_level * self.trend_trend - self.level_trend * self.level_trend
    }

    /// The start with the smallest squared errors.
    fn best_start(&self) -> State {
        let level = self.trend_trend * self.level_data - self.level_trend * self.trend_data;
        let trend = self.level_level * self.trend_data - self.level_trend * self.level_data;
        State {
            level: level / self.determinant(),
            trend: trend / self.determinant(),
        }
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
        Fit::of_each(values, iter::once(SMOOTHING)).next().unwrap()
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
