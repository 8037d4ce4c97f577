//! Which papers there are: kind, period, meeting, due date and cut-off, all from the programme's own calendar.
//! Knows when papers are due; not what is in them.

mod open;
mod said;

use crate::domain::{
    Approval, ChairReport, Date, Dated, DirectorsWords, DueRule, GroupKind, Id, Located, Meeting, Month,
    PaperKind, Programme, Recipient,
};

pub use open::open_on;
pub use said::weekday_and_date;

/// One paper that the programme owes: what it is of, and the dates that decide what it knows.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Occasion {
    /// The month, or the month in which the half-year ends.
    pub period: Month,
    /// The kind of paper.
    pub kind: PaperKind,
    /// The last day of the period: it alone drives "overdue" and "days left".
    pub as_at: Date,
    /// The meeting that considers it, where one is in the calendar.
    pub meeting: Option<Id>,
    /// The day on which it is due.
    pub due: Date,
    /// Nothing that became known after this day is in the paper. The due date, unless later knowledge was asked for.
    pub cut_off: Date,
}

impl Occasion {
    /// The same paper, made again with what was known on a later day.
    #[must_use]
    pub fn as_known_at(self, day: Date) -> Self {
        Self { cut_off: day, ..self }
    }

    /// The first month of its period.
    #[must_use]
    pub fn first_month(&self) -> Month {
        self.period.plus(1 - self.kind.months())
    }

    /// The last month of which it can know anything: a return is drawn when its month is over, and what came after the
    /// cut-off is not known.
    #[must_use]
    pub fn last_known_month(&self) -> Month {
        let month = self.cut_off.month();
        let over = if self.cut_off == month.last_day() {
            month
        } else {
            month.plus(-1)
        };
        over.max(self.period)
    }

    /// The office that signs it.
    #[must_use]
    pub fn author<'p>(&self, programme: &'p Programme) -> &'p Id {
        let papers = &programme.charter.papers;
        match self.kind {
            PaperKind::Monthly => papers.monthly.author.value(),
            PaperKind::SixMonthly => papers.six_monthly.author.value(),
        }
    }

    /// The rule by which its due date follows from its meeting.
    #[must_use]
    pub fn due_rule<'p>(&self, programme: &'p Programme) -> &'p DueRule {
        let papers = &programme.charter.papers;
        match self.kind {
            PaperKind::Monthly => &papers.monthly.due,
            PaperKind::SixMonthly => &papers.six_monthly.due,
        }
    }

    /// Its approval: the latest of the office that signs it.
    #[must_use]
    pub fn approval<'p>(&self, programme: &'p Programme) -> Option<&'p Approval> {
        self.approvals(programme)
            .max_by_key(|approval| *approval.on.value())
    }

    /// Every approval of the office that signs it.
    fn approvals<'p>(&self, programme: &'p Programme) -> impl Iterator<Item = &'p Approval> {
        let author = self.author(programme);
        programme.approvals.iter().filter(move |approval| {
            approval.paper == self.kind
                && *approval.period.value() == self.period
                && approval.by.value() == author
        })
    }

    /// The director's own words for its month.
    #[must_use]
    pub fn directors_words<'p>(&self, programme: &'p Programme) -> Option<&'p DirectorsWords> {
        let of_month = programme
            .returns
            .iter()
            .filter(|sent| *sent.month.value() == self.period);
        of_month.filter_map(|sent| sent.words.as_ref()).next_back()
    }

    /// The chair's words for its half-year.
    #[must_use]
    pub fn chairs_report<'p>(&self, programme: &'p Programme) -> Option<&'p ChairReport> {
        programme
            .chair
            .iter()
            .find(|report| *report.period.value() == self.period)
    }

    /// Those to whom its report is addressed on the day it is due, in the order of precedence.
    #[must_use]
    pub fn recipients<'p>(&self, programme: &'p Programme) -> Vec<&'p Recipient> {
        let charter = &programme.charter;
        let holder = |role: &Located<Id>| {
            let mut recipients = charter.recipients.iter();
            recipients.find(|one| one.role.value() == role.value() && one.holds_on(self.due))
        };
        let roles = charter.papers.six_monthly.addressed_to.iter();
        roles.filter_map(holder).collect()
    }

    /// The names of its papers on the command line, the report first, then its letters: `six-monthly`, `letter-leader`.
    #[must_use]
    pub fn names(&self, programme: &Programme) -> Vec<String> {
        let report = self.kind.name().to_owned();
        match self.kind {
            PaperKind::Monthly => vec![report],
            PaperKind::SixMonthly => {
                let known = programme.as_known_at(self.cut_off);
                let letters = self.recipients(&known).into_iter().map(letter_name);
                std::iter::once(report).chain(letters).collect()
            }
        }
    }

    /// Whether nothing that the inputs tell of happened after it was due: then nobody can know yet whether it will be
    /// finished in time, and that it is not is no fault.
    #[must_use]
    pub fn is_in_preparation(&self, programme: &Programme) -> bool {
        let returns = programme.returns.iter().map(|sent| *sent.received.value());
        let words = programme.chair.iter().map(|report| *report.written.value());
        let approvals = programme.approvals.iter().map(|approval| *approval.on.value());
        returns.chain(words).chain(approvals).all(|day| day <= self.due)
    }

    /// The meeting that considers it.
    #[must_use]
    pub fn meeting_of<'p>(&self, programme: &'p Programme) -> Option<&'p Meeting> {
        self.meeting
            .as_ref()
            .and_then(|meeting| programme.calendar.meeting(meeting))
    }
}

