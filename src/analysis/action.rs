//! How an action of the plan stands: its rating with the reasons, its dates, its last known update.
//! Knows one action at one moment; not how actions add up.

use crate::analysis::moment::{Moment, Moments};
use crate::analysis::news::{Item, News};
use crate::analysis::rating::{ActionRating, ActionReason};
use crate::analysis::slippage::{Move, Slippage};
use crate::domain::{
    Action, ActionState, ActionUpdate, Closure, Confidence, Date, Evidence, Id, Month, Programme,
};

/// What shows that an action is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceHeld<'p> {
    /// What is held.
    pub held: &'p str,
    /// The day on which it was accepted, if that was by the as-at date.
    pub accepted: Option<Date>,
}

/// The last update known of an action, and when it is from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastUpdate<'p> {
    /// The month whose return brought it: an older one than the paper's is carried forward and says so.
    pub month: Month,
    /// The day on which it came.
    pub received: Date,
    /// The body that sent it.
    pub from: &'p Id,
    /// How far the action is.
    pub state: ActionState,
    /// Whether its owner expects to keep the date.
    pub confidence: Option<Confidence>,
    /// The day on which its owner expects to be done; a completion after the as-at date counts as such a day.
    pub forecast: Option<Date>,
    /// The day on which it was done.
    pub completed: Option<Date>,
    /// What shows that it is done; carried forward for as long as the action stays complete.
    pub evidence: Option<EvidenceHeld<'p>>,
    /// What the board should know.
    pub note: Option<&'p str>,
}

/// Whether the month's update came. A flag beside the rating, never instead of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Freshness {
    /// It came with the month's returns.
    Received,
    /// The action is live and no return of the month mentions it.
    NotReceived,
    /// Nothing was owed: the action is finished, has left the plan or is not due to start.
    NotOwed,
}

/// How one action stands.
#[derive(Debug, Clone)]
pub struct ActionStanding<'p> {
    /// The action.
    pub action: &'p Action,
    /// Its rating.
    pub rating: ActionRating,
    /// Why it is red or amber; empty for every other rating.
    pub reasons: Vec<ActionReason>,
    /// Its rating in the paper before, by what is known now; `None` if it was not in the plan then.
    pub before: Option<ActionRating>,
    /// For how many months running it has been rated so, the paper's month included.
    pub months_running: usize,
    /// Its dates.
    pub dates: Option<Slippage<'p>>,
    /// Days past its current date, for an action that is neither done nor out of the plan.
    pub overdue_days: Option<i64>,
    /// The last update known, if there ever was one.
    pub update: Option<LastUpdate<'p>>,
    /// Whether the month's update came.
    pub freshness: Freshness,
}

impl ActionStanding<'_> {
    /// Whether work on it is still to be done: neither finished nor out of the plan.
    #[must_use]
    pub fn is_unfinished(&self) -> bool {
        is_unfinished(self.rating)
    }

    /// Whether it is in the plan: neither withdrawn nor superseded.
    #[must_use]
    pub fn is_in_plan(&self) -> bool {
        self.rating.is_in_plan()
    }

    /// The day on which the evidence of a complete action was accepted.
    #[must_use]
    pub fn accepted(&self) -> Option<Date> {
        let update = self
            .update
            .as_ref()
            .filter(|_| self.rating == ActionRating::Complete)?;
        update.evidence.as_ref()?.accepted
    }
}

/// What is known of one action at one moment: all that its rating depends on.
struct Known<'a, 'p> {
    action: &'p Action,
    moment: &'a Moment,
    closure: Option<&'p Closure>,
    dates: Option<Slippage<'p>>,
    update: Option<LastUpdate<'p>>,
    news: &'a [Item<'p, ActionUpdate>],
}

