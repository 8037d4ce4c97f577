//! Recounts the false signals.

use board_papers::statistics::false_signals::{SERIES, SIGNALS};
use board_papers::statistics::series::Series;
use board_papers::statistics::xmr::{Options, Variation, chart};

use crate::noise::Noise;

#[test]
fn the_rate_is_what_a_simulation_finds() {
    let lengths = 13..=26;
    let of_each = SERIES / u32::try_from(lengths.clone().count()).unwrap();
    let mut noise = Noise::seeded(2010);
    let signals: u32 = lengths
        .map(|points| signals_at_the_last_of(points, of_each, &mut noise))
        .sum();
    println!("{signals} of {SERIES} steady series signal at their last point");
    assert_eq!(signals, SIGNALS);
}

/// How many of so many steady series signal at their last point.
fn signals_at_the_last_of(points: usize, series: u32, noise: &mut Noise) -> u32 {
    let signals = (0..series).filter(|_| {
        let values: Vec<Option<f64>> = (0..points).map(|_| Some(noise.normal())).collect();
        let series = Series::one_phase(&values).unwrap();
        chart(&series, &Options::default()).variation != Variation::CommonCause
    });
    u32::try_from(signals.count()).unwrap()
}
