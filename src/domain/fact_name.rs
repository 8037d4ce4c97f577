//! The names under which prose asks for figures: `ni59.value`, `plan.overdue.count`. Knows every name that there can be;
//! which of them has a figure in a paper, and which figure, is the paper's business.

use crate::domain::Id;
use std::fmt;

/// What prose may ask of an indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfIndicator {
    /// The month of its latest figure.
    Month,
    /// Its latest figure.
    Value,
    /// The target of that month.
    Target,
    /// What the figure counts.
    Numerator,
    /// Of how many.
    Denominator,
    /// The figure before.
    Previous,
    /// The last target there is.
    EndTarget,
    /// By how much the figure differs from the one before.
    Change,
    /// The figure of the year so far.
    YearToDate,
    /// The figure of the half-year.
    HalfYear,
}

impl OfIndicator {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Month,
        Self::Value,
        Self::Target,
        Self::Numerator,
        Self::Denominator,
        Self::Previous,
        Self::EndTarget,
        Self::Change,
        Self::YearToDate,
        Self::HalfYear,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Value => "value",
            Self::Target => "target",
            Self::Numerator => "numerator",
            Self::Denominator => "denominator",
            Self::Previous => "previous",
            Self::EndTarget => "end_target",
            Self::Change => "change",
            Self::YearToDate => "year_to_date",
            Self::HalfYear => "half_year",
        }
    }
}

/// What prose may ask of the plan: how many actions are so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfPlan {
    /// In the plan.
    Actions,
    /// Complete, with evidence that was accepted.
    Complete,
    /// Complete, with evidence still to be accepted.
    EvidenceAwaited,
    /// Rated green.
    Green,
    /// Rated amber.
    Amber,
    /// Rated red.
    Red,
    /// Not due to start.
    NotDue,
    /// Past their date.
    Overdue,
    /// Due later than first agreed.
    Slipped,
    /// Due in the next two months.
    DueNext,
    /// Without an update for the month.
    NoUpdate,
}

impl OfPlan {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Actions,
        Self::Complete,
        Self::EvidenceAwaited,
        Self::Green,
        Self::Amber,
        Self::Red,
        Self::NotDue,
        Self::Overdue,
        Self::Slipped,
        Self::DueNext,
        Self::NoUpdate,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::Actions => "actions",
            Self::Complete => "complete",
            Self::EvidenceAwaited => "evidence_awaited",
            Self::Green => "green",
            Self::Amber => "amber",
            Self::Red => "red",
            Self::NotDue => "not_due",
            Self::Overdue => "overdue",
            Self::Slipped => "slipped",
            Self::DueNext => "due_next",
            Self::NoUpdate => "no_update",
        }
    }
}

/// The name of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FactName<'p> {
    /// Of the indicator of that name.
    OfIndicator(&'p Id, OfIndicator),
    /// Of the plan.
    OfPlan(OfPlan),
    /// The days from the end of the period to the date of excellence.
    DaysToExcellence,
    /// The paper's month.
    Month,
}

impl<'p> FactName<'p> {
    /// Every name that there can be in a programme with these indicators.
    pub fn all(indicators: impl Iterator<Item = &'p Id>) -> impl Iterator<Item = Self> {
        let of_indicators =
            indicators.flat_map(|id| OfIndicator::ALL.map(|what| Self::OfIndicator(id, what)));
        let of_plan = OfPlan::ALL.map(Self::OfPlan);
        of_indicators
            .chain(of_plan)
            .chain([Self::DaysToExcellence, Self::Month])
    }
}

impl fmt::Display for FactName<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OfIndicator(id, what) => write!(f, "{id}.{}", what.word()),
            Self::OfPlan(what) => write!(f, "plan.{}.count", what.word()),
            Self::DaysToExcellence => f.write_str("days_to_excellence"),
            Self::Month => f.write_str("month"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_name_is_there_once() {
        let id: Id = "ni59".parse().unwrap();
        let names: Vec<_> = FactName::all(std::iter::once(&id))
            .map(|name| name.to_string())
            .collect();
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
        assert!(names.contains(&"ni59.year_to_date".to_owned()), "{names:?}");
        assert!(names.contains(&"plan.overdue.count".to_owned()), "{names:?}");
    }
}
