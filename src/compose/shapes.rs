//! The shapes that layouts read: prose, tables, figures, facts, marks. The Rust side of the contract in
//! `report-templates/README.md`. Knows form; every value in them is text, already formatted.

mod table;

use super::markdown::{Block, Inline};
use crate::analysis::assurances::Answer;
use crate::analysis::milestone::{MilestoneStanding, MilestoneState};
use crate::analysis::rating::{ActionRating, Rating};
use crate::domain::Confidence;
use serde::Serialize;
pub use table::{Align, Cell, Column, Picture, RowGroup, Table};

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
