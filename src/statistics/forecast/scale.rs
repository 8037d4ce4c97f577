//! The scale on which a forecast is computed, so that it stays within what the measure can be.
//!
//! It knows the bounds of a measure and how to go to the working scale and back; nothing of time.

/// How far beyond 0% and 100% the working scale of percentages reaches, so that a month at either end has a place on it.
const PERCENT_MARGIN: f64 = 0.5;

/// What values a measure can take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// Per cent, 0 to 100. Computed on the logit (R. J. Hyndman and G. Athanasopoulos, *Forecasting: Principles and Practice*,
    /// 3rd edition 2021, section 13.3), with bounds half a point outside so that 0 and 100 themselves can be worked with.
    Percentage,
    /// A number that cannot be negative: counts, days, rates. Computed as it is and cut off at 0.
    NotBelowZero,
    /// Any number.
    Unbounded,
}

impl Scale {
    /// Whether the measure can have this value.
    pub(super) fn holds(self, value: f64) -> bool {
        match self {
            Self::Percentage => (0.0..=100.0).contains(&value),
            Self::NotBelowZero => value.is_finite() && value >= 0.0,
            Self::Unbounded => value.is_finite(),
        }
    }

    /// A value on the working scale.
    pub(super) fn working(self, value: f64) -> f64 {
        match self {
            Self::Percentage => libm::log((value + PERCENT_MARGIN) / (100.0 + PERCENT_MARGIN - value)),
            Self::NotBelowZero | Self::Unbounded => value,
        }
    }

    /// A working value on the measure's own scale, within its bounds.
    pub(super) fn published(self, working: f64) -> f64 {
        match self {
            Self::Percentage => {
                let whole = 100.0 + 2.0 * PERCENT_MARGIN;
                (whole / (1.0 + libm::exp(-working)) - PERCENT_MARGIN).clamp(0.0, 100.0)
            }
            Self::NotBelowZero => working.max(0.0),
            Self::Unbounded => working,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goes_there_and_back() {
        for tenth in 0..=1000 {
            let percent = f64::from(tenth) / 10.0;
            assert!(
                (Scale::Percentage.published(Scale::Percentage.working(percent)) - percent).abs() < 1e-12
            );
        }
    }

    #[test]
    fn stays_within_its_bounds() {
        assert_eq!(Scale::Percentage.published(1e6), 100.0);
        assert_eq!(Scale::Percentage.published(-1e6), 0.0);
        assert_eq!(Scale::NotBelowZero.published(-3.0), 0.0);
        assert_eq!(Scale::Unbounded.published(-3.0), -3.0);
    }
}
