//! What holds for every picture of every paper of the shipped programme.

use crate::drawn::{Printed, all, assessed, words};
use board_papers::catalogue::occasions;
use board_papers::check::check;
use board_papers::draw::{Drawn, draw};
use board_papers::load::load;
use std::collections::BTreeSet;
use std::path::Path;

/// An alternative text has fewer words than this.
const WORDS: usize = 80;
/// The largest picture, in bytes.
const BYTES: usize = 25_000;

#[test]
fn every_picture_of_every_paper_is_sound() {
    let sources = load(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    let checked = check(&sources, &|_| true);
    let programme = checked.value().unwrap();
    let fonts = Printed::new();
    let mut pictures = 0;
    for occasion in occasions(programme) {
        let charts = assessed(programme, &occasion, |assessment| draw(assessment, &fonts));
        let mut texts = BTreeSet::new();
        for (name, drawn) in all(&charts) {
            let name = format!("{:?} {}, {name}", occasion.kind, occasion.period);
            is_sound(&name, drawn);
            assert!(
                texts.insert(drawn.alt.clone()),
                "{name} repeats the words of another"
            );
            pictures += 1;
        }
    }
    assert!(pictures > 2000, "only {pictures} pictures");
}

fn is_sound(name: &str, drawn: &Drawn) {
    assert_eq!(drawn.scene.collisions(), [], "{name}");
    let svg = drawn.svg.as_str();
    assert!(svg.len() < BYTES, "{name} has {} bytes", svg.len());
    assert!(roxmltree::Document::parse(svg).is_ok(), "{name}");
    says_something_of_its_own(name, drawn);
}

fn says_something_of_its_own(name: &str, drawn: &Drawn) {
    let alt = drawn.alt.as_str();
    assert!(
        (1..WORDS).contains(&words(alt)),
        "{name} has {} words: {alt}",
        words(alt)
    );
    assert!(alt.ends_with('.'), "{name} is cut short: {alt}");
    assert!(!alt.to_lowercase().contains("chart of"), "{name}: {alt}");
    for text in [&drawn.title, &drawn.subtitle] {
        assert!(
            !text.is_empty() && alt != text,
            "{name} says nothing more than {text:?}"
        );
        assert!(words(text) < 40, "{name} is long: {text}");
    }
    let columns = drawn.data.heads.len();
    assert!(
        drawn.data.rows.iter().all(|row| row.len() == columns),
        "{name} has a ragged table"
    );
}
