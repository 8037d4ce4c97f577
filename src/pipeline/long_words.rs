//! Whether the director's words leave room on their page for the answers under them. Knows the pages as they are laid
//! out, and when it is not worth looking; not what the words say.

use super::Desk;
use crate::catalogue::Occasion;
use crate::compose::Composed;
use crate::domain::{PaperKind, Programme, Prose};
use crate::finding::{Code, Finding};
use crate::typeset::{Layout, Memory, lay_out};

/// The room that is always there, in words. Shorter words are not laid out to see: a page takes its time.
const SURELY_FIT: usize = 240;
/// What a new paragraph or point takes, in words: the rest of its last line, and the gap.
const OF_A_PARAGRAPH: usize = 8;

/// The labels of the director's page and of the page after it.
const PAGE: &str = "summary";
const NEXT: &str = "glance";

impl Desk {
    /// A warning where the director's page flows on to another. `known` is what the paper's cut-off knew.
    pub(super) fn long_words(
        &self,
        known: &Programme,
        occasion: &Occasion,
        report: &Composed,
        memory: Memory,
    ) -> Option<Finding> {
        if !may_be(known, occasion) {
            return None;
        }
        let words = &occasion.directors_words(known)?.summary;
        let layout = lay_out(&report.manuscript, &self.fonts, memory).ok()?;
        let pages = pages(&layout).filter(|pages| *pages > 1)?;
        let message = format!(
            "{} words of the director for {} and the answers under them take {pages} pages",
            count(words.value()),
            occasion.period
        );
        let help = "a page holds about 200 words above the answers: shorten them, or let them flow on";
        Some(
            Finding::new(Code::LongWords, message)
                .at(words.place())
                .help(help),
        )
    }
}

/// Whether the director's words are so many that only their pages can tell.
pub(super) fn may_be(known: &Programme, occasion: &Occasion) -> bool {
    occasion.kind == PaperKind::Monthly
        && occasion
            .directors_words(known)
            .is_some_and(|words| room(words.summary.value()) > SURELY_FIT)
}

/// How many pages the director's page takes.
fn pages(layout: &Layout) -> Option<usize> {
    layout.page_of(NEXT)?.checked_sub(layout.page_of(PAGE)?)
}

/// What words take at the most, in words.
fn room(words: &Prose) -> usize {
    let lines = words.text.lines().map(str::trim_start);
    let is_point = |line: &str| ["- ", "* ", "+ "].iter().any(|mark| line.starts_with(mark));
    let begins = lines.filter(|line| line.is_empty() || is_point(line));
    count(words) + OF_A_PARAGRAPH * (1 + begins.count())
}

/// How many words there are; a reference to a figure is one, whatever is written around its name.
fn count(words: &Prose) -> usize {
    let parts = words.text.split_whitespace();
    parts.filter(|part| !["{{", "}}"].contains(part)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(text: &str) -> usize {
        room(&Prose {
            text: text.to_owned(),
            origin: Vec::new(),
        })
    }

    #[test]
    fn paragraphs_and_points_take_room_beyond_their_words() {
        assert_eq!(taken("Three words here.\n"), 3 + 8);
        assert_eq!(taken("Three words here.\n\nAnd two.\n"), 5 + 16);
        assert_eq!(taken("- one\n- two\n"), 4 + 24);
        assert_eq!(
            taken("**Bold** words.\n\n*Soft* ones.\n"),
            4 + 16,
            "weight is no point"
        );
        assert_eq!(
            taken("Of {{ plan.actions.count }} none.\n"),
            3 + 8,
            "a figure is a word"
        );
    }
}
