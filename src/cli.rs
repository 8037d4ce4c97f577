//! The command line: typed, settled, run. The only floor that prints, and the only one that knows exit statuses.

mod arguments;
mod build;
mod check;
mod exit;
mod explain;
mod facts;
mod new;
mod schema;
mod selection;
mod status;
mod terminal;
mod watch;

use arguments::{Arguments, Command};
use clap::Parser;
pub use exit::Exit;
use std::ffi::OsString;
use terminal::Terminal;

/// Runs what was typed, the program's name first.
pub fn run(typed: impl IntoIterator<Item = OsString>) -> Exit {
    match Arguments::try_parse_from(typed) {
        Ok(arguments) => dispatch(&arguments),
        Err(error) => {
            let _ = error.print();
            if error.use_stderr() {
                Exit::CouldNotRun
            } else {
                Exit::Done
            }
        }
    }
}

fn dispatch(arguments: &Arguments) -> Exit {
    let terminal = Terminal::new(arguments);
    let outcome = match &arguments.command {
        Command::Build(options) => build::run(arguments, options, terminal),
        Command::Check(options) => check::run(arguments, options, terminal),
        Command::Facts(options) => facts::run(arguments, options, terminal),
        Command::New(options) => new::run(arguments, options, terminal),
        Command::Status(options) => status::run(arguments, options, terminal),
        Command::Explain(options) => explain::run(options, terminal),
        Command::Schema(options) => schema::run(arguments, options, terminal),
        Command::Watch(options) => watch::run(arguments, options, terminal),
    };
    outcome.unwrap_or_else(|CouldNotRun(why)| {
        terminal.fault(&format!("error: {why}"));
        Exit::CouldNotRun
    })
}

/// Why a run ended before it had an answer, in words.
struct CouldNotRun(String);

impl<E: std::error::Error> From<E> for CouldNotRun {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}
