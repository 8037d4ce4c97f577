//! `watch`: makes a month's papers again whenever a file is saved. Knows looks, changes and rounds; how papers are made
//! is `build`'s business.
//!
//! It glances at the whole folder again and again instead of asking the system to tell of each change, and reads it, as
//! every other command does, when something has happened. So it sees what a build would see, whatever an editor does with
//! temporary files and renames, on a shared drive too; and a folder that goes away and comes back is nothing special.

mod contents;

use super::arguments::{Arguments, WatchArguments};
use super::build::{Orders, Run};
use super::selection::Periods;
use super::terminal::Terminal;
use super::{CouldNotRun, Exit, check};
use crate::pipeline::{Finish, Folder, Glance, Kept, Memory, Timings, all_cores, forget};
use crate::write::{FinishedPaper, Manifest, Scope, WriteError, Written, write};
use contents::Contents;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::thread::sleep;
use std::time::Duration;

/// How long it waits between two glances, at least.
const PAUSE: Duration = Duration::from_millis(10);

/// After a glance that took long it waits so many times as long: looking must never take the machine from its user.
const REST: u32 = 9;

/// After a change it glances once more so soon, and reads when both glances agree: a file that an editor is still writing
/// is not a file yet.
const SETTLING: Duration = Duration::from_millis(5);

/// After so long, or longer where glances take long, it reads whatever they say: a clock may be too coarse to tell of two writings in a row.
const UNREAD: Duration = Duration::from_secs(2);

/// How long it waits for another build to be done.
const TURN: Duration = Duration::from_millis(100);

/// For how many rounds Typst remembers what it set, so that a changed sentence is set in a fraction of the time.
const REMEMBERED: NonZeroUsize = NonZeroUsize::MIN.saturating_add(3);

/// Runs `watch`, which only an interruption ends. It may come at any moment: papers are written whole or not at all.
pub(super) fn run(
    arguments: &Arguments,
    options: &WatchArguments,
    terminal: Terminal,
) -> Result<Exit, CouldNotRun> {
    // Where there is nothing to watch, the reader has named another folder than was meant.
    Folder::read(&arguments.folder)?;
    let mut watch = Watch {
        arguments,
        periods: Periods::of(options.month, false),
        terminal,
        output: arguments.folder.join(super::build::OUTPUT),
        seen: Glance::default(),
        last_read: None,
        made: None,
        trouble: None,
    };
    loop {
        sleep(watch.look());
    }
}

/// One watch over a folder.
struct Watch<'a> {
    arguments: &'a Arguments,
    periods: Periods,
    terminal: Terminal,
    output: PathBuf,
    /// What lay there at the last glance.
    seen: Glance,
    /// Runs since the folder was read, while nothing has happened; nothing when something has.
    last_read: Option<Timings>,
    /// What papers were last made of.
    made: Option<Contents>,
    /// Why the folder cannot be read, once it was said.
    trouble: Option<String>,
}

impl Watch<'_> {
    /// Glances at the folder, reads it if something has happened and come to rest, and tells when to look again.
    fn look(&mut self) -> Duration {
        let clock = Timings::begin();
        let now = Folder::glance(&self.arguments.folder);
        let glanced = clock.elapsed();
        if now != self.seen {
            self.seen = now;
            self.last_read = None;
            return SETTLING.max(glanced);
        }
        let pause = PAUSE.max(glanced.saturating_mul(REST));
        let unread = UNREAD.max(pause.saturating_mul(REST));
        if self
            .last_read
            .as_ref()
            .is_some_and(|since| since.elapsed() < unread)
        {
            return pause;
        }
        let next = self.read();
        self.last_read = Some(Timings::begin());
        next.unwrap_or(pause)
    }

    /// Reads the folder, and makes papers if it says other things than before. Tells when to look again, if not as always.
    fn read(&mut self) -> Option<Duration> {
        let folder = match Folder::read(&self.arguments.folder) {
            Ok(folder) => folder,
            Err(error) => {
                self.gone(error.to_string());
                return Some(TURN);
            }
        };
        self.trouble = None;
        let now = Contents::of(&folder);
        if self.made.as_ref() != Some(&now) {
            self.round(folder, &now);
            self.made = Some(now);
        }
        None
    }

    /// Says once that there is nothing to read, and goes on looking.
    fn gone(&mut self, why: String) {
        if self.trouble.as_ref() != Some(&why) {
            self.terminal.renew();
            self.terminal.fault(&format!("error: {why}"));
            self.waiting();
        }
        self.trouble = Some(why);
        self.made = None;
    }

    /// Makes what has changed; all that is said takes the place of what was said before.
    fn round(&self, folder: Folder, now: &Contents) {
        self.terminal.renew();
        if let Some(before) = &self.made {
            for change in now.changes_since(before) {
                self.terminal.note(&change);
            }
        }
        if let Err(CouldNotRun(why)) = self.make(folder) {
            self.terminal.fault(&format!("error: {why}"));
        }
        forget(REMEMBERED);
        self.waiting();
    }

    fn waiting(&self) {
        self.terminal.note("watching; end with Ctrl-C");
    }

    /// The papers of the month, as far as they go.
    fn make(&self, folder: Folder) -> Result<(), CouldNotRun> {
        let desk = self.periods.judged(folder);
        let findings = desk.checked.findings();
        let is_done = check::exit(findings, self.arguments) == Exit::Done;
        let Some(programme) = desk.checked.value().filter(|_| is_done) else {
            self.terminal.findings(findings, &desk.sources.texts);
            return Ok(());
        };
        let run = Run {
            arguments: self.arguments,
            desk: &desk,
            programme,
            terminal: self.terminal,
            output: &self.output,
            jobs: all_cores(),
            memory: Memory::Everything,
        };
        let manifest = Manifest::read(&self.output)?;
        let orders = Orders::new(&desk, programme, &self.output, &manifest).asked(
            self.periods,
            None,
            Finish::AsItIs,
        )?;
        // The first time, papers are set even where they are current: what Typst then remembers makes the next time short.
        let kept = match self.made {
            None => Kept::Nothing,
            Some(_) => Kept::In(&self.output, &manifest),
        };
        if let Some(outcome) = run.make(&orders.list, kept)? {
            let papers: Vec<_> = outcome.made.into_iter().map(|made| made.paper).collect();
            run.report(&self.lay(&papers)?, 0);
        }
        Ok(())
    }

    /// Lays papers down when it is our turn.
    fn lay(&self, papers: &[FinishedPaper]) -> Result<Written, WriteError> {
        let mut has_told = false;
        loop {
            match write(&self.output, papers, Scope::TheseOnly) {
                Err(busy @ WriteError::Busy { .. }) => {
                    if !has_told {
                        self.terminal.note(&busy.to_string());
                    }
                    has_told = true;
                    sleep(TURN);
                }
                outcome => return outcome,
            }
        }
    }
}
