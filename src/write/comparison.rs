//! What differs between the papers as they should be, the manifest and the files that are there, in words. Knows
//! digests and paths; refuses to write, and to know what a paper says.

use std::collections::BTreeSet;
use std::fmt;
use std::path::Path;

use walkdir::WalkDir;

use super::directory::lying;
use super::error::WriteError;
use super::manifest::{MANIFEST, Manifest, Record};
use super::paper_path::PaperPath;
use super::source::Lines;
use super::{FinishedPaper, Scope, State};
use crate::digest::Digest;
use crate::finding::quoted;

/// Whether a paper must lie in the output folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It must be there.
    Required,
    /// The repository keeps only what the manifest says of it; if it is there, it must be right.
    ManifestOnly,
}

/// A paper as it should be.
#[derive(Clone, Copy, Debug)]
pub struct Expected<'a> {
    /// The paper, made just now.
    pub paper: &'a FinishedPaper,
    /// Whether it must lie in the output folder.
    pub presence: Presence,
}

/// A thing that made a paper come out otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// A file was changed, at these lines where that can be told.
    Changed(String, Option<Lines>),
    /// A file is new.
    Added(String),
    /// A file is gone.
    Removed(String),
    /// The paper was made by another version of the program.
    Program(String),
    /// It was made as a draft, or is one now.
    Standing(State),
}

/// One way in which the output folder is not what the inputs make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// There is a manifest that cannot be understood, for this reason: as if there were none.
    Unreadable(String),
    /// The manifest does not know the paper.
    NotBuilt(PaperPath),
    /// The paper comes out otherwise than when it was built.
    Outdated(PaperPath, Vec<Cause>),
    /// The paper comes out the same, but not from what the manifest says.
    Unrecorded(PaperPath, Vec<Cause>),
    /// The file is not there, and should be.
    Absent(PaperPath),
    /// The file is not the one that was built.
    Altered(PaperPath),
    /// The manifest names what is no paper of the programme.
    Retired(PaperPath),
    /// A PDF that the manifest does not name, by its path in the output folder.
    Unknown(String),
}

