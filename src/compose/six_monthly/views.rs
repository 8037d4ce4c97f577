//! Views of practitioners, children and families: what the chair heard, then what the council heard.

use crate::compose::context::{Context, Desk};
use crate::compose::shapes::{Cell, Column, Table, Words};
use crate::domain::{Heard, Month, Voice};
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
    #[serde(skip_serializing_if = "Option::is_none")]
    table: Option<Table>,
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
        table: None,
        empty,
    };
    let council = Group {
        id: "views-council",
        title: "What the council heard",
        words: Vec::new(),
        table: Some(heard(context)),
        empty: None,
    };
    Views {
        groups: vec![chair, council],
    }
}

fn heard(context: &Context<'_>) -> Table {
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
            Column::short("Month"),
            Column::words("From", 2),
            Column::words("What they said", 4),
            Column::words("What was done", 3),
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
        Cell::from(month.short()),
        format!("{from}: {}", heard.how).into(),
        heard.said.as_str().into(),
        heard.done.as_deref().unwrap_or("Nothing is reported.").into(),
    ]
}
