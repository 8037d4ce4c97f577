//! The only reading of a programme's folder: texts of the inputs, bytes of the layouts, and what could not be
//! read. Knows files and limits; refuses to know YAML and to judge, which is `check`'s business.

mod glance;

use crate::place::{SourceText, SourceTexts};
use std::collections::BTreeMap;
use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;
use walkdir::{DirEntry, WalkDir};

pub use crate::place::INPUTS;
pub use glance::{Glance, glance};

/// The folder of the layouts, below the programme's own.
pub const LAYOUTS: &str = "report-templates";

/// The largest file that is read, in bytes: enough for the history of four hundred indicators over ten years.
pub const LARGEST_FILE: u64 = 4 << 20;

/// How much is read of one folder in all, in bytes: more than twenty times the shipped programme.
pub const LARGEST_FOLDER: u64 = 16 << 20;

/// How many files one folder may hold, with those below it: forty years of twenty returns a month.
pub const MOST_FILES: usize = 10_000;

/// How deep folders may lie in each other; `returns/2010-05/` needs two.
pub const DEEPEST_FOLDER: usize = 6;

/// What was read.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// The texts of the inputs and of the layouts: what findings point into.
    pub texts: SourceTexts,
    /// The layouts and what lies with them, by path relative to the programme's folder.
    pub layouts: BTreeMap<Arc<str>, Vec<u8>>,
    /// What lies in these folders and was not read, in the order of paths.
    pub unread: Vec<Unread>,
    /// How much of the folder this is.
    pub extent: Extent,
}

/// How much of a programme's folder is at hand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    #[default]
    Whole,
    /// Not the files of months that an earlier paper cannot know: what nothing here uses, they may use.
    UpToAMonth,
}

/// A file or folder that was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Its path relative to the programme's folder, with forward slashes.
    pub path: Arc<str>,
    /// Why it was not read.
    pub why: Why,
}

/// Why something was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Nothing reads files of its kind.
    NotWanted,
    /// It is a link, and links are not followed.
    Link,
    /// It is neither a file nor a folder.
    NotAFile,
    /// The system refused, in its words.
    Refused(String),
    /// Its name is not UTF-8, so that no finding could name it.
    Nameless,
    /// It is not UTF-8; the fault is in this line, counted from 1.
    NotUtf8(usize),
    /// It is larger than [`LARGEST_FILE`].
    TooLarge,
    /// It is a folder deeper than [`DEEPEST_FOLDER`].
    TooDeep,
    /// It and what comes after it would be more than [`MOST_FILES`].
    TooMany,
    /// It and what comes after it would be more than [`LARGEST_FOLDER`].
    TooMuch,
}

/// Why nothing could be read at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// There is no programme: the folder has no `inputs`.
    NoInputs {
        /// The folder, as the reader named it.
        folder: String,
    },
    /// There is an `inputs` that cannot be opened.
    Refused {
        /// The folder, as the reader named it.
        folder: String,
        /// The system's words.
        reason: String,
    },
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoInputs { folder } => {
                write!(
                    f,
                    "there is no `{INPUTS}` folder in `{folder}`: name the programme's folder with -C"
                )
            }
            Self::Refused { folder, reason } => {
                write!(f, "the `{INPUTS}` folder in `{folder}` cannot be read: {reason}")
            }
        }
    }
}

impl std::error::Error for LoadError {}

/// Reads the inputs and layouts of the programme in the folder `root`. Links are not followed; hidden files and
/// what editors leave behind are passed over. Layouts may be absent.
///
/// # Errors
///
/// When there is no `inputs` folder, or it cannot be opened. Anything less is among [`Sources::unread`].
pub fn load(root: &Path) -> Result<Sources, LoadError> {
    see_inputs(root)?;
    let mut unread = Vec::new();
    let inputs = Reading::new(root, &mut unread).folder(INPUTS, |path| path.ends_with(".yaml"));
    let layouts = Reading::new(root, &mut unread).folder(LAYOUTS, |_| true);
    let mut texts = SourceTexts::shown_under(if root == Path::new(".") {
        String::new()
    } else {
        shown(root)
    });
    for (path, bytes) in inputs {
        match String::from_utf8(bytes) {
            Ok(text) => texts.insert(SourceText::new(path, text)),
            Err(error) => unread.push(Unread {
                path,
                why: Why::NotUtf8(line_of_fault(&error)),
            }),
        }
    }
    for (path, bytes) in layouts.iter().filter(|(path, _)| path.ends_with(".typ")) {
        if let Ok(text) = std::str::from_utf8(bytes) {
            texts.insert(SourceText::new(Arc::clone(path), text));
        }
    }
    unread.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(Sources {
        texts,
        layouts,
        unread,
        extent: Extent::Whole,
    })
}

/// The line in which bytes stop being text, from 1.
fn line_of_fault(error: &std::string::FromUtf8Error) -> usize {
    let sound = error.as_bytes().iter().take(error.utf8_error().valid_up_to());
    sound.filter(|byte| **byte == b'\n').count() + 1
}

