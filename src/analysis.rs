//! The stage `analyse`: what the figures and the plan say, worked out once from a programme as known at a paper's cut-off.
//! Pure arithmetic; it cannot fail, prints nothing, and leaves what cannot be said as a stated reason.

pub mod assurance;
pub mod comparison;
pub mod exact;
pub mod forecast;
pub mod indicator;
pub mod method;
pub mod movement;
mod observe;
pub mod phases;
pub mod progress;
pub mod rare;
pub mod rater;
pub mod rating;
mod saying;
pub mod series;
mod step;
pub mod streak;
mod supply;
pub mod target;
pub mod verdict;
pub mod year_to_date;

use crate::analysis::indicator::Assessed;
use crate::catalogue::Occasion;
use crate::domain::{Id, Programme};

/// Everything that one paper says, worked out from what was known at its cut-off.
#[derive(Debug, Clone)]
pub struct Assessment<'p> {
    /// The programme, as known at the cut-off.
    pub programme: &'p Programme,
    /// The paper.
    pub occasion: &'p Occasion,
    /// The indicators, in the order of the programme.
    pub indicators: Vec<Assessed<'p>>,
}

impl<'p> Assessment<'p> {
    /// The indicator of that name.
    #[must_use]
    pub fn indicator(&self, id: &Id) -> Option<&Assessed<'p>> {
        self.indicators
            .iter()
            .find(|assessed| assessed.indicator.id.value() == id)
    }
}
