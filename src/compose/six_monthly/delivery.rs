//! Delivery of the plan, recommendation by recommendation.

use crate::analysis::plan_progress::Part;
use crate::analysis::rating::ActionRating;
use crate::compose::context::{Context, Desk};
use crate::compose::shapes::{Chart, Labelled, State, Words};
use crate::domain::Recommendation;
use crate::words;
use serde::Serialize;

/// The section.
#[derive(Debug, Serialize)]
pub(super) struct Delivery {
    words: Words,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<Chart>,
    #[serde(skip_serializing_if = "Option::is_none")]
    burn_up: Option<Chart>,
    recommendations: Vec<Answered>,
}

/// One recommendation.
#[derive(Debug, Serialize)]
struct Answered {
    id: String,
    title: String,
    rating: State,
    facts: Vec<Labelled>,
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
        status: status.map(|drawn| desk.pictures.place(drawn, "plan-status")),
        burn_up: burn_up.map(|drawn| desk.pictures.place(drawn, "plan-burn-up")),
        recommendations: context
            .assessment
            .plan
            .by_recommendation
            .iter()
            .map(|part| answered(context, part))
            .collect(),
    }
}

fn answered(context: &Context<'_>, part: &Part<'_, Recommendation>) -> Answered {
    let asked = part.of;
    Answered {
        id: format!("plan-{}", asked.id.value()),
        title: format!("{}: {}", asked.reference, asked.title),
        rating: standing(part),
        facts: vec![
            Labelled::new("Asked by", asked.source.as_str()),
            Labelled::new("Response", asked.response.as_str()),
            Labelled::new("Lead", context.office(asked.lead.value())),
            Labelled::new("Actions", counts(part)),
        ],
    }
}

/// A recommendation stands as its worst action does; one whose actions are all complete is complete.
pub(super) fn standing(part: &Part<'_, Recommendation>) -> State {
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
    found.unwrap_or(otherwise).into()
}

/// `six: two complete, one red`.
fn counts(part: &Part<'_, Recommendation>) -> String {
    let counted = part.now.iter().filter(|(_, count)| *count > 0);
    let each: Vec<String> = counted
        .map(|(rating, count)| format!("{} {}", words::cardinal(count), rating.word().to_lowercase()))
        .collect();
    if each.is_empty() {
        return "none yet".to_owned();
    }
    format!(
        "{}: {}",
        words::capitalised(&words::cardinal(part.now.total())),
        words::list_of(&each)
    )
}
