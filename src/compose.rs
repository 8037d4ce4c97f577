//! The stage `compose`: prose set, figures put in, and all of it laid out as the data that layouts read, with the
//! pictures beside it. Knows what each section says and in which order; how it looks is the layouts' business.

mod attachments;
mod composed;
pub mod context;
pub mod facts;
pub mod facts_document;
pub mod ledger;
mod letter;
pub mod listing;
pub mod markdown;
pub mod monthly;
mod paper;
pub mod printed;
pub mod prose;
mod setting;
pub mod shapes;
mod six_monthly;
mod tidy;

use crate::analysis::Assessment;
use crate::analysis::half_year::HalfYear;
use crate::digest::Digest;
use crate::domain::PaperKind;
use crate::draw::Charts;
use crate::finding::Findings;
use crate::place;
use crate::review;
use crate::typeset::Manuscript;
pub use composed::{Composed, Standing};
use context::{Context, Desk, Pictures};
use paper::PaperData;
use prose::Renderer;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The layouts and what lies with them, by path from the programme's folder.
pub type Layouts = BTreeMap<Arc<str>, Vec<u8>>;

/// The folder of what all layouts share.
const SHARED: &str = "report-templates/shared";

/// Where a layout finds the data of its paper.
const DATA: &str = "/data/paper.json";

/// The papers of one occasion: the report, and for a half-year the letters that go with it.
///
/// # Errors
///
/// Every fault of the prose: names that are not figures of the paper, and what the template engine cannot read;
/// and, of a finished paper, that it is not what was approved.
pub fn compose(
    assessment: &Assessment<'_>,
    charts: &Charts,
    layouts: &Layouts,
    standing: &Standing,
) -> Result<Vec<Composed>, Findings> {
    let facts = ledger::facts(assessment);
    let renderer = Renderer::new(&facts);
    let context = Context { assessment, charts };
    let mut desk = Desk::new(&renderer);
    let papers = match (assessment.occasion.kind, &assessment.half_year) {
        (PaperKind::Monthly, _) | (PaperKind::SixMonthly, None) => {
            vec![of_month(&context, &mut desk, layouts, standing)]
        }
        (PaperKind::SixMonthly, Some(half_year)) => {
            of_half_year(&context, half_year, &mut desk, layouts, standing)
        }
    };
    if desk.findings.has_errors() {
        Err(desk.findings)
    } else {
        Ok(papers)
    }
}

/// The director's report on a month.
fn of_month(context: &Context<'_>, desk: &mut Desk<'_>, layouts: &Layouts, standing: &Standing) -> Composed {
    let sections = monthly::sections(context, desk);
    let content = digest_of(&sections);
    let standing = settled(context, desk, standing, content);
    let report = monthly::monthly(context, desk, sections, content, &standing);
    let binder = Binder {
        context,
        layouts,
        content,
        standing,
    };
    binder.bind(&desk.pictures, monthly::LAYOUT, &report.paper, &report)
}

/// The chair's report on a half-year, and a letter to each whom it goes to.
fn of_half_year(
    context: &Context<'_>,
    half_year: &HalfYear<'_>,
    desk: &mut Desk<'_>,
    layouts: &Layouts,
    standing: &Standing,
) -> Vec<Composed> {
    let sections = six_monthly::sections(context, desk, half_year);
    let bodies = letter::bodies(context, desk);
    let content = digest_of(&(&sections, &bodies));
    let standing = settled(context, desk, standing, content);
    let report = six_monthly::six_monthly(context, desk, sections, content, &standing);
    let letters = letter::letters(context, bodies, &standing);
    let binder = Binder {
        context,
        layouts,
        content,
        standing,
    };
    let report = binder.bind(&desk.pictures, six_monthly::LAYOUT, &report.paper, &report);
    let none = Pictures::default();
    let letters = letters.iter();
    let letters = letters.map(|one| binder.bind(&none, letter::LAYOUT, &one.paper, one));
    std::iter::once(report).chain(letters).collect()
}

/// Every fault of the prose of one occasion's papers, without the papers: nothing is bound, and no digest is taken that
/// an approval could name.
#[must_use]
pub fn faults(assessment: &Assessment<'_>) -> Findings {
    let (facts, charts) = (ledger::facts(assessment), &Charts::default());
    let renderer = Renderer::new(&facts);
    let context = Context { assessment, charts };
    let mut desk = Desk::new(&renderer);
    match (assessment.occasion.kind, &assessment.half_year) {
        (PaperKind::Monthly, _) | (PaperKind::SixMonthly, None) => {
            let _ = monthly::sections(&context, &mut desk);
        }
        (PaperKind::SixMonthly, Some(half_year)) => {
            let _ = six_monthly::sections(&context, &mut desk, half_year);
            let _ = letter::bodies(&context, &mut desk);
        }
    }
    // Warnings alone hold up no paper, and are not told here, as they are not when it is made.
    if desk.findings.has_errors() {
        desk.findings
    } else {
        Findings::new()
    }
}

