//! Advance widths of Inter (static files, version 4.0) for the printable ASCII characters, in thousandths of
//! an em: lets charts be laid out in tests exactly as the paper's own font would have it, without reading a
//! font.

use board_papers::charts::{Measure, Weight};

/// Inter by table.
pub struct Inter;

const REGULAR: [u16; 95] = [
    281, 278, 403, 631, 638, 812, 639, 222, 362, 362, 500, 659, 280, 460, 276, 357, 625, 464, 605, 636, 642,
    608, 624, 571, 616, 624, 276, 280, 659, 659, 659, 507, 936, 676, 651, 727, 719, 598, 587, 743, 740, 264,
    543, 652, 562, 889, 753, 761, 635, 761, 639, 638, 642, 741, 676, 949, 642, 665, 625, 362, 357, 362, 469,
    452, 497, 564, 621, 558, 621, 582, 361, 609, 591, 237, 237, 544, 237, 869, 585, 597, 609, 609, 372, 523,
    364, 581, 557, 812, 540, 557, 541, 362, 327, 362, 659,
];

const SEMIBOLD: [u16; 95] = [
    248, 309, 396, 643, 649, 844, 663, 213, 393, 393, 543, 673, 295, 466, 290, 379, 667, 481, 621, 652, 666,
    632, 648, 587, 646, 648, 290, 295, 673, 673, 673, 544, 999, 724, 657, 744, 724, 608, 586, 755, 744, 275,
    561, 677, 566, 906, 741, 775, 643, 776, 651, 649, 660, 734, 724, 1007, 690, 705, 653, 393, 379, 393, 481,
    468, 497, 575, 630, 577, 630, 593, 377, 625, 613, 261, 261, 569, 261, 898, 610, 608, 625, 625, 397, 549,
    380, 608, 576, 837, 562, 576, 562, 393, 358, 393, 673,
];

/// Wider than any letter of running text: what is not in the table is measured on the safe side.
const OTHER: u16 = 900;

impl Measure for Inter {
    fn width(&self, text: &str, size_pt: f64, weight: Weight) -> f64 {
        let table = match weight {
            Weight::Regular => &REGULAR,
            Weight::SemiBold => &SEMIBOLD,
        };
        let advance = |c: char| {
            let place = u32::from(c)
                .checked_sub(32)
                .and_then(|place| usize::try_from(place).ok());
            place.and_then(|place| table.get(place)).copied().unwrap_or(OTHER)
        };
        text.chars().map(|c| f64::from(advance(c))).sum::<f64>() / 1000.0 * size_pt
    }
}
