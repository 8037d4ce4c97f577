//! Which months a chart shows: the latest ones, from the first that owes a figure to the last. Knows their places on the axis.

use crate::analysis::series::{Observation, Series};
use crate::domain::Month;

/// Months side by side on an axis, without holes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Window {
    /// The first month shown.
    pub(super) first: Month,
    /// The last month shown: the latest that owes a figure.
    pub(super) last: Month,
}

impl Window {
    /// The latest months of a series, `most` at most; `None` where no month owes a figure.
    pub(super) fn of(series: &Series<'_>, most: i32) -> Option<Self> {
        let (first, last) = (series.owed().next()?.month, series.current()?.month);
        Some(Self {
            first: first.max(last.plus(1 - most)),
            last,
        })
    }

    /// The months, in order.
    pub(super) fn months(self) -> impl Iterator<Item = Month> {
        self.first.through(self.last)
    }

    /// Where the month stands, counted from 0; `None` outside.
    pub(super) fn place(self, month: Month) -> Option<usize> {
        let at = usize::try_from(month.months_since(self.first)).ok()?;
        (month <= self.last).then_some(at)
    }

    /// What the series has for each month, in order.
    pub(super) fn observations<'s, 'p>(self, series: &'s Series<'p>) -> Vec<Option<&'s Observation<'p>>> {
        self.months().map(|month| series.at(month)).collect()
    }

    /// The months that owe a figure, in order.
    pub(super) fn owed<'s, 'p>(self, series: &'s Series<'p>) -> impl Iterator<Item = &'s Observation<'p>> {
        let within = move |month: Month| self.place(month).is_some();
        series.owed().filter(move |observation| within(observation.month))
    }

    /// As a subtitle says it: `April 2009 to October 2010`.
    pub(super) fn said(self) -> String {
        period(self.first, self.last)
    }
}

/// From one month to another, in words: `April 2009 to October 2010`, or `October 2010` where they are one.
pub(super) fn period(first: Month, last: Month) -> String {
    if first == last {
        last.to_string()
    } else {
        format!("{first} to {last}")
    }
}
