//! `explain`: what a finding means, why it matters and how to mend it. Needs no programme: it can be asked anywhere.

use super::arguments::ExplainArguments;
use super::terminal::Terminal;
use super::{CouldNotRun, Exit};
use crate::finding::{Code, did_you_mean, quoted};

/// Runs `explain`.
pub(super) fn run(options: &ExplainArguments, terminal: Terminal) -> Result<Exit, CouldNotRun> {
    match &options.code {
        Some(name) => terminal.data(named(name)?.page())?,
        None => terminal.data(&list())?,
    }
    Ok(Exit::Done)
}

/// The code of a name as typed.
fn named(name: &str) -> Result<Code, CouldNotRun> {
    Code::named(name).ok_or_else(|| {
        let names = Code::ALL.iter().map(|code| code.name());
        let help = did_you_mean(name, names);
        let help = help.unwrap_or_else(|| "`board-papers explain` lists those that there are".to_owned());
        CouldNotRun(format!("no finding is called {}: {help}", quoted(name)))
    })
}

/// A line for each code: its name, its severity and what it means.
fn list() -> String {
    let width = Code::ALL.iter().map(|code| code.name().len()).max().unwrap_or(0);
    let line = |code: Code| {
        let (name, severity) = (code.name(), code.severity().word());
        format!("{name:width$}  {severity:7}  {}\n", code.description())
    };
    Code::ALL.into_iter().map(line).collect()
}
