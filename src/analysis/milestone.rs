//! How the milestones on the way to excellence stand.
//! Knows their dates and updates; not the actions that lead to them.

use crate::analysis::slippage::Slippage;
use crate::domain::{Confidence, Date, Id, Month};

/// Where a milestone is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MilestoneState {
    /// Reached on this day.
    Achieved(Date),
    /// Its current date has gone by and it is not reached.
    Missed,
    /// Its date is still to come and its owner expects it later, on this day.
    ForecastLate(Date),
    /// Its date is still to come.
    Due,
}

impl MilestoneState {
    /// The word on paper.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Achieved(_) => "Achieved",
            Self::Missed => "Missed",
            Self::ForecastLate(_) => "Forecast late",
            Self::Due => "Due",
        }
    }

    /// The name by which layouts choose its mark.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Achieved(_) => "achieved",
            Self::Missed => "missed",
            Self::ForecastLate(_) => "forecast_late",
            Self::Due => "due",
        }
    }
}

/// How one milestone stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MilestoneStanding {
    /// The milestone.
    pub milestone: Id,
    /// Where it is.
    pub state: MilestoneState,
    /// Its dates; `None` where none was ever set.
    pub dates: Option<Slippage>,
    /// Days from the as-at date to its current date; negative once it has gone by.
    pub days_left: Option<i64>,
    /// Whether its owner expects to keep the date.
    pub confidence: Option<Confidence>,
    /// The day on which its owner now expects it.
    pub forecast: Option<Date>,
    /// What the board should know.
    pub note: Option<String>,
    /// The month whose return brought the last update.
    pub updated: Option<Month>,
}
