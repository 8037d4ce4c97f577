//! The one way down, stage by stage: load, check, analyse, review, draw, compose, typeset, write.
//! Knows their order and what each is handed; what they do stands in their own files.

mod folder;
mod long_words;
mod making;
mod measure;
mod months;
mod schemas;
mod timings;
mod workers;

use crate::analysis::{Assessment, analyse};
use crate::catalogue::{self, Occasion};
use crate::compose::{self, Composed, Standing, compose, facts::Facts, facts_document, ledger};
use crate::domain::{Date, Month, PaperKind, Programme};
use crate::draw::{Charts, draw};
use crate::finding::{Findings, Severity};
use crate::input::checked::Checked;
pub use crate::load::Glance;
use crate::load::{LoadError, Sources};
use crate::review::{self, lacking, missing};
use crate::status::{self, Status};
use crate::typeset::{self, Fonts};
pub use crate::typeset::{Memory, forget};
use crate::write::{Source, Sources as Files};
pub use folder::Folder;
pub use making::{Kept, Made, Making, Names, Order, Outcome, Unmade};
pub use measure::Printed;
pub use schemas::schemas;
use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::OnceLock;
pub use timings::{Stage, Timings};
pub use workers::all_cores;
use workers::in_parallel;

/// Whether papers are made in spite of what they lack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finish {
    /// Only finished papers: words and approval are there.
    Final,
    /// Drafts too, marked as such on every page.
    Draft,
    /// A draft of what lacks something; all else finished.
    AsItIs,
}

/// The manuscripts of one occasion, and what somebody should look at before they go out.
#[derive(Debug)]
pub struct Manuscripts {
    /// The paper first, then its letters.
    pub papers: Vec<Composed>,
    /// Warnings; in a draft also what a finished paper could not be made with.
    pub doubts: Findings,
}

/// A programme's folder, read and judged.
pub struct Desk {
    /// The files as they were read.
    pub sources: Sources,
    /// What was found in them, and the programme if no finding is an error.
    pub checked: Checked<Programme>,
    /// The fonts of every paper.
    pub fonts: Fonts,
    /// How long things took.
    pub timings: Timings,
    files: OnceLock<Files>,
}

impl Desk {
    /// Load and check.
    ///
    /// # Errors
    ///
    /// When there are no inputs to read.
    pub fn open(folder: &Path) -> Result<Self, LoadError> {
        Ok(Folder::read(folder)?.judged())
    }

    /// The last month that the papers of this one can know of.
    fn last_known_month(&self, month: Month) -> Month {
        let papers = self.checked.value().into_iter().flat_map(catalogue::occasions);
        let known = papers
            .filter(|occasion| occasion.period == month)
            .map(|occasion| occasion.last_known_month());
        known.max().unwrap_or(month)
    }

    /// Analyse, review, draw, compose: the manuscripts of one occasion.
    ///
    /// # Errors
    ///
    /// What a finished paper lacks, and every fault of the prose.
    pub fn manuscripts(
        &self,
        programme: &Programme,
        occasion: &Occasion,
        finish: Finish,
    ) -> Result<Manuscripts, Findings> {
        let paper = format!("{}/{}.pdf", occasion.period.iso(), occasion.kind.name());
        let time = &self.timings;
        let known = time.time(&paper, Stage::Know, || Knowledge::of(programme, occasion));
        let assessment = time.time(&paper, Stage::Analyse, || known.assess(occasion));
        let mut doubts = doubts(&assessment);
        let standing = match finish {
            Finish::Draft => Standing::Draft(missing(&known.now, occasion)),
            Finish::AsItIs => Standing::AsItIs(missing(&known.now, occasion)),
            Finish::Final => Standing::Final,
        };
        match finish {
            Finish::Draft | Finish::AsItIs => doubts = as_warnings(doubts),
            Finish::Final => doubts.extend(lacking(programme, &assessment)),
        }
        let charts = time.time(&paper, Stage::Draw, || draw(&assessment, &Printed(&self.fonts)));
        let composed = time.time(&paper, Stage::Compose, || {
            compose(&assessment, &charts, &self.sources.layouts, &standing)
        });
        match composed {
            Ok(papers) if !doubts.has_errors() => Ok(Manuscripts { papers, doubts }),
            other => {
                doubts.extend(other.err().unwrap_or_default());
                Err(doubts)
            }
        }
    }

