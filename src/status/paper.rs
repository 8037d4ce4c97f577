//! How one paper stands: its dates, whether it is begun or approved, what has come for it and what has not. Knows one
//! paper on one day; whom to chase for it is told elsewhere.

use super::lacking::{MissingFigure, SilentAction, Unexplained, actions, figures, unexplained};
use super::who::Who;
use crate::analysis::analyse;
use crate::analysis::returns::{Arrival, Contribution, contributions};
use crate::catalogue::Occasion;
use crate::digest::Digest;
use crate::domain::{Date, Id, Month, Owed, PaperKind, Programme};

/// How far a paper is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Nothing has come for it.
    NotStarted,
    /// Something has come, and it is not approved.
    Draft,
    /// It was approved, and what it says is no longer what was approved.
    ChangedSinceApproval,
    /// Its author has approved it.
    Approved,
}

impl State {
    /// The words in a list.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::NotStarted => "not started",
            Self::Draft => "draft",
            Self::ChangedSinceApproval => "changed since approval",
            Self::Approved => "approved",
        }
    }
}

/// The meeting that takes a paper.
#[derive(Debug, Clone)]
pub struct MeetingStatus {
    /// Its name in the inputs.
    pub id: Id,
    /// The group that meets.
    pub group: String,
    /// The day.
    pub date: Date,
    /// Both in words.
    pub words: String,
}

/// What one contributor owes for the month, and what has come of it.
#[derive(Debug, Clone)]
pub struct ReturnStatus {
    /// The body.
    pub body: Id,
    /// Its name on paper.
    pub name: String,
    /// The office that sends it.
    pub owner: Who,
    /// The day by which it is due.
    pub due: Date,
    /// What has come, and when.
    pub received: Vec<(Owed, Arrival)>,
    /// What has not.
    pub missing: Vec<Owed>,
}

/// What a paper needs of its author.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum WantedFromAuthor {
    /// The author's words.
    Words,
    /// The author's approval of what it says.
    Approval,
}

/// How one paper stands.
#[derive(Debug, Clone)]
pub struct PaperStatus {
    /// The kind of paper.
    pub kind: PaperKind,
    /// The month, or the month in which the half-year ends.
    pub period: Month,
    /// Its title.
    pub title: String,
    /// The last day of its period.
    pub as_at: Date,
    /// The meeting that takes it, where one is in the calendar.
    pub meeting: Option<MeetingStatus>,
    /// The day on which it is due.
    pub due: Date,
    /// The rule by which that day follows from the meeting, in words.
    pub due_rule: String,
    /// What becomes known after this day is not in it.
    pub cut_off: Date,
    /// How far it is.
    pub state: State,
    /// The office that signs it.
    pub author: Who,
    /// The day on which the author approved it.
    pub approved: Option<Date>,
    /// What it needs of its author still.
    pub wanted: Vec<WantedFromAuthor>,
    /// The digest of its words and figures as they are known, which an approval may name; none before anything has come,
    /// or while its prose has a fault.
    pub content: Option<Digest>,
    /// What its contributors owe, in the order of the programme. A six-monthly report rests on the monthly returns.
    pub returns: Vec<ReturnStatus>,
    /// Figures that are owed and not there.
    pub figures: Vec<MissingFigure>,
    /// Live actions without an update.
    pub actions: Vec<SilentAction>,
    /// Exceptions of which their owners say nothing.
    pub exceptions: Vec<Unexplained>,
}

/// How `occasion` stands. `programme` knows no more than the day; `content` is the digest of what the paper would say.
#[must_use]
pub fn paper(programme: &Programme, occasion: &Occasion, content: Option<Digest>) -> PaperStatus {
    let in_paper = programme.as_known_at(occasion.cut_off);
    let state = state(&in_paper, occasion, content);
    let content = content.filter(|_| state != State::NotStarted);
    let bare = PaperStatus {
        kind: occasion.kind,
        period: occasion.period,
        title: title(programme, occasion),
        as_at: occasion.as_at,
        meeting: meeting(programme, occasion),
        due: occasion.due,
        due_rule: occasion.due_rule_in_words(programme),
        cut_off: occasion.cut_off,
        state,
        author: Who::new(&programme.charter, occasion.author(programme)),
        approved: occasion.approval(&in_paper).map(|approval| *approval.on.value()),
        wanted: wanted(&in_paper, occasion, state),
        content,
        returns: Vec::new(),
        figures: Vec::new(),
        actions: Vec::new(),
        exceptions: Vec::new(),
    };
    match occasion.kind {
        PaperKind::Monthly => with_lacks(programme, occasion, bare),
        PaperKind::SixMonthly => bare,
    }
}

