//! The program run as from a shell, standing in a programme's folder. Knows how it is started; not what it should say.

use std::path::Path;
use std::process::{Command, Stdio};

/// What a run said, to whichever end, and how it ended.
pub struct Ran {
    pub status: i32,
    pub said: String,
}

/// Runs the program with what was typed after its name.
pub fn run(folder: &Path, typed: &str) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_board-papers"));
    command.current_dir(folder).stdin(Stdio::null());
    let output = command.args(typed.split_whitespace()).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Ran {
        status: output.status.code().expect("an end of its own"),
        said: text(output.stdout) + &text(output.stderr),
    }
}

/// The codes of the findings that were told for people, in their order.
pub fn codes(said: &str) -> Vec<&str> {
    let code = |line: &'_ str| -> Option<(usize, usize)> {
        let start = ["error[", "warning["]
            .iter()
            .find_map(|word| line.starts_with(word).then_some(word.len()))?;
        Some((start, line.find(']')?))
    };
    said.lines()
        .filter_map(|line| code(line).and_then(|(start, end)| line.get(start..end)))
        .collect()
}
