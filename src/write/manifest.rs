//! The manifest: what lies in the output folder and what it was made from. Knows its own format; refuses to know
//! whether any of it is true of the disk.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::comparison::Presence;
use super::directory::lying;
use super::error::WriteError;
use super::paper_path::PaperPath;
use super::source::{Source, Sources};
use super::{Body, FinishedPaper, Scope, State};
use crate::digest::Digest;

/// The name of the manifest in the output folder.
pub const MANIFEST: &str = "manifest.json";

/// The version of the manifest's format.
const FORMAT: u32 = 1;

/// The name and version of this program.
const PROGRAM: &str = concat!("board-papers ", env!("CARGO_PKG_VERSION"));

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
    /// Whether it is a draft.
    #[serde(default, skip_serializing_if = "State::is_final")]
    pub state: State,
    /// The files it was made from.
    pub sources: S,
}

/// What lies in the output folder, by path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    records: BTreeMap<PaperPath, Record>,
    unreadable: Option<String>,
}

/// Whether a paper was made by this version of the program.
pub fn is_by_this_program(record: &Record) -> bool {
    record.program == PROGRAM
}

/// The manifest as it is written. Papers made from the same files share one list of them; the prints of a file's lines
/// stand under its digest.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    format: u32,
    papers: Vec<Record<String>>,
    sources: BTreeMap<String, BTreeMap<String, Digest>>,
    lines: BTreeMap<Digest, String>,
}

/// Only the version: what is read of a manifest before it is known whether the rest can be.
#[derive(Deserialize)]
struct Version {
    format: u32,
}

impl Manifest {
    /// Reads the manifest of an output folder. Where there is none, or one that cannot be understood because it is of
    /// another version or was spoilt, nothing is known of what was made.
    ///
    /// # Errors
    ///
    /// When the disk refuses, or what lies there is no file.
    pub fn read(output: &Path) -> Result<Self, WriteError> {
        let bytes = lying(&output.join(MANIFEST))?;
        let parsed = bytes.map_or_else(|| Ok(Self::default()), |bytes| Self::parse(&bytes));
        Ok(parsed.unwrap_or_else(|reason| Self {
            unreadable: Some(reason),
            ..Self::default()
        }))
    }

    /// Why nothing is known though there is a manifest.
    pub fn unreadable(&self) -> Option<&str> {
        self.unreadable.as_deref()
    }

    /// Whether the paper at `path` was set from a manuscript of this digest and lies in `output` whole, as this
    /// manifest says: then it need not be set again. One that only the manifest keeps may be absent.
    pub fn holds(&self, output: &Path, path: &PaperPath, manuscript: Digest, presence: Presence) -> bool {
        self.record(path).is_some_and(|record| {
            record.manuscript == manuscript
                && match (lying(&path.under(output)), presence) {
                    (Ok(Some(bytes)), _) => Digest::of(&bytes) == record.pdf,
                    (Ok(None), Presence::ManifestOnly) => true,
                    (Ok(None), Presence::Required) | (Err(_), _) => false,
                }
        })
    }

    /// What is said of one paper.
    pub fn record(&self, path: &PaperPath) -> Option<&Record> {
        self.records.get(path)
    }

    /// What is said of each paper, in the order of the paths.
    pub fn records(&self) -> impl Iterator<Item = &Record> {
        self.records.values()
    }

    /// The manifest when these papers have been written.
    ///
    /// # Errors
    ///
    /// [`WriteError::Gone`] when a paper is kept that this manifest does not have.
    pub(super) fn with(&self, papers: &[FinishedPaper], scope: Scope<'_>) -> Result<Self, WriteError> {
        let is_kept = |path: &PaperPath| match scope {
            Scope::Of(all) => all.contains(path),
            Scope::TheseOnly => true,
        };
        let mut records = self.records.clone();
        records.retain(|path, _| is_kept(path));
        for paper in papers {
            records.insert(paper.path.clone(), self.record_of(paper)?);
        }
        Ok(Self::of(records))
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
            state: paper.state,
            sources: Arc::clone(&paper.sources),
        })
    }

    /// The text of the manifest: the same manifest, the same text.
    pub(super) fn text(&self) -> Result<String, serde_json::Error> {
        let (mut sources, mut lines) = (BTreeMap::new(), BTreeMap::new());
        let mut papers = Vec::new();
        for record in self.records() {
            let files = record.sources.iter();
            let digests: BTreeMap<_, _> = files.map(|(path, file)| (path.clone(), file.digest())).collect();
            let name = name_of(&digests);
            lines.extend(
                record
                    .sources
                    .values()
                    .map(|file| (file.digest(), file.lines().to_string())),
            );
            sources.entry(name.clone()).or_insert(digests);
            papers.push(record.clone().made_from(name));
        }
        let document = Document {
            format: FORMAT,
            papers,
            sources,
            lines,
        };
        serde_json::to_string_pretty(&document).map(|text| text + "\n")
    }

    /// Understands the text of a manifest, or says why not.
    fn parse(bytes: &[u8]) -> Result<Self, String> {
        let words = |error: serde_json::Error| error.to_string();
        let Version { format } = serde_json::from_slice(bytes).map_err(words)?;
        if format != FORMAT {
            return Err(format!("its format is {format}, and this program knows {FORMAT}"));
        }
        let Document {
            papers,
            sources,
            lines,
            ..
        } = serde_json::from_slice(bytes).map_err(words)?;
        let lines: BTreeMap<Digest, Arc<str>> = lines
            .into_iter()
            .map(|(digest, prints)| (digest, prints.into()))
            .collect();
        let file = |(path, digest)| {
            let prints = lines.get(&digest).cloned().unwrap_or_default();
            (path, Source::recorded(digest, prints))
        };
        let list = |list: BTreeMap<String, Digest>| Arc::new(list.into_iter().map(file).collect::<Sources>());
        let sources: BTreeMap<_, _> = sources
            .into_iter()
            .map(|(name, files)| (name, list(files)))
            .collect();
        let record = |record: Record<String>| match sources.get(&record.sources) {
            Some(list) => Ok((record.path.clone(), record.made_from(Arc::clone(list)))),
            None => Err(format!("it does not say what `{}` was made from", record.path)),
        };
        let records: Result<_, String> = papers.into_iter().map(record).collect();
        records.map(Self::of)
    }

    fn of(records: BTreeMap<PaperPath, Record>) -> Self {
        Self {
            records,
            unreadable: None,
        }
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
            state,
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
            state,
            sources,
        }
    }
}

/// A short name for a list of files, the same for the same list.
fn name_of(sources: &BTreeMap<String, Digest>) -> String {
    let parts = sources
        .iter()
        .flat_map(|(path, digest)| [path.as_bytes(), digest.bytes()]);
    let mut name = Digest::of_parts(parts).to_string();
    name.truncate(12);
    name
}
