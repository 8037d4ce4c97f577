//! What a value among the layouts' data says, in words. Knows the keys that layouts print; refuses to know tables.

use super::MARKS;
use serde_json::{Map, Value};

/// The name of a mark or of a key as words.
pub(super) fn mark(name: &str) -> String {
    name.replace('_', " ")
}

/// Labels with their values, however they are gathered in paragraphs.
pub(super) fn collect_labelled(cell: &Value, found: &mut Vec<(String, String)>) {
    match cell {
        Value::Object(object) if object.contains_key("label") => {
            found.push((
                text(object, "label").to_owned(),
                object.get("value").map(words).unwrap_or_default(),
            ));
        }
        Value::Array(all) => all.iter().for_each(|inner| collect_labelled(inner, found)),
        Value::Object(_) | Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

pub(super) fn list<'v>(
    object: &'v Map<String, Value>,
    key: &str,
) -> impl Iterator<Item = &'v Value> + use<'v> {
    object.get(key).and_then(Value::as_array).into_iter().flatten()
}

pub(super) fn text<'v>(object: &'v Map<String, Value>, key: &str) -> &'v str {
    object.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// What a cell says: its words as they are read, the state of its mark or icon, or what its picture tells.
pub(super) fn words(cell: &Value) -> String {
    match cell {
        Value::String(text) => text.clone(),
        Value::Array(parts) => {
            // Words of a line follow each other; paragraphs and items stand apart, and so do phrases.
            let between = match parts.first() {
                Some(Value::String(_)) => "; ",
                _ if parts.iter().all(is_inline) => "",
                _ => " ",
            };
            let parts: Vec<String> = parts.iter().map(words).collect();
            parts.join(between)
        }
        Value::Object(cell) => words_of(cell),
        Value::Null | Value::Bool(_) | Value::Number(_) => String::new(),
    }
}

fn words_of(cell: &Map<String, Value>) -> String {
    let typed = [
        "text", "words", "alt", "par", "list", "items", "enum", "strong", "emph", "body", "link", "prose",
        "chart",
    ];
    if let Some(inner) = typed.into_iter().find_map(|key| cell.get(key)) {
        return words(inner);
    }
    let stated = MARKS.into_iter().find_map(|key| cell.get(key)?.as_str());
    stated.map(mark).unwrap_or_default()
}

/// Whether a value is a part of a line of words.
fn is_inline(value: &Value) -> bool {
    let keys = ["text", "strong", "emph", "link"];
    value
        .as_object()
        .is_some_and(|object| keys.into_iter().any(|key| object.contains_key(key)))
}
