//! The mean of binary64 values as if computed with unlimited precision and rounded once.
//!
//! Control charts ask on which side of the mean a value lies. Eighteen values of 0.9, summed plainly, have a mean
//! other than 0.9, and so a "shift" where nothing has moved (SPEC section 13). The sum is therefore kept
//! exactly, as a whole number of the smallest steps that a binary64 can take, in the manner of R. M. Neal, *Fast exact
//! summation using small and large superaccumulators* (2015, arXiv:1505.05571); the division follows on whole numbers.
//! It knows numbers only; missing values are the caller's to leave out.

/// Bits in a digit of the exact sum. Digits are held in `i64`, so that 2^31 values can be added before a carry is due.
const DIGIT_BITS: u32 = 32;

/// One more than the largest digit.
const DIGIT: i64 = 1 << DIGIT_BITS;

/// Digits below the smallest step of a binary64. They are zero in every sum and give the quotient its fraction.
const FRACTION_DIGITS: usize = 2;

/// Digits of an exact sum: the fraction, 2,098 bits for the largest binary64 in smallest steps, and room to carry.
const DIGITS: usize = FRACTION_DIGITS + 68;

/// The place of the bit above the top digit, counted from the smallest step of a binary64.
const TOP_BIT: i32 = 68 * 32;

/// Bits that a binary64 stores of its significand; the leading one of a normal number is implied.
const STORED_BITS: u32 = 52;

/// The arithmetic mean, rounded once to the nearest binary64, ties to even.
///
/// `None` if there are no values or one of them is not finite. Right for any finite values, however far apart, also
/// where their sum would overflow; `None` also for 2^31 values or more.
#[must_use]
pub fn exact_mean(values: impl IntoIterator<Item = f64>) -> Option<f64> {
    let mut sum = ExactSum::default();
    let mut count: i32 = 0;
    for value in values {
        if !value.is_finite() {
            return None;
        }
        sum.add(value);
        count = count.checked_add(1)?;
    }
    if count == 0 { None } else { sum.divided_by(count) }
}

/// A sum held as digits to the base 2^32, lowest first, in units of 2^-1138.
struct ExactSum([i64; DIGITS]);

impl Default for ExactSum {
    fn default() -> Self {
        Self([0; DIGITS])
    }
}

impl ExactSum {
    /// Adds a finite value without any rounding.
    fn add(&mut self, value: f64) {
        let bits = value.abs().to_bits();
        let [high, low, ..] = bits.to_be_bytes();
        let stored = bits & ((1 << STORED_BITS) - 1);
        // Subnormal numbers have exponent 0, no implied bit, and the same step as those of exponent 1.
        let (significand, shift) = match u16::from_be_bytes([high, low]) >> 4 {
            0 => (stored, 0),
            exponent => (stored | (1 << STORED_BITS), exponent - 1),
        };
        let sign = if value.is_sign_negative() { -1 } else { 1 };
        let mut rest = u128::from(significand) << (shift % 32);
        let first = FRACTION_DIGITS + usize::from(shift / 32);
        for digit in self.0.iter_mut().skip(first).take(3) {
            *digit += sign * i64::from(low_digit(rest));
            rest >>= DIGIT_BITS;
        }
    }

    /// The sum divided by `count` and rounded once.
    fn divided_by(mut self, count: i32) -> Option<f64> {
        let negative = self.carry() < 0;
        if negative {
            self.0.iter_mut().for_each(|digit| *digit = -*digit);
            self.carry();
        }
        let magnitude = Quotient::of(&self.0, count).rounded()?;
        Some(if negative { -magnitude } else { magnitude })
    }

    /// Brings every digit into 0..2^32 and gives back what is carried out at the top: -1 if the sum is negative, else 0.
    fn carry(&mut self) -> i64 {
        self.0.iter_mut().fold(0, |carry, digit| {
            let full = *digit + carry;
            *digit = full.rem_euclid(DIGIT);
            full.div_euclid(DIGIT)
        })
    }
}

/// The lowest 32 bits.
fn low_digit(number: u128) -> u32 {
    let [a, b, c, d, ..] = number.to_le_bytes();
    u32::from_le_bytes([a, b, c, d])
}

/// The leading bits of an exact quotient: `leading × 2^lowest_bit` smallest steps, and whether anything lies below.
struct Quotient {
    leading: u128,
    lowest_bit: i32,
    remainder: Remainder,
}

/// Whether a division left anything over.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Remainder {
    Nothing,
    Something,
}

impl Quotient {
    /// Long division from the top digit until more bits are known than a binary64 can hold, or no digit is left.
    fn of(digits: &[i64; DIGITS], count: i32) -> Self {
        let divisor = i128::from(count);
        let (mut leading, mut left_over, mut lowest_bit) = (0, 0, TOP_BIT);
        let mut remaining = digits.iter().rev();
        while leading >> 64 == 0 {
            let Some(digit) = remaining.next() else { break };
            let dividend = (left_over << DIGIT_BITS) + i128::from(*digit);
            leading = (leading << DIGIT_BITS) + dividend / divisor;
            left_over = dividend % divisor;
            lowest_bit -= 32;
        }
        let exact = left_over == 0 && remaining.all(|digit| *digit == 0);
        let remainder = if exact {
            Remainder::Nothing
        } else {
            Remainder::Something
        };
        Self {
            leading: leading.unsigned_abs(),
            lowest_bit,
            remainder,
        }
    }