/// The name of the letter to a recipient. It is made from the role, which stays when offices change.
#[must_use]
pub fn letter_name(to: &Recipient) -> String {
    format!("letter-{}", to.role.value().as_str().replace('_', "-"))
}

/// Every paper that the programme has returns for, or awaits returns for, in order of period; the monthly one before the six-monthly.
#[must_use]
pub fn occasions(programme: &Programme) -> Vec<Occasion> {
    let returned = programme.returns.iter().map(|sent| *sent.month.value());
    let mut months: Vec<Month> = returned.chain(programme.awaited.iter().copied()).collect();
    months.sort();
    months.dedup();
    months
        .into_iter()
        .flat_map(|month| of_month(programme, month))
        .collect()
}

/// The earlier papers that this one is compared with, the earliest first: the one before of its kind, and for a
/// half-year its monthly papers.
#[must_use]
pub fn before(programme: &Programme, occasion: &Occasion) -> Vec<Occasion> {
    let mut earlier = occasions(programme);
    let in_half_year = |one: &Occasion| {
        occasion.kind == PaperKind::SixMonthly
            && one.kind == PaperKind::Monthly
            && (occasion.first_month()..=occasion.period).contains(&one.period)
    };
    let last = earlier
        .iter()
        .rfind(|one| one.kind == occasion.kind && one.period < occasion.period)
        .cloned();
    earlier.retain(|one| in_half_year(one) || Some(one) == last.as_ref());
    earlier
}

/// The papers of a month, whether or not anything has come for it.
#[must_use]
pub fn of_month(programme: &Programme, month: Month) -> Vec<Occasion> {
    let papers = &programme.charter.papers;
    let monthly = (papers.monthly.first <= month).then(|| {
        let considers = |meeting: &Meeting| meeting.considers.as_ref().map(|m| *m.value());
        let meeting = meeting(programme, &papers.monthly.group, considers, month);
        occasion(programme, PaperKind::Monthly, month, meeting, &papers.monthly.due)
    });
    let ends_here = papers.six_monthly.first <= month
        && month.months_since(papers.six_monthly.first) % PaperKind::SixMonthly.months() == 0;
    let six_monthly = ends_here.then(|| {
        let agrees = |meeting: &Meeting| meeting.agrees_report.as_ref().map(|m| *m.value());
        let meeting = meeting(programme, &papers.six_monthly.group, agrees, month);
        occasion(
            programme,
            PaperKind::SixMonthly,
            month,
            meeting,
            &papers.six_monthly.due,
        )
    });
    monthly.into_iter().chain(six_monthly).collect()
}

/// The earliest meeting of the paper's group that takes the paper of `month`; of any group, where its own does not, as the
/// board took the first paper before the performance group had met.
fn meeting<'p>(
    programme: &'p Programme,
    group: &Located<Id>,
    taken: impl Fn(&Meeting) -> Option<Month>,
    month: Month,
) -> Option<&'p Meeting> {
    let meetings = programme.calendar.meetings.iter();
    meetings
        .filter(|meeting| taken(meeting) == Some(month))
        .min_by_key(|meeting| (meeting.group.value() != group.value(), *meeting.date.value()))
}

/// Without a meeting, a paper is due on the last working day of the month after its period: nobody hands one in on a Sunday.
fn occasion(
    programme: &Programme,
    kind: PaperKind,
    period: Month,
    meeting: Option<&Meeting>,
    rule: &DueRule,
) -> Occasion {
    let due = meeting.map_or_else(
        || programme.calendar.working_day_of(period.plus(1), u32::MAX),
        |meeting| programme.calendar.due(*meeting.date.value(), rule),
    );
    let meeting = meeting.map(|meeting| meeting.id.value().clone());
    Occasion {
        period,
        kind,
        as_at: period.last_day(),
        meeting,
        due,
        cut_off: due,
    }
}

/// Whether the group of that name is the board with its independent chair.
#[must_use]
pub fn is_board(programme: &Programme, group: &Id) -> bool {
    programme
        .charter
        .group(group)
        .is_some_and(|group| group.kind == GroupKind::Board)
}
