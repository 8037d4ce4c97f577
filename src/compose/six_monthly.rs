//! The chair's six-monthly report: its sections in the order of the paper. The chair's words and the council's data
//! are kept apart in every one of them.

mod annexes;
mod basis;
mod capacity;
mod cover;
mod delivery;
mod exit;
mod issues;
mod judgement;
mod partnership;
mod performance;
mod progress;
mod rules;
mod views;

use super::attachments::attachments;
use super::composed::Standing;
use super::context::{Context, Desk};
use super::paper::{self, Named, PaperData};
use super::shapes::Attachment;
use crate::analysis::half_year::HalfYear;
use crate::digest::Digest;
use serde::Serialize;

/// The layout that it is set from.
pub(super) const LAYOUT: &str = "/report-templates/six-monthly/main.typ";

/// All that the layout reads.
#[derive(Serialize)]
pub(super) struct SixMonthly {
    pub paper: PaperData,
    attachments: Vec<Attachment>,
    cover: cover::Cover,
    #[serde(flatten)]
    sections: Sections,
}

/// The sections after the cover: what the chair approves.
#[derive(Serialize)]
pub(super) struct Sections {
    judgement: judgement::Judgement,
    basis: basis::Basis,
    progress: progress::Progress,
    performance: performance::Performance,
    plan: delivery::Delivery,
    capacity: capacity::Capacity,
    partnership: partnership::Partnership,
    views: views::Views,
    issues: issues::Issues,
    exit: exit::Exit,
    recommendations: issues::Numbered<issues::Recommended>,
    annexes: annexes::Annexes,
}

/// All sections, in the order of the paper.
pub(super) fn sections(context: &Context<'_>, desk: &mut Desk<'_>, half_year: &HalfYear<'_>) -> Sections {
    Sections {
        judgement: judgement::judgement(context, desk),
        basis: basis::basis(context, desk),
        progress: progress::progress(context, desk, half_year),
        performance: performance::performance(context, desk),
        plan: delivery::delivery(context, desk),
        capacity: capacity::capacity(context, desk),
        partnership: partnership::partnership(context, desk),
        views: views::views(context, desk),
        issues: issues::issues(context, desk),
        exit: exit::exit(context, desk),
        recommendations: issues::recommendations(context),
        annexes: annexes::annexes(context, desk, half_year),
    }
}

/// The whole paper; `content` is the digest of what the chair approves.
pub(super) fn six_monthly(
    context: &Context<'_>,
    desk: &Desk<'_>,
    sections: Sections,
    content: Digest,
    standing: &Standing,
) -> SixMonthly {
    let head = paper::head(context, standing, named(context));
    let cover = cover::cover(context, content);
    SixMonthly {
        attachments: attachments(context, desk.pictures.shown(), (&head, &cover, &sections)),
        paper: head,
        cover,
        sections,
    }
}

fn named(context: &Context<'_>) -> Named {
    let title = context.charter().papers.six_monthly.title.clone();
    Named {
        kind: "six_monthly",
        name: context.assessment.occasion.kind.name().to_owned(),
        short_title: title.clone(),
        description: format!("{title}, {}", context.period()),
        title,
    }
}
