//! Targets in time: the one of a month, the one at the end, and when a value meets them.
//! Knows trajectories, steps and definitions; not which figures there are.

use crate::analysis::rating::Aim;
use crate::domain::Month;

/// The last point of a target's trajectory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EndTarget {
    /// The month by which it is to be met.
    pub month: Month,
    /// The target.
    pub aim: Aim,
}
