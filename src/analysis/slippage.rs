//! The dates that an action or milestone has had, and how far the first one has slipped.
//! Knows dates and the meetings that agreed them; not whether the thing was done.

use crate::domain::{Calendar, Date, DueDate, Id, Located};

/// A change of date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move<'p> {
    /// The date before.
    pub from: Date,
    /// The date since.
    pub to: Date,
    /// The meeting that agreed it.
    pub meeting: Option<&'p Id>,
    /// The day of that meeting.
    pub agreed: Option<Date>,
    /// Why.
    pub reason: Option<&'p str>,
}

impl Move<'_> {
    /// How many days later the new date is; negative when it was brought forward.
    #[must_use]
    pub fn days(&self) -> i64 {
        self.to.days_since(self.from)
    }

    /// Whether the date was put off. A date brought forward is printed and is not held against anybody.
    #[must_use]
    fn is_postponement(&self) -> bool {
        self.to > self.from
    }

    /// Whether it was put off only when the date before had already gone by.
    #[must_use]
    pub fn came_after_due(&self) -> bool {
        self.is_postponement() && self.agreed.is_some_and(|day| day > self.from)
    }
}

/// The dates of one action or milestone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slippage<'p> {
    /// The first agreed date: slippage counts from it, always.
    pub first: Date,
    /// The date that holds now.
    pub current: Date,
    /// Every change between the two, in order.
    pub moves: Vec<Move<'p>>,
}

impl<'p> Slippage<'p> {
    /// The dates agreed by `agreed_by`; `None` where there is no date at all. The first date came with the plan, and one
    /// without a meeting has always been known; a date agreed again unchanged is no move.
    #[must_use]
    pub fn of(due: &'p [DueDate], calendar: &Calendar, agreed_by: Date) -> Option<Self> {
        let (first, later) = due.split_first()?;
        let first = *first.date.value();
        let known = later
            .iter()
            .filter(|date| meeting_day(date, calendar).is_none_or(|day| day <= agreed_by));
        let (mut current, mut moves) = (first, Vec::new());
        for date in known {
            let to = *date.date.value();
            if to != current {
                moves.push(moved(current, date, calendar));
            }
            current = to;
        }
        Some(Self {
            first,
            current,
            moves,
        })
    }

    /// Days from the first agreed date to the current one; negative when it was brought forward.
    #[must_use]
    pub fn days(&self) -> i64 {
        self.current.days_since(self.first)
    }

    /// How often the date was put off.
    #[must_use]
    pub fn times_moved(&self) -> usize {
        self.postponements().count()
    }

    /// The changes that put the date off, in order.
    pub fn postponements(&self) -> impl DoubleEndedIterator<Item = &Move<'p>> {
        self.moves.iter().filter(|change| change.is_postponement())
    }
}

fn meeting_day(date: &DueDate, calendar: &Calendar) -> Option<Date> {
    let meeting = calendar.meeting(date.agreed.as_ref()?.value())?;
    Some(*meeting.date.value())
}

fn moved<'p>(from: Date, date: &'p DueDate, calendar: &Calendar) -> Move<'p> {
    Move {
        from,
        to: *date.date.value(),
        meeting: date.agreed.as_ref().map(Located::value),
        agreed: meeting_day(date, calendar),
        reason: date.reason.as_deref(),
    }
}
