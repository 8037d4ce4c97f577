//! From the field's nouns to those of the charts: months, days, counts and amounts. Knows both sides; decides nothing.

use crate::analysis::exact::binary64;
use crate::charts::{self, Finite};
use crate::domain::{Date, Indicator, Month, Unit};
use rust_decimal::Decimal;

/// The month as an axis names it.
pub(super) fn month(month: Month) -> Option<charts::Month> {
    charts::Month::new(month.year(), i32::try_from(month.number()).ok()?)
}

/// The day as a timeline places it.
pub(super) fn day(date: Date) -> Option<charts::Day> {
    let (_, _, day) = date.parts();
    charts::Day::new(month(date.month())?, i32::try_from(day).ok()?)
}

/// An exact amount as a height or a length; `None` where it is too large to draw.
pub(super) fn finite(exact: Decimal) -> Option<Finite> {
    binary64(exact).and_then(Finite::new)
}

/// How many there are. More than four thousand million of anything are drawn as that many.
pub(super) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// What the axis counts in.
pub(super) fn unit(indicator: &Indicator) -> charts::Unit {
    match indicator.unit {
        Unit::Percent => charts::Unit::Percent,
        Unit::Number if *indicator.decimals.value() == 0 => charts::Unit::Count,
        Unit::Number | Unit::RatePer10000 | Unit::Days | Unit::Ratio => charts::Unit::Amount,
    }
}
