//! The colours of the layouts, as numbers: text and shapes stand out from paper, and the marks of different states differ in more
//! than colour.

use crate::support::repository;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// What text is set in; what draws shapes; what nobody needs to see.
const OF_TEXT: [&str; 6] = ["ink", "quiet", "accent", "good", "caution", "bad"];
const OF_SHAPES: [&str; 2] = ["orange", "rule"];
const OF_NOTHING: [&str; 2] = ["faint", "hairline"];

/// The names and colours of the palette.
fn palette() -> BTreeMap<String, [u8; 3]> {
    let text = fs::read_to_string(repository().join("report-templates/shared/palette.typ")).unwrap();
    let named = text.lines().filter_map(|line| {
        let (name, rest) = line.strip_prefix("#let ")?.split_once(" = rgb(\"#")?;
        let number = u32::from_str_radix(&rest[..6], 16).unwrap();
        let [_, red, green, blue] = number.to_be_bytes();
        Some((name.to_owned(), [red, green, blue]))
    });
    named.collect()
}

/// Relative luminance as WCAG 2.2 defines it, 0 to 1.
fn luminance(colour: [u8; 3]) -> f64 {
    let linear = colour.map(|channel| {
        let value = f64::from(channel) / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

const WHITE: [u8; 3] = [255, 255, 255];

#[test]
fn text_has_a_contrast_of_four_and_a_half_and_shapes_of_three() {
    let palette = palette();
    let known: BTreeSet<&str> = OF_TEXT.into_iter().chain(OF_SHAPES).chain(OF_NOTHING).collect();
    assert_eq!(
        palette.keys().map(String::as_str).collect::<BTreeSet<_>>(),
        known,
        "each colour has its use"
    );
    assert!((contrast(WHITE, [0, 0, 0]) - 21.0).abs() < 1e-9);
    for name in OF_TEXT {
        assert!(contrast(palette[name], WHITE) >= 4.5, "{name}");
    }
    for name in OF_SHAPES {
        assert!(contrast(palette[name], WHITE) >= 3.0, "{name}");
    }
    assert!(
        contrast(palette["orange"], palette["ink"]) >= 4.5,
        "the letter of an icon stands on it"
    );
}

/// Text is set in colours of text alone, wherever a layout sets any.
#[test]
fn no_layout_sets_pale_text() {
    let layouts = walkdir::WalkDir::new(repository().join("report-templates"))
        .into_iter()
        .map(Result::unwrap);
    let mut set = 0;
    for layout in layouts.filter(|entry| entry.path().extension().is_some_and(|kind| kind == "typ")) {
        let text = fs::read_to_string(layout.path()).unwrap();
        let place = layout.path().display();
        if !layout.path().ends_with("palette.typ") {
            assert!(
                !text.contains("rgb(") && !text.contains("luma("),
                "{place}: a colour of its own"
            );
        }
        for line in text.lines().filter(|line| line.contains("text(")) {
            let Some((_, rest)) = line
                .split_once("text(")
                .and_then(|(_, rest)| rest.split_once("fill: "))
            else {
                continue;
            };
            let colour: String = rest
                .chars()
                .take_while(|character| character.is_alphanumeric())
                .collect();
            let is_outline = colour == "white" && line.contains("stroke: 0.75pt + faint");
            assert!(
                OF_TEXT.contains(&colour.as_str()) || is_outline || colour == "paint",
                "{place}: {line}"
            );
            set += 1;
        }
    }
    assert!(set > 10, "the layouts do set colours");
}

/// Every mark of a rating is a shape of its own: the definitions, without their colours, all differ.
#[test]
fn marks_differ_in_shape() {
    let text = fs::read_to_string(repository().join("report-templates/shared/marks.typ")).unwrap();
    let (_, shapes) = text.split_once("#let shapes = (").unwrap();
    let (shapes, _) = shapes.split_once("\n)").unwrap();
    let shapes: Vec<&str> = shapes
        .lines()
        .filter_map(|line| Some(line.split_once(": ")?.1))
        .collect();
    let colours = ["good", "accent", "quiet", "caution", "bad"];
    let grey = |shape: &str| {
        colours
            .iter()
            .fold(shape.to_owned(), |shape, colour| shape.replace(colour, "ink"))
    };
    let in_grey: BTreeSet<String> = shapes.iter().map(|shape| grey(shape)).collect();
    assert!(shapes.len() > 8);
    assert_eq!(in_grey.len(), shapes.len(), "two marks differ in colour alone");
}
