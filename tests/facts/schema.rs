use board_papers::compose::facts_document::schema;
#[test]
fn show() { std::fs::write("/tmp/schema.json", serde_json::to_string_pretty(&schema()).unwrap()).unwrap(); }
