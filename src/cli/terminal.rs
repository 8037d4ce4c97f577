//! The only printing: data to standard output, all else to standard error. Knows colour, progress and closed
//! pipes; what is said is said by others.

use super::CouldNotRun;
use super::arguments::{Arguments, Colour, FindingsFormat};
use crate::finding::{Findings, github, human, json, short};
use crate::place::SourceTexts;
use std::io::{ErrorKind, IsTerminal, Write, stderr, stdout};

/// Clears the screen and goes to its top.
const CLEAR_SCREEN: &str = "\u{1b}[2J\u{1b}[H";

/// Clears the line that the cursor is on.
const CLEAR_LINE: &str = "\r\u{1b}[2K";

/// Where a run prints.
#[derive(Debug, Clone, Copy)]
pub struct Terminal {
    quiet: bool,
    colour: human::Colour,
    shows_progress: bool,
}

impl Terminal {
    /// The terminal as the command line, `NO_COLOR` and the ends of the pipes have it.
    #[must_use]
    pub fn new(arguments: &Arguments) -> Self {
        let is_terminal = stderr().is_terminal();
        let wants_none = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let coloured = match arguments.color {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto => is_terminal && !wants_none,
        };
        Self {
            quiet: arguments.quiet,
            colour: if coloured {
                human::Colour::Ansi
            } else {
                human::Colour::Plain
            },
            shows_progress: is_terminal && !arguments.quiet,
        }
    }

    /// Data, to standard output. A reader that has gone away is no fault.
    ///
    /// # Errors
    ///
    /// When it could not all be written: half of it must not pass for the whole.
    pub fn data(self, text: &str) -> Result<(), CouldNotRun> {
        let mut out = stdout().lock();
        match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                Err(CouldNotRun(format!("the answer could not be written: {error}")))
            }
            Ok(()) | Err(_) => Ok(()),
        }
    }

    /// A line for people, unless they asked for quiet.
    pub fn note(self, line: &str) {
        if !self.quiet {
            self.fault(line);
        }
    }

    /// A line that is printed in any case.
    pub fn fault(self, line: &str) {
        let _ = writeln!(stderr().lock(), "{line}");
    }

    /// What is being made now, on one line of a terminal; the next call takes its place.
    pub fn progress(self, done: usize, of: usize, what: &str) {
        if self.shows_progress {
            let _ = write!(stderr().lock(), "{CLEAR_LINE}making {what} ({done} of {of})");
        }
    }

    /// Takes the line of progress away.
    pub fn end_progress(self) {
        if self.shows_progress {
            let _ = write!(stderr().lock(), "{CLEAR_LINE}");
        }
    }

    /// Makes room on a terminal: what is said next takes the place of all that was said.
    pub fn renew(self) {
        if self.shows_progress {
            let _ = write!(stderr().lock(), "{CLEAR_SCREEN}");
        }
    }

    /// Findings for people: with their lines, how many there are, and where more is said of the first.
    pub fn findings(self, findings: &Findings, texts: &SourceTexts) {
        if let Some(first) = findings.iter().next() {
            let _ = write!(stderr().lock(), "{}", human::render(findings, texts, self.colour));
            self.fault(&findings.summary());
            self.note(&format!(
                "to read more of a finding, ask for it by name: board-papers explain {}",
                first.code()
            ));
        }
    }

    /// Findings as the answer of a command: for people to standard error, for programs to standard output.
    ///
    /// # Errors
    ///
    /// When standard output could not take it all.
    pub fn answer(
        self,
        findings: &Findings,
        texts: &SourceTexts,
        format: FindingsFormat,
    ) -> Result<(), CouldNotRun> {
        match format {
            FindingsFormat::Human => {
                self.findings(findings, texts);
                Ok(())
            }
            FindingsFormat::Short => self.data(&short::render(findings, texts)),
            FindingsFormat::Json => self.data(&json::render(findings, texts)),
            FindingsFormat::Github => self.data(&github::render(findings, texts)),
        }
    }
}
