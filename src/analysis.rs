//! The stage `analyse`: what the figures and the plan say, worked out once from a programme as known at a paper's cut-off.
//! Pure arithmetic; it cannot fail, prints nothing, and leaves what cannot be said as a stated reason.

pub mod action;
pub mod action_words;
pub mod assurance;
pub mod assurances;
pub mod attendance;
pub mod board;
pub mod burn_up;
pub mod comparison;
pub mod exact;
pub mod exceptions;
pub mod exit;
pub mod forecast;
pub mod funding;
pub mod half_year;
pub mod indicator;
pub mod method;
pub mod milestone;
pub mod moment;
pub mod movement;
pub mod news;
mod observe;
pub mod phases;
pub mod plan_progress;
pub mod progress;
pub mod rare;
pub mod rater;
pub mod rating;
pub mod returns;
pub mod revisions;
pub mod risks;
pub mod series;
pub mod slippage;
pub mod streak;
mod supply;
pub mod tally;
pub mod target;
pub mod verdict;
pub mod year_to_date;

use crate::analysis::attendance::MeetingAttendance;
use crate::analysis::board::MeetingBusiness;
use crate::analysis::exceptions::Exception;
use crate::analysis::exit::Exit;
use crate::analysis::funding::FundingStanding;
use crate::analysis::half_year::HalfYear;
use crate::analysis::indicator::Assessed;
use crate::analysis::plan_progress::PlanProgress;
use crate::analysis::returns::ReturnsReceived;
use crate::analysis::revisions::Revision;
use crate::analysis::risks::Register;
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
    /// The plan: actions, milestones, burn-up.
    pub plan: PlanProgress<'p>,
    /// Risks and issues.
    pub register: Register<'p>,
    /// Who sent what for the month.
    pub returns: ReturnsReceived<'p>,
    /// What the paper before of the same kind gave differently.
    pub revisions: Vec<Revision<'p>>,
    /// Meetings held in the paper's period, the earliest first, with who came.
    pub attendance: Vec<MeetingAttendance<'p>>,
    /// The business of those meetings.
    pub business: Vec<MeetingBusiness<'p>>,
    /// Improvement funding, in the order of the programme.
    pub funding: Vec<FundingStanding<'p>>,
    /// Exit criteria and the ladder of intervention.
    pub exit: Exit<'p>,
    /// What a board must look at, the gravest first.
    pub exceptions: Vec<Exception<'p>>,
    /// What only the chair's report needs; `None` in a monthly paper.
    pub half_year: Option<HalfYear<'p>>,
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
