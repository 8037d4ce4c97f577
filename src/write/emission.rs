//! A manuscript as a folder, so that the plain `typst` command compiles it to the same pages. Knows paths; the
//! files are the manuscript's.

use super::directory::{lying, put_safely};
use super::error::WriteError;
use crate::typeset::{Fonts, Manuscript};
use std::fs;
use std::path::Path;

/// Writes all that a paper is set from into `folder`: layouts, data, charts and the fonts with their licence. What is there under
/// the same names is replaced, what is there under others is left alone.
///
/// # Errors
///
/// When the disk refuses.
pub fn emit(folder: &Path, manuscript: &Manuscript) -> Result<(), WriteError> {
    for (path, bytes) in manuscript.files() {
        lay(&folder.join(path.trim_start_matches('/')), bytes)?;
    }
    for (name, bytes) in Fonts::files() {
        lay(&folder.join("fonts").join(name), bytes)?;
    }
    // Whoever passes the fonts on must pass their licence on.
    lay(&folder.join("fonts").join("OFL.txt"), Fonts::LICENCE.as_bytes())
}

/// Writes a file that the reader asked for by its name, such as the times of a run, whole or not at all. What lies there is replaced
/// only if `is_ours` knows it for such a file.
///
/// # Errors
///
/// When something else stands there, or the disk refuses.
pub fn record(file: &Path, text: &str, is_ours: impl Fn(&[u8]) -> bool) -> Result<(), WriteError> {
    refuse_others(file, is_ours)?;
    put_safely(file, text.as_bytes()).map_err(WriteError::disk("write", file))
}

/// Refuses when something stands there that is not ours.
///
/// # Errors
///
/// When it does, or when it cannot be read.
pub fn refuse_others(file: &Path, is_ours: impl Fn(&[u8]) -> bool) -> Result<(), WriteError> {
    match lying(file)? {
        Some(bytes) if !bytes.is_empty() && !is_ours(&bytes) => Err(WriteError::NotOurs {
            path: file.to_owned(),
        }),
        Some(_) | None => Ok(()),
    }
}

fn lay(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(WriteError::disk("make", parent))?;
    }
    fs::write(path, bytes).map_err(WriteError::disk("write", path))
}
