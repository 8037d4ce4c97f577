//! Knows what is asked of a font: how wide a text will be. Refuses to know where the font comes from; the
//! floor that typesets the paper answers with the very font that it prints with.

/// Weight of the chart's type; the family is the paper's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Weight 400: everything but the figures that matter most.
    Regular,
    /// Weight 600: the latest value.
    SemiBold,
}

impl Weight {
    /// The weight as CSS and SVG count it.
    pub const fn css(self) -> u16 {
        match self {
            Self::Regular => 400,
            Self::SemiBold => 600,
        }
    }
}

/// Measures text in the font that will print it.
pub trait Measure {
    /// Width in points of one line of `text` at `size_pt` points. May be a little too wide, never too narrow.
    fn width(&self, text: &str, size_pt: f64, weight: Weight) -> f64;
}
