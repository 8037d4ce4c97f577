//! From exact figures to printed ones, and to the binary64 that the statistics take. Knows roundings: one each, never two.

use crate::domain::{Exact, Figure, Unit, published, published_ratio};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::cmp::Ordering;

/// Whether a printed value is the rounded one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rounding {
    /// It is.
    Plain,
    /// It is held a step away from 0 or 100, because the exact value is not 0 or 100 (`[k]`).
    Held,
}

/// The value as printed: rounded half away from zero, once, and never to 0, or for a percentage to 100, what is not.
#[must_use]
pub fn printed(exact: Decimal, unit: Unit, decimals: u32) -> (Decimal, Rounding) {
    let rounded = published(exact, decimals);
    held(rounded, || Some(exact.cmp(&rounded)), unit, decimals)
}

/// A figure as printed; `None` where it is missing, where its denominator is nought, or beyond what a decimal holds.
#[must_use]
pub fn printed_figure(figure: &Figure, unit: Unit, decimals: u32) -> Option<(Decimal, Rounding)> {
    match figure {
        Figure::Value(Exact(value)) => Some(printed(*value, unit, decimals)),
        Figure::Parts {
            numerator,
            denominator: Exact(below),
        } => {
            let above = numerator.0.checked_mul(unit.scale())?;
            let rounded = published_ratio(above, *below, decimals)?;
            let side = || {
                let against = above.cmp(&rounded.checked_mul(*below)?);
                Some(if below.is_sign_negative() {
                    against.reverse()
                } else {
                    against
                })
            };
            Some(held(rounded, side, unit, decimals))
        }
        Figure::Missing { .. } => None,
    }
}

/// A rounded value; a step away from 0 and 100 where the exact one lies to a `side` of it.
fn held(
    rounded: Decimal,
    side: impl FnOnce() -> Option<Ordering>,
    unit: Unit,
    decimals: u32,
) -> (Decimal, Rounding) {
    let is_end = rounded.is_zero() || (unit == Unit::Percent && rounded == Decimal::ONE_HUNDRED);
    let step = Decimal::new(1, decimals);
    match is_end.then(side).flatten() {
        Some(Ordering::Greater) => (rounded + step, Rounding::Held),
        Some(Ordering::Less) => (rounded - step, Rounding::Held),
        Some(Ordering::Equal) | None => (rounded, Rounding::Plain),
    }
}

/// Powers of ten, from 1; binary64 holds each of them exactly.
const POWERS_OF_TEN: [f64; 10] = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];

/// The nearest binary64.
#[must_use]
pub fn binary64(exact: Decimal) -> Option<f64> {
    // Of two numbers that are held exactly the quotient is the nearest there is; others are read from their digits.
    let power = usize::try_from(exact.scale())
        .ok()
        .and_then(|scale| POWERS_OF_TEN.get(scale));
    match (i32::try_from(exact.mantissa()), power) {
        (Ok(digits), Some(power)) => Some(f64::from(digits) / power),
        (Err(_), _) | (_, None) => exact.to_string().parse().ok(),
    }
}

/// A figure's value in binary64 for the statistics: for counts, numerator times the unit's scale, divided by the
/// denominator with one rounding (SPEC section 13).
#[must_use]
pub fn for_statistics(figure: &Figure, unit: Unit) -> Option<f64> {
    match figure {
        Figure::Value(Exact(value)) => binary64(*value),
        Figure::Parts {
            numerator,
            denominator,
        } => {
            let above = binary64(numerator.0.checked_mul(unit.scale())?)?;
            let below = binary64(denominator.0).filter(|below| *below != 0.0)?;
            Some(above / below)
        }
        Figure::Missing { .. } => None,
    }
}

/// A whole number of things, where the figure is one that the statistics can count with.
#[must_use]
pub fn whole(exact: Decimal) -> Option<u32> {
    if exact.is_integer() { exact.to_u32() } else { None }
}

