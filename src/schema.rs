//! What all JSON Schemas of the house have in common, whether they are of what is read or of what is written.
//! Knows schemas; not what they describe.

use schemars::Schema;
use schemars::transform::{Transform, transform_subschemas};
use serde_json::{Value, json};

/// Takes `null` out everywhere: nothing may be left blank, only left out.
#[derive(Clone)]
pub struct WithoutNull;

impl Transform for WithoutNull {
    fn transform(&mut self, schema: &mut Schema) {
        transform_subschemas(self, schema);
        if let Some(Value::Array(kinds)) = schema.get_mut("type") {
            kinds.retain(|kind| kind != "null");
            if let [only] = kinds.as_slice() {
                let only = only.clone();
                schema.insert("type".to_owned(), only);
            }
        }
        if let Some(Value::Array(branches)) = schema.get_mut("anyOf") {
            branches.retain(|branch| branch != &json!({ "type": "null" }));
            if let [Value::Object(only)] = branches.as_slice() {
                let only = only.clone();
                schema.remove("anyOf");
                only.into_iter()
                    .for_each(|(key, value)| drop(schema.insert(key, value)));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_may_be_null() {
        let mut schema = Schema::try_from(json!({
            "properties": {
                "note": { "type": ["string", "null"] },
                "day": { "anyOf": [{ "$ref": "#/day" }, { "type": "null" }], "description": "A day." },
            }
        }))
        .unwrap();
        WithoutNull.transform(&mut schema);
        let expected = json!({
            "properties": { "note": { "type": "string" }, "day": { "$ref": "#/day", "description": "A day." } }
        });
        assert_eq!(schema.to_value(), expected);
    }
}