    /// The nearest binary64, ties to even.
    fn rounded(&self) -> Option<f64> {
        let significant = u128::BITS - self.leading.leading_zeros();
        let below_a_step = u32::try_from(-self.lowest_bit).unwrap_or(0);
        let dropped = significant.saturating_sub(STORED_BITS + 1).max(below_a_step);
        let kept = self.leading >> dropped;
        let rest = self.leading & ((1 << dropped) - 1);
        let half = (1 << dropped) >> 1;
        let above_half = rest > half || (rest == half && self.remainder == Remainder::Something);
        let up = above_half || (rest == half && half > 0 && kept & 1 == 1);
        let exponent = u128::try_from(self.lowest_bit + i32::try_from(dropped).ok()?).ok()?;
        // A significand with its leading one in place adds one to the exponent field, which is just what the format wants;
        // one that rounds up to the next power of two does so once more.
        let bits = (exponent << STORED_BITS) + kept + u128::from(up);
        u64::try_from(bits).ok().map(f64::from_bits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn bits(values: &[f64]) -> Option<u64> {
        exact_mean(values.iter().copied()).map(f64::to_bits)
    }

    /// The case of SPEC section 13: summed plainly, these have another mean.
    #[test]
    fn worked_example() {
        let values = [0.9; 18];
        assert_ne!(values.iter().sum::<f64>() / 18.0, 0.9);
        assert_eq!(bits(&values), Some(0.9_f64.to_bits()));
    }

    #[test]
    fn nothing_is_lost_however_far_apart_the_values() {
        assert_eq!(bits(&[1e300, 3.0, -1e300, 5e-324]), Some(0.75_f64.to_bits()));
        assert_eq!(bits(&[f64::MAX; 3]), Some(f64::MAX.to_bits()));
        assert_eq!(bits(&[f64::MIN; 3]), Some(f64::MIN.to_bits()));
        assert_eq!(bits(&[f64::MAX, f64::MIN]), Some(0));
    }

    #[test]
    fn rounds_once_also_among_the_smallest_numbers() {
        let smallest = f64::from_bits(1);
        let mean_of = |steps: &[u64]| {
            bits(
                &steps
                    .iter()
                    .map(|steps| f64::from_bits(*steps))
                    .collect::<Vec<_>>(),
            )
        };
        assert_eq!(bits(&[smallest, 0.0]), Some(0), "half a step: a tie, to even");
        assert_eq!(mean_of(&[3, 0]), Some(2), "one and a half: a tie, to even");
        assert_eq!(mean_of(&[2, 0, 0]), Some(1), "two thirds");
        assert_eq!(
            mean_of(&[(1 << 53) - 1, 1 << 53]),
            Some(1 << 53),
            "up to the next power of two"
        );
        assert_eq!(bits(&[-smallest, -smallest]), Some((-smallest).to_bits()));
    }

    /// Halfway between two numbers the last trace of a far smaller value decides.
    #[test]
    fn a_trace_breaks_a_tie() {
        let half_a_step = 2_f64.powi(-51);
        assert_eq!(bits(&[4.0, half_a_step, 0.0, 0.0]), Some(1_f64.to_bits()));
        assert_eq!(
            bits(&[4.0, half_a_step, 5e-324, 0.0]),
            Some(1_f64.next_up().to_bits())
        );
        assert_eq!(bits(&[4.0, half_a_step, -5e-324, 0.0]), Some(1_f64.to_bits()));
    }

    #[test]
    fn there_is_no_mean_of_nothing_or_of_the_infinite() {
        assert_eq!(bits(&[]), None);
        assert_eq!(bits(&[1.0, f64::INFINITY]), None);
        assert_eq!(bits(&[f64::NAN]), None);
    }

    /// The nearest binary64 to a whole number, ties to even: reading a decimal rounds once.
    fn nearest(whole: i128) -> f64 {
        whole.to_string().parse().unwrap()
    }

    fn float((significand, exponent): (i64, i32)) -> f64 {
        nearest(i128::from(significand)) * 2_f64.powi(exponent)
    }

    /// The mean by fractions of whole numbers, for values `significand × 2^exponent` with exponents from 0 to 60.
    fn rational_mean(values: &[(i64, i32)]) -> f64 {
        let sum: i128 = values
            .iter()
            .map(|(significand, exponent)| i128::from(*significand) << exponent)
            .sum();
        let count = i128::try_from(values.len()).unwrap();
        // A short quotient is lengthened, so that the bit for "and something more" lies below all that a binary64 holds.
        let longer = if sum.unsigned_abs() < 1 << 66 { 60 } else { 0 };
        let scaled = sum << longer;
        let (quotient, rest) = (scaled.abs() / count, scaled.abs() % count);
        let magnitude = nearest(2 * quotient + i128::from(rest != 0)) / 2_f64.powi(longer + 1);
        if sum < 0 { -magnitude } else { magnitude }
    }

    proptest! {
        #[test]
        fn is_the_rounded_rational_mean(
            values in prop::collection::vec((-(1_i64 << 53)..=1 << 53, 0..=60), 1..=64),
        ) {
            let floats: Vec<f64> = values.iter().copied().map(float).collect();
            prop_assert_eq!(bits(&floats), Some(rational_mean(&values).to_bits()));
        }

        #[test]
        fn is_the_rounded_rational_mean_where_values_cancel(
            values in prop::collection::vec((-3_i64..=3, 0..=3), 1..=40),
        ) {
            let floats: Vec<f64> = values.iter().copied().map(float).collect();
            prop_assert_eq!(bits(&floats), Some(rational_mean(&values).to_bits()));
        }

        #[test]
        fn lies_between_the_least_and_the_greatest(
            values in prop::collection::vec(any::<f64>().prop_filter("finite", |value| value.is_finite()), 1..=40),
        ) {
            let mean = exact_mean(values.iter().copied()).unwrap();
            let least = values.iter().copied().fold(f64::INFINITY, f64::min);
            let greatest = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            prop_assert!(least <= mean && mean <= greatest);
        }
    }
}
