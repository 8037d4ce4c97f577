//! `build`: makes papers and lays them down, or, with `--check`, only compares them with what lies there.

mod comparing;
mod orders;
mod shortcut;

use super::arguments::{Arguments, BuildArguments};
use super::selection::Periods;
use super::terminal::Terminal;
use super::{CouldNotRun, Exit, check};
use crate::domain::Programme;
use crate::finding::Findings;
use crate::pipeline::{
    Desk, Finish, Folder, Kept, Making, Memory, Order, Outcome, Stage, Timings, Unmade, all_cores,
};
use crate::write::{Manifest, PaperPath, Scope, Written, emit, record, refuse_others, write};
pub(super) use orders::Orders;
use shortcut::Shortcut;
use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The folder of finished papers, in the programme's folder.
pub(super) const OUTPUT: &str = "output";

/// What a build says when all papers are as they should be.
const NOTHING: &str = "nothing to do";

/// Runs `build`.
pub(super) fn run(
    arguments: &Arguments,
    options: &BuildArguments,
    terminal: Terminal,
) -> Result<Exit, CouldNotRun> {
    let output = arguments.folder.join(OUTPUT);
    if let Some(file) = &options.timings {
        refuse_others(file, Timings::wrote)?;
    }
    let folder = Folder::read(&arguments.folder)?;
    let periods = Periods::of(options.month, options.all);
    let shortcut = Shortcut::new(&output, &folder)?;
    if may_be_short(arguments, options)
        && let Some(current) = shortcut.current(periods, options.paper.as_deref())?
    {
        report_current(terminal, current, NOTHING);
        return Ok(Exit::Done);
    }
    let desk = periods.judged(folder);
    let findings = desk.checked.findings();
    let (Some(programme), Exit::Done) = (desk.checked.value(), check::exit(findings, arguments)) else {
        terminal.findings(findings, &desk.sources.texts);
        return Ok(Exit::Found);
    };
    let jobs = options.jobs.unwrap_or_else(all_cores);
    let run = Run {
        arguments,
        desk: &desk,
        programme,
        terminal,
        output: &output,
        jobs,
        memory: Memory::Of(jobs),
    };
    let exit = if options.check {
        run.check()?
    } else {
        run.build(options, periods, &shortcut)?
    };
    if let Some(file) = &options.timings {
        record(file, &desk.timings.json(), Timings::wrote)?;
    }
    Ok(exit)
}

/// Whether all that is asked for is papers: then there is nothing to do when they are current.
fn may_be_short(arguments: &Arguments, options: &BuildArguments) -> bool {
    let asks_for_more = options.check || options.draft || options.emit.is_some() || options.timings.is_some();
    !asks_for_more && arguments.deny.is_none()
}

fn report_current(terminal: Terminal, papers: usize, done: &str) {
    terminal.note(&format!("{} current; {done}", count(papers)));
}

/// `1 paper is`, `2 papers are`.
fn count(papers: usize) -> String {
    match papers {
        1 => "1 paper is".to_owned(),
        many => format!("{many} papers are"),
    }
}

/// One run over checked inputs.
pub(super) struct Run<'a> {
    /// What was asked for.
    pub(super) arguments: &'a Arguments,
    /// The folder, read and judged.
    pub(super) desk: &'a Desk,
    /// The programme in it.
    pub(super) programme: &'a Programme,
    /// Where to say what is done.
    pub(super) terminal: Terminal,
    /// The folder of finished papers.
    pub(super) output: &'a Path,
    /// How many papers are made at once.
    pub(super) jobs: NonZeroUsize,
    /// How much Typst remembers of what it has set.
    pub(super) memory: Memory,
}

