//! The shapes that layouts read: prose, tables, figures, facts, marks. The Rust side of the contract in
//! `report-templates/README.md`. Knows form; every value in them is text, already formatted.

use super::markdown::{Block, Inline};
use crate::analysis::assurances::Answer;
use crate::analysis::milestone::{MilestoneStanding, MilestoneState};
use crate::analysis::rating::{ActionRating, Rating};
use crate::domain::Confidence;
use serde::Serialize;

/// A tree of paragraphs and lists.
pub type Words = Vec<Block>;

/// A paragraph of plain words.
#[must_use]
pub fn paragraph(text: impl Into<String>) -> Block {
    Block::Par(vec![Inline::Text(text.into())])
}

/// A list of plain words, an item each; nothing where there are none.
#[must_use]
pub fn bullets<T: Into<String>>(items: impl IntoIterator<Item = T>) -> Words {
    let items: Vec<Vec<Block>> = items.into_iter().map(|item| vec![paragraph(item)]).collect();
    if items.is_empty() {
        Vec::new()
    } else {
        vec![Block::List(items)]
    }
}

/// The name of a mark, as the layouts know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct State(pub &'static str);

impl From<Rating> for State {
    fn from(rating: Rating) -> Self {
        Self(rating.key())
    }
}

impl From<ActionRating> for State {
    fn from(rating: ActionRating) -> Self {
        Self(rating.key())
    }
}

impl From<Answer> for State {
    fn from(answer: Answer) -> Self {
        Self(match answer {
            Answer::Yes => "yes",
            Answer::InPart => "in_part",
            Answer::No => "no",
            Answer::CannotBeSaid => "cannot_be_said",
        })
    }
}

impl From<&MilestoneStanding<'_>> for State {
    /// One that is not reached is on track, or at risk, by what its owner says; without a word from its owner it is
    /// only not yet due.
    fn from(standing: &MilestoneStanding<'_>) -> Self {
        Self(match (standing.state, standing.confidence) {
            (MilestoneState::Achieved(_), _) => "achieved",
            (MilestoneState::Missed, _) => "missed",
            (MilestoneState::ForecastLate(_), _)
            | (MilestoneState::Due, Some(Confidence::AtRisk | Confidence::OffTrack)) => "at_risk",
            (MilestoneState::Due, Some(Confidence::OnTrack)) => "on_track",
            (MilestoneState::Due, None) => "awaited",
        })
    }
}

/// Where the words of a column stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// Words.
    Left,
    /// Figures.
    Right,
    /// Marks.
    Center,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Its head.
    pub head: String,
    /// Its unit, under the head.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Where its words stand.
    pub align: Align,
    /// Its share of what is left of the line; without it, it is as wide as its widest cell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub width: Option<u32>,
}

impl Column {
    /// A column of words that takes a share of the line.
    pub fn words(head: impl Into<String>, width: u32) -> Self {
        Self {
            head: head.into(),
            unit: None,
            align: Align::Left,
            width: Some(width),
        }
    }

    /// A column of short words, as wide as they are.
    pub fn short(head: impl Into<String>) -> Self {
        Self {
            head: head.into(),
            unit: None,
            align: Align::Left,
            width: None,
        }
    }

    /// A column of marks or icons, as wide as the longest with its word.
    pub fn marks(head: impl Into<String>) -> Self {
        Self::short(head)
    }

    /// A column of figures.
    pub fn figures(head: impl Into<String>) -> Self {
        Self {
            head: head.into(),
            unit: None,
            align: Align::Right,
            width: None,
        }
    }

    /// The same column with a unit under its head.
    #[must_use]
    pub fn of(self, unit: impl Into<String>) -> Self {
        Self {
            unit: Some(unit.into()),
            ..self
        }
    }
}

/// A small chart in a cell.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Picture {
    /// Its virtual path.
    pub file: String,
    /// Its width in points.
    pub width: f64,
    /// Its height in points.
    pub height: f64,
    /// What it tells somebody who cannot see it.
    pub alt: String,
}

