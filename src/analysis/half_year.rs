//! What only the chair's report needs: progress over the half-year in sum, and its figures beside those of the
//! monthly papers. Knows earlier papers by what their cut-offs knew; not their pages.

use crate::analysis::forecast::PaceWord;
use crate::analysis::indicator::{Assessed, Life};
use crate::analysis::plan_progress::PlanProgress;
use crate::analysis::progress::{Gain, Held};
use crate::analysis::rating::ActionRating;
use crate::analysis::returns::{Record, record};
use crate::analysis::revisions::{self, Revision};
use crate::catalogue::Occasion;
use crate::domain::{Date, Good, Indicator, Month, PaperKind, Programme};

/// Pace of the plan over a half-year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlanPace {
    /// Actions complete with evidence accepted at the end of the half-year before.
    pub completed_before: usize,
    /// Those complete by the as-at date.
    pub completed: usize,
    /// Those planned to be complete by the as-at date, by their current dates.
    pub planned_current: usize,
    /// Those planned to be complete by the as-at date, by their first dates.
    pub planned_first: usize,
}

/// One of the questions over all indicators but those that are never rated, each in the order of the programme.
#[derive(Debug, Clone, Default)]
pub struct Sum<'p> {
    /// The answer is yes: sustained, improved, fast enough.
    pub yes: Vec<&'p Indicator>,
    /// No clear change beyond chance; only of `improved`.
    pub unclear: Vec<&'p Indicator>,
    /// The answer is no: not sustained, worse, too slow.
    pub no: Vec<&'p Indicator>,
    /// It cannot be said.
    pub cannot_be_said: Vec<&'p Indicator>,
}

/// Sustained, improved and pace in sum (terms of reference 2.1).
#[derive(Debug, Clone)]
pub struct ProgressInSum<'p> {
    /// Is current progress sustained?
    pub sustained: Sum<'p>,
    /// Are further improvements delivered?
    pub improved: Sum<'p>,
    /// Does the gap to the end target close as fast as it must?
    pub pace: Sum<'p>,
    /// Pace of the plan.
    pub plan: PlanPace,
}

/// One of the monthly papers, and which of its figures this report gives differently.
#[derive(Debug, Clone)]
pub struct Reconciled<'p> {
    /// The paper's month.
    pub paper: Month,
    /// Nothing that became known after this day was in it.
    pub cut_off: Date,
    /// How many figures of its own month it gave, or owed.
    pub compared: usize,
    /// Those that are now different.
    pub revised: Vec<Revision<'p>>,
}

/// What only the chair's report needs.
#[derive(Debug, Clone)]
pub struct HalfYear<'p> {
    /// The first month.
    pub from: Month,
    /// The last month.
    pub until: Month,
    /// Progress since the last report.
    pub progress: ProgressInSum<'p>,
    /// The monthly papers of the half-year, the earliest first.
    pub reconciliation: Vec<Reconciled<'p>>,
    /// Whether returns came, by contributor, month by month.
    pub returns: Vec<Record<'p>>,
}

/// An earlier paper's figures, as its cut-off knew them.
#[derive(Debug, Clone)]
pub struct EarlierFigures<'e> {
    /// The paper.
    pub occasion: &'e Occasion,
    /// Its indicators.
    pub indicators: Vec<Assessed<'e>>,
}

/// What the chair's report on the period of `occasion` needs; `earlier` are the papers before it, in any order.
#[must_use]
pub fn half_year<'p>(
    programme: &'p Programme,
    occasion: &Occasion,
    indicators: &[Assessed<'p>],
    plan: &PlanProgress<'p>,
    earlier: &[EarlierFigures<'_>],
) -> HalfYear<'p> {
    let until = occasion.period;
    let from = occasion.first_month();
    HalfYear {
        from,
        until,
        progress: progress(indicators, plan),
        reconciliation: reconciliation(indicators, earlier, from, until),
        returns: record(programme, from, until),
    }
}

