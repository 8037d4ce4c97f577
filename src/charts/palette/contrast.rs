//! Knows how light a colour is and how it contrasts with another, as the Web Content Accessibility Guidelines
//! 2.2 define it ("relative luminance", "contrast ratio"). Uses no platform maths, so that every machine
//! computes the same ratio.

use super::Colour;

impl Colour {
    /// Relative luminance: 0 for black to 1 for white.
    pub fn luminance(self) -> f64 {
        let (red, green, blue) = self.channels();
        luminance([red, green, blue].map(linear))
    }

    /// Contrast ratio: 1 (none) to 21. Text needs 4.5, shapes need 3.
    pub fn contrast(self, other: Self) -> f64 {
        ratio(self.luminance(), other.luminance())
    }
}

/// Luminance of red, green and blue in linear light.
pub(super) fn luminance([red, green, blue]: [f64; 3]) -> f64 {
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// Contrast of two luminances.
pub(super) fn ratio(one: f64, other: f64) -> f64 {
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// A channel of sRGB in linear light, 0 to 1.
pub(super) fn linear(channel: u8) -> f64 {
    let value = f64::from(channel) / 255.0;
    if value <= 0.04045 {
        return value / 12.92;
    }
    let base = (value + 0.055) / 1.055;
    base * base * fifth_root(base * base)
}

/// The fifth root of a number from 0 to 1 by Newton's method: x^2.4 is x² times the fifth root of x².
fn fifth_root(value: f64) -> f64 {
    let improved = |root: f64, _| (4.0 * root + value / (root * root * root * root)) / 5.0;
    (0..60).fold(1.0, improved)
}
