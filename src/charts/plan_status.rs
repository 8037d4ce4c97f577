//! Knows how far the plan is, recommendation by recommendation: actions counted by rating. Refuses to rate
//! them.

use std::collections::BTreeMap;

use super::Svg;
use super::finite::Finite;
use super::label::Label;
use super::measure::Measure;
use super::palette::Tone;
use super::scene::{Scene, Typist};
use super::stack::{Class, StackRow, Stacks};

/// The plan's actions by recommendation and rating.
#[derive(Clone, Debug)]
pub struct PlanStatus {
    /// Width in points; the height follows from the rows.
    pub width: f64,
    /// What each rating is called, for those that the programme uses.
    pub names: BTreeMap<Tone, Label>,
    /// One row a recommendation, at most [`super::MOST_ROWS`]; further ones are not drawn.
    pub rows: Vec<Recommendation>,
}

/// A recommendation and its actions.
#[derive(Clone, Debug)]
pub struct Recommendation {
    /// Its number and name.
    pub name: Label,
    /// How many of its actions have each rating; none is nought.
    pub actions: BTreeMap<Tone, u32>,
}

/// Lays the chart out.
pub fn lay_out(status: &PlanStatus, measure: &dyn Measure) -> Scene {
    let class = |(tone, name): (&Tone, &Label)| Class {
        name: name.clone(),
        fill: tone.fill(),
    };
    let row = |row: &Recommendation| {
        let count = |tone: &Tone| row.actions.get(tone).copied().unwrap_or(0);
        let part = |tone: &Tone| (Finite::from(count(tone)), Label::from(count(tone).to_string()));
        let total: u64 = status.names.keys().map(|tone| u64::from(count(tone))).sum();
        StackRow {
            name: row.name.clone(),
            parts: status.names.keys().map(part).collect(),
            total: total.to_string().into(),
        }
    };
    Stacks {
        width: status.width,
        classes: status.names.iter().map(class).collect(),
        rows: status.rows.iter().map(row).collect(),
        typist: Typist(measure),
    }
    .scene()
}

/// Draws the chart.
pub fn draw(status: &PlanStatus, measure: &dyn Measure) -> Svg {
    lay_out(status, measure).draw()
}