fn title(programme: &Programme, occasion: &Occasion) -> String {
    let papers = &programme.charter.papers;
    match occasion.kind {
        PaperKind::Monthly => papers.monthly.title.clone(),
        PaperKind::SixMonthly => papers.six_monthly.title.clone(),
    }
}

fn meeting(programme: &Programme, occasion: &Occasion) -> Option<MeetingStatus> {
    let meeting = occasion.meeting_of(programme)?;
    Some(MeetingStatus {
        id: meeting.id.value().clone(),
        group: programme.charter.group_name(meeting.group.value()).to_owned(),
        date: *meeting.date.value(),
        words: occasion.meeting_in_words(programme),
    })
}

fn state(in_paper: &Programme, occasion: &Occasion, content: Option<Digest>) -> State {
    let has_returns = in_paper
        .returns
        .iter()
        .any(|sent| *sent.month.value() == occasion.period);
    let is_begun = match occasion.kind {
        PaperKind::Monthly => has_returns,
        PaperKind::SixMonthly => occasion.chairs_report(in_paper).is_some(),
    };
    let Some(approval) = occasion.approval(in_paper) else {
        return if is_begun { State::Draft } else { State::NotStarted };
    };
    match (&approval.digest, content) {
        (Some(named), Some(content)) if !named.value().begins(&content.to_string()) => {
            State::ChangedSinceApproval
        }
        (Some(_) | None, Some(_) | None) => State::Approved,
    }
}

fn wanted(in_paper: &Programme, occasion: &Occasion, state: State) -> Vec<WantedFromAuthor> {
    let has_words = match occasion.kind {
        PaperKind::Monthly => occasion.directors_words(in_paper).is_some(),
        PaperKind::SixMonthly => occasion.chairs_report(in_paper).is_some(),
    };
    let words = (!has_words).then_some(WantedFromAuthor::Words);
    let approval = (state != State::Approved).then_some(WantedFromAuthor::Approval);
    words.into_iter().chain(approval).collect()
}

/// What has come for the month and what has not. A paper that nothing has come for lacks everything, and one that is
/// approved nothing: then only its returns are told.
fn with_lacks(programme: &Programme, occasion: &Occasion, bare: PaperStatus) -> PaperStatus {
    let owed = contributions(programme, occasion.period);
    let returns = owed.iter().map(|one| return_status(programme, one)).collect();
    match bare.state {
        State::NotStarted | State::Approved => PaperStatus { returns, ..bare },
        State::Draft | State::ChangedSinceApproval => {
            let assessment = analyse(programme, occasion, &[]);
            PaperStatus {
                returns,
                figures: figures(&assessment),
                actions: actions(&assessment),
                exceptions: unexplained(&assessment),
                ..bare
            }
        }
    }
}

fn return_status(programme: &Programme, contribution: &Contribution<'_>) -> ReturnStatus {
    let charter = &programme.charter;
    let body = contribution.contributor.body.value();
    let deliveries = contribution.deliveries.iter().copied();
    let (missing, received): (Vec<_>, Vec<_>) =
        deliveries.partition(|delivery| delivery.arrival == Arrival::NotReceived);
    ReturnStatus {
        body: body.clone(),
        name: charter.body_name(body).to_owned(),
        owner: Who::new(charter, contribution.contributor.office.value()),
        due: contribution.due,
        received: received.into_iter().map(|one| (one.owed, one.arrival)).collect(),
        missing: missing.into_iter().map(|one| one.owed).collect(),
    }
}
