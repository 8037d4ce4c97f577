//! From a tree to the domain's types, by serde. Hands texts out untouched, so that decimals stay exact, and
//! places with what asks for them. Expects a tree whose structure has been checked; knows no field and no rule.

use crate::domain::typed::{LOCATED, PROSE, TEXT_FOR_SHORT};
use crate::input::origin;
use crate::input::tree::{Kind, Node, Scalar};
use crate::place::SourceText;
use serde::de::value::{Error, MapDeserializer, SeqDeserializer, StrDeserializer};
use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, SeqAccess,
    VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;
use std::str::FromStr;

/// The value that a tree spells.
///
/// # Errors
///
/// In serde's words, when the tree does not have the structure of the type.
pub fn decode<T: DeserializeOwned>(root: &Node, source: &SourceText) -> Result<T, Error> {
    T::deserialize(Reader { node: root, source })
}

/// A part of the tree, to be read as whatever is asked for.
#[derive(Clone, Copy)]
struct Reader<'a> {
    node: &'a Node,
    source: &'a SourceText,
}

impl<'a> Reader<'a> {
    fn of(self, node: &'a Node) -> Self {
        Self { node, ..self }
    }

    fn scalar(self) -> Result<&'a Scalar, Error> {
        match &self.node.kind {
            Kind::Scalar(scalar) => Ok(scalar),
            Kind::Sequence(_) | Kind::Mapping(_) | Kind::Spoilt => {
                Err(de::Error::custom("one value is needed"))
            }
        }
    }

    fn parsed<T: FromStr>(self) -> Result<T, Error> {
        let text = &self.scalar()?.text;
        text.parse()
            .map_err(|_| de::Error::custom(format!("`{text}` is not what is needed")))
    }

    fn items(self, items: &'a [Node]) -> SeqDeserializer<impl Iterator<Item = Self>, Error> {
        SeqDeserializer::new(items.iter().map(move |node| self.of(node)))
    }

    fn entries(
        self,
        entries: &'a [(Node, Node)],
    ) -> MapDeserializer<'a, impl Iterator<Item = (Self, Self)>, Error> {
        MapDeserializer::new(
            entries
                .iter()
                .map(move |(key, value)| (self.of(key), self.of(value))),
        )
    }
}

impl<'a> IntoDeserializer<'a> for Reader<'a> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// Numbers are parsed from the text.
macro_rules! parsed {
    ($($method:ident => $visit:ident),+ $(,)?) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            visitor.$visit(self.parsed()?)
        })+
    };
}

impl<'de> Deserializer<'de> for Reader<'de> {
    type Error = Error;

    parsed! {
        deserialize_bool => visit_bool,
        deserialize_u8 => visit_u8, deserialize_u16 => visit_u16, deserialize_u32 => visit_u32, deserialize_u64 => visit_u64,
        deserialize_i8 => visit_i8, deserialize_i16 => visit_i16, deserialize_i32 => visit_i32, deserialize_i64 => visit_i64,
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match &self.node.kind {
            Kind::Scalar(scalar) => visitor.visit_borrowed_str(&scalar.text),
            Kind::Sequence(items) => visitor.visit_seq(self.items(items)),
            Kind::Mapping(entries) => visitor.visit_map(self.entries(entries)),
            Kind::Spoilt => Err(de::Error::custom("nothing can be made of this")),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        match &self.node.kind {
            Kind::Scalar(_) if name == TEXT_FOR_SHORT => {
                visitor.visit_map(MapDeserializer::new(std::iter::once(("text", self))))
            }
            Kind::Scalar(_) | Kind::Sequence(_) | Kind::Spoilt => visitor.visit_newtype_struct(self),
            Kind::Mapping(entries) if name == TEXT_FOR_SHORT => visitor.visit_map(self.entries(entries)),
            Kind::Mapping(_) => visitor.visit_newtype_struct(self),
        }
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Error> {
        match name {
            LOCATED => visitor.visit_seq(LocatedParts {
                reader: self,
                next: LocatedPart::Value,
            }),
            PROSE => {
                let Scalar { text, style, .. } = self.scalar()?;
                let pieces = origin::pieces(self.node, text, *style, self.source);
                visitor.visit_seq(ProseParts {
                    text: Some(text),
                    pieces: Some(pieces),
                })
            }
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match &self.node.kind {
            Kind::Mapping(entries) => match entries.as_slice() {
                [(word, content)] => visitor.visit_enum(Variant {
                    word: self.of(word),
                    content: self.of(content),
                }),
                _ => Err(de::Error::custom("exactly one key is needed")),
            },
            Kind::Scalar(scalar) => visitor.visit_enum(StrDeserializer::new(&scalar.text)),
            Kind::Sequence(_) | Kind::Spoilt => Err(de::Error::custom("a word is needed")),
        }
    }

    forward_to_deserialize_any! {
        i128 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple map struct identifier ignored_any
    }
}

/// The four things of which a located value is made.
struct LocatedParts<'a> {
    reader: Reader<'a>,
    next: LocatedPart,
}

/// Which of them is next.
#[derive(Clone, Copy)]
enum LocatedPart {
    Value,
    File,
    Start,
    End,
    None,
}

impl<'de> SeqAccess<'de> for LocatedParts<'de> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        let place = &self.reader.node.place;
        let (value, next) = match self.next {
            LocatedPart::Value => (seed.deserialize(self.reader)?, LocatedPart::File),
            LocatedPart::File => {
                let file: StrDeserializer<'_, Error> = StrDeserializer::new(place.file());
                (seed.deserialize(file)?, LocatedPart::Start)
            }
            LocatedPart::Start => (
                seed.deserialize(place.range().start.into_deserializer())?,
                LocatedPart::End,
            ),
            LocatedPart::End => (
                seed.deserialize(place.range().end.into_deserializer())?,
                LocatedPart::None,
            ),
            LocatedPart::None => return Ok(None),
        };
        self.next = next;
        Ok(Some(value))
    }
}

