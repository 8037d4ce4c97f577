//! The JSON Schema of each kind of document, made from the domain's types: what editors complete and check by,
//! and what structure is checked against. Knows schemas; not YAML.

use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform, transform_subschemas};
use schemars::{JsonSchema, Schema};
use serde_json::{Value, json};

/// The schema of one type as a document of its own.
pub fn of<T: JsonSchema>() -> Value {
    SchemaSettings::draft2020_12()
        .with_transform(WithoutNull)
        .with_transform(RecursiveTransform(closed))
        .into_generator()
        .into_root_schema_for::<T>()
        .to_value()
}

/// Takes `null` out everywhere: nothing may be left blank, only left out.
#[derive(Clone)]
struct WithoutNull;

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

/// Closes mappings whose keys are gathered from several forms: serde leaves them open.
fn closed(schema: &mut Schema) {
    let is_open = schema.get("additionalProperties").is_none();
    if is_open && schema.get("properties").is_some() && schema.get("anyOf").is_some() {
        schema.insert("unevaluatedProperties".to_owned(), Value::Bool(false));
    }
}
