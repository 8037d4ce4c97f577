//! A programme's folder with its layouts, and the program run over it. Knows how it is started and what it printed;
//! not what is tested.

use crate::support::Folder;
use std::path::PathBuf;
use std::process::{Command, Output};

/// The program.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_board-papers");

/// A programme with the shipped layouts.
pub struct Office {
    /// Where it lies.
    pub folder: Folder,
}

/// How a run ended.
#[derive(Debug)]
pub struct Run {
    /// The exit status; none where it was killed.
    pub status: Option<i32>,
    /// What it gave as data.
    pub out: String,
    /// What it said.
    pub said: String,
}

impl Office {
    /// The neutral programme as it is.
    pub fn open() -> Self {
        Self {
            folder: Folder::neutral().with_layouts(),
        }
    }

    /// The shipped programme as it is.
    pub fn shipped() -> Self {
        Self {
            folder: Folder::shipped().with_layouts(),
        }
    }

    /// Changes the inputs.
    pub fn with(self, change: impl FnOnce(Folder) -> Folder) -> Self {
        Self {
            folder: change(self.folder),
        }
    }

    /// A file of the programme's folder.
    pub fn file(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// The program, to be run over this folder.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(PROGRAM);
        command
            .arg("-C")
            .arg(self.folder.path())
            .args(arguments)
            .env_remove("NO_COLOR");
        command
    }

    /// Runs the program over this folder.
    pub fn run(&self, arguments: &[&str]) -> Run {
        let folder = format!("{}/", self.folder.path().display());
        self.command(arguments)
            .output()
            .expect("a run")
            .shown_without(&folder)
    }

    /// Runs the program where no file may become longer than so many blocks of 512 bytes: as if the disk were full.
    #[cfg(unix)]
    pub fn with_room_for(&self, blocks: usize, arguments: &[&str]) -> Run {
        let folder = format!("{}/", self.folder.path().display());
        let mut shell = Command::new("sh");
        // Without the trap the system would kill the program instead of telling it.
        shell.args(["-c", "trap '' XFSZ; ulimit -f \"$0\"; exec \"$@\""]);
        shell
            .arg(blocks.to_string())
            .arg(PROGRAM)
            .arg("-C")
            .arg(self.folder.path());
        shell
            .args(arguments)
            .output()
            .expect("a shell")
            .shown_without(&folder)
    }

    /// Runs the program, which must end well.
    #[track_caller]
    pub fn runs(&self, arguments: &[&str]) -> Run {
        let run = self.run(arguments);
        assert_eq!(run.status, Some(0), "{arguments:?}: {}", run.said);
        run
    }

    /// Runs the program, which must end with this status.
    #[track_caller]
    pub fn ends(&self, status: i32, arguments: &[&str]) -> Run {
        let run = self.run(arguments);
        assert_eq!(run.status, Some(status), "{arguments:?}: {}", run.said);
        run
    }
}

/// The output of a process as a [`Run`].
trait Shown {
    fn shown_without(self, folder: &str) -> Run;
}

impl Shown for Output {
    fn shown_without(self, folder: &str) -> Run {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace(folder, "");
        Run {
            status: self.status.code(),
            out: text(&self.stdout),
            said: text(&self.stderr),
        }
    }
}
