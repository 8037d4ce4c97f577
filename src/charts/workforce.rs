//! Knows posts by tier: filled permanently, covered by agency staff, vacant. Refuses to compute a rate of
//! them.

use super::Svg;
use super::finite::Finite;
use super::label::Label;
use super::measure::Measure;
use super::palette::{HOLLOW, SOLID, STRIPED};
use super::scene::{Scene, Typist};
use super::stack::{Class, StackRow, Stacks};

/// Posts by tier.
#[derive(Clone, Debug)]
pub struct Workforce {
    /// Width in points; the height follows from the rows.
    pub width: f64,
    /// The tiers; a tier may be followed by itself at an earlier time, for comparison.
    pub rows: Vec<Tier>,
}

/// A tier, at a time.
#[derive(Clone, Debug)]
pub struct Tier {
    /// Its name, or the earlier time.
    pub name: Label,
    /// Posts filled permanently, and the number as printed.
    pub permanent: (Finite, Label),
    /// Posts covered by agency staff, and the number as printed.
    pub agency: (Finite, Label),
    /// Posts that nobody fills, and the number as printed.
    pub vacant: (Finite, Label),
    /// All posts, as printed at the end of the row.
    pub posts: Label,
}

/// Lays the chart out.
pub fn lay_out(workforce: &Workforce, measure: &dyn Measure) -> Scene {
    let classes = [
        ("Permanent staff", SOLID),
        ("Agency staff", STRIPED),
        ("Vacant", HOLLOW),
    ];
    let row = |tier: &Tier| StackRow {
        name: tier.name.clone(),
        parts: vec![tier.permanent.clone(), tier.agency.clone(), tier.vacant.clone()],
        total: tier.posts.clone(),
    };
    Stacks {
        width: workforce.width,
        classes: classes
            .into_iter()
            .map(|(name, fill)| Class {
                name: name.into(),
                fill,
            })
            .collect(),
        rows: workforce.rows.iter().map(row).collect(),
        typist: Typist(measure),
    }
    .scene()
}

/// Draws the chart.
pub fn draw(workforce: &Workforce, measure: &dyn Measure) -> Svg {
    lay_out(workforce, measure).draw()
}