/// The two things of which prose is made.
struct ProseParts<'a> {
    text: Option<&'a str>,
    pieces: Option<Vec<origin::Piece>>,
}

impl<'de> SeqAccess<'de> for ProseParts<'de> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        if let Some(text) = self.text.take() {
            return seed.deserialize(StrDeserializer::<Error>::new(text)).map(Some);
        }
        let Some(pieces) = self.pieces.take() else {
            return Ok(None);
        };
        let offsets = pieces.into_iter().flat_map(|(text, file)| [text, file]);
        seed.deserialize(SeqDeserializer::new(offsets)).map(Some)
    }
}

/// One of several forms, named by the only key of a mapping.
struct Variant<'a> {
    word: Reader<'a>,
    content: Reader<'a>,
}

impl<'de> EnumAccess<'de> for Variant<'de> {
    type Error = Error;
    type Variant = Reader<'de>;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Reader<'de>), Error> {
        Ok((seed.deserialize(self.word)?, self.content))
    }
}

impl<'de> VariantAccess<'de> for Reader<'de> {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        Err(de::Error::custom("a word by itself is needed"))
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Error> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_any(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.deserialize_any(visitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        Commentary, Correction, Entries, Exact, Figure, Id, Located, Month, Prose, Supplied,
    };
    use crate::input::told::Told;
    use crate::input::tree::parse;

    fn read<T: DeserializeOwned>(yaml: &str) -> T {
        let source = SourceText::new("a.yaml", yaml);
        let root = parse(&source, &mut Told::default()).unwrap();
        decode(&root, &source).unwrap()
    }

    #[test]
    fn decimals_arrive_digit_for_digit() {
        let figures: Entries<Id, Located<Supplied>> = read("a: 5.50\nb: \"123456789012345.123456789\"\n");
        let digits = figures.iter().map(|(_, supplied)| match supplied.value().figure {
            Figure::Value(Exact(value)) => value.to_string(),
            Figure::Parts { .. } | Figure::Missing { .. } => String::new(),
        });
        assert_eq!(digits.collect::<Vec<_>>(), ["5.50", "123456789012345.123456789"]);
    }

    #[test]
    fn values_and_keys_know_their_places() {
        let yaml = "ni59:\n  numerator: 1\n  denominator: 2\nni60: 7\n";
        let figures: Entries<Id, Located<Supplied>> = read(yaml);
        let places = figures
            .iter()
            .map(|(id, figure)| (&yaml[id.place().range()], &yaml[figure.place().range()]));
        assert_eq!(places.collect::<Vec<_>>(), [("ni59", "numerator"), ("ni60", "7")]);
    }

    #[test]
    fn a_correction_is_its_keys_and_a_figure() {
        let yaml = "- { month: 2010-08, indicator: ni59, numerator: 1, denominator: 2, reason: Late }\n";
        let corrections: Vec<Correction> = read(yaml);
        assert_eq!(*corrections[0].month.value(), "2010-08".parse::<Month>().unwrap());
        assert!(matches!(corrections[0].figure.value(), Figure::Parts { .. }));
        assert_eq!(&yaml[corrections[0].indicator.place().range()], "ni59");
        assert!(yaml[corrections[0].figure.place().range()].starts_with("{ month"));
    }

    #[test]
    fn commentary_is_a_text_or_keys_with_a_text() {
        let short: Entries<Id, Commentary> = read("a: Words.\nb: { text: More words., action: Deeds. }\n");
        let texts: Vec<_> = short
            .iter()
            .map(|(_, it)| it.text.value().text.as_str())
            .collect();
        assert_eq!(texts, ["Words.", "More words."]);
        assert!(short.get(&"b".parse().unwrap()).unwrap().action.is_some());
    }

    #[test]
    fn each_word_of_prose_is_found_in_the_file() {
        let yaml = "a: |\n  One {{ two }}\n  three.\n";
        let prose: Entries<Id, Located<Prose>> = read(yaml);
        let (_, prose) = prose.iter().next().unwrap();
        let start = prose.value().text.find("three").unwrap();
        assert_eq!(
            &yaml[prose.value().place(start..start + 5, prose.place()).range()],
            "three"
        );
    }
}
