//! The cover of the chair's report: document control, with who approved which words.

use crate::compose::context::Context;
use crate::compose::paper::approval_words;
use crate::compose::shapes::Labelled;
use crate::compose::version_words;
use crate::digest::Digest;
use crate::words;
use serde::Serialize;

/// Whole phrases, a line each.
#[derive(Debug, Serialize)]
pub(super) struct Cover {
    addressees: Vec<String>,
    as_at: String,
    cut_off: String,
    meeting: String,
    due: String,
    author: String,
    approvals: Vec<Labelled>,
    distribution: Vec<String>,
    version: String,
}

pub(super) fn cover(context: &Context<'_>, content: Digest) -> Cover {
    let (charter, occasion) = (context.charter(), context.assessment.occasion);
    let addressees = occasion.recipients(context.programme()).into_iter();
    Cover {
        addressees: addressees
            .map(|one| charter.office_title(one.office.value()).to_owned())
            .collect(),
        as_at: occasion.as_at.to_string(),
        cut_off: occasion.cut_off_in_words(),
        meeting: occasion.meeting_in_words(context.programme()),
        due: occasion.due_in_words(context.programme()),
        author: charter.office_of_body(occasion.author(context.programme())),
        approvals: approvals(context, content),
        distribution: charter
            .papers
            .six_monthly
            .distribution
            .iter()
            .map(|one| words::capitalised(one))
            .collect(),
        version: version_words(content),
    }
}

/// The chair's words have the chair's approval; the council's data that of the last monthly report.
fn approvals(context: &Context<'_>, content: Digest) -> Vec<Labelled> {
    let programme = context.programme();
    let monthly = crate::catalogue::occasions(programme)
        .into_iter()
        .find(|one| one.period == context.month() && one.kind == crate::domain::PaperKind::Monthly);
    let data = monthly
        .as_ref()
        .and_then(|monthly| monthly.approval(programme))
        .map(|approval| {
            let office = context.charter().office_title(approval.by.value());
            format!(
                "As in the monthly report that the {office} approved on {}",
                approval.on.value()
            )
        });
    vec![
        Labelled::new("The chair's words", approval_words(context, content)),
        Labelled::new(
            "The council's data",
            data.unwrap_or_else(|| "Not yet approved in a monthly report".to_owned()),
        ),
    ]
}
