//! A validator of as much of JSON Schema 2020-12 as the schemas of the inputs and of the facts document use; it stops at any
//! other keyword. It is what an editor does, and shares nothing with the program's own check. Knows schemas; not what is
//! described.

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
    /// Takes in what another part of the schema says of the same value.
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
            looked.and(self.hold(keyword, rule, value, path));
        }
        self.others(schema, value, path, &mut looked);
        looked
    }

    /// What one keyword says of a value.
    fn hold(&self, keyword: &str, rule: &Value, value: &Value, path: &str) -> Looked {
        let mut looked = Looked::default();
        match keyword {
            "$ref" => return self.check(self.definition(rule), value, path),
            "properties" => return self.keys(rule.as_object().unwrap(), value, path),
            "anyOf" => return self.forms(rule, value, path, |fitting| fitting > 0),
            "oneOf" => return self.forms(rule, value, path, |fitting| fitting == 1),
            "items" => looked.faults = self.items(rule, value, path),
            "propertyNames" => looked.faults = self.names(rule, value, path),
            "required" => looked.faults = absent(rule, value, path),
            "type" => looked.unless(is_of_a_type(value, rule), path, rule, value),
            "const" => looked.unless(value == rule, path, rule, value),
            "enum" => looked.unless(rule.as_array().unwrap().contains(value), path, rule, value),
            "pattern" => looked.unless(matches(value, rule.as_str().unwrap()), path, rule, value),
            "minimum" => {
                let holds = value.as_f64().is_none_or(|value| value >= rule.as_f64().unwrap());
                looked.unless(holds, path, rule, value);
            }
            "maximum" => {
                let holds = value.as_f64().is_none_or(|value| value <= rule.as_f64().unwrap());
                looked.unless(holds, path, rule, value);
            }
            "additionalProperties" | "unevaluatedProperties" => {}
            other => assert!(WORDS.contains(&other), "no rule for `{other}`"),
        }
        looked
    }

    fn items(&self, rule: &Value, value: &Value, path: &str) -> Vec<String> {
        let items = value.as_array().into_iter().flatten().enumerate();
        items
            .flat_map(|(at, item)| self.check(rule, item, &format!("{path}[{at}]")).faults)
            .collect()
    }

    fn names(&self, rule: &Value, value: &Value, path: &str) -> Vec<String> {
        let names = value.as_object().into_iter().flat_map(Map::keys);
        names
            .flat_map(|name| self.check(rule, &Value::from(name.as_str()), path).faults)
            .collect()
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
                let faults = self.check(rule, item, &format!("{path}.{key}")).faults;
                looked.faults.extend(faults);
            }
            looked.known.insert(key.clone());
        }
    }

    fn keys(&self, rules: &Map<String, Value>, value: &Value, path: &str) -> Looked {
        let mut looked = Looked::default();
        for (key, item) in value.as_object().into_iter().flatten() {
            if let Some(rule) = rules.get(key) {
                let faults = self.check(rule, item, &format!("{path}.{key}")).faults;
                looked.faults.extend(faults);
                looked.known.insert(key.clone());
            }
        }
        looked
    }

    fn forms(&self, forms: &Value, value: &Value, path: &str, suffices: impl Fn(usize) -> bool) -> Looked {
        let forms = forms.as_array().unwrap().iter();
        let tried = forms.map(|form| self.check(form, value, path));
        let (fitting, others): (Vec<_>, Vec<_>) = tried.partition(|looked| looked.faults.is_empty());
        let mut all = Looked::default();
        if !suffices(fitting.len()) {
            let why: Vec<_> = others.into_iter().flat_map(|other| other.faults).collect();
            let fault = format!("{path} fits {} forms: {why:?}", fitting.len());
            all.faults.push(fault);
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

/// The required keys that are not there.
fn absent(required: &Value, value: &Value, path: &str) -> Vec<String> {
    let Some(entries) = value.as_object() else {
        return Vec::new();
    };
    let keys = required
        .as_array()
        .unwrap()
        .iter()
        .map(|key| key.as_str().unwrap());
    keys.filter(|key| !entries.contains_key(*key))
        .map(|key| format!("{path}.{key} is not there"))
        .collect()
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
    let parts: Vec<&str> = text.split('-').collect();
    match pattern {
        "^[a-z][a-z0-9_]{0,59}$" => is_id(text),
        "^[0-9]{4}-[0-9]{2}$" => lengths_of_digits(&parts) == [4, 2],
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" => lengths_of_digits(&parts) == [4, 2, 2],
        "^[0-9]{4}-(0[1-9]|1[0-2])$" => lengths_of_digits(&parts) == [4, 2] && is_at_most(parts[1], 12),
        "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" => {
            lengths_of_digits(&parts) == [4, 2, 2] && is_at_most(parts[1], 12) && is_at_most(parts[2], 31)
        }
        "^-?[0-9]+([.][0-9]+)?$" | r"^-?[0-9]+(\.[0-9]+)?$" => is_decimal(text),
        "^([0-9a-fA-F] *){12,64}$" => {
            let signs = text.replace(' ', "");
            (12..=64).contains(&signs.len()) && signs.chars().all(|c| c.is_ascii_hexdigit())
        }
        other => panic!("no pattern `{other}`"),
    }
}

fn is_id(text: &str) -> bool {
    let is_sign = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    text.len() <= 60 && text.starts_with(|c: char| c.is_ascii_lowercase()) && text.chars().all(is_sign)
}

fn are_digits(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_digit())
}

/// How many digits each part has; nothing where one holds anything else.
fn lengths_of_digits(parts: &[&str]) -> Vec<usize> {
    if parts.iter().all(|part| are_digits(part)) {
        parts.iter().map(|part| part.len()).collect()
    } else {
        Vec::new()
    }
}

/// Whether digits are a number from one to `most`.
fn is_at_most(digits: &str, most: u32) -> bool {
    (1..=most).contains(&digits.parse().unwrap())
}

fn is_decimal(text: &str) -> bool {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, part) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    are_digits(whole) && are_digits(part)
}
