//! The JSON Schema of each kind of document, made from the domain's types: what editors complete and check by,
//! and what structure is checked against. Knows schemas; not YAML.

use crate::schema::WithoutNull;
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde_json::Value;

/// The schema of one type as a document of its own.
pub fn of<T: JsonSchema>() -> Value {
    SchemaSettings::draft2020_12()
        .with_transform(WithoutNull)
        .with_transform(RecursiveTransform(closed))
        .into_generator()
        .into_root_schema_for::<T>()
        .to_value()
}

/// Closes mappings whose keys are gathered from several forms: serde leaves them open.
fn closed(schema: &mut Schema) {
    let is_open = schema.get("additionalProperties").is_none();
    if is_open && schema.get("properties").is_some() && schema.get("anyOf").is_some() {
        schema.insert("unevaluatedProperties".to_owned(), Value::Bool(false));
    }
}
