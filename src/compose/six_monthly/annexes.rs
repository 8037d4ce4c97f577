//! The annexes: the council's data, complete. Membership, indicators, milestones, recommendations, reports,
//! revisions, and the reconciliation with the monthly papers.

use crate::analysis::attendance::{MeetingAttendance, Representation};
use crate::analysis::half_year::{HalfYear, Reconciled};
use crate::analysis::indicator::Assessed;
use crate::analysis::revisions::Revision;
use crate::compose::context::{Context, Desk};
use crate::compose::monthly::notes::terms::Meaning;
use crate::compose::monthly::{milestones, notes, risks};
use crate::compose::printed;
use crate::compose::shapes::{Cell, Column, RowGroup, Table, Words, bullets, paragraph};
use crate::compose::six_monthly::delivery::standing;
use crate::compose::six_monthly::performance::{baseline, named};
use crate::compose::six_monthly::{rules, views};
use crate::domain::{Capacity, Dated, Heading, Id, Month, Presence, Recommendation, Seat};
use crate::words;
use serde::Serialize;

/// The annexes.
#[derive(Debug, Serialize)]
pub(super) struct Annexes {
    attendance_words: Words,
    members: Table,
    attendance: Table,
    indicators: Table,
    milestones: Table,
    risks: Table,
    matrix: Table,
    reports: Table,
    heard: Table,
    revisions: Table,
    data_quality: Words,
    reconciliation_words: Words,
    reconciliation: Table,
    rating_rules: Table,
    rules: Words,
    shorthand: Table,
    glossary: Vec<Meaning>,
    data: Vec<Table>,
}

pub(super) fn annexes(context: &Context<'_>, desk: &Desk<'_>, half_year: &HalfYear<'_>) -> Annexes {
    Annexes {
        attendance_words: attendance_words(context),
        members: members(context),
        attendance: attendance(context),
        indicators: indicators(context, half_year),
        milestones: milestones::table(context),
        risks: risks::risks_table(context, &context.assessment.register.risks),
        matrix: matrix(context),
        reports: reports(context),
        heard: views::heard(context),
        revisions: notes::revisions(context),
        data_quality: data_quality(context),
        reconciliation_words: vec![paragraph(reconciled_words(half_year))],
        reconciliation: reconciliation(half_year),
        rating_rules: notes::rules::rating(),
        rules: rules::words(),
        shorthand: notes::terms::shorthand(),
        glossary: notes::terms::glossary(context),
        data: notes::chart_data::tables(desk.pictures.shown()),
    }
}

fn board<'a>(context: &Context<'a>) -> impl Iterator<Item = &'a MeetingAttendance<'a>> + use<'a> {
    let assessment = context.assessment;
    let of_board = |one: &&MeetingAttendance<'_>| {
        assessment
            .business
            .iter()
            .any(|business| business.meeting.id.value() == one.meeting.id.value())
    };
    assessment.attendance.iter().filter(of_board)
}

/// Whether the board could decide: by its quorum, where it has one (terms of reference 6.1 know none), and body by body.
fn attendance_words(context: &Context<'_>) -> Words {
    let lacking: Vec<String> = board(context)
        .flat_map(|meeting| {
            let day = *meeting.meeting.date.value();
            meeting
                .without_decision_maker()
                .map(move |body| format!("{} on {day}", body.name))
        })
        .collect();
    let sentence = if lacking.is_empty() {
        "Every body with members had somebody present who could decide.".to_owned()
    } else {
        format!(
            "Nobody who could decide was present for {}.",
            words::list_of(&lacking)
        )
    };
    vec![paragraph(format!("{} {sentence}", quorum(context)))]
}

fn quorum(context: &Context<'_>) -> String {
    let charter = context.charter();
    let group = charter.group(charter.papers.six_monthly.group.value());
    let quorum = group.and_then(|group| group.quorum.as_ref());
    let Some(quorum) = quorum.map(|quorum| usize::try_from(*quorum.value()).unwrap_or(usize::MAX)) else {
        return "The board has no quorum.".to_owned();
    };
    let recorded = board(context).filter(|meeting| meeting.is_recorded());
    let short: Vec<String> = recorded
        .filter(|meeting| !meeting.is_quorate(quorum))
        .map(|meeting| meeting.meeting.date.value().to_string())
        .collect();
    let reached = if short.is_empty() {
        "It was reached at every meeting with a record.".to_owned()
    } else {
        format!("It was not reached on {}.", words::list_of(&short))
    };
    format!("The board's quorum is {}. {reached}", words::cardinal(quorum))
}

