//! `status`: which paper is due when, what has not come and from whom. The one command that asks what day it is.

use super::arguments::{Arguments, StatusArguments, StatusFormat};
use super::terminal::Terminal;
use super::{CouldNotRun, Exit, check};
use crate::domain::Date;
use crate::pipeline::Desk;
use crate::status::{human, json};
use chrono::{Datelike, Local};

/// Runs `status`.
pub(super) fn run(
    arguments: &Arguments,
    options: &StatusArguments,
    terminal: Terminal,
) -> Result<Exit, CouldNotRun> {
    let today = options.today.map_or_else(today, Ok)?;
    let desk = Desk::open(&arguments.folder)?;
    let findings = desk.checked.findings();
    terminal.findings(findings, &desk.sources.texts);
    let Some(programme) = desk.checked.value() else {
        return Ok(Exit::Found);
    };
    let status = desk.status(programme, today);
    terminal.data(&match options.format {
        StatusFormat::Human => human::render(&status),
        StatusFormat::Json => json::render(&status),
    })?;
    Ok(check::exit(findings, arguments))
}

/// Today, where the reader is: the only clock in the program.
#[expect(
    clippy::disallowed_methods,
    reason = "`status` is about today; no paper ever is"
)]
fn today() -> Result<Date, CouldNotRun> {
    let now = Local::now().date_naive();
    Date::new(now.year(), now.month(), now.day())
        .ok_or_else(|| CouldNotRun(format!("the clock says {now}: give the day with --today")))
}
