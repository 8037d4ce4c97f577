//! Who sent what for the month, on time, late or not at all, and which figures are missing.
//! Knows what was owed and when it came; not what the figures say.

use crate::analysis::series::Gap;
use crate::domain::{Contributor, Date, Indicator, Month, Owed};

/// Whether something owed came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Arrival {
    /// It came by its day.
    OnTime(Date),
    /// It came after its day, in time for this paper.
    Late(Date),
    /// It did not come by the paper's cut-off.
    NotReceived,
}

impl Arrival {
    /// The word on paper.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::OnTime(_) => "On time",
            Self::Late(_) => "Late",
            Self::NotReceived => "Not received",
        }
    }

    /// The name by which layouts choose its mark.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::OnTime(_) => "on_time",
            Self::Late(_) => "late",
            Self::NotReceived => "not_received",
        }
    }
}

/// One thing that a contributor owes, and whether it came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Delivery {
    /// What is owed.
    pub owed: Owed,
    /// Whether it came: the last of it, where it came in several files.
    pub arrival: Arrival,
}

/// What one contributor sent for the month.
#[derive(Debug, Clone)]
pub struct Contribution<'p> {
    /// The contributor: body, office and what it owes.
    pub contributor: &'p Contributor,
    /// The day by which it was due.
    pub due: Date,
    /// The latest day on which any of its data was drawn.
    pub extracted: Option<Date>,
    /// What it owes, in the order of the programme.
    pub deliveries: Vec<Delivery>,
}

/// A figure that was owed and is not there.
#[derive(Debug, Clone, Copy)]
pub struct MissingFigure<'p> {
    /// The indicator.
    pub indicator: &'p Indicator,
    /// The month that the figure is of.
    pub month: Month,
    /// Why.
    pub gap: Gap<'p>,
}

/// Whether each of a contributor's returns over some months came.
#[derive(Debug, Clone)]
pub struct Record<'p> {
    /// The contributor.
    pub contributor: &'p Contributor,
    /// A month each, the earliest first: the latest of what was owed.
    pub months: Vec<(Month, Arrival)>,
}

/// The month's returns.
#[derive(Debug, Clone)]
pub struct ReturnsReceived<'p> {
    /// The month.
    pub month: Month,
    /// A contributor each, in the order of the programme.
    pub contributions: Vec<Contribution<'p>>,
    /// How many figures were owed.
    pub figures_owed: usize,
    /// Those that are not there, in the order of the indicators.
    pub missing: Vec<MissingFigure<'p>>,
}
