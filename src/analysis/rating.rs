//! Ratings and directions: the words of a verdict, as types. Computed once and printed everywhere alike.

use crate::domain::{Date, Month};
use rust_decimal::Decimal;

/// How a figure stands against its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rating {
    /// Far beyond the target on the good side: check the data before celebrating.
    BetterThanPlanned,
    /// The target is met.
    OnTarget,
    /// Missed, by no more than the tolerance.
    WithinTolerance,
    /// Missed by more than the tolerance.
    OffTarget,
    /// Owed, and not there.
    NoData,
    /// Neutral, without a target, or of too few cases to rate.
    NotRated,
}

impl Rating {
    /// All of them, in the order of counts on the first pages.
    pub const ALL: [Self; 6] = [
        Self::BetterThanPlanned,
        Self::OnTarget,
        Self::WithinTolerance,
        Self::OffTarget,
        Self::NoData,
        Self::NotRated,
    ];

    /// The word on paper.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::BetterThanPlanned => "Better than planned: check",
            Self::OnTarget => "On target",
            Self::WithinTolerance => "Within tolerance",
            Self::OffTarget => "Off target",
            Self::NoData => "No data",
            Self::NotRated => "Not rated",
        }
    }

    /// The name by which layouts choose its mark.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::BetterThanPlanned => "better_than_planned",
            Self::OnTarget => "on_target",
            Self::WithinTolerance => "within_tolerance",
            Self::OffTarget => "off_target",
            Self::NoData => "no_data",
            Self::NotRated => "not_rated",
        }
    }
}

/// A target at one time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aim {
    /// One value.
    Value(Decimal),
    /// Between two bounds, both included.
    Range(Decimal, Decimal),
}

/// What a rating rests on, or why there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// The month's value, as printed.
    Value,
    /// The counts themselves: a target of none or of all, or an indicator without tolerance for a single case.
    Counts,
    /// The latest months taken together, because one has too few cases.
    Pooled {
        /// The first of the months.
        from: Month,
        /// The value of the months together, as printed.
        published: Decimal,
    },
    /// Neither high nor low is good.
    Neutral,
    /// The month has no target of its definition.
    NoTarget,
    /// Too few cases, and taking months together does not help.
    TooFew,
    /// The target lies within the interval of the sample.
    WithinInterval,
    /// No figure is owed for the month, or there was nothing to measure.
    NothingToRate,
    /// The figure is owed, and not there.
    NoFigure,
}

/// A rating and what it rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rated {
    /// The rating.
    pub rating: Rating,
    /// What it rests on.
    pub basis: Basis,
}

/// The rating of an action of the plan, the first that holds (DESIGN 4, Plan rating).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ActionRating {
    /// Left the plan without being done.
    Withdrawn,
    /// Another action took its place.
    Superseded,
    /// Done, and the evidence accepted.
    Complete,
    /// Done says the owner; the evidence is not accepted yet.
    EvidenceAwaited,
    /// Overdue, forecast late, off track, moved twice or moved after it fell due.
    Red,
    /// At risk, or moved and not yet back on track.
    Amber,
    /// Not due to start yet.
    NotDue,
    /// On track to its current date.
    Green,
}

impl ActionRating {
    /// All of them, in the order of counts on the first pages.
    pub const ALL: [Self; 8] = [
        Self::Complete,
        Self::EvidenceAwaited,
        Self::Green,
        Self::Amber,
        Self::Red,
        Self::NotDue,
        Self::Superseded,
        Self::Withdrawn,
    ];

    /// The word on paper.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Withdrawn => "Withdrawn",
            Self::Superseded => "Superseded",
            Self::Complete => "Complete",
            Self::EvidenceAwaited => "Complete, evidence awaited",
            Self::Red => "Red",
            Self::Amber => "Amber",
            Self::NotDue => "Not due to start",
            Self::Green => "Green",
        }
    }

    /// The name by which layouts choose its mark.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Withdrawn => "withdrawn",
            Self::Superseded => "superseded",
            Self::Complete => "complete",
            Self::EvidenceAwaited => "evidence_awaited",
            Self::Red => "red",
            Self::Amber => "amber",
            Self::NotDue => "not_due",
            Self::Green => "green",
        }
    }
}

/// Why an action is red or amber, for the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ActionReason {
    /// Past its current date at the as-at date.
    Overdue(Date),
    /// Forecast after its current date.
    ForecastLate(Date),
    /// Its owner says off track.
    OffTrack,
    /// Its date has moved twice or more.
    MovedTwice(usize),
    /// Its date moved after it had fallen due.
    MovedAfterDue,
    /// Its owner says at risk.
    AtRisk,
    /// Its date has moved and no update since says on track.
    MovedOnce,
}
