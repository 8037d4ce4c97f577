//! The register: risks with their movement, then issues. Knows the columns; scores and movement are worked out before.

use crate::analysis::risks::{IssueStanding, Movement, RiskStanding};
use crate::compose::context::{Context, Desk};
use crate::compose::printed;
use crate::compose::shapes::{Cell, Chart, Column, Table, Words, paragraph};
use crate::words;
use serde::Serialize;

/// The section.
#[derive(Debug, Serialize)]
pub struct Risks {
    /// What moved, in a sentence.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub words: Words,
    /// Scores then and now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub movement: Option<Chart>,
    /// The risks, the gravest first.
    pub risks: Table,
    /// The issues.
    pub issues: Table,
}

/// The section of the paper's month.
pub fn risks(context: &Context<'_>, desk: &mut Desk<'_>) -> Risks {
    let register = &context.assessment.register;
    let movement = context.charts.risks.as_ref();
    Risks {
        words: summed_up(&register.risks),
        movement: movement.map(|drawn| desk.pictures.place_beside(drawn, "risks-movement", "risks-table")),
        risks: risks_table(context, &register.risks),
        issues: issues_table(context, &register.issues),
    }
}

fn summed_up(risks: &[RiskStanding<'_>]) -> Words {
    if risks.is_empty() {
        return Words::new();
    }
    let moved = |movement| {
        risks
            .iter()
            .filter(|standing| standing.movement == movement)
            .count()
    };
    let open = risks.len() - moved(Movement::Closed);
    vec![paragraph(format!(
        "{} {} open. Since the month before, {}.",
        words::capitalised(&words::count(open, "risk", "risks")),
        if open == 1 { "is" } else { "are" },
        changes([Movement::Up, Movement::Down, Movement::New, Movement::Closed].map(moved)),
    ))]
}

/// `one score rose and two fell; no risk is new and one was closed`, of how many rose, fell, are new and were closed.
fn changes([up, down, new, closed]: [usize; 4]) -> String {
    let scores = match (up, down) {
        (0, 0) => "no score rose or fell".to_owned(),
        (0, down) => format!("no score rose and {} fell", words::cardinal(down)),
        (up, down) => format!(
            "{} rose and {} fell",
            words::count(up, "score", "scores"),
            printed::number_or_none(down)
        ),
    };
    let was = if closed <= 1 { "was" } else { "were" };
    let closed = printed::number_or_none(closed);
    let new = match new {
        0 => "no risk is".to_owned(),
        1 => "one risk is".to_owned(),
        many => format!("{} risks are", words::cardinal(many)),
    };
    format!("{scores}; {new} new and {closed} {was} closed")
}

/// The risks on the register, the gravest first.
pub fn risks_table(context: &Context<'_>, risks: &[RiskStanding<'_>]) -> Table {
    let columns = [
        Column::short("No."),
        Column::words("Risk", 4),
        Column::figures("Score"),
        Column::short("Movement"),
        Column::words("Owner, and what is being done", 5),
    ];
    Table::new(
        "risks-table",
        format!("Risks at {}, the gravest first", context.as_at()),
        columns,
        risks.iter().map(|standing| risk(context, standing)),
        "No risk is on the register.",
    )
    .summed_up(
        "Likelihood and impact are scored from 1 to 5; the score is the one times the other, 25 at most.",
    )
}

fn risk(context: &Context<'_>, standing: &RiskStanding<'_>) -> Vec<Cell> {
    let now = standing.now;
    let score = now.map(|score| format!("{} ({} × {})", score.product(), score.likelihood, score.impact));
    let owner = context.office(standing.risk.owner.value());
    let done = match now {
        Some(score) => format!("{owner}: {}", score.closed.unwrap_or(score.mitigation)),
        None => format!("{owner}. Never scored."),
    };
    vec![
        standing.risk.reference.clone().into(),
        standing.risk.title.clone().into(),
        score.unwrap_or_else(|| "[x]".to_owned()).into(),
        movement(standing).into(),
        done.into(),
    ]
}

fn movement(standing: &RiskStanding<'_>) -> String {
    let before = standing.before.map(|score| score.product());
    match (standing.movement, before) {
        (Movement::Up | Movement::Down, Some(before)) => {
            format!("{}, was {before}", standing.movement.word())
        }
        (
            Movement::Up
            | Movement::Down
            | Movement::New
            | Movement::Same
            | Movement::NotScored
            | Movement::Closed,
            _,
        ) => standing.movement.word().to_owned(),
    }
}

fn issues_table(context: &Context<'_>, issues: &[IssueStanding<'_>]) -> Table {
    let columns = [
        Column::short("No."),
        Column::words("Issue", 4),
        Column::short("Since"),
        Column::words("Owner", 3),
        Column::words("State", 2),
        Column::words("What is being done", 5),
    ];
    Table::new(
        "issues-table",
        format!("Issues at {}", context.as_at()),
        columns,
        issues.iter().map(|standing| issue(context, standing)),
        "No issue is open.",
    )
}

fn issue(context: &Context<'_>, standing: &IssueStanding<'_>) -> Vec<Cell> {
    let done = standing.news.map_or("No news was received.", |news| news.note);
    vec![
        standing.issue.reference.clone().into(),
        standing.issue.title.clone().into(),
        printed::day(*standing.issue.raised.value()).into(),
        context.office(standing.issue.owner.value()).into(),
        standing.movement.word().into(),
        done.into(),
    ]
}
