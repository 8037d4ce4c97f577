//! `facts`: every figure that prose may name, with its present value.

use super::arguments::{Arguments, FactsArguments, FactsFormat};
use super::selection::Periods;
use super::terminal::Terminal;
use super::{CouldNotRun, Exit, check};
use crate::compose::listing::{csv, table};
use crate::domain::PaperKind;
use crate::pipeline::Folder;

/// Runs `facts`.
pub(super) fn run(
    arguments: &Arguments,
    options: &FactsArguments,
    terminal: Terminal,
) -> Result<Exit, CouldNotRun> {
    let periods = Periods::of(options.month, false);
    let desk = periods.judged(Folder::read(&arguments.folder)?);
    let findings = desk.checked.findings();
    terminal.findings(findings, &desk.sources.texts);
    let Some(programme) = desk.checked.value() else {
        return Ok(Exit::Found);
    };
    let occasions = periods.occasions(programme)?;
    for occasion in occasions
        .iter()
        .filter(|occasion| occasion.kind == PaperKind::Monthly)
    {
        terminal.data(&match options.format {
            FactsFormat::Table => table(&desk.facts(programme, occasion)),
            FactsFormat::Csv => csv(&desk.facts(programme, occasion)),
            FactsFormat::Json => desk.facts_document(programme, occasion),
        })?;
    }
    Ok(check::exit(findings, arguments))
}
