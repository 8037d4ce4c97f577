//! How the routine stands on a day: which papers are due when, what has come and what has not, and who is to be chased.
//! Knows what is merely so and no fault of the inputs; refuses to know what time it is, and how any of it is printed.

pub mod chase;
pub mod human;
pub mod json;
mod lacking;
mod paper;
mod who;

pub use self::chase::{Chased, Item, Standing};
pub use self::lacking::{MissingFigure, SilentAction, Unexplained};
pub use self::paper::{MeetingStatus, PaperStatus, ReturnStatus, State, WantedFromAuthor, paper};
pub use self::who::Who;
use crate::domain::{Date, Programme};

/// How the routine stands on a day.
#[derive(Debug, Clone)]
pub struct Status {
    /// The day. What was received later is not known.
    pub today: Date,
    /// The papers that somebody is still at work on, the earliest period first.
    pub papers: Vec<PaperStatus>,
    /// Who is to be chased for what: those who are late first, then in the order of the programme.
    pub chase: Vec<Chased>,
    /// The earliest day on which something is due that has not come, and of which it is too early to remind anybody.
    pub later: Option<Date>,
}

impl Status {
    /// Puts papers together with whom to chase for them. `programme` knows no more than the day.
    #[must_use]
    pub fn new(programme: &Programme, today: Date, papers: Vec<PaperStatus>) -> Self {
        let chase = chase::chase(programme, today, &papers);
        let later = chase::later(today, &papers);
        Self {
            today,
            papers,
            chase,
            later,
        }
    }
}
