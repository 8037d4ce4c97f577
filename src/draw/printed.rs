//! Figures of one indicator as its charts print them. Knows units and decimals, by the rules of [`crate::words`]; not what a figure means.

use crate::analysis::exact::printed_binary;
use crate::analysis::rating::Aim;
use crate::domain::{Frequency, Indicator, Nature, Unit};
use crate::words;
use rust_decimal::Decimal;

/// A value with its unit: `77.8%`.
pub(super) fn value(indicator: &Indicator, value: Decimal) -> String {
    words::figure(value, indicator.unit, *indicator.decimals.value())
}

/// A value without its unit, for a column whose head has it.
pub(super) fn bare(indicator: &Indicator, value: Decimal) -> String {
    words::number(value, *indicator.decimals.value())
}

/// A target with its unit: `80.0%`, `10.0% to 15.0%`.
pub(super) fn aim(indicator: &Indicator, aim: Aim) -> String {
    spell(aim, |bound| value(indicator, bound))
}

/// A target without its unit.
pub(super) fn bare_aim(indicator: &Indicator, aim: Aim) -> String {
    spell(aim, |bound| bare(indicator, bound))
}

fn spell(aim: Aim, say: impl Fn(Decimal) -> String) -> String {
    match aim {
        Aim::Value(target) => say(target),
        Aim::Range(low, high) => format!("{} to {}", say(low), say(high)),
    }
}

/// A computed line (an average, a limit, a forecast) with its unit. Lines lie between figures, so that one of whole
/// numbers has a decimal.
pub(super) fn line(indicator: &Indicator, at: f64) -> String {
    let decimals = line_decimals(indicator);
    printed_binary(at, decimals).map_or_else(String::new, |at| words::figure(at, indicator.unit, decimals))
}

/// A computed line without its unit.
pub(super) fn bare_line(indicator: &Indicator, at: f64) -> String {
    rounded(at, line_decimals(indicator))
}

/// The end of a sample's interval, without its unit: at the decimals of the figure, as the verdict has it.
pub(super) fn bare_end(indicator: &Indicator, at: f64) -> String {
    rounded(at, *indicator.decimals.value())
}

fn rounded(at: f64, decimals: u32) -> String {
    printed_binary(at, decimals).map_or_else(String::new, |at| words::number(at, decimals))
}

fn line_decimals(indicator: &Indicator) -> u32 {
    (*indicator.decimals.value()).max(1)
}

/// A number at the decimals that it has: `1,234`, `0.5`.
pub(super) fn plain(number: Decimal) -> String {
    let number = number.normalize();
    words::number(number, number.scale())
}

/// Pounds without pence: `£121,400`.
pub(super) fn pounds(amount: Decimal) -> String {
    let sign = if amount < Decimal::ZERO { "−" } else { "" };
    format!("{sign}£{}", words::number(amount.abs(), 0))
}

/// The head of the column of values: `Value (%)`, or `Value` for what has no unit.
pub(super) fn head(name: &str, indicator: &Indicator) -> String {
    match indicator.unit.head() {
        "" => name.to_owned(),
        unit => format!("{name} ({unit})"),
    }
}

/// What the values are, for a subtitle: `per cent each month`, `number at the end of each month`.
pub(super) fn measured(indicator: &Indicator) -> String {
    let unit = match indicator.unit {
        Unit::Percent => "per cent",
        Unit::Number => "number",
        Unit::RatePer10000 => "rate per 10,000",
        Unit::Days => "days",
        Unit::Ratio => "ratio",
    };
    let each = match indicator.frequency {
        Frequency::Monthly => "month",
        Frequency::Quarterly => "quarter",
        Frequency::Annual => "year",
    };
    match indicator.nature {
        Nature::Flow | Nature::Rare => format!("{unit} each {each}"),
        Nature::Stock => format!("{unit} at the end of each {each}"),
        Nature::Cumulative => format!("{unit} since the beginning of the year"),
        Nature::Rolling => format!("{unit} over twelve months"),
        Nature::Sample => format!("{unit} of a sample each {each}"),
    }
}
