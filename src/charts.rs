//! Charts: knows numbers, months, units and marks, and turns a specification of them into an SVG. Refuses to
//! know YAML, indicators, plans and Typst, and refuses to decide: what a figure is called, how it is rounded
//! and whether it is a signal is told to it.
//!
//! Each kind is a file with one specification and one `draw`. In between stands a [`scene::Scene`]: every
//! line, bar, mark and label at its place, so that tests can ask whether a label touches anything before a
//! byte is written.

pub mod audit_grades;
pub mod burn_up;
mod call_out;
mod canvas;
mod collision;
mod ends;
pub mod fan;
mod finite;
mod frame;
pub mod funding;
mod ink;
mod key;
mod label;
mod layers;
mod measure;
pub mod milestones;
mod month;
mod month_axis;
mod pairs;
pub mod palette;
pub mod plan_status;
pub mod rating_bars;
pub mod risks;
mod rows;
mod scale;
pub mod scene;
pub mod series;
pub mod small_multiple;
pub mod sparkline;
mod spread;
mod stack;
mod strip;
pub mod workforce;

pub use collision::{Collision, Obstacle};
pub use finite::Finite;
pub use label::Label;
pub use measure::{Measure, Weight};
pub use month::{Day, Month};
pub use rows::MOST_ROWS;
pub use scale::{AxisFrom, Unit};

/// A picture as SVG text, in the paper's type, with real text in it. One of its units is a point if a page
/// sets it at its scene's width.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Svg(String);

impl Svg {
    /// The text of the file.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
