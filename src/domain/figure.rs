//! Figures as people type them: exact decimals, counts out of counts, or a stated absence.
//! Knows units and the one rounding rule; not what is measured.

use crate::domain::Id;
use crate::domain::forms::{CorrectionForm, OutlayForm, SuppliedForm};
use crate::place::Located;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Deserialize;
use std::fmt;
use std::str::FromStr;

/// An exact decimal, kept digit for digit as typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Exact(pub Decimal);

/// The most digits before the point. No council counts so much; and sums and differences of numbers no longer than this
/// stay far within what a decimal holds.
const MOST_DIGITS: usize = 15;

impl FromStr for Exact {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let whole = digits.split('.').next().unwrap_or_default();
        if whole.trim_start_matches('0').len() > MOST_DIGITS && whole.chars().all(|c| c.is_ascii_digit()) {
            return Err(format!(
                "the number is too large to calculate with: at most {MOST_DIGITS} digits stand before the point"
            ));
        }
        let plain = digits.starts_with(|c: char| c.is_ascii_digit())
            && digits.ends_with(|c: char| c.is_ascii_digit())
            && digits.chars().all(|c| c.is_ascii_digit() || c == '.');
        let read = if plain {
            Decimal::from_str_exact(text).ok()
        } else {
            None
        };
        read.map(Self).ok_or_else(|| {
            format!("`{text}` is not a number: write digits and at most one decimal point, such as `1234` or `75.5`")
        })
    }
}

impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// What a figure is measured in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Parts of a hundred: always a numerator out of a denominator.
    Percent,
    /// A plain count, or an amount.
    Number,
    /// Children for each 10,000 under 18: a numerator out of the population.
    #[serde(rename = "rate_per_10000")]
    RatePer10000,
    /// Days: an average, or a count of days out of a count of cases.
    Days,
    /// So many of one for each of another, such as cases for each social worker.
    Ratio,
}

impl Unit {
    /// What a numerator divided by its denominator is multiplied with.
    #[must_use]
    pub fn scale(self) -> Decimal {
        match self {
            Self::Percent => Decimal::ONE_HUNDRED,
            Self::RatePer10000 => Decimal::from(10_000),
            Self::Number | Self::Days | Self::Ratio => Decimal::ONE,
        }
    }

    /// The unit for a column head: `%`, `per 10,000`, `days`, or nothing for a plain count.
    #[must_use]
    pub fn head(self) -> &'static str {
        match self {
            Self::Percent => "%",
            Self::RatePer10000 => "per 10,000",
            Self::Days => "days",
            Self::Number | Self::Ratio => "",
        }
    }
}

/// Why a figure that is owed is not there. Typed, never a blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Absence {
    /// It will come: late returns and failed extracts (`[x]` on paper).
    NotYetAvailable,
    /// It cannot be had for this month, ever (`[x]`).
    NotAvailable,
    /// Nothing could be measured: no case fell due, no review was held (`[z]`).
    NotApplicable,
    /// Collected, and held back because it might identify a child (`[c]`).
    Confidential,
}

impl Absence {
    /// The shorthand of the Government Statistical Service, in square brackets.
    #[must_use]
    pub fn shorthand(self) -> &'static str {
        match self {
            Self::NotYetAvailable | Self::NotAvailable => "[x]",
            Self::NotApplicable => "[z]",
            Self::Confidential => "[c]",
        }
    }

    /// In words, for a sentence.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::NotYetAvailable => "not yet available",
            Self::NotAvailable => "not available",
            Self::NotApplicable => "not applicable",
            Self::Confidential => "confidential",
        }
    }
}

/// One month's figure of one indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Figure {
    /// A value typed as such: a count, an average.
    Value(Exact),
    /// A count out of a count. The percentage, rate or mean is ours to compute.
    Parts {
        /// What is counted.
        numerator: Exact,
        /// Out of what.
        denominator: Exact,
    },
    /// Owed and not there.
    Missing {
        /// Why.
        reason: Absence,
        /// What happened and when it is expected.
        note: Option<String>,
    },
}

/// A figure with the answer, if any, to the program's doubts about it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "SuppliedForm")]
pub struct Supplied {
    /// The figure.
    pub figure: Figure,
    /// Why an unlikely figure is right, from the person who checked it.
    pub confirmed: Option<String>,
}

/// What was spent, with the answer, if any, to the program's doubts about it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "OutlayForm")]
pub struct Outlay {
    /// How much, in pounds.
    pub amount: Exact,
    /// Why an unlikely amount is right, from the person who checked it.
    pub confirmed: Option<String>,
}

impl Figure {
    /// The exact value in `unit`: the numerator over the denominator times the unit's scale; `None` when it is
    /// missing, when the denominator is nought, or beyond what a decimal holds.
    #[must_use]
    pub fn exact(&self, unit: Unit) -> Option<Decimal> {
        match self {
            Self::Value(value) => Some(value.0),
            Self::Parts {
                numerator,
                denominator,
            } => numerator.0.checked_mul(unit.scale())?.checked_div(denominator.0),
            Self::Missing { .. } => None,
        }
    }

    /// The denominator, where there is one.
    #[must_use]
    pub fn denominator(&self) -> Option<Decimal> {
        match self {
            Self::Parts { denominator, .. } => Some(denominator.0),
            Self::Value(_) | Self::Missing { .. } => None,
        }
    }

    /// The numerator, where there is one.
    #[must_use]
    pub fn numerator(&self) -> Option<Decimal> {
        match self {
            Self::Parts { numerator, .. } => Some(numerator.0),
            Self::Value(_) | Self::Missing { .. } => None,
        }
    }
}