impl Run<'_> {
    fn build(
        &self,
        options: &BuildArguments,
        periods: Periods,
        shortcut: &Shortcut<'_>,
    ) -> Result<Exit, CouldNotRun> {
        let manifest = Manifest::read(self.output)?;
        let finish = if options.draft {
            Finish::Draft
        } else {
            Finish::Final
        };
        let orders = Orders::new(self.desk, self.programme, self.output, &manifest)
            .asked(periods, options.paper.as_deref(), finish)?
            .and_stale(periods, options.paper.as_deref(), |record| {
                shortcut.vouches_for(record)
            });
        for occasion in &orders.in_preparation {
            self.tell_in_preparation(occasion);
        }
        if let Some(folder) = &options.emit
            && self.emit(&orders.list, folder)? == Exit::Found
        {
            return Ok(Exit::Found);
        }
        let Some(outcome) = self.make(&orders.list, Kept::In(self.output, &manifest))? else {
            return Ok(Exit::Found);
        };
        let is_clean = self.desk.checked.findings().is_empty() && outcome.doubts.is_empty();
        let papers: Vec<_> = outcome.made.into_iter().map(|made| made.paper).collect();
        let scope = match (periods, &options.paper) {
            (Periods::One(_), _) | (_, Some(_)) => Scope::TheseOnly,
            (Periods::Latest | Periods::All, None) => Scope::Of(&orders.all),
        };
        let written = self
            .desk
            .timings
            .time("", Stage::Write, || write(self.output, &papers, scope))?;
        if is_clean && !options.draft {
            shortcut.note(periods, &orders, &written)?;
        }
        self.report(&written, orders.skipped.len());
        Ok(Exit::Done)
    }

    /// The papers of these orders, or none if anything is at fault; everything that was found is shown.
    pub(super) fn make(&self, orders: &[Order], kept: Kept<'_>) -> Result<Option<Outcome>, CouldNotRun> {
        let begun = AtomicUsize::new(0);
        let of: usize = orders.iter().map(|order| order.count(self.programme)).sum();
        let progress = |path: &str| {
            let number = begun.fetch_add(1, Ordering::Relaxed) + 1;
            self.terminal.progress(number, of, path);
        };
        let making = Making {
            jobs: self.jobs,
            memory: self.memory,
            kept,
            progress: &progress,
        };
        let made = self.desk.make(self.programme, orders, &making);
        self.terminal.end_progress();
        match made {
            Ok(outcome) => Ok((self.tell(&outcome.doubts) == Exit::Done).then_some(outcome)),
            Err(Unmade::Write(error)) => Err(error.into()),
            Err(Unmade::Faults(findings)) => {
                self.tell(&findings);
                Ok(None)
            }
        }
    }

    /// Shows what was found in the inputs and, further on, in the papers: one list, in the order of the files.
    fn tell(&self, found: &Findings) -> Exit {
        let mut all = self.desk.checked.findings().clone();
        all.extend(found.iter().cloned());
        self.terminal.findings(&all, &self.desk.sources.texts);
        check::exit(&all, self.arguments)
    }

    /// Writes the manuscripts of these orders into a folder.
    fn emit(&self, orders: &[Order], folder: &Path) -> Result<Exit, CouldNotRun> {
        for order in orders {
            let manuscripts = self
                .desk
                .manuscripts(self.programme, &order.occasion, order.finish);
            let papers = match manuscripts {
                Ok(manuscripts) => manuscripts.papers,
                Err(findings) => {
                    self.tell(&findings);
                    return Ok(Exit::Found);
                }
            };
            for one in papers.iter().filter(|one| order.names.has(one.name())) {
                let below = folder.join(one.path.trim_end_matches(".pdf"));
                emit(&below, &one.manuscript)?;
                let words = format!("wrote the manuscript of {} to {}", one.path, below.display());
                self.terminal.note(&words);
            }
        }
        Ok(Exit::Done)
    }

    /// Says what was done.
    pub(super) fn report(&self, written: &Written, skipped: usize) {
        let shown = |path: &PaperPath| self.desk.sources.texts.shown(&format!("{OUTPUT}/{path}"));
        for path in &written.written {
            self.terminal.note(&format!("made {}", shown(path)));
        }
        for path in &written.removed {
            self.terminal
                .note(&format!("removed {}: it is a paper no longer", shown(path)));
        }
        for path in &written.left {
            let path = shown(path);
            self.terminal.note(&format!(
                "left {path}: it is a paper no longer, and it was changed by hand; move it out of `{OUTPUT}`"
            ));
        }
        if written.written.is_empty() && written.removed.is_empty() && written.left.is_empty() {
            let done = if written.is_recorded {
                "their record was renewed"
            } else {
                NOTHING
            };
            report_current(self.terminal, written.unchanged.len() + skipped, done);
        }
    }
}
