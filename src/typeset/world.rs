//! The desk that Typst works at: the manuscript, the fonts and nothing else. Knows Typst's `World`; refuses disk,
//! packages, network and clock.

use typst::diag::{FileError, FileResult, PackageError};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};
use typst_kit::files::{FileLoader, FileStore};

use super::complaint::internal;
use super::fonts::Fonts;
use super::manuscript::Manuscript;
use crate::finding::{Findings, quoted};

/// What is said of a file that a layout asks for in vain.
pub const NOT_AMONG_THEM: &str = "is not among the layouts";

/// What is answered to a layout that asks for such a file.
pub(super) fn not_among_them(path: &str) -> FileError {
    FileError::Other(Some(format!("{} {NOT_AMONG_THEM}", quoted(path)).into()))
}

/// What Typst may see while it sets one manuscript.
pub(super) struct Desk<'a> {
    library: LazyHash<Library>,
    files: FileStore<Drawer<'a>>,
    fonts: &'a Fonts,
    main: FileId,
}

impl<'a> Desk<'a> {
    /// A desk with one manuscript on it.
    ///
    /// # Errors
    ///
    /// When the path of the main layout is not one.
    pub(super) fn new(manuscript: &'a Manuscript, fonts: &'a Fonts) -> Result<Self, Findings> {
        let path = VirtualPath::new(manuscript.main())
            .map_err(|error| internal(&format!("{} is no path: {error}", quoted(manuscript.main()))))?;
        // The only way to the tags of a row's header cell, which tables of figures need.
        let features = [Feature::A11yExtras].into_iter().collect();
        Ok(Self {
            library: LazyHash::new(Library::builder().with_features(features).build()),
            files: FileStore::new(Drawer(manuscript)),
            fonts,
            main: RootedPath::new(VirtualRoot::Project, path).intern(),
        })
    }

    /// The path of the main layout, as it lies on disk under the programme's folder.
    pub(super) fn main_path(&self) -> &'static str {
        self.main.get().vpath().get_without_slash()
    }
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.files.source(id)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.file(id)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Hands out the files of a manuscript, and says what it is asked for in vain.
struct Drawer<'a>(&'a Manuscript);

impl FileLoader for Drawer<'_> {
    fn load(&self, id: FileId) -> FileResult<Bytes> {
        if let VirtualRoot::Package(package) = id.get().root() {
            let refusal = format!(
                "{} was asked for, and papers use no packages",
                quoted(&package.to_string())
            );
            return Err(FileError::Package(PackageError::Other(Some(refusal.into()))));
        }
        let path = id.get().vpath().get_with_slash();
        match self.0.file(path) {
            Some(bytes) => Ok(Bytes::new(bytes.clone())),
            None => Err(not_among_them(path)),
        }
    }
}