/// What a cell of a table may hold.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Cell {
    /// Words or a figure.
    Text(String),
    /// Words that lead to another place of the paper.
    Link {
        /// The words.
        text: String,
        /// The id of the place.
        to: String,
    },
    /// A mark with its word.
    Mark {
        /// The mark.
        rating: State,
        /// Words in place of the mark's own.
        #[serde(skip_serializing_if = "Option::is_none")]
        words: Option<String>,
    },
    /// The icon of variation.
    Variation {
        /// Which.
        variation: &'static str,
    },
    /// The icon of assurance.
    Assurance {
        /// Which.
        assurance: &'static str,
    },
    /// A small chart.
    Chart {
        /// The chart.
        chart: Picture,
    },
    /// Paragraphs.
    Prose {
        /// The words.
        prose: Words,
    },
}

impl Cell {
    /// A mark with its own word.
    pub fn mark(state: impl Into<State>) -> Self {
        Self::Mark {
            rating: state.into(),
            words: None,
        }
    }

    /// A mark with words in place of its own.
    pub fn mark_with(state: impl Into<State>, words: impl Into<String>) -> Self {
        Self::Mark {
            rating: state.into(),
            words: Some(words.into()),
        }
    }

    /// Words that lead to another place of the paper.
    pub fn link(text: impl Into<String>, to: impl Into<String>) -> Self {
        Self::Link {
            text: text.into(),
            to: to.into(),
        }
    }
}

impl<T: Into<String>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self::Text(text.into())
    }
}

/// A table, or the line that says why there is none.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Table {
    /// Its id in the paper.
    pub id: String,
    /// What, unit, period.
    pub caption: String,
    /// For a listener: how to find one's way in a complex table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// What holds for all its rows, above them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Whether the first cell of a row names the row.
    pub row_header: bool,
    /// Its rows, a cell a column.
    pub rows: Vec<Vec<Cell>>,
    /// Rows under a subhead of their own, after the others.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<RowGroup>,
    /// What is printed when there are no rows.
    pub empty: String,
}

/// Rows of a table under a subhead of their own.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RowGroup {
    /// The subhead.
    pub head: String,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// A table whose first column names its rows. `empty` is printed when there are none.
    pub fn new(
        id: impl Into<String>,
        caption: impl Into<String>,
        columns: impl IntoIterator<Item = Column>,
        rows: impl IntoIterator<Item = Vec<Cell>>,
        empty: impl Into<String>,
    ) -> Self {
        Self {
            id: id.into(),
            caption: caption.into(),
            summary: None,
            note: None,
            columns: columns.into_iter().collect(),
            row_header: true,
            rows: rows.into_iter().collect(),
            groups: Vec::new(),
            empty: empty.into(),
        }
    }

    /// The same table with its rows under subheads; those without rows are left out.
    #[must_use]
    pub fn grouped(self, groups: impl IntoIterator<Item = RowGroup>) -> Self {
        let groups = groups.into_iter().filter(|group| !group.rows.is_empty());
        Self {
            groups: groups.collect(),
            ..self
        }
    }

    /// The same table with words for a listener.
    #[must_use]
    pub fn summed_up(self, summary: impl Into<String>) -> Self {
        Self {
            summary: Some(summary.into()),
            ..self
        }
    }

    /// The same table with a first column that does not name its rows.
    #[must_use]
    pub fn without_row_header(self) -> Self {
        Self {
            row_header: false,
            ..self
        }
    }
}

/// A chart with its words.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Chart {
    /// Its id in the paper.
    pub id: String,
    /// Its virtual path.
    pub file: String,
    /// Its width in points.
    pub width: f64,
    /// Its height in points.
    pub height: f64,
    /// The verdict.
    pub title: String,
    /// What, unit, period.
    pub subtitle: String,
    /// What it tells somebody who cannot see it.
    pub alt: String,
    /// What a reader must know beside it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A label and its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Labelled {
    /// The label.
    pub label: String,
    /// The value.
    pub value: String,
}

impl Labelled {
    /// A label and its value.
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            value: value.into(),
        }
    }
}

/// A file attached to the PDF.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Attachment {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub description: String,
    /// Its text.
    pub text: String,
}
