//! The command line as typed. Knows words and options; what they mean together is settled in `selection`.

use crate::domain::{Date, Month};
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::num::NonZeroUsize;
use std::path::PathBuf;

/// Turns a council's monthly figures and improvement plan into the papers a board decides on
#[derive(Debug, Parser)]
#[command(
    name = "board-papers",
    version,
    max_term_width = 100,
    arg_required_else_help = true
)]
pub struct Arguments {
    /// What to do
    #[command(subcommand)]
    pub command: Command,
    /// The programme's folder, which holds inputs, report-templates and output
    #[arg(
        short = 'C',
        long = "folder",
        value_name = "DIR",
        default_value = ".",
        global = true
    )]
    pub folder: PathBuf,
    /// Say only what is wrong
    #[arg(short, long, global = true)]
    pub quiet: bool,
    /// When to use colour
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = Colour::Auto, global = true)]
    pub color: Colour,
    /// What stops a build beside errors
    #[arg(long, value_enum, value_name = "SEVERITY", global = true)]
    pub deny: Option<Deny>,
}

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Colour {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// What stops a build beside errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Deny {
    /// Warnings stop it too
    Warnings,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make the papers of the latest month, or of the months asked for
    Build(BuildArguments),
    /// Check the inputs and templates, and write nothing
    Check(CheckArguments),
    /// List every figure that prose may name, with its present value
    Facts(FactsArguments),
    /// Lay out what a month needs, before anything has come
    New(NewArguments),
    /// Say which paper is due when, what has not come, and whom to chase
    Status(StatusArguments),
    /// Say what a finding means, why it matters and how to mend it
    Explain(ExplainArguments),
    /// Write the schemas by which editors complete and check the inputs
    Schema(SchemaArguments),
    /// Make the latest month's papers again whenever a file is saved
    ///
    /// Makes what the saved file touches among the papers of the latest month, or of the month asked for; a paper that
    /// still lacks its words or its approval comes out as a draft. What is wrong is shown in place of what was shown
    /// before, and the papers stay as they were until it is mended. Papers of other months wait for `build`. Ctrl-C
    /// ends it at any moment.
    Watch(WatchArguments),
}

/// Options of `build`.
#[derive(Debug, Args)]
pub struct BuildArguments {
    /// Make only this paper: monthly, six-monthly, or letter-NAME
    #[arg(value_name = "PAPER")]
    pub paper: Option<String>,
    /// Make the papers of this month, such as 2010-10
    #[arg(long, value_name = "MONTH", conflicts_with = "all")]
    pub month: Option<Month>,
    /// Make the papers of every month
    #[arg(long)]
    pub all: bool,
    /// Make everything in memory, compare with what is in output, and write nothing
    #[arg(long, conflicts_with_all = ["month", "all", "paper", "draft", "emit"])]
    pub check: bool,
    /// Make papers in spite of missing returns, words and approvals, marked as drafts
    #[arg(long)]
    pub draft: bool,
    /// Also write what Typst was given (layouts, data, charts, fonts) into a folder
    #[arg(long, value_name = "DIR")]
    pub emit: Option<PathBuf>,
    /// Make so many papers at once; one for each core by default
    #[arg(short, long, value_name = "N", value_parser = jobs)]
    pub jobs: Option<NonZeroUsize>,
    /// Write how long each paper and stage took, in milliseconds, as JSON
    #[arg(long, value_name = "FILE")]
    pub timings: Option<PathBuf>,
}

/// How findings are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FindingsFormat {
    /// With the lines they are about
    Human,
    /// A line each
    Short,
    /// A JSON object a line
    Json,
    /// Annotations of a GitHub workflow
    Github,
}

/// Options of `check`.
#[derive(Debug, Args)]
pub struct CheckArguments {
    /// How findings are shown
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = FindingsFormat::Human)]
    pub format: FindingsFormat,
}

/// How facts are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FactsFormat {
    /// A line each, for people
    Table,
    /// One JSON object, for programs
    Json,
    /// Comma-separated values, for spreadsheets
    Csv,
}

/// Options of `facts`.
#[derive(Debug, Args)]
pub struct FactsArguments {
    /// The month, such as 2010-10; the latest by default
    #[arg(long, value_name = "MONTH")]
    pub month: Option<Month>,
    /// How facts are shown
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = FactsFormat::Table)]
    pub format: FactsFormat,
}

/// How a status is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum StatusFormat {
    /// For people; its list of whom to chase can go into an e-mail
    Human,
    /// One JSON object, for programs
    Json,
}

/// Options of `status`.
#[derive(Debug, Args)]
pub struct StatusArguments {
    /// The day to look from, such as 2010-10-20; today by default. What was received later is not known
    #[arg(long, value_name = "DATE")]
    pub today: Option<Date>,
    /// How it is shown
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = StatusFormat::Human)]
    pub format: StatusFormat,
}

/// Options of `explain`.
#[derive(Debug, Args)]
pub struct ExplainArguments {
    /// The name of the finding, such as blank-value; without it, all of them are listed
    #[arg(value_name = "CODE")]
    pub code: Option<String>,
}

/// Options of `schema`.
#[derive(Debug, Args)]
pub struct SchemaArguments {
    /// Say which schemas are missing or out of date, and write nothing
    #[arg(long)]
    pub check: bool,
}

/// Options of `new`.
#[derive(Debug, Args)]
pub struct NewArguments {
    /// What to lay out
    #[command(subcommand)]
    pub what: New,
}

/// What can be laid out.
#[derive(Debug, Subcommand)]
pub enum New {
    /// Lay out the folder of a month's returns, with everything that each contributor owes
    ///
    /// Writes a file or more for each contributor: every figure that is owed as a typed blank, and the actions,
    /// milestones, risks and issues that are owed an update in comments, all with what was said last. Nothing in a file is
    /// known to any paper until the day on which it was received stands in it. A folder that is there is left alone.
    Month(NewMonthArguments),
}

/// Options of `new month`.
#[derive(Debug, Args)]
pub struct NewMonthArguments {
    /// The month, such as 2010-11; the one after the last by default
    #[arg(value_name = "MONTH")]
    pub month: Option<Month>,
}

/// Options of `watch`.
#[derive(Debug, Args)]
pub struct WatchArguments {
    /// Watch over the papers of this month, such as 2010-10; the latest by default
    #[arg(long, value_name = "MONTH")]
    pub month: Option<Month>,
}

fn jobs(typed: &str) -> Result<NonZeroUsize, &'static str> {
    typed
        .parse()
        .map_err(|_| "write how many papers are made at once, from 1 on")
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_consistent() {
        Arguments::command().debug_assert();
    }
}
