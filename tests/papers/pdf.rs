//! A finished paper as a PDF reader opens it: what it says of itself, what is attached to it, which rules of which standard
//! it breaks. Knows the format; not what papers say.

use lopdf::{Dictionary, Document, Object};
use page_validation::{ValidationFailure, ValidationOptions, ValidationProfile, validate_pdf_bytes};
use std::collections::BTreeMap;

/// A false alarm of the validator: it trims a stream before it measures it, and so calls a compressed one too short whose
/// last byte is a line end. [`assert_sound`] measures them all.
const MEASURED_HERE: &str = "ISO 19005-3:2012:6.1.7.1:1";

/// The stack on which a PDF is validated.
const STACK_BYTES: usize = 64 << 20;

/// What a PDF says of itself.
#[derive(Debug, PartialEq, Eq)]
pub struct Said {
    pub title: String,
    pub subject: String,
    pub language: String,
    pub tagged: bool,
    pub shows_title: bool,
    pub bookmarks: bool,
}

fn dictionary<'d>(document: &'d Document, from: &'d Dictionary, key: &str) -> Option<&'d Dictionary> {
    let (_, object) = document.dereference(from.get(key.as_bytes()).ok()?).ok()?;
    object.as_dict().ok()
}

fn text(from: &Dictionary, key: &str) -> String {
    from.get(key.as_bytes())
        .and_then(lopdf::decode_text_string)
        .unwrap()
}

/// What a PDF says of itself.
pub fn said(pdf: &[u8]) -> Said {
    let document = Document::load_mem(pdf).unwrap();
    let catalogue = document.catalog().unwrap();
    let within = |outer: &str, key: &str| {
        dictionary(&document, catalogue, outer).and_then(|inner| inner.get(key.as_bytes()).ok())
    };
    let information = dictionary(&document, &document.trailer, "Info").unwrap();
    Said {
        title: text(information, "Title"),
        subject: text(information, "Subject"),
        language: text(catalogue, "Lang"),
        tagged: within("MarkInfo", "Marked") == Some(&Object::Boolean(true)),
        shows_title: within("ViewerPreferences", "DisplayDocTitle") == Some(&Object::Boolean(true)),
        bookmarks: within("Outlines", "First").is_some(),
    }
}

/// The files that are attached to a PDF, by name.
pub fn attached(pdf: &[u8]) -> BTreeMap<String, String> {
    let document = Document::load_mem(pdf).unwrap();
    let names = dictionary(&document, document.catalog().unwrap(), "Names");
    let files = names.and_then(|names| dictionary(&document, names, "EmbeddedFiles"));
    let pairs = files.map_or(&[][..], |files| files.get(b"Names").unwrap().as_array().unwrap());
    let file = |specification: &Object| {
        let (_, specification) = document.dereference(specification).unwrap();
        let embedded = dictionary(&document, specification.as_dict().unwrap(), "EF").unwrap();
        let (_, stream) = document.dereference(embedded.get(b"F").unwrap()).unwrap();
        String::from_utf8(stream.as_stream().unwrap().decompressed_content().unwrap()).unwrap()
    };
    pairs
        .chunks(2)
        .map(|pair| {
            (
                String::from_utf8(pair[0].as_str().unwrap().to_vec()).unwrap(),
                file(&pair[1]),
            )
        })
        .collect()
}

/// Asserts that a PDF keeps both of its standards, and that every stream is as long as it says.
#[track_caller]
pub fn assert_sound(path: &str, pdf: &[u8]) {
    assert!(streams(pdf) > 5, "{path} has hardly any streams");
    for profile in ["ua1", "3a"] {
        let failures = failures(pdf, profile);
        let broken: Vec<_> = failures
            .iter()
            .filter(|failure| failure.rule_id != MEASURED_HERE)
            .collect();
        assert!(broken.is_empty(), "{path}, {profile}: {broken:#?}");
    }
}

/// The rules of a standard that a PDF breaks. The validator follows references by recursion, and a long paper is deep.
fn failures(pdf: &[u8], profile: &str) -> Vec<ValidationFailure> {
    let options = ValidationOptions::default().profile(profile.parse::<ValidationProfile>().unwrap());
    std::thread::scope(|scope| {
        let judge = || validate_pdf_bytes(pdf, &options).unwrap().failures;
        let roomy = std::thread::Builder::new().stack_size(STACK_BYTES);
        roomy.spawn_scoped(scope, judge).unwrap().join().unwrap()
    })
}

/// How many streams a PDF has; each is as long as it says, from the end of its dictionary to the word that ends it.
#[track_caller]
fn streams(pdf: &[u8]) -> usize {
    let find = |what: &[u8], from: usize| {
        pdf[from..]
            .windows(what.len())
            .position(|window| window == what)
            .map(|at| from + at)
    };
    let (mut count, mut from) = (0, 0);
    while let Some(start) = find(b">>\nstream\n", from) {
        let head = String::from_utf8_lossy(&pdf[from..start]);
        let (_, length) = head.rsplit_once("/Length ").unwrap();
        let length: String = length.chars().take_while(char::is_ascii_digit).collect();
        let end = start + b">>\nstream\n".len() + length.parse::<usize>().unwrap();
        assert!(
            pdf[end..].starts_with(b"\nendstream\n"),
            "the stream at {start} is not {length} bytes long"
        );
        (count, from) = (count + 1, end);
    }
    count
}

#[test]
fn a_stream_that_is_not_as_long_as_it_says_is_noticed() {
    let stream = |length: usize| {
        format!("1 0 obj\n<</Length {length}>>\nstream\nabc\r\nendstream\nendobj\n").into_bytes()
    };
    assert_eq!(streams(&stream(4)), 1);
    assert!(std::panic::catch_unwind(|| streams(&stream(3))).is_err());
}
