//! How the plan stands as a whole: every action, counts by recommendation, theme, body and owner, the burn-up,
//! and the lists that a board asks for. Knows how actions add up; not how one of them is rated.

use crate::analysis::action::ActionStanding;
use crate::analysis::milestone::MilestoneStanding;
use crate::analysis::tally::Tally;
use crate::domain::{Date, Id, Month};

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
