//! Views of practitioners, children and families: what the chair heard, then what the council heard.

use crate::analysis::action_words::times_in_words;
use crate::compose::context::{Context, Desk};
use crate::compose::printed;
use crate::compose::shapes::{Cell, Column, Table, Words, paragraph};
use crate::domain::{Heard, Month, Voice};
use crate::words;
use serde::Serialize;

/// The section.
#[derive(Debug, Serialize)]
pub(super) struct Views {
    groups: Vec<Group>,
}

/// One voice.
#[derive(Debug, Serialize)]
struct Group {
    id: &'static str,
    title: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    words: Words,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sum: Words,
    #[serde(skip_serializing_if = "Option::is_none")]
    empty: Option<&'static str>,
}

pub(super) fn views(context: &Context<'_>, desk: &mut Desk<'_>) -> Views {
    let words = context
        .chairs_report()
        .map(|said| desk.words(&said.words.views))
        .unwrap_or_default();
    let empty = words.is_empty().then_some("The chair has given no words here.");
    let chair = Group {
        id: "views-chair",
        title: "What I heard",
        words,
        sum: Words::new(),
        empty,
    };
    let council = Group {
        id: "views-council",
        title: "What the council heard",
        words: Vec::new(),
        sum: vec![paragraph(in_sum(context))],
        empty: None,
    };
    Views {
        groups: vec![chair, council],
    }
}

/// Whose views the returns report, how often, and how often something came of it.
fn in_sum(context: &Context<'_>) -> String {
    let sent = context.sent_in_period();
    let all: Vec<&Heard> = sent.iter().flat_map(|sent| &sent.heard).collect();
    if all.is_empty() {
        return "The returns of these months report no views.".to_owned();
    }
    let of = |voice, whom| {
        let times = all.iter().filter(|heard| heard.from == voice).count();
        (times > 0).then(|| format!("{whom} {}", times_in_words(times)))
    };
    let heard = [
        of(Voice::Practitioners, "practitioners"),
        of(Voice::Children, "children and young people"),
        of(Voice::Families, "families"),
    ];
    let heard: Vec<String> = heard.into_iter().flatten().collect();
    let answered = all.iter().filter(|heard| heard.done.is_some()).count();
    let answered = match answered {
        none_or_some if none_or_some < all.len() => format!(
            "of {} it is told what was done",
            printed::number_or_none(answered)
        ),
        _ => "of each it is told what was done".to_owned(),
    };
    format!(
        "The returns of these months tell how the council and its partners heard {}; {answered}. Annex E has what was said.",
        words::list_of(&heard)
    )
}

/// What was said, and what came of it.
pub(super) fn heard(context: &Context<'_>) -> Table {
    let all = context.sent_in_period();
    let voices = all
        .iter()
        .flat_map(|sent| sent.heard.iter().map(|heard| (*sent.month.value(), heard)));
    Table::new(
        "views-heard",
        format!(
            "Views heard by the council and its partners, {}",
            context.period()
        ),
        [
            Column::words("From whom, and how", 4),
            Column::words("What they said", 5),
            Column::words("What was done", 5),
        ],
        voices.map(|(month, heard)| row(month, heard)),
        "The returns of these months report no views.",
    )
}

fn row(month: Month, heard: &Heard) -> Vec<Cell> {
    let from = match heard.from {
        Voice::Children => "Children",
        Voice::Families => "Families",
        Voice::Practitioners => "Practitioners",
    };
    vec![
        Cell::from(format!("{from}, {}: {}", month.short(), heard.how)),
        heard.said.as_str().into(),
        heard.done.as_deref().unwrap_or("Nothing is reported.").into(),
    ]
}
