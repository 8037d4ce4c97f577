//! People's sentences: figures put in for references, then the small Markdown read into blocks.
//! Knows a paper's facts; what anyone types ends as data for the layout, never as source.

use super::facts::Facts;
use super::ledger;
use super::markdown::{Block, read};
use crate::analysis::analyse;
use crate::catalogue;
use crate::domain::{Located, Month, PaperKind, Programme, Prose};
use crate::finding::Findings;
use crate::template::Filler;

/// Renders prose with a paper's facts.
pub struct Renderer(Filler);

impl Renderer {
    /// A renderer that knows these facts and nothing else.
    #[must_use]
    pub fn new(facts: &Facts) -> Self {
        Self(Filler::of_paper(
            facts.iter().map(|(name, fact)| (name, fact.published.as_str())),
        ))
    }

    /// One that knows the facts of a month's own monthly report, or what was known when the last of the month's returns came, if that
    /// was later: words that came too late for their paper spoke of figures that came with them. `None` where the month has no report.
    #[must_use]
    pub fn of_month(programme: &Programme, month: Month) -> Option<Self> {
        let papers = catalogue::of_month(programme, month).into_iter();
        let paper = papers
            .into_iter()
            .find(|paper| paper.kind == PaperKind::Monthly)?;
        let of_month = programme
            .returns
            .iter()
            .filter(|sent| *sent.month.value() == month);
        let came = of_month.map(|sent| *sent.received.value()).max();
        let day = came.map_or(paper.cut_off, |came| came.max(paper.cut_off));
        let (known, paper) = (programme.as_known_at(day), paper.as_known_at(day));
        Some(Self::new(&ledger::facts(&analyse(&known, &paper, &[]))))
    }

    /// The blocks of a piece of prose, every reference replaced by its published value.
    ///
    /// # Errors
    ///
    /// As [`Filler::fill`].
    pub fn render(&self, prose: &Located<Prose>) -> Result<Vec<Block>, Findings> {
        self.0.fill(prose).map(|text| read(&text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::facts::Fact;
    use crate::compose::markdown::plain;
    use crate::domain::Piece;
    use crate::place::Place;

    fn typed(text: &str) -> Located<Prose> {
        let prose = Prose {
            text: text.to_owned(),
            origin: vec![Piece { text: 0, file: 100 }],
        };
        Located::new(prose, Place::new("returns/a.yaml", 100..100 + text.len()))
    }

    fn facts() -> Facts {
        let mut facts = Facts::default();
        facts.insert("ni59.value", Fact::computed("77.8%"));
        facts.insert("ni59.target", Fact::computed("70%"));
        facts.insert("body", Fact::computed("*A* & [B](c)\n`d`"));
        facts
    }

    #[test]
    fn references_become_published_values() {
        let blocks = Renderer::new(&facts())
            .render(&typed("In time: **{{ ni59.value }}**."))
            .unwrap();
        assert_eq!(plain(&blocks), "In time: 77.8%.");
    }

    #[test]
    fn values_are_never_read_as_markdown() {
        let blocks = Renderer::new(&facts()).render(&typed("{{ body }}")).unwrap();
        assert_eq!(plain(&blocks), "*A* & [B](c) `d`");
    }
}
