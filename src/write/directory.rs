//! The output folder while it is written to: one writer at a time, each file whole. Knows the disk; refuses to
//! know why a file is written.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs::{self, File, Metadata, OpenOptions, TryLockError};
use std::io::{ErrorKind, Read, Seek, Write};
use std::path::{Path, PathBuf};

use super::error::WriteError;
use super::manifest::{MANIFEST, Manifest, Record};
use super::paper_path::PaperPath;
use crate::digest::Digest;
use crate::typeset::is_set_by_us;
use walkdir::{DirEntry, WalkDir};

/// The file whose lock a writer holds. While papers are written it lists them: after a crash, that is how the
/// next writer knows that a file which the manifest does not name yet is nevertheless ours.
const LOCK: &str = ".lock";

/// How the files begin and end that are being written and are not yet in their place.
const UNFINISHED: (&str, &str) = (".board-papers-", ".part");

/// An output folder that no one else writes to as long as this lives.
pub(super) struct OutputFolder {
    root: PathBuf,
    lock: File,
    may_note: bool,
    interrupted: BTreeSet<PaperPath>,
}

impl OutputFolder {
    /// Makes the folder if need be, and takes its lock.
    pub(super) fn lock(root: &Path) -> Result<Self, WriteError> {
        fs::create_dir_all(root).map_err(WriteError::disk("make", root))?;
        let path = root.join(LOCK);
        refuse_unless(Metadata::is_file, &path)?;
        let (mut lock, may_note) = open_lock(&path).map_err(WriteError::disk("open", &path))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(WriteError::Busy {
                    folder: root.to_owned(),
                });
            }
            Err(TryLockError::Error(error)) => return Err(WriteError::disk("lock", &path)(error)),
        }
        let mut list = Vec::new();
        lock.read_to_end(&mut list)
            .map_err(WriteError::disk("read", &path))?;
        let interrupted = String::from_utf8_lossy(&list)
            .lines()
            .filter_map(|line| PaperPath::new(line).ok())
            .collect();
        Ok(Self {
            root: root.to_owned(),
            lock,
            may_note,
            interrupted,
        })
    }

    /// Refuses when something stands at the place of a paper that is neither what the manifest recorded there nor from an interrupted
    /// run, and that does not itself say that this program set it; unless it is byte for byte what is to be written. That the manifest
    /// names the path is not enough: somebody may have put a file of their own there since.
    pub(super) fn refuse_foreign(
        &self,
        path: &PaperPath,
        pdf: &[u8],
        built: Option<&Record>,
    ) -> Result<(), WriteError> {
        if let Some(folder) = path.folder() {
            refuse_unless(Metadata::is_dir, &self.root.join(folder))?;
        }
        let place = path.under(&self.root);
        let is_as_built = |bytes: &[u8]| built.is_some_and(|record| Digest::of(bytes) == record.pdf);
        let is_ours = |bytes: &[u8]| {
            self.interrupted.contains(path) || bytes == pdf || is_set_by_us(bytes) || is_as_built(bytes)
        };
        match lying(&place)? {
            Some(bytes) if !is_ours(&bytes) => Err(WriteError::NotOurs { path: place }),
            Some(_) | None => Ok(()),
        }
    }

    /// Notes which papers are about to be written, and clears away what an interrupted run left half written.
    pub(super) fn begin<'a>(&'a self, papers: impl Iterator<Item = &'a PaperPath>) -> Result<(), WriteError> {
        self.note(papers.chain(&self.interrupted).collect::<BTreeSet<_>>())?;
        sweep(&self.root)
    }

    /// Puts a paper in its place, unless it lies there already. Tells whether it was written.
    pub(super) fn put(&self, path: &PaperPath, pdf: &[u8]) -> Result<bool, WriteError> {
        if let Some(folder) = path.folder().map(|folder| self.root.join(folder)) {
            fs::create_dir_all(&folder).map_err(WriteError::disk("make", &folder))?;
        }
        put(&path.under(&self.root), pdf)
    }

    /// Takes away a paper that is one no longer, if it is still as it was made. Tells whether it is gone.
    pub(super) fn retire(&self, record: &Record) -> Result<bool, WriteError> {
        let place = record.path.under(&self.root);
        match lying(&place)? {
            Some(bytes) if Digest::of(&bytes) != record.pdf => Ok(false),
            Some(_) => {
                fs::remove_file(&place).map_err(WriteError::disk("remove", &place))?;
                // The folder goes with its last paper; one in which something else lies refuses, and stays.
                let _ = place.parent().map(fs::remove_dir);
                Ok(true)
            }
            None => Ok(true),
        }
    }

    /// Puts the manifest in its place, and tells whether it was written: from then on the work is done. What an interrupted run wrote and this one
    /// did not stays noted as ours.
    pub(super) fn finish(self, manifest: &Manifest) -> Result<bool, WriteError> {
        let path = self.root.join(MANIFEST);
        let text = manifest
            .text()
            .map_err(|error| WriteError::disk("write", &path)(error.into()))?;
        let is_written = put(&path, text.as_bytes())?;
        let unnamed = self
            .interrupted
            .iter()
            .filter(|path| manifest.record(path).is_none());
        self.note(unnamed)?;
        Ok(is_written)
    }

    /// Replaces the list in the lock file, and makes sure of it before going on. In the file of somebody else nothing can be noted;
    /// papers say themselves that we set them.
    fn note<'a>(&self, papers: impl IntoIterator<Item = &'a PaperPath>) -> Result<(), WriteError> {
        if !self.may_note {
            return Ok(());
        }
        let list: String = papers.into_iter().map(|path| format!("{path}\n")).collect();
        let mut lock = &self.lock;
        lock.set_len(0)
            .and_then(|()| lock.rewind())
            .and_then(|()| lock.write_all(list.as_bytes()))
            .and_then(|()| lock.sync_all())
            .map_err(WriteError::disk("write", &self.root.join(LOCK)))
    }
}

