//! How the plan stands as a whole: every action, counts by recommendation, theme, body and owner, the burn-up,
//! and the lists that a board asks for. Knows how actions add up; not how one of them is rated.

use crate::analysis::action::{self, ActionStanding, Freshness};
use crate::analysis::burn_up::{BurnUp, burn_up};
use crate::analysis::milestone::{self, MilestoneStanding};
use crate::analysis::moment::Moment;
use crate::analysis::news::News;
use crate::analysis::rating::ActionRating;
use crate::analysis::tally::Tally;
use crate::catalogue::Occasion;
use crate::domain::{Action, Date, Id, Programme};
use std::cmp::Reverse;

/// Counts for one recommendation, theme, body or owner, with those of the paper before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The recommendation, theme, body or office.
    pub id: Id,
    /// Its actions by rating.
    pub now: Tally,
    /// The same in the paper before.
    pub before: Tally,
}

/// An owner's actions without an update for the month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Silent {
    /// The office.
    pub owner: Id,
    /// Its actions, in the order of the plan.
    pub actions: Vec<Id>,
}

/// How the plan stands. Lists of actions are in the order of the plan unless they say otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanProgress {
    /// The as-at date.
    pub as_at: Date,
    /// Every action.
    pub actions: Vec<ActionStanding>,
    /// All actions by rating.
    pub now: Tally,
    /// The same in the paper before.
    pub before: Tally,
    /// By recommendation, in the order of the plan. An action that answers two counts for both.
    pub by_recommendation: Vec<Part>,
    /// By theme, in the order of the programme; themes without actions are left out.
    pub by_theme: Vec<Part>,
    /// By body, in the order of the programme; bodies without actions are left out.
    pub by_body: Vec<Part>,
    /// By owner, in the order of the programme; offices without actions are left out.
    pub by_owner: Vec<Part>,
    /// Planned against completed, from the first month in which anything starts to the last in which it is due.
    pub burn_up: Vec<BurnUp>,
    /// Past their current date: the longest overdue first.
    pub overdue: Vec<Id>,
    /// Not complete, and their current date later than their first: the furthest slipped first.
    pub slipped: Vec<Id>,
    /// Complete, with evidence awaited.
    pub evidence_awaited: Vec<Id>,
    /// Not complete and due in the two months after the as-at date: the earliest first.
    pub due_next: Vec<Id>,
    /// Live actions without an update for the month, by owner.
    pub silent: Vec<Silent>,
    /// Every milestone, in the order of the plan.
    pub milestones: Vec<MilestoneStanding>,
    /// Days from the as-at date to the day by which excellence is to be reached; negative once it has gone by.
    pub days_to_excellence: i64,
}

/// How the plan stands for the paper of `occasion`.
#[must_use]
pub fn progress(programme: &Programme, occasion: &Occasion) -> PlanProgress {
    let (now, before) = (Moment::of(occasion), Moment::before(programme, occasion));
    let standings = standings(programme, &now, &before);
    let actions = Standings::new(programme, &standings);
    PlanProgress {
        as_at: now.as_at,
        now: standings.iter().map(|standing| standing.rating).collect(),
        before: standings.iter().filter_map(|standing| standing.before).collect(),
        by_recommendation: actions.by_recommendation(),
        by_theme: actions.parts(
            programme.charter.themes.iter().map(|theme| theme.id.value()),
            theme_of,
        ),
        by_body: actions.parts(
            programme.charter.bodies.iter().map(|body| body.id.value()),
            body_of,
        ),
        by_owner: actions.parts(
            programme.charter.offices.iter().map(|office| office.id.value()),
            owner_of,
        ),
        burn_up: burn_up(programme, &standings, &now),
        overdue: actions.ranked(|standing| standing.overdue_days.map(Reverse)),
        slipped: actions.ranked(days_slipped),
        evidence_awaited: actions
            .ranked(|standing| (standing.rating == ActionRating::EvidenceAwaited).then_some(())),
        due_next: actions.ranked(|standing| due_next(standing, &now)),
        silent: actions.silent(),
        milestones: milestones(programme, &now, &before),
        days_to_excellence: programme.charter.excellence.date.days_since(now.as_at),
        actions: standings,
    }
}

impl PlanProgress {
    /// How `action` stands.
    #[must_use]
    pub fn action(&self, action: &Id) -> Option<&ActionStanding> {
        self.actions.iter().find(|standing| standing.action == *action)
    }

