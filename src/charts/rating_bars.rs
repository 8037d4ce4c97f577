//! Knows how many indicators or actions have each rating, with last month's number beside. Refuses to rate
//! them.

use super::Svg;
use super::label::Label;
use super::measure::{Measure, Weight};
use super::pairs::{PairBar, PairRow, lay_out_pairs};
use super::palette::{HOLLOW, Tone};
use super::scene::{Scene, Typist};

/// Counts by rating.
#[derive(Clone, Debug)]
pub struct RatingBars {
    /// Width in points; the height follows from the rows.
    pub width: f64,
    /// Said beside the first row's bar, as in `in October`.
    pub this_time: Label,
    /// Said beside the bar under it, as in `in September`.
    pub last_time: Label,
    /// One row a rating, best first.
    pub rows: Vec<RatingRow>,
}

/// A rating and how many have it.
#[derive(Clone, Debug)]
pub struct RatingRow {
    /// What the programme calls it.
    pub name: Label,
    /// How it looks.
    pub tone: Tone,
    /// How many have it now.
    pub now: u32,
    /// How many had it last time, if that is known.
    pub before: Option<u32>,
}

/// Lays the chart out.
pub fn lay_out(ratings: &RatingBars, measure: &dyn Measure) -> Scene {
    let text = |count: u32, index: usize, when: &Label| match index {
        0 => Label::from(format!("{count} {}", when.as_str())),
        _ => Label::from(count.to_string()),
    };
    let row = |(index, row): (usize, &RatingRow)| PairRow {
        name: row.name.clone(),
        upper: PairBar {
            amount: row.now.into(),
            text: text(row.now, index, &ratings.this_time),
            fill: row.tone.fill(),
            height: 11.0,
            weight: Weight::SemiBold,
        },
        lower: row.before.map(|before| PairBar {
            amount: before.into(),
            text: text(before, index, &ratings.last_time),
            fill: HOLLOW,
            height: 6.0,
            weight: Weight::Regular,
        }),
    };
    let rows: Vec<PairRow> = ratings.rows.iter().enumerate().map(row).collect();
    lay_out_pairs(&rows, ratings.width, Typist(measure))
}

/// Draws the chart.
pub fn draw(ratings: &RatingBars, measure: &dyn Measure) -> Svg {
    lay_out(ratings, measure).draw()
}
