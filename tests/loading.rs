//! What is read of a programme's folder, and what is only told of. Knows files and folders; not what they say.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up must stop")]

use board_papers::load::{INPUTS, LARGEST_FILE, LoadError, MOST_FILES, Sources, Why, load};
use std::fs;

fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

fn why(sources: &Sources) -> Vec<(&str, &Why)> {
    sources
        .unread
        .iter()
        .map(|unread| (&*unread.path, &unread.why))
        .collect()
}

#[test]
fn texts_and_layouts_are_read_and_droppings_passed_over() {
    let folder = folder(&[
        ("inputs/programme.yaml", b"name: x"),
        ("inputs/returns/2010-05/council.yaml", b"month: 2010-05"),
        ("inputs/returns/2010-05/council.yaml~", b""),
        ("inputs/returns/2010-05/#council.yaml#", b""),
        ("inputs/returns/2010-05/.council.yaml.swp", b""),
        ("inputs/.git/config.yaml", b""),
        ("report-templates/monthly.typ", b"= Report"),
        ("report-templates/mark.svg", b"<svg/>"),
        ("elsewhere.yaml", b""),
    ]);
    let sources = load(folder.path()).unwrap();
    let texts: Vec<_> = sources.texts.iter().map(|text| &**text.path()).collect();
    let inputs = ["inputs/programme.yaml", "inputs/returns/2010-05/council.yaml"];
    assert_eq!(texts, [inputs[0], inputs[1], "report-templates/monthly.typ"]);
    let layouts: Vec<_> = sources.layouts.keys().map(|path| &**path).collect();
    assert_eq!(
        layouts,
        ["report-templates/mark.svg", "report-templates/monthly.typ"]
    );
    assert_eq!(sources.unread, []);
}

#[test]
fn what_cannot_be_read_is_told_and_stops_nothing() {
    let large = vec![b'#'; usize::try_from(LARGEST_FILE).unwrap() + 1];
    let folder = folder(&[
        ("inputs/a.yaml", b"one\ncaf\xe9"),
        ("inputs/b.xlsx", b"PK"),
        ("inputs/c.yaml", &large),
        ("inputs/d/d/d/d/d/d/d.yaml", b""),
        ("inputs/e.yaml", b"fine: yes"),
    ]);
    let sources = load(folder.path()).unwrap();
    let expected = [
        ("inputs/a.yaml", &Why::NotUtf8(2)),
        ("inputs/b.xlsx", &Why::NotWanted),
        ("inputs/c.yaml", &Why::TooLarge),
        ("inputs/d/d/d/d/d/d", &Why::TooDeep),
    ];
    assert_eq!(why(&sources), expected);
    assert!(sources.texts.get("inputs/e.yaml").is_some());
}

#[test]
fn a_flood_of_files_is_cut_off() {
    let folder = folder(&[]);
    fs::create_dir(folder.path().join(INPUTS)).unwrap();
    for number in 0..=MOST_FILES {
        fs::write(folder.path().join(format!("{INPUTS}/{number:05}.yaml")), "").unwrap();
    }
    let sources = load(folder.path()).unwrap();
    assert_eq!(sources.texts.iter().count(), MOST_FILES);
    assert_eq!(why(&sources), [("inputs/10000.yaml", &Why::TooMany)]);
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    let folder = folder(&[("inputs/a.yaml", b""), ("secret.yaml", b"")]);
    let link = |to: &str, name: &str| std::os::unix::fs::symlink(to, folder.path().join(name)).unwrap();
    link("../secret.yaml", "inputs/b.yaml");
    link(".", "inputs/loop");
    let sources = load(folder.path()).unwrap();
    assert_eq!(sources.texts.iter().count(), 1);
    assert_eq!(
        why(&sources),
        [("inputs/b.yaml", &Why::Link), ("inputs/loop", &Why::Link)]
    );
}

#[test]
fn a_folder_without_inputs_is_no_programme() {
    let empty = folder(&[("inputs", b"a file")]);
    let error = load(empty.path()).unwrap_err();
    assert!(matches!(error, LoadError::NoInputs { .. }), "{error}");
    assert!(load(&empty.path().join("nowhere")).is_err());
}
