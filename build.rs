//! Gives the program the digest of its own sources, by which it knows papers that it made itself from papers that another
//! state of it made. What is built into it (the fonts) is a source like its code.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::{fs, io};

/// The files and folders from which the program is made.
const ROOTS: [&str; 4] = ["Cargo.lock", "Cargo.toml", "report-templates/fonts", "src"];

fn main() -> io::Result<()> {
    let mut hasher = DefaultHasher::new();
    for file in sources()? {
        println!("cargo::rerun-if-changed={}", file.display());
        (file.to_string_lossy(), fs::read(&file)?).hash(&mut hasher);
    }
    for root in ROOTS {
        println!("cargo::rerun-if-changed={root}");
    }
    println!("cargo::rustc-env=BOARD_PAPERS_SOURCES={:016x}", hasher.finish());
    Ok(())
}

/// Every file from which the program is made, in order.
pub fn sources() -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for root in ROOTS.map(Path::new) {
        if root.is_dir() {
            collect(root, &mut files)?;
        } else {
            files.push(root.to_owned());
        }
    }
    files.sort();
    Ok(files)
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