    /// What is wrong with the returns, and with the papers of these occasions as far as it shows before pages are set. A paper
    /// that is still in preparation may lack what it needs.
    #[must_use]
    pub fn faults(&self, programme: &Programme, occasions: &[Occasion], jobs: NonZeroUsize) -> Findings {
        let of_paper = |occasion: &Occasion| self.faults_of(programme, occasion, Memory::Of(jobs));
        let of_papers = in_parallel(jobs, occasions, of_paper).into_iter().flatten();
        of_papers.chain(review::returns(programme, |_| true)).collect()
    }

    fn faults_of(&self, programme: &Programme, occasion: &Occasion, memory: Memory) -> Findings {
        // Nothing can be wrong with the pictures, nor with what earlier papers said, but an approval may name a digest in
        // which both have a part.
        let alone = Knowledge::alone(programme, occasion);
        let approval = occasion.approval(&alone.now);
        let names_content = approval.is_some_and(|approval| approval.digest.is_some());
        let known = if names_content {
            Knowledge::of(programme, occasion)
        } else {
            alone
        };
        let assessment = known.assess(occasion);
        let mut findings = doubts(&assessment);
        let standing = if occasion.is_in_preparation(programme) {
            Standing::AsItIs(missing(&known.now, occasion))
        } else {
            findings.extend(lacking(programme, &assessment));
            Standing::Final
        };
        if !names_content && !long_words::may_be(&known.now, occasion) {
            findings.extend(compose::faults(&assessment));
            return findings;
        }
        let charts = if names_content {
            draw(&assessment, &Printed(&self.fonts))
        } else {
            Charts::default()
        };
        match compose(&assessment, &charts, &self.sources.layouts, &standing) {
            Ok(papers) => {
                let report = papers.first();
                let long = report.and_then(|report| self.long_words(&known.now, occasion, report, memory));
                findings.extend(long);
            }
            Err(faults) => findings.extend(faults),
        }
        findings
    }

    /// What is wrong with the layouts, as far as it shows before a page is set. Where it is known which papers there are, those of
    /// these papers must be there.
    #[must_use]
    pub fn layout_faults(&self, occasions: Option<&[Occasion]>) -> Findings {
        let needed = |kind| occasions.is_some_and(|all| all.iter().any(|one| one.kind == kind));
        let kinds = [PaperKind::Monthly, PaperKind::SixMonthly].into_iter();
        let unset = kinds.flat_map(|kind| {
            let layouts = compose::unset(kind, &self.sources.layouts).into_iter();
            layouts.filter(move |layout| needed(kind) || layout.file(layout.main()).is_some())
        });
        unset
            .flat_map(|layout| typeset::layout_faults(&layout, &self.fonts))
            .collect()
    }

    /// Whether a paper lacks something that a finished one has.
    #[must_use]
    pub fn lacks(&self, programme: &Programme, occasion: &Occasion) -> bool {
        !missing(&programme.as_known_at(occasion.cut_off), occasion).is_empty()
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
            let content = draft.and_then(|draft| draft.papers.first().map(|paper| paper.content));
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

    /// The files that were read and can have a part in a paper, as a manifest remembers them.
    pub fn files(&self) -> &Files {
        self.files.get_or_init(|| {
            let texts = self.sources.texts.iter();
            texts
                .map(|text| (text.path().to_string(), Source::of(text.text())))
                .collect()
        })
    }
}

/// What the review finds in a paper and, where it is a month's, in the returns that it rests on.
fn doubts(assessment: &Assessment<'_>) -> Findings {
    let mut doubts = review::doubts(assessment);
    if assessment.occasion.kind == PaperKind::Monthly {
        let is_of_paper = |month| month == assessment.occasion.period;
        doubts.extend(review::returns(assessment.programme, is_of_paper));
    }
    doubts
}

/// Nothing that a review finds stands in the way of a draft.
fn as_warnings(findings: Findings) -> Findings {
    let findings = findings.into_iter();
    findings
        .map(|finding| finding.with_severity(Severity::Warning))
        .collect()
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

    /// Without what the earlier papers knew: nothing can be said of revisions then.
    fn alone(programme: &Programme, occasion: &Occasion) -> Self {
        Self {
            now: programme.as_known_at(occasion.cut_off),
            before: Vec::new(),
        }
    }

    fn assess<'k>(&'k self, occasion: &'k Occasion) -> Assessment<'k> {
        analyse(&self.now, occasion, &self.before)
    }
}