/// How `action` stands now, with its earlier ratings beside it.
#[must_use]
pub fn standing<'p>(
    programme: &'p Programme,
    news: &News<'p, ActionUpdate>,
    action: &'p Action,
    moments: &Moments,
) -> ActionStanding<'p> {
    let known = Known::at(programme, news, action, &moments.now);
    let (rating, reasons) = known.rate();
    let rating_at = |moment: &Moment| {
        in_plan(programme, action, moment).then(|| Known::at(programme, news, action, moment).rate().0)
    };
    ActionStanding {
        action,
        rating,
        reasons,
        before: rating_at(&moments.before),
        months_running: moments.running(|moment| rating_at(moment) == Some(rating)),
        overdue_days: if is_unfinished(rating) {
            known.days_overdue()
        } else {
            None
        },
        freshness: known.freshness(rating),
        dates: known.dates,
        update: known.update,
    }
}

fn is_unfinished(rating: ActionRating) -> bool {
    match rating {
        ActionRating::Red | ActionRating::Amber | ActionRating::NotDue | ActionRating::Green => true,
        ActionRating::Withdrawn
        | ActionRating::Superseded
        | ActionRating::Complete
        | ActionRating::EvidenceAwaited => false,
    }
}

/// An action is in the plan from the day on which its version was put forward.
fn in_plan(programme: &Programme, action: &Action, moment: &Moment) -> bool {
    let version = programme
        .plan
        .versions
        .iter()
        .find(|version| version.id.value() == action.plan.value());
    version.is_none_or(|version| *version.proposed.value() <= moment.agreed_by)
}

impl<'a, 'p> Known<'a, 'p> {
    fn at(
        programme: &'p Programme,
        news: &'a News<'p, ActionUpdate>,
        action: &'p Action,
        moment: &'a Moment,
    ) -> Self {
        let calendar = &programme.calendar;
        let news = news.until(action.id.value(), moment.month);
        let agreed = |closure: &&Closure| moment.knows(Some(closure.agreed.value()), calendar);
        Self {
            action,
            moment,
            closure: action.closed.as_ref().filter(agreed),
            dates: Slippage::of(&action.due, calendar, moment.agreed_by),
            update: last_update(news, moment.as_at),
            news,
        }
    }

    /// The rating of the plan, the first that holds (the notes of every monthly paper print the rules), with its reasons.
    fn rate(&self) -> (ActionRating, Vec<ActionReason>) {
        if let Some(finished) = self.out_of_plan().or_else(|| self.completion()) {
            return (finished, Vec::new());
        }
        let red = self.reasons_for_red();
        if !red.is_empty() {
            return (ActionRating::Red, red);
        }
        let amber = self.reasons_for_amber();
        if !amber.is_empty() {
            return (ActionRating::Amber, amber);
        }
        let rating = if self.is_not_due() {
            ActionRating::NotDue
        } else {
            ActionRating::Green
        };
        (rating, Vec::new())
    }

    fn out_of_plan(&self) -> Option<ActionRating> {
        let superseded = self.closure?.superseded_by.is_some();
        Some(if superseded {
            ActionRating::Superseded
        } else {
            ActionRating::Withdrawn
        })
    }

    fn completion(&self) -> Option<ActionRating> {
        let update = self
            .update
            .as_ref()
            .filter(|update| update.state == ActionState::Complete)?;
        let accepted = update.evidence.as_ref().and_then(|evidence| evidence.accepted);
        Some(if accepted.is_some() {
            ActionRating::Complete
        } else {
            ActionRating::EvidenceAwaited
        })
    }

    fn reasons_for_red(&self) -> Vec<ActionReason> {
        let Some(dates) = &self.dates else {
            return self
                .says(Confidence::OffTrack, ActionReason::OffTrack)
                .into_iter()
                .collect();
        };
        let overdue = self.days_overdue().map(|_| ActionReason::Overdue(dates.current));
        let late = self
            .forecast()
            .filter(|day| *day > dates.current)
            .map(ActionReason::ForecastLate);
        let off_track = self.says(Confidence::OffTrack, ActionReason::OffTrack);
        let times = dates.times_moved();
        let moved_twice = (times >= 2).then_some(ActionReason::MovedTwice(times));
        let too_late = dates
            .moves
            .iter()
            .any(Move::came_after_due)
            .then_some(ActionReason::MovedAfterDue);
        [overdue, late, off_track, moved_twice, too_late]
            .into_iter()
            .flatten()
            .collect()
    }

