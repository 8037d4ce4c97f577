//! The quantile of Student's t distribution that intervals at 95% need.
//!
//! It knows one level and any degrees of freedom from 3 upwards; below that the expansion is too coarse.

use super::interval::NORMAL_QUANTILE;

/// The 97.5% quantile for the given degrees of freedom, to three places or better from 5 degrees upwards and to 0.2% at 3.
///
/// R. A. Fisher's expansion in powers of 1 / freedom: M. Abramowitz and I. A. Stegun, *Handbook of Mathematical Functions*
/// (1964), 26.7.5.
pub(super) fn quantile(freedom: f64) -> f64 {
    let z = NORMAL_QUANTILE;
    let z2 = z * z;
    let first = z * (z2 + 1.0) / 4.0;
    let second = z * ((5.0 * z2 + 16.0) * z2 + 3.0) / 96.0;
    let third = z * (((3.0 * z2 + 19.0) * z2 + 17.0) * z2 - 15.0) / 384.0;
    let fourth = z * ((((79.0 * z2 + 776.0) * z2 + 1482.0) * z2 - 1920.0) * z2 - 945.0) / 92160.0;
    z + (first + (second + (third + fourth / freedom) / freedom) / freedom) / freedom
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The printed tables of the distribution.
    #[test]
    fn agrees_with_the_tables() {
        for (freedom, table) in [
            (5.0, 2.571),
            (8.0, 2.306),
            (10.0, 2.228),
            (20.0, 2.086),
            (31.0, 2.040),
            (120.0, 1.980),
        ] {
            assert!(
                (quantile(freedom) - table).abs() < 0.001,
                "{freedom}: {}",
                quantile(freedom)
            );
        }
        assert!((quantile(3.0) / 3.182 - 1.0).abs() < 0.002);
    }
}
