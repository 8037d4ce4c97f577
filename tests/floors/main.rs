//! The house rules that a compiler does not know: who may know whom, and what every source file looks like. Knows
//! the text of `src/` and `tests/`; refuses to know what it does.

#![expect(clippy::expect_used, reason = "a test that cannot read the sources must stop")]

mod source;
mod table;

use source::{SourceFile, files_of, known, sources, without_tests};
use table::{DIFFER_FROM_RUN_TO_RUN, DISK, FILE_LINES, FLOORS, MAIN_LINES, MAY_DIFFER, TOUCH_THE_DISK};

#[test]
fn the_table_is_in_order() {
    let mut below: Vec<&str> = Vec::new();
    for (module, knows) in FLOORS {
        assert!(!below.contains(module), "`{module}` stands twice");
        for known in *knows {
            assert!(
                below.contains(known),
                "`{module}` may know `{known}`, which is not below it"
            );
        }
        below.push(module);
    }
}

#[test]
fn no_module_looks_up_or_sideways() {
    let mut faults = Vec::new();
    for file in sources() {
        let Some(module) = file.module() else { continue };
        let Some((_, knows)) = FLOORS.iter().find(|(name, _)| *name == module) else {
            faults.push(format!("{}: `{module}` is on no floor", file.path));
            continue;
        };
        for known in known(&file.code()) {
            if known != module && !knows.contains(&known.as_str()) {
                faults.push(format!("{}: `{module}` may not know `{known}`", file.path));
            }
        }
    }
    assert_eq!(faults, [""; 0]);
}

/// `super::super` and, in a file at the top, `super` would reach other modules behind the table's back.
#[test]
fn no_module_goes_round_the_table() {
    for file in sources() {
        let code = file.code();
        assert!(!code.contains("super::super"), "{}: `super::super`", file.path);
        let is_top = !file.path.contains('/');
        assert!(
            !(is_top && without_tests(&code).contains("super::")),
            "{}: `super` is the crate",
            file.path
        );
    }
}

#[test]
fn only_the_first_and_the_last_stage_touch_the_disk() {
    let mut faults = Vec::new();
    for file in sources() {
        let may = TOUCH_THE_DISK.iter().any(|start| file.path.starts_with(start));
        let code = file.code();
        faults.extend(
            DISK.iter()
                .filter(|word| !may && code.contains(*word))
                .map(|word| format!("{}: {word}", file.path)),
        );
    }
    assert_eq!(faults, [""; 0]);
}

/// Clippy forbids the same by their paths (clippy.toml); this also sees them through a macro, a trait or another name.
#[test]
fn no_stage_knows_the_clock_the_surroundings_hash_order_or_platform_maths() {
    let mut faults = Vec::new();
    for file in sources() {
        let code = file.code();
        let words = DIFFER_FROM_RUN_TO_RUN.iter().filter(|word| code.contains(*word));
        let may = |word: &&&str| MAY_DIFFER.contains(&(file.path.as_str(), *word));
        faults.extend(
            words
                .filter(|word| !may(word))
                .map(|word| format!("{}: {word}", file.path)),
        );
    }
    assert_eq!(faults, [""; 0]);
}

#[test]
fn every_file_says_what_it_knows_and_refuses_to_know() {
    for file in sources().into_iter().chain(files_of("tests")) {
        let head: String = file
            .text
            .lines()
            .take_while(|line| line.starts_with("//!"))
            .collect();
        assert!(!head.is_empty(), "{}: does not begin with `//!`", file.path);
    }
}

#[test]
fn no_file_is_too_long_to_be_read() {
    for file in sources().into_iter().chain(files_of("tests")) {
        let most = if file.path == "main.rs" {
            MAIN_LINES
        } else {
            FILE_LINES
        };
        let lines = file.text.lines().count();
        assert!(
            lines <= most,
            "{}: {lines} lines, and {most} are the most",
            file.path
        );
    }
}

#[test]
fn imports_are_found_wherever_they_stand() {
    let found = |code: &str| known(code).into_iter().collect::<Vec<_>>().join(" ");
    assert_eq!(found("use crate::place::Place;"), "place");
    assert_eq!(
        found(
            "pub(crate) use crate::{\n    place::{Place, Located},\n    finding,\n    digest::*,\n};\nuse other::x;"
        ),
        "digest finding place"
    );
    assert_eq!(
        found("fn f() -> crate::write::Manifest { crate::cli::run() }"),
        "cli write"
    );
    assert_eq!(found("use super::x; use serde::crates;"), "");
    let file = SourceFile {
        path: "a.rs".to_owned(),
        text: "/// See [`crate::cli`].\nuse crate::place; // crate::cli".to_owned(),
    };
    assert_eq!(found(&file.code()), "place");
}
