//! How the plain types are typed: names, months, dates and numbers as words of their own form, located values,
//! prose and mappings by agreement with the reader. Knows serde and JSON Schema; not YAML, and no file.

use crate::domain::{ContentDigest, Date, Entries, Exact, Id, Month, Piece, Prose};
use crate::place::{Located, Place};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, Deserialize, DeserializeOwned, Deserializer, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

/// The name under which a [`Located`] asks its reader for four things: the value, the path of the file, and the
/// first and last byte.
pub const LOCATED: &str = "$located";

/// The name under which a [`Prose`] asks its reader for its text and the offsets of its pieces: one in
/// the text, one in the file, and so on.
pub const PROSE: &str = "$prose";

/// The name under which a type asks its reader to take a lone text as a mapping with the one key `text`.
pub const TEXT_FOR_SHORT: &str = "$text";

/// Reads text and parses it.
struct Parsed<T>(PhantomData<T>);

impl<T: FromStr<Err = String>> Visitor<'_> for Parsed<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(E::custom)
    }
}

/// A type that is typed as a word of its own form, which JSON Schema calls `format`.
macro_rules! typed_as_text {
    ($type:ty, $kind:expr, $format:literal, $pattern:literal) => {
        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(Parsed(PhantomData))
            }
        }

        impl JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": $kind, "format": $format, "pattern": $pattern })
            }
        }
    };
}

typed_as_text!(Id, "string", "id", "^[a-z][a-z0-9_]{0,59}$");
typed_as_text!(Month, "string", "month", "^[0-9]{4}-(0[1-9]|1[0-2])$");
typed_as_text!(
    Date,
    "string",
    "date",
    "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
);
typed_as_text!(ContentDigest, "string", "digest", "^([0-9a-fA-F] *){12,64}$");
// Editors read `5.50` as a number; we read its digits.
typed_as_text!(Exact, ["number", "string"], "decimal", "^-?[0-9]+([.][0-9]+)?$");

struct LocatedVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for LocatedVisitor<T> {
    type Value = Located<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value with its place")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<Located<T>, A::Error> {
        let missing = || de::Error::custom("a reader that knows places is needed");
        let value = parts.next_element()?.ok_or_else(missing)?;
        let file: String = parts.next_element()?.ok_or_else(missing)?;
        let start: usize = parts.next_element()?.ok_or_else(missing)?;
        let end: usize = parts.next_element()?.ok_or_else(missing)?;
        Ok(Located::new(value, Place::new(file, start..end)))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Located<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_tuple_struct(LOCATED, 4, LocatedVisitor(PhantomData))
    }
}

impl<T: JsonSchema> JsonSchema for Located<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        T::schema_id()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

struct ProseVisitor;

impl<'de> Visitor<'de> for ProseVisitor {
    type Value = Prose;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("prose with the places of its lines")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<Prose, A::Error> {
        let missing = || de::Error::custom("a reader that knows places is needed");
        let text = parts.next_element()?.ok_or_else(missing)?;
        let offsets: Vec<usize> = parts.next_element()?.ok_or_else(missing)?;
        let (pairs, _) = offsets.as_chunks::<2>();
        let origin = pairs.iter().map(|&[text, file]| Piece { text, file }).collect();
        Ok(Prose { text, origin })
    }
}

impl<'de> Deserialize<'de> for Prose {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_tuple_struct(PROSE, 2, ProseVisitor)
    }
}

impl JsonSchema for Prose {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Prose".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string" })
    }
}

struct EntriesVisitor<K, V>(PhantomData<(K, V)>);

impl<'de, K: Deserialize<'de>, V: Deserialize<'de>> Visitor<'de> for EntriesVisitor<K, V> {
    type Value = Entries<K, V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("keys and values")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entries<K, V>, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Entries(entries))
    }
}

impl<'de, K: DeserializeOwned, V: DeserializeOwned> Deserialize<'de> for Entries<K, V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EntriesVisitor(PhantomData))
    }
}

impl<K: JsonSchema, V: JsonSchema> JsonSchema for Entries<K, V> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("EntriesOf{}By{}", V::schema_name(), K::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "object",
            "propertyNames": generator.subschema_for::<K>(),
            "additionalProperties": generator.subschema_for::<V>(),
        })
    }
}
