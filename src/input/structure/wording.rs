//! How faults of structure are put into words. Knows shapes and what people type; finds nothing.

use super::choice::{keys_of, required, tellers};
use super::{Absence, HOW_TO_SAY_ABSENT, Subject};
use crate::finding::{Code, Finding, did_you_mean, quoted};
use crate::input::shape::{Key, Shape};
use crate::input::tree::{Kind, Node, Scalar, Style};
use std::collections::{BTreeMap, BTreeSet};

/// How words are written that fill more than a line.
const IN_ONE_TEXT: &str =
    "write it as one text: a `|` behind the colon, and the words indented on the lines below";

/// Whether nothing at all stands there.
pub fn is_empty(value: &Node) -> bool {
    matches!(
        &value.kind,
        Kind::Scalar(Scalar {
            style: Style::Empty,
            ..
        })
    )
}

/// A key that is not known where it stands. `allowed` is what may stand there, `free` what of it does not yet, and may be meant.
pub fn unknown_key(name: &Node, value: &Node, allowed: &[&str], free: &[&str]) -> Finding {
    let text = name.text().unwrap_or("");
    if allowed.contains(&text) {
        let message = format!("{} cannot stand together with the other keys here", quoted(text));
        let finding = Finding::new(Code::UnknownKey, message).at(&name.place);
        return finding.help("they are of different forms: keep one of them");
    }
    let finding =
        Finding::new(Code::UnknownKey, format!("{} has no meaning here", quoted(text))).at(&name.place);
    if is_empty(value)
        && let Some(help) = no_key(text)
    {
        return finding.help(help);
    }
    let suggestion = did_you_mean(text, free.iter().copied());
    finding.help(suggestion.unwrap_or_else(|| format!("keys that may stand here: {}", listed(allowed))))
}

/// What helps with words that YAML takes for a key with nothing under it, as they stand between commas within braces.
fn no_key(text: &str) -> Option<&'static str> {
    if text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        // `{ value: 1,234 }` is two keys.
        Some("if it continues a number with a comma in it, take the comma out: `1234`")
    } else if text.contains(" = ") {
        Some("write a colon in the place of `=`")
    } else if text.contains(['“', '”', '‘', '’']) && text.contains(' ') {
        Some(
            "if it continues a text with a comma in it, put the whole text in straight quotes: curly ones are letters to YAML",
        )
    } else if text.contains(' ') {
        // `{ held: A list, and a form }` is two keys.
        Some("if it continues a text with a comma in it, put the whole text in quotes")
    } else {
        None
    }
}

/// What is wrong with keys that do not say which of several forms is meant: there are unknown ones among them,
/// or none is there that would say it.
pub fn undecided(
    node: &Node,
    entries: &[(Node, Node)],
    branches: &[Shape],
    allowed: &[&str],
    subject: &Subject<'_>,
) -> Vec<Finding> {
    let unknown = entries
        .iter()
        .filter(|(name, _)| name.text().is_none_or(|name| !allowed.contains(&name)));
    let unknown: Vec<_> = unknown
        .map(|(name, value)| unknown_key(name, value, allowed, allowed))
        .collect();
    if !unknown.is_empty() {
        return unknown;
    }
    let forms: Vec<_> = tellers(branches)
        .iter()
        .map(|group| joined(group, " and "))
        .collect();
    let message = format!("{} needs {}", subject.name(), forms.join(", or "));
    vec![
        Finding::new(Code::MissingKey, message)
            .at(&node.place)
            .help(match subject {
                Subject::Under {
                    absence: Absence::Offered,
                    ..
                } => HOW_TO_SAY_ABSENT,
                Subject::Under { .. } | Subject::ItemOf { .. } | Subject::Document => {
                    "write it in one of these forms"
                }
            }),
    ]
}

/// A key that must be there. `about` says what it means, `whole` which id the mapping has.
pub fn missing_key(name: &str, about: &str, whole: Option<&str>) -> Finding {
    let from = whole.map_or_else(String::new, |id| format!(" from {}", quoted(id)));
    let finding = Finding::new(Code::MissingKey, format!("{} is missing{from}", quoted(name)));
    finding.help(if about.is_empty() {
        "add it".to_owned()
    } else {
        format!("add it: {about}")
    })
}

/// A value of another kind than `shape`: `found` is what it is.
pub fn wrong_type(found: &str, shape: &Shape, subject: &Subject<'_>) -> Finding {
    let message = format!("{} needs {}, and this is {found}", subject.name(), shape.noun());
    let finding = Finding::new(Code::WrongType, message);
    match shape {
        Shape::List(item) => {
            let item = keys_of(item).and_then(written);
            finding.help(item.map_or_else(
                || "put a dash before each item, or the whole in brackets: `[one, two]`".to_owned(),
                |item| format!("put each item on a line of its own, with a dash before it: `- {item}`"),
            ))
        }
        Shape::Keys(keys) => {
            let form = written(keys).filter(|_| !matches!(subject, Subject::Document));
            let form = form.map_or_else(String::new, |form| format!("write `{form}`; "));
            let names: Vec<_> = keys.keys().collect();
            finding.help(format!("{form}keys that may stand here: {}", listed(&names)))
        }
        Shape::Entries { .. } => {
            finding.help("write each name with a colon and its value, one under the other")
        }
        Shape::OneOf(branches) if branches.iter().any(|branch| matches!(branch, Shape::Text)) => {
            finding.help(IN_ONE_TEXT)
        }
        Shape::Text => finding.help(IN_ONE_TEXT),
        Shape::OneOf(branches) => {
            let names: BTreeSet<_> = branches
                .iter()
                .filter_map(keys_of)
                .flat_map(BTreeMap::keys)
                .collect();
            let names = Vec::from_iter(names);
            finding.help(format!("keys that may stand here: {}", listed(&names)))
        }
        Shape::Form(_) | Shape::Whole { .. } | Shape::YesNo | Shape::Words(_) | Shape::Anything => {
            finding.help("write the value by itself, without brackets, braces and dashes")
        }
    }
}

/// What must be there of some keys, as it is typed on one line: `{ date: …, what: … }`. Nothing where that would be long.
fn written(keys: &BTreeMap<String, Key>) -> Option<String> {
    const MOST: usize = 4;
    let names: Vec<_> = required(keys).map(|name| format!("{name}: …")).collect();
    (1..=MOST)
        .contains(&names.len())
        .then(|| format!("{{ {} }}", names.join(", ")))
}

/// Words in backticks, with commas between.
pub fn listed<S: AsRef<str>>(words: &[S]) -> String {
    joined(words, ", ")
}

fn joined<S: AsRef<str>>(words: &[S], between: &str) -> String {
    words
        .iter()
        .map(|word| quoted(word.as_ref()))
        .collect::<Vec<_>>()
        .join(between)
}
