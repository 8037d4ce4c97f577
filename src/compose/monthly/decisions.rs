//! What the meeting is asked to decide, and how what earlier meetings agreed stands. Knows what was asked; never what will be decided.

use crate::compose::context::Context;
use crate::compose::printed;
use crate::compose::shapes::{Cell, Column, State, Table};
use crate::domain::{Decision, Matter, MatterState};
use crate::words::capitalised;
use serde::Serialize;

/// The section.
#[derive(Debug, Serialize)]
pub struct Decisions {
    /// The decisions asked, in order.
    pub asked: Vec<Asked>,
    /// What is printed when none is.
    pub empty: &'static str,
    /// Actions from earlier meetings.
    pub last_meeting: Table,
}

/// A decision asked.
#[derive(Debug, Serialize)]
pub struct Asked {
    /// Its number in the paper.
    #[serde(rename = "ref")]
    pub reference: String,
    /// The group that is asked.
    pub of: String,
    /// What is asked.
    pub text: String,
    /// Why, and what follows if it is not decided.
    pub reason: String,
}

/// The section of the paper's month.
pub fn decisions(context: &Context<'_>) -> Decisions {
    let decisions = context.sent().into_iter().flat_map(|sent| &sent.decisions);
    Decisions {
        asked: decisions
            .zip(1_u32..)
            .map(|(decision, number)| asked(context, decision, number))
            .collect(),
        empty: "No decision is asked of this meeting.",
        last_meeting: matters(context),
    }
}

fn asked(context: &Context<'_>, decision: &Decision, number: u32) -> Asked {
    Asked {
        reference: number.to_string(),
        of: capitalised(context.charter().group_short(decision.of.value())),
        text: decision.text.clone(),
        reason: decision.reason.clone(),
    }
}

fn matters(context: &Context<'_>) -> Table {
    let columns = [
        Column::short("No."),
        Column::words("Action, and who agreed it", 7),
        Column::words("Owner", 3),
        Column::short("Due"),
        Column::marks("State"),
        Column::words("Note", 3),
    ];
    let matters = context.sent().into_iter().flat_map(|sent| &sent.matters);
    Table::new(
        "decisions-matters",
        format!(
            "What earlier meetings agreed, and what came of it, {}",
            context.month()
        ),
        columns,
        matters
            .zip(1_u32..)
            .map(|(matter, number)| row(context, matter, number)),
        "No action from an earlier meeting was reported on.",
    )
}

fn row(context: &Context<'_>, matter: &Matter, number: u32) -> Vec<Cell> {
    vec![
        number.to_string().into(),
        format!(
            "{} ({})",
            matter.text.trim_end_matches('.'),
            agreed_by(context, matter)
        )
        .into(),
        context.office(matter.owner.value()).into(),
        printed::day(*matter.due.value()).into(),
        state(context, matter),
        matter.note.clone().unwrap_or_default().into(),
    ]
}

/// The group and the day of the meeting that agreed it.
fn agreed_by(context: &Context<'_>, matter: &Matter) -> String {
    match context.programme().calendar.meeting(matter.meeting.value()) {
        Some(meeting) => {
            let group = context.charter().group_short(meeting.group.value());
            format!("{group}, {}", printed::day(*meeting.date.value()))
        }
        None => matter.meeting.value().to_string(),
    }
}

fn state(context: &Context<'_>, matter: &Matter) -> Cell {
    match matter.state {
        MatterState::Done => Cell::mark_with(State("complete"), "Done"),
        MatterState::Open if *matter.due.value() < context.as_at() => {
            Cell::mark_with(State("missed"), "Open, overdue")
        }
        MatterState::Open => Cell::mark_with(State("awaited"), "Open"),
    }
}
