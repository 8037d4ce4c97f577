//! `schema`: the schemas by which editors complete and check the inputs, laid beside them.

use super::arguments::{Arguments, SchemaArguments};
use super::terminal::Terminal;
use super::{CouldNotRun, Exit};
use crate::pipeline::schemas;
use crate::write::{stale_schemas, write_schemas};

/// Runs `schema`.
pub(super) fn run(
    arguments: &Arguments,
    options: &SchemaArguments,
    terminal: Terminal,
) -> Result<Exit, CouldNotRun> {
    let schemas = schemas();
    if options.check {
        let stale = stale_schemas(&arguments.folder, &schemas)?;
        for path in &stale {
            terminal.fault(&format!(
                "`{path}` is not what this program reads: run `board-papers schema`"
            ));
        }
        return Ok(if stale.is_empty() { Exit::Done } else { Exit::Found });
    }
    let written = write_schemas(&arguments.folder, &schemas)?;
    for path in &written {
        terminal.note(&format!("wrote {path}"));
    }
    if written.is_empty() {
        terminal.note("the schemas are as they should be");
    }
    Ok(Exit::Done)
}
