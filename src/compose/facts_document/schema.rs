//! The JSON Schema of the facts document, made from the types that it is written by. Knows schemas; no figure.

use super::Document;
use crate::schema::WithoutNull;
use schemars::generate::SchemaSettings;
use serde_json::Value;

/// The schema as a document of its own (JSON Schema 2020-12): what `inputs/schema/facts.json` holds. It is open, because
/// keys may be added.
#[must_use]
pub fn schema() -> Value {
    SchemaSettings::draft2020_12()
        .for_serialize()
        .with_transform(WithoutNull)
        .into_generator()
        .into_root_schema_for::<Document>()
        .to_value()
}
