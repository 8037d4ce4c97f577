//! What a document may look like, read from its JSON Schema: the part of that language which our types use.
//! Knows no document and no YAML.

use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// What may stand somewhere.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// Words.
    Text,
    /// A word of its own form.
    Form(Form),
    /// A whole number within these bounds.
    Whole {
        /// The smallest.
        least: i64,
        /// The largest.
        most: i64,
    },
    /// `true` or `false`.
    YesNo,
    /// One of these words.
    Words(Vec<String>),
    /// Any number of the same.
    List(Box<Shape>),
    /// Keys that are known, each with what stands under it.
    Keys(BTreeMap<String, Key>),
    /// Keys that are typed, with the same under each.
    Entries {
        /// What a key looks like.
        key: Form,
        /// What stands under it.
        value: Box<Shape>,
    },
    /// One of several.
    OneOf(Vec<Shape>),
    /// What this program does not understand of a schema, and lets pass.
    Anything,
}

/// The forms that a word may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A name in the inputs, such as `ni59`.
    Id,
    /// A month, such as `2010-05`.
    Month,
    /// A day, such as `2010-05-27`.
    Date,
    /// An exact number, such as `75.5`.
    Decimal,
    /// The content digest of a paper, or its beginning, such as `7c1e 40b2 9d55`.
    Digest,
}

/// A known key.
#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    /// What stands under it.
    pub shape: Shape,
    /// Whether it must be there.
    pub need: Need,
    /// What it means, in a sentence.
    pub about: String,
}

/// Whether a key must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// It must.
    Required,
    /// It may be left out.
    Optional,
}

impl Shape {
    /// The shape that a schema describes.
    pub fn of(schema: &Value) -> Self {
        let none = Map::new();
        let definitions = schema.get("$defs").and_then(Value::as_object).unwrap_or(&none);
        Reading { definitions }.shape(schema)
    }

    /// What it is, for a message: `a date such as ...`, `a list`.
    pub fn noun(&self) -> String {
        match self {
            Self::Text => "text".to_owned(),
            Self::Form(form) => form.noun().to_owned(),
            Self::Whole { .. } => "a whole number".to_owned(),
            Self::YesNo => "`true` or `false`".to_owned(),
            Self::Words(_) => "one word of a list".to_owned(),
            Self::List(_) => "a list".to_owned(),
            Self::Keys(_) | Self::Entries { .. } => "keys with values".to_owned(),
            Self::OneOf(branches) => {
                let mut nouns: Vec<_> = branches.iter().map(Self::noun).collect();
                nouns.dedup();
                nouns.join(", or ")
            }
            Self::Anything => "anything".to_owned(),
        }
    }
}

impl Form {
    /// What it is, for a message.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Id => "an id such as `ni59`",
            Self::Month => "a month such as `2010-05`",
            Self::Date => "a date such as `2010-05-27`",
            Self::Decimal => "a number such as `75.5`",
            Self::Digest => "a digest such as `7c1e 40b2 9d55`",
        }
    }
}

/// A schema being read.
struct Reading<'s> {
    definitions: &'s Map<String, Value>,
}

impl Reading<'_> {
    fn shape(&self, schema: &Value) -> Shape {
        if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
            let definition = self.definitions.get(name.trim_start_matches("#/$defs/"));
            return definition.map_or(Shape::Anything, |definition| self.shape(definition));
        }
        let branches = schema.get("oneOf").or_else(|| schema.get("anyOf"));
        if let Some(branches) = branches.and_then(Value::as_array) {
            return self.one_of(schema, branches);
        }
        if let Some(words) = schema.get("enum").and_then(Value::as_array) {
            return Shape::Words(
                words
                    .iter()
                    .filter_map(Value::as_str)
                    .map(str::to_owned)
                    .collect(),
            );
        }
        match schema.get("format").and_then(Value::as_str) {
            Some("id") => Shape::Form(Form::Id),
            Some("month") => Shape::Form(Form::Month),
            Some("date") => Shape::Form(Form::Date),
            Some("decimal") => Shape::Form(Form::Decimal),
            Some("digest") => Shape::Form(Form::Digest),
            Some("int32") => whole(schema, i32::MIN.into(), i32::MAX.into()),
            Some("uint32") => whole(schema, 0, u32::MAX.into()),
            Some(_) | None => self.plain(schema),
        }
    }

    fn plain(&self, schema: &Value) -> Shape {
        match schema.get("type").and_then(Value::as_str) {
            Some("string") => Shape::Text,
            Some("boolean") => Shape::YesNo,
            Some("array") => Shape::List(Box::new(
                schema
                    .get("items")
                    .map_or(Shape::Anything, |items| self.shape(items)),
            )),
            Some("object") => self.mapping(schema),
            Some(_) | None => Shape::Anything,
        }
    }

    fn mapping(&self, schema: &Value) -> Shape {
        let value = schema
            .get("additionalProperties")
            .filter(|value| value.is_object());
        let key = schema.get("propertyNames").map(|key| self.shape(key));
        match (value, key) {
            (Some(value), Some(Shape::Form(key))) => Shape::Entries {
                key,
                value: Box::new(self.shape(value)),
            },
            (Some(_), _) => Shape::Anything,
            (None, _) => Shape::Keys(self.keys(schema)),
        }
    }

    fn keys(&self, schema: &Value) -> BTreeMap<String, Key> {
        let required = schema.get("required").and_then(Value::as_array);
        let properties = schema.get("properties").and_then(Value::as_object);
        let key = |(name, property): (&String, &Value)| {
            let is_required = required.is_some_and(|required| required.iter().any(|key| key == name));
            let key = Key {
                shape: self.shape(property),
                need: if is_required {
                    Need::Required
                } else {
                    Need::Optional
                },
                about: about(property),
            };
            (name.clone(), key)
        };
        properties.into_iter().flatten().map(key).collect()
    }

    /// One of several forms. Keys that stand beside the forms belong to each of them.
    fn one_of(&self, schema: &Value, branches: &[Value]) -> Shape {
        let words: Option<Vec<_>> = branches
            .iter()
            .map(|branch| branch.get("const")?.as_str().map(str::to_owned))
            .collect();
        if let Some(words) = words {
            return Shape::Words(words);
        }
        let shared = self.keys(schema);
        let with_shared = |branch: &Value| {
            let shape = self.shape(branch);
            let Shape::Keys(own) = shape else { return shape };
            Shape::Keys(shared.clone().into_iter().chain(own).collect())
        };
        Shape::OneOf(branches.iter().map(with_shared).collect())
    }
}

/// The first sentence of a description, as the end of a sentence of ours.
fn about(property: &Value) -> String {
    let whole = property.get("description").and_then(Value::as_str).unwrap_or("");
    let sentence = whole
        .split(". ")
        .next()
        .unwrap_or(whole)
        .trim_end_matches('.')
        .replace('\n', " ");
    let mut letters = sentence.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// A whole number within the bounds that the schema names, if it names any.
fn whole(schema: &Value, least: i64, most: i64) -> Shape {
    let bound = |key| schema.get(key).and_then(Value::as_i64);
    Shape::Whole {
        least: bound("minimum").unwrap_or(least),
        most: bound("maximum").unwrap_or(most),
    }
}
