//! Risks and issues with their movement. Knows scores month by month; not what is done about them.

use crate::analysis::moment::Moments;
use crate::analysis::news::News;
use crate::domain::{Issue, IssueState, IssueUpdate, Month, Programme, Risk, RiskScore};
use std::cmp::{Ordering, Reverse};

/// How a risk moved since the paper before.
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
    /// Taken off the register since the paper before.
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
}

/// One month's score.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
    /// The last score known; `None` if it was never scored.
    pub now: Option<Score<'p>>,
    /// The last score known to the paper before.
    pub before: Option<Score<'p>>,
    /// Every score up to the paper's month, the earliest first.
    pub scores: Vec<Score<'p>>,
}

/// How an issue moved since the paper before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum IssueMovement {
    /// Reported for the first time.
    New,
    /// Open, as before.
    Open,
    /// Resolved since the paper before.
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
}

/// The last news of an issue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
/// resolved already in the paper before is left out.
#[derive(Debug, Clone)]
pub struct Register<'p> {
    /// The risks.
    pub risks: Vec<RiskStanding<'p>>,
    /// The issues.
    pub issues: Vec<IssueStanding<'p>>,
}

/// The register at a paper's moment, with its movement since the paper before.
#[must_use]
pub fn register<'p>(programme: &'p Programme, moments: &Moments) -> Register<'p> {
    let scores = News::gather(programme, |sent| &sent.risks);
    let plan = &programme.plan;
    let mut risks: Vec<_> = plan
        .risks
        .iter()
        .filter_map(|risk| risk_standing(risk, &scores, moments))
        .collect();
    risks.sort_by_key(|standing| Reverse(standing.now.map_or(0, |score| score.product())));
    let news = News::gather(programme, |sent| &sent.issues);
    let issues = plan
        .issues
        .iter()
        .filter_map(|issue| issue_standing(issue, &news, moments))
        .collect();
    Register { risks, issues }
}

fn risk_standing<'p>(
    risk: &'p Risk,
    news: &News<'p, RiskScore>,
    moments: &Moments,
) -> Option<RiskStanding<'p>> {
    let (month, month_before) = (moments.now.month, moments.before.month);
    let scores = scores(risk, news, month);
    let latest = scores.last().copied();
    let earlier = scores
        .iter()
        .rev()
        .find(|score| score.month <= month_before)
        .copied();
    let was_closed = earlier.is_some_and(|score| score.closed.is_some());
    let is_closed = latest.is_some_and(|score| score.closed.is_some());
    let movement = movement(latest, earlier.filter(|score| score.closed.is_none()), month);
    let standing = RiskStanding {
        risk,
        movement,
        now: latest,
        before: earlier,
        scores,
    };
    (!(was_closed && is_closed)).then_some(standing)
}

/// One score a month: the last that came.
fn scores<'p>(risk: &Risk, news: &News<'p, RiskScore>, month: Month) -> Vec<Score<'p>> {
    let mut scores: Vec<Score<'p>> = Vec::new();
    for item in news.until(risk.id.value(), month) {
        scores.retain(|earlier| earlier.month != item.month());
        scores.push(Score {
            month: item.month(),
            likelihood: *item.update.likelihood.value(),
            impact: *item.update.impact.value(),
            mitigation: &item.update.mitigation,
            closed: item.update.closed.as_deref(),
        });
    }
    scores
}

fn movement(now: Option<Score<'_>>, before: Option<Score<'_>>, month: Month) -> Movement {
    let Some(now) = now else {
        return Movement::NotScored;
    };
    if now.closed.is_some() {
        return Movement::Closed;
    }
    if now.month < month {
        return Movement::NotScored;
    }
    let Some(before) = before else {
        return Movement::New;
    };
    match now.product().cmp(&before.product()) {
        Ordering::Greater => Movement::Up,
        Ordering::Less => Movement::Down,
        Ordering::Equal => Movement::Same,
    }
}

fn issue_standing<'p>(
    issue: &'p Issue,
    news: &News<'p, IssueUpdate>,
    moments: &Moments,
) -> Option<IssueStanding<'p>> {
    let latest = last_news(issue, news, moments.now.month);
    let earlier = last_news(issue, news, moments.before.month).map(|news| news.state);
    let is_old = latest.is_some_and(|news| news.month < moments.now.month);
    let movement = match (latest.map(|news| news.state), earlier) {
        (Some(IssueState::Resolved), Some(IssueState::Resolved)) => return None,
        (Some(IssueState::Resolved), _) => IssueMovement::Resolved,
        (None, _) => IssueMovement::NotReported,
        (Some(IssueState::Open), _) if is_old => IssueMovement::NotReported,
        (Some(IssueState::Open), None) => IssueMovement::New,
        (Some(IssueState::Open), Some(IssueState::Open)) => IssueMovement::Open,
        (Some(IssueState::Open), Some(IssueState::Resolved)) => IssueMovement::Reopened,
    };
    Some(IssueStanding {
        issue,
        movement,
        news: latest,
    })
}

fn last_news<'p>(issue: &Issue, news: &News<'p, IssueUpdate>, month: Month) -> Option<IssueNews<'p>> {
    let last = news.until(issue.id.value(), month).last()?;
    Some(IssueNews {
        month: last.month(),
        state: last.update.state,
        note: &last.update.note,
    })
}
