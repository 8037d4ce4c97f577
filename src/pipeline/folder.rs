//! A programme's folder that was read and is not yet judged. Knows the first two stages; refuses to know any paper.

use super::{Desk, Stage, Timings, months};
use crate::check::check;
use crate::domain::Month;
use crate::load::{Glance, LoadError, Sources, glance, load};
use crate::typeset::Fonts;
use std::path::Path;
use std::sync::OnceLock;

/// What was read of a programme's folder.
pub struct Folder {
    sources: Sources,
    timings: Timings,
}

impl Folder {
    /// Load.
    ///
    /// # Errors
    ///
    /// When there are no inputs to read.
    pub fn read(folder: &Path) -> Result<Self, LoadError> {
        let timings = Timings::begin();
        let sources = timings.time("", Stage::Load, || load(folder))?;
        Ok(Self { sources, timings })
    }

    /// What can be seen of the folder without reading it.
    #[must_use]
    pub fn glance(folder: &Path) -> Glance {
        glance(folder)
    }

    /// The path and text of everything that can have a part in a paper or in what is found, and the paths of what could not
    /// be read.
    pub fn contents(&self) -> impl Iterator<Item = (&str, &str)> {
        let texts = self
            .sources
            .texts
            .iter()
            .map(|text| (&**text.path(), text.text()));
        texts.chain(self.sources.unread.iter().map(|unread| (&*unread.path, "")))
    }

    /// Check.
    #[must_use]
    pub fn judged(self) -> Desk {
        let Self { sources, timings } = self;
        judge(sources, timings)
    }

    /// Check of it as much as the papers of a month can know of.
    #[must_use]
    pub fn judged_for(self, month: Month) -> Desk {
        let Self {
            sources: all,
            timings,
        } = self;
        if !months::has(&all, month) {
            return judge(all, timings);
        }
        let desk = judge(months::up_to(&all, month), timings);
        let last = desk.last_known_month(month);
        if last > month {
            judge(months::up_to(&all, last), desk.timings)
        } else {
            desk
        }
    }
}

fn judge(sources: Sources, timings: Timings) -> Desk {
    let fonts = Fonts::embedded();
    let checked = timings.time("", Stage::Check, || {
        check(&sources, &|character| fonts.covers(character))
    });
    Desk {
        sources,
        checked,
        fonts,
        timings,
        files: OnceLock::new(),
    }
}
