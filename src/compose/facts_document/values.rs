//! How single values stand in the facts document: decimals as text, the numbers of the statistics as numbers, months and
//! days as the inputs write them, and an absence as a reason. Knows forms; not what is told.

use crate::domain::{Date, Month};
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Serialize;

/// An exact decimal, digit for digit, such as `77.8`. Text, because JSON numbers are read as binary ones.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(transparent)]
pub struct Exactly(#[schemars(regex(pattern = r"^-?[0-9]+(\.[0-9]+)?$"))] String);

impl From<Decimal> for Exactly {
    fn from(decimal: Decimal) -> Self {
        Self(decimal.to_string())
    }
}

/// A number of the statistics: finite, in binary64, in the fewest digits that read back as the same.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, JsonSchema)]
#[serde(transparent)]
pub struct Binary(f64);

impl Binary {
    /// The number; `None` for what is not one, which JSON has no form for.
    pub fn of(number: f64) -> Option<Self> {
        number.is_finite().then_some(Self(number))
    }
}

/// A month, such as `2010-10`.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(transparent)]
pub struct InMonth(#[schemars(regex(pattern = r"^[0-9]{4}-[0-9]{2}$"))] String);

impl From<Month> for InMonth {
    fn from(month: Month) -> Self {
        Self(month.iso())
    }
}

/// A day, such as `2010-10-31`.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(transparent)]
pub struct OnDay(#[schemars(regex(pattern = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))] String);

impl From<Date> for OnDay {
    fn from(day: Date) -> Self {
        Self(day.iso())
    }
}

/// Something that can be said, or the reason why it cannot. Never `null`.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged)]
#[schemars(rename = "{T}Or{Why}")]
pub enum OrReason<T, Why> {
    /// It can be said.
    Said(T),
    /// It cannot.
    Not(Absent<Why>),
}

/// Why something cannot be said.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Not{Why}")]
pub struct Absent<Why> {
    /// The reason, for programs.
    absent: Why,
    /// The reason, for people.
    words: String,
}

impl<T, Why> OrReason<T, Why> {
    /// The reason `why`, in words.
    pub fn absent(why: impl Into<Why>, words: impl Into<String>) -> Self {
        Self::Not(Absent {
            absent: why.into(),
            words: words.into(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(value: impl Serialize) -> String {
        serde_json::to_string(&value).unwrap()
    }

    #[test]
    fn decimals_keep_their_digits_and_numbers_the_fewest() {
        assert_eq!(json(Exactly::from(Decimal::new(7780, 2))), "\"77.80\"");
        assert_eq!(json(Binary::of(0.1 + 0.2)), "0.30000000000000004");
        assert_eq!(json(Binary::of(75.0)), "75.0");
        assert_eq!((Binary::of(f64::NAN), Binary::of(f64::INFINITY)), (None, None));
    }

    #[test]
    fn an_absence_is_a_reason() {
        let absent: OrReason<Exactly, &str> = OrReason::absent("stock", "a number on a day");
        assert_eq!(json(absent), r#"{"absent":"stock","words":"a number on a day"}"#);
        assert_eq!(
            json(OrReason::<Exactly, &str>::Said(Decimal::TEN.into())),
            "\"10\""
        );
    }
}