/// The layouts of each paper of one kind, and nothing else: what can be looked at before there is a paper.
#[must_use]
pub fn unset(kind: PaperKind, layouts: &Layouts) -> Vec<Manuscript> {
    let mains: &[&str] = match kind {
        PaperKind::Monthly => &[monthly::LAYOUT],
        PaperKind::SixMonthly => &[six_monthly::LAYOUT, letter::LAYOUT],
    };
    let bound = |layout: &&str| {
        let mut manuscript = Manuscript::new(layout, kind.name());
        insert_layouts(&mut manuscript, layouts, layout);
        manuscript
    };
    mains.iter().map(bound).collect()
}

/// What the papers of one occasion are bound with.
struct Binder<'a> {
    context: &'a Context<'a>,
    layouts: &'a Layouts,
    content: Digest,
    standing: Standing,
}

impl Binder<'_> {
    /// Puts the layouts, the data and the pictures of one paper together.
    fn bind(&self, pictures: &Pictures, layout: &str, head: &PaperData, data: &impl Serialize) -> Composed {
        let mut manuscript = Manuscript::new(layout, head.id.clone());
        insert_layouts(&mut manuscript, self.layouts, layout);
        manuscript.insert(DATA, setting::as_set(data).into_bytes());
        for (path, svg) in pictures.files() {
            manuscript.insert(path, svg.as_str().as_bytes());
        }
        let period = self.context.month();
        let name = head.id.trim_end_matches(&format!("-{}", period.iso())).to_owned();
        Composed {
            path: format!("{}/{name}.pdf", period.iso()),
            title: head.title.clone(),
            period,
            standing: self.standing.clone(),
            content: self.content,
            last_known_month: self.context.assessment.occasion.last_known_month(),
            manuscript,
        }
    }
}

/// Puts the layouts of one paper into its manuscript.
fn insert_layouts(manuscript: &mut Manuscript, layouts: &Layouts, main: &str) {
    for (path, bytes) in layouts.iter().filter(|(path, _)| is_for(path, main)) {
        manuscript.insert(path, bytes.as_slice());
    }
}

/// Whether a file is a layout from which the paper of that name is set.
#[must_use]
pub fn is_layout_of(path: &str, name: &str) -> bool {
    let layout = match name {
        "monthly" => monthly::LAYOUT,
        "six-monthly" => six_monthly::LAYOUT,
        _ => letter::LAYOUT,
    };
    is_for(path, layout)
}

/// Whether a file is for papers of a layout: it lies in the folder of that layout, or in the one that all papers share.
/// So a changed letter leaves the reports alone.
fn is_for(path: &str, layout: &str) -> bool {
    let layout = layout.trim_start_matches('/');
    let lies_in = |folder: &str| {
        path.strip_prefix(folder)
            .is_some_and(|rest| rest.starts_with('/'))
    };
    path.ends_with(".typ") && (lies_in(place::folder(layout)) || lies_in(SHARED))
}

/// The digest of what an author approves. Neither the approval nor a draft's marks have a part in it.
fn digest_of(content: &impl Serialize) -> Digest {
    Digest::of(&serde_json::to_vec(content).unwrap_or_default())
}

/// The standing of a paper whose words and figures are now known: one that was approved as something else lacks
/// the approval of what it says.
fn settled(context: &Context<'_>, desk: &mut Desk<'_>, standing: &Standing, content: Digest) -> Standing {
    let changed = review::changed(context.assessment, content);
    match standing {
        Standing::Final => {
            let finding = changed.map(|changed| review::finding(context.assessment, &changed));
            desk.findings.extend(finding);
            Standing::Final
        }
        Standing::Draft(missing) => Standing::Draft(missing.iter().cloned().chain(changed).collect()),
        Standing::AsItIs(missing) => Standing::AsItIs(missing.iter().cloned().chain(changed).collect()),
    }
}

/// `7c1e 40b2 9d55, made with board-papers 0.1.0`.
fn version_words(content: Digest) -> String {
    format!(
        "{}, made with board-papers {}",
        content.in_groups(),
        env!("CARGO_PKG_VERSION")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paper_is_bound_with_its_own_layouts_and_the_shared_ones() {
        let of_letter = |path| is_for(path, letter::LAYOUT);
        assert!(of_letter("report-templates/letter/paper.typ"));
        assert!(of_letter("report-templates/shared/page.typ"));
        assert!(!of_letter("report-templates/monthly/paper.typ"));
        assert!(!of_letter("report-templates/letters/paper.typ"));
        assert!(!of_letter("report-templates/letter/README.md"));
    }
}
