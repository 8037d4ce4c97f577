//! Typesetting: a manuscript in memory becomes a PDF in memory, or findings that point into its layouts. Knows
//! Typst, the embedded fonts and the standards that every paper keeps; refuses to know what a paper says, and
//! sees no disk, no network and no clock.

mod complaint;
mod fonts;
mod manuscript;
mod pdf;
mod reading;
mod unset;
mod world;

use std::fmt;
use std::num::NonZeroUsize;
use std::thread;

use typst_layout::PagedDocument;

use self::complaint::{complaints, internal};
pub use self::fonts::{Cut, Fonts};
pub use self::manuscript::Manuscript;
pub use self::pdf::is_set_by_us;
pub use self::reading::{Landmark, Run, Sheet};
use self::world::Desk;
use crate::finding::Findings;

/// The stack that Typst is given. Deeply nested brackets and content need more than the two MiB of a thread's
/// default; with this much Typst's own limits on depth are reached first.
const STACK_BYTES: usize = 8 << 20;

/// A finished paper.
#[derive(Clone, PartialEq, Eq)]
pub struct Paper {
    /// The file: PDF/UA-1 and PDF/A-3a in one.
    pub pdf: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
}

impl fmt::Debug for Paper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Paper of {} pages, {} bytes", self.pages, self.pdf.len())
    }
}

/// Sets a manuscript. The same manuscript and fonts give the same bytes, on any machine.
///
/// # Errors
///
/// Everything that Typst complains of, warnings included: a layout of ours that is warned about is wrong. So is
/// one whose page a screen reader could not read out.
pub fn typeset(manuscript: &Manuscript, fonts: &Fonts) -> Result<Paper, Findings> {
    typeset_with(manuscript, fonts, Memory::ALONE)
}

/// How much Typst remembers of what it has set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Memory {
    /// This paper and those set with it, so many in all. What else is kept is some 26 MB a paper, from which no other gains.
    Of(NonZeroUsize),
    /// Everything, until [`forget`] is called.
    Everything,
}

impl Memory {
    /// Of one paper that is set by itself.
    pub const ALONE: Self = Self::Of(NonZeroUsize::MIN);

    /// As much, and one paper more.
    #[must_use]
    pub fn and_one(self) -> Self {
        match self {
            Self::Of(papers) => Self::Of(papers.saturating_add(1)),
            Self::Everything => Self::Everything,
        }
    }
}

/// Lets go of what Typst did not need in the last so many calls of this. It takes its time, so that whoever is waited for
/// does it when a paper is made.
pub fn forget(calls: NonZeroUsize) {
    comemo::evict(calls.get() - 1);
}

/// The same, with so much of what was set before remembered.
///
/// # Errors
///
/// As [`typeset`].
pub fn typeset_with(manuscript: &Manuscript, fonts: &Fonts, memory: Memory) -> Result<Paper, Findings> {
    with_room(memory, || {
        let desk = Desk::new(manuscript, fonts)?;
        let document = laid_out(&desk)?;
        let pdf = pdf::export(&document, manuscript.ident()).map_err(|faults| complaints(&desk, &faults))?;
        Ok(Paper {
            pdf,
            pages: document.pages().len(),
        })
    })
}

/// What is wrong with the layouts of a manuscript that shows before a page is set, in the very words of [`typeset`]: nothing of its
/// data or pictures is needed.
#[must_use]
pub fn layout_faults(manuscript: &Manuscript, fonts: &Fonts) -> Findings {
    let looked = with_room(Memory::Everything, || {
        Ok(unset::faults(&Desk::new(manuscript, fonts)?, manuscript))
    });
    looked.unwrap_or_else(|refused| refused)
}

/// The text of each page of a manuscript, in the order in which it is drawn, a line of print to a line.
///
/// # Errors
///
/// As [`typeset`], save for what only the PDF's standards ask for.
pub fn page_texts(manuscript: &Manuscript, fonts: &Fonts) -> Result<Vec<String>, Findings> {
    let layout = lay_out(manuscript, fonts, Memory::ALONE)?;
    Ok(layout
        .sheets
        .iter()
        .map(|sheet| reading::lines(&sheet.runs))
        .collect())
}

/// A manuscript on its pages, before it is a PDF.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// Its pages, with the pieces of text on each. What is written in pictures is not among them.
    pub sheets: Vec<Sheet>,
    /// Its headings with a label.
    pub landmarks: Vec<Landmark>,
}

impl Layout {
    /// The page on which the heading of that label stands, counted from 1.
    #[must_use]
    pub fn page_of(&self, label: &str) -> Option<usize> {
        let mut landmarks = self.landmarks.iter();
        landmarks.find(|one| one.label == label).map(|one| one.page)
    }
}

/// Lays out the pages of a manuscript.
///
/// # Errors
///
/// As [`page_texts`].
pub fn lay_out(manuscript: &Manuscript, fonts: &Fonts, memory: Memory) -> Result<Layout, Findings> {
    with_room(memory, || {
        let document = laid_out(&Desk::new(manuscript, fonts)?)?;
        Ok(Layout {
            sheets: reading::sheets(&document),
            landmarks: reading::landmarks(&document),
        })
    })
}

/// Lets Typst lay out the pages.
fn laid_out(desk: &Desk) -> Result<PagedDocument, Findings> {
    let warned = typst::compile::<PagedDocument>(desk);
    let mut findings = complaints(desk, &warned.warnings);
    match warned.output {
        Ok(document) if findings.is_empty() => Ok(document),
        Ok(_) => Err(findings),
        Err(faults) => {
            findings.extend(complaints(desk, &faults));
            Err(findings)
        }
    }
}

/// Runs `work` where there is room for Typst's recursion, and lets go of what Typst is not to remember.
fn with_room<T: Send>(
    memory: Memory,
    work: impl FnOnce() -> Result<T, Findings> + Send,
) -> Result<T, Findings> {
    let result = thread::scope(|scope| {
        let worker = thread::Builder::new()
            .name("typesetter".to_owned())
            .stack_size(STACK_BYTES);
        match worker.spawn_scoped(scope, work) {
            Ok(running) => running
                .join()
                .unwrap_or_else(|_| Err(internal("the typesetter broke down"))),
            Err(error) => Err(internal(&format!(
                "no thread could be started for the typesetter: {error}"
            ))),
        }
    });
    match memory {
        Memory::Of(papers) => forget(papers),
        Memory::Everything => {}
    }
    result
}
