//! A new month's folder among the returns: whole, or not at all, and never in place of one that is there. Knows folders;
//! what stands in the files is others' business.

use super::directory::{is_unfinished, make_names_safe, put_safely, unfinished_folder};
use super::error::WriteError;
use std::fs::{self, File, TryLockError};
use std::path::Path;

/// Makes the folder `name` in `returns` with these files, by name and text.
///
/// The files are written into a folder beside it, which then gets its name in one step.
///
/// # Errors
///
/// [`WriteError::Exists`] when something of that name is there, and when the disk refuses.
pub fn month_folder<'f>(
    returns: &Path,
    name: &str,
    files: impl IntoIterator<Item = (&'f str, &'f str)>,
) -> Result<(), WriteError> {
    let place = returns.join(name);
    if fs::symlink_metadata(&place).is_ok() {
        return Err(WriteError::Exists { path: place });
    }
    fs::create_dir_all(returns).map_err(WriteError::disk("make", returns))?;
    let lock = lock(returns)?;
    if lock.is_some() {
        sweep(returns);
    }
    let unfinished = unfinished_folder(returns).map_err(WriteError::disk("write", &place))?;
    for (file, text) in files {
        put_safely(&unfinished.path().join(file), text.as_bytes())
            .map_err(WriteError::disk("write", &place.join(file)))?;
    }
    fs::rename(unfinished.path(), &place).map_err(|error| not_made(&place, error))?;
    // It has another name now, and nothing is left to be taken away.
    let _ = unfinished.keep();
    make_names_safe(returns).map_err(WriteError::disk("make", &place))
}

/// The lock on the folder itself, which leaves no file among the inputs; it lasts as long as the value lives. None where the
/// system has no such locks: then nobody can tell a run that was killed from one that is at work, and nothing may be swept.
fn lock(returns: &Path) -> Result<Option<File>, WriteError> {
    let Ok(folder) = File::open(returns) else {
        return Ok(None);
    };
    match folder.try_lock() {
        Ok(()) => Ok(Some(folder)),
        Err(TryLockError::WouldBlock) => Err(WriteError::Beginning {
            folder: returns.to_owned(),
        }),
        Err(TryLockError::Error(_)) => Ok(None),
    }
}

/// Why the folder could not get its name: somebody else may have made it meanwhile.
fn not_made(place: &Path, error: std::io::Error) -> WriteError {
    if fs::symlink_metadata(place).is_ok() {
        WriteError::Exists {
            path: place.to_owned(),
        }
    } else {
        WriteError::disk("make", place)(error)
    }
}

/// Takes away what a run that was killed left unfinished, as far as the system lets it.
fn sweep(returns: &Path) {
    let entries = fs::read_dir(returns).into_iter().flatten().filter_map(Result::ok);
    for entry in entries.filter(|entry| is_unfinished(&entry.file_name())) {
        let _ = fs::remove_dir_all(entry.path());
    }
}
