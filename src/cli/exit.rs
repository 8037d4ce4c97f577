//! The three exit statuses. Knows nothing else.

use std::process::ExitCode;

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Papers made, inputs clean, or everything current: 0.
    Done,
    /// Findings, or a difference: 1.
    Found,
    /// Could not run: 2.
    CouldNotRun,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Done => 0,
            Exit::Found => 1,
            Exit::CouldNotRun => 2,
        })
    }
}
