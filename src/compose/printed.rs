//! Figures of indicators as the paper prints them: with their unit, and the shorthand beside them.
//! Knows the one form of each; what a figure is worth has been decided before.

use crate::analysis::indicator::Difference;
use crate::analysis::rating::Aim;
use crate::analysis::series::{Observation, Reading};
use crate::analysis::slippage::Slippage;
use crate::domain::{Date, Good, Indicator, Unit};
use crate::statistics::false_signals::expected_false_signals;
use crate::words;
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// The shorthand for a month that owes no figure.
pub const NOT_APPLICABLE: &str = "[z]";

/// The id of an indicator's entry in the notes.
#[must_use]
pub fn anchor(indicator: &Indicator) -> String {
    format!("indicator-{}", indicator.id.value())
}

/// A value of an indicator, with its unit: `77.8%`.
#[must_use]
pub fn value(indicator: &Indicator, value: Decimal) -> String {
    words::figure(value, indicator.unit, *indicator.decimals.value())
}

/// A value for a narrow column: a percentage with its sign, any other without its unit, which [`unit()`] gives.
#[must_use]
pub fn bare(indicator: &Indicator, value: Decimal) -> String {
    let unit = match indicator.unit {
        Unit::Percent => Unit::Percent,
        Unit::Number | Unit::RatePer10000 | Unit::Days | Unit::Ratio => Unit::Number,
    };
    words::figure(value, unit, *indicator.decimals.value())
}

/// The unit that [`bare`] leaves out.
#[must_use]
pub fn unit(indicator: &Indicator) -> Option<&'static str> {
    match indicator.unit {
        Unit::Percent | Unit::Number | Unit::Ratio => None,
        Unit::RatePer10000 | Unit::Days => Some(indicator.unit.head()),
    }
}

/// The indicator's name, with the unit that [`bare`] leaves out, unless the name says it: `Days lost to sickness`.
#[must_use]
pub fn name(indicator: &Indicator) -> String {
    let says = |unit: &str| indicator.name.to_lowercase().split(' ').any(|word| word == unit);
    match unit(indicator) {
        Some(unit) if !says(unit) => format!("{}, {unit}", indicator.name),
        Some(_) | None => indicator.name.clone(),
    }
}

/// A month's figure with what a reader should know about it, or the shorthand for its absence: `77.8% [r]`, `[x]`.
#[must_use]
pub fn observation(indicator: &Indicator, observation: Option<&Observation<'_>>) -> String {
    with_marks(indicator, observation, value)
}

/// The same for a narrow column, without the unit.
#[must_use]
pub fn bare_observation(indicator: &Indicator, observation: Option<&Observation<'_>>) -> String {
    with_marks(indicator, observation, bare)
}

