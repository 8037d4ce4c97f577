//! Who sent what for the month, on time, late or not at all, and which figures are missing.
//! Knows what was owed and when it came; not what the figures say.

use crate::domain::{Absence, Date, Id, Month, Owed};

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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contribution {
    /// The body.
    pub body: Id,
    /// The office that sends.
    pub office: Id,
    /// The day by which it was due.
    pub due: Date,
    /// The latest day on which any of its data was drawn.
    pub extracted: Option<Date>,
    /// What it owes, in the order of the programme.
    pub deliveries: Vec<Delivery>,
}

/// Why a figure is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gap {
    /// Nothing was sent about it.
    NotSent,
    /// Its contributor says why.
    Stated {
        /// Why.
        reason: Absence,
        /// What happened and when it is expected.
        note: Option<String>,
    },
}

/// A figure that was owed and is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingFigure {
    /// The indicator.
    pub indicator: Id,
    /// The month that the figure is of.
    pub month: Month,
    /// The body that contributes it.
    pub body: Id,
    /// Why.
    pub gap: Gap,
}

/// Whether each of a contributor's returns over some months came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// The body.
    pub body: Id,
    /// A month each, the earliest first: the latest of what was owed.
    pub months: Vec<(Month, Arrival)>,
}

/// The month's returns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReturnsReceived {
    /// The month.
    pub month: Month,
    /// A contributor each, in the order of the programme.
    pub contributions: Vec<Contribution>,
    /// How many figures were owed.
    pub figures_owed: usize,
    /// Those that are not there, in the order of the indicators.
    pub missing: Vec<MissingFigure>,
}
