//! A programme's folder with its layouts, and the program run over it. Knows how it is started and what it printed;
//! not what is tested.

use crate::support::Folder;
use crate::support::program::{PROGRAM, Ran, finish};
use std::path::PathBuf;
use std::process::Command;

/// A programme with the shipped layouts.
pub struct Office {
    /// Where it lies.
    pub folder: Folder,
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
    pub fn run(&self, arguments: &[&str]) -> Ran {
        finish(&mut self.command(arguments)).shown_from(self.folder.path())
    }

    /// Runs the program where no file may become longer than so many blocks of 512 bytes: as if the disk were full.
    #[cfg(unix)]
    pub fn with_room_for(&self, blocks: usize, arguments: &[&str]) -> Ran {
        let mut shell = Command::new("sh");
        // Without the trap the system would kill the program instead of telling it.
        shell.args(["-c", "trap '' XFSZ; ulimit -f \"$0\"; exec \"$@\""]);
        shell
            .arg(blocks.to_string())
            .arg(PROGRAM)
            .arg("-C")
            .arg(self.folder.path());
        finish(shell.args(arguments)).shown_from(self.folder.path())
    }

    /// Runs the program, which must end well.
    #[track_caller]
    pub fn runs(&self, arguments: &[&str]) -> Ran {
        let run = self.run(arguments);
        assert_eq!(run.status, 0, "{arguments:?}: {}", run.err);
        run
    }

    /// Runs the program, which must end with this status.
    #[track_caller]
    pub fn ends(&self, status: i32, arguments: &[&str]) -> Ran {
        let run = self.run(arguments);
        assert_eq!(run.status, status, "{arguments:?}: {}", run.err);
        run
    }
}
