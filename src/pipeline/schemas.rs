//! The schemas that a programme's editors use: of every kind of document that is read, and of the facts that are written.
//! Knows which there are; what they say follows from the types.

use crate::compose::facts_document;
use crate::input::schema;
use serde_json::Value;

/// The schema of each kind of document by the name of its file, as text: eight that people write, and the facts.
#[must_use]
pub fn schemas() -> Vec<(&'static str, String)> {
    let facts = ("facts.json", facts_document::schema());
    let text = |(name, schema): (&'static str, Value)| (name, format!("{schema:#}\n"));
    schema::all().into_iter().chain([facts]).map(text).collect()
}
