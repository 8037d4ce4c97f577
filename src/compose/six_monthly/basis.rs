//! What the chair's report rests on: meetings held, visits, papers, people, and what was not seen.

use crate::analysis::attendance::MeetingAttendance;
use crate::analysis::board::{MeetingBusiness, Punctuality, Step};
use crate::compose::context::{Context, Desk};
use crate::compose::printed;
use crate::compose::shapes::{Cell, Column, State, Table, Words, bullets};
use crate::domain::Inspection;
use crate::words;
use serde::Serialize;

/// The section.
#[derive(Debug, Serialize)]
pub(super) struct Basis {
    words: Words,
    meetings: Table,
    inspections: Table,
    visits: Words,
    read: Words,
    spoken_to: Words,
    not_seen: Words,
}

pub(super) fn basis(context: &Context<'_>, desk: &mut Desk<'_>) -> Basis {
    let Some(basis) = context.chairs_report().map(|said| &said.basis) else {
        let nothing = Words::new;
        return Basis {
            words: nothing(),
            meetings: meetings(context),
            inspections: inspections(context),
            visits: nothing(),
            read: nothing(),
            spoken_to: nothing(),
            not_seen: nothing(),
        };
    };
    Basis {
        words: desk.words(&basis.words),
        meetings: meetings(context),
        inspections: inspections(context),
        visits: bullets(
            basis
                .visits
                .iter()
                .map(|visit| format!("{}: {}", visit.date.value(), visit.what)),
        ),
        read: bullets(&basis.read),
        spoken_to: bullets(&basis.spoke_to),
        not_seen: bullets(&basis.not_seen),
    }
}

/// Meetings of the half-year, and whether the board's own business was done in time.
fn meetings(context: &Context<'_>) -> Table {
    let assessment = context.assessment;
    let of_board = |one: &&MeetingAttendance<'_>| {
        assessment
            .business
            .iter()
            .any(|business| business.meeting.id.value() == one.meeting.id.value())
    };
    let rows = assessment.attendance.iter().filter(of_board).map(|one| {
        let business = assessment
            .business
            .iter()
            .find(|b| b.meeting.id.value() == one.meeting.id.value());
        let chair = one
            .chaired_by
            .map_or("the chair was vacant", |office| office.title.as_str());
        let mut row = vec![Cell::from(format!(
            "{}: {chair}",
            printed::day(*one.meeting.date.value())
        ))];
        row.extend(Step::ALL.into_iter().map(|step| taken(business, step)));
        row
    });
    Table::new(
        "basis-meetings",
        "Meetings of the board, and whether its own business was done in time",
        [
            Column::words("Meeting, and who was in the chair", 4),
            Column::words("Agenda agreed", 3),
            Column::words("Papers sent", 3),
            Column::words("Minutes agreed", 4),
            Column::words("Minutes sent", 4),
        ],
        rows,
        "The board did not meet in these months.",
    )
}

/// What inspectors have judged so far, in their own words, the latest first.
fn inspections(context: &Context<'_>) -> Table {
    let mut known: Vec<_> = context.charter().inspections.iter().collect();
    known.sort_by_key(|inspection| *inspection.date.value());
    let row = |inspection: &&Inspection| {
        vec![
            Cell::from(printed::day(*inspection.date.value())),
            inspection.what.as_str().into(),
            inspection.by.as_str().into(),
            words::capitalised(&inspection.judgement).into(),
        ]
    };
    Table::new(
        "basis-inspections",
        "Judgements of inspectors, the latest first",
        [
            Column::short("Given"),
            Column::words("What was inspected", 3),
            Column::words("By", 3),
            Column::words("Judgement", 3),
        ],
        known.iter().rev().map(row),
        "No inspection is recorded.",
    )
}

fn taken(business: Option<&MeetingBusiness<'_>>, step: Step) -> Cell {
    let found = business.and_then(|business| business.steps.iter().find(|taken| taken.step == step));
    let Some(taken) = found else {
        return Cell::from("[x]");
    };
    let words = match taken.punctuality {
        Punctuality::InTime(day) => printed::day(day),
        Punctuality::Late(day) => format!("Late: {}", printed::day(day)),
        Punctuality::Overdue => format!("Not done; due {}", printed::day(taken.due)),
        Punctuality::NotYetDue => format!("Due {}", printed::day(taken.due)),
    };
    let state = match taken.punctuality {
        Punctuality::InTime(_) => "on_time",
        Punctuality::Late(_) => "late",
        Punctuality::Overdue => "not_received",
        Punctuality::NotYetDue => "awaited",
    };
    Cell::mark_with(State(state), words)
}
