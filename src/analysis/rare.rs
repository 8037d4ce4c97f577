//! How long it is since something happened that happens seldom.
//! Knows months with and without; a month without a figure is neither.

use crate::analysis::series::Series;
use crate::domain::Month;
use rust_decimal::Decimal;

/// The time since the last of something that happens seldom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeBetween {
    /// The last month with any; `None` if there was none in the series.
    pub last: Option<Month>,
    /// Months from then, or from the beginning of the definition, to the latest month.
    pub months_since: u32,
    /// The longest time from one month with any to the next, before that, in months.
    pub longest_before: Option<u32>,
    /// A month without a figure since then: that there was none in it cannot be said.
    pub gap: Option<Month>,
}

/// The time since the last, within the definition that the latest month follows.
pub(crate) fn time_between(series: &Series<'_>) -> Option<TimeBetween> {
    let now = series.current()?;
    let months: Vec<_> = series
        .owed()
        .filter(|month| month.version == now.version)
        .collect();
    let with_any: Vec<Month> = months
        .iter()
        .filter(|month| {
            month
                .numerator()
                .or(month.exact())
                .is_some_and(|events| events > Decimal::ZERO)
        })
        .map(|month| month.month)
        .collect();
    let last = with_any.last().copied();
    let from = last.or_else(|| months.first().map(|first| first.month))?;
    let between = with_any.windows(2).filter_map(|pair| match pair {
        [one, next] => Some(whole_months(*one, *next)),
        _ => None,
    });
    let gap = months
        .iter()
        .find(|month| month.month > from && month.known().is_none());
    Some(TimeBetween {
        last,
        months_since: whole_months(from, now.month),
        longest_before: between.max(),
        gap: gap.map(|month| month.month),
    })
}

fn whole_months(from: Month, to: Month) -> u32 {
    u32::try_from(to.months_since(from)).unwrap_or(0)
}
