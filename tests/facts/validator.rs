//! A validator of as much of JSON Schema as the facts document's schema uses; it stops at any other keyword, and it is
//! stricter than the schema: a key that the schema does not name is a fault. Knows schemas; not what is described.

use serde_json::{Map, Value};

/// Every way in which `value` is not what `schema` says, each with its path.
pub fn faults(schema: &Value, value: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    Validator { root: schema }.check(schema, value, "", &mut faults);
    faults
}

struct Validator<'s> {
    root: &'s Value,
}

/// Keywords that say nothing of what is valid.
const WORDS: [&str; 5] = ["$schema", "$defs", "title", "description", "format"];

impl Validator<'_> {
    fn check(&self, schema: &Value, value: &Value, path: &str, faults: &mut Vec<String>) {
        for (keyword, rule) in schema.as_object().expect("a schema") {
            match keyword.as_str() {
                "$ref" => self.check(self.definition(rule), value, path, faults),
                "type" => fault_unless(
                    is_of_type(value, rule.as_str().unwrap()),
                    path,
                    rule,
                    value,
                    faults,
                ),
                "enum" => fault_unless(
                    rule.as_array().unwrap().contains(value),
                    path,
                    rule,
                    value,
                    faults,
                ),
                "pattern" => fault_unless(matches(value, rule.as_str().unwrap()), path, rule, value, faults),
                "minimum" => fault_unless(value.as_f64() >= rule.as_f64(), path, rule, value, faults),
                "items" => {
                    for (at, item) in value.as_array().into_iter().flatten().enumerate() {
                        self.check(rule, item, &format!("{path}[{at}]"), faults);
                    }
                }
                "properties" => self.keys(rule.as_object().unwrap(), schema, value, path, faults),
                "required" => {
                    for key in rule.as_array().unwrap() {
                        let there = value.get(key.as_str().unwrap()).is_some();
                        fault_unless(there, path, key, &Value::Null, faults);
                    }
                }
                "additionalProperties" if schema.get("properties").is_some() => {}
                "additionalProperties" => {
                    for (key, item) in value.as_object().into_iter().flatten() {
                        self.check(rule, item, &format!("{path}.{key}"), faults);
                    }
                }
                "const" => fault_unless(value == rule, path, rule, value, faults),
                "anyOf" | "oneOf" => self.one_form(rule.as_array().unwrap(), value, path, faults),
                other => assert!(WORDS.contains(&other), "no rule for `{other}`"),
            }
        }
    }

    fn definition(&self, reference: &Value) -> &Value {
        let pointer = reference
            .as_str()
            .unwrap()
            .strip_prefix('#')
            .expect("a reference within");
        self.root.pointer(pointer).expect("a definition")
    }

    fn keys(
        &self,
        known: &Map<String, Value>,
        schema: &Value,
        value: &Value,
        path: &str,
        faults: &mut Vec<String>,
    ) {
        let extra = schema
            .get("additionalProperties")
            .filter(|extra| extra.is_object());
        for (key, item) in value.as_object().into_iter().flatten() {
            let path = format!("{path}.{key}");
            match known.get(key).or(extra) {
                Some(schema) => self.check(schema, item, &path, faults),
                None => faults.push(format!("{path} is in no schema")),
            }
        }
    }

    /// The forms of the schema exclude each other, whichever keyword joins them.
    fn one_form(&self, forms: &[Value], value: &Value, path: &str, faults: &mut Vec<String>) {
        let tried: Vec<Vec<String>> = forms
            .iter()
            .map(|form| {
                let mut faults = Vec::new();
                self.check(form, value, path, &mut faults);
                faults
            })
            .collect();
        if tried.iter().filter(|faults| faults.is_empty()).count() != 1 {
            faults.push(format!("{path} is not of one form: {tried:?}"));
        }
    }
}

fn fault_unless(holds: bool, path: &str, rule: &Value, value: &Value, faults: &mut Vec<String>) {
    if !holds {
        faults.push(format!("{path}: {value} is not {rule}"));
    }
}

fn is_of_type(value: &Value, kind: &str) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        other => panic!("no type `{other}`"),
    }
}

/// The patterns of the schema, each read by hand: digits, a point or a hyphen where it belongs.
fn matches(value: &Value, pattern: &str) -> bool {
    let Some(text) = value.as_str() else { return true };
    let digits = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    let lengths = |wanted: &[usize]| {
        let parts: Vec<&str> = text.split('-').collect();
        parts.iter().all(|part| digits(part))
            && parts.iter().map(|part| part.len()).eq(wanted.iter().copied())
    };
    match pattern {
        r"^[0-9]{4}-[0-9]{2}$" => lengths(&[4, 2]),
        r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$" => lengths(&[4, 2, 2]),
        r"^-?[0-9]+(\.[0-9]+)?$" => {
            let unsigned = text.strip_prefix('-').unwrap_or(text);
            let (whole, part) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
            digits(whole) && digits(part)
        }
        other => panic!("no pattern `{other}`"),
    }
}
