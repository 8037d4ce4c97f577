//! The board's own business: agenda, papers, minutes, each on time or late (terms of reference 4.1).
//! Knows the rule and the days; late ones are named.

use crate::catalogue::is_board;
use crate::domain::{Date, Located, Meeting, Programme};

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

/// The business of one meeting.
#[derive(Debug, Clone)]
pub struct MeetingBusiness<'p> {
    /// The meeting.
    pub meeting: &'p Meeting,
    /// Its steps, in order.
    pub steps: Vec<StepTaken>,
}

/// Minutes go round within one week of the meeting (terms of reference 4.1).
const MINUTES_WITHIN_DAYS: u64 = 7;

impl MeetingBusiness<'_> {
    /// The steps that were late or have not been taken though their day has gone by.
    pub fn late(&self) -> impl Iterator<Item = &StepTaken> {
        self.steps.iter().filter(|taken| match taken.punctuality {
            Punctuality::Late(_) | Punctuality::Overdue => true,
            Punctuality::InTime(_) | Punctuality::NotYetDue => false,
        })
    }
}

/// The business of the board's meetings from `from` to `until`, which is the as-at date; in order of date.
#[must_use]
pub fn business(programme: &Programme, from: Date, until: Date) -> Vec<MeetingBusiness<'_>> {
    let held = |meeting: &&Meeting| (from..=until).contains(meeting.date.value());
    let boards = programme
        .calendar
        .meetings
        .iter()
        .filter(|meeting| is_board(programme, meeting.group.value()));
    let mut meetings: Vec<&Meeting> = boards.filter(held).collect();
    meetings.sort_by_key(|meeting| (*meeting.date.value(), meeting.id.value()));
    let of = |meeting| MeetingBusiness {
        meeting,
        steps: steps(programme, meeting, until),
    };
    meetings.into_iter().map(of).collect()
}

fn steps(programme: &Programme, meeting: &Meeting, as_at: Date) -> Vec<StepTaken> {
    Step::ALL
        .into_iter()
        .map(|step| {
            let due = due(programme, meeting, step);
            StepTaken {
                step,
                due,
                punctuality: punctuality(taken(meeting, step), due, as_at),
            }
        })
        .collect()
}

/// The agenda is agreed before papers go out, and minutes before they go round.
fn due(programme: &Programme, meeting: &Meeting, step: Step) -> Date {
    let day = *meeting.date.value();
    let papers = || {
        programme
            .calendar
            .due(day, &programme.charter.papers.six_monthly.due)
    };
    let minutes = day.plus_days(MINUTES_WITHIN_DAYS);
    match step {
        Step::AgendaAgreed => taken(meeting, Step::PapersSent).map_or_else(papers, |sent| sent.min(papers())),
        Step::PapersSent => papers(),
        Step::MinutesAgreed => {
            taken(meeting, Step::MinutesCirculated).map_or(minutes, |circulated| circulated.min(minutes))
        }
        Step::MinutesCirculated => minutes,
    }
}

fn taken(meeting: &Meeting, step: Step) -> Option<Date> {
    let day = match step {
        Step::AgendaAgreed => &meeting.agenda_agreed,
        Step::PapersSent => &meeting.papers_sent,
        Step::MinutesAgreed => &meeting.minutes.agreed,
        Step::MinutesCirculated => &meeting.minutes.circulated,
    };
    day.as_ref().map(Located::value).copied()
}

fn punctuality(taken: Option<Date>, due: Date, as_at: Date) -> Punctuality {
    match taken {
        Some(day) if day <= due => Punctuality::InTime(day),
        Some(day) => Punctuality::Late(day),
        None if due < as_at => Punctuality::Overdue,
        None => Punctuality::NotYetDue,
    }
}
