//! How the milestones on the way to excellence stand.
//! Knows their dates and updates; not the actions that lead to them.

use crate::analysis::moment::{Moment, Moments};
use crate::analysis::news::{Item, News};
use crate::analysis::slippage::Slippage;
use crate::domain::{Calendar, Confidence, Date, Located, Milestone, MilestoneUpdate, Month};

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
}

/// How one milestone stands.
#[derive(Debug, Clone)]
pub struct MilestoneStanding<'p> {
    /// The milestone.
    pub milestone: &'p Milestone,
    /// Where it is.
    pub state: MilestoneState,
    /// Where it was in the paper before, by what is known now.
    pub before: MilestoneState,
    /// For how many months running it has been so, the paper's month included.
    pub months_running: usize,
    /// Its dates; `None` where none was ever set.
    pub dates: Option<Slippage<'p>>,
    /// Days from the as-at date to its current date; negative once it has gone by.
    pub days_left: Option<i64>,
    /// Whether its owner expects to keep the date.
    pub confidence: Option<Confidence>,
    /// The day on which its owner now expects it.
    pub forecast: Option<Date>,
    /// What the board should know.
    pub note: Option<&'p str>,
    /// The month whose return brought the last update.
    pub updated: Option<Month>,
}

/// How `milestone` stands now, with where it was before beside it.
#[must_use]
pub fn standing<'p>(
    calendar: &Calendar,
    news: &News<'p, MilestoneUpdate>,
    milestone: &'p Milestone,
    moments: &Moments,
) -> MilestoneStanding<'p> {
    let now = &moments.now;
    let state_at = |moment: &Moment| state(calendar, news, milestone, moment);
    let latest = news.until(milestone.id.value(), now.month).last();
    let dates = Slippage::of(&milestone.due, calendar, now.agreed_by);
    MilestoneStanding {
        milestone,
        state: state_at(now),
        before: state_at(&moments.before),
        months_running: moments.running(|moment| state_at(moment) == state_at(now)),
        days_left: dates.as_ref().map(|dates| dates.current.days_since(now.as_at)),
        dates,
        confidence: latest.and_then(|item| item.update.confidence),
        forecast: latest.and_then(|item| day(item.update.forecast.as_ref())),
        note: latest.and_then(|item| item.update.note.as_deref()),
        updated: latest.map(Item::month),
    }
}

/// The first that holds: achieved by the as-at date, missed, forecast late, due.
fn state(
    calendar: &Calendar,
    news: &News<'_, MilestoneUpdate>,
    milestone: &Milestone,
    moment: &Moment,
) -> MilestoneState {
    let updates = news.until(milestone.id.value(), moment.month);
    let reached = updates
        .iter()
        .rev()
        .find_map(|item| day(item.update.achieved.as_ref()));
    if let Some(on) = reached.filter(|on| *on <= moment.as_at) {
        return MilestoneState::Achieved(on);
    }
    let Some(dates) = Slippage::of(&milestone.due, calendar, moment.agreed_by) else {
        return MilestoneState::Due;
    };
    let forecast = updates
        .last()
        .and_then(|item| day(item.update.forecast.as_ref()))
        .or(reached);
    // The day itself is over when the period is.
    if moment.as_at >= dates.current {
        return MilestoneState::Missed;
    }
    let late = forecast.filter(|expected| *expected > dates.current);
    late.map_or(MilestoneState::Due, MilestoneState::ForecastLate)
}

fn day(typed: Option<&Located<Date>>) -> Option<Date> {
    typed.map(|day| *day.value())
}