/// Rounds half away from zero, once, to so many decimals. The one rounding rule of every paper.
#[must_use]
pub fn published(exact: Decimal, decimals: u32) -> Decimal {
    let shorter = exact.scale().checked_sub(decimals).filter(|dropped| *dropped > 0);
    let rounded = shorter.and_then(|dropped| without_digits(exact.mantissa(), dropped));
    let rounded = rounded.and_then(|digits| Decimal::try_from_i128_with_scale(digits, decimals).ok());
    rounded.unwrap_or_else(|| {
        let mut same = exact;
        same.rescale(decimals);
        same
    })
}

/// The same of a ratio; `None` where the denominator is nought, or beyond what a decimal holds.
#[must_use]
pub fn published_ratio(numerator: Decimal, denominator: Decimal, decimals: u32) -> Option<Decimal> {
    // Without the digits of the quotient that no paper prints: they take longer than all else that is done with a figure.
    short_quotient(numerator, denominator, decimals)
        .or_else(|| Some(published(numerator.checked_div(denominator)?, decimals)))
}

/// A quotient rounded from the digits of its parts; `None` where these are more than can be calculated with at once.
fn short_quotient(numerator: Decimal, denominator: Decimal, decimals: u32) -> Option<Decimal> {
    let above = numerator
        .mantissa()
        .checked_mul(ten_to_the(decimals + denominator.scale())?)?;
    let below = denominator
        .mantissa()
        .checked_mul(ten_to_the(numerator.scale())?)?;
    Decimal::try_from_i128_with_scale(rounded_quotient(above, below)?, decimals).ok()
}

/// A whole number without its last digits; `None` where so many digits make no number. Digits are dropped at once: the library
/// drops them one by one, which is most of what an analysis would wait for.
fn without_digits(number: i128, dropped: u32) -> Option<i128> {
    rounded_quotient(number, ten_to_the(dropped)?)
}

/// A power of ten. Nearly all that are asked for are short, and short numbers multiply in no time.
fn ten_to_the(power: u32) -> Option<i128> {
    let short = 10_u64.checked_pow(power).map(i128::from);
    short.or_else(|| 10_i128.checked_pow(power))
}

/// A quotient rounded half away from zero; `None` for one by nought, or beyond what can be calculated with.
fn rounded_quotient(above: i128, below: i128) -> Option<i128> {
    let (whole, rest) = (above.checked_div(below)?, above.checked_rem(below)?);
    let is_up = rest.checked_abs()?.checked_mul(2)? >= below.checked_abs()?;
    Some(if is_up {
        whole + above.signum() * below.signum()
    } else {
        whole
    })
}

/// A figure restated after the month's return: history is not edited.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "Located<CorrectionForm>")]
pub struct Correction {
    /// The month restated.
    pub month: Located<crate::domain::Month>,
    /// The indicator restated.
    pub indicator: Located<Id>,
    /// What it is now known to be.
    pub figure: Located<Figure>,
    /// Why, for the list of revisions.
    pub reason: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exact(text: &str) -> Decimal {
        text.parse::<Exact>().unwrap().0
    }

    #[test]
    fn numbers_are_plain_digits() {
        assert_eq!("5.50".parse::<Exact>().unwrap().to_string(), "5.50");
        for wrong in [
            "", "1,234", "75%", "1e3", ".5", "5.", "0x10", "nan", "+1", "1_000", "1.2.3", "--1",
        ] {
            assert!(wrong.parse::<Exact>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn numbers_are_no_longer_than_can_be_calculated_with() {
        assert_eq!(exact("-000999999999999999.5").to_string(), "-999999999999999.5");
        let refused = "1000000000000000".parse::<Exact>().unwrap_err();
        assert!(refused.contains("at most 15 digits"), "{refused}");
    }

    #[test]
    fn rounding_is_half_away_from_zero() {
        assert_eq!(published(exact("93.25"), 1).to_string(), "93.3");
        assert_eq!(published(exact("-93.25"), 1).to_string(), "-93.3");
        assert_eq!(published(exact("93.2"), 0).to_string(), "93");
        assert_eq!(published(exact("5"), 1).to_string(), "5.0");
        assert_eq!(published(exact("-0.04"), 1).to_string(), "0.0");
    }

    proptest::proptest! {
        /// The library's own rounding, which takes its time, is the measure.
        #[test]
        fn rounding_is_that_of_the_library(low: u32, mid: u32, high: u32, negative: bool, scale in 0_u32..=28, decimals in 0_u32..6) {
            let exact = Decimal::from_parts(low, mid, high, negative, scale);
            let expected = exact.round_dp_with_strategy(decimals, rust_decimal::RoundingStrategy::MidpointAwayFromZero);
            proptest::prop_assert_eq!(published(exact, decimals), expected);
        }

        #[test]
        fn a_ratio_is_rounded_as_its_quotient_is(above in -99_999_i64..99_999, below in 1_i64..9_999, scale in 0_u32..4, decimals in 0_u32..4) {
            let (above, below) = (Decimal::new(above, scale), Decimal::new(below, 1));
            let expected = published(above / below, decimals);
            proptest::prop_assert_eq!(published_ratio(above, below, decimals), Some(expected));
            proptest::prop_assert_eq!(published_ratio(above, Decimal::ZERO, decimals), None);
        }
    }

    #[test]
    fn a_percentage_is_computed_from_its_counts() {
        let figure = Figure::Parts {
            numerator: Exact(exact("231")),
            denominator: Exact(exact("297")),
        };
        assert_eq!(
            published(figure.exact(Unit::Percent).unwrap(), 1).to_string(),
            "77.8"
        );
        let nothing_due = Figure::Parts {
            numerator: Exact(exact("0")),
            denominator: Exact(exact("0")),
        };
        assert_eq!(nothing_due.exact(Unit::Percent), None);
    }
}
