//! The manifest: what lies in the output folder and what it was made from. Knows its own format; refuses to know
//! whether any of it is true of the disk.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::directory::lying;
use super::error::WriteError;
use super::paper_path::PaperPath;
use super::{Body, FinishedPaper, Scope};
use crate::digest::Digest;

/// The name of the manifest in the output folder.
pub const MANIFEST: &str = "manifest.json";

/// The version of the manifest's format.
const FORMAT: u32 = 1;

/// The name and version of this program.
const PROGRAM: &str = concat!("board-papers ", env!("CARGO_PKG_VERSION"));

/// The files that a paper was made from, inputs and layouts, by path from the programme's folder.
pub type Sources = BTreeMap<String, Digest>;

/// What the manifest says of one paper. When it is written, the files it was made from are only named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record<S = Arc<Sources>> {
    /// Where it lies.
    pub path: PaperPath,
    /// Its title.
    pub title: String,
    /// Its period.
    pub period: String,
    /// How many pages it has.
    pub pages: usize,
    /// The digest of its bytes.
    pub pdf: Digest,
    /// The digest of its manuscript.
    pub manuscript: Digest,
    /// The name and version of the program that made it.
    pub program: String,
    /// The files it was made from.
    pub sources: S,
}

/// What lies in the output folder, by path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest(BTreeMap<PaperPath, Record>);

/// The manifest as it is written. Papers made from the same files share one list of them.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    format: u32,
    papers: Vec<Record<String>>,
    sources: BTreeMap<String, Sources>,
}

/// Only the version: what is read of a manifest before it is known whether the rest can be.
#[derive(Deserialize)]
struct Version {
    format: u32,
}

impl Manifest {
    /// Reads the manifest of an output folder. Where there is none, nothing was ever made.
    ///
    /// # Errors
    ///
    /// When it cannot be read, or cannot be understood.
    pub fn read(output: &Path) -> Result<Self, WriteError> {
        let path = output.join(MANIFEST);
        let bad = |reason| WriteError::BadManifest {
            path: path.clone(),
            reason,
        };
        lying(&path)?.map_or_else(|| Ok(Self::default()), |bytes| Self::parse(&bytes).map_err(bad))
    }

    /// Whether the paper at `path` lies in `output` whole, as the manifest says, and was set from a manuscript of
    /// this digest: then it need not be set again.
    pub fn holds(&self, output: &Path, path: &PaperPath, manuscript: Digest) -> bool {
        self.record(path).is_some_and(|record| {
            let lying = lying(&path.under(output))
                .ok()
                .flatten()
                .map(|bytes| Digest::of(&bytes));
            record.manuscript == manuscript && lying == Some(record.pdf)
        })
    }

    /// What is said of one paper.
    pub fn record(&self, path: &PaperPath) -> Option<&Record> {
        self.0.get(path)
    }

    /// What is said of each paper, in the order of the paths.
    pub fn records(&self) -> impl Iterator<Item = &Record> {
        self.0.values()
    }

    /// The manifest when these papers have been written.
    ///
    /// # Errors
    ///
    /// [`WriteError::Gone`] when a paper is kept that this manifest does not have.
    pub(super) fn with(&self, papers: &[FinishedPaper], scope: Scope) -> Result<Self, WriteError> {
        let mut after = match scope {
            Scope::Everything => Self::default(),
            Scope::TheseOnly => self.clone(),
        };
        for paper in papers {
            after.0.insert(paper.path.clone(), self.record_of(paper)?);
        }
        Ok(after)
    }

    /// What the manifest will say of one paper.
    pub(super) fn record_of(&self, paper: &FinishedPaper) -> Result<Record, WriteError> {
        let (pages, pdf) = match &paper.body {
            Body::Set(set) => (set.pages, Digest::of(&set.pdf)),
            Body::Kept => self
                .record(&paper.path)
                .filter(|record| record.manuscript == paper.manuscript)
                .map(|record| (record.pages, record.pdf))
                .ok_or_else(|| WriteError::Gone {
                    path: paper.path.clone(),
                })?,
        };
        Ok(Record {
            path: paper.path.clone(),
            title: paper.title.clone(),
            period: paper.period.clone(),
            pages,
            pdf,
            manuscript: paper.manuscript,
            program: PROGRAM.to_owned(),
            sources: Arc::clone(&paper.sources),
        })
    }

    /// The text of the manifest: the same manifest, the same text.
    pub(super) fn text(&self) -> Result<String, serde_json::Error> {
        let mut sources = BTreeMap::new();
        let named = |record: &Record| {
            let name = name_of(&record.sources);
            sources
                .entry(name.clone())
                .or_insert_with(|| Sources::clone(&record.sources));
            record.clone().made_from(name)
        };
        let papers = self.records().map(named).collect();
        serde_json::to_string_pretty(&Document {
            format: FORMAT,
            papers,
            sources,
        })
        .map(|text| text + "\n")
    }

    /// Understands the text of a manifest, or says why not.
    fn parse(bytes: &[u8]) -> Result<Self, String> {
        let words = |error: serde_json::Error| error.to_string();
        let Version { format } = serde_json::from_slice(bytes).map_err(words)?;
        if format != FORMAT {
            return Err(format!("its format is {format}, and this program knows {FORMAT}"));
        }
        let Document { papers, sources, .. } = serde_json::from_slice(bytes).map_err(words)?;
        let sources: BTreeMap<_, _> = sources
            .into_iter()
            .map(|(name, list)| (name, Arc::new(list)))
            .collect();
        let record = |record: Record<String>| match sources.get(&record.sources) {
            Some(list) => Ok((record.path.clone(), record.made_from(Arc::clone(list)))),
            None => Err(format!("it does not say what `{}` was made from", record.path)),
        };
        papers.into_iter().map(record).collect::<Result<_, _>>().map(Self)
    }
}

impl<S> Record<S> {
    /// The same record with its files put in another way.
    fn made_from<T>(self, sources: T) -> Record<T> {
        let Self {
            path,
            title,
            period,
            pages,
            pdf,
            manuscript,
            program,
            sources: _,
        } = self;
        Record {
            path,
            title,
            period,
            pages,
            pdf,
            manuscript,
            program,
            sources,
        }
    }
}

/// A short name for a list of files, the same for the same list.
fn name_of(sources: &Sources) -> String {
    let parts = sources
        .iter()
        .flat_map(|(path, digest)| [path.as_bytes(), digest.bytes()]);
    let mut name = Digest::of_parts(parts).to_string();
    name.truncate(12);
    name
}
