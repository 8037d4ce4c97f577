//! Knows which numbers can be drawn. Refuses everything else, so that no chart ever meets a NaN or an endless
//! axis.

/// A number that can be drawn: not NaN, not infinite, and no further than [`Finite::LARGEST`] from zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Finite(f64);

impl Finite {
    /// Nought.
    pub const ZERO: Self = Self(0.0);
    /// The largest size accepted, either side of zero: far beyond any figure of a council, and small enough
    /// that sums and differences of a few such numbers stay exact to the unit.
    pub const LARGEST: f64 = 1e15;

    /// Takes a number that can be drawn; `None` for NaN, infinities and sizes beyond [`Finite::LARGEST`].
    pub fn new(value: f64) -> Option<Self> {
        (value.abs() <= Self::LARGEST).then_some(Self(value))
    }

    /// The number itself.
    pub const fn get(self) -> f64 {
        self.0
    }
}

impl From<u32> for Finite {
    fn from(count: u32) -> Self {
        Self(f64::from(count))
    }
}

impl From<i32> for Finite {
    fn from(number: i32) -> Self {
        Self(f64::from(number))
    }
}

/// A place in a list as a coordinate. Lists here never come near the 4 billion at which this would saturate.
pub(crate) fn place(index: usize) -> f64 {
    f64::from(u32::try_from(index).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_numbers_that_can_be_drawn_are_taken() {
        for refused in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1.1e15, f64::MIN] {
            assert_eq!(Finite::new(refused), None, "{refused}");
        }
        for taken in [0.0, -1e15, 1e9, 0.001, f64::MIN_POSITIVE] {
            assert_eq!(Finite::new(taken).map(Finite::get), Some(taken));
        }
    }
}
