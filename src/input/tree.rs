//! A YAML file as a tree that keeps everything: order, quotes, duplicates and the place of each part. Knows
//! YAML; not what a document should say. Whatever of YAML these files do without is told here.

mod extent;
mod keys;

use self::keys::accept_key;
use crate::finding::{Code, Finding, quoted};
use crate::input::syntax;
use crate::input::told::Told;
use crate::place::{Place, SourceText};
use serde_yaml::granit_parser::{self, Event, Parser, ScalarStyle, Span, StructureStyle};
use std::collections::BTreeMap;

/// How deep lists and mappings may lie in each other. The deepest document needs seven.
pub const DEEPEST_NESTING: usize = 32;

/// How many scalars, lists and mappings one file may hold: ten years of history of 400 indicators have 300,000.
pub const MOST_NODES: usize = 1_000_000;

/// A part of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// What it is.
    pub kind: Kind,
    /// Where it stands: a scalar or a bracketed list or mapping as a whole, an indented mapping by its first key,
    /// an indented list by its first item.
    pub place: Place,
}

/// What a part of a file is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One value.
    Scalar(Scalar),
    /// A list.
    Sequence(Vec<Node>),
    /// Keys with their values. Each key is a scalar and stands there once.
    Mapping(Vec<(Node, Node)>),
    /// Something of which a finding has told already, and which nothing can be made of.
    Spoilt,
}

/// One value as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scalar {
    /// Its text, without quotes and indentation.
    pub text: String,
    /// How it was written down.
    pub style: Style,
    /// What is told if it is to be text: that YAML ends it before a `#`.
    pub cut: Option<Box<Finding>>,
}

/// How a value was written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Bare: YAML decides whether it is a number.
    Plain,
    /// Nothing at all after a colon or a dash.
    Empty,
    /// In `'single'` quotes.
    SingleQuoted,
    /// In `"double"` quotes.
    DoubleQuoted,
    /// As a block after `|`, line for line.
    Literal,
    /// As a block after `>`, lines joined.
    Folded,
}

impl Node {
    /// The text, if it is a scalar.
    pub fn text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Scalar(scalar) => Some(&scalar.text),
            Kind::Sequence(_) | Kind::Mapping(_) | Kind::Spoilt => None,
        }
    }

    /// The value under a key, if it is a mapping that has it.
    pub fn get(&self, key: &str) -> Option<&Node> {
        match &self.kind {
            Kind::Mapping(entries) => entries
                .iter()
                .find(|(name, _)| name.text() == Some(key))
                .map(|(_, value)| value),
            Kind::Scalar(_) | Kind::Sequence(_) | Kind::Spoilt => None,
        }
    }
}

/// The tree of one file, as far as it can be read; `None` when it holds nothing or cannot be read at all.
pub fn parse(source: &SourceText, findings: &mut Told) -> Option<Node> {
    let options = granit_parser::options! {
        disallow_directives: true,
        emit_unresolved_aliases: true,
        emit_anchor_events: true,
        emit_comments: false,
        flow_nesting_limit: DEEPEST_NESTING,
        block_nesting_limit: DEEPEST_NESTING,
    };
    let mut grower = Grower {
        source,
        findings,
        open: Vec::new(),
        root: None,
        documents: 0,
        nodes: 0,
        text_at: None,
    };
    for event in Parser::new_from_str_with_options(source.text(), options) {
        match event {
            Ok((event, span)) => grower.event(event, &span)?,
            Err(error) => {
                let finding = syntax::finding(&error, source);
                if !grower.has_told_of_the_line(&finding) {
                    grower.findings.push(finding);
                }
                return None;
            }
        }
    }
    let root = grower.root.take();
    if root.is_none() {
        let empty = Finding::new(Code::BlankValue, "the file says nothing").at(&source.place(0..0));
        findings.push(empty.help("delete it, or fill it in"));
    }
    root
}

/// A list or mapping whose end has not been read yet.
struct Open {
    start: usize,
    style: StructureStyle,
    content: Content,
}

