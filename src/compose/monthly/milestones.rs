//! Milestones to excellence: how many days are left, where each milestone stands, and what excellence will look like.
//! Knows the order of the telling; where a milestone stands is worked out before.

use crate::analysis::action_words::times_in_words;
use crate::analysis::indicator::Assessed;
use crate::analysis::milestone::{MilestoneStanding, MilestoneState};
use crate::analysis::rating::Rating;
use crate::compose::context::{Context, Desk};
use crate::compose::printed;
use crate::compose::shapes::{Cell, Chart, Column, Table, Words, paragraph};
use crate::domain::{Confidence, Date, Feature};
use crate::words;
use serde::Serialize;

/// The section.
#[derive(Debug, Serialize)]
pub struct Milestones {
    /// How far it is, in a sentence.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub words: Words,
    /// The timeline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timeline: Option<Chart>,
    /// Every milestone.
    pub table: Table,
    /// What the programme is aiming for, in its own words.
    pub excellence: Words,
    /// What excellence will look like, and what shows it so far.
    pub features: Table,
}

/// The section of the paper's month.
pub fn milestones(context: &Context<'_>, desk: &mut Desk<'_>) -> Milestones {
    let timeline = context.charts.milestones.as_ref();
    Milestones {
        words: vec![paragraph(summed_up(context))],
        timeline: timeline.map(|drawn| {
            desk.pictures
                .place_beside(drawn, "milestones-timeline", "milestones-table")
        }),
        table: table(context),
        excellence: desk.words(&context.charter().excellence.outline),
        features: features(context),
    }
}

fn summed_up(context: &Context<'_>) -> String {
    let plan = &context.assessment.plan;
    let is = |test: fn(MilestoneState) -> bool| plan.milestones.iter().filter(|one| test(one.state)).count();
    let reached = is(|state| matches!(state, MilestoneState::Achieved(_)));
    let missed = is(|state| state == MilestoneState::Missed);
    let date = *context.charter().excellence.date.value();
    let left = match usize::try_from(plan.days_to_excellence) {
        Ok(0) => format!("Today, {date}, is the day set for excellence."),
        Ok(days) => {
            format!(
                "{} {} left to {date}, the day set for excellence.",
                words::capitalised(&words::count(days, "day", "days")),
                if days == 1 { "is" } else { "are" }
            )
        }
        Err(_) => format!("The day set for excellence, {date}, has gone by."),
    };
    format!(
        "{left} Of {}, {} reached and {} missed.",
        words::count(plan.milestones.len(), "milestone", "milestones"),
        printed::so_many_are(reached),
        printed::so_many_are(missed),
    )
}

/// Every milestone with its dates and where it stands.
pub fn table(context: &Context<'_>) -> Table {
    let columns = [
        Column::short("No."),
        Column::words("Milestone", 6),
        Column::words("Due, and when first", 4),
        Column::marks("State"),
        Column::words("Where it stands", 5),
    ];
    Table::new(
        "milestones-table",
        format!("Milestones at {}", context.as_at()),
        columns,
        context
            .assessment
            .plan
            .milestones
            .iter()
            .map(|standing| row(context, standing)),
        "The plan has no milestones.",
    )
}

fn row(context: &Context<'_>, standing: &MilestoneStanding<'_>) -> Vec<Cell> {
    let dates = standing.dates.as_ref();
    vec![
        standing.milestone.reference.clone().into(),
        standing.milestone.title.clone().into(),
        dates.map_or_else(|| "no date".to_owned(), printed::due).into(),
        state(standing),
        where_it_stands(context, standing).into(),
    ]
}

/// Where it is, as a mark with its words: the same wherever a milestone stands.
pub(super) fn state(standing: &MilestoneStanding<'_>) -> Cell {
    match (standing.state, standing.confidence) {
        (MilestoneState::ForecastLate(_), _) | (MilestoneState::Due, Some(Confidence::OffTrack)) => {
            Cell::mark_with(standing, state_word(standing))
        }
        (MilestoneState::Due | MilestoneState::Achieved(_) | MilestoneState::Missed, _) => {
            Cell::mark(standing)
        }
    }
}