/// Compares papers made just now with the manifest and the files in `output`. Writes nothing.
///
/// # Errors
///
/// When a file cannot be read.
pub fn compare(
    output: &Path,
    papers: &[Expected<'_>],
    scope: Scope<'_>,
) -> Result<Vec<Difference>, WriteError> {
    let manifest = Manifest::read(output)?;
    let unreadable = manifest
        .unreadable()
        .map(|reason| Difference::Unreadable(reason.to_owned()));
    let mut differences: Vec<_> = unreadable.into_iter().collect();
    for expected in papers {
        let path = &expected.paper.path;
        match manifest.record(path) {
            Some(record) => {
                differences.extend(made_otherwise(record, &manifest.record_of(expected.paper)?));
                differences.extend(lies_otherwise(output, record, expected.presence)?);
            }
            None => differences.push(Difference::NotBuilt(path.clone())),
        }
    }
    let is_retired = |path: &PaperPath| match scope {
        Scope::Of(all) => !all.contains(path),
        Scope::TheseOnly => false,
    };
    let retired = manifest.records().filter(|record| is_retired(&record.path));
    differences.extend(retired.map(|record| Difference::Retired(record.path.clone())));
    match scope {
        Scope::Of(_) => differences.extend(unknown(output, &manifest)?),
        Scope::TheseOnly => {}
    }
    Ok(differences)
}

/// How a paper differs from what was recorded when it was built.
fn made_otherwise(built: &Record, now: &Record) -> Option<Difference> {
    let path = || now.path.clone();
    if built.pdf != now.pdf {
        Some(Difference::Outdated(path(), causes(built, now)))
    } else if built != now {
        Some(Difference::Unrecorded(path(), causes(built, now)))
    } else {
        None
    }
}

/// How the file differs from what was built.
fn lies_otherwise(
    output: &Path,
    built: &Record,
    presence: Presence,
) -> Result<Option<Difference>, WriteError> {
    let difference = match (lying(&built.path.under(output))?, presence) {
        (Some(bytes), _) if Digest::of(&bytes) == built.pdf => None,
        (Some(_), _) => Some(Difference::Altered(built.path.clone())),
        (None, Presence::Required) => Some(Difference::Absent(built.path.clone())),
        (None, Presence::ManifestOnly) => None,
    };
    Ok(difference)
}

/// What is different in what a paper was made from.
fn causes(built: &Record, now: &Record) -> Vec<Cause> {
    let paths: BTreeSet<_> = built.sources.keys().chain(now.sources.keys()).collect();
    let cause = |path: &&String| match (built.sources.get(*path), now.sources.get(*path)) {
        (Some(then), Some(now)) if then == now => None,
        (Some(then), Some(now)) => Some(Cause::Changed((*path).clone(), now.lines_unlike(then))),
        (None, _) => Some(Cause::Added((*path).clone())),
        (_, None) => Some(Cause::Removed((*path).clone())),
    };
    let program = (built.program != now.program).then(|| Cause::Program(built.program.clone()));
    let standing = (built.state != now.state).then_some(Cause::Standing(built.state));
    paths
        .iter()
        .filter_map(cause)
        .chain(program)
        .chain(standing)
        .collect()
}

/// PDFs that the manifest does not name.
fn unknown(output: &Path, manifest: &Manifest) -> Result<Vec<Difference>, WriteError> {
    let mut found = Vec::new();
    for entry in WalkDir::new(output).sort_by_file_name() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) if error.depth() == 0 => break,
            Err(error) => {
                return Err(WriteError::disk("read", error.path().unwrap_or(output))(
                    error.into(),
                ));
            }
        };
        let path = entry.path().strip_prefix(output).unwrap_or(entry.path());
        let shown = path.to_string_lossy().replace('\\', "/");
        let is_pdf = path
            .extension()
            .is_some_and(|extension| extension.eq_ignore_ascii_case("pdf"));
        let is_known = PaperPath::new(&shown).is_ok_and(|path| manifest.record(&path).is_some());
        if is_pdf && !is_known {
            found.push(Difference::Unknown(shown));
        }
    }
    Ok(found)
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(reason) => write!(f, "`{MANIFEST}` cannot be understood: {reason}"),
            Self::NotBuilt(path) => write!(f, "`{path}` has not been built"),
            Self::Outdated(path, causes) => write!(f, "`{path}` is out of date: {}", Listed(causes)),
            Self::Unrecorded(path, causes) => {
                write!(
                    f,
                    "`{path}` comes out the same, and its record is out of date: {}",
                    Listed(causes)
                )
            }
            Self::Absent(path) => write!(f, "`{path}` is not there"),
            Self::Altered(path) => {
                write!(
                    f,
                    "`{path}` is not the file that was built: it was changed, or a build was interrupted"
                )
            }
            Self::Retired(path) => write!(f, "`{path}` is in the manifest and no paper of the programme"),
            Self::Unknown(path) => write!(
                f,
                "{} is in the output folder and not in the manifest: move it elsewhere, or remove it",
                quoted(path)
            ),
        }
    }
}

/// Causes in one sentence.
struct Listed<'a>(&'a [Cause]);

impl fmt::Display for Listed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, cause) in self.0.iter().enumerate() {
            let comma = if number == 0 { "" } else { ", " };
            match cause {
                Cause::Changed(path, None) => write!(f, "{comma}`{path}` was changed")?,
                Cause::Changed(path, Some(lines)) => write!(f, "{comma}`{path}` was changed at {lines}")?,
                Cause::Added(path) => write!(f, "{comma}`{path}` is new")?,
                Cause::Removed(path) => write!(f, "{comma}`{path}` is gone")?,
                Cause::Program(program) => write!(f, "{comma}it was made by {program}")?,
                Cause::Standing(State::Draft) => write!(f, "{comma}it was made as a draft")?,
                Cause::Standing(State::Final) => write!(f, "{comma}it was made as a finished paper")?,
            }
        }
        if self.0.is_empty() {
            f.write_str("no file was changed, so the program was")
        } else {
            Ok(())
        }
    }
}
