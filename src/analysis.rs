//! The stage `analyse`: what the figures and the plan say, worked out once from a programme as known at a paper's cut-off.
//! Pure arithmetic; it cannot fail, prints nothing, and leaves what cannot be said as a stated reason.

// One indicator: its months, what may be said of them, and the verdict.
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

// The plan: its actions and milestones, one by one and summed up.
pub mod action;
pub mod action_words;
pub mod burn_up;
pub mod milestone;
pub mod moment;
pub mod news;
pub mod plan_progress;
pub mod slippage;
pub mod tally;

// The board and its partners: who came, who sent what, risks, money.
pub mod attendance;
pub mod board;
pub mod funding;
pub mod returns;
pub mod risks;

// A paper as a whole: what rests on all of these.
pub mod assurances;
pub mod exceptions;
pub mod exit;
pub mod explanation;
pub mod half_year;
pub mod late_breach;
pub mod rating_counts;
pub mod revisions;

use crate::analysis::assurances::AssuranceLine;
use crate::analysis::attendance::MeetingAttendance;
use crate::analysis::board::MeetingBusiness;
use crate::analysis::exceptions::{Exception, exceptions};
use crate::analysis::exit::{Exit, exit};
use crate::analysis::funding::FundingStanding;
use crate::analysis::half_year::{EarlierFigures, HalfYear, half_year};
use crate::analysis::indicator::{Assessed, assess};
use crate::analysis::moment::Moments;
use crate::analysis::plan_progress::PlanProgress;
use crate::analysis::returns::ReturnsReceived;
use crate::analysis::revisions::Revision;
use crate::analysis::risks::{Register, register};
use crate::catalogue::Occasion;
use crate::domain::{Id, PaperKind, Programme};

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

    /// The eight lines of the first page: the three questions of the Leader's letter, then the five assurances.
    #[must_use]
    pub fn assurances(&self) -> Vec<AssuranceLine> {
        assurances::lines(self)
    }
}

/// Works out what a paper says. `programme` knows no more than the paper may; `before` holds the earlier papers that it is
/// compared with, each with the programme as its own cut-off knew it.
#[must_use]
pub fn analyse<'p>(
    programme: &'p Programme,
    occasion: &'p Occasion,
    before: &[(Occasion, Programme)],
) -> Assessment<'p> {
    let moments = Moments::of(programme, occasion);
    let indicators = assess(programme, occasion);
    let plan = plan_progress::progress(programme, &moments);
    let earlier: Vec<EarlierFigures<'_>> = before.iter().map(earlier_figures).collect();
    let revisions = revisions(occasion, &indicators, &earlier);
    let from = occasion.first_month().first_day();
    Assessment {
        programme,
        occasion,
        register: register(programme, &moments),
        returns: returns::received(programme, &indicators, occasion.period),
        attendance: attendance::meetings(programme, from, occasion.as_at),
        business: board::business(programme, from, occasion.as_at),
        funding: funding::standing(programme, occasion.period),
        exit: exit(programme, &indicators, &plan),
        exceptions: exceptions(&indicators, &plan, &revisions),
        revisions,
        half_year: (occasion.kind == PaperKind::SixMonthly)
            .then(|| half_year(programme, occasion, &indicators, &plan, &earlier)),
        indicators,
        plan,
    }
}

fn earlier_figures((occasion, programme): &(Occasion, Programme)) -> EarlierFigures<'_> {
    EarlierFigures {
        occasion,
        indicators: assess(programme, occasion),
    }
}

/// What the paper before of the same kind gave differently.
fn revisions<'p>(
    occasion: &Occasion,
    indicators: &[Assessed<'p>],
    earlier: &[EarlierFigures<'_>],
) -> Vec<Revision<'p>> {
    let same_kind = earlier
        .iter()
        .filter(|paper| paper.occasion.kind == occasion.kind && paper.occasion.period < occasion.period);
    let last = same_kind.max_by_key(|paper| paper.occasion.period);
    last.map_or_else(Vec::new, |paper| {
        revisions::between(&paper.indicators, indicators)
    })
}
