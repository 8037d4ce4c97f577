//! Runs the command line and hands its exit status to the shell.

use std::process::ExitCode;

fn main() -> ExitCode {
    board_papers::cli::run(std::env::args_os()).into()
}