/// Opens the lock, and tells whether it may be written to. One that another person made can be held all the same.
fn open_lock(path: &Path) -> std::io::Result<(File, bool)> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    match options.open(path) {
        Err(error) if error.kind() == ErrorKind::PermissionDenied => Ok((File::open(path)?, false)),
        opened => opened.map(|lock| (lock, true)),
    }
}

/// Lets the next writer in. Closing the file would do, but for a process that some other thread is just starting and that
/// holds all our files open for a moment.
impl Drop for OutputFolder {
    fn drop(&mut self) {
        let _ = self.lock.unlock();
    }
}

/// Writes a file beside its place, makes it safe on the disk, and moves it there in one step. What lies there
/// with the same bytes is left as it is. Tells whether it was written.
pub(super) fn put(place: &Path, bytes: &[u8]) -> Result<bool, WriteError> {
    if lying(place)?.is_some_and(|old| old == bytes) {
        return Ok(false);
    }
    put_safely(place, bytes).map_err(WriteError::disk("write", place))?;
    Ok(true)
}

/// Writes a file beside its place, makes it safe on the disk, and moves it there in one step.
pub(super) fn put_safely(place: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let above = place.parent().filter(|above| !above.as_os_str().is_empty());
    let folder = above.unwrap_or(Path::new("."));
    let mut file = unfinished(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(place)?;
    make_names_safe(folder)
}

/// Makes the names in a folder as safe as the bytes of its files. Not every system lets a folder be opened for that.
pub(super) fn make_names_safe(folder: &Path) -> std::io::Result<()> {
    File::open(folder).map_or(Ok(()), |folder| folder.sync_all())
}

/// A new file under a name of its own, which goes away unless it is moved to its place.
fn unfinished(folder: &Path) -> std::io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(UNFINISHED.0).suffix(UNFINISHED.1);
    // A temporary file is for its owner's eyes alone; a paper is for all whom the user's mask lets see it.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}

/// Takes away the unfinished files of runs that were killed, in the output folder and those of the periods. No one else is
/// at work: we hold the lock. What cannot be looked into is nothing that we made.
fn sweep(root: &Path) -> Result<(), WriteError> {
    for entry in unfinished_files(root) {
        fs::remove_file(entry.path()).map_err(WriteError::disk("remove", entry.path()))?;
    }
    Ok(())
}

/// The unfinished files in the output folder and those of the periods.
pub(super) fn unfinished_files(root: &Path) -> impl Iterator<Item = DirEntry> + use<> {
    let entries = WalkDir::new(root).max_depth(2).into_iter().filter_map(Result::ok);
    entries.filter(|entry| entry.file_type().is_file() && is_unfinished(entry.file_name()))
}

/// Whether a name is that of a file or folder that is being written.
pub(super) fn is_unfinished(name: &OsStr) -> bool {
    name.to_str()
        .is_some_and(|name| name.starts_with(UNFINISHED.0) && name.ends_with(UNFINISHED.1))
}

/// A new folder under a name of its own, which goes away with all that is in it unless it is moved to its place.
pub(super) fn unfinished_folder(parent: &Path) -> std::io::Result<tempfile::TempDir> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(UNFINISHED.0).suffix(UNFINISHED.1);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o777));
    builder.tempdir_in(parent)
}

/// The bytes that lie at a place, if any. A link, a folder or a device there is not ours to read or replace.
pub(super) fn lying(place: &Path) -> Result<Option<Vec<u8>>, WriteError> {
    match fs::symlink_metadata(place) {
        Ok(metadata) if metadata.is_file() => {
            fs::read(place).map(Some).map_err(WriteError::disk("read", place))
        }
        Ok(_) => Err(WriteError::NotOurs {
            path: place.to_owned(),
        }),
        Err(error) if is_absence(&error) => Ok(None),
        Err(error) => Err(WriteError::disk("read", place)(error)),
    }
}

/// Whether an error only says that there is nothing.
fn is_absence(error: &std::io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

/// Refuses what is there and of another kind than it should be: a link could lead out of the output folder.
pub(super) fn refuse_unless(is_right: fn(&Metadata) -> bool, path: &Path) -> Result<(), WriteError> {
    match fs::symlink_metadata(path) {
        Ok(metadata) if !is_right(&metadata) => Err(WriteError::NotOurs {
            path: path.to_owned(),
        }),
        Ok(_) | Err(_) => Ok(()),
    }
}
