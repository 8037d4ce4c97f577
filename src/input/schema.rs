//! The JSON Schema of each kind of document, made from the domain's types: what editors complete and check by,
//! and what structure is checked against. Knows schemas; not YAML.

use crate::domain::{Approvals, AwaitedReturn, Calendar, ChairReport, Charter, Plan, Return};
use crate::input::documents::{History, IndicatorFile};
use crate::schema::WithoutNull;
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde_json::Value;

/// What a contributor sends for a month, or the form of it that is still to come.
#[derive(JsonSchema)]
#[schemars(untagged)]
#[expect(
    dead_code,
    reason = "only its schema is used; each form is decoded as what it is"
)]
enum ReturnFile {
    /// A return that was received.
    Received(Box<Return>),
    /// A return that is awaited, as `new month` writes it.
    Awaited(AwaitedReturn),
}

/// The schema of one type as a document of its own.
pub fn of<T: JsonSchema>() -> Value {
    SchemaSettings::draft2020_12()
        .with_transform(WithoutNull)
        .with_transform(RecursiveTransform(closed))
        .with_transform(RecursiveTransform(explained))
        .into_generator()
        .into_root_schema_for::<T>()
        .to_value()
}

/// The schema of each kind of document, by the name of its file in `inputs/schema/`.
pub fn all() -> [(&'static str, Value); 8] {
    [
        ("programme.json", titled::<Charter>("Programme")),
        ("calendar.json", titled::<Calendar>("Calendar")),
        ("indicators.json", titled::<IndicatorFile>("Indicators")),
        ("plan.json", titled::<Plan>("Plan")),
        ("history.json", titled::<History>("History")),
        ("return.json", titled::<ReturnFile>("Return")),
        ("chair.json", titled::<ChairReport>("Chair's report")),
        ("approvals.json", titled::<Approvals>("Approvals")),
    ]
}

/// The schema of a type under the name that people have for the document, which editors show.
fn titled<T: JsonSchema>(title: &str) -> Value {
    let mut schema = of::<T>();
    if let Some(entry) = schema.get_mut("title") {
        *entry = Value::from(title);
    }
    schema
}

/// Gives the one key of a form the form's own description: an editor shows what a key means, not what its mapping does.
fn explained(schema: &mut Schema) {
    let Some(description) = schema.get("description").cloned() else {
        return;
    };
    let Some(Value::Object(keys)) = schema.get_mut("properties") else {
        return;
    };
    let mut schemas = keys.values_mut();
    if let (Some(Value::Object(only)), None) = (schemas.next(), schemas.next()) {
        only.entry("description").or_insert(description);
    }
}

/// Closes mappings whose keys are gathered from several forms: serde leaves them open.
fn closed(schema: &mut Schema) {
    let is_open = schema.get("additionalProperties").is_none();
    if is_open && schema.get("properties").is_some() && schema.get("anyOf").is_some() {
        schema.insert("unevaluatedProperties".to_owned(), Value::Bool(false));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::shape::{Key, Shape};

    /// Asserts that a shape is understood to its last part, and that every key says what it means.
    fn assert_understood(shape: &Shape, path: &str) {
        match shape {
            Shape::Anything => panic!("{path} may be anything"),
            Shape::List(item) => assert_understood(item, &format!("{path}[]")),
            Shape::Entries { value, .. } => assert_understood(value, &format!("{path}{{}}")),
            Shape::OneOf(forms) => forms
                .iter()
                .for_each(|form| assert_understood(form, &format!("{path}|"))),
            Shape::Keys(keys) => {
                assert!(!keys.is_empty(), "{path} has no keys");
                for (name, Key { shape, .. }) in keys {
                    assert_understood(shape, &format!("{path}.{name}"));
                }
            }
            Shape::Text | Shape::Form(_) | Shape::Whole { .. } | Shape::YesNo | Shape::Words(_) => {}
        }
    }

    #[test]
    fn every_schema_is_understood_whole() {
        for (name, schema) in all() {
            assert_understood(&Shape::of(&schema), name);
        }
    }

    #[test]
    fn nothing_may_be_left_blank() {
        for (name, schema) in all() {
            assert!(!schema.to_string().contains("\"null\""), "{name}");
        }
    }

    #[test]
    fn a_correction_knows_its_keys_and_no_others() {
        let Shape::Keys(keys) = Shape::of(&of::<Return>()) else {
            panic!("a return has keys")
        };
        let Shape::List(correction) = &keys["corrections"].shape else {
            panic!("corrections are a list")
        };
        let Shape::OneOf(forms) = &**correction else {
            panic!("a correction has several forms")
        };
        let names = |form: &Shape| {
            let Shape::Keys(keys) = form else {
                panic!("{form:?}")
            };
            keys.keys().cloned().collect::<Vec<_>>().join(" ")
        };
        let forms: Vec<_> = forms.iter().map(names).collect();
        let expected = [
            "denominator indicator month numerator reason",
            "indicator month reason value",
            "indicator missing month note reason",
        ];
        assert_eq!(forms, expected);
    }
}
