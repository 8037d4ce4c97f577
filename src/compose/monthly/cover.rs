//! The cover of the monthly report: document control.

use crate::compose::context::Context;
use crate::compose::paper::approval_words;
use crate::compose::version_words;
use crate::digest::Digest;
use crate::words;
use serde::Serialize;

/// Whole phrases, a line each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cover {
    as_at: String,
    cut_off: String,
    meeting: String,
    due: String,
    author: String,
    approval: String,
    distribution: Vec<String>,
    version: String,
}

/// The cover; `content` is the digest of the words and figures behind it.
pub(super) fn cover(context: &Context<'_>, content: Digest) -> Cover {
    let occasion = context.assessment.occasion;
    Cover {
        as_at: occasion.as_at.to_string(),
        cut_off: occasion.cut_off_in_words(),
        meeting: occasion.meeting_in_words(context.programme()),
        due: occasion.due_in_words(context.programme()),
        author: context
            .charter()
            .office_of_body(occasion.author(context.programme())),
        approval: approval_words(context, content),
        distribution: context
            .charter()
            .papers
            .monthly
            .distribution
            .iter()
            .map(|one| words::capitalised(one))
            .collect(),
        version: version_words(content),
    }
}
