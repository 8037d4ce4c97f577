//! Which files a paper is made from, for the manifest. A later month's return or the chair's later words cannot
//! change an earlier paper, so they are not among its sources.

use crate::digest::Digest;
use crate::domain::Month;
use crate::load::Sources;
use std::sync::Arc;

/// The files that were read.
pub(super) struct MadeFrom<'s>(pub &'s Sources);

impl MadeFrom<'_> {
    /// The files that may have a part in the papers of `period`, with their digests.
    pub(super) fn up_to(&self, period: Month) -> Arc<crate::write::Sources> {
        let texts = self
            .0
            .texts
            .iter()
            .map(|text| (text.path().to_string(), Digest::of(text.text().as_bytes())));
        let layouts = self
            .0
            .layouts
            .iter()
            .map(|(path, bytes)| (path.to_string(), Digest::of(bytes)));
        let mut files: crate::write::Sources = texts.chain(layouts).collect();
        files.retain(|path, _| month_of(path).is_none_or(|month| month <= period));
        Arc::new(files)
    }
}

/// The month that a file is of: `inputs/returns/2010-05/police.yaml`, `inputs/chair/2010-11.yaml`.
fn month_of(path: &str) -> Option<Month> {
    let rest = path
        .strip_prefix("inputs/returns/")
        .or_else(|| path.strip_prefix("inputs/chair/"))?;
    rest.get(..7)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_months_files_are_known_by_their_path() {
        let month = "2010-05".parse().ok();
        assert_eq!(month_of("inputs/returns/2010-05/police.yaml"), month);
        assert_eq!(month_of("inputs/chair/2010-05.yaml"), month);
        assert_eq!(month_of("inputs/plan.yaml"), None);
        assert_eq!(month_of("inputs/returns/notes.yaml"), None);
    }
}