/// A binary64 as printed, at so many decimals; `None` where no decimal holds it.
#[must_use]
pub fn printed_binary(value: f64, decimals: u32) -> Option<Decimal> {
    Decimal::try_from(value)
        .ok()
        .map(|exact| published(exact, decimals))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn of(part: i64, whole: i64) -> Figure {
        Figure::Parts {
            numerator: Exact(part.into()),
            denominator: Exact(whole.into()),
        }
    }

    fn percent(part: i64, whole: i64) -> (String, Rounding) {
        let (value, rounding) = printed(of(part, whole).exact(Unit::Percent).unwrap(), Unit::Percent, 1);
        (value.to_string(), rounding)
    }

    #[test]
    fn what_is_not_none_or_all_is_never_printed_so() {
        assert_eq!(percent(0, 3000), ("0.0".into(), Rounding::Plain));
        assert_eq!(percent(1, 3000), ("0.1".into(), Rounding::Held));
        assert_eq!(percent(2999, 3000), ("99.9".into(), Rounding::Held));
        assert_eq!(percent(3000, 3000), ("100.0".into(), Rounding::Plain));
        assert_eq!(percent(3001, 3000), ("100.1".into(), Rounding::Held));
        assert_eq!(percent(231, 297), ("77.8".into(), Rounding::Plain));
    }

    #[test]
    fn a_ratio_of_a_hundred_is_nothing_special() {
        assert_eq!(
            printed(decimal("99.96"), Unit::Ratio, 1),
            (decimal("100.0"), Rounding::Plain)
        );
        assert_eq!(
            printed(decimal("-0.04"), Unit::Ratio, 1),
            (decimal("-0.1"), Rounding::Held)
        );
    }

    #[test]
    fn binary_values_are_rounded_once() {
        assert_eq!(
            for_statistics(&of(231, 297), Unit::Percent).unwrap().to_bits(),
            (23100.0_f64 / 297.0).to_bits()
        );
        assert_eq!(binary64(decimal("0.9")).unwrap().to_bits(), 0.9_f64.to_bits());
        assert_eq!(for_statistics(&of(1, 0), Unit::Percent), None);
        assert_eq!(
            for_statistics(
                &Figure::Missing {
                    reason: crate::domain::Absence::NotAvailable,
                    note: None
                },
                Unit::Percent
            ),
            None
        );
    }

    #[test]
    fn only_whole_numbers_are_counts() {
        assert_eq!(whole(decimal("12.0")), Some(12));
        assert_eq!(whole(decimal("12.5")), None);
        assert_eq!(whole(decimal("-1")), None);
    }

    proptest! {
        #[test]
        fn a_figure_is_printed_as_its_quotient_is(part in 0_i64..5000, whole in 1_i64..5000, decimals in 0_u32..3) {
            for unit in [Unit::Percent, Unit::RatePer10000, Unit::Ratio] {
                let figure = of(part, whole);
                let expected = printed(figure.exact(unit).unwrap(), unit, decimals);
                prop_assert_eq!(printed_figure(&figure, unit, decimals), Some(expected));
            }
        }

        /// The standard library's reading of the digits is the measure.
        #[test]
        fn binary_values_are_the_nearest(digits: i64, scale in 0_u32..=18) {
            for digits in [digits, digits >> 33] {
                let exact = Decimal::new(digits, scale);
                let nearest: f64 = exact.to_string().parse().unwrap();
                prop_assert_eq!(binary64(exact).unwrap(), nearest);
            }
        }

        /// Held values stay within a step of the exact one.
        #[test]
        fn printing_moves_a_value_by_less_than_a_step(part in 0_i64..5000, whole in 1_i64..5000, decimals in 0_u32..3) {
            let exact = of(part, whole).exact(Unit::Percent).unwrap();
            let (value, _) = printed(exact, Unit::Percent, decimals);
            prop_assert!((value - exact).abs() < Decimal::new(1, decimals));
            prop_assert_eq!(value.is_zero(), part == 0);
            prop_assert_eq!(value == Decimal::ONE_HUNDRED, part == whole);
        }
    }
}
