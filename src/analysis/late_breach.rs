//! A single case of what must never happen, in a month that an earlier paper called sound: it came to be known by a correction, or
//! by a return that came late. Knows what was said and what is now said; not how grave it is.

use crate::analysis::indicator::Assessed;
use crate::analysis::rating::Rating;
use crate::analysis::revisions::{Revision, Said};
use crate::analysis::target::absolute_aim;

/// The revisions by which a month before the paper's own became, or stayed, a breach; in the order of months.
pub(super) fn late_breaches<'p>(assessed: &Assessed<'p>, revisions: &[Revision<'p>]) -> Vec<Revision<'p>> {
    if absolute_aim(assessed.indicator).is_none() {
        return Vec::new();
    }
    let is_of_it = |revision: &&Revision<'p>| revision.indicator.id.value() == assessed.indicator.id.value();
    let is_breach = |revision: &&Revision<'p>| {
        let month = assessed.series.at(revision.month);
        revision.month < assessed.verdict.month
            && month.is_some_and(|month| month.rated.rating == Rating::OffTarget)
    };
    let revisions = revisions.iter().filter(is_of_it).filter(is_breach);
    revisions.copied().collect()
}

/// What is now known, and why it was not, in a sentence.
#[must_use]
pub fn sentence(late: &Revision<'_>) -> String {
    let said = match late.said {
        Said::Value(_) => format!("the last report gave {}", late.said.words(late.indicator)),
        Said::Missing(_) => "the last report had no figure".to_owned(),
    };
    format!(
        "For {} it is now {}, where {said}. {}.",
        late.month,
        late.now.words(late.indicator),
        late.why.words()
    )
}
