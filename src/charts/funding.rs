//! Knows money granted against money spent. Refuses to judge either.

use super::Svg;
use super::finite::Finite;
use super::label::Label;
use super::measure::{Measure, Weight};
use super::pairs::{PairBar, PairRow, lay_out_pairs};
use super::palette::{HOLLOW, SOLID};
use super::scene::{Scene, Typist};

/// Funding and spend, a row a stream or a year.
#[derive(Clone, Debug)]
pub struct Funding {
    /// Width in points; the height follows from the rows.
    pub width: f64,
    /// The rows, at most [`super::MOST_ROWS`]; further ones are not drawn.
    pub rows: Vec<FundingRow>,
}

/// One stream or year.
#[derive(Clone, Debug)]
pub struct FundingRow {
    /// Its name.
    pub name: Label,
    /// Pounds granted, and how that is printed (`£180,000 granted`).
    pub granted: (Finite, Label),
    /// Pounds spent, and how that is printed (`£121,400 spent by October`); `None` if not known yet.
    pub spent: Option<(Finite, Label)>,
}

/// Lays the chart out.
pub fn lay_out(funding: &Funding, measure: &dyn Measure) -> Scene {
    let bar = |(amount, text): &(Finite, Label), fill, weight| PairBar {
        amount: *amount,
        text: text.clone(),
        fill,
        height: 9.0,
        weight,
    };
    let row = |row: &FundingRow| PairRow {
        name: row.name.clone(),
        upper: bar(&row.granted, HOLLOW, Weight::Regular),
        lower: row
            .spent
            .as_ref()
            .map(|spent| bar(spent, SOLID, Weight::SemiBold)),
    };
    let rows: Vec<PairRow> = funding.rows.iter().map(row).collect();
    lay_out_pairs(&rows, funding.width, Typist(measure))
}

/// Draws the chart.
pub fn draw(funding: &Funding, measure: &dyn Measure) -> Svg {
    lay_out(funding, measure).draw()
}
