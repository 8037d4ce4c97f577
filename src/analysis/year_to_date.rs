//! Figures of several months taken together: year to date, quarter, half-year. Recomputed from counts, never averaged from percentages.
//! Knows what may be summed and where a definition breaks the sum; not what the sum is worth.

use crate::domain::{Month, Version};
use rust_decimal::Decimal;

/// Months taken together.
#[derive(Debug, Clone, Copy)]
pub struct Pooled<'p> {
    /// The first month that is in it.
    pub from: Month,
    /// The last month that is in it.
    pub until: Month,
    /// Months from the first to the last that owe a figure.
    pub owed: usize,
    /// Those of them that have one: "5 of 7 months".
    pub with_figure: usize,
    /// What is counted, or the sum of the values where there is no denominator.
    pub numerator: Decimal,
    /// Out of what, where the figures are counts out of counts.
    pub denominator: Option<Decimal>,
    /// The exact value, in the indicator's unit. A rate is that of an average month; it is not annualised.
    pub exact: Decimal,
    /// The value as printed.
    pub published: Decimal,
    /// The definition at which it begins, where the period asked for began earlier.
    pub since_break: Option<&'p Version>,
}

/// Why months are not taken together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyNotPooled {
    /// How many there are on a day cannot be added to how many there were on another.
    Stock,
    /// The figure is a year to date already, or one of twelve months.
    AlreadyPooled,
    /// Averages without their counts cannot be added.
    NoCounts,
    /// No month of the period has a figure.
    NoFigures,
    /// The sum is beyond what a decimal holds.
    TooLarge,
}

/// Months taken together, or why not.
pub type PooledOrNot<'p> = Result<Pooled<'p>, WhyNotPooled>;

/// The periods that the papers print for an indicator, each up to the month of its latest figure.
#[derive(Debug, Clone, Copy)]
pub struct Periods<'p> {
    /// From April.
    pub year_to_date: PooledOrNot<'p>,
    /// From the beginning of the quarter of the financial year.
    pub quarter: PooledOrNot<'p>,
    /// From the beginning of the half-year that the chair's report covers.
    pub half_year: PooledOrNot<'p>,
    /// The half-year before, whole.
    pub previous_half_year: PooledOrNot<'p>,
    /// The same months as [`Periods::half_year`], a year earlier.
    pub year_before: PooledOrNot<'p>,
}
