//! How the plan stands as a whole: every action, counts by recommendation, theme, body and owner, the burn-up,
//! and the lists that a board asks for. Knows how actions add up; not how one of them is rated.

use crate::analysis::action::{self, ActionStanding, Freshness};
use crate::analysis::burn_up::{BurnUp, burn_up};
use crate::analysis::milestone::{self, MilestoneStanding, MilestoneState};
use crate::analysis::moment::{Moment, Moments};
use crate::analysis::news::News;
use crate::analysis::rating::ActionRating;
use crate::analysis::tally::Tally;
use crate::domain::{Action, Body, Date, Id, Month, Office, Programme, Recommendation, Theme};
use std::cmp::Reverse;

/// Counts for one recommendation, theme, body or owner, with those of the paper before.
#[derive(Debug, Clone)]
pub struct Part<'p, T> {
    /// The recommendation, theme, body or office.
    pub of: &'p T,
    /// Its actions by rating.
    pub now: Tally,
    /// The same in the paper before.
    pub before: Tally,
}

/// How the plan stands.
#[derive(Debug, Clone)]
pub struct PlanProgress<'p> {
    /// Whose month, and the as-at date.
    pub moment: Moment,
    /// Every action, in the order of the plan.
    pub actions: Vec<ActionStanding<'p>>,
    /// All actions by rating.
    pub now: Tally,
    /// The same in the paper before.
    pub before: Tally,
    /// By recommendation, in the order of the plan. An action that answers two counts for both.
    pub by_recommendation: Vec<Part<'p, Recommendation>>,
    /// By theme, in the order of the programme; themes without actions are left out.
    pub by_theme: Vec<Part<'p, Theme>>,
    /// By body, in the order of the programme; bodies without actions are left out.
    pub by_body: Vec<Part<'p, Body>>,
    /// By owner, in the order of the programme; offices without actions are left out.
    pub by_owner: Vec<Part<'p, Office>>,
    /// Planned against completed, from the first month in which anything starts to the last in which it is due.
    pub burn_up: Vec<BurnUp>,
    /// Every milestone, in the order of the plan.
    pub milestones: Vec<MilestoneStanding<'p>>,
    /// Days from the as-at date to the day by which excellence is to be reached; negative once it has gone by.
    pub days_to_excellence: i64,
}

/// How the plan stands at a paper's moment.
#[must_use]
pub fn progress<'p>(programme: &'p Programme, moments: &Moments) -> PlanProgress<'p> {
    let now = moments.now;
    let actions = actions(programme, moments);
    let charter = &programme.charter;
    PlanProgress {
        moment: now,
        now: actions.iter().map(|standing| standing.rating).collect(),
        before: actions.iter().filter_map(|standing| standing.before).collect(),
        by_recommendation: parts(&programme.plan.recommendations, &actions, |asked, action| {
            action
                .answers
                .iter()
                .any(|answered| answered.value() == asked.id.value())
        }),
        by_theme: with_actions(parts(&charter.themes, &actions, |theme, action| {
            theme.id.value() == action.theme.value()
        })),
        by_body: with_actions(parts(&charter.bodies, &actions, |body, action| {
            body.id.value() == action.body.value()
        })),
        by_owner: with_actions(parts(&charter.offices, &actions, |office, action| {
            office.id.value() == action.owner.value()
        })),
        burn_up: burn_up(programme, &actions, &now),
        milestones: milestones(programme, moments),
        days_to_excellence: charter.excellence.date.value().days_since(now.as_at),
        actions,
    }
}

fn actions<'p>(programme: &'p Programme, moments: &Moments) -> Vec<ActionStanding<'p>> {
    let news = News::gather(programme, |sent| &sent.actions);
    let all = programme.plan.actions.iter();
    all.map(|action| action::standing(programme, &news, action, moments))
        .collect()
}

fn milestones<'p>(programme: &'p Programme, moments: &Moments) -> Vec<MilestoneStanding<'p>> {
    let news = News::gather(programme, |sent| &sent.milestones);
    let all = programme.plan.milestones.iter();
    all.map(|one| milestone::standing(&programme.calendar, &news, one, moments))
        .collect()
}

/// Whether a body has something to say of the plan for a month: an action of its own that is going on, or a milestone of its
/// offices that is still to come.
#[must_use]
pub fn has_news_of(programme: &Programme, body: &Id, month: Month) -> bool {
    let moments = Moments::end_of(month);
    let is_live = |standing: &ActionStanding<'_>| {
        standing.action.body.value() == body && standing.freshness != Freshness::NotOwed
    };
    let is_to_come = |standing: &MilestoneStanding<'_>| {
        let office = programme.charter.office(standing.milestone.owner.value());
        let of = office.and_then(|office| office.body.as_ref());
        of.map_or(&programme.charter.council, |of| of).value() == body
            && !matches!(standing.state, MilestoneState::Achieved(_))
    };
    actions(programme, &moments).iter().any(is_live) || milestones(programme, &moments).iter().any(is_to_come)
}

