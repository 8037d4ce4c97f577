//! Which files are of which month. What came for a later month than a paper can know of has no part in it, so that it is
//! neither among the paper's sources nor in its way when something is wrong with it.

use crate::domain::{InputFile, Month};
use crate::load::{Extent, LAYOUTS, Sources as Read};
use crate::write::Sources;
use std::sync::Arc;

/// The files among these that may have a part in a paper which knows of no month after `last` and is set from these
/// layouts.
pub(super) fn made_from(files: &Sources, last: Month, is_layout: impl Fn(&str) -> bool) -> Arc<Sources> {
    let has_part = |path: &str| match path.starts_with(LAYOUTS) {
        true => is_layout(path),
        false => !is_after(path, last),
    };
    let files = files.iter().filter(|(path, _)| has_part(path));
    Arc::new(files.map(|(path, file)| (path.clone(), file.clone())).collect())
}

/// What was read, without the files of the months after `last`.
pub(super) fn up_to(sources: &Read, last: Month) -> Read {
    let mut kept = sources.clone();
    if sources.texts.iter().any(|text| is_after(text.path(), last)) {
        kept.extent = Extent::UpToAMonth;
    }
    kept.texts.retain(|path| !is_after(path, last));
    kept.unread.retain(|unread| !is_after(&unread.path, last));
    kept
}

/// Whether there is a return for that month.
pub(super) fn has(sources: &Read, month: Month) -> bool {
    sources
        .texts
        .iter()
        .any(|text| InputFile::month_of(text.path()) == Some(month))
}

fn is_after(path: &str, last: Month) -> bool {
    InputFile::month_of(path).is_some_and(|month| month > last)
}
