//! Several numbers side by side, each going through the same arithmetic. A processor does it for two or four at once, and
//! each comes out as it would alone, to the last bit. Knows no statistics.

use std::ops::{Add, AddAssign, Mul, Sub};

/// What a recursion reckons with: one number, or several side by side.
pub(super) trait Number:
    Copy + From<f64> + Add<Output = Self> + Sub<Output = Self> + Mul<Output = Self> + AddAssign
{
}

impl Number for f64 {}

impl Number for Abreast {}

/// Four numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Abreast([f64; Self::ROOM]);

impl Abreast {
    /// How many there are.
    pub(super) const ROOM: usize = 4;

    /// The first four of these; the last stands for what lacks, and nought where there is none.
    pub(super) fn of(mut numbers: impl Iterator<Item = f64>) -> Self {
        let mut last = 0.0;
        Self([(); Self::ROOM].map(|()| {
            last = numbers.next().unwrap_or(last);
            last
        }))
    }

    /// Each by itself, in order.
    pub(super) fn apart(self) -> impl Iterator<Item = f64> {
        self.0.into_iter()
    }

    fn with(self, other: Self, of: impl Fn(f64, f64) -> f64) -> Self {
        let ([a, b, c, d], [e, f, g, h]) = (self.0, other.0);
        Self([of(a, e), of(b, f), of(c, g), of(d, h)])
    }
}

impl From<f64> for Abreast {
    fn from(same: f64) -> Self {
        Self([same; Self::ROOM])
    }
}

impl Add for Abreast {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        self.with(other, f64::add)
    }
}

impl Sub for Abreast {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self.with(other, f64::sub)
    }
}

impl Mul for Abreast {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        self.with(other, f64::mul)
    }
}

impl AddAssign for Abreast {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn apart(numbers: Abreast) -> Vec<f64> {
        numbers.apart().collect()
    }

    #[test]
    fn each_is_reckoned_by_itself() {
        let (some, others) = (Abreast::of([1.0, 2.0, 3.0].into_iter()), Abreast::from(0.1));
        assert_eq!(apart(some), [1.0, 2.0, 3.0, 3.0]);
        assert_eq!(apart(some + others), [1.0 + 0.1, 2.0 + 0.1, 3.0 + 0.1, 3.0 + 0.1]);
        assert_eq!(apart(some - others), [1.0 - 0.1, 2.0 - 0.1, 3.0 - 0.1, 3.0 - 0.1]);
        assert_eq!(apart(some * others), [1.0 * 0.1, 2.0 * 0.1, 3.0 * 0.1, 3.0 * 0.1]);
    }
}