fn parts<'p, T>(
    all: &'p [T],
    actions: &[ActionStanding<'_>],
    belongs: impl Fn(&T, &Action) -> bool,
) -> Vec<Part<'p, T>> {
    let part = |of: &'p T| {
        let mine = || actions.iter().filter(|standing| belongs(of, standing.action));
        Part {
            of,
            now: mine().map(|standing| standing.rating).collect(),
            before: mine().filter_map(|standing| standing.before).collect(),
        }
    };
    all.iter().map(part).collect()
}

fn with_actions<T>(parts: Vec<Part<'_, T>>) -> Vec<Part<'_, T>> {
    parts.into_iter().filter(|part| part.now.total() > 0).collect()
}

impl<'p> PlanProgress<'p> {
    /// How `action` stands.
    #[must_use]
    pub fn action(&self, action: &Id) -> Option<&ActionStanding<'p>> {
        self.actions
            .iter()
            .find(|standing| standing.action.id.value() == action)
    }

    /// How `milestone` stands.
    #[must_use]
    pub fn milestone(&self, milestone: &Id) -> Option<&MilestoneStanding<'p>> {
        self.milestones
            .iter()
            .find(|standing| standing.milestone.id.value() == milestone)
    }

    /// Actions past their current date, the longest overdue first.
    #[must_use]
    pub fn overdue(&self) -> Vec<&ActionStanding<'p>> {
        ranked(&self.actions, |standing| standing.overdue_days.map(Reverse))
    }

    /// Unfinished actions whose current date is later than their first, the furthest slipped first.
    #[must_use]
    pub fn slipped(&self) -> Vec<&ActionStanding<'p>> {
        ranked(&self.actions, |standing| {
            let days = standing.dates.as_ref()?.days();
            (days > 0 && standing.is_unfinished()).then_some(Reverse(days))
        })
    }

    /// Complete actions whose evidence is not accepted yet, in the order of the plan.
    #[must_use]
    pub fn evidence_awaited(&self) -> Vec<&ActionStanding<'p>> {
        ranked(&self.actions, |standing| {
            (standing.rating == ActionRating::EvidenceAwaited).then_some(())
        })
    }

    /// Unfinished actions that fall due in the two months after the as-at date, the earliest first.
    #[must_use]
    pub fn due_next(&self) -> Vec<&ActionStanding<'p>> {
        ranked(&self.actions, |standing| {
            let due = standing.dates.as_ref()?.current;
            (self.falls_soon(due) && standing.is_unfinished()).then_some(due)
        })
    }

    /// Live actions without an update for the month, in the order of the plan.
    #[must_use]
    pub fn silent(&self) -> Vec<&ActionStanding<'p>> {
        ranked(&self.actions, |standing| {
            (standing.freshness == Freshness::NotReceived).then_some(())
        })
    }

    /// Owners with live actions without an update for the month, in the order of the programme.
    #[must_use]
    pub fn silent_by_owner(&self) -> Vec<(&'p Office, Vec<&ActionStanding<'p>>)> {
        let silent = self.silent();
        let of = |office: &Office| {
            silent
                .iter()
                .copied()
                .filter(|one| one.action.owner.value() == office.id.value())
                .collect()
        };
        let offices = self.by_owner.iter().map(|part| (part.of, of(part.of)));
        offices
            .filter(|(_, actions): &(_, Vec<_>)| !actions.is_empty())
            .collect()
    }

    /// Milestones that are not reached and whose date is still to come, the earliest first.
    #[must_use]
    pub fn next_milestones(&self) -> Vec<&MilestoneStanding<'p>> {
        ranked(&self.milestones, |standing| match standing.state {
            MilestoneState::Achieved(_) | MilestoneState::Missed => None,
            MilestoneState::ForecastLate(_) | MilestoneState::Due => standing.days_left,
        })
    }

    /// The burn-up at the end of the paper's month.
    #[must_use]
    pub fn burn_up_now(&self) -> Option<&BurnUp> {
        self.burn_up.iter().find(|point| point.month == self.moment.month)
    }

    fn falls_soon(&self, due: Date) -> bool {
        self.moment.as_at < due && due <= self.moment.month.plus(2).last_day()
    }
}

/// The items to which `rank` gives a rank, the least first; in the order of the plan where it is the same.
fn ranked<T, R: Ord>(all: &[T], rank: impl Fn(&T) -> Option<R>) -> Vec<&T> {
    let mut ranked: Vec<(R, &T)> = all.iter().filter_map(|one| Some((rank(one)?, one))).collect();
    ranked.sort_by(|(one, _), (other, _)| one.cmp(other));
    ranked.into_iter().map(|(_, one)| one).collect()
}
