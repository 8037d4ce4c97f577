//! Engagement of practitioners, children and families: what the figures say, then what was heard and what came of it.
//! Knows whose views are whose; who said a thing is nobody's business here.

use crate::compose::context::{Context, Desk};
use crate::compose::monthly::standing;
use crate::compose::shapes::{Cell, Column, Table, Words};
use crate::domain::{Heard, Section, Voice};
use serde::Serialize;

/// Whose views are told, in order.
const VOICES: [Voice; 3] = [Voice::Practitioners, Voice::Children, Voice::Families];

/// The section.
#[derive(Debug, Serialize)]
pub struct Engagement {
    /// The figures first, then each voice.
    pub groups: Vec<Group>,
}

/// A part of the section.
#[derive(Debug, Serialize)]
pub struct Group {
    /// Its id in the paper.
    pub id: &'static str,
    /// Its title.
    pub title: &'static str,
    /// The director's words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub words: Words,
    /// Figures, or views; where there are none it says so.
    pub table: Table,
}

/// The section of the paper's month.
pub fn engagement(context: &Context<'_>, desk: &mut Desk<'_>) -> Engagement {
    let words = context
        .directors_words()
        .and_then(|words| words.engagement.as_ref());
    let figures = Group {
        id: "engagement-figures",
        title: "What the figures say",
        words: words.map(|words| desk.words(words)).unwrap_or_default(),
        table: standing::table(
            context,
            "engagement-indicators",
            format!("Engagement: indicators, {}", context.month()),
            context.told_in(Section::Engagement),
            context.nothing_in(Section::Engagement, "No indicator stands under this heading."),
        ),
    };
    Engagement {
        groups: std::iter::once(figures)
            .chain(VOICES.map(|voice| heard(context, voice)))
            .collect(),
    }
}

fn heard(context: &Context<'_>, voice: Voice) -> Group {
    let (id, table, title) = match voice {
        Voice::Practitioners => ("engagement-practitioners", "heard-practitioners", "Practitioners"),
        Voice::Children => (
            "engagement-children",
            "heard-children",
            "Children and young people",
        ),
        Voice::Families => ("engagement-families", "heard-families", "Families and carers"),
    };
    let month = context.month();
    let views = context
        .sent()
        .into_iter()
        .flat_map(|sent| &sent.heard)
        .filter(|view| view.from == voice);
    Group {
        id,
        title,
        words: Words::new(),
        table: Table::new(
            table,
            format!("{title}: views heard, {month}"),
            [
                Column::words("How they were heard", 2),
                Column::words("What they said", 3),
                Column::words("What was done", 3),
            ],
            views.map(view),
            format!("No views of theirs were reported for {month}."),
        ),
    }
}

fn view(heard: &Heard) -> Vec<Cell> {
    let done = heard
        .done
        .clone()
        .unwrap_or_else(|| "Nothing was reported.".to_owned());
    vec![heard.how.clone().into(), heard.said.clone().into(), done.into()]
}
