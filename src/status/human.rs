//! A status for people: a block a paper, then the list of whom to chase, which can go into an e-mail as it stands.
//! Knows how it is laid out; what is so was found before.

use super::chase::{Chased, owed_words};
use super::paper::{PaperStatus, ReturnStatus};
use super::{Item, Standing, Status};
use crate::analysis::returns::Arrival;
use crate::catalogue::weekday_and_date;
use crate::domain::Date;
use crate::words;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// How wide the names of a block's lines are.
const NAME: usize = 12;

/// The status as text.
#[must_use]
pub fn render(status: &Status) -> String {
    let mut text = format!(
        "{}: what was received later is not known.\n",
        weekday_and_date(status.today)
    );
    status.papers.iter().for_each(|paper| block(&mut text, paper));
    if status.papers.is_empty() {
        text.push_str("\nNo paper is open.\n");
    }
    text.push_str("\nTo chase\n");
    if status.chase.is_empty() {
        text.push_str(&nobody(status.later));
    }
    status.chase.iter().for_each(|one| chased(&mut text, one));
    text
}

/// Why nobody is to be chased: nothing is wanted, or nothing yet.
fn nobody(later: Option<Date>) -> String {
    later.map_or_else(
        || "\nNobody: everything has come.\n".to_owned(),
        |day| {
            let day = weekday_and_date(day);
            format!("\nNobody yet: what has not come is due on {day} or later.\n")
        },
    )
}

/// One paper.
fn block(text: &mut String, paper: &PaperStatus) {
    let kind = words::capitalised(paper.kind.words());
    let _ = writeln!(text, "\n{kind} for {}: {}", paper.period, paper.state.words());
    let day = weekday_and_date(paper.due);
    line(text, "Due", &format!("{day}, {}", paper.due_rule));
    let meeting = paper
        .meeting
        .as_ref()
        .map_or("none is in the calendar", |meeting| &meeting.words);
    line(text, "Meeting", meeting);
    if let Some(day) = paper.approved {
        line(text, "Approved", &format!("{day}, by the {}", paper.author.title));
    }
    if let Some(content) = paper.content {
        line(text, "Content", &content.in_groups());
    }
    for (number, one) in paper.returns.iter().enumerate() {
        line(text, if number == 0 { "Returns" } else { "" }, &of_return(one));
    }
    let missing = [
        ("Figures", paper.figures.len(), "is missing", "are missing"),
        ("Actions", paper.actions.len(), "has no update", "have no update"),
        (
            "Exceptions",
            paper.exceptions.len(),
            "has no explanation",
            "have no explanation",
        ),
    ];
    for (name, count, one, many) in missing.into_iter().filter(|(_, count, ..)| *count > 0) {
        line(
            text,
            name,
            &format!("{count} {}", if count == 1 { one } else { many }),
        );
    }
}

fn line(text: &mut String, name: &str, words: &str) {
    let _ = writeln!(text, "  {name:<NAME$}{words}");
}

/// `NHS Haringey (Designated Nurse), due Tuesday 9 November 2010: plan on 8 November 2010; figures not received`.
fn of_return(one: &ReturnStatus) -> String {
    let mut parts = Vec::new();
    let mut came: BTreeMap<Arrival, Vec<&str>> = BTreeMap::new();
    for (owed, arrival) in &one.received {
        came.entry(*arrival).or_default().push(owed_words(*owed));
    }
    for (arrival, owed) in came {
        parts.push(format!("{} {}", words::list_of(&owed), when(arrival)));
    }
    if !one.missing.is_empty() {
        let missing: Vec<&str> = one.missing.iter().map(|owed| owed_words(*owed)).collect();
        parts.push(format!(
            "{} {}",
            words::list_of(&missing),
            when(Arrival::NotReceived)
        ));
    }
    let due = weekday_and_date(one.due);
    format!(
        "{} ({}), due {due}: {}",
        one.name,
        one.owner.title,
        parts.join("; ")
    )
}

fn when(arrival: Arrival) -> String {
    match arrival {
        Arrival::OnTime(day) => format!("on {day}"),
        Arrival::Late(day) => format!("late, on {day}"),
        Arrival::NotReceived => "not received".to_owned(),
    }
}

/// One office and what is asked of it.
fn chased(text: &mut String, one: &Chased) {
    let _ = writeln!(text, "\n{}", one.who.in_full);
    for Item { standing, words, .. } in &one.items {
        let late = match standing {
            Standing::Late => "LATE: ",
            Standing::ToCome => "",
        };
        let _ = writeln!(text, "- {late}{words}");
    }
}
