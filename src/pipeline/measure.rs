//! How wide words are on the page: the charts' question, answered with the fonts that the paper is set in.

use crate::charts::{Measure, Weight};
use crate::typeset::{Cut, Fonts};

/// The fonts of the paper, as charts measure with them.
pub struct Printed<'f>(pub &'f Fonts);

impl Measure for Printed<'_> {
    fn width(&self, text: &str, size: f64, weight: Weight) -> f64 {
        let cut = match weight {
            Weight::Regular => Cut::Regular,
            Weight::SemiBold => Cut::SemiBold,
        };
        self.0.advance(text, size, cut)
    }
}
