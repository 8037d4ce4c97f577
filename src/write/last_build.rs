//! What the last build left behind: of which files, by which program, and which papers were current then. Knows digests
//! and paths. Nothing rests on it but time: where it is missing or anything differs, papers are made the long way.

use super::comparison::Presence;
use super::directory::{lying, put, unfinished_files};
use super::error::WriteError;
use super::manifest::{MANIFEST, Manifest};
use super::paper_path::PaperPath;
use crate::digest::Digest;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::path::Path;

/// The note's name in the output folder. It is of no use to anybody else, and not for the repository.
const NOTE: &str = ".last-build.json";

/// The digest of the program's own sources, so that a program that was changed trusts nothing of the one before.
const PROGRAM: &str = concat!(env!("CARGO_PKG_VERSION"), " ", env!("BOARD_PAPERS_SOURCES"));

/// What the last build left behind.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LastBuild {
    program: String,
    files: Digest,
    /// Every paper that the files make, with the digest of the PDF if it was current.
    papers: BTreeMap<PaperPath, Option<Digest>>,
    manifest: Option<Digest>,
}

impl LastBuild {
    /// What a build of these files, by path and text, by this program would begin its note with.
    pub fn of<'f>(files: impl IntoIterator<Item = (&'f str, &'f str)>) -> Self {
        let parts = files
            .into_iter()
            .flat_map(|(path, text)| [path.as_bytes(), text.as_bytes()]);
        Self {
            program: PROGRAM.to_owned(),
            files: Digest::of_parts(parts),
            papers: BTreeMap::new(),
            manifest: None,
        }
    }

    /// The note in an output folder. One that cannot be understood is none.
    ///
    /// # Errors
    ///
    /// When something lies there that is no file.
    pub fn read(output: &Path) -> Result<Option<Self>, WriteError> {
        Ok(lying(&output.join(NOTE))?.and_then(|bytes| serde_json::from_slice(&bytes).ok()))
    }

    /// Whether both are of the same files and program.
    pub fn is_of_the_same_as(&self, other: &Self) -> bool {
        self.is_by_the_same_program(other) && self.files == other.files
    }

    /// Whether both are of the same program.
    pub fn is_by_the_same_program(&self, other: &Self) -> bool {
        self.program == other.program
    }

    /// Every paper that the files make.
    pub fn papers(&self) -> impl Iterator<Item = &PaperPath> {
        self.papers.keys()
    }

    /// Whether that paper was current.
    pub fn made(&self, path: &PaperPath) -> bool {
        self.papers.get(path).is_some_and(Option::is_some)
    }

    /// Whether that paper was current with that PDF.
    pub fn has_seen(&self, path: &PaperPath, pdf: Digest) -> bool {
        self.papers.get(path).is_some_and(|seen| *seen == Some(pdf))
    }

    /// The same note for files that make these papers, none of them current.
    #[must_use]
    pub fn with_papers(self, papers: &BTreeSet<PaperPath>) -> Self {
        let papers = papers.iter().map(|path| (path.clone(), None)).collect();
        Self { papers, ..self }
    }

    /// How many papers these are, if all of them still lie as the note says, at least one does, and nothing lies there half written.
    ///
    /// # Errors
    ///
    /// When a file cannot be read.
    pub fn are_current<'p>(
        &self,
        output: &Path,
        papers: impl IntoIterator<Item = (&'p PaperPath, Presence)>,
    ) -> Result<Option<usize>, WriteError> {
        let manifest = lying(&output.join(MANIFEST))?.map(|bytes| Digest::of(&bytes));
        if manifest.is_none() || manifest != self.manifest {
            return Ok(None);
        }
        // What a killed run left half written is for a build to clear away.
        if unfinished_files(output).next().is_some() {
            return Ok(None);
        }
        let mut count = 0;
        for (path, presence) in papers {
            let noted = self.papers.get(path).copied().flatten();
            let lying = lying(&path.under(output))?.map(|bytes| Digest::of(&bytes));
            let is_current = match (lying, presence) {
                (Some(_), _) => noted == lying,
                (None, Presence::ManifestOnly) => noted.is_some(),
                (None, Presence::Required) => false,
            };
            if !is_current {
                return Ok(None);
            }
            count += 1;
        }
        Ok((count > 0).then_some(count))
    }

    /// Writes the note, with these papers current as the manifest that was just written has them. A paper that it does not
    /// name is not current, whatever an earlier note said: somebody may have lost the manifest in between.
    ///
    /// # Errors
    ///
    /// When the disk refuses.
    pub fn write<'p>(
        mut self,
        output: &Path,
        manifest: &Manifest,
        current: impl IntoIterator<Item = &'p PaperPath>,
    ) -> Result<(), WriteError> {
        for path in current {
            let digest = manifest.record(path).map(|record| record.pdf);
            self.papers.insert(path.clone(), digest);
        }
        for (path, noted) in &mut self.papers {
            *noted = noted.filter(|_| manifest.record(path).is_some());
        }
        let place = output.join(NOTE);
        let failed = |error: serde_json::Error| WriteError::disk("write", &place)(error.into());
        let text = manifest.text().map_err(failed)?;
        self.manifest = Some(Digest::of(text.as_bytes()));
        let text = serde_json::to_string_pretty(&self).map_err(failed)?;
        match put(&place, (text + "\n").as_bytes()) {
            // A build that began meanwhile has swept the unfinished note away, and leaves one of its own.
            Err(WriteError::Disk { error, .. }) if error.kind() == ErrorKind::NotFound => Ok(()),
            written => written.map(drop),
        }
    }
}
