//! The manuscript: all that a paper is set from, in memory. Knows virtual paths and bytes; refuses to know
//! Typst, or what the bytes mean.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::fonts::Fonts;
use super::pdf;
use crate::digest::Digest;

/// The layouts, data and pictures of one paper, by virtual path.
///
/// A path begins with a slash: the programme's folder. Layouts lie where they lie on disk
/// (`/report-templates/monthly/paper.typ`); what the program makes has the same names in every paper
/// (`/data/paper.json`, `/charts/01.svg`). Never put an id or a month into a path: Typst numbers each distinct
/// path once and for all, and has 65,535 numbers in the life of a process.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manuscript {
    main: String,
    ident: String,
    files: BTreeMap<String, Arc<[u8]>>,
}

impl Manuscript {
    /// An empty manuscript that will be set from the layout at `main`. `ident` tells the paper from all others
    /// and stays the same when it is made again (`monthly-2010-10`); the PDF's `/ID` is made from it.
    pub fn new(main: &str, ident: impl Into<String>) -> Self {
        Self {
            main: rooted(main),
            ident: ident.into(),
            files: BTreeMap::new(),
        }
    }

    /// Adds a file. One of the same path is replaced.
    pub fn insert(&mut self, path: &str, bytes: impl Into<Arc<[u8]>>) {
        self.files.insert(rooted(path), bytes.into());
    }

    /// The same as [`Manuscript::insert`], for a manuscript written down in one expression.
    #[must_use]
    pub fn with(mut self, path: &str, bytes: impl Into<Arc<[u8]>>) -> Self {
        self.insert(path, bytes);
        self
    }

    /// The virtual path of the layout that the paper is set from.
    pub fn main(&self) -> &str {
        &self.main
    }

    /// What tells the paper from all others.
    pub fn ident(&self) -> &str {
        &self.ident
    }

    /// The bytes at a virtual path.
    pub fn file(&self, path: &str) -> Option<&Arc<[u8]>> {
        self.files.get(path)
    }

    /// All files with their virtual paths, in the order of the paths.
    pub fn files(&self) -> impl Iterator<Item = (&str, &Arc<[u8]>)> {
        self.files.iter().map(|(path, bytes)| (path.as_str(), bytes))
    }

    /// The digest of everything that decides the PDF's bytes: the manuscript, the fonts, this program's version,
    /// Typst's, and how a PDF is written. Where it has not changed, the paper need not be set again.
    pub fn digest(&self, fonts: &Fonts) -> Digest {
        let fonts = fonts.digest();
        let settings = pdf::settings();
        let head = [
            settings.as_bytes(),
            fonts.bytes(),
            self.main.as_bytes(),
            self.ident.as_bytes(),
        ];
        let files = self
            .files
            .iter()
            .flat_map(|(path, bytes)| [path.as_bytes(), bytes]);
        Digest::of_parts(head.into_iter().chain(files))
    }
}

/// A path from the programme's folder, whether it was written so or relative to it.
fn rooted(path: &str) -> String {
    format!("/{}", path.trim_start_matches('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manuscript() -> Manuscript {
        Manuscript::new("report-templates/a.typ", "a")
            .with("/report-templates/a.typ", *b"one")
            .with("data/a", *b"two")
    }

    #[test]
    fn paths_are_the_same_with_and_without_their_slash() {
        let paths: Vec<_> = manuscript().files().map(|(path, _)| path.to_owned()).collect();
        assert_eq!(paths, ["/data/a", "/report-templates/a.typ"]);
        assert_eq!(manuscript().main(), "/report-templates/a.typ");
    }

    #[test]
    fn whatever_decides_the_bytes_decides_the_digest() {
        let fonts = Fonts::embedded();
        let base = manuscript();
        let other_ident = Manuscript {
            ident: "b".to_owned(),
            ..base.clone()
        };
        let other_main = Manuscript {
            main: "/data/a".to_owned(),
            ..base.clone()
        };
        let other_bytes = base.clone().with("/data/a", *b"2");
        let other_file = base.clone().with("/data/b", *b"");
        let mut digests: Vec<_> = [&base, &other_ident, &other_main, &other_bytes, &other_file]
            .map(|m| m.digest(&fonts))
            .into();
        assert_eq!(base.digest(&fonts), manuscript().digest(&fonts));
        digests.sort();
        digests.dedup();
        assert_eq!(digests.len(), 5);
    }
}