    /// How `milestone` stands.
    #[must_use]
    pub fn milestone(&self, milestone: &Id) -> Option<&MilestoneStanding> {
        self.milestones
            .iter()
            .find(|standing| standing.milestone == *milestone)
    }
}

fn standings(programme: &Programme, now: &Moment, before: &Moment) -> Vec<ActionStanding> {
    let news = News::gather(&programme.returns, |sent| &sent.actions);
    let actions = programme.plan.actions.iter();
    actions
        .map(|action| action::standing(programme, &news, action, now, before))
        .collect()
}

fn milestones(programme: &Programme, now: &Moment, before: &Moment) -> Vec<MilestoneStanding> {
    let news = News::gather(&programme.returns, |sent| &sent.milestones);
    let all = programme.plan.milestones.iter();
    all.map(|one| milestone::standing(&programme.calendar, &news, one, now, before))
        .collect()
}

fn theme_of(action: &Action) -> &Id {
    action.theme.value()
}

fn body_of(action: &Action) -> &Id {
    action.body.value()
}

fn owner_of(action: &Action) -> &Id {
    action.owner.value()
}

/// Days between the first and the current date, where an unfinished action slipped; the furthest sorts first.
fn days_slipped(standing: &ActionStanding) -> Option<Reverse<i64>> {
    let days = standing.dates.as_ref()?.days();
    (days > 0 && action::is_unfinished(standing.rating)).then_some(Reverse(days))
}

/// The current date, where it falls in the two months after the as-at date.
fn due_next(standing: &ActionStanding, now: &Moment) -> Option<Date> {
    let due = standing.dates.as_ref()?.current;
    let soon = now.as_at < due && due <= now.month.plus(2).last_day();
    (soon && action::is_unfinished(standing.rating)).then_some(due)
}

/// Every action beside how it stands, in the order of the plan.
struct Standings<'a> {
    programme: &'a Programme,
    pairs: Vec<(&'a Action, &'a ActionStanding)>,
}

impl<'a> Standings<'a> {
    fn new(programme: &'a Programme, standings: &'a [ActionStanding]) -> Self {
        Self {
            programme,
            pairs: programme.plan.actions.iter().zip(standings).collect(),
        }
    }

    fn by_recommendation(&self) -> Vec<Part> {
        let all = self
            .programme
            .plan
            .recommendations
            .iter()
            .map(|asked| asked.id.value());
        all.map(|id| {
            self.part(id, |action| {
                action.answers.iter().any(|answered| answered.value() == id)
            })
        })
        .collect()
    }

    fn parts(&self, ids: impl Iterator<Item = &'a Id>, of: impl Fn(&Action) -> &Id) -> Vec<Part> {
        let all = ids.map(|id| self.part(id, |action| of(action) == id));
        all.filter(|part| part.now.total() > 0).collect()
    }

    fn part(&self, id: &Id, belongs: impl Fn(&Action) -> bool) -> Part {
        let mine = || {
            self.pairs
                .iter()
                .filter(|(action, _)| belongs(action))
                .map(|(_, standing)| standing)
        };
        Part {
            id: id.clone(),
            now: mine().map(|standing| standing.rating).collect(),
            before: mine().filter_map(|standing| standing.before).collect(),
        }
    }

    /// The actions for which `rank` gives one, the least first; in the order of the plan where it is the same.
    fn ranked<R: Ord>(&self, rank: impl Fn(&ActionStanding) -> Option<R>) -> Vec<Id> {
        let mut ranked: Vec<(R, &Id)> = self
            .pairs
            .iter()
            .filter_map(|(_, standing)| Some((rank(standing)?, &standing.action)))
            .collect();
        ranked.sort_by(|(one, _), (other, _)| one.cmp(other));
        ranked.into_iter().map(|(_, id)| id.clone()).collect()
    }

    fn silent(&self) -> Vec<Silent> {
        let offices = self
            .programme
            .charter
            .offices
            .iter()
            .map(|office| office.id.value());
        let all = offices.map(|owner| Silent {
            owner: owner.clone(),
            actions: self.silent_of(owner),
        });
        all.filter(|silent| !silent.actions.is_empty()).collect()
    }

    fn silent_of(&self, owner: &Id) -> Vec<Id> {
        let silent = |(action, standing): &&(&Action, &ActionStanding)| {
            action.owner.value() == owner && standing.freshness == Freshness::NotReceived
        };
        self.pairs
            .iter()
            .filter(silent)
            .map(|(_, standing)| standing.action.clone())
            .collect()
    }
}
