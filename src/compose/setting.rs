//! The data of a paper as it is set: whatever is printed has a typesetter's apostrophes, and what is attached stays as it was
//! typed, so that it can be joined with the inputs. Knows which is which; not what any of it says.

use crate::typography::with_apostrophes;
use serde::Serialize;
use serde_json::Value;

/// The key under which the attached files stand.
const ATTACHED: &str = "attachments";

/// The data that a layout reads, as JSON.
pub(super) fn as_set(data: &impl Serialize) -> String {
    let mut data = serde_json::to_value(data).unwrap_or_default();
    set(&mut data);
    data.to_string()
}

fn set(value: &mut Value) {
    match value {
        Value::String(text) if text.contains('\'') => *text = with_apostrophes(text),
        Value::Array(all) => all.iter_mut().for_each(set),
        Value::Object(object) => object
            .iter_mut()
            .filter(|(key, _)| *key != ATTACHED)
            .for_each(|(_, inner)| set(inner)),
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_attached_stays_as_it_was_typed() {
        let data = serde_json::json!({ "title": "'New' plans\n'old' plans", "attachments": [{ "text": "the child's" }], "n": 1.5 });
        let expected =
            r#"{"attachments":[{"text":"the child's"}],"n":1.5,"title":"‘New’ plans\n‘old’ plans"}"#;
        assert_eq!(as_set(&data), expected);
    }
}
