//! Risks and issues with their movement. Knows scores month by month; not what is done about them.

use crate::domain::{Issue, IssueState, Month, Risk};

/// How a risk moved since the month before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Movement {
    /// Scored for the first time.
    New,
    /// The score rose: the risk grew.
    Up,
    /// The score fell: the risk shrank.
    Down,
    /// The score is the same.
    Same,
    /// No score came for the month; the last one known is carried forward.
    NotScored,
    /// Taken off the register this month.
    Closed,
}

impl Movement {
    /// The word on paper.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::New => "New",
            Self::Up => "Up",
            Self::Down => "Down",
            Self::Same => "Unchanged",
            Self::NotScored => "Not scored this month",
            Self::Closed => "Closed",
        }
    }

    /// The name by which layouts choose its mark.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Up => "up",
            Self::Down => "down",
            Self::Same => "same",
            Self::NotScored => "not_scored",
            Self::Closed => "closed",
        }
    }
}

/// One month's score.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Score<'p> {
    /// The month.
    pub month: Month,
    /// From 1 (least) to 5.
    pub likelihood: u32,
    /// From 1 (least) to 5.
    pub impact: u32,
    /// What is being done about it.
    pub mitigation: &'p str,
    /// Why it was taken off the register, where it was.
    pub closed: Option<&'p str>,
}

impl Score<'_> {
    /// Likelihood times impact, 1 to 25.
    #[must_use]
    pub fn product(&self) -> u32 {
        self.likelihood.saturating_mul(self.impact)
    }
}

/// How one risk stands.
#[derive(Debug, Clone)]
pub struct RiskStanding<'p> {
    /// The risk.
    pub risk: &'p Risk,
    /// How it moved.
    pub movement: Movement,
    /// Every score up to the paper's month, the earliest first.
    pub scores: Vec<Score<'p>>,
}

/// How an issue moved since the month before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum IssueMovement {
    /// Reported for the first time.
    New,
    /// Open, as before.
    Open,
    /// Resolved this month.
    Resolved,
    /// Open again after it was resolved.
    Reopened,
    /// Nothing came for the month; the last news is carried forward.
    NotReported,
}

impl IssueMovement {
    /// The word on paper.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::New => "New",
            Self::Open => "Open",
            Self::Resolved => "Resolved",
            Self::Reopened => "Reopened",
            Self::NotReported => "Not reported this month",
        }
    }

    /// The name by which layouts choose its mark.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Open => "open",
            Self::Resolved => "resolved",
            Self::Reopened => "reopened",
            Self::NotReported => "not_reported",
        }
    }
}

/// The last news of an issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssueNews<'p> {
    /// The month whose return brought it.
    pub month: Month,
    /// Whether it is still open.
    pub state: IssueState,
    /// What is being done, or what was done.
    pub note: &'p str,
}

/// How one issue stands.
#[derive(Debug, Clone)]
pub struct IssueStanding<'p> {
    /// The issue.
    pub issue: &'p Issue,
    /// How it moved.
    pub movement: IssueMovement,
    /// The last news known, if there ever was any.
    pub news: Option<IssueNews<'p>>,
}

/// The register: risks with the highest score first, then issues in the order of the plan. What was closed or
/// resolved in an earlier month is left out.
#[derive(Debug, Clone)]
pub struct Register<'p> {
    /// The risks.
    pub risks: Vec<RiskStanding<'p>>,
    /// The issues.
    pub issues: Vec<IssueStanding<'p>>,
}
