//! The program run as people run it, from a shell. Knows how it is started and how it ended; not what it should say.

use serde_json::Value;
use std::path::Path;
use std::process::{Command, Stdio};

/// The program.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_board-papers");

/// How a run ended, and what it said.
#[derive(Debug, PartialEq, Eq)]
pub struct Ran {
    /// The exit status.
    pub status: i32,
    /// What it gave as data.
    pub out: String,
    /// What it said beside it.
    pub err: String,
}

/// The program, standing in a folder, with nothing to read and no wish as to colours.
pub fn program(folder: &Path) -> Command {
    let mut command = Command::new(PROGRAM);
    command
        .current_dir(folder)
        .env_remove("NO_COLOR")
        .stdin(Stdio::null());
    command
}

/// Runs the program in a folder with what was typed after its name.
pub fn run(folder: &Path, typed: &str) -> Ran {
    finish(program(folder).args(typed.split_whitespace()))
}

/// Runs a command to its end, which must be its own.
#[track_caller]
pub fn finish(command: &mut Command) -> Ran {
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Ran {
        status: output.status.code().expect("an end of its own"),
        out: text(output.stdout),
        err: text(output.stderr),
    }
}

impl Ran {
    /// All of it, for a snapshot.
    pub fn told(&self) -> String {
        format!("status {}\nout: {}\nerr: {}\n", self.status, self.out, self.err)
    }

    /// What was said, to whichever end.
    pub fn said(&self) -> String {
        format!("{}{}", self.out, self.err)
    }

    /// The same with every path counting from a folder.
    pub fn shown_from(self, folder: &Path) -> Self {
        let folder = format!("{}/", folder.display());
        Self {
            status: self.status,
            out: self.out.replace(&folder, ""),
            err: self.err.replace(&folder, ""),
        }
    }

    /// The codes of what `check --format json` found, in its order.
    pub fn codes(&self) -> Vec<String> {
        self.found("code")
    }

    /// The messages of what `check --format json` found, a line each.
    pub fn messages(&self) -> String {
        let messages = self.found("message");
        messages.iter().map(|message| format!("{message}\n")).collect()
    }

    fn found(&self, key: &str) -> Vec<String> {
        let findings = self.out.lines().map(serde_json::from_str::<Value>);
        let text = |finding: Value| finding.get(key).unwrap().as_str().unwrap().to_owned();
        findings.map(|finding| text(finding.unwrap())).collect()
    }
}
