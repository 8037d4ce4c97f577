//! The director's monthly report.
pub mod exceptions;
pub mod scorecard;
mod standing;
//! The director's monthly report: its sections in the order of the paper.

mod cover;
pub mod glance;
pub mod scorecard;
mod summary;

use super::attachments::attachments;
use super::composed::Standing;
use super::context::{Context, Desk};
use super::paper::{self, Named};
use super::shapes::{Attachment, PaperData};
use crate::digest::Digest;
use serde::Serialize;

/// The layout that it is set from.
pub(super) const LAYOUT: &str = "/report-templates/monthly/main.typ";

/// All that the layout reads.
#[derive(Serialize)]
pub(super) struct Monthly {
    pub paper: PaperData,
    attachments: Vec<Attachment>,
    cover: cover::Cover,
    #[serde(flatten)]
    sections: Sections,
}

/// The sections after the cover: what the author approves.
#[derive(Serialize)]
struct Sections {
    summary: summary::Summary,
    glance: glance::Glance,
    scorecard: scorecard::Scorecard,
}

/// The whole paper.
pub(super) fn monthly(context: &Context<'_>, desk: &mut Desk<'_>, standing: &Standing) -> Monthly {
    let sections = Sections {
        summary: summary::summary(context, desk),
        glance: glance::glance(context),
        scorecard: scorecard::scorecard(context, desk),
    };
    let content = Digest::of(&serde_json::to_vec(&sections).unwrap_or_default());
    Monthly {
        paper: paper::head(context, standing, named(context)),
        attachments: attachments(context, desk.pictures.shown()),
        cover: cover::cover(context, content),
        sections,
    }
}

fn named(context: &Context<'_>) -> Named {
    let title = context.charter().papers.monthly.title.clone();
    Named {
        kind: "monthly",
        name: context.assessment.occasion.kind.name().to_owned(),
        short_title: title.clone(),
        description: format!("{title}, {}", context.month()),
        title,
    }
}
