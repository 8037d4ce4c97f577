//! What is drawn, as drawn: every text readable on its ground, every mark visible on paper, type of nine
//! points or more.

use board_papers::charts::palette::{Colour, Fill, Pattern, WHITE};
use board_papers::charts::scene::{Item, Role, Scene, Words};

/// The topmost bar that holds a text.
fn bar_under<'s>(scene: &'s Scene, words: &Words) -> Option<&'s Fill> {
    scene.items.iter().rev().find_map(|item| match item {
        Item::Bar(rect, fill) => rect.holds(&words.extent()).then_some(fill),
        Item::Line(_) | Item::Area(..) | Item::Marks(..) | Item::Words(_) => None,
    })
}

/// The colour of what means something.
fn colour(item: &Item) -> Option<Colour> {
    match item {
        Item::Line(line) => (line.role == Role::Meaning).then_some(line.stroke.colour),
        Item::Marks(_, mark) => Some(mark.colour),
        Item::Area(..) | Item::Bar(..) | Item::Words(_) => None,
    }
}

#[test]
fn every_text_has_a_contrast_of_four_and_a_half_with_its_ground() {
    for (name, scene) in super::scenes() {
        for words in scene.labels() {
            let ground = bar_under(&scene, words).map_or(WHITE, |fill| fill.ground);
            let contrast = words.colour.contrast(ground);
            assert!(contrast >= 4.5, "{name}: {} at {contrast:.2}", words.text);
        }
    }
}

#[test]
fn no_text_stands_on_a_pattern_without_a_plate() {
    for (name, scene) in super::scenes() {
        for words in scene.labels() {
            let pattern = bar_under(&scene, words).map_or(Pattern::Plain, |fill| fill.pattern);
            assert_eq!(pattern, Pattern::Plain, "{name}: {}", words.text);
        }
    }
}

#[test]
fn every_line_and_mark_that_means_something_has_a_contrast_of_three_with_paper() {
    for (name, scene) in super::scenes() {
        for colour in scene.items.iter().filter_map(colour) {
            assert!(colour.contrast(WHITE) >= 3.0, "{name}: {}", colour.hex());
        }
    }
}

#[test]
fn type_is_nine_points_of_the_papers_family_and_real_text() {
    for (name, scene) in super::scenes() {
        let svg = scene.draw();
        let tree = roxmltree::Document::parse(svg.as_str()).unwrap();
        let root = tree.root_element();
        assert_eq!(
            (root.attribute("font-family"), root.attribute("font-size")),
            (Some("Inter"), Some("9"))
        );
        let others = tree
            .descendants()
            .skip(2)
            .filter(|node| node.has_attribute("font-size"));
        assert_eq!(others.count(), 0, "{name}");
        let texts = tree.descendants().filter(|node| node.has_tag_name("text"));
        assert_eq!(texts.count(), scene.labels().count(), "{name}");
    }
}