fn with_marks(
    indicator: &Indicator,
    observation: Option<&Observation<'_>>,
    print: fn(&Indicator, Decimal) -> String,
) -> String {
    let Some(observation) = observation else {
        return NOT_APPLICABLE.to_owned();
    };
    match &observation.reading {
        Reading::Known(known) => {
            let marks = observation.marks.iter().map(|mark| mark.shorthand().to_owned());
            let parts: Vec<String> = std::iter::once(print(indicator, known.published))
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

/// A target for a narrow column, without its unit, or that there is none: `80.0%`, `10.0 to 15.0%`.
#[must_use]
pub fn bare_aim(indicator: &Indicator, target: Option<Aim>) -> String {
    match target {
        None => "none".to_owned(),
        Some(Aim::Value(target)) => bare(indicator, target),
        Some(Aim::Range(low, high)) => {
            let low = words::number(low, *indicator.decimals.value());
            format!("{low} to {}", bare(indicator, high))
        }
    }
}

/// The counts behind a month's figure: `231 of 297`, or `495 for 23.6` where the one is no part of the other; nothing for a
/// figure that is no share of anything.
#[must_use]
pub fn counts(indicator: &Indicator, observation: &Observation<'_>) -> Option<String> {
    let (part, whole) = observation.numerator().zip(observation.denominator())?;
    let between = match indicator.unit {
        Unit::Percent => "of",
        Unit::Number | Unit::RatePer10000 | Unit::Days | Unit::Ratio => "for",
    };
    Some(format!("{} {between} {}", plain(part), plain(whole)))
}

/// A number at the decimals that it has, with commas.
#[must_use]
pub fn plain(value: Decimal) -> String {
    let value = value.normalize();
    words::number(value, value.scale())
}

/// Which values of an indicator are good; for a range, where its target is known, which one.
#[must_use]
pub fn good(indicator: &Indicator, target: Option<Aim>) -> String {
    match (indicator.good, target) {
        (Good::High, _) => "Good is high".to_owned(),
        (Good::Low, _) => "Good is low".to_owned(),
        (Good::Range, Some(range)) => format!("Good is {}", aim(indicator, range)),
        (Good::Range, None) => "Good is within a range".to_owned(),
        (Good::Neutral, _) => "Neither high nor low is good".to_owned(),
    }
}

/// The difference from the figure before, or why there is none.
#[must_use]
pub fn difference(indicator: &Indicator, difference: &Difference<'_>) -> String {
    match difference {
        Difference::By { amount, since } => format!("{} since {since}", change(indicator, *amount)),
        Difference::Break(version) => {
            format!("not compared: another definition since {}", version.from.value())
        }
        Difference::NoFigure => "not known: the latest figure is missing".to_owned(),
        Difference::NoFigureBefore(month) => format!("not known: the figure of {month} is missing"),
        Difference::First => "none: this is the first figure".to_owned(),
    }
}

/// A difference with its sign and unit: `+2.1 percentage points`, `−12`, `no change`.
#[must_use]
pub fn change(indicator: &Indicator, amount: Decimal) -> String {
    let size = words::change(amount, indicator.unit, *indicator.decimals.value());
    match amount.cmp(&Decimal::ZERO) {
        Ordering::Greater => format!("+{size}"),
        Ordering::Less => format!("−{size}"),
        Ordering::Equal => "no change".to_owned(),
    }
}

/// A size in the indicator's unit, for a narrow place: `2.1 points`, `12`.
#[must_use]
pub fn size(indicator: &Indicator, amount: Decimal) -> String {
    let decimals = *indicator.decimals.value();
    match indicator.unit {
        Unit::Percent => format!("{} points", words::number(amount.abs(), decimals)),
        Unit::Number | Unit::RatePer10000 | Unit::Days | Unit::Ratio => {
            words::change(amount, indicator.unit, decimals)
        }
    }
}

/// The same with its sign: `+2.1 points`, `−12`, `0`.
#[must_use]
pub fn signed_size(indicator: &Indicator, amount: Decimal) -> String {
    let sign = match amount.cmp(&Decimal::ZERO) {
        Ordering::Greater => "+",
        Ordering::Less => "−",
        Ordering::Equal => "",
    };
    format!("{sign}{}", size(indicator, amount))
}

/// A day for a table: `20 Nov 2010`.
#[must_use]
pub fn day(date: Date) -> String {
    let (year, _, day) = date.parts();
    format!("{day} {} {year}", date.month().short_name())
}

/// A day for a table, or that none was ever set.
#[must_use]
pub fn day_or_none(date: Option<Date>) -> String {
    date.map_or_else(|| "none".to_owned(), day)
}

/// The date that holds, for a table; the first one too where it was another.
#[must_use]
pub fn due(dates: &Slippage<'_>) -> String {
    let current = day(dates.current);
    if dates.first == dates.current {
        current
    } else {
        format!("{current}, first {}", day(dates.first))
    }
}

/// A whole number for a sentence, with a word for nought: `none`, `four`, `12`.
#[must_use]
pub fn number_or_none(number: usize) -> String {
    if number == 0 {
        "none".to_owned()
    } else {
        words::cardinal(number)
    }
}

/// Such a number with its verb: `none is`, `one is`, `12 are`.
#[must_use]
pub fn so_many_are(number: usize) -> String {
    let verb = if number <= 1 { "is" } else { "are" };
    format!("{} {verb}", number_or_none(number))
}

/// Pounds: `£1,250,000`; a negative amount with its sign in front.
#[must_use]
pub fn pounds(amount: Decimal) -> String {
    let digits = words::number(amount.abs(), 0);
    if amount < Decimal::ZERO && digits != "0" {
        format!("−£{digits}")
    } else {
        format!("£{digits}")
    }
}

/// A share of a whole, in per cent without decimals, which it is given exactly.
#[must_use]
pub fn share(exact: Decimal) -> String {
    words::figure(exact, Unit::Percent, 0)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn money_carries_its_sign_in_front() {
        assert_eq!(pounds(decimal("1250000")), "£1,250,000");
        assert_eq!(pounds(decimal("-1200.40")), "−£1,200");
        assert_eq!(pounds(decimal("-0.4")), "£0");
    }

    #[test]
    fn numbers_keep_the_decimals_they_have() {
        assert_eq!(plain(decimal("102.20")), "102.2");
        assert_eq!(plain(decimal("53100")), "53,100");
        assert_eq!(plain(decimal("10.00")), "10");
    }

    #[test]
    fn days_are_short_and_whole() {
        assert_eq!(day("2010-11-20".parse().unwrap()), "20 Nov 2010");
        assert_eq!(day_or_none(None), "none");
    }

    #[test]
    fn nought_has_a_word_and_a_verb() {
        assert_eq!(so_many_are(0), "none is");
        assert_eq!(so_many_are(1), "one is");
        assert_eq!(so_many_are(12), "12 are");
    }

    #[test]
    fn false_signals_are_told_by_month_or_by_how_many() {
        assert_eq!(by_chance(0), "none can signal by chance");
        assert!(by_chance(28).ends_with("one of them signals about every two months"));
        assert!(by_chance(130).ends_with("about two of them signal in a month"));
    }
}
