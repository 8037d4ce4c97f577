//! What only the chair's report needs: progress over the half-year in sum, and its figures beside those of the
//! monthly papers. Knows earlier papers by what their cut-offs knew; not their pages.

use crate::analysis::returns::Record;
use crate::analysis::revisions::Revision;
use crate::domain::{Date, Id, Month};

/// How many indicators each of the tests of progress could be made for, and how they came out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TestSum {
    /// Indicators that pass, in the order of the indicators.
    pub yes: Vec<Id>,
    /// Indicators that fail.
    pub no: Vec<Id>,
    /// Indicators of which it cannot be said.
    pub cannot_be_said: Vec<Id>,
}

/// Progress since the last report, in sum (terms of reference 2.1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgressSum {
    /// Is current progress sustained?
    pub sustained: TestSum,
    /// Are further improvements delivered?
    pub improved: TestSum,
    /// Is a rapid pace of change maintained: does the gap to the end target close as fast as it must?
    pub pace: TestSum,
    /// Actions completed with evidence accepted, by the as-at date.
    pub actions_completed: usize,
    /// Actions planned to be complete by the as-at date, by their current dates.
    pub actions_planned: usize,
    /// Actions planned to be complete by the as-at date, by their first dates.
    pub actions_first_planned: usize,
}

/// One of the monthly papers, and which of its figures this report gives differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reconciled {
    /// The paper's month.
    pub paper: Month,
    /// Nothing that became known after this day was in it.
    pub cut_off: Date,
    /// How many of its figures this report prints as well: those of the half-year that the paper knew.
    pub compared: usize,
    /// Those that are now different.
    pub revised: Vec<Revision>,
}

/// What only the chair's report needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HalfYear {
    /// The first month.
    pub from: Month,
    /// The last month.
    pub until: Month,
    /// Progress since the last report.
    pub progress: ProgressSum,
    /// The monthly papers of the half-year, the earliest first.
    pub reconciliation: Vec<Reconciled>,
    /// Whether returns came, by contributor, month by month.
    pub returns: Vec<Record>,
}