/// The words of the mark.
fn state_word(standing: &MilestoneStanding<'_>) -> &'static str {
    match (standing.state, standing.confidence) {
        (MilestoneState::Due, None) => "Not yet due",
        (MilestoneState::Due, Some(Confidence::OnTrack)) => "On track",
        (MilestoneState::Due, Some(Confidence::AtRisk)) => "At risk",
        (MilestoneState::Due, Some(Confidence::OffTrack)) => "Off track",
        (MilestoneState::Achieved(_) | MilestoneState::Missed | MilestoneState::ForecastLate(_), _) => {
            standing.state.word()
        }
    }
}

/// The day, what its owner says, how often its date was put off, and whose word it is.
fn where_it_stands(context: &Context<'_>, standing: &MilestoneStanding<'_>) -> String {
    let day = match standing.state {
        MilestoneState::Achieved(day) => Some(format!("Reached on {}.", printed::day(day))),
        MilestoneState::ForecastLate(day) => Some(expected(day)),
        MilestoneState::Missed => standing.forecast.map(expected),
        MilestoneState::Due => None,
    };
    let moved = standing.dates.as_ref().map_or(0, |dates| dates.times_moved());
    let put_off = (moved > 0).then(|| format!("Put off {}.", times_in_words(moved)));
    let note = standing.note.map(|note| noted(context, standing, note));
    let told: Vec<String> = [day, put_off, note].into_iter().flatten().collect();
    if told.is_empty() {
        without_note(context, standing)
    } else {
        told.join(" ")
    }
}

fn expected(day: Date) -> String {
    format!("Expected on {}.", printed::day(day))
}

/// The owner's last note, with its month where that is another and nothing else tells it.
fn noted(context: &Context<'_>, standing: &MilestoneStanding<'_>, note: &str) -> String {
    let reached = matches!(standing.state, MilestoneState::Achieved(_));
    match standing.updated.filter(|month| *month != context.month()) {
        Some(month) if !reached => words::sentence(&format!("{} ({month})", note.trim_end_matches('.'))),
        Some(_) | None => words::sentence(note),
    }
}

/// An owner who has nothing to add has still sent an update.
fn without_note(context: &Context<'_>, standing: &MilestoneStanding<'_>) -> String {
    match standing.updated {
        Some(month) if month == context.month() => {
            format!("To be shown by: {}", standing.milestone.evidence)
        }
        Some(month) => format!("The last update is of {month}."),
        None => "No update was received.".to_owned(),
    }
}

fn features(context: &Context<'_>) -> Table {
    let columns = [
        Column::words("What excellence will look like", 5),
        Column::words("Indicators that show it", 5),
        Column::words("Milestones that lead to it", 3),
    ];
    Table::new(
        "milestones-features",
        format!(
            "What excellence will look like, and what shows it at {}",
            context.as_at()
        ),
        columns,
        context
            .programme()
            .plan
            .excellence
            .iter()
            .map(|feature| shown_by(context, feature)),
        "The plan does not say what excellence will look like.",
    )
}

fn shown_by(context: &Context<'_>, feature: &Feature) -> Vec<Cell> {
    let indicators = feature
        .indicators
        .iter()
        .filter_map(|id| context.assessment.indicator(id.value()));
    let milestones = feature
        .milestones
        .iter()
        .filter_map(|id| context.assessment.plan.milestone(id.value()));
    let milestones: Vec<String> = milestones
        .map(|standing| {
            format!(
                "{}: {}",
                standing.milestone.reference,
                state_word(standing).to_lowercase()
            )
        })
        .collect();
    let listed = |all: Vec<String>, between: &str| {
        if all.is_empty() {
            "None named".to_owned()
        } else {
            all.join(between)
        }
    };
    vec![
        feature.text.clone().into(),
        listed(by_rating(&indicators.collect::<Vec<_>>()), ". ").into(),
        listed(milestones, "; ").into(),
    ]
}

/// The names of indicators under each rating that any of them has.
fn by_rating(indicators: &[&Assessed<'_>]) -> Vec<String> {
    let named = |rating: Rating| {
        let rated = indicators.iter().filter(|one| one.verdict.rated.rating == rating);
        let names: Vec<&str> = rated.map(|one| one.indicator.name.as_str()).collect();
        (!names.is_empty()).then(|| format!("{}: {}", rating.word(), names.join("; ")))
    };
    Rating::ALL.into_iter().filter_map(named).collect()
}
