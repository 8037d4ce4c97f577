//! What is said of a picture, and how much of it a listener can take in. Knows lengths and full stops; not what the words are about.

use crate::charts::MOST_ROWS;
use crate::charts::scene::Scene;
use crate::domain::Month;
use crate::draw::{DataTable, Drawn};
use crate::words;

/// The most words of an alternative text: it stays under 80.
const MOST_WORDS: usize = 79;

/// Everything that goes with a picture.
pub(super) struct Said {
    /// The verdict.
    pub(super) title: String,
    /// What, unit, period.
    pub(super) subtitle: String,
    /// What somebody who cannot see the picture should know, sentence by sentence, the weightiest first.
    pub(super) alt: Vec<String>,
    /// What a reader should know beside the picture, sentence by sentence.
    pub(super) notes: Vec<String>,
    /// The figures.
    pub(super) data: DataTable,
}

impl Drawn {
    /// A picture with its words.
    pub(super) fn of(scene: Scene, said: Said) -> Self {
        Self {
            svg: scene.draw(),
            size: scene.size,
            scene,
            title: said.title,
            subtitle: said.subtitle,
            alt: alternative(&said.alt),
            note: (!said.notes.is_empty()).then(|| said.notes.join(" ")),
            data: said.data,
        }
    }
}

/// As many of the sentences as stay under the limit, in their order. The first is always there, cut if it is too long by itself.
fn alternative(sentences: &[String]) -> String {
    let mut words: Vec<&str> = Vec::new();
    for sentence in sentences {
        let more: Vec<&str> = sentence.split_whitespace().collect();
        if words.is_empty() || words.len() + more.len() <= MOST_WORDS {
            words.extend(more);
        }
    }
    if words.len() > MOST_WORDS {
        words.truncate(MOST_WORDS);
        return format!("{}…", words.join(" "));
    }
    words.join(" ")
}

/// How many there are, for a sentence: `none`, `one` to `nine`, `12`.
pub(super) fn how_many(number: usize) -> String {
    match number {
        0 => "none".to_owned(),
        _ => words::cardinal(number),
    }
}

/// That not all rows are drawn, where there are more than a chart takes.
pub(super) fn cut(rows: usize, what: &str) -> Option<String> {
    (rows > MOST_ROWS)
        .then(|| format!("The first {MOST_ROWS} of {rows} {what} are drawn; the table has all."))
}

/// Months that are named one by one; more are counted.
const MONTHS_NAMED: usize = 3;

/// That months have none of something: `No figure for June 2010 and July 2010.`
pub(super) fn none_for(what: &str, months: &[Month]) -> Option<String> {
    let last = months.last()?;
    let named: Vec<String> = months.iter().map(Month::to_string).collect();
    Some(if months.len() <= MONTHS_NAMED {
        format!("No {what} for {}.", words::list_of(&named))
    } else {
        let number = words::count(months.len(), "month", "months");
        format!("No {what} for {number}, the last {last}.")
    })
}

/// The first clause of a text that somebody typed, short enough for a label.
pub(super) fn clause(text: &str) -> &str {
    let end = text.find([',', ';', ':', '(', '.']).unwrap_or(text.len());
    text.get(..end).unwrap_or(text).trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(words: usize) -> String {
        vec!["word"; words].join(" ")
    }

    #[test]
    fn sentences_that_do_not_fit_are_left_out_and_shorter_ones_after_them_kept() {
        let said = alternative(&[of(60), of(20), of(19), of(1)]);
        assert_eq!(said.split_whitespace().count(), MOST_WORDS);
    }

    #[test]
    fn a_first_sentence_that_is_too_long_is_cut() {
        let said = alternative(&[of(200), of(3)]);
        assert_eq!(said.split_whitespace().count(), MOST_WORDS);
        assert!(said.ends_with('…'));
        assert_eq!(alternative(&[]), "");
    }

    #[test]
    fn a_label_is_the_first_clause() {
        assert_eq!(
            clause("All trained in January, when it began"),
            "All trained in January"
        );
        assert_eq!(clause("All trained"), "All trained");
        assert_eq!(clause(""), "");
    }
}
