//! The burn-up: actions planned to be complete by the end of each month against actions that were.
//! Knows first dates, current dates and days of acceptance; not how an action is rated.

use crate::analysis::action::ActionStanding;
use crate::analysis::moment::Moment;
use crate::domain::{Date, Month, Programme};

/// A month of the burn-up: how many actions were to be complete by its end, and how many were. Actions that were
/// withdrawn or superseded are in none of the counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BurnUp {
    /// The month.
    pub month: Month,
    /// Planned by their first dates, summed up to the end of the month.
    pub planned_first: usize,
    /// Planned by their current dates, summed up to the end of the month.
    pub planned_current: usize,
    /// Complete with evidence accepted, summed up to the end of the month; `None` for months still to come.
    pub completed: Option<usize>,
}

/// The burn-up from the month in which the first action starts to the last in which one is due or in which the
/// paper's month lies; empty for a plan without actions.
#[must_use]
pub fn burn_up(programme: &Programme, standings: &[ActionStanding<'_>], now: &Moment) -> Vec<BurnUp> {
    let planned: Vec<&ActionStanding<'_>> = standings
        .iter()
        .filter(|standing| standing.is_in_plan())
        .collect();
    let starts = programme
        .plan
        .actions
        .iter()
        .map(|action| action.start.value().month());
    let Some(first) = starts.min() else {
        return Vec::new();
    };
    let dates = planned.iter().filter_map(|standing| standing.dates.as_ref());
    let last = dates
        .map(|dates| dates.first.max(dates.current).month())
        .fold(now.month, Month::max);
    first
        .through(last)
        .map(|month| at_end_of(month, &planned, now))
        .collect()
}

fn at_end_of(month: Month, planned: &[&ActionStanding<'_>], now: &Moment) -> BurnUp {
    let by_then = |day: Option<Date>| day.is_some_and(|day| day <= month.last_day());
    let count =
        |day: fn(&ActionStanding<'_>) -> Option<Date>| planned.iter().filter(|one| by_then(day(one))).count();
    BurnUp {
        month,
        planned_first: count(|standing| standing.dates.as_ref().map(|dates| dates.first)),
        planned_current: count(|standing| standing.dates.as_ref().map(|dates| dates.current)),
        completed: (month <= now.month).then(|| count(|standing| standing.accepted())),
    }
}
