//! The one way down, stage by stage: load, check, analyse, review, draw, compose, typeset, write.
//! Knows their order and what each is handed; what they do stands in their own files.

mod measure;
mod months;

use crate::analysis::{Assessment, analyse};
use crate::catalogue::{self, Occasion};
use crate::check::check;
use crate::compose::{Composed, Standing, compose, facts::Facts, facts_document, ledger};
use crate::domain::{Date, Month, Programme};
use crate::draw::draw;
use crate::finding::Findings;
use crate::input::checked::Checked;
use crate::load::{LoadError, Sources, load};
use crate::review::{missing, review};
use crate::status::{self, Status};
use crate::typeset::{Fonts, typeset};
use crate::write::{Body, FinishedPaper, Manifest, PaperPath, WriteError};
pub use measure::Printed;
use std::path::Path;

/// Whether papers are made in spite of what they lack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finish {
    /// Only finished papers: words and approval are there.
    Final,
    /// Drafts too, marked as such on every page.
    Draft,
}

/// A programme's folder, read and judged.
pub struct Desk {
    /// The files as they were read.
    pub sources: Sources,
    /// What was found in them, and the programme if no finding is an error.
    pub checked: Checked<Programme>,
    /// The fonts of every paper.
    pub fonts: Fonts,
}

impl Desk {
    /// Load and check.
    ///
    /// # Errors
    ///
    /// When there are no inputs to read.
    pub fn open(folder: &Path) -> Result<Self, LoadError> {
        Ok(Self::judged(load(folder)?))
    }

    /// Load, and check what the papers of a month can know of: what is wrong with a later return is not in their way. A
    /// month without returns has no papers, and is told so by whoever asks for them.
    ///
    /// # Errors
    ///
    /// When there are no inputs to read.
    pub fn open_for(folder: &Path, month: Month) -> Result<Self, LoadError> {
        let all = load(folder)?;
        if !months::has(&all, month) {
            return Ok(Self::judged(all));
        }
        let desk = Self::judged(months::up_to(&all, month));
        let last = desk.last_known_month(month);
        Ok(if last > month {
            Self::judged(months::up_to(&all, last))
        } else {
            desk
        })
    }

    fn judged(sources: Sources) -> Self {
        let fonts = Fonts::embedded();
        let checked = check(&sources, &|character| fonts.covers(character));
        Self {
            sources,
            checked,
            fonts,
        }
    }

    /// The last month that the papers of this one can know of.
    fn last_known_month(&self, month: Month) -> Month {
        let papers = self.checked.value().into_iter().flat_map(catalogue::occasions);
        let known = papers
            .filter(|occasion| occasion.period == month)
            .map(|occasion| occasion.last_known_month());
        known.max().unwrap_or(month)
    }

    /// Analyse, review, draw, compose: the manuscripts of one occasion, the paper first, then its letters.
    ///
    /// # Errors
    ///
    /// What a finished paper lacks, and every fault of the prose.
    pub fn manuscripts(
        &self,
        programme: &Programme,
        occasion: &Occasion,
        finish: Finish,
    ) -> Result<Vec<Composed>, Findings> {
        let known = Knowledge::of(programme, occasion);
        let assessment = known.assess(occasion);
        let (standing, mut lacking) = match finish {
            Finish::Draft => (Standing::Draft(missing(&assessment)), Findings::new()),
            Finish::Final => (Standing::Final, review(&assessment)),
        };
        let charts = draw(&assessment, &Printed(&self.fonts));
        let composed = compose(&assessment, &charts, &self.sources.layouts, &standing);
        if lacking.has_errors() {
            lacking.extend(composed.err().unwrap_or_default());
            return Err(lacking);
        }
        composed
    }

    /// The facts of one occasion.
    #[must_use]
    pub fn facts(&self, programme: &Programme, occasion: &Occasion) -> Facts {
        ledger::facts(&Knowledge::of(programme, occasion).assess(occasion))
    }

    /// How the routine stands on a day; what was received later is not known.
    #[must_use]
    pub fn status(&self, programme: &Programme, today: Date) -> Status {
        let known = programme.as_known_at(today);
        let paper = |occasion: &Occasion| {
            let draft = self.manuscripts(&known, occasion, Finish::Draft).ok();
            let content = draft.and_then(|papers| papers.first().map(|paper| paper.content));
            status::paper(&known, occasion, content)
        };
        let papers = catalogue::open_on(&known, today).iter().map(paper).collect();
        Status::new(&known, today, papers)
    }

    /// The facts of one occasion and the whole analysis behind them, as JSON.
    #[must_use]
    pub fn facts_document(&self, programme: &Programme, occasion: &Occasion) -> String {
        let known = Knowledge::of(programme, occasion);
        facts_document::json(&known.assess(occasion), &self.sources.texts)
    }

    /// Typeset: a paper ready to be laid down. One that lies there already, of the same manuscript, is kept.
    ///
    /// # Errors
    ///
    /// What the layouts or the page lack.
    pub fn set(&self, composed: &Composed, kept: Kept<'_>) -> Result<FinishedPaper, SetError> {
        let path = PaperPath::new(&composed.path).map_err(SetError::Write)?;
        let manuscript = composed.manuscript.digest(&self.fonts);
        let is_kept = match kept {
            Kept::Nothing => false,
            Kept::In(output, manifest) => manifest.holds(output, &path, manuscript),
        };
        let body = if is_kept {
            Body::Kept
        } else {
            Body::Set(typeset(&composed.manuscript, &self.fonts).map_err(SetError::Layout)?)
        };
        Ok(FinishedPaper {
            path,
            title: composed.title.clone(),
            period: composed.period.iso(),
            manuscript,
            sources: months::made_from(&self.sources, composed.last_known_month),
            body,
        })
    }
}

/// What lies in the output folder and may stay there.
#[derive(Debug, Clone, Copy)]
pub enum Kept<'a> {
    /// Every paper is set anew.
    Nothing,
    /// Papers in this folder that the manifest says are of the same manuscript.
    In(&'a Path, &'a Manifest),
}

/// Why a paper was not set.
#[derive(Debug)]
pub enum SetError {
    /// The layouts are at fault.
    Layout(Findings),
    /// Its path is not one for a paper.
    Write(WriteError),
}

/// What a paper's cut-off knew, and what those of the papers before it knew.
struct Knowledge {
    now: Programme,
    before: Vec<(Occasion, Programme)>,
}

impl Knowledge {
    fn of(programme: &Programme, occasion: &Occasion) -> Self {
        let earlier = catalogue::before(programme, occasion).into_iter();
        let known = |earlier: Occasion| {
            let programme = programme.as_known_at(earlier.cut_off);
            (earlier, programme)
        };
        Self {
            now: programme.as_known_at(occasion.cut_off),
            before: earlier.map(known).collect(),
        }
    }

    fn assess<'k>(&'k self, occasion: &'k Occasion) -> Assessment<'k> {
        analyse(&self.now, occasion, &self.before)
    }
}
