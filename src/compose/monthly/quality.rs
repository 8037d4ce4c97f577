//! Quality of practice: the indicators of the headings that are told here; a sample is always called one, with its size and interval.
//! Knows samples from other figures; not what was audited.

use crate::analysis::indicator::Assessed;
use crate::analysis::rating::Aim;
use crate::analysis::verdict::{Movement, NotTested};
use crate::compose::context::{Context, Desk};
use crate::compose::monthly::standing;
use crate::compose::printed;
use crate::compose::shapes::{Cell, Chart, Column, Table, Words};
use crate::domain::{Nature, Section};
use serde::Serialize;

/// The section.
#[derive(Debug, Serialize)]
pub struct Quality {
    /// The director's words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub words: Words,
    /// Grades of audited cases, month by month.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grades: Option<Chart>,
    /// The indicators that come from samples.
    pub samples: Table,
    /// The others.
    pub others: Table,
}

/// The section of the paper's month.
pub fn quality(context: &Context<'_>, desk: &mut Desk<'_>) -> Quality {
    let words = context.directors_words().and_then(|words| words.quality.as_ref());
    let (samples, others): (Vec<_>, Vec<_>) = context
        .told_in(Section::Quality)
        .partition(|assessed| assessed.indicator.nature == Nature::Sample);
    let grades = context.charts.audits.as_ref();
    Quality {
        words: words.map(|words| desk.words(words)).unwrap_or_default(),
        grades: grades.map(|drawn| desk.pictures.place(drawn, "quality-grades")),
        samples: samples_table(context, &samples),
        others: standing::table(
            context,
            "quality-others",
            format!("Quality: figures that count every case, {}", context.month()),
            others,
            context.nothing_in(Section::Quality, "No indicator of quality counts every case."),
        ),
    }
}

fn samples_table(context: &Context<'_>, samples: &[&Assessed<'_>]) -> Table {
    let columns = [
        Column::words("Indicator", 3),
        Column::figures("Before"),
        Column::figures("Latest"),
        Column::figures("In the sample"),
        Column::figures("Range for all cases"),
        Column::figures("Target"),
        Column::marks("Rating"),
    ];
    Table::new(
        "quality-samples",
        format!("Quality: figures from samples of cases, {}", context.month()),
        columns,
        samples.iter().map(|sample| row(context, sample)),
        context.nothing_in(Section::Quality, "No indicator of quality comes from a sample."),
    )
    .summed_up(
        "The range is where the figure of all cases lies, at 95 per cent. A difference within it may be chance.",
    )
}

fn row(context: &Context<'_>, sample: &Assessed<'_>) -> Vec<Cell> {
    let counts = (sample.current()).and_then(|latest| printed::counts(sample.indicator, latest));
    vec![
        standing::link(sample),
        printed::bare_observation(sample.indicator, sample.previous()).into(),
        standing::figure(sample, sample.current(), context.month()).into(),
        counts.unwrap_or_else(|| "not known".to_owned()).into(),
        interval(sample).into(),
        standing::target(sample).into(),
        Cell::mark(sample.verdict.rated.rating),
    ]
}

fn interval(sample: &Assessed<'_>) -> String {
    match sample.verdict.movement {
        Movement::NotTested(NotTested::Sample(Some((lower, upper)))) => {
            printed::bare_aim(sample.indicator, Some(Aim::Range(lower, upper)))
        }
        Movement::NotTested(NotTested::Sample(None) | NotTested::Plain(_) | NotTested::Rare(_))
        | Movement::Signal(_)
        | Movement::Changed { .. }
        | Movement::Ordinary
        | Movement::TooSoon { .. }
        | Movement::NoFigure => "not known".to_owned(),
    }
}
