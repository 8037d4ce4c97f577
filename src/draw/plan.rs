//! The plan in pictures: actions by rating for each recommendation, and actions completed against planned. Knows counts as the analysis
//! made them.

use crate::analysis::Assessment;
use crate::analysis::burn_up::BurnUp;
use crate::analysis::plan_progress::{Part, PlanProgress};
use crate::analysis::rating::ActionRating;
use crate::analysis::tally::Tally;
use crate::charts::burn_up as rise;
use crate::charts::palette::Tone;
use crate::charts::plan_status::{self, PlanStatus};
use crate::charts::scene::Size;
use crate::charts::{Label, Measure};
use crate::domain::Recommendation;
use crate::draw::said::{Said, cut, how_many};
use crate::draw::table::{Column, table};
use crate::draw::window::period;
use crate::draw::{DataTable, Drawn, convert};
use crate::words;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Recommendations that the alternative text names.
const NAMED: usize = 3;

/// Actions by rating, a bar a recommendation; `None` where no recommendation has an action.
pub(super) fn status(assessment: &Assessment<'_>, measure: &dyn Measure) -> Option<Drawn> {
    let plan = &assessment.plan;
    let parts = &plan.by_recommendation;
    parts.iter().find(|part| part.now.in_plan() > 0)?;
    let status = PlanStatus {
        width: Size::FULL.width,
        names: names(),
        rows: parts.iter().map(row).collect(),
    };
    let said = Said {
        title: title(&plan.now),
        subtitle: format!(
            "Actions by rating, number for each recommendation, {}",
            assessment.occasion.as_at
        ),
        alt: status_alt(plan),
        notes: status_notes(plan),
        data: status_data(parts),
    };
    Some(Drawn::of(plan_status::lay_out(&status, measure), said))
}

/// The look of a rating; what has left the plan is not drawn.
fn tone(rating: ActionRating) -> Option<Tone> {
    match rating {
        ActionRating::Withdrawn | ActionRating::Superseded => None,
        ActionRating::Complete => Some(Tone::Blue),
        ActionRating::EvidenceAwaited => Some(Tone::BlueAwaited),
        ActionRating::Green => Some(Tone::Green),
        ActionRating::Amber => Some(Tone::Amber),
        ActionRating::Red => Some(Tone::Red),
        ActionRating::NotDue => Some(Tone::Grey),
    }
}

fn names() -> BTreeMap<Tone, Label> {
    let name = |rating: ActionRating| Some((tone(rating)?, Label::from(rating.word())));
    ActionRating::ALL.into_iter().filter_map(name).collect()
}

fn row(part: &Part<'_, Recommendation>) -> plan_status::Recommendation {
    let count = |(rating, number): (ActionRating, usize)| Some((tone(rating)?, convert::count(number)));
    plan_status::Recommendation {
        name: Label::from(format!("{} {}", part.of.reference, part.of.title)),
        actions: part.now.iter().filter_map(count).collect(),
    }
}

fn title(tally: &Tally) -> String {
    format!(
        "{} of {} actions complete, {} red, {} amber",
        words::capitalised(&how_many(tally.of(ActionRating::Complete))),
        how_many(tally.in_plan()),
        how_many(tally.of(ActionRating::Red)),
        how_many(tally.of(ActionRating::Amber)),
    )
}

/// All actions by rating; then the recommendations with the most red ones.
fn status_alt(plan: &PlanProgress<'_>) -> Vec<String> {
    let each: Vec<String> = plan
        .now
        .iter()
        .filter(|(_, number)| *number > 0)
        .map(|(rating, number)| format!("{number} {}", rating.word().to_lowercase()))
        .collect();
    let all = format!(
        "All {}: {}.",
        words::count(plan.now.total(), "action", "actions"),
        each.join("; ")
    );
    [Some(all), most_red(&plan.by_recommendation)]
        .into_iter()
        .flatten()
        .collect()
}

