//! A validator of as much of JSON Schema 2020-12 as the schemas of the inputs use; it stops at any other keyword. It is
//! what an editor does, and shares nothing with the program's own check. Knows schemas; not what is described.

use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// Every way in which `value` is not what `schema` says, each with its path.
pub fn faults(schema: &Value, value: &Value) -> Vec<String> {
    let validator = Validator { root: schema };
    validator.check(schema, value, "").faults
}

struct Validator<'s> {
    root: &'s Value,
}

/// What a look at a value found: faults, and the keys that some part of the schema knows.
#[derive(Default)]
struct Looked {
    faults: Vec<String>,
    known: BTreeSet<String>,
}

impl Looked {
    fn and(&mut self, other: Self) {
        self.faults.extend(other.faults);
        self.known.extend(other.known);
    }

    fn unless(&mut self, holds: bool, path: &str, rule: &Value, value: &Value) {
        if !holds {
            self.faults.push(format!("{path}: {value} is not {rule}"));
        }
    }
}

/// Keywords that say nothing of what is valid; `format` is one in the standard too.
const WORDS: [&str; 6] = ["$schema", "$defs", "title", "description", "format", "default"];

impl Validator<'_> {
    fn check(&self, schema: &Value, value: &Value, path: &str) -> Looked {
        let mut looked = Looked::default();
        for (keyword, rule) in schema.as_object().expect("a schema") {
            match keyword.as_str() {
                "$ref" => looked.and(self.check(self.definition(rule), value, path)),
                "type" => looked.unless(is_of_a_type(value, rule), path, rule, value),
                "const" => looked.unless(value == rule, path, rule, value),
                "pattern" => looked.unless(matches(value, rule.as_str().unwrap()), path, rule, value),
                "minimum" => {
                    let holds = value.as_f64().is_none_or(|value| value >= rule.as_f64().unwrap());
                    looked.unless(holds, path, rule, value);
                }
                "items" => {
                    for (at, item) in value.as_array().into_iter().flatten().enumerate() {
                        looked
                            .faults
                            .extend(self.check(rule, item, &format!("{path}[{at}]")).faults);
                    }
                }
                "properties" => looked.and(self.keys(rule.as_object().unwrap(), value, path)),
                "required" => {
                    for key in rule.as_array().unwrap() {
                        let holds = value
                            .as_object()
                            .is_none_or(|entries| entries.contains_key(key.as_str().unwrap()));
                        looked.unless(holds, path, key, &Value::from("a key that is not there"));
                    }
                }
                "propertyNames" => {
                    for key in value.as_object().into_iter().flat_map(Map::keys) {
                        looked
                            .faults
                            .extend(self.check(rule, &Value::from(key.as_str()), path).faults);
                    }
                }
                "anyOf" => looked.and(self.forms(rule, value, path, |fitting| fitting > 0)),
                "oneOf" => looked.and(self.forms(rule, value, path, |fitting| fitting == 1)),
                "additionalProperties" | "unevaluatedProperties" => {}
                other => assert!(WORDS.contains(&other), "no rule for `{other}`"),
            }
        }
        self.others(schema, value, path, &mut looked);
        looked
    }

    /// The keys that the schema's own `properties` do not name, and those that no part of it names.
    fn others(&self, schema: &Value, value: &Value, path: &str, looked: &mut Looked) {
        let own = schema.get("properties").and_then(Value::as_object);
        for (key, item) in value.as_object().into_iter().flatten() {
            let is_own = own.is_some_and(|own| own.contains_key(key));
            let rule = match (
                schema.get("additionalProperties"),
                schema.get("unevaluatedProperties"),
            ) {
                (Some(rule), _) if !is_own => rule,
                (None, Some(rule)) if !looked.known.contains(key) => rule,
                _ => continue,
            };
            if rule == &Value::Bool(false) {
                looked.faults.push(format!("{path}.{key} is not known"));
            } else {
                looked
                    .faults
                    .extend(self.check(rule, item, &format!("{path}.{key}")).faults);
            }
            looked.known.insert(key.clone());
        }
    }

    fn keys(&self, rules: &Map<String, Value>, value: &Value, path: &str) -> Looked {
        let mut looked = Looked::default();
        for (key, item) in value.as_object().into_iter().flatten() {
            if let Some(rule) = rules.get(key) {
                looked
                    .faults
                    .extend(self.check(rule, item, &format!("{path}.{key}")).faults);
                looked.known.insert(key.clone());
            }
        }
        looked
    }

    fn forms(&self, forms: &Value, value: &Value, path: &str, suffices: impl Fn(usize) -> bool) -> Looked {
        let tried = forms
            .as_array()
            .unwrap()
            .iter()
            .map(|form| self.check(form, value, path));
        let (fitting, others): (Vec<_>, Vec<_>) = tried.partition(|looked| looked.faults.is_empty());
        let mut all = Looked::default();
        if !suffices(fitting.len()) {
            let why: Vec<_> = others.into_iter().flat_map(|other| other.faults).collect();
            all.faults
                .push(format!("{path} fits {} forms: {why:?}", fitting.len()));
        }
        fitting.into_iter().for_each(|looked| all.and(looked));
        all
    }

    fn definition(&self, reference: &Value) -> &Value {
        let pointer = reference
            .as_str()
            .unwrap()
            .strip_prefix('#')
            .expect("a reference within");
        self.root.pointer(pointer).expect("a definition")
    }
}

fn is_of_a_type(value: &Value, kinds: &Value) -> bool {
    let is = |kind: &Value| match kind.as_str().unwrap() {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        other => panic!("no type `{other}`"),
    };
    kinds
        .as_array()
        .map_or_else(|| is(kinds), |kinds| kinds.iter().any(is))
}

/// The patterns of the schemas, each read by hand. A pattern speaks of texts only.
fn matches(value: &Value, pattern: &str) -> bool {
    let Some(text) = value.as_str() else { return true };
    let digits = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    let between = |text: &str, least: u32, most: u32| {
        text.len() == 2 && digits(text) && (least..=most).contains(&text.parse().unwrap())
    };
    let parts: Vec<&str> = text.split('-').collect();
    match pattern {
        "^[a-z][a-z0-9_]{0,59}$" => {
            text.len() <= 60
                && text.starts_with(|c: char| c.is_ascii_lowercase())
                && text
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
        }
        "^[0-9]{4}-(0[1-9]|1[0-2])$" => {
            matches!(parts[..], [year, month] if year.len() == 4 && digits(year) && between(month, 1, 12))
        }
        "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" => matches!(
            parts[..],
            [year, month, day]
                if year.len() == 4 && digits(year) && between(month, 1, 12) && between(day, 1, 31)
        ),
        "^-?[0-9]+([.][0-9]+)?$" => {
            let unsigned = text.strip_prefix('-').unwrap_or(text);
            let (whole, part) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
            digits(whole) && digits(part)
        }
        "^([0-9a-fA-F] *){12,64}$" => {
            let signs = text.replace(' ', "");
            (12..=64).contains(&signs.len()) && signs.chars().all(|c| c.is_ascii_hexdigit())
        }
        other => panic!("no pattern `{other}`"),
    }
}