/// Makes sure that there are inputs to read.
fn see_inputs(root: &Path) -> Result<(), LoadError> {
    let folder = shown(root);
    match root.join(INPUTS).read_dir() {
        Ok(_) => Ok(()),
        Err(error)
            if matches!(
                error.kind(),
                io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
            ) =>
        {
            Err(LoadError::NoInputs { folder })
        }
        Err(error) => Err(LoadError::Refused {
            folder,
            reason: error.kind().to_string(),
        }),
    }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// One folder being read.
struct Reading<'r> {
    root: &'r Path,
    unread: &'r mut Vec<Unread>,
    files: BTreeMap<Arc<str>, Vec<u8>>,
    seen: usize,
    room: u64,
}

impl<'r> Reading<'r> {
    fn new(root: &'r Path, unread: &'r mut Vec<Unread>) -> Self {
        Self {
            root,
            unread,
            files: BTreeMap::new(),
            seen: 0,
            room: LARGEST_FOLDER,
        }
    }

    /// The files below one folder whose paths are `wanted`.
    fn folder(mut self, folder: &str, wanted: impl Fn(&str) -> bool) -> BTreeMap<Arc<str>, Vec<u8>> {
        let walk = WalkDir::new(self.root.join(folder))
            .max_depth(DEEPEST_FOLDER)
            .sort_by_file_name();
        for entry in walk.into_iter().filter_entry(|entry| !is_passed_over(entry)) {
            match entry {
                Ok(entry) if entry.file_type().is_dir() && entry.depth() < DEEPEST_FOLDER => {}
                Ok(entry) => {
                    if self.file(&entry, &wanted).is_break() {
                        break;
                    }
                }
                Err(error) => self.refused(folder, &error),
            }
        }
        self.files
    }

    /// Reads one file, or says why not. Breaks off when there are too many.
    fn file(&mut self, entry: &DirEntry, wanted: &impl Fn(&str) -> bool) -> ControlFlow<()> {
        let path = relative(self.root, entry.path());
        self.seen += 1;
        let outcome = if self.seen > MOST_FILES {
            Err(Why::TooMany)
        } else {
            self.bytes(entry, wanted(&path))
        };
        match outcome {
            Ok(bytes) => {
                self.files.insert(path, bytes);
                ControlFlow::Continue(())
            }
            Err(why) => {
                let last = matches!(why, Why::TooMany | Why::TooMuch);
                self.unread.push(Unread { path, why });
                if last {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            }
        }
    }

    /// The bytes of one file.
    fn bytes(&mut self, entry: &DirEntry, wanted: bool) -> Result<Vec<u8>, Why> {
        let kind = entry.file_type();
        if kind.is_symlink() {
            return Err(Why::Link);
        } else if kind.is_dir() {
            return Err(Why::TooDeep);
        } else if !kind.is_file() {
            return Err(Why::NotAFile);
        } else if entry.file_name().to_str().is_none() {
            return Err(Why::Nameless);
        } else if !wanted {
            return Err(Why::NotWanted);
        }
        let refused = |error: io::Error| Why::Refused(error.kind().to_string());
        let mut bytes = Vec::new();
        // The length is taken from what is read, since a file may grow while it is.
        let file = File::open(entry.path()).map_err(refused)?;
        let length = file
            .take(LARGEST_FILE + 1)
            .read_to_end(&mut bytes)
            .map_err(refused)?;
        let length = u64::try_from(length).unwrap_or(u64::MAX);
        if length > LARGEST_FILE {
            return Err(Why::TooLarge);
        }
        self.room = self.room.checked_sub(length).ok_or(Why::TooMuch)?;
        Ok(bytes)
    }

    /// Notes what could not even be looked at. A folder that is not there is no fault here.
    fn refused(&mut self, folder: &str, error: &walkdir::Error) {
        let kind = error.io_error().map(io::Error::kind);
        if error.depth() == 0 && kind == Some(io::ErrorKind::NotFound) {
            return;
        }
        let path = error
            .path()
            .map_or_else(|| folder.into(), |path| relative(self.root, path));
        let reason = kind.map_or_else(
            || "the folder lies within itself".to_owned(),
            |kind| kind.to_string(),
        );
        self.unread.push(Unread {
            path,
            why: Why::Refused(reason),
        });
    }
}

/// Whether a file or folder is hidden, or left behind by an editor.
fn is_passed_over(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    entry.depth() > 0
        && (name.starts_with('.')
            || name.ends_with('~')
            || (name.starts_with('#') && name.ends_with('#'))
            || [".swp", ".swo", ".bak", ".tmp"]
                .iter()
                .any(|ending| name.ends_with(ending)))
}

/// A path below the programme's folder, with forward slashes on every system.
fn relative(root: &Path, path: &Path) -> Arc<str> {
    let below = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = below
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect();
    parts.join("/").into()
}
