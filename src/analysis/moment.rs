//! The moments for which the plan is judged: which month's updates count, the day that decides what is overdue,
//! and the day by which a change of the plan must have been agreed.

use crate::catalogue::{Occasion, occasions};
use crate::domain::{Calendar, Date, Id, Month, PaperKind, Programme};
use std::collections::BTreeMap;

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
    /// Whether what `meeting` agreed counts; what needed no meeting always does.
    #[must_use]
    pub fn knows(&self, meeting: Option<&Id>, calendar: &Calendar) -> bool {
        let day = meeting
            .and_then(|id| calendar.meeting(id))
            .map(|meeting| *meeting.date.value());
        day.is_none_or(|day| day <= self.agreed_by)
    }
}

/// A paper's own moment, and those before it with which it compares: all judged by what is known today of what was
/// sent, each by the changes of the plan that its own paper could know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moments {
    /// The paper's own.
    pub now: Moment,
    /// That of the paper before it of the same kind: a month earlier, or a half-year.
    pub before: Moment,
    /// Month by month back from the one before the paper's, the latest first.
    pub earlier: Vec<Moment>,
}

impl Moments {
    /// The moments of a paper.
    #[must_use]
    pub fn of(programme: &Programme, occasion: &Occasion) -> Self {
        let cut_offs: BTreeMap<(PaperKind, Month), Date> = occasions(programme)
            .into_iter()
            .map(|paper| ((paper.kind, paper.period), paper.cut_off))
            .collect();
        let moment = |kind, month: Month| {
            let as_at = month.last_day();
            Moment {
                month,
                as_at,
                agreed_by: cut_offs.get(&(kind, month)).copied().unwrap_or(as_at),
            }
        };
        let period = occasion.period;
        let first = programme
            .returns
            .iter()
            .map(|sent| *sent.month.value())
            .min()
            .unwrap_or(period);
        let months = (1..=period.months_since(first)).map(|back| period.plus(-back));
        Self {
            now: Moment {
                month: period,
                as_at: occasion.as_at,
                agreed_by: occasion.cut_off,
            },
            before: moment(occasion.kind, period.plus(-occasion.kind.months())),
            earlier: months.map(|month| moment(PaperKind::Monthly, month)).collect(),
        }
    }

    /// The end of a month by itself, compared with nothing.
    #[must_use]
    pub fn end_of(month: Month) -> Self {
        let as_at = month.last_day();
        let now = Moment {
            month,
            as_at,
            agreed_by: as_at,
        };
        Self {
            now,
            before: now,
            earlier: Vec::new(),
        }
    }

    /// For how many months running `holds`, the paper's own month included without asking.
    pub fn running(&self, holds: impl Fn(&Moment) -> bool) -> usize {
        self.earlier.iter().take_while(|moment| holds(moment)).count() + 1
    }
}
