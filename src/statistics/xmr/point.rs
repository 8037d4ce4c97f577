//! Where a point lies against the lines of its phase (SPEC section 5).
//!
//! It knows one point at a time; what several points in a row mean is in `rules`. All comparisons are exact: there is no
//! tolerance anywhere.

use super::{Limits, PointType, SpecialCause};

/// One row of a finished chart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// The row's value; `None` if it is missing.
    pub value: Option<f64>,
    /// On which side of the mean it lies; `None` if it is missing.
    pub side: Option<Side>,
    /// How far from the mean it lies; `None` if it is missing or there are no lines.
    pub band: Option<Band>,
    /// Its distance from the row before, where that entered the average moving range.
    pub moving_range: Option<f64>,
    /// The signal it carries, or common cause.
    pub special_cause: SpecialCause,
    /// That signal as good, bad or neither.
    pub point_type: PointType,
}

/// A point's side of the mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Greater than the mean.
    Above,
    /// Exactly the mean: no side at all.
    OnMean,
    /// Less than the mean.
    Below,
}

impl Side {
    /// The side of `mean` on which a value lies.
    fn of(value: f64, mean: f64) -> Self {
        if value > mean {
            Self::Above
        } else if value < mean {
            Self::Below
        } else {
            Self::OnMean
        }
    }
}

/// A point's distance from the mean, in lines crossed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Band {
    /// Between the near lines or on one of them.
    Inner,
    /// Beyond a near line, up to and on the limit.
    Close,
    /// Beyond a limit. Such a point is not also close.
    Outside,
}

impl Band {
    /// The band of a value.
    fn of(value: f64, limits: &Limits) -> Self {
        if value > limits.upper || value < limits.lower {
            Self::Outside
        } else if value > limits.near_upper || value < limits.near_lower {
            Self::Close
        } else {
            Self::Inner
        }
    }
}

/// A row with its place on the chart, before the rules have been asked.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// The row's value.
    pub(super) value: Option<f64>,
    /// Its side of the mean.
    pub(super) side: Option<Side>,
    /// Its band.
    pub(super) band: Option<Band>,
}

/// Places every row of a phase on its chart.
pub(super) fn places(rows: &[Option<f64>], mean: Option<f64>, limits: Option<&Limits>) -> Vec<Place> {
    rows.iter()
        .map(|value| Place {
            value: *value,
            side: value.zip(mean).map(|(value, mean)| Side::of(value, mean)),
            band: value.zip(limits).map(|(value, limits)| Band::of(value, limits)),
        })
        .collect()
}
