//! `check`: everything up to composing, for every paper, and the pages of a director's words that may be too long; writes nothing.

use super::arguments::{Arguments, CheckArguments, Deny};
use super::terminal::Terminal;
use super::{CouldNotRun, Exit};
use crate::catalogue::occasions;
use crate::finding::Findings;
use crate::pipeline::{Desk, all_cores};

/// Runs `check`.
pub(super) fn run(
    arguments: &Arguments,
    options: &CheckArguments,
    terminal: Terminal,
) -> Result<Exit, CouldNotRun> {
    let desk = Desk::open(&arguments.folder)?;
    let mut findings = desk.checked.findings().clone();
    let programme = desk.checked.value();
    let papers = programme.map(occasions);
    findings.extend(desk.layout_faults(papers.as_deref()));
    if let (Some(programme), Some(papers)) = (programme, &papers) {
        findings.extend(desk.faults(programme, papers, all_cores()));
    }
    terminal.answer(&findings, &desk.sources.texts, options.format)?;
    Ok(exit(&findings, arguments))
}

/// What findings mean for the exit status: errors always, warnings where they are denied.
pub(super) fn exit(findings: &Findings, arguments: &Arguments) -> Exit {
    let denied = match arguments.deny {
        Some(Deny::Warnings) => !findings.is_empty(),
        None => false,
    };
    if findings.has_errors() || denied {
        Exit::Found
    } else {
        Exit::Done
    }
}
