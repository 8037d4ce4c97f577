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

/// A change of one file, whose path counts from the programme's folder.
#[derive(Debug, Deserialize)]
#[serde(untagged, deny_unknown_fields)]
enum Edit {
    /// Words that stand in it once give way to others.
    Replace {
        file: String,
        replace: String,
        with: String,
    },
    /// It goes on after its end.
    Append { file: String, append: String },
    /// It says something else altogether, or is new.
    Put { file: String, put: String },
    /// It is taken away.
    Remove { file: String, remove: True },
}

/// The word `true`, where no other makes sense.
#[derive(Debug, Deserialize)]
#[serde(try_from = "bool")]
struct True;

impl TryFrom<bool> for True {
    type Error = &'static str;

    fn try_from(said: bool) -> Result<Self, Self::Error> {
        said.then_some(Self).ok_or("it is taken away, or is not named")
    }
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
            let edits: Vec<Edit> = serde_yaml::from_str(&read(&edits))
                .unwrap_or_else(|error| panic!("{}: say one thing to do to each file: {error}", self.name));
            edits.iter().for_each(|edit| edit.make(folder.path()));
        }
        folder
    }
}

impl Edit {
    /// Makes the change in a programme's folder.
    fn make(&self, folder: &Path) {
        match self {
            Self::Replace { file, replace, with } => {
                let text = read(&folder.join(file));
                let count = text.matches(replace).count();
                assert_eq!(count, 1, "{replace:?} must stand once in {file}");
                write(&folder.join(file), &text.replacen(replace, with, 1));
            }
            Self::Append { file, append } => {
                write(&folder.join(file), &(read(&folder.join(file)) + append));
            }
            Self::Put { file, put } => write(&folder.join(file), put),
            Self::Remove { file, remove: True } => fs::remove_file(folder.join(file)).unwrap(),
        }
    }
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}
