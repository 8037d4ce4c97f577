//! How often a control chart cries wolf: a signal in the last month of a process in which nothing has changed.
//!
//! It knows one rate, and no indicator. The rate is not derived but simulated: `tests/simulation` makes steady series
//! of 13 to 26 points from a fixed seed, as many of each length, charts each with all four rules and screening, counts those whose
//! last point carries a signal, and fails if that is not the number here. The rate hardly depends on length: about
//! 1.4% at 13 points, 1.6% at 26 and 1.8% at 36. The simulated noise is normal and independent from month to month; real
//! series that hang together, or move in few steps, signal more often.

use super::float;

/// Steady series that were simulated.
pub const SERIES: u32 = 140_000;

/// Of [`SERIES`], those that signal at their last point.
pub const SIGNALS: u32 = 2_163;

/// How many of so many charts are to be expected to signal in one month although nothing has changed.
#[must_use]
pub fn expected_false_signals(charts: usize) -> f64 {
    float(charts) * f64::from(SIGNALS) / f64::from(SERIES)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sixty_five_charts_cry_wolf_once_a_month() {
        assert_eq!(expected_false_signals(0), 0.0);
        assert_eq!(format!("{:.2}", expected_false_signals(65)), "1.00");
    }
}
