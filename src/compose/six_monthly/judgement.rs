//! The overall judgement, from the programme's own vocabulary, and the chair's reasons for it.

use crate::compose::context::{Context, Desk};
use crate::compose::shapes::Words;
use crate::words;
use serde::Serialize;

/// The first section.
#[derive(Debug, Serialize)]
pub(super) struct Judgement {
    #[serde(skip_serializing_if = "Option::is_none")]
    word: Option<String>,
    scale: String,
    words: Words,
    empty: &'static str,
}

pub(super) fn judgement(context: &Context<'_>, desk: &mut Desk<'_>) -> Judgement {
    let vocabulary = &context.charter().judgements;
    let said = context.chairs_report();
    let given = said.and_then(|said| {
        vocabulary
            .iter()
            .find(|one| one.id.value() == said.judgement.value())
    });
    // A judgement may have a comma of its own.
    let all: Vec<String> = vocabulary.iter().map(|one| one.words.to_lowercase()).collect();
    Judgement {
        word: given.map(|one| words::capitalised(&one.words)),
        scale: format!(
            "{} The programme judges in these words, the best first: {}.",
            given.map_or("", |one| one.meaning.as_str()),
            all.join("; ")
        ),
        words: said
            .map(|said| desk.words(&said.words.judgement))
            .unwrap_or_default(),
        empty: "The chair has not yet given a judgement.",
    }
}
