//! The stage `review`: what only the analysis can see. Knows mistakes that show when a month is looked at as a whole: a figure
//! that a return forgot, an exception that nobody explains, last month's words beside this month's figure, a paper without its
//! author's words. Refuses to know how a paper is laid out; what is merely so is the paper's to report.

mod commentary;
mod copied;
mod finish;
mod left_out;
mod stale;

use crate::analysis::Assessment;
use crate::domain::{Month, PaperKind, Programme};
use crate::finding::Findings;

pub use finish::{Missing, changed, finding, lacking, missing};

/// What is wrong with the returns of the months that are wanted: figures that were left out, words and files that were not renewed.
#[must_use]
pub fn returns(programme: &Programme, wanted: impl Fn(Month) -> bool) -> Findings {
    let left_out = left_out::findings(programme, &wanted);
    left_out
        .into_iter()
        .chain(stale::findings(programme, &wanted))
        .chain(copied::findings(programme, &wanted))
        .collect()
}

/// What somebody should look at before the paper goes out: warnings, all of them.
#[must_use]
pub fn doubts(assessment: &Assessment<'_>) -> Findings {
    match assessment.occasion.kind {
        PaperKind::Monthly => commentary::findings(assessment),
        PaperKind::SixMonthly => Findings::new(),
    }
}
