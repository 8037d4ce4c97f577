//! Counts of events over a stretch of time or a population: whether two differ beyond chance.
//!
//! J. Przyborowski and H. Wilenski (*Biometrika* 31, 1940, 313-323): if nothing has changed, then of all events seen in
//! both periods the later one's share is its share of the exposure, as with a coin of that weight. The share is judged by
//! its Wilson interval. Events are taken to be independent of each other; where they come in clusters (the children of
//! one family), chance explains more than this says.

use super::interval::Change;
use super::proportion::Proportion;

/// A number of events and what it was counted over.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rate {
    events: u32,
    exposure: f64,
}

impl Rate {
    /// Events over an exposure, in any unit that is the same for both rates compared: months, or children × months.
    /// `None` unless the exposure is finite and greater than 0.
    #[must_use]
    pub fn new(events: u32, exposure: f64) -> Option<Self> {
        (exposure.is_finite() && exposure > 0.0).then_some(Self { events, exposure })
    }

    /// Events for one unit of exposure.
    #[must_use]
    pub fn value(self) -> f64 {
        f64::from(self.events) / self.exposure
    }

    /// Whether this rate differs from an `earlier` one beyond chance. No event in either period is no change; more events
    /// than `u32` can count are not compared either.
    #[must_use]
    pub fn change_since(self, earlier: Self) -> Change {
        let all = self.events.checked_add(earlier.events);
        let Some(share) = all.and_then(|all| Proportion::new(self.events, all)) else {
            return Change::WithinChance;
        };
        share
            .interval()
            .compared_with(1.0 / (1.0 + earlier.exposure / self.exposure))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rate(events: u32, exposure: f64) -> Rate {
        Rate::new(events, exposure).unwrap()
    }

    /// Equal exposures: of 100 events 60 in the later half are just beyond chance (Wilson 0.502 to 0.691), 59 are not
    /// (0.492 to 0.681).
    #[test]
    fn worked_example() {
        assert_eq!(rate(60, 6.0).change_since(rate(40, 6.0)), Change::Higher);
        assert_eq!(rate(59, 6.0).change_since(rate(41, 6.0)), Change::WithinChance);
        assert_eq!(rate(40, 6.0).change_since(rate(60, 6.0)), Change::Lower);
    }

    #[test]
    fn exposure_counts() {
        assert_eq!(rate(60, 3.0).change_since(rate(120, 6.0)), Change::WithinChance);
        assert_eq!(rate(60, 1.0).change_since(rate(120, 6.0)), Change::Higher);
        assert_eq!(rate(0, 6.0).change_since(rate(0, 6.0)), Change::WithinChance);
    }

    #[test]
    fn refuses_no_exposure() {
        assert_eq!(Rate::new(1, 0.0), None);
        assert_eq!(Rate::new(1, f64::NAN), None);
        assert_eq!(Rate::new(1, f64::INFINITY), None);
    }
}