    fn reasons_for_amber(&self) -> Vec<ActionReason> {
        let at_risk = self.says(Confidence::AtRisk, ActionReason::AtRisk);
        let moved = self
            .dates
            .as_ref()
            .and_then(|dates| dates.postponements().next_back());
        let unsettled = moved
            .filter(|last| !self.is_on_track_since(last))
            .map(|_| ActionReason::MovedOnce);
        at_risk.into_iter().chain(unsettled).collect()
    }

    fn says(&self, confidence: Confidence, reason: ActionReason) -> Option<ActionReason> {
        let said = self.update.as_ref().and_then(|update| update.confidence);
        (said == Some(confidence)).then_some(reason)
    }

    fn forecast(&self) -> Option<Date> {
        self.update.as_ref().and_then(|update| update.forecast)
    }

    /// An update that came before the meeting speaks of the date before; without a day, nothing is after it.
    fn is_on_track_since(&self, last: &Move<'_>) -> bool {
        let after = |item: &Item<'_, ActionUpdate>| last.agreed.is_some_and(|day| item.received() > day);
        self.news
            .iter()
            .any(|item| item.update.confidence == Some(Confidence::OnTrack) && after(item))
    }

    fn is_not_due(&self) -> bool {
        let begun = self
            .update
            .as_ref()
            .is_some_and(|update| update.state == ActionState::InProgress);
        *self.action.start.value() > self.moment.as_at && !begun
    }

    /// Days past the current date. On the day itself an action is not overdue.
    fn days_overdue(&self) -> Option<i64> {
        let days = self.moment.as_at.days_since(self.dates.as_ref()?.current);
        (days > 0).then_some(days)
    }

    fn freshness(&self, rating: ActionRating) -> Freshness {
        let came = self
            .news
            .last()
            .is_some_and(|item| item.month() == self.moment.month);
        let owed = rating == ActionRating::EvidenceAwaited
            || (is_unfinished(rating) && rating != ActionRating::NotDue);
        match (came, owed) {
            (true, _) => Freshness::Received,
            (false, true) => Freshness::NotReceived,
            (false, false) => Freshness::NotOwed,
        }
    }
}

/// The last update as it holds on the as-at date: what is done or accepted later is still to come.
fn last_update<'p>(news: &[Item<'p, ActionUpdate>], as_at: Date) -> Option<LastUpdate<'p>> {
    let last = news.last()?;
    let (completed, evidence) = completion(news);
    let done_later = completed.filter(|day| *day > as_at);
    let accepted = |day: &Date| *day <= as_at && done_later.is_none();
    Some(LastUpdate {
        month: last.month(),
        received: last.received(),
        from: last.sent.from.value(),
        state: if done_later.is_some() {
            ActionState::InProgress
        } else {
            last.update.state
        },
        confidence: last.update.confidence,
        forecast: done_later.or(last.update.forecast.as_ref().map(|day| *day.value())),
        completed: completed.filter(|day| *day <= as_at),
        evidence: evidence.map(|evidence| EvidenceHeld {
            held: &evidence.held,
            accepted: evidence
                .accepted
                .as_ref()
                .map(|day| *day.value())
                .filter(accepted),
        }),
        note: last.update.note.as_deref(),
    })
}

/// The day of completion and the evidence, from the updates since the action was last said to be complete: an
/// owner need not repeat every month what is held.
fn completion<'a>(news: &[Item<'a, ActionUpdate>]) -> (Option<Date>, Option<&'a Evidence>) {
    let complete = || {
        news.iter()
            .rev()
            .map(|item| item.update)
            .take_while(|u| u.state == ActionState::Complete)
    };
    let day = complete().find_map(|update| update.completed.as_ref());
    (
        day.map(|day| *day.value()),
        complete().find_map(|update| update.evidence.as_ref()),
    )
}
