//! The schema lies beside the inputs as the types make it, and every month's document is what it says.

use crate::shipped::shipped;
use crate::validator::faults;
use board_papers::compose::facts_document::schema;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Set to anything, this writes the schema instead of comparing it.
const UPDATE: &str = "UPDATE_SCHEMA";

fn place() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("inputs/schema/facts.json")
}

#[test]
fn the_schema_beside_the_inputs_is_the_one_that_the_types_make() {
    let made = serde_json::to_string_pretty(&schema()).unwrap() + "\n";
    if std::env::var_os(UPDATE).is_some() {
        std::fs::create_dir_all(place().parent().unwrap()).unwrap();
        std::fs::write(place(), &made).unwrap();
    }
    let kept = std::fs::read_to_string(place()).unwrap_or_default();
    assert!(
        kept == made,
        "inputs/schema/facts.json has drifted: `{UPDATE}=1 cargo test --test facts` writes it anew"
    );
}

/// The schema as it is today: a key that it does not name is a fault.
fn closed_schema() -> Value {
    let mut schema = schema();
    close(&mut schema);
    schema
}

fn close(schema: &mut Value) {
    match schema {
        Value::Object(entries) => {
            entries.values_mut().for_each(close);
            if entries.get("properties").is_some_and(Value::is_object) {
                entries
                    .entry("additionalProperties")
                    .or_insert(Value::Bool(false));
            }
        }
        Value::Array(items) => items.iter_mut().for_each(close),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn every_month_is_what_the_schema_says() {
    let schema = closed_schema();
    for paper in shipped().monthly() {
        let month = paper.period.iso();
        let document = shipped().facts(&month);
        assert_eq!(faults(&schema, &document), [""; 0], "{month}");
        assert_eq!(
            (&document["format"], &document["month"]),
            (&json!(1), &json!(month))
        );
    }
}

/// Absence is a reason, and never `null`; a month has either a figure or a reason.
#[test]
fn nothing_is_null_and_every_absence_has_its_reason() {
    for month in ["2010-04", "2010-10"] {
        let document = shipped().facts(month);
        assert!(!has_null(&document));
        let mut absent = 0;
        for figure in document["indicators"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|one| one["series"].as_array().unwrap())
        {
            let (known, reason) = (figure.get("published").is_some(), figure.get("absence").is_some());
            assert!(known != reason, "{figure}");
            absent += usize::from(reason);
        }
        assert!(absent > 0, "{month} has no gap to look at");
    }
    let october = shipped().facts("2010-10");
    let late = crate::shipped::by_id(&october["indicators"], "health_conf");
    assert_eq!(
        late["series"].as_array().unwrap().last().unwrap()["absence"]["reason"],
        "no_return"
    );
}

fn has_null(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.iter().any(has_null),
        Value::Object(entries) => entries.values().any(has_null),
        Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
    }
}

/// What the validator must not let through, each put into a document that is right.
#[test]
fn a_document_at_fault_is_found_out() {
    let (schema, right) = (closed_schema(), shipped().facts("2010-10"));
    let broken: [(&str, Value); 6] = [
        ("/month", json!("October 2010")),
        ("/facts/ni59.value/numerator", json!(231)),
        ("/indicators/0/series/0/rating", json!("green")),
        ("/indicators/0/series/0/mean", json!("12.5")),
        ("/indicators/0/verdict", Value::Null),
        ("/plan/ratings", json!({ "red": -1 })),
    ];
    for (at, wrong) in broken {
        let mut document = right.clone();
        *document.pointer_mut(at).unwrap_or_else(|| panic!("no {at}")) = wrong;
        assert!(!faults(&schema, &document).is_empty(), "{at}");
    }
    let mut without = right.clone();
    without.as_object_mut().unwrap().remove("exit");
    assert!(!faults(&schema, &without).is_empty());
    let mut with = right;
    with["indicators"][0]["surprise"] = json!(1);
    assert!(!faults(&schema, &with).is_empty());
}

/// Numbers read back as the same binary64: what the chart is drawn from.
#[test]
fn numbers_of_the_statistics_are_written_to_the_last_bit() {
    let document = shipped().facts("2010-10");
    let conferences = crate::shipped::by_id(&document["indicators"], "icpc_15");
    let october = conferences["series"].as_array().unwrap().last().unwrap();
    let value = october["value"].as_f64().unwrap();
    assert_eq!(value.to_bits(), (2100.0_f64 / 39.0).to_bits());
    let limits = &conferences["phases"][0]["limits"];
    assert_eq!(limits["lower"], october["lower_limit"]);
    let (mean, range) = (
        limits["mean"].as_f64().unwrap(),
        limits["average_moving_range"].as_f64().unwrap(),
    );
    assert_eq!(
        limits["upper"].as_f64().unwrap().to_bits(),
        (mean + 2.66 * range).to_bits()
    );
}
