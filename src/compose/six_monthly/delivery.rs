//! Delivery of the plan, recommendation by recommendation.

use crate::analysis::plan_progress::Part;
use crate::analysis::rating::ActionRating;
use crate::compose::context::{Context, Desk};
use crate::compose::shapes::{Cell, Chart, Column, Table, Words};
use crate::domain::Recommendation;
use serde::Serialize;

/// The section.
#[derive(Debug, Serialize)]
pub(super) struct Delivery {
    words: Words,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<Chart>,
    #[serde(skip_serializing_if = "Option::is_none")]
    burn_up: Option<Chart>,
    recommendations: Table,
}

pub(super) fn delivery(context: &Context<'_>, desk: &mut Desk<'_>) -> Delivery {
    let (status, burn_up) = (
        context.charts.plan_status.as_ref(),
        context.charts.burn_up.as_ref(),
    );
    Delivery {
        words: context
            .chairs_report()
            .map(|said| desk.words(&said.words.plan))
            .unwrap_or_default(),
        status: status.map(|drawn| {
            desk.pictures
                .place_beside(drawn, "plan-status", "plan-recommendations")
        }),
        burn_up: burn_up.map(|drawn| desk.pictures.place(drawn, "plan-burn-up")),
        recommendations: recommendations(context),
    }
}

/// What was asked, how the council answers, and where that stands; who asked and who leads stands in the annex.
fn recommendations(context: &Context<'_>) -> Table {
    let rows = context.assessment.plan.by_recommendation.iter().map(|part| {
        vec![
            Cell::from(format!("{} {}", part.of.reference, part.of.title)),
            part.of.response.trim_end().into(),
            counts(part).into(),
            standing(part),
        ]
    });
    Table::new(
        "plan-recommendations",
        format!("Delivery by recommendation, {}", context.as_at()),
        [
            Column::words("Recommendation", 4),
            Column::words("Response", 7),
            Column::words("Actions", 4),
            Column::marks("Standing"),
        ],
        rows,
        "The plan answers no recommendation.",
    )
}

/// How a recommendation stands, in words that leave its neighbours room.
pub(super) fn standing(part: &Part<'_, Recommendation>) -> Cell {
    let worst = worst(part);
    let shorter = (worst == ActionRating::EvidenceAwaited).then(|| "Evidence awaited".to_owned());
    Cell::Mark {
        rating: worst.into(),
        words: shorter,
    }
}

/// A recommendation stands as its worst action does; one whose actions are all complete is complete.
fn worst(part: &Part<'_, Recommendation>) -> ActionRating {
    let has = |rating| part.now.of(rating) > 0;
    let worst = [
        ActionRating::Red,
        ActionRating::Amber,
        ActionRating::Green,
        ActionRating::EvidenceAwaited,
    ];
    let found = worst.into_iter().find(|rating| has(*rating));
    let otherwise = if has(ActionRating::NotDue) {
        ActionRating::NotDue
    } else {
        ActionRating::Complete
    };
    found.unwrap_or(otherwise)
}

/// `2 complete, 1 red`: the ratings that any action has.
fn counts(part: &Part<'_, Recommendation>) -> String {
    let counted = part.now.iter().filter(|(_, count)| *count > 0);
    let said = |(rating, count): (ActionRating, usize)| format!("{count} {}", short(rating));
    let each: Vec<String> = counted.map(said).collect();
    if each.is_empty() {
        "none yet".to_owned()
    } else {
        each.join(", ")
    }
}

fn short(rating: ActionRating) -> String {
    match rating {
        ActionRating::EvidenceAwaited => "awaiting evidence".to_owned(),
        ActionRating::NotDue => "not due".to_owned(),
        ActionRating::Complete
        | ActionRating::Green
        | ActionRating::Amber
        | ActionRating::Red
        | ActionRating::Withdrawn
        | ActionRating::Superseded => rating.word().to_lowercase(),
    }
}
