//! Partners: whose returns came and when, how each body's indicators and actions stand, and what groups reported.
//! Knows the bodies by the programme; the council itself has the rest of the paper.

use crate::analysis::action::ActionStanding;
use crate::analysis::returns::{Arrival, Contribution, Delivery, Record, record};
use crate::compose::context::{Context, Desk};
use crate::compose::monthly::standing;
use crate::compose::printed;
use crate::compose::shapes::{Cell, Column, State, Table, Words};
use crate::domain::{Body, GroupReport, Id};
use serde::Serialize;

/// Over how many months punctuality is counted, the paper's own the last.
const MONTHS: i32 = 6;

/// The section.
#[derive(Debug, Serialize)]
pub struct Partners {
    /// The director's words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub words: Words,
    /// Whose returns came, and when.
    pub returns: Table,
    /// Each body but the council that has an indicator or an action.
    pub bodies: Vec<BodyPart>,
    /// Reports of sub-groups, partners and the safeguarding children board.
    pub reports: Vec<Report>,
    /// What is printed when there are none.
    pub no_reports: &'static str,
}

/// One body's part.
#[derive(Debug, Serialize)]
pub struct BodyPart {
    /// Its id in the paper.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How its indicators stand.
    pub indicators: Table,
    /// How its actions stand.
    pub actions: Table,
}

/// A report (terms of reference 3.5).
#[derive(Debug, Serialize)]
pub struct Report {
    /// Its id in the paper.
    pub id: String,
    /// Who reports, and on what.
    pub title: String,
    /// When.
    pub reported: String,
    /// What was tested.
    pub tested: String,
    /// What was found.
    pub found: String,
    /// What is asked.
    pub asked: String,
}

/// The section of the paper's month.
pub fn partners(context: &Context<'_>, desk: &mut Desk<'_>) -> Partners {
    let words = context
        .directors_words()
        .and_then(|words| words.partners.as_ref());
    let charter = context.charter();
    let others = charter
        .bodies
        .iter()
        .filter(|body| body.id.value() != charter.council.value());
    let reports = context.sent().into_iter().flat_map(|sent| &sent.reports);
    Partners {
        words: words.map(|words| desk.words(words)).unwrap_or_default(),
        returns: returns(context),
        bodies: others.filter_map(|body| part(context, body)).collect(),
        reports: reports
            .zip(1_u32..)
            .map(|(one, number)| report(one, number))
            .collect(),
        no_reports: "No group reported this month.",
    }
}

fn returns(context: &Context<'_>) -> Table {
    let month = context.month();
    let columns = [
        Column::words("Body", 3),
        Column::short("Due"),
        Column::short("Received"),
        Column::marks("Arrival"),
        Column::figures("On time, months"),
    ];
    let first = month.plus(1 - MONTHS).max(context.charter().papers.monthly.first);
    let records = record(context.programme(), first, month);
    let rows = context.assessment.returns.contributions.iter().map(|sent| {
        let body = sent.contributor.body.value();
        let record = records
            .iter()
            .find(|record| record.contributor.body.value() == body);
        contribution(context, sent, record)
    });
    Table::new(
        "partners-returns",
        format!("Returns for {month}"),
        columns,
        rows,
        "No body owes a return.",
    )
    .summed_up(format!(
        "The last column counts the months from {first} to {month} in which all that a body owed came by its day."
    ))
}

fn contribution(context: &Context<'_>, sent: &Contribution<'_>, record: Option<&Record<'_>>) -> Vec<Cell> {
    let (received, mark) = arrived(sent);
    vec![
        context.charter().body_name(sent.contributor.body.value()).into(),
        printed::day(sent.due).into(),
        received.into(),
        mark,
        record.map_or_else(|| "[x]".to_owned(), punctuality).into(),
    ]
}

/// When all of it was there; where some of it never came, when the rest did.
fn arrived(sent: &Contribution<'_>) -> (String, Cell) {
    let arrival = sent.arrival();
    let came = |delivery: &Delivery| match delivery.arrival {
        Arrival::OnTime(day) | Arrival::Late(day) => Some(day),
        Arrival::NotReceived => None,
    };
    let part = sent.deliveries.iter().filter_map(came).max();
    match (arrival, part) {
        (Arrival::OnTime(day) | Arrival::Late(day), _) => {
            (printed::day(day), Cell::mark(State(arrival.key())))
        }
        (Arrival::NotReceived, Some(day)) => (
            format!("in part, {}", printed::day(day)),
            Cell::mark_with(State(arrival.key()), "Not complete"),
        ),
        (Arrival::NotReceived, None) => ("not by the cut-off".to_owned(), Cell::mark(State(arrival.key()))),
    }
}

fn punctuality(record: &Record<'_>) -> String {
    let in_time = record
        .months
        .iter()
        .filter(|(_, arrival)| matches!(arrival, Arrival::OnTime(_)));
    format!("{} of {}", in_time.count(), record.months.len())
}

/// Nothing is said of a body that has neither an indicator nor an action.
fn part(context: &Context<'_>, body: &Body) -> Option<BodyPart> {
    let id = body.id.value();
    let (indicators, actions) = (indicators(context, body), actions(context, body));
    (!indicators.rows.is_empty() || !actions.rows.is_empty()).then(|| BodyPart {
        id: format!("partner-{id}"),
        name: body.name.clone(),
        indicators,
        actions,
    })
}

fn indicators(context: &Context<'_>, body: &Body) -> Table {
    let id = body.id.value();
    standing::table(
        context,
        format!("partner-{id}-indicators"),
        format!("{}: indicators, {}", body.name, context.month()),
        context
            .in_use()
            .filter(|assessed| assessed.indicator.body.value() == id),
        "It contributes no indicator.".to_owned(),
    )
}

fn actions(context: &Context<'_>, body: &Body) -> Table {
    let id: &Id = body.id.value();
    let columns = [
        Column::short("Action"),
        Column::words("What is to be done", 4),
        Column::short("Due"),
        Column::marks("Rating"),
    ];
    let mine = context
        .assessment
        .plan
        .actions
        .iter()
        .filter(|one| one.action.body.value() == id);
    Table::new(
        format!("partner-{id}-actions"),
        format!("{}: actions of the plan, {}", body.name, context.as_at()),
        columns,
        mine.map(action),
        format!("No action of the plan is {}’s.", body.name),
    )
}

fn action(standing: &ActionStanding<'_>) -> Vec<Cell> {
    vec![
        standing.action.reference.clone().into(),
        standing.action.title.clone().into(),
        printed::day_or_none(standing.dates.as_ref().map(|dates| dates.current)).into(),
        Cell::mark(standing.rating),
    ]
}

fn report(report: &GroupReport, number: u32) -> Report {
    Report {
        id: format!("report-{number}"),
        title: format!("{}: {}", report.group, report.title),
        reported: report.date.value().to_string(),
        tested: report.tested.clone(),
        found: report.found.clone(),
        asked: report
            .asks
            .clone()
            .unwrap_or_else(|| "Nothing is asked.".to_owned()),
    }
}