fn members(context: &Context<'_>) -> Table {
    let day = context.as_at();
    let (charter, board) = (
        context.charter(),
        context.charter().papers.six_monthly.group.value(),
    );
    let seats = charter
        .group(board)
        .map(|group| group.members.as_slice())
        .unwrap_or_default();
    let row = |seat: &Seat| {
        let place = match seat.capacity {
            Capacity::Member => "Member",
            Capacity::InAttendance => "In attendance",
        };
        vec![
            Cell::from(charter.office_of_body(seat.office.value())),
            place.into(),
            words::capitalised(seat.deputy.as_deref().unwrap_or("none agreed")).into(),
        ]
    };
    Table::new(
        "annex-members",
        format!("{} by office, at {day}", charter.group_name(board)),
        [
            Column::words("Office", 4),
            Column::short("Place"),
            Column::words("Deputy agreed", 3),
        ],
        seats.iter().filter(|seat| seat.holds_on(day)).map(row),
        "The board has no members yet.",
    )
}

/// A row an office, a column a meeting.
fn attendance(context: &Context<'_>) -> Table {
    let meetings: Vec<_> = board(context).filter(|meeting| meeting.is_recorded()).collect();
    let mut offices: Vec<&Id> = Vec::new();
    for presence in meetings.iter().flat_map(|meeting| &meeting.offices) {
        if !offices.contains(&presence.office.id.value()) {
            offices.push(presence.office.id.value());
        }
    }
    let row = |office: &&Id| {
        let at = meetings.iter().map(|meeting| {
            let found = meeting
                .offices
                .iter()
                .find(|presence| presence.office.id.value() == *office);
            Cell::from(match found {
                None => "no seat then",
                Some(found) => found.presence.map_or("not recorded", Presence::word),
            })
        });
        std::iter::once(Cell::from(context.charter().office_of_body(office)))
            .chain(at)
            .collect::<Vec<_>>()
    };
    let heads = meetings
        .iter()
        .map(|meeting| Column::words(printed::day(*meeting.meeting.date.value()), 2));
    let bodies = meetings.iter().flat_map(|meeting| &meeting.bodies);
    let lacking = bodies
        .filter(|one| one.representation == Representation::NoDecisionMaker)
        .count();
    Table::new(
        "annex-attendance-table",
        "Attendance at the board's meetings in the period",
        std::iter::once(Column::words("Office", 4)).chain(heads),
        offices.iter().map(row),
        "No attendance is recorded for these months.",
    )
    .summed_up(format!("A body was without a decision-maker {}.", times(lacking)))
}

fn times(number: usize) -> String {
    match number {
        0 => "at no meeting".to_owned(),
        1 => "once".to_owned(),
        many => format!("{} times", words::cardinal(many)),
    }
}

fn indicators(context: &Context<'_>, half_year: &HalfYear<'_>) -> Table {
    let months: Vec<Month> = half_year.from.through(half_year.until).collect();
    let heads = months.iter().map(|month| Column::figures(month.short()));
    let columns = std::iter::once(Column::words("Indicator", 1))
        .chain(heads)
        .chain([
            Column::figures("Baseline"),
            Column::figures("End target"),
            Column::short("Sustained, and at target since"),
            Column::short("Improved"),
        ]);
    let under = |heading: &Heading| RowGroup {
        head: heading.name.clone(),
        rows: context
            .in_use()
            .filter(|assessed| assessed.indicator.heading.value() == heading.id.value())
            .map(|assessed| indicator(assessed, &months))
            .collect(),
    };
    Table::under_subheads(
        "annex-indicators-table",
        format!("Every indicator in use, {}", context.period()),
        columns,
        context.charter().headings.iter().map(under),
        "No indicator is in use.",
    )
    .summed_up(
        "A row an indicator: its months, where it began, where it is to end, and two tests of progress.",
    )
}

fn indicator(assessed: &Assessed<'_>, months: &[Month]) -> Vec<Cell> {
    let indicator = assessed.indicator;
    let figures = months
        .iter()
        .map(|month| Cell::from(printed::bare_observation(indicator, assessed.series.at(*month))));
    let end = assessed
        .end_target
        .map(|end| printed::bare_aim(indicator, Some(end.aim)));
    std::iter::once(named(assessed))
        .chain(figures)
        .chain([
            baseline(indicator).into(),
            end.unwrap_or_else(|| printed::NOT_APPLICABLE.to_owned()).into(),
            sustained(assessed).into(),
            assessed.progress.improved.answer.word().into(),
        ])
        .collect()
}

