//! What can be seen of a programme's folder without opening a file: which files lie there, how long each is, and when it
//! was last written. Enough to see that something has happened; not what.

use super::{DEEPEST_FOLDER, INPUTS, LAYOUTS, MOST_FILES, is_passed_over};
use std::collections::BTreeMap;
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::time::{Duration, UNIX_EPOCH};
use walkdir::WalkDir;

/// A folder, seen from outside.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Glance(BTreeMap<PathBuf, Option<Stamp>>);

/// What the system says of a file.
#[derive(Debug, PartialEq, Eq)]
struct Stamp {
    length: u64,
    /// Since the epoch of the system's clock; nothing where the system does not say.
    written: Option<Duration>,
}

/// Looks at everything that [`super::load`] would read in the folder `root`. A folder that is not there holds nothing.
#[must_use]
pub fn glance(root: &Path) -> Glance {
    Glance(
        [INPUTS, LAYOUTS]
            .iter()
            .flat_map(|folder| stamps(root.join(folder)))
            .collect(),
    )
}

fn stamps(folder: PathBuf) -> impl Iterator<Item = (PathBuf, Option<Stamp>)> {
    let walk = WalkDir::new(folder).max_depth(DEEPEST_FOLDER);
    let entries = walk
        .into_iter()
        .filter_entry(|entry| !is_passed_over(entry))
        .filter_map(Result::ok);
    entries.take(MOST_FILES).map(|entry| {
        let stamp = entry.metadata().ok().map(|about| Stamp::of(&about));
        (entry.into_path(), stamp)
    })
}

impl Stamp {
    fn of(about: &Metadata) -> Self {
        let written = about.modified().ok();
        Self {
            length: about.len(),
            written: written.and_then(|written| written.duration_since(UNIX_EPOCH).ok()),
        }
    }
}
