//! How faults of structure are put into words. Knows shapes and what people type; finds nothing.

use super::Subject;
use super::choice::{keys_of, tellers};
use crate::finding::{Code, Finding, did_you_mean, quoted};
use crate::input::shape::Shape;
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

/// A key that is not known where it stands. `allowed` is what it may have been meant for.
pub fn unknown_key(name: &Node, value: &Node, allowed: &[&str]) -> Finding {
    let text = name.text().unwrap_or("");
    if allowed.contains(&text) {
        let message = format!("{} cannot stand together with the other keys here", quoted(text));
        let finding = Finding::new(Code::UnknownKey, message).at(&name.place);
        return finding.help("they are of different forms: keep one of them");
    }
    let finding =
        Finding::new(Code::UnknownKey, format!("{} has no meaning here", quoted(text))).at(&name.place);
    // `{ held: A list, and a form }` is two keys to YAML, the second with nothing under it.
    if is_empty(value) && text.contains(' ') {
        return finding.help("if it continues a text with a comma in it, put the whole text in quotes");
    }
    let suggestion = did_you_mean(text, allowed.iter().copied());
    finding.help(suggestion.unwrap_or_else(|| format!("keys that may stand here: {}", listed(allowed))))
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
        .map(|(name, value)| unknown_key(name, value, allowed))
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
            .help("say which is meant"),
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
        Shape::List(_) => finding.help("put a dash before each item, or the whole in brackets: `[one, two]`"),
        Shape::Keys(keys) => {
            let names: Vec<_> = keys.keys().collect();
            finding.help(format!("keys that may stand here: {}", listed(&names)))
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
        Shape::Form(_) | Shape::Whole { .. } | Shape::YesNo | Shape::Words(_) => {
            finding.help("write the value by itself, without brackets, braces and dashes")
        }
        Shape::Anything => finding,
    }
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