/// What an open list or mapping holds so far.
enum Content {
    Items(Vec<Node>),
    Entries {
        entries: Vec<(Node, Node)>,
        key: Option<Node>,
        first: BTreeMap<String, Place>,
    },
}

impl Content {
    /// What a mapping holds at its beginning.
    fn no_entries() -> Self {
        Self::Entries {
            entries: Vec::new(),
            key: None,
            first: BTreeMap::new(),
        }
    }
}

/// A tree while it grows.
struct Grower<'s> {
    source: &'s SourceText,
    findings: &'s mut Told,
    open: Vec<Open>,
    root: Option<Node>,
    documents: usize,
    nodes: usize,
    /// Where a text was told of that should stand in quotes: the reader will stumble over the rest of its line.
    text_at: Option<usize>,
}

impl Grower<'_> {
    /// Takes in one event; `None` when the rest of the file is not worth reading.
    fn event(&mut self, event: Event<'_>, span: &Span) -> Option<()> {
        let place = self.source.place(span.byte_range().unwrap_or_default());
        if self.findings.is_full(&place) {
            return None;
        }
        if let Some(tag) = span.tag_span().and_then(|tag| tag.byte_range()) {
            let instead = "leave it out: what a value is follows from its key";
            self.unused(&self.source.place(tag), "a tag", instead);
        }
        match event {
            Event::Scalar(text, style, ..) => self.scalar(text.into_owned(), style, place),
            Event::SequenceStart(style, ..) => self.open(style, &place, Content::Items(Vec::new())),
            Event::MappingStart(style, ..) => self.open(style, &place, Content::no_entries()),
            Event::SequenceEnd | Event::MappingEnd => self.close(&place),
            Event::Anchor(..) => {
                let instead = "leave it out, and write the value wherever it is needed";
                self.unused(&place, "an anchor", instead);
                Some(())
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.alias(&place);
                self.attach(Node {
                    kind: Kind::Spoilt,
                    place,
                })
            }
            Event::DocumentStart(..) => self.document(&place),
            // These say nothing of the content, nor will what later versions of the reader may add.
            Event::StreamStart | Event::StreamEnd | Event::DocumentEnd | Event::Comment(..) | _ => Some(()),
        }
    }

    /// An alias, or a text that begins with a star.
    fn alias(&mut self, place: &Place) {
        let rest = self.source.text().get(place.range().end..).unwrap_or("");
        let rest = rest.lines().next().unwrap_or("").trim_start();
        if rest.is_empty() || rest.starts_with([',', ']', '}', '#', ':']) {
            return self.unused(place, "an alias", "write the value itself");
        }
        self.text_at = Some(place.range().start);
        let finding = Finding::new(
            Code::YamlFeature,
            "a text that begins with `*` must stand in quotes",
        );
        self.findings
            .push(finding.at(place).help("put the whole text in quotes"));
    }

    /// Whether something in the line of a finding was told of that it follows from.
    fn has_told_of_the_line(&self, finding: &Finding) -> bool {
        let (Some(told), Some(place)) = (self.text_at, finding.place()) else {
            return false;
        };
        let between = self.source.text().get(told..place.range().start);
        between.is_some_and(|between| !between.contains('\n'))
    }

    fn document(&mut self, place: &Place) -> Option<()> {
        self.documents += 1;
        if self.documents > 1 {
            self.unused(
                place,
                "a second document",
                "one file holds one document: move the rest to a file of its own",
            );
            return None;
        }
        Some(())
    }

    fn scalar(&mut self, text: String, style: ScalarStyle, place: Place) -> Option<()> {
        let style = match style {
            ScalarStyle::Plain if place.range().is_empty() => Style::Empty,
            ScalarStyle::Plain => Style::Plain,
            ScalarStyle::SingleQuoted => Style::SingleQuoted,
            ScalarStyle::DoubleQuoted => Style::DoubleQuoted,
            ScalarStyle::Literal => Style::Literal,
            ScalarStyle::Folded => Style::Folded,
        };
        let place = extent::of_scalar(self.source, style, &text, &place);
        let cut = syntax::seen::cut_short(self.source, &place).filter(|_| style == Style::Plain);
        let text = if style == Style::Empty {
            String::new()
        } else {
            text
        };
        self.attach(Node {
            kind: Kind::Scalar(Scalar {
                text,
                style,
                cut: cut.map(Box::new),
            }),
            place,
        })
    }

    fn open(&mut self, style: StructureStyle, place: &Place, content: Content) -> Option<()> {
        self.open.push(Open {
            start: place.range().start,
            style,
            content,
        });
        Some(())
    }

    fn close(&mut self, end: &Place) -> Option<()> {
        let Open {
            start,
            style,
            content,
        } = self.open.pop()?;
        let (kind, first) = match content {
            Content::Items(items) => {
                let first = items.first().map(|node| node.place.range().end);
                (Kind::Sequence(items), first)
            }
            Content::Entries { entries, .. } => {
                let first = entries.first().map(|(key, _)| key.place.range().end);
                (Kind::Mapping(entries), first)
            }
        };
        let end = match style {
            StructureStyle::Flow => end.range().end,
            StructureStyle::Block => first.unwrap_or(start),
        };
        self.attach(Node {
            kind,
            place: self.source.place(start..end),
        })
    }

    /// Puts a finished part where it belongs.
    fn attach(&mut self, node: Node) -> Option<()> {
        self.nodes += 1;
        if self.nodes > MOST_NODES {
            let message = format!("the file holds more than {MOST_NODES} values");
            self.findings.push(
                Finding::new(Code::TooLarge, message)
                    .at(&node.place)
                    .help("divide it"),
            );
            return None;
        }
        match self.open.last_mut().map(|open| &mut open.content) {
            None => self.root = Some(node),
            Some(Content::Items(items)) => items.push(node),
            Some(Content::Entries { key: key @ None, .. }) => *key = Some(node),
            Some(Content::Entries { entries, key, first }) => {
                let accepted = key
                    .take()
                    .and_then(|key| accept_key(key, first, self.source, self.findings));
                entries.extend(accepted.map(|key| (key, node)));
            }
        }
        Some(())
    }

    fn unused(&mut self, place: &Place, what: &str, help: &str) {
        let typed = self.source.text().get(place.range()).unwrap_or("");
        let message = format!("{} is {what}, which these files do without", quoted(typed));
        self.findings
            .push(Finding::new(Code::YamlFeature, message).at(place).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(yaml: &str) -> Node {
        parse(&SourceText::new("a.yaml", yaml), &mut Told::default()).unwrap()
    }

    #[test]
    fn a_block_with_nothing_in_it_stands_at_its_sign() {
        let source = "a: |\n\n# more\nb: 1\n";
        let node = tree(source);
        let block =
            matches!(&node.kind, Kind::Mapping(entries) if &source[entries[0].1.place.range()] == "|");
        assert!(block, "{node:?}");
    }

    #[test]
    fn parts_know_their_places() {
        let yaml = "\u{feff}a: { b: 1 }\nc:\n  d: |\n    x\n    y\n\ne:\n  - f\n  - g\nh: \"é\"\r\n";
        let root = tree(yaml);
        let typed = |key: &str| &yaml[root.get(key).unwrap().place.range()];
        assert_eq!(
            [typed("a"), typed("c"), typed("e"), typed("h")],
            ["{ b: 1 }", "d", "- f", "\"é\""]
        );
        let block = root.get("c").unwrap().get("d").unwrap();
        assert_eq!(
            (&yaml[block.place.range()], block.text()),
            ("x\n    y", Some("x\ny\n"))
        );
    }

    #[test]
    fn nothing_is_told_apart_from_a_text() {
        let root = tree("a:\nb: ''\nc: ~\n");
        let style = |key| {
            let Kind::Scalar(scalar) = &root.get(key).unwrap().kind else {
                panic!("{key}")
            };
            scalar.style
        };
        assert_eq!(
            [style("a"), style("b"), style("c")],
            [Style::Empty, Style::SingleQuoted, Style::Plain]
        );
    }
}
