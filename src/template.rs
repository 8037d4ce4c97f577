//! The language in which people's sentences ask for figures: `{{ ni59.value }}`. Knows how a sentence is read and filled,
//! strictly, and every fault of it at once; not which figures there are, nor what becomes of the sentence.

mod complaint;
mod slips;

use crate::domain::{Located, Prose};
use crate::finding::{Code, Finding, Findings, did_you_mean, nearest, quoted};
use complaint::failure;
use minijinja::{AutoEscape, Environment, Error, Output, State, UndefinedBehavior, Value};
use slips::bare_names;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::ops::Range;

/// How many steps one piece of prose may take: far more than any sentence, far fewer than a loop in a loop.
pub const FUEL: u64 = 20_000;

/// Stands in the output for a name that is not known, so that all of them are found in one pass.
/// It is not a character that the inputs may hold.
const UNKNOWN: char = '\u{fffc}';

/// Fills sentences with values.
pub struct Filler {
    environment: Environment<'static>,
    values: Value,
    names: BTreeSet<String>,
    absent: Absent,
}

/// What is said of a name without a figure.
struct Absent {
    /// That there is none.
    message: &'static str,
    /// What to do, before the figures that there are of the same thing.
    help: &'static str,
}

/// A name that is right, for only those reach a paper, of a figure that has not come, or is none this month.
const NOT_IN_THE_PAPER: Absent = Absent {
    message: "has no figure in this paper",
    help: "say in words that it is not there; what there is of",
};

const NO_NAME: Absent = Absent {
    message: "is not the name of a figure",
    help: "figures of",
};

impl Filler {
    /// A filler for one paper: it knows the figures that are in it, by their dotted names.
    pub fn of_paper<'v>(figures: impl Iterator<Item = (&'v str, &'v str)>) -> Self {
        Self::new(figures.collect(), NOT_IN_THE_PAPER)
    }

    /// A filler that knows every name there can be. What it fills in is empty: it is for finding faults.
    pub fn of_names(names: &[String]) -> Self {
        Self::new(names.iter().map(|name| (name.as_str(), "")).collect(), NO_NAME)
    }

    fn new(values: Vec<(&str, &str)>, absent: Absent) -> Self {
        let mut environment = Environment::empty();
        environment.set_debug(true);
        environment.set_fuel(Some(FUEL));
        environment.set_undefined_behavior(UndefinedBehavior::Chainable);
        environment.set_auto_escape_callback(|_| AutoEscape::Custom("markdown".into()));
        environment.set_formatter(write_escaped);
        let names = values.iter().map(|(name, _)| (*name).to_owned()).collect();
        Self {
            environment,
            values: branch(values),
            names,
            absent,
        }
    }

    /// The sentences with a value for every reference, written so that Markdown reads the values back letter for letter.
    ///
    /// # Errors
    ///
    /// A finding for the first fault of syntax, or one for each name that is not known, each at its own line and column
    /// of the file that holds the prose.
    pub fn fill(&self, prose: &Located<Prose>) -> Result<String, Findings> {
        let failed = |error: Error| Findings::from(failure(prose, &error));
        let template = self
            .environment
            .template_from_str(&prose.value().text)
            .map_err(failed)?;
        let (filled, spans) = template.render_with_spans(self.values.clone()).map_err(failed)?;
        let is_unknown =
            |output: Range<usize>| filled.get(output).is_some_and(|output| output.contains(UNKNOWN));
        let unknown = spans.iter().filter(|span| is_unknown(span.output_range()));
        let unknown: Findings = unknown
            .map(|span| self.unknown(prose, span.source_range()))
            .collect();
        if unknown.is_empty() {
            Ok(filled)
        } else {
            Err(unknown)
        }
    }

    /// Says that what stands at `range` is not known.
    fn unknown(&self, prose: &Located<Prose>, range: Range<usize>) -> Finding {
        let name = prose.value().text.get(range.clone()).unwrap_or_default().trim();
        let finding = Finding::new(
            Code::UnknownName,
            format!("{} {}", quoted(name), self.absent.message),
        )
        .at(&prose.value().place(range, prose.place()));
        finding.help(self.advice(name))
    }

    /// What may have been meant by a name that is not known: a figure of the thing that it names, or a name that is nearly the same.
    fn advice(&self, name: &str) -> String {
        let (thing, last) = name.rsplit_once('.').unwrap_or((name, ""));
        let names = self.names.iter().map(String::as_str);
        let figures: Vec<_> = names
            .clone()
            .filter_map(|name| name.strip_prefix(thing)?.strip_prefix('.'))
            .collect();
        if figures.is_empty() {
            return did_you_mean(name, names)
                .unwrap_or_else(|| "`board-papers facts` lists every figure that prose may name".to_owned());
        }
        let only = figures.first().filter(|_| figures.len() == 1).copied();
        match only.or_else(|| nearest(last, figures.iter().copied())) {
            Some(figure) => format!("did you mean {}?", quoted(&format!("{thing}.{figure}"))),
            None => format!("{} {}: {}", self.absent.help, quoted(thing), listed(&figures)),
        }
    }

    /// Names of figures that stand in the sentences without their braces.
    pub fn bare(&self, prose: &Located<Prose>) -> Findings {
        let text = &prose.value().text;
        let bare = bare_names(text).into_iter().filter_map(|range| {
            let name = text.get(range.clone())?;
            let message = format!("{} would be printed as it stands", quoted(name));
            let finding = Finding::new(Code::TemplateError, message);
            let finding = finding.at(&prose.value().place(range, prose.place()));
            let help = format!("write `{{{{ {name} }}}}`, with two braces on each side, for the figure");
            self.names.contains(name).then(|| finding.help(help))
        });
        bare.collect()
    }
}

