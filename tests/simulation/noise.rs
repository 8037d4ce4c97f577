//! Random numbers that are the same on every machine.
//!
//! The generator is splitmix64: G. L. Steele, D. Lea and C. H. Flood, *Fast splittable pseudorandom number generators*
//! (OOPSLA 2014). Normal numbers come from it by the method of Box and Muller, with logarithm and cosine from `libm`.

use std::f64::consts::TAU;

/// A stream of random numbers, wholly given by its seed.
pub struct Noise(u64);

impl Noise {
    pub fn seeded(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// Uniform on 0 (excluded) to 1 (included), in steps of 2^-32.
    pub fn uniform(&mut self) -> f64 {
        let [a, b, c, d, ..] = self.next().to_be_bytes();
        (f64::from(u32::from_be_bytes([a, b, c, d])) + 1.0) / 4_294_967_296.0
    }

    /// Uniform between two bounds.
    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.uniform()
    }

    /// Normal with mean 0 and standard deviation 1.
    pub fn normal(&mut self) -> f64 {
        let radius = (-2.0 * libm::log(self.uniform())).sqrt();
        radius * libm::cos(TAU * self.uniform())
    }
}
