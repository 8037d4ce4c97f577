//! What a reader should know about the data: how much of it came, what contributors say of it, what was late or is missing.
//! Knows returns; how good the figures are is their senders' to say.

use crate::analysis::returns::{Arrival, Contribution, MissingFigure};
use crate::analysis::series::Gap;
use crate::compose::context::Context;
use crate::compose::markdown::Block;
use crate::compose::printed;
use crate::compose::shapes::{Cell, Column, State, Table, Words, paragraph};
use crate::domain::{DataNote, Date, Month, Owed, Return};
use crate::words;

/// How many figures came, and the notes of those who sent them.
pub fn words(context: &Context<'_>) -> Words {
    let returns = &context.assessment.returns;
    let came = returns.figures_owed - returns.missing.len().min(returns.figures_owed);
    let counted = paragraph(counted(
        (came, returns.figures_owed),
        returns.month,
        context.assessment.occasion.cut_off,
    ));
    let notes = context
        .sent()
        .into_iter()
        .flat_map(|sent| sent.data_notes.iter().map(move |note| (sent, note)));
    let notes: Vec<Vec<Block>> = notes
        .map(|(sent, note)| vec![paragraph(said(context, sent, note, None))])
        .collect();
    if notes.is_empty() {
        vec![
            counted,
            paragraph("No contributor sent a note on the quality of its data."),
        ]
    } else {
        vec![counted, Block::List(notes)]
    }
}

fn counted((came, owed): (usize, usize), month: Month, cut_off: Date) -> String {
    let figures = words::count(owed, "figure", "figures");
    match (came, owed) {
        (_, 0) => format!("No figure was owed for {month}."),
        (1, 1) => format!("The one figure owed for {month} was there at the cut-off of {cut_off}."),
        (came, owed) if came == owed => {
            format!("All {figures} owed for {month} were there at the cut-off of {cut_off}.")
        }
        (came, _) => format!(
            "Of {figures} owed for {month}, {} {} there at the cut-off of {cut_off}.",
            printed::number_or_none(came),
            if came <= 1 { "was" } else { "were" }
        ),
    }
}

/// Who says it, of which month where that is not the paper's, on which indicators, and what.
pub fn said(context: &Context<'_>, sent: &Return, note: &DataNote, of: Option<Month>) -> String {
    let known = note
        .indicators
        .iter()
        .filter_map(|id| context.assessment.indicator(id.value()));
    let named: Vec<&str> = known.map(|assessed| assessed.indicator.name.as_str()).collect();
    let mut said = context.charter().body_name(sent.from.value()).to_owned();
    if let Some(month) = of {
        said = format!("{said}, {month}");
    }
    if !named.is_empty() {
        said = format!("{said}, on {}", named.join("; "));
    }
    format!("{said}: {}", note.text)
}

/// What was late, what did not come, and each figure that is missing.
pub fn returns(context: &Context<'_>) -> Table {
    let returns = &context.assessment.returns;
    let late = returns
        .contributions
        .iter()
        .flat_map(|sent| deliveries(context, sent));
    let missing = returns.missing.iter().map(|figure| figure_row(context, figure));
    Table::new(
        "notes-returns",
        format!("Late and missing for {}", returns.month),
        [
            Column::words("Body", 3),
            Column::words("What", 4),
            Column::marks("State"),
            Column::words("Note", 4),
        ],
        late.chain(missing),
        "Everything that was owed came in time.",
    )
}

fn deliveries<'a>(
    context: &'a Context<'_>,
    sent: &'a Contribution<'_>,
) -> impl Iterator<Item = Vec<Cell>> + 'a {
    let body = context.charter().body_name(sent.contributor.body.value());
    sent.deliveries.iter().filter_map(move |delivery| {
        let due = printed::day(sent.due);
        let note = match delivery.arrival {
            Arrival::OnTime(_) => return None,
            Arrival::Late(day) => format!("Due {due}, received {}", printed::day(day)),
            Arrival::NotReceived => format!("Due {due}"),
        };
        let mark = Cell::mark(State(delivery.arrival.key()));
        Some(vec![body.into(), owed(delivery.owed).into(), mark, note.into()])
    })
}

fn owed(owed: Owed) -> &'static str {
    match owed {
        Owed::Figures => "Figures",
        Owed::Plan => "Updates of the plan",
        Owed::Risks => "Scores of the risks",
        Owed::Words => "Director’s words",
    }
}

fn figure_row(context: &Context<'_>, missing: &MissingFigure<'_>) -> Vec<Cell> {
    let indicator = missing.indicator;
    let note = match missing.gap {
        Gap::Stated { note, .. } => note.unwrap_or_default(),
        Gap::NothingToMeasure(_) | Gap::NoReturn | Gap::LeftOut | Gap::NotOwed => "",
    };
    vec![
        context.charter().body_name(indicator.body.value()).into(),
        Cell::link(
            format!("{}, {}", indicator.name, missing.month),
            printed::anchor(indicator),
        ),
        Cell::mark_with(State("no_data"), words::capitalised(missing.gap.words())),
        note.into(),
    ]
}
