//! A programme's folder for a test: the small neutral programme, copied to a place of its own, with files put over
//! it or words in them replaced. Knows the fixture; not what is tested.

#![allow(dead_code, reason = "each test binary uses a part of it")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot be set up must stop"
)]

pub mod program;

use board_papers::check::check;
use board_papers::domain::Programme;
use board_papers::finding::short;
use board_papers::input::checked::Checked;
use board_papers::load::{Sources, load};
use board_papers::typeset::Fonts;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use tempfile::TempDir;

/// The repository.
pub fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// The folder of the small neutral programme.
pub fn neutral() -> PathBuf {
    repository().join("tests/fixtures/neutral")
}

/// A copy of the neutral programme that a test may change.
pub struct Folder {
    place: TempDir,
}

impl Folder {
    /// The neutral programme as it is.
    pub fn neutral() -> Self {
        let place = tempfile::tempdir().unwrap();
        copy(&neutral(), place.path());
        Self { place }
    }

    /// The shipped programme as it is.
    pub fn shipped() -> Self {
        let place = tempfile::tempdir().unwrap();
        copy(&repository().join("inputs"), &place.path().join("inputs"));
        Self { place }
    }

    /// The folder with the layouts of the repository beside its inputs, so that papers can be made in it.
    pub fn with_layouts(self) -> Self {
        let layouts = self.path().join("report-templates");
        copy_all(&repository().join("report-templates"), &layouts, &|path| {
            path.extension().is_some_and(|kind| kind == "typ")
        });
        self
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        self.place.path()
    }

    /// Puts a file there, in place of one that may be there. The path counts from `inputs/`.
    pub fn put(self, path: &str, text: impl AsRef<[u8]>) -> Self {
        let file = self.file(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
        self
    }

    /// Replaces words that stand in a file once.
    #[track_caller]
    pub fn replace(self, path: &str, old: &str, new: &str) -> Self {
        let text = fs::read_to_string(self.file(path)).unwrap();
        assert_eq!(text.matches(old).count(), 1, "{old:?} must stand once in {path}");
        self.put(path, text.replace(old, new))
    }

    /// Adds lines at the end of a file.
    pub fn append(self, path: &str, lines: &str) -> Self {
        let text = fs::read_to_string(self.file(path)).unwrap();
        self.put(path, text + lines)
    }

    /// What stands in a file.
    pub fn text(&self, path: &str) -> String {
        fs::read_to_string(self.file(path)).unwrap()
    }

    /// Takes a file away.
    pub fn remove(self, path: &str) -> Self {
        fs::remove_file(self.file(path)).unwrap();
        self
    }

    /// What `load` makes of it.
    pub fn sources(&self) -> Sources {
        load(self.path()).unwrap()
    }

    /// What `check` makes of it.
    pub fn check(&self) -> Checked<Programme> {
        check(&self.sources(), &prints)
    }

    /// The findings, a line each, with paths counting from the folder.
    pub fn findings(&self) -> String {
        let sources = self.sources();
        let folder = self.path().display().to_string();
        short::render(check(&sources, &prints).findings(), &sources.texts).replace(&format!("{folder}/"), "")
    }

    fn file(&self, path: &str) -> PathBuf {
        self.path().join("inputs").join(path)
    }
}

/// Whether a paper can print a character.
pub fn prints(character: char) -> bool {
    static FONTS: LazyLock<Fonts> = LazyLock::new(Fonts::embedded);
    FONTS.covers(character)
}

/// Copies a folder with all that lies in it.
pub fn copy(from: &Path, to: &Path) {
    copy_all(from, to, &|_| true);
}

/// Copies a folder with the files of it that are wanted.
fn copy_all(from: &Path, to: &Path, wanted: &dyn Fn(&Path) -> bool) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_all(&entry.path(), &target, wanted);
        } else if wanted(&entry.path()) {
            fs::copy(entry.path(), &target).unwrap();
        }
    }
}
