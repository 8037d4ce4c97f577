//! The schemas that editors complete and check by, laid among the inputs. Knows where they lie; not what they say.

use super::directory::{lying, put, refuse_unless};
use super::error::WriteError;
use crate::place::INPUTS;
use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};

/// The folder of the schemas, below it.
const FOLDER: &str = "schema";

/// Which schemas in a programme's folder are missing or say something else, as their paths from there. Writes nothing.
///
/// # Errors
///
/// When there are no inputs, when something that is no file is in the way, or when the disk refuses.
pub fn stale_schemas(programme: &Path, schemas: &[(&str, String)]) -> Result<Vec<String>, WriteError> {
    let folder = folder(programme)?;
    let mut stale = Vec::new();
    for (name, text) in schemas {
        if lying(&folder.join(name))?.is_none_or(|old| old != text.as_bytes()) {
            stale.push(format!("{INPUTS}/{FOLDER}/{name}"));
        }
    }
    Ok(stale)
}

/// Lays the schemas into a programme's folder and tells which were written, as their paths from there. Each is written whole;
/// what is already as it should be is not touched, nor is any other file. All places are looked at before anything is
/// written.
///
/// # Errors
///
/// When there are no inputs, when something that is no file is in the way, or when the disk refuses.
pub fn write_schemas(programme: &Path, schemas: &[(&str, String)]) -> Result<Vec<String>, WriteError> {
    let stale = stale_schemas(programme, schemas)?;
    if stale.is_empty() {
        return Ok(stale);
    }
    let folder = folder(programme)?;
    fs::create_dir_all(&folder).map_err(WriteError::disk("make", &folder))?;
    for (name, text) in schemas {
        put(&folder.join(name), text.as_bytes())?;
    }
    Ok(stale)
}

/// The folder of the schemas, whether or not it is there.
fn folder(programme: &Path) -> Result<PathBuf, WriteError> {
    let inputs = programme.join(INPUTS);
    if !inputs.is_dir() {
        return Err(WriteError::NoInputs {
            folder: programme.to_owned(),
        });
    }
    let folder = inputs.join(FOLDER);
    refuse_unless(Metadata::is_dir, &folder)?;
    Ok(folder)
}