/// The first few of some names, in backticks.
fn listed(names: &[&str]) -> String {
    const MOST: usize = 12;
    let shown: Vec<_> = names.iter().take(MOST).map(|name| quoted(name)).collect();
    let more = if names.len() > MOST { ", …" } else { "" };
    format!("{}{more}", shown.join(", "))
}

/// Names that share what stands before their first dot lie on one branch.
fn branch(named: Vec<(&str, &str)>) -> Value {
    let mut leaves = BTreeMap::new();
    let mut branches: BTreeMap<&str, Vec<(&str, &str)>> = BTreeMap::new();
    for (name, value) in named {
        match name.split_once('.') {
            Some((first, rest)) => branches.entry(first).or_default().push((rest, value)),
            None => {
                leaves.insert(name, Value::from(value));
            }
        }
    }
    leaves.extend(branches.into_iter().map(|(name, below)| (name, branch(below))));
    Value::from(leaves)
}

/// Writes a value so that Markdown reads it back letter for letter; what is undefined leaves a mark.
fn write_escaped(out: &mut Output, _: &mut State, value: &Value) -> Result<(), Error> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Piece;
    use crate::place::Place;

    fn fill(text: &str) -> Result<String, Findings> {
        let origin = vec![Piece { text: 0, file: 100 }];
        let prose = Prose {
            text: text.to_owned(),
            origin,
        };
        let typed = Located::new(prose, Place::new("returns/a.yaml", 100..100 + text.len()));
        let figures = [
            ("ni59.value", "77.8%"),
            ("plan.overdue.count", "3"),
            ("body", "*A*\n"),
        ];
        Filler::of_paper(figures.into_iter()).fill(&typed)
    }

    #[test]
    fn references_become_values() {
        let filled = fill("{{ ni59.value }}, {{ plan.overdue.count }}, {{ body }}");
        assert_eq!(filled.as_deref(), Ok("77\\.8\\%, 3, \\*A\\* "));
    }

    #[test]
    fn every_unknown_name_is_found_at_its_place() {
        let found = fill("{{ ni59.valu }} and {{ nothing.at.all }} and {{ ni59 }}").unwrap_err();
        let said = |finding: &Finding| (finding.place().unwrap().range(), finding.message().to_owned());
        let said: Vec<_> = found.iter().map(said).collect();
        let [(first, message), (second, _), (branch, _)] = &said[..] else {
            panic!("{said:?}")
        };
        assert_eq!((first, second, branch), (&(103..112), &(123..137), &(148..152)));
        assert_eq!(message, "`ni59.valu` has no figure in this paper");
        assert_eq!(
            found.iter().next().unwrap().advice(),
            Some("did you mean `ni59.value`?")
        );
    }

    #[test]
    fn broken_syntax_and_loops_are_findings() {
        for text in [
            "{{ ni59.value",
            "{% for x in range(99999) %}{% for y in range(99999) %}a{% endfor %}{% endfor %}",
        ] {
            let found = fill(text).unwrap_err();
            assert_eq!(found.iter().next().unwrap().code(), Code::TemplateError, "{text}");
        }
    }
}
