//! The board's own business: agenda, papers, minutes, each on time or late (terms of reference 4.1).
//! Knows the rule and the days; late ones are named.

use crate::domain::{Date, Meeting};

/// Whether a step of a meeting's business was done in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Punctuality {
    /// Done by its day.
    InTime(Date),
    /// Done after its day.
    Late(Date),
    /// Not done, and its day has gone by.
    Overdue,
    /// Not done, and its day is still to come.
    NotYetDue,
}

impl Punctuality {
    /// The word on paper.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::InTime(_) => "In time",
            Self::Late(_) => "Late",
            Self::Overdue => "Not recorded",
            Self::NotYetDue => "Not yet due",
        }
    }

    /// The name by which layouts choose its mark.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::InTime(_) => "in_time",
            Self::Late(_) => "late",
            Self::Overdue => "overdue",
            Self::NotYetDue => "not_yet_due",
        }
    }
}

/// A step of a meeting's business.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// The chair agreed the agenda; due before the papers go out.
    AgendaAgreed,
    /// Papers went out, so many working days before the meeting.
    PapersSent,
    /// The chair agreed the minutes; due before they go round.
    MinutesAgreed,
    /// Minutes went round within a week of the meeting.
    MinutesCirculated,
}

impl Step {
    /// All of them, in order.
    pub const ALL: [Self; 4] = [
        Self::AgendaAgreed,
        Self::PapersSent,
        Self::MinutesAgreed,
        Self::MinutesCirculated,
    ];

    /// In words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::AgendaAgreed => "Agenda agreed with the chair",
            Self::PapersSent => "Papers sent",
            Self::MinutesAgreed => "Minutes agreed by the chair",
            Self::MinutesCirculated => "Minutes circulated",
        }
    }
}

/// A step, its day and how it went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StepTaken {
    /// The step.
    pub step: Step,
    /// The day by which it was due.
    pub due: Date,
    /// How it went.
    pub punctuality: Punctuality,
}

/// Whether a meeting was held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Held {
    /// Its day is not later than the as-at date.
    Held,
    /// Its day is still to come.
    Planned,
}

/// The business of one meeting.
#[derive(Debug, Clone)]
pub struct MeetingBusiness<'p> {
    /// The meeting.
    pub meeting: &'p Meeting,
    /// Whether it was held.
    pub held: Held,
    /// Its steps, in order.
    pub steps: Vec<StepTaken>,
}
