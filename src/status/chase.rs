//! Whom to chase for what, in one list that can go into an e-mail. Knows who answers for each thing that has not come;
//! what a missing return would have held is asked for once, with the return.

use super::lacking::{MissingFigure, SilentAction, Unexplained};
use super::paper::{PaperStatus, ReturnStatus, WantedFromAuthor};
use super::who::Who;
use crate::catalogue::weekday_and_date;
use crate::domain::{Charter, Date, Id, Owed, Programme};
use crate::words;
use std::collections::BTreeMap;

/// How many days ahead anybody is reminded of what is due: one turn of the monthly routine.
const AHEAD: u64 = 28;

/// Whether the day has come by which something was due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It has gone by.
    Late,
    /// It is today or still to come.
    ToCome,
}

/// One thing to ask for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Item {
    /// Whether it is late.
    pub standing: Standing,
    /// The day by which it is due.
    pub due: Date,
    /// What is asked for, as a line of the list.
    pub words: String,
}

/// One office and all that is asked of it, the late first.
#[derive(Debug, Clone)]
pub struct Chased {
    /// The office.
    pub who: Who,
    /// What is asked.
    pub items: Vec<Item>,
}

/// Everybody who is to be chased: those who are late first, then in the order of the programme.
pub(super) fn chase(programme: &Programme, today: Date, papers: &[PaperStatus]) -> Vec<Chased> {
    let mut asked: BTreeMap<Who, Vec<Item>> = BTreeMap::new();
    for paper in papers {
        for (who, due, words) in wants(paper)
            .into_iter()
            .filter(|(_, due, _)| !is_early(*due, today))
        {
            let standing = if due < today {
                Standing::Late
            } else {
                Standing::ToCome
            };
            let words = format!("{words}: {}", when(due, today));
            asked.entry(who).or_default().push(Item { standing, due, words });
        }
    }
    let mut chased: Vec<Chased> = asked
        .into_iter()
        .map(|(who, items)| Chased { who, items })
        .collect();
    chased.iter_mut().for_each(|one| one.items.sort());
    chased.sort_by_key(|one| {
        let first = one.items.first().map(|item| item.standing);
        (first, place(&programme.charter, &one.who.office))
    });
    chased
}

/// The earliest day on which something is due of which it is too early to remind anybody.
pub(super) fn later(today: Date, papers: &[PaperStatus]) -> Option<Date> {
    let due = papers.iter().flat_map(wants).map(|(_, due, _)| due);
    due.filter(|due| is_early(*due, today)).min()
}

/// Whether it is too early to remind anybody of what is due on that day.
fn is_early(due: Date, today: Date) -> bool {
    due > today.plus_days(AHEAD)
}

/// What is wanted of whom for one paper, and by when.
fn wants(paper: &PaperStatus) -> Vec<(Who, Date, String)> {
    let returns = paper.returns.iter().filter(|one| !one.missing.is_empty());
    let returns = returns.map(|one| (one.owner.clone(), one.due, of_return(paper, one)));
    let figures = paper
        .figures
        .iter()
        .filter(|figure| has_come(paper, Some(&figure.body), Owed::Figures));
    let figures = figures.map(|figure| (figure.owner.clone(), paper.due, of_figure(figure)));
    let actions = paper
        .actions
        .iter()
        .filter(|action| has_come(paper, Some(&action.body), Owed::Plan));
    let actions = actions.map(|action| (action.owner.clone(), paper.due, of_action(paper, action)));
    let exceptions = paper.exceptions.iter().filter(|one| is_asked(paper, one));
    let exceptions = exceptions.map(|one| (one.owner.clone(), paper.due, of_exception(paper, one)));
    let author = paper
        .wanted
        .iter()
        .filter(|wanted| !is_owed_in_a_return(paper, **wanted));
    let author = author.map(|wanted| (paper.author.clone(), paper.due, of_author(paper, *wanted)));
    returns
        .chain(figures)
        .chain(actions)
        .chain(exceptions)
        .chain(author)
        .collect()
}

/// Whether that part of the body's return has come. What a body does not owe has not failed to come.
fn has_come(paper: &PaperStatus, body: Option<&Id>, part: Owed) -> bool {
    let mut missing = paper.returns.iter().filter(|one| one.missing.contains(&part));
    !missing.any(|one| Some(&one.body) == body)
}

/// Whether words on an exception are asked for by themselves: not when their return is missing, nor when the figure is.
fn is_asked(paper: &PaperStatus, one: &Unexplained) -> bool {
    let mut figures = paper.figures.iter();
    has_come(paper, one.body.as_ref(), one.part) && !figures.any(|figure| figure.indicator == one.subject)
}

/// Whether an author's words are among what a missing return was to bring.
fn is_owed_in_a_return(paper: &PaperStatus, wanted: WantedFromAuthor) -> bool {
    let owed = || paper.returns.iter().any(|one| one.missing.contains(&Owed::Words));
    wanted == WantedFromAuthor::Words && owed()
}

fn of_return(paper: &PaperStatus, one: &ReturnStatus) -> String {
    let owed: Vec<&str> = one.missing.iter().map(|owed| owed_words(*owed)).collect();
    format!("Return for {} ({})", paper.period, words::list_of(&owed))
}

fn of_figure(figure: &MissingFigure) -> String {
    format!(
        "{} for {} ({}), {}",
        figure.reference, figure.month, figure.name, figure.why
    )
}

fn of_action(paper: &PaperStatus, action: &SilentAction) -> String {
    format!(
        "Update for {} of action {} ({})",
        paper.period, action.reference, action.title
    )
}

fn of_exception(paper: &PaperStatus, one: &Unexplained) -> String {
    let rule = words::uncapitalised(one.rule);
    format!(
        "Explanation for {} of {} ({}), an exception: {rule}",
        paper.period, one.reference, one.title
    )
}

fn of_author(paper: &PaperStatus, wanted: WantedFromAuthor) -> String {
    let what = match wanted {
        WantedFromAuthor::Words => "Words for",
        WantedFromAuthor::Approval => "Approval of",
    };
    format!("{what} the {} for {}", paper.kind.words(), paper.period)
}

/// What is owed, as a word of a list.
#[must_use]
pub fn owed_words(owed: Owed) -> &'static str {
    match owed {
        Owed::Figures => "figures",
        Owed::Plan => "plan",
        Owed::Risks => "risks",
        Owed::Words => "words",
    }
}

/// `due on Friday 12 November 2010`, `due today`, `due on Friday 12 November 2010, 3 days ago`.
fn when(due: Date, today: Date) -> String {
    let day = weekday_and_date(due);
    match today.days_since(due) {
        0 => "due today".to_owned(),
        1 => format!("due on {day}, yesterday"),
        days if days > 1 => format!("due on {day}, {days} days ago"),
        _ => format!("due on {day}"),
    }
}

/// Where an office stands in the programme: by its body, then by itself; independent offices come last.
fn place(charter: &Charter, office: &Id) -> (usize, usize) {
    let known = charter.offices.iter().position(|one| one.id.value() == office);
    let body = charter.office(office).and_then(|one| one.body.as_ref());
    let body = body.and_then(|body| {
        charter
            .bodies
            .iter()
            .position(|one| one.id.value() == body.value())
    });
    (body.unwrap_or(usize::MAX), known.unwrap_or(usize::MAX))
}
