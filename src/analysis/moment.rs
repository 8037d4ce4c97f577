//! The moment for which the plan is judged: which month's updates count, the day that decides what is overdue,
//! and the day by which a change of the plan must have been agreed.

use crate::catalogue::{Occasion, occasions};
use crate::domain::{Calendar, Date, Id, Month, PaperKind, Programme};

/// A moment in the life of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// Updates of this month and of those before it count.
    pub month: Month,
    /// The last day of the month: it alone drives "overdue" and "days left".
    pub as_at: Date,
    /// Changes of the plan that a meeting agreed later than this do not count.
    pub agreed_by: Date,
}

impl Moment {
    /// The moment of a paper.
    #[must_use]
    pub fn of(occasion: &Occasion) -> Self {
        Self {
            month: occasion.period,
            as_at: occasion.as_at,
            agreed_by: occasion.cut_off,
        }
    }

    /// The moment of the paper before it of the same kind, judged with today's knowledge of what was sent: last
    /// month's beside this month's, the last half-year's beside this one's.
    #[must_use]
    pub fn before(programme: &Programme, occasion: &Occasion) -> Self {
        let month = occasion.period.plus(-interval(programme, occasion.kind));
        let earlier = occasions(programme)
            .into_iter()
            .find(|earlier| earlier.kind == occasion.kind && earlier.period == month);
        let as_at = month.last_day();
        Self {
            month,
            as_at,
            agreed_by: earlier.map_or(as_at, |earlier| earlier.cut_off),
        }
    }

    /// Whether what `meeting` agreed counts; what needed no meeting always does.
    #[must_use]
    pub fn knows(&self, meeting: Option<&Id>, calendar: &Calendar) -> bool {
        let day = meeting
            .and_then(|id| calendar.meeting(id))
            .map(|meeting| *meeting.date.value());
        day.is_none_or(|day| day <= self.agreed_by)
    }
}

/// How many months lie between two papers of a kind.
fn interval(programme: &Programme, kind: PaperKind) -> i32 {
    match kind {
        PaperKind::Monthly => 1,
        PaperKind::SixMonthly => i32::try_from(programme.charter.papers.six_monthly.months).unwrap_or(6),
    }
}