/// Sustained, improved and pace in sum.
#[must_use]
pub fn progress<'p>(indicators: &[Assessed<'p>], plan: &PlanProgress<'_>) -> ProgressInSum<'p> {
    ProgressInSum {
        sustained: sum(indicators, |assessed| match assessed.progress.sustained.answer {
            Held::Sustained => Outcome::Yes,
            Held::NotSustained => Outcome::No,
            Held::CannotBeSaid => Outcome::CannotBeSaid,
        }),
        improved: sum(indicators, |assessed| match assessed.progress.improved.answer {
            Gain::Improved => Outcome::Yes,
            Gain::NoClearChange => Outcome::Unclear,
            Gain::Worse => Outcome::No,
            Gain::CannotBeSaid => Outcome::CannotBeSaid,
        }),
        pace: pace(indicators),
        plan: plan_pace(plan),
    }
}

/// Indicators by whether the gap to their end target closes as fast as it must.
#[must_use]
pub fn pace<'p>(indicators: &[Assessed<'p>]) -> Sum<'p> {
    sum(indicators, |assessed| {
        match assessed.progress.pace.as_ref().map(|pace| pace.word) {
            Ok(PaceWord::Reached | PaceWord::Enough) => Outcome::Yes,
            Ok(PaceWord::TooSlow | PaceWord::NotClosing | PaceWord::OutOfTime) => Outcome::No,
            Err(_) => Outcome::CannotBeSaid,
        }
    })
}

/// The pace of the plan at the paper's moment.
#[must_use]
pub fn plan_pace(plan: &PlanProgress<'_>) -> PlanPace {
    let now = plan.burn_up_now();
    PlanPace {
        completed_before: plan.before.of(ActionRating::Complete),
        completed: plan.now.of(ActionRating::Complete),
        planned_current: now.map_or(0, |point| point.planned_current),
        planned_first: now.map_or(0, |point| point.planned_first),
    }
}

/// What an indicator answers to one of the questions.
enum Outcome {
    Yes,
    Unclear,
    No,
    CannotBeSaid,
}

fn sum<'p>(indicators: &[Assessed<'p>], answer: impl Fn(&Assessed<'p>) -> Outcome) -> Sum<'p> {
    let mut sum = Sum::default();
    for assessed in indicators.iter().filter(|assessed| is_asked(assessed)) {
        let answered = match answer(assessed) {
            Outcome::Yes => &mut sum.yes,
            Outcome::Unclear => &mut sum.unclear,
            Outcome::No => &mut sum.no,
            Outcome::CannotBeSaid => &mut sum.cannot_be_said,
        };
        answered.push(assessed.indicator);
    }
    sum
}

/// Neutral indicators have no better or worse, and one that is not in use has no present.
fn is_asked(assessed: &Assessed<'_>) -> bool {
    match (assessed.life, assessed.indicator.good) {
        (Life::NotBegun | Life::Ended(_), _) | (_, Good::Neutral) => false,
        (Life::InUse, Good::High | Good::Low | Good::Range) => true,
    }
}

/// The monthly papers of the period beside this report: of each, the figures of its own month.
fn reconciliation<'p>(
    indicators: &[Assessed<'p>],
    earlier: &[EarlierFigures<'_>],
    from: Month,
    until: Month,
) -> Vec<Reconciled<'p>> {
    let monthly = |paper: &&EarlierFigures<'_>| match paper.occasion.kind {
        PaperKind::Monthly => (from..=until).contains(&paper.occasion.period),
        PaperKind::SixMonthly => false,
    };
    let mut papers: Vec<&EarlierFigures<'_>> = earlier.iter().filter(monthly).collect();
    papers.sort_by_key(|paper| paper.occasion.period);
    papers
        .into_iter()
        .map(|paper| reconciled(indicators, paper))
        .collect()
}

fn reconciled<'p>(indicators: &[Assessed<'p>], paper: &EarlierFigures<'_>) -> Reconciled<'p> {
    let month = paper.occasion.period;
    let own = paper
        .indicators
        .iter()
        .filter_map(|then| then.series.at(then.indicator.figure_month(month)));
    let revised = revisions::between(&paper.indicators, indicators).into_iter();
    Reconciled {
        paper: month,
        cut_off: paper.occasion.cut_off,
        compared: own.filter(|observation| observation.is_owed()).count(),
        revised: revised
            .filter(|revision| revision.month == revision.indicator.figure_month(month))
            .collect(),
    }
}
