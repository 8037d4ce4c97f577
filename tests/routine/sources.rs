//! The program knows itself by its sources: all that is built into it is among them.

use std::fs;
use std::path::{Path, PathBuf};

#[expect(
    dead_code,
    clippy::print_stdout,
    reason = "its `main` runs when the program is built, not here"
)]
#[path = "../../build.rs"]
mod build_script;

#[test]
fn fonts_and_the_manifest_of_the_package_are_sources() {
    let sources = build_script::sources().unwrap();
    let fonts = fs::read_dir("report-templates/fonts").unwrap();
    let fonts: Vec<PathBuf> = fonts.map(|entry| entry.unwrap().path()).collect();
    assert!(!fonts.is_empty());
    for font in fonts.iter().filter(|path| path.is_file()) {
        assert!(sources.contains(font), "{}", font.display());
    }
    for file in ["Cargo.lock", "Cargo.toml", "src/main.rs", "src/typeset/fonts.rs"] {
        assert!(sources.iter().any(|source| source == Path::new(file)), "{file}");
    }
}
