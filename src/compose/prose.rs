//! People's sentences: figures put in for references, then the small Markdown read into blocks.
//! Knows the template language and its strictness; what anyone types ends as data for the layout, never as source.

use super::facts::Facts;
use super::markdown::{Block, read};
use crate::domain::{Located, Prose};
use crate::finding::{Code, Finding, Findings, did_you_mean, quoted};
use minijinja::{AutoEscape, Environment, ErrorKind, Output, State, UndefinedBehavior, Value};
use std::fmt::Write as _;
use std::ops::Range;

/// How many steps one piece of prose may take: far more than any sentence, far fewer than a loop in a loop.
const FUEL: u64 = 20_000;

/// Stands in the output for a name that is not known, so that all of them are found in one pass.
/// It is not a character that the inputs may hold.
const UNKNOWN: char = '\u{fffc}';

/// Renders prose with a paper's facts.
pub struct Renderer<'f> {
    environment: Environment<'static>,
    context: Value,
    facts: &'f Facts,
}

impl<'f> Renderer<'f> {
    /// A renderer that knows these facts and nothing else.
    #[must_use]
    pub fn new(facts: &'f Facts) -> Self {
        let mut environment = Environment::empty();
        environment.set_debug(true);
        environment.set_fuel(Some(FUEL));
        environment.set_undefined_behavior(UndefinedBehavior::Chainable);
        environment.set_auto_escape_callback(|_| AutoEscape::Custom("markdown".into()));
        environment.set_formatter(write_escaped);
        Self {
            environment,
            context: facts.tree(),
            facts,
        }
    }

    /// The blocks of a piece of prose, every reference replaced by its published value.
    ///
    /// # Errors
    ///
    /// A finding for the first fault of syntax, or one for each name that is not a fact of this paper, each at
    /// its own line and column of the file that holds the prose.
    pub fn render(&self, prose: &Located<Prose>) -> Result<Vec<Block>, Findings> {
        let source = prose.value().text.as_str();
        let template = self
            .environment
            .template_from_str(source)
            .map_err(|error| Findings::from(fault(prose, &error)))?;
        let (text, spans) = template
            .render_with_spans(self.context.clone())
            .map_err(|error| Findings::from(fault(prose, &error)))?;
        let unknown: Findings = spans
            .iter()
            .filter(|span| {
                text.get(span.output_range())
                    .is_some_and(|output| output.contains(UNKNOWN))
            })
            .map(|span| self.unknown(prose, span.source_range()))
            .collect();
        if unknown.is_empty() {
            Ok(read(&text))
        } else {
            Err(unknown)
        }
    }

    /// Says that what stands at `range` is not a fact.
    fn unknown(&self, prose: &Located<Prose>, range: Range<usize>) -> Finding {
        let name = prose.value().text.get(range.clone()).unwrap_or_default().trim();
        let finding = Finding::new(
            Code::UnknownName,
            format!("{} is not a figure of this paper", quoted(name)),
        )
        .at(&prose.value().place(range, prose.place()));
        match did_you_mean(name, self.facts.iter().map(|(known, _)| known)) {
            Some(suggestion) => finding.help(suggestion),
            None => finding.help("`board-papers facts` lists every figure that prose may name"),
        }
    }
}

/// Writes a value so that Markdown reads it back letter for letter; what is undefined leaves a mark.
fn write_escaped(out: &mut Output, _: &mut State, value: &Value) -> Result<(), minijinja::Error> {
    if value.is_undefined() || value.is_none() || value.as_str().is_none() {
        return Ok(out.write_char(UNKNOWN)?);
    }
    for character in value.as_str().unwrap_or_default().chars() {
        match character {
            '\n' | '\r' | '\t' => out.write_char(' ')?,
            c if c.is_ascii_punctuation() => write!(out, "\\{c}")?,
            c => out.write_char(c)?,
        }
    }
    Ok(())
}

/// What the template engine says, at the place of the expression it says it of.
fn fault(prose: &Located<Prose>, error: &minijinja::Error) -> Finding {
    let whole = 0..prose.value().text.len();
    let place = prose.value().place(error.range().unwrap_or(whole), prose.place());
    let detail = error
        .detail()
        .map_or_else(|| error.kind().to_string(), str::to_owned);
    let finding = Finding::new(
        Code::TemplateError,
        format!("this prose cannot be read: {detail}"),
    )
    .at(&place);
    if error.kind() == ErrorKind::OutOfFuel {
        finding.help("prose takes figures by name, such as `{{ ni59.value }}`; it does not compute")
    } else {
        finding.help("write a reference as `{{ ni59.value }}`; a brace that is meant as such as `{{ '{' }}`")
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

    #[test]
    fn every_unknown_name_is_found_at_its_place() {
        let found = Renderer::new(&facts())
            .render(&typed("{{ ni59.valu }} and {{ nothing }}"))
            .unwrap_err();
        let said: Vec<_> = found
            .iter()
            .map(|f| (f.place().unwrap().range(), f.message(), f.advice()))
            .collect();
        assert_eq!(said.len(), 2);
        assert_eq!(said[0].0, 103..112);
        assert_eq!(said[0].2, Some("did you mean `ni59.value`?"));
        assert_eq!(said[1].1, "`nothing` is not a figure of this paper");
    }

    #[test]
    fn a_branch_is_not_a_figure() {
        assert!(Renderer::new(&facts()).render(&typed("{{ ni59 }}")).is_err());
    }

    #[test]
    fn broken_syntax_and_loops_are_findings() {
        for text in [
            "{{ ni59.value",
            "{% for x in range(99999) %}{% for y in range(99999) %}a{% endfor %}{% endfor %}",
        ] {
            let found = Renderer::new(&facts()).render(&typed(text)).unwrap_err();
            assert_eq!(found.iter().next().unwrap().code(), Code::TemplateError, "{text}");
        }
    }
}
