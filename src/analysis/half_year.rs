//! What only the chair's report needs: progress over the half-year in sum, and its figures beside those of the
//! monthly papers. Knows earlier papers by what their cut-offs knew; not their pages.

use crate::analysis::returns::Record;
use crate::analysis::revisions::Revision;
use crate::domain::{Date, Indicator, Month};

/// Pace of the plan over a half-year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlanPace {
    /// Actions complete with evidence accepted at the end of the half-year before.
    pub completed_before: usize,
    /// Those complete by the as-at date.
    pub completed: usize,
    /// Those planned to be complete by the as-at date, by their current dates.
    pub planned_current: usize,
    /// Those planned to be complete by the as-at date, by their first dates.
    pub planned_first: usize,
}

/// One of the questions over all indicators but those that are never rated, each in the order of the programme.
#[derive(Debug, Clone, Default)]
pub struct Sum<'p> {
    /// The answer is yes: sustained, improved, fast enough.
    pub yes: Vec<&'p Indicator>,
    /// No clear change beyond chance; only of `improved`.
    pub unclear: Vec<&'p Indicator>,
    /// The answer is no: not sustained, worse, too slow.
    pub no: Vec<&'p Indicator>,
    /// It cannot be said.
    pub cannot_be_said: Vec<&'p Indicator>,
}

/// Sustained, improved and pace in sum (terms of reference 2.1).
#[derive(Debug, Clone)]
pub struct ProgressInSum<'p> {
    /// Is current progress sustained?
    pub sustained: Sum<'p>,
    /// Are further improvements delivered?
    pub improved: Sum<'p>,
    /// Does the gap to the end target close as fast as it must?
    pub pace: Sum<'p>,
    /// Pace of the plan.
    pub plan: PlanPace,
}

/// One of the monthly papers, and which of its figures this report gives differently.
#[derive(Debug, Clone)]
pub struct Reconciled<'p> {
    /// The paper's month.
    pub paper: Month,
    /// Nothing that became known after this day was in it.
    pub cut_off: Date,
    /// How many of its figures this report prints as well: those of the half-year that the paper knew.
    pub compared: usize,
    /// Those that are now different.
    pub revised: Vec<Revision<'p>>,
}

/// What only the chair's report needs.
#[derive(Debug, Clone)]
pub struct HalfYear<'p> {
    /// The first month.
    pub from: Month,
    /// The last month.
    pub until: Month,
    /// Progress since the last report.
    pub progress: ProgressInSum<'p>,
    /// The monthly papers of the half-year, the earliest first.
    pub reconciliation: Vec<Reconciled<'p>>,
    /// Whether returns came, by contributor, month by month.
    pub returns: Vec<Record<'p>>,
}
