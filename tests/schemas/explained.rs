//! Every key that a person can type is explained in a sentence: an editor shows it while they type. Knows sentences; not
//! whether they are true. (`facts.json` is of what the program writes, and nobody types it.)

use board_papers::input::schema;
use serde_json::Value;

/// A description with fewer words is a label, and says no more than the key.
const FEWEST_WORDS: usize = 5;

/// Every description in a schema, with its path; the properties without one too.
fn described(schema: &Value, path: &str, all: &mut Vec<(String, String)>) {
    match schema {
        Value::Object(entries) => {
            if let Some(Value::String(text)) = entries.get("description") {
                all.push((path.to_owned(), text.clone()));
            } else if path.rsplit('/').nth(1) == Some("properties") {
                all.push((path.to_owned(), String::new()));
            }
            for (key, value) in entries {
                described(value, &format!("{path}/{key}"), all);
            }
        }
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                described(item, &format!("{path}/{at}"), all);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Whether a description is a sentence: it begins as one, ends as one and is one.
fn is_a_sentence(text: &str) -> bool {
    let begins = text.starts_with(|c: char| c.is_uppercase() || c == '`');
    begins && text.ends_with(['.', '?']) && text.split_whitespace().count() >= FEWEST_WORDS
}

#[test]
fn every_key_is_explained_in_a_sentence() {
    let mut poor = Vec::new();
    for (name, schema) in schema::all() {
        let mut all = Vec::new();
        described(&schema, name, &mut all);
        assert!(all.len() > 4, "{name} explains nothing");
        let is_property = |path: &str| path.rsplit('/').nth(1) == Some("properties");
        poor.extend(
            all.into_iter()
                .filter(|(path, text)| is_property(path) && !is_a_sentence(text)),
        );
    }
    assert!(poor.is_empty(), "{poor:#?}");
}

#[test]
fn a_label_is_no_sentence() {
    for label in ["", "the month.", "Month", "The month.", "What is counted"] {
        assert!(!is_a_sentence(label), "{label}");
    }
    assert!(is_a_sentence("The month that the figures are of."));
}
