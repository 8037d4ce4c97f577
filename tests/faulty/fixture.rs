//! One fault: a folder of `tests/fixtures/faulty` with what is changed of the neutral programme. `edits.yaml` lists changes of
//! words, `files/` holds files that are laid over it where bytes matter, and `command.txt` names what is run if it is not
//! `check`. All paths count from the programme's folder. Knows the form of a fixture; not what is said of it.

use crate::support::{Folder, copy, repository};
use serde::Deserialize;
use std::fs;
use std::path::{Path, PathBuf};

/// A fault, by the name of its folder, which begins with the name of its code.
pub struct Fixture {
    pub name: String,
    place: PathBuf,
}

/// A change of one file, in one of four ways.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Edit {
    /// The file, from the programme's folder.
    file: String,
    /// Words that stand in it once.
    replace: Option<String>,
    /// What stands there in their place.
    with: Option<String>,
    /// Lines to be added at its end.
    append: Option<String>,
    /// Whether it is taken away.
    remove: Option<bool>,
    /// What it says from now on.
    put: Option<String>,
}

impl Fixture {
    /// All of them, in the order of their names.
    pub fn all() -> Vec<Self> {
        let root = repository().join("tests/fixtures/faulty");
        let folders = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path());
        let mut all: Vec<_> = folders
            .map(|place| Self {
                name: place.file_name().unwrap().to_string_lossy().into_owned(),
                place,
            })
            .collect();
        all.sort_by(|a, b| a.name.cmp(&b.name));
        all
    }

    /// What is run: the words after the program's name.
    pub fn command(&self) -> String {
        let named = fs::read_to_string(self.place.join("command.txt"));
        named.map_or_else(|_| "check".to_owned(), |line| line.trim().to_owned())
    }

    /// Where that is kept which the program said when a person last looked.
    pub fn told(&self) -> PathBuf {
        self.place.join("told.txt")
    }

    /// The neutral programme with the fault in it.
    pub fn laid(&self) -> Folder {
        let folder = Folder::neutral().with_layouts();
        let (files, edits) = (self.place.join("files"), self.place.join("edits.yaml"));
        assert!(files.exists() || edits.exists(), "{} changes nothing", self.name);
        if files.exists() {
            copy(&files, folder.path());
        }
        if edits.exists() {
            let text = fs::read_to_string(edits).unwrap();
            let edits: Vec<Edit> =
                serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", self.name));
            edits.iter().for_each(|edit| self.make(edit, folder.path()));
        }
        folder
    }

    /// Makes one change.
    fn make(&self, edit: &Edit, folder: &Path) {
        let path = folder.join(&edit.file);
        let text = || fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", self.name));
        match edit {
            Edit {
                replace: Some(old),
                with: Some(new),
                append: None,
                remove: None,
                put: None,
                ..
            } => {
                let text = text();
                let count = text.matches(old).count();
                assert_eq!(
                    count, 1,
                    "{}: {old:?} must stand once in {}",
                    self.name, edit.file
                );
                fs::write(&path, text.replacen(old, new, 1)).unwrap();
            }
            Edit {
                append: Some(lines),
                replace: None,
                with: None,
                remove: None,
                put: None,
                ..
            } => {
                fs::write(&path, text() + lines).unwrap();
            }
            Edit {
                remove: Some(true),
                replace: None,
                with: None,
                append: None,
                put: None,
                ..
            } => {
                fs::remove_file(&path).unwrap();
            }
            Edit {
                put: Some(all),
                replace: None,
                with: None,
                append: None,
                remove: None,
                ..
            } => {
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(&path, all).unwrap();
            }
            _ => panic!("{}: say one thing to do to {}", self.name, edit.file),
        }
    }
}
