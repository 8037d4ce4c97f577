//! `new month`: the folder of the next month's returns. Knows which month is next; what is owed in it is told elsewhere.

use super::arguments::{Arguments, New, NewArguments, NewMonthArguments};
use super::terminal::Terminal;
use super::{CouldNotRun, Exit};
use crate::blank::returns_of;
use crate::catalogue::occasions;
use crate::domain::{Month, Programme, RETURNS, return_path};
use crate::pipeline::Desk;
use crate::write::month_folder;

/// Runs `new`.
pub(super) fn run(
    arguments: &Arguments,
    options: &NewArguments,
    terminal: Terminal,
) -> Result<Exit, CouldNotRun> {
    match &options.what {
        New::Month(options) => month(arguments, options, terminal),
    }
}

fn month(
    arguments: &Arguments,
    options: &NewMonthArguments,
    terminal: Terminal,
) -> Result<Exit, CouldNotRun> {
    let desk = Desk::open(&arguments.folder)?;
    terminal.findings(desk.checked.findings(), &desk.sources.texts);
    let Some(programme) = desk.checked.value() else {
        return Ok(Exit::Found);
    };
    let month = options.month.unwrap_or_else(|| next(programme));
    let files = returns_of(programme, month);
    if files.is_empty() {
        let why = format!(
            "there is no paper for {month}, and nothing is owed: the first is for {}",
            programme.charter.papers.monthly.first
        );
        return Err(CouldNotRun(why));
    }
    let returns = arguments.folder.join(RETURNS);
    let texts = files.iter().map(|file| (file.name.as_str(), file.text.as_str()));
    month_folder(&returns, &month.iso(), texts)?;
    for file in &files {
        let path = return_path(month, &file.name);
        terminal.note(&format!("made {}", desk.sources.texts.shown(&path)));
    }
    terminal.note("each says in its head what to do when it has come; `status` says who owes what by when");
    Ok(Exit::Done)
}

/// The month after the last that anything has come for, or is awaited for; without one, the first that has a paper.
fn next(programme: &Programme) -> Month {
    let last = occasions(programme).last().map(|paper| paper.period);
    last.map_or(programme.charter.papers.monthly.first, |last| last.plus(1))
}
