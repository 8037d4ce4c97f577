//! A series run through a smoothing, or through several side by side, with what its start has to do with its end. Knows the
//! recursion of `damped_trend`; refuses to know which smoothing is the right one.

use super::abreast::{Abreast, Number};
use super::damped_trend::{Smoothing, State};

/// Three series run through one smoothing: the values from a start of nothing, and what a starting level of 1 and a starting
/// trend of 1 come to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Filtered<N = f64> {
    data: State<N>,
    of_level: State<N>,
    of_trend: State<N>,
    /// What their contributions to the months' errors come to.
    pub(super) products: Products<N>,
}

impl<N: Number> Filtered<N> {
    /// All months, one after the other.
    pub(super) fn through(values: &[Option<f64>], smoothing: Smoothing<N>) -> Self {
        let mut filtered = Self::start();
        for value in values {
            filtered.month(*value, smoothing);
        }
        filtered
    }

    /// Before the first month.
    fn start() -> Self {
        let state = |level, trend| State {
            level: N::from(level),
            trend: N::from(trend),
        };
        Self {
            data: state(0.0, 0.0),
            of_level: state(1.0, 0.0),
            of_trend: state(0.0, 1.0),
            products: Products::none(),
        }
    }

    /// Carries the three series over one month.
    fn month(&mut self, value: Option<f64>, smoothing: Smoothing<N>) {
        let nothing = N::from(0.0);
        let (data, level, trend) = match value {
            Some(value) => (
                N::from(value) - smoothing.next(self.data),
                smoothing.next(self.of_level),
                smoothing.next(self.of_trend),
            ),
            None => (nothing, nothing, nothing),
        };
        self.products.add(data, level, trend);
        self.data = smoothing.after(self.data, data);
        self.of_level = smoothing.after(self.of_level, nothing - level);
        self.of_trend = smoothing.after(self.of_trend, nothing - trend);
    }
}

impl Filtered<Abreast> {
    /// What each of the smoothings came to.
    pub(super) fn apart(self) -> impl Iterator<Item = Filtered> {
        let data = self.data.apart();
        let starts = self.of_level.apart().zip(self.of_trend.apart());
        let all = data.zip(starts).zip(self.products.apart());
        all.map(|((data, (of_level, of_trend)), products)| Filtered {
            data,
            of_level,
            of_trend,
            products,
        })
    }
}

impl State<Abreast> {
    fn apart(self) -> impl Iterator<Item = State> {
        let both = self.level.apart().zip(self.trend.apart());
        both.map(|(level, trend)| State { level, trend })
    }
}

impl Filtered {
    /// The state after the last month, from a given start.
    pub(super) fn end(&self, start: State) -> State {
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
    pub(super) fn variance_of_start(&self, trend_sum: f64) -> f64 {
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
#[derive(Debug, Clone, Copy)]
pub(super) struct Products<N = f64> {
    data_data: N,
    level_data: N,
    trend_data: N,
    level_level: N,
    level_trend: N,
    trend_trend: N,
}

impl<N: Number> Products<N> {
    /// Before the first month.
    fn none() -> Self {
        let nothing = N::from(0.0);
        Self {
            data_data: nothing,
            level_data: nothing,
            trend_data: nothing,
            level_level: nothing,
            level_trend: nothing,
            trend_trend: nothing,
        }
    }

    fn add(&mut self, data: N, level: N, trend: N) {
        self.data_data += data * data;
        self.level_data += level * data;
        self.trend_data += trend * data;
        self.level_level += level * level;
        self.level_trend += level * trend;
        self.trend_trend += trend * trend;
    }
}

impl Products<Abreast> {
    fn apart(self) -> impl Iterator<Item = Products> {
        let data = self
            .data_data
            .apart()
            .zip(self.level_data.apart())
            .zip(self.trend_data.apart());
        let starts = self
            .level_level
            .apart()
            .zip(self.level_trend.apart())
            .zip(self.trend_trend.apart());
        data.zip(starts).map(
            |(((data_data, level_data), trend_data), ((level_level, level_trend), trend_trend))| Products {
                data_data,
                level_data,
                trend_data,
                level_level,
                level_trend,
                trend_trend,
            },
        )
    }
}

impl Products {
    fn determinant(&self) -> f64 {
        self.level_level * self.trend_trend - self.level_trend * self.level_trend
    }

    /// The sum of the squared errors from the best start.
    pub(super) fn squared_errors(&self, best: State) -> f64 {
        self.data_data - best.level * self.level_data - best.trend * self.trend_data
    }

    /// The start with the smallest squared errors.
    pub(super) fn best_start(&self) -> State {
        let level = self.trend_trend * self.level_data - self.level_trend * self.trend_data;
        let trend = self.level_level * self.trend_data - self.level_trend * self.level_data;
        State {
            level: level / self.determinant(),
            trend: trend / self.determinant(),
        }
    }
}
