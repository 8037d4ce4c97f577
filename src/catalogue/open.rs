//! Which papers somebody is still at work on, on a given day. Knows meetings and approvals; not the clock.

use super::{Occasion, of_month};
use crate::domain::{Date, Month, PaperKind, Programme};

/// The papers that are open on `today`, of a programme that knows no more than that day: those that are not approved,
/// and those whose meeting is still to come. The earliest period comes first, the monthly paper before the six-monthly.
///
/// A period has a paper once a return, the chair's words or a meeting in the calendar speaks of it; beyond the last of
/// those there is one more, which comes next. A monthly period is looked at from its first day, a longer one from the day
/// on which the one before it ended.
#[must_use]
pub fn open_on(programme: &Programme, today: Date) -> Vec<Occasion> {
    let mut open: Vec<Occasion> = [PaperKind::Monthly, PaperKind::SixMonthly]
        .into_iter()
        .flat_map(|kind| begun(programme, kind, today))
        .filter(|occasion| occasion.is_open(programme, today))
        .collect();
    open.sort();
    open
}

impl Occasion {
    /// Whether somebody is still at work on it: it is not approved, or its meeting is still to come.
    fn is_open(&self, programme: &Programme, today: Date) -> bool {
        let meeting = self.meeting_of(programme).map(|meeting| *meeting.date.value());
        let is_approved = self
            .approvals(programme)
            .any(|approval| *approval.on.value() <= self.cut_off);
        !is_approved || meeting.unwrap_or(self.due) >= today
    }
}

/// The papers of one kind whose period has begun, as far as anything speaks of them, and the next one.
fn begun(programme: &Programme, kind: PaperKind, today: Date) -> Vec<Occasion> {
    let papers = &programme.charter.papers;
    let first = match kind {
        PaperKind::Monthly => papers.monthly.first,
        PaperKind::SixMonthly => papers.six_monthly.first,
    };
    let length = kind.months();
    let spoken_of = spoken_of(programme, kind);
    let ended_before = |period: &Month| period.plus(1 - length).first_day() <= today;
    let periods = (0..)
        .map(|number| first.plus(number * length))
        .take_while(ended_before);
    let mut found = Vec::new();
    for period in periods {
        found.extend(
            of_month(programme, period)
                .into_iter()
                .filter(|occasion| occasion.kind == kind),
        );
        if spoken_of.is_none_or(|last| period > last) {
            break;
        }
    }
    found
}

/// The last period that a return, the chair's words or a meeting speaks of.
fn spoken_of(programme: &Programme, kind: PaperKind) -> Option<Month> {
    let meetings = programme.calendar.meetings.iter();
    match kind {
        PaperKind::Monthly => {
            let considered = meetings.filter_map(|meeting| meeting.considers.as_ref());
            let returned = programme.returns.iter().map(|sent| &sent.month);
            considered.chain(returned).map(|month| *month.value()).max()
        }
        PaperKind::SixMonthly => {
            let agreed = meetings.filter_map(|meeting| meeting.agrees_report.as_ref());
            let written = programme.chair.iter().map(|report| &report.period);
            agreed.chain(written).map(|month| *month.value()).max()
        }
    }
}
