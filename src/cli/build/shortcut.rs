//! The way round everything: when the files are those of the last build and the papers lie as it left them, there is
//! nothing to do. Knows digests; what the papers are made of is not even read.

use super::orders::Orders;
use crate::cli::CouldNotRun;
use crate::cli::selection::Periods;
use crate::pipeline::Folder;
use crate::write::{LastBuild, PaperPath, Presence, Record, WriteError, Written};
use std::path::Path;

/// What the last build left behind, and what lies there now.
pub(super) struct Shortcut<'a> {
    output: &'a Path,
    last: Option<LastBuild>,
    now: LastBuild,
}

impl<'a> Shortcut<'a> {
    /// Looks at what was read and at what the last build noted.
    pub(super) fn new(output: &'a Path, folder: &Folder) -> Result<Self, CouldNotRun> {
        let now = LastBuild::of(folder.contents());
        Ok(Self {
            output,
            last: LastBuild::read(output)?,
            now,
        })
    }

    /// How many papers of those asked for there are, if all of them are current.
    pub(super) fn current(&self, periods: Periods, name: Option<&str>) -> Result<Option<usize>, WriteError> {
        let Some(last) = self
            .last
            .as_ref()
            .filter(|last| last.is_of_the_same_as(&self.now))
        else {
            return Ok(None);
        };
        let latest = last.papers().filter_map(|path| path.folder()).max();
        let is_asked = |path: &PaperPath| {
            let is_of_month = match periods {
                Periods::All => true,
                Periods::One(month) => path.folder() == Some(&month.iso()),
                Periods::Latest => path.folder() == latest,
            };
            is_of_month && name.is_none_or(|name| path.name() == name)
        };
        // A plain build looks after every paper that was ever made.
        let is_kept = |path: &PaperPath| periods == Periods::Latest && name.is_none() && last.made(path);
        let wanted = last
            .papers()
            .filter_map(|path| match (is_asked(path), is_kept(path)) {
                (true, _) => Some((path, Presence::Required)),
                (false, true) => Some((path, Presence::ManifestOnly)),
                (false, false) => None,
            });
        last.are_current(self.output, wanted)
    }

    /// Whether this very program has found the paper current, so that what is recorded of it is what this program would make.
    pub(super) fn vouches_for(&self, record: &Record) -> bool {
        self.last.as_ref().is_some_and(|last| {
            last.is_by_the_same_program(&self.now) && last.has_seen(&record.path, record.pdf)
        })
    }

    /// Notes that these orders' papers are now current: those that were written, and those that needed nothing.
    pub(super) fn note(
        &self,
        periods: Periods,
        orders: &Orders<'_>,
        written: &Written,
    ) -> Result<(), WriteError> {
        let made = written.written.iter().chain(&written.unchanged);
        let current = made.chain(&orders.skipped);
        let same = self
            .last
            .as_ref()
            .filter(|last| last.is_of_the_same_as(&self.now));
        let note = match (same, periods) {
            (Some(last), _) => last.clone(),
            (None, Periods::Latest | Periods::All) => self.now.clone().with_papers(&orders.all),
            // The inputs of later months were not judged, so that it is not known which papers there are.
            (None, Periods::One(_)) => return Ok(()),
        };
        note.write(self.output, &written.manifest, current)
    }
}
