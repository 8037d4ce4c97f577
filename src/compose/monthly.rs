//! The director's monthly report: its sections in the order of the paper.

mod cover;
mod decisions;
mod engagement;
mod every_action;
mod exceptions;
pub mod glance;
pub mod milestones;
pub mod notes;
mod partners;
mod plan;
mod quality;
mod remarks;
pub mod risks;
pub mod scorecard;
mod standing;
mod summary;
mod told;
pub mod workforce;

use super::attachments::attachments;
use super::composed::Standing;
use super::context::{Context, Desk};
use super::paper::{self, Named, PaperData};
use super::shapes::Attachment;
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
pub(super) struct Sections {
    summary: summary::Summary,
    glance: glance::Glance,
    scorecard: scorecard::Scorecard,
    exceptions: exceptions::Exceptions,
    quality: quality::Quality,
    workforce: workforce::Workforce,
    plan: plan::Plan,
    milestones: milestones::Milestones,
    engagement: engagement::Engagement,
    partners: partners::Partners,
    risks: risks::Risks,
    decisions: decisions::Decisions,
    notes: notes::Notes,
}

/// All sections, in the order of the paper.
pub(super) fn sections(context: &Context<'_>, desk: &mut Desk<'_>) -> Sections {
    Sections {
        summary: summary::summary(context, desk),
        glance: glance::glance(context),
        scorecard: scorecard::scorecard(context, desk),
        exceptions: exceptions::exceptions(context, desk),
        quality: quality::quality(context, desk),
        workforce: workforce::workforce(context, desk),
        plan: plan::plan(context, desk),
        milestones: milestones::milestones(context, desk),
        engagement: engagement::engagement(context, desk),
        partners: partners::partners(context, desk),
        risks: risks::risks(context, desk),
        decisions: decisions::decisions(context),
        notes: notes::notes(context, desk),
    }
}

/// The whole paper; `content` is the digest of what the author approves.
pub(super) fn monthly(
    context: &Context<'_>,
    desk: &Desk<'_>,
    sections: Sections,
    content: Digest,
    standing: &Standing,
) -> Monthly {
    let head = paper::head(context, standing, named(context));
    let cover = cover::cover(context, content);
    Monthly {
        attachments: attachments(context, desk.pictures.shown(), (&head, &cover, &sections)),
        paper: head,
        cover,
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
