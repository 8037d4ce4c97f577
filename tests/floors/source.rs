//! The sources as text. Knows how code names other modules; not what it may name.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A source file.
pub struct SourceFile {
    /// Its path in its folder, `src/` or another, with forward slashes.
    pub path: String,
    /// What stands in it.
    pub text: String,
}

impl SourceFile {
    /// The module of the floor that the file belongs to; none for the crate's two roots.
    pub fn module(&self) -> Option<&str> {
        let module = self.path.split('/').next()?.trim_end_matches(".rs");
        (!matches!(module, "lib" | "main")).then_some(module)
    }

    /// The text without comments, in which a path may be named that is not used.
    pub fn code(&self) -> String {
        let code = |line: &str| line.split("//").next().unwrap_or_default().to_owned() + "\n";
        self.text.lines().map(code).collect()
    }
}

/// All files of `src/`, in the order of their paths.
pub fn sources() -> Vec<SourceFile> {
    files_of("src")
}

/// All files of Rust in a folder of the repository, in the order of their paths there.
pub fn files_of(folder: &str) -> Vec<SourceFile> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
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
pub fn known(code: &str) -> BTreeSet<String> {
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
pub fn without_tests(code: &str) -> &str {
    code.split("#[cfg(test)]").next().unwrap_or_default()
}