fn most_red(parts: &[Part<'_, Recommendation>]) -> Option<String> {
    let red = |part: &Part<'_, Recommendation>| part.now.of(ActionRating::Red);
    let mut with_red: Vec<_> = parts.iter().filter(|part| red(part) > 0).collect();
    with_red.sort_by_key(|part| Reverse(red(part)));
    let named: Vec<String> = with_red
        .iter()
        .take(NAMED)
        .map(|part| format!("{}: {} of {}", part.of.reference, red(part), part.now.in_plan()))
        .collect();
    (!named.is_empty()).then(|| {
        format!(
            "Red actions by recommendation, the most first: {}.",
            named.join("; ")
        )
    })
}

fn status_notes(plan: &PlanProgress<'_>) -> Vec<String> {
    let parts = &plan.by_recommendation;
    let answered_twice = plan
        .actions
        .iter()
        .any(|standing| standing.action.answers.len() > 1);
    let gone = plan.now.total() - plan.now.in_plan();
    [
        answered_twice
            .then(|| "An action that answers more than one recommendation counts for each.".to_owned()),
        (gone > 0).then(|| {
            format!(
                "Not drawn: {} that left the plan.",
                words::count(gone, "action", "actions")
            )
        }),
        cut(parts.len(), "recommendations"),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn status_data(parts: &[Part<'_, Recommendation>]) -> DataTable {
    let name = Column::of("Recommendation", parts, |part| {
        format!("{} {}", part.of.reference, part.of.title)
    });
    let number =
        |rating: ActionRating| Column::of(rating.word(), parts, |part| part.now.of(rating).to_string());
    let total = Column::of("In the plan", parts, |part| part.now.in_plan().to_string());
    table(
        [name]
            .into_iter()
            .chain(ActionRating::ALL.map(number))
            .chain([total]),
    )
}

/// Actions completed against planned, month by month; `None` for a plan without actions.
pub(super) fn burn_up(assessment: &Assessment<'_>, measure: &dyn Measure) -> Option<Drawn> {
    let months = &assessment.plan.burn_up;
    let (first, last) = (months.first()?, months.last()?);
    let now = now(months)?;
    let all = assessment.plan.now.in_plan();
    let chart = rise::BurnUp {
        size: Size::LOW,
        first: convert::month(first.month)?,
        completed: months
            .iter()
            .map_while(|month| month.completed)
            .map(convert::count)
            .collect(),
        completed_label: Label::from(format!("{} complete in {}", now.done, now.month.month.name())),
        planned: months
            .iter()
            .map(|month| convert::count(month.planned_first))
            .collect(),
        planned_label: Label::from("Planned"),
        all: (
            convert::count(all),
            Label::from(format!("All {}", words::count(all, "action", "actions"))),
        ),
    };
    let said = Said {
        title: burn_up_title(&now),
        subtitle: format!("Actions, running total, {}", period(first.month, last.month)),
        alt: burn_up_alt(months, &now, all),
        notes: vec![
            "Complete means that the evidence is accepted. Planned goes by the date that each action had first.".to_owned(),
        ],
        data: burn_up_data(months),
    };
    Some(Drawn::of(rise::lay_out(&chart, measure), said))
}

/// The last month for which it is known what was completed.
struct Now<'a> {
    month: &'a BurnUp,
    done: usize,
}

fn now(months: &[BurnUp]) -> Option<Now<'_>> {
    months.iter().rev().find_map(|month| {
        Some(Now {
            month,
            done: month.completed?,
        })
    })
}

fn burn_up_title(now: &Now<'_>) -> String {
    format!(
        "{} complete by {}, {} planned by first dates",
        words::capitalised(&words::count(now.done, "action", "actions")),
        now.month.month,
        how_many(now.month.planned_first),
    )
}

fn burn_up_alt(months: &[BurnUp], now: &Now<'_>, all: usize) -> Vec<String> {
    let month = now.month.month;
    let before = months
        .iter()
        .find(|earlier| earlier.month == month.plus(-1))
        .and_then(|earlier| earlier.completed)
        .map_or_else(String::new, |done| format!(", after {done} a month earlier"));
    let complete = format!(
        "Complete at the end of {month}: {} of {all} actions{before}.",
        now.done
    );
    let planned = format!(
        "By their first dates it should be {}, by their present dates {}.",
        now.month.planned_first, now.month.planned_current
    );
    let end = months.iter().find(|later| later.planned_first >= all);
    let end = end.map(|later| format!("By their first dates all are to be complete by {}.", later.month));
    [Some(complete), Some(planned), end]
        .into_iter()
        .flatten()
        .collect()
}

fn burn_up_data(months: &[BurnUp]) -> DataTable {
    table([
        Column::of("Month", months, |month| month.month.to_string()),
        Column::of("Complete", months, |month| {
            month.completed.map_or_else(String::new, |done| done.to_string())
        }),
        Column::of("Planned by first dates", months, |month| {
            month.planned_first.to_string()
        }),
        Column::of("Planned by present dates", months, |month| {
            month.planned_current.to_string()
        }),
    ])
}
