//! Figures of indicators as the paper prints them: with their unit, and the shorthand beside them.
//! Knows the one form of each; what a figure is worth has been decided before.

use crate::analysis::rating::Aim;
use crate::analysis::series::{Observation, Reading};
use crate::domain::{Good, Indicator};
use crate::statistics::false_signals::expected_false_signals;
use crate::words;
use rust_decimal::Decimal;

/// The shorthand for a month that owes no figure.
pub const NOT_APPLICABLE: &str = "[z]";

/// A value of an indicator, with its unit: `77.8%`.
#[must_use]
pub fn value(indicator: &Indicator, value: Decimal) -> String {
    words::figure(value, indicator.unit, *indicator.decimals.value())
}

/// A month's figure with what a reader should know about it, or the shorthand for its absence: `77.8% [r]`, `[x]`.
#[must_use]
pub fn observation(indicator: &Indicator, observation: Option<&Observation<'_>>) -> String {
    let Some(observation) = observation else {
        return NOT_APPLICABLE.to_owned();
    };
    match &observation.reading {
        Reading::Known(known) => {
            let marks = observation.marks.iter().map(|mark| mark.shorthand().to_owned());
            let parts: Vec<String> = std::iter::once(value(indicator, known.published))
                .chain(marks)
                .collect();
            parts.join(" ")
        }
        Reading::Absent(gap) if gap.shorthand().is_empty() => NOT_APPLICABLE.to_owned(),
        Reading::Absent(gap) => gap.shorthand().to_owned(),
    }
}

/// A target with its unit: `80.0%`, `10.0% to 15.0%`.
#[must_use]
pub fn aim(indicator: &Indicator, aim: Aim) -> String {
    match aim {
        Aim::Value(target) => value(indicator, target),
        Aim::Range(low, high) => format!("{} to {}", value(indicator, low), value(indicator, high)),
    }
}

/// A target with its unit, or that there is none.
#[must_use]
pub fn aim_or_none(indicator: &Indicator, target: Option<Aim>) -> String {
    target.map_or_else(|| "none".to_owned(), |target| aim(indicator, target))
}

/// The counts behind a month's figure: `231 of 297`; nothing for a figure that is no share of anything.
#[must_use]
pub fn counts(observation: &Observation<'_>) -> Option<String> {
    let (part, whole) = observation.numerator().zip(observation.denominator())?;
    Some(format!("{} of {}", plain(part), plain(whole)))
}

/// A number at the decimals that it has, with commas.
#[must_use]
pub fn plain(value: Decimal) -> String {
    let value = value.normalize();
    words::number(value, value.scale())
}

/// Which values of an indicator are good.
#[must_use]
pub fn good(good: Good) -> &'static str {
    match good {
        Good::High => "Good is high",
        Good::Low => "Good is low",
        Good::Range => "Good is within a range",
        Good::Neutral => "Neither high nor low is good",
    }
}

/// How often so many control charts cry wolf, in a clause.
#[must_use]
pub fn by_chance(charts: usize) -> String {
    let expected = expected_false_signals(charts);
    if charts == 0 {
        "none can signal by chance".to_owned()
    } else if expected < 1.0 {
        format!(
            "by chance alone, although nothing has changed, one of them signals about every {} months",
            rounded(expected.recip())
        )
    } else {
        format!(
            "by chance alone, although nothing has changed, about {} of them signal in a month",
            rounded(expected)
        )
    }
}

fn rounded(number: f64) -> String {
    let digits = format!("{number:.0}");
    digits.parse().map_or(digits, words::cardinal)
}
