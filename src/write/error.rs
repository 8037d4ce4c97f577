//! Why papers could not be written. Knows the words; refuses to know what follows from them.

use std::path::{Path, PathBuf};
use std::{fmt, io};

use super::paper_path::PaperPath;

/// Why papers could not be written, or what is written could not be read. None of these is a fault of the inputs.
#[derive(Debug)]
pub enum WriteError {
    /// Another run holds the output folder.
    Busy {
        /// The output folder.
        folder: PathBuf,
    },
    /// Another run is making a month's folder.
    Beginning {
        /// The folder of returns.
        folder: PathBuf,
    },
    /// A file that this program did not make stands where a paper should go, or something that is no file.
    NotOurs {
        /// What stands there.
        path: PathBuf,
    },
    /// Something is there already that was to be made.
    Exists {
        /// What is there.
        path: PathBuf,
    },
    /// There is no programme to write for: the folder has no `inputs`.
    NoInputs {
        /// The folder, as the reader named it.
        folder: PathBuf,
    },
    /// A path that no paper may have.
    BadPath {
        /// The path as it was given.
        path: String,
    },
    /// A paper was to be kept, and the output folder no longer has it.
    Gone {
        /// The paper.
        path: PaperPath,
    },
    /// The disk refused.
    Disk {
        /// What could not be done: `write`, `read` …
        doing: &'static str,
        /// To what.
        path: PathBuf,
        /// Why, in the system's words.
        error: io::Error,
    },
}

impl WriteError {
    /// Turns an error of the system into ours, with what was being done to which path.
    pub(super) fn disk(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self + use<> {
        let path = path.to_owned();
        move |error| Self::Disk { doing, path, error }
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Busy { folder } => {
                write!(
                    f,
                    "another build is writing to `{}`: wait until it is done",
                    folder.display()
                )
            }
            Self::Beginning { folder } => write!(
                f,
                "another `new month` is at work in `{}`: wait until it is done",
                folder.display()
            ),
            Self::NotOurs { path } => write!(
                f,
                "`{}` is in the way: this program did not make it, so it is left alone; move it elsewhere",
                path.display()
            ),
            Self::NoInputs { folder } => write!(
                f,
                "there is no `inputs` folder in `{}`: name the programme's folder with -C",
                folder.display()
            ),
            Self::Exists { path } => write!(f, "`{}` is there already, and is left as it is", path.display()),
            Self::BadPath { path } => write!(f, "{path:?} cannot be the path of a paper"),
            Self::Gone { path } => write!(f, "`{path}` changed while this build ran: build again"),
            Self::Disk { doing, path, error } => write!(f, "cannot {doing} `{}`: {error}", path.display()),
        }
    }
}

impl std::error::Error for WriteError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Disk { error, .. } => Some(error),
            Self::Busy { .. }
            | Self::Beginning { .. }
            | Self::NotOurs { .. }
            | Self::NoInputs { .. }
            | Self::Exists { .. }
            | Self::BadPath { .. }
            | Self::Gone { .. } => None,
        }
    }
}