/// Whether progress was held, and since when the figures have been at target without a miss.
fn sustained(assessed: &Assessed<'_>) -> String {
    let held = &assessed.progress.sustained;
    match held.at_target.since {
        Some(since) => format!("{}, {}", held.answer.word(), since.short()),
        None => held.answer.word().to_owned(),
    }
}

fn matrix(context: &Context<'_>) -> Table {
    let rows = context.assessment.plan.by_recommendation.iter().map(|part| {
        vec![
            Cell::from(part.of.reference.as_str()),
            asked(part.of),
            context.office(part.of.lead.value()).into(),
            part.now.in_plan().to_string().into(),
            standing(part),
        ]
    });
    Table::new(
        "annex-matrix-table",
        "Recommendations and where their actions stand",
        [
            Column::short("No."),
            Column::words("Recommendation, and its source", 5),
            Column::words("Lead", 2),
            Column::figures("Actions"),
            Column::marks("Standing"),
        ],
        rows,
        "The plan answers no recommendation.",
    )
}

/// What is asked, and under it by whom and since when.
fn asked(recommendation: &Recommendation) -> Cell {
    let by = format!(
        "Asked by: {}; received {}",
        recommendation.source,
        printed::day(*recommendation.received.value())
    );
    Cell::Prose {
        prose: vec![paragraph(recommendation.title.clone()), paragraph(by)],
    }
}

fn reports(context: &Context<'_>) -> Table {
    let sent = context.sent_in_period();
    let rows = sent.iter().flat_map(|sent| &sent.reports).map(|report| {
        vec![
            Cell::from(report.group.as_str()),
            format!(
                "{} ({}). {}",
                report.title,
                printed::day(*report.date.value()),
                words::sentence(&report.tested)
            )
            .into(),
            report.found.as_str().into(),
            report.asks.as_deref().unwrap_or("Nothing").into(),
        ]
    });
    Table::new(
        "annex-reports-table",
        format!(
            "Reports of sub-groups, partners and the safeguarding children board, {}",
            context.period()
        ),
        [
            Column::words("From", 2),
            Column::words("Report, and what was tested", 5),
            Column::words("What was found", 4),
            Column::words("What was asked", 3),
        ],
        rows,
        "No report was received in these months.",
    )
}

fn data_quality(context: &Context<'_>) -> Words {
    let sent = context.sent_in_period();
    let notes: Vec<String> = sent
        .iter()
        .flat_map(|sent| {
            sent.data_notes
                .iter()
                .map(|note| notes::data_quality::said(context, sent, note, Some(*sent.month.value())))
        })
        .collect();
    if notes.is_empty() {
        vec![paragraph(
            "The returns of these months note nothing on the quality of their data.",
        )]
    } else {
        bullets(notes)
    }
}

fn reconciled_words(half_year: &HalfYear<'_>) -> String {
    let compared: usize = half_year.reconciliation.iter().map(|paper| paper.compared).sum();
    let revised: usize = half_year
        .reconciliation
        .iter()
        .map(|paper| paper.revised.len())
        .sum();
    format!(
        "The monthly papers of the period gave {compared} figures of their own months. {} known better now; all others \
         are the same here.",
        match revised {
            0 => "None is".to_owned(),
            1 => "One is".to_owned(),
            many => format!("{} are", words::capitalised(&words::cardinal(many))),
        }
    )
}

fn reconciliation(half_year: &HalfYear<'_>) -> Table {
    let rows = half_year
        .reconciliation
        .iter()
        .flat_map(|paper| paper.revised.iter().map(move |revision| revised(paper, revision)));
    Table::new(
        "annex-reconciliation-table",
        "Figures that differ from a monthly paper of the period",
        [
            Column::words("Figure", 4),
            Column::words("Monthly paper", 2),
            Column::figures("It said"),
            Column::figures("This report"),
            Column::words("Why", 4),
        ],
        rows,
        "Every figure is the same as in the monthly papers.",
    )
}

fn revised(paper: &Reconciled<'_>, revision: &Revision<'_>) -> Vec<Cell> {
    vec![
        Cell::from(format!("{}, {}", revision.indicator.name, revision.month.name())),
        paper.paper.to_string().into(),
        revision.said.words(revision.indicator).into(),
        revision.now.words(revision.indicator).into(),
        revision.why.words().into(),
    ]
}
