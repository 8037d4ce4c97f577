//! How an action of the plan stands: its rating with the reasons, its dates, its last known update.
//! Knows one action at one moment; not how actions add up.

use crate::analysis::moment::Moment;
use crate::analysis::rating::{ActionRating, ActionReason};
use crate::analysis::slippage::Slippage;
use crate::domain::{Action, ActionState, ActionUpdate, Confidence, Date, Id, Month, Programme, Return};

/// What shows that an action is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceHeld {
    /// What is held.
    pub held: String,
    /// The day on which it was accepted, if that was by the as-at date.
    pub accepted: Option<Date>,
}

/// The last update known of an action, and when it is from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastUpdate {
    /// The month whose return brought it: an older one than the paper's is carried forward and says so.
    pub month: Month,
    /// The day on which it came.
    pub received: Date,
    /// The body that sent it.
    pub from: Id,
    /// How far the action is.
    pub state: ActionState,
    /// Whether its owner expects to keep the date.
    pub confidence: Option<Confidence>,
    /// The day on which its owner expects to be done; a completion after the as-at date counts as such a day.
    pub forecast: Option<Date>,
    /// The day on which it was done.
    pub completed: Option<Date>,
    /// What shows that it is done; carried forward for as long as the action stays complete.
    pub evidence: Option<EvidenceHeld>,
    /// What the board should know.
    pub note: Option<String>,
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionStanding {
    /// The action.
    pub action: Id,
    /// Its rating.
    pub rating: ActionRating,
    /// Why it is red or amber; empty for every other rating.
    pub reasons: Vec<ActionReason>,
    /// Its rating in the paper before, by what is known now; `None` if it was not in the plan then.
    pub before: Option<ActionRating>,
    /// Its dates.
    pub dates: Option<Slippage>,
    /// Days past its current date, for an action that is neither done nor out of the plan.
    pub overdue_days: Option<i64>,
    /// The last update known, if there ever was one.
    pub update: Option<LastUpdate>,
    /// Whether the month's update came.
    pub freshness: Freshness,
}
