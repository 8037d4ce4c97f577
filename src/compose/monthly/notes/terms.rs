//! Terms and marks: the programme's own glossary with the few terms of this paper, the shorthand, and the priorities.
//! Knows plain words for each.

use crate::compose::context::Context;
use crate::compose::shapes::{Cell, Column, Table};
use serde::Serialize;

/// A term and its meaning.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Meaning {
    /// The term.
    pub term: String,
    /// What it means.
    pub meaning: String,
}

/// Terms that the paper itself brings, whatever the programme.
const OWN: [(&str, &str); 8] = [
    (
        "Assurance",
        "Whether the work as it is now would meet the target: every month, in no month, or in some.",
    ),
    (
        "Control chart",
        "A line of months with its average and the limits between which ordinary variation lies (XmR chart).",
    ),
    (
        "Limits",
        "2.66 average steps from month to month above and below the average.",
    ),
    (
        "Ordinary variation",
        "Ups and downs that say nothing by themselves: the work behind them has not changed.",
    ),
    (
        "Run chart",
        "A line of months with its median. It can say that something changed, but not in which direction.",
    ),
    (
        "Sample",
        "Some cases taken to stand for all. The range says where the figure of all of them probably lies.",
    ),
    (
        "Signal",
        "A value or pattern that ordinary variation rarely makes: something has changed.",
    ),
    (
        "Tolerance",
        "How far from the target a figure may be before it is called off target.",
    ),
];

/// The programme's terms and the paper's own, in the order of the alphabet. The programme's word wins.
pub fn glossary(context: &Context<'_>) -> Vec<Meaning> {
    let typed = context.charter().glossary.iter();
    let mut all: Vec<Meaning> = typed
        .map(|term| Meaning {
            term: term.term.clone(),
            meaning: term.meaning.clone(),
        })
        .collect();
    for (term, meaning) in OWN {
        if !all.iter().any(|known| known.term.eq_ignore_ascii_case(term)) {
            all.push(Meaning {
                term: term.to_owned(),
                meaning: meaning.to_owned(),
            });
        }
    }
    all.sort_by_cached_key(|known| known.term.to_lowercase());
    all
}

/// The shorthand of the Government Statistical Service.
const SHORTHAND: [(&str, &str); 8] = [
    ("[b]", "Break: the first month of another definition."),
    (
        "[c]",
        "Confidential: held back because it might identify somebody.",
    ),
    ("[k]", "Would round to 0 or 100 and is not: held a step away."),
    ("[p]", "Provisional: drawn before its month was over."),
    ("[r]", "Revised: a correction changed what was first published."),
    ("[u]", "Of low reliability: of too few cases."),
    ("[x]", "Not available, or not yet."),
    (
        "[z]",
        "Not applicable: nothing is owed for the month, or there was nothing to measure.",
    ),
];

/// What letters in square brackets say.
pub fn shorthand() -> Table {
    Table::new(
        "notes-shorthand",
        "Letters in square brackets",
        [Column::short("Shorthand"), Column::words("Meaning", 1)],
        SHORTHAND.map(|(mark, meaning)| vec![mark.into(), meaning.into()]),
        "",
    )
}

/// The priorities that indicators serve.
pub fn priorities(context: &Context<'_>) -> Table {
    let rows = context.charter().priorities.iter().map(|priority| -> Vec<Cell> {
        vec![
            priority.mark.as_str().into(),
            priority.name.as_str().into(),
            priority.source.as_str().into(),
        ]
    });
    Table::new(
        "notes-priorities",
        "The priorities that indicators serve",
        [
            Column::short("Mark"),
            Column::words("What is asked", 3),
            Column::words("Who asks it", 3),
        ],
        rows,
        "The programme names no priorities.",
    )
}
