//! Writing: papers are laid down in the output folder whole or not at all, each file by itself and the manifest
//! last. Knows files and digests; refuses to know what a paper says, and touches nothing that is not ours.

mod comparison;
mod directory;
mod emission;
mod error;
mod last_build;
mod manifest;
mod month_folder;
mod paper_path;
mod schemas;
mod source;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use self::comparison::{Cause, Difference, Expected, Presence, compare};
use self::directory::OutputFolder;
pub use self::emission::{emit, record, refuse_others};
pub use self::error::WriteError;
pub use self::last_build::LastBuild;
pub use self::manifest::{MANIFEST, Manifest, Record, is_by_this_program};
pub use self::month_folder::month_folder;
pub use self::paper_path::PaperPath;
pub use self::schemas::{stale_schemas, write_schemas};
pub use self::source::{Lines, Source, Sources};
use crate::digest::Digest;
use crate::typeset::Paper;

/// A paper that is ready to be laid down.
#[derive(Clone, Debug)]
pub struct FinishedPaper {
    /// Where it goes.
    pub path: PaperPath,
    /// Its title, for people who read the manifest.
    pub title: String,
    /// Its period: `2010-10`.
    pub period: String,
    /// Whether it is a draft.
    pub state: State,
    /// The digest of its manuscript.
    pub manuscript: Digest,
    /// The files it was made from.
    pub sources: Arc<Sources>,
    /// The paper itself.
    pub body: Body,
}

/// Whether a paper may be relied on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// It has all that a finished paper needs.
    #[default]
    Final,
    /// It is marked as a draft.
    Draft,
}

impl State {
    /// Whether the manifest can leave it out.
    fn is_final(&self) -> bool {
        match self {
            Self::Final => true,
            Self::Draft => false,
        }
    }
}

/// What there is of a finished paper.
#[derive(Clone, Debug)]
pub enum Body {
    /// It was set just now.
    Set(Paper),
    /// It was not: the one in the output folder is of the same manuscript (see [`Manifest::holds`]).
    Kept,
}

/// Which papers a run is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope<'a> {
    /// Some of all these: whatever else the manifest names is a paper no longer.
    Of(&'a BTreeSet<PaperPath>),
    /// Some of them: what the manifest says of others stands.
    TheseOnly,
}

/// What was done to the output folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Papers that are new or have other bytes than before.
    pub written: Vec<PaperPath>,
    /// Papers that were already as they should be.
    pub unchanged: Vec<PaperPath>,
    /// Papers that are papers no longer.
    pub removed: Vec<PaperPath>,
    /// Files that were such papers until somebody changed them: they lie there still, and are not ours any more.
    pub left: Vec<PaperPath>,
    /// Whether the manifest was written.
    pub is_recorded: bool,
    /// What the manifest says from now on.
    pub manifest: Manifest,
}

/// Lays papers down in `output`, which is made if it is not there.
///
/// Each file is written beside its place, made safe on the disk, and moved there in one step; the manifest comes
/// last. What is already as it should be is not written again. When it is killed, or the disk is full, each file
/// is the old one or the new one; the manifest is still the old one, and the next run finishes the work.
///
/// # Errors
///
/// When another run is writing there, when a file of that name is not ours, or when the disk refuses. Names and
/// foreign files are looked at before anything is written.
pub fn write(output: &Path, papers: &[FinishedPaper], scope: Scope<'_>) -> Result<Written, WriteError> {
    let folder = OutputFolder::lock(output)?;
    let before = Manifest::read(output)?;
    let after = before.with(papers, scope)?;
    let retired: Vec<_> = before
        .records()
        .filter(|record| after.record(&record.path).is_none())
        .collect();

    let fresh: Vec<(&PaperPath, &[u8])> = papers
        .iter()
        .filter_map(|paper| Some((&paper.path, paper.pdf()?)))
        .collect();
    for (path, pdf) in &fresh {
        folder.refuse_foreign(path, pdf, before.record(path))?;
    }
    folder.begin(fresh.iter().map(|(path, _)| *path))?;

    let mut done = Written::default();
    for paper in papers {
        let is_new = paper.pdf().map(|pdf| folder.put(&paper.path, pdf)).transpose()?;
        let list = match is_new {
            Some(true) => &mut done.written,
            Some(false) | None => &mut done.unchanged,
        };
        list.push(paper.path.clone());
    }
    for record in retired {
        let list = if folder.retire(record)? {
            &mut done.removed
        } else {
            &mut done.left
        };
        list.push(record.path.clone());
    }
    done.is_recorded = folder.finish(&after)?;
    done.manifest = after;
    Ok(done)
}

impl FinishedPaper {
    /// The bytes of the PDF, if it was set.
    fn pdf(&self) -> Option<&[u8]> {
        match &self.body {
            Body::Set(paper) => Some(&paper.pdf),
            Body::Kept => None,
        }
    }
}
