//! Many papers: composed, and set unless they lie there already. Knows how papers are kept and what one run is about; how
//! a paper comes about stands in the pipeline.

use super::workers::in_parallel;
use super::{Desk, Finish, Manuscripts, Stage, months};
use crate::catalogue::Occasion;
use crate::compose::{Composed, is_layout_of};
use crate::digest::Digest;
use crate::domain::{Month, Programme};
use crate::finding::Findings;
use crate::typeset::{Memory, typeset_with};
use crate::write::{Body, FinishedPaper, Manifest, PaperPath, Presence, Sources, State, WriteError};
use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Which papers of an occasion are meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Names {
    /// The report and its letters.
    All,
    /// Those of these names.
    These(Vec<String>),
}

/// Papers of one occasion to be made.
#[derive(Debug, Clone)]
pub struct Order {
    /// The occasion.
    pub occasion: Occasion,
    /// Which of its papers.
    pub names: Names,
    /// Whether they are made in spite of what they lack.
    pub finish: Finish,
    /// Whether they must lie in the output folder.
    pub presence: Presence,
}

impl Order {
    /// How many papers it is for.
    #[must_use]
    pub fn count(&self, programme: &Programme) -> usize {
        match &self.names {
            Names::All => self.occasion.names(programme).len(),
            Names::These(names) => names.len(),
        }
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

/// How papers are made.
#[derive(Clone, Copy)]
pub struct Making<'a> {
    /// How many at once.
    pub jobs: NonZeroUsize,
    /// How much Typst remembers of what it has set: at least of as many papers as are made at once.
    pub memory: Memory,
    /// What may stay as it lies.
    pub kept: Kept<'a>,
    /// Is told the path of each paper when its turn has come.
    pub progress: &'a (dyn Fn(&str) + Sync),
}

/// A paper that was made.
#[derive(Debug, Clone)]
pub struct Made {
    /// The paper.
    pub paper: FinishedPaper,
    /// Whether it must lie in the output folder.
    pub presence: Presence,
}

/// What came of some orders.
#[derive(Debug)]
pub struct Outcome {
    /// The papers, in the order of the orders.
    pub made: Vec<Made>,
    /// What somebody should look at before they go out.
    pub doubts: Findings,
}

/// Why papers were not made.
#[derive(Debug)]
pub enum Unmade {
    /// Words, figures, approvals or layouts are at fault.
    Faults(Findings),
    /// A path is not one for a paper.
    Write(WriteError),
}

impl Desk {
    /// Makes the papers of these orders, in their order. All faults of all orders are found; once there is one, nothing is
    /// set any more, for nothing will be laid down.
    ///
    /// # Errors
    ///
    /// What finished papers lack, and every fault of prose and layouts.
    pub fn make(
        &self,
        programme: &Programme,
        orders: &[Order],
        making: &Making<'_>,
    ) -> Result<Outcome, Unmade> {
        let is_at_fault = AtomicBool::new(false);
        let made = in_parallel(making.jobs, orders, |order| {
            let made = self.fulfil(programme, order, making, &is_at_fault);
            if made.is_err() {
                is_at_fault.store(true, Ordering::Relaxed);
            }
            made
        });
        let (mut papers, mut doubts, mut faults) = (Vec::new(), Findings::new(), Findings::new());
        for one in made {
            match one {
                Ok(one) => {
                    papers.extend(one.made);
                    doubts.extend(one.doubts);
                }
                Err(Unmade::Faults(found)) => faults.extend(found),
                Err(Unmade::Write(error)) => return Err(Unmade::Write(error)),
            }
        }
        if faults.is_empty() {
            Ok(Outcome { made: papers, doubts })
        } else {
            faults.extend(doubts);
            Err(Unmade::Faults(faults))
        }
    }

    fn fulfil(
        &self,
        programme: &Programme,
        order: &Order,
        making: &Making<'_>,
        is_at_fault: &AtomicBool,
    ) -> Result<Outcome, Unmade> {
        let Manuscripts { papers, mut doubts } = self
            .manuscripts(programme, &order.occasion, order.finish)
            .map_err(Unmade::Faults)?;
        let mut made = Vec::new();
        for one in papers.iter().filter(|one| order.names.has(one.name())) {
            if is_at_fault.load(Ordering::Relaxed) {
                break;
            }
            (making.progress)(&one.path);
            let path = PaperPath::new(&one.path).map_err(Unmade::Write)?;
            let manuscript = one.manuscript.digest(&self.fonts);
            let stays = making.kept.holds(&path, manuscript, order.presence);
            // Laid out here, the paper need not be laid out again to be set. One of an earlier month that stays has had its warning.
            if order.presence == Presence::Required || !stays {
                let known = programme.as_known_at(order.occasion.cut_off);
                doubts.extend(self.long_words(&known, &order.occasion, one, making.memory.and_one()));
            }
            let body = if stays {
                Body::Kept
            } else {
                self.set(one, making.memory)?
            };
            made.push(Made {
                paper: self.finished(one, path, manuscript, body),
                presence: order.presence,
            });
        }
        Ok(Outcome { made, doubts })
    }

    /// Typeset.
    fn set(&self, composed: &Composed, memory: Memory) -> Result<Body, Unmade> {
        let set = || typeset_with(&composed.manuscript, &self.fonts, memory);
        let paper = self.timings.time(&composed.path, Stage::Typeset, set);
        paper.map(Body::Set).map_err(Unmade::Faults)
    }

    /// A paper ready to be laid down.
    fn finished(
        &self,
        composed: &Composed,
        path: PaperPath,
        manuscript: Digest,
        body: Body,
    ) -> FinishedPaper {
        FinishedPaper {
            path,
            title: composed.title.clone(),
            period: composed.period.iso(),
            state: composed.standing.lacks().map_or(State::Final, |_| State::Draft),
            manuscript,
            sources: self.made_from(&composed.path, composed.last_known_month),
            body,
        }
    }

    /// The files that a paper is made from.
    pub fn made_from(&self, path: &str, last_known_month: Month) -> Arc<Sources> {
        let name = path
            .rsplit('/')
            .next()
            .unwrap_or_default()
            .trim_end_matches(".pdf");
        months::made_from(self.files(), last_known_month, |layout| {
            is_layout_of(layout, name)
        })
    }
}

impl Kept<'_> {
    /// Whether a paper lies there already, of the same manuscript.
    fn holds(&self, path: &PaperPath, manuscript: Digest, presence: Presence) -> bool {
        match self {
            Self::Nothing => false,
            Self::In(output, manifest) => manifest.holds(output, path, manuscript, presence),
        }
    }
}

impl Names {
    /// Whether a paper of that name is meant.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        match self {
            Self::All => true,
            Self::These(names) => names.iter().any(|one| one == name),
        }
    }
}
