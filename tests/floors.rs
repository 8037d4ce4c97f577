//! The house rules that a compiler does not know: who may know whom, and what every source file looks like. Knows
//! the text of `src/`; refuses to know what it does.

#![expect(clippy::expect_used, reason = "a test that cannot read the sources must stop")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The floors, from the ground up: each module of `src/`, and the modules that it may know. A row names only rows
/// above it, so that no two modules can know each other. What is not in the row is an upward or sideways look.
const FLOORS: &[(&str, &[&str])] = &[
    // The ground: places, digests, numbers and findings, which know nothing of the field.
    ("place", &[]),
    ("digest", &[]),
    ("schema", &[]),
    ("statistics", &[]),
    ("charts", &[]),
    ("finding", &["place"]),
    ("typeset", &["place", "digest", "finding"]),
    ("write", &["place", "digest", "finding", "typeset"]),
    // The field's nouns, how they are said, and which papers there are.
    ("domain", &["place"]),
    ("words", &["domain"]),
    ("template", &["place", "finding", "domain"]),
    ("catalogue", &["domain", "words"]),
    // The stages, in the order of the pipeline.
    ("load", &["place"]),
    (
        "input",
        &["place", "schema", "finding", "domain", "template", "load"],
    ),
    ("check", &["finding", "domain", "load", "input"]),
    (
        "analysis",
        &["place", "domain", "words", "catalogue", "statistics"],
    ),
    (
        "review",
        &[
            "place",
            "digest",
            "finding",
            "domain",
            "words",
            "catalogue",
            "analysis",
        ],
    ),
    (
        "draw",
        &["domain", "words", "catalogue", "statistics", "charts", "analysis"],
    ),
    (
        "compose",
        &[
            "place",
            "digest",
            "schema",
            "finding",
            "domain",
            "words",
            "template",
            "catalogue",
            "statistics",
            "charts",
            "typeset",
            "analysis",
            "review",
            "draw",
        ],
    ),
    ("status", &["digest", "domain", "words", "catalogue", "analysis"]),
    ("blank", &["place", "domain", "words", "catalogue", "analysis"]),
    // The roof.
    (
        "pipeline",
        &[
            "digest",
            "finding",
            "domain",
            "catalogue",
            "load",
            "input",
            "check",
            "analysis",
            "review",
            "status",
            "charts",
            "draw",
            "compose",
            "typeset",
            "write",
        ],
    ),
    (
        "cli",
        &[
            "place",
            "finding",
            "domain",
            "catalogue",
            "status",
            "blank",
            "compose",
            "pipeline",
            "write",
        ],
    ),
];

/// The only files that may touch the disk: those whose path in `src/` begins so.
const TOUCH_THE_DISK: &[&str] = &["load", "write", "cli"];

/// How the disk is touched.
const DISK: &[&str] = &[
    "std::fs",
    "fs::",
    "tempfile::",
    "walkdir::",
    "File::open",
    "File::create",
];

/// What is not the same in every run, in every place, on every machine.
const DIFFER_FROM_RUN_TO_RUN: &[&str] = &[
    "std::time::Instant",
    "Instant::",
    "SystemTime",
    "Local::",
    "Utc::",
    "std::env",
    "env::",
    "current_dir",
    "RandomState",
    "HashMap",
    "HashSet",
    "process::id",
    "available_parallelism",
    ".ln(",
    ".log(",
    ".log2(",
    ".log10(",
    ".ln_1p(",
    ".exp(",
    ".exp2(",
    ".exp_m1(",
    ".powf(",
    ".sin(",
    ".cos(",
    ".tan(",
    ".asin(",
    ".acos(",
    ".atan(",
    ".atan2(",
    ".sinh(",
    ".cosh(",
    ".tanh(",
    ".cbrt(",
    ".hypot(",
    ".mul_add(",
    ".sin_cos(",
    "fast_math",
];

/// Who may: the stopwatch, the number of workers, `status` for today, the terminal for NO_COLOR, and the command line.
const MAY_DIFFER: &[(&str, &str)] = &[
    ("pipeline/timings.rs", "Instant::"),
    ("pipeline/workers.rs", "available_parallelism"),
    ("cli/status.rs", "Local::"),
    ("cli/terminal.rs", "std::env"),
    ("cli/terminal.rs", "env::"),
    ("main.rs", "std::env"),
    ("main.rs", "env::"),
];

/// The most lines that `main.rs` may have.
const MAIN_LINES: usize = 40;

/// The most lines that any file may have, tests at its foot included.
const FILE_LINES: usize = 400;

/// A source file.
struct SourceFile {
    /// Its path in `src/`, with forward slashes.
    path: String,
    text: String,
}

impl SourceFile {
    /// The module of the floor that the file belongs to; none for the crate's two roots.
    fn module(&self) -> Option<&str> {
        let module = self.path.split('/').next()?.trim_end_matches(".rs");
        (!matches!(module, "lib" | "main")).then_some(module)
    }

    /// The text without comments, in which a path may be named that is not used.
    fn code(&self) -> String {
        let code = |line: &str| line.split("//").next().unwrap_or_default().to_owned() + "\n";
        self.text.lines().map(code).collect()
    }
}

/// All files of `src/`, in the order of their paths.
fn sources() -> Vec<SourceFile> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    collect(&root, &mut paths);
    paths.sort();
    assert!(paths.len() > 10, "the sources are somewhere else: {paths:?}");
    let file = |path: &PathBuf| SourceFile {
        path: path
            .strip_prefix(&root)
            .expect("inside")
            .to_string_lossy()
            .replace('\\', "/"),
        text: fs::read_to_string(path).expect("a text"),
    };
    paths.iter().map(file).collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            paths.push(path);
        }
    }
}

/// The modules that code names behind `crate::`, in a `use` or in the middle of a line.
fn known(code: &str) -> BTreeSet<String> {
    let tight: String = code.split_whitespace().collect::<Vec<_>>().join(" ");
    tight
        .match_indices("crate::")
        .flat_map(|(at, found)| names(&tight[at + found.len()..]))
        .collect()
}

/// The first names of a path, or of each path in a group of paths.
fn names(path: &str) -> Vec<String> {
    let Some(group) = path.strip_prefix('{') else {
        return vec![identifier(path)];
    };
    let (mut depth, mut names) = (0, Vec::new());
    for piece in group.split_inclusive(['{', '}', ',']) {
        let name = identifier(piece);
        if depth == 0 && !name.is_empty() {
            names.push(name);
        }
        depth += i32::from(piece.ends_with('{')) - i32::from(piece.ends_with('}'));
        if depth < 0 {
            break;
        }
    }
    names
}

/// The identifier that a text begins with.
fn identifier(text: &str) -> String {
    text.trim_start()
        .chars()
        .take_while(|c| c.is_alphanumeric() || *c == '_')
        .collect()
}

/// The lines of code before the tests at the foot of a file.
fn without_tests(code: &str) -> &str {
    code.split("#[cfg(test)]").next().unwrap_or_default()
}

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
    for file in sources() {
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
    for file in sources() {
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
