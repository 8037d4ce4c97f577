//! Papers of a few bytes and a folder for them. Knows what writing is given; not what is tested.

use board_papers::digest::Digest;
use board_papers::typeset::Paper;
use board_papers::write::{
    Body, FinishedPaper, PaperPath, Scope, Source, Sources, State, WriteError, Written, write,
};
use std::collections::BTreeSet;
use std::fs;
use std::sync::Arc;
use tempfile::TempDir;

pub const MONTHLY: &str = "2010-10/monthly.pdf";
pub const SIX_MONTHLY: &str = "2010-11/six-monthly.pdf";

pub fn path(path: &str) -> PaperPath {
    PaperPath::new(path).expect("a good path")
}

pub fn sources(figure: &str) -> Arc<Sources> {
    let file = |path: &str, text: &str| (path.to_owned(), Source::of(text));
    Arc::new(Sources::from([
        file("inputs/plan.yaml", "plan"),
        file("inputs/returns/2010-10/council.yaml", figure),
    ]))
}

/// A paper whose bytes are `figure`, made from inputs that say so.
pub fn paper(at: &str, figure: &str) -> FinishedPaper {
    FinishedPaper {
        path: path(at),
        title: "Report to the board".to_owned(),
        period: "2010-10".to_owned(),
        state: State::Final,
        manuscript: Digest::of(figure.as_bytes()),
        sources: sources(figure),
        body: Body::Set(Paper {
            pdf: figure.as_bytes().to_vec(),
            pages: 26,
        }),
    }
}

pub fn kept(at: &str, figure: &str) -> FinishedPaper {
    FinishedPaper {
        body: Body::Kept,
        ..paper(at, figure)
    }
}

pub fn folder() -> TempDir {
    TempDir::new().expect("a folder for a test")
}

pub fn read(folder: &TempDir, file: &str) -> Option<String> {
    fs::read_to_string(folder.path().join(file)).ok()
}

pub fn lay(folder: &TempDir, file: &str, text: &str) {
    let path = folder.path().join(file);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, text).expect("a file");
}

/// Every file below a folder, but for the lock.
pub fn files(folder: &TempDir) -> BTreeSet<String> {
    walkdir::WalkDir::new(folder)
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| !entry.file_type().is_dir() && entry.file_name() != ".lock")
        .map(|entry| {
            entry
                .path()
                .strip_prefix(folder)
                .expect("inside")
                .display()
                .to_string()
        })
        .collect()
}

pub fn paths(papers: &[FinishedPaper]) -> BTreeSet<PaperPath> {
    papers.iter().map(|paper| paper.path.clone()).collect()
}

/// Lays down these papers as all that there are.
pub fn all(folder: &TempDir, papers: &[FinishedPaper]) -> Result<Written, WriteError> {
    write(folder.path(), papers, Scope::Of(&paths(papers)))
}
