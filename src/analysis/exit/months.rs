//! The exit criterion over months: an indicator at its end target for so many months in a row.
//! Knows that one miss does not break the row and two do; not what else ends intervention.

use crate::analysis::exit::ExitState;
use crate::analysis::exit::criteria::{Outcome, aim_in_words};
use crate::analysis::indicator::Assessed;
use crate::analysis::rating::{Aim, Basis, rate};
use crate::analysis::series::Observation;
use crate::analysis::target::absolute_aim;
use crate::domain::{Frequency, Indicator, Month, Tolerance};
use crate::words;

/// One month's test of an indicator against its end target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tested {
    /// Met.
    Met,
    /// Missed.
    Missed,
    /// No figure, so it cannot be said.
    CannotBeSaid,
}

/// The months of a row: the latest figures with no more than one miss among them.
struct Row<'a> {
    indicator: &'a Indicator,
    needed: u32,
    months: &'a [(Month, Tested)],
}

/// Whether `assessed` has met its end target for `for_months` months in a row (DESIGN 4, Exit): the row may hold one
/// miss, which does not count as a month at target, and a second one breaks it. A month without a figure ends it. A
/// quarterly figure stands for three months, an annual one for twelve.
pub(super) fn sustained(assessed: &Assessed<'_>, for_months: u32) -> Outcome {
    let indicator = assessed.indicator;
    let end = assessed.end_target.map(|end| end.aim);
    let Some(aim) = absolute_aim(indicator).or(end) else {
        return no_end_target(indicator);
    };
    let tests = tests(assessed, aim);
    let row = Row {
        indicator,
        needed: for_months,
        months: row(&tests),
    };
    let shown = tests.len() - row.months.len().max(row.figures_needed()).min(tests.len());
    let months = tests.get(shown..).unwrap_or_default().to_vec();
    row.outcome(&tests, aim).over(months)
}

pub(super) fn no_end_target(indicator: &Indicator) -> Outcome {
    let none = format!(
        "{} has no end target of its present definition.",
        indicator.reference
    );
    Outcome::lacks(ExitState::NotYetTestable, none, "An end target.".to_owned())
}

impl Row<'_> {
    fn outcome(&self, tests: &[(Month, Tested)], aim: Aim) -> Outcome {
        let name = &self.indicator.reference;
        match tests.last() {
            None => {
                let none = format!("{name} has no figure of its present definition.");
                Outcome::lacks(ExitState::NotYetTestable, none, "Figures.".to_owned())
            }
            Some((month, Tested::CannotBeSaid)) => {
                let none = format!("{name} has no figure for {month} that can be tested.");
                Outcome::lacks(
                    ExitState::NotYetTestable,
                    none,
                    format!("The figure for {month}."),
                )
            }
            Some((_, Tested::Met | Tested::Missed)) => self.counted(tests, aim),
        }
    }

    fn counted(&self, tests: &[(Month, Tested)], aim: Aim) -> Outcome {
        let evidence = self.evidence(aim);
        if let Some(since) = self.met_since() {
            return Outcome::met(Some(since), evidence);
        }
        let lacking = usize::try_from(self.needed)
            .unwrap_or(usize::MAX)
            .saturating_sub(self.months_met());
        let missing = format!(
            "{} more at the end target.",
            words::capitalised(&words::count(lacking, "month", "months"))
        );
        let misses = tests.iter().filter(|(_, tested)| *tested != Tested::Met).count();
        let too_short = tests.len() < self.figures_needed() && misses <= 1;
        let state = if too_short {
            ExitState::NotYetTestable
        } else {
            ExitState::NotMet
        };
        Outcome::lacks(state, evidence, missing)
    }

    fn evidence(&self, aim: Aim) -> String {
        let (name, target) = (&self.indicator.reference, aim_in_words(self.indicator, aim));
        let ends = self.months.first().zip(self.months.last());
        let Some(((first, _), (last, _))) = ends.filter(|_| self.hits().next().is_some()) else {
            return format!("{name} does not meet its end target of {target}.");
        };
        format!(
            "{name} met its end target of {target} in {} of {} from {first} to {last}.",
            words::cardinal(self.hits().count()),
            words::count(self.months.len(), "figure", "figures"),
        )
    }

    fn hits(&self) -> impl Iterator<Item = Month> {
        self.months
            .iter()
            .filter(|(_, tested)| *tested == Tested::Met)
            .map(|(month, _)| *month)
    }

    fn months_met(&self) -> usize {
        self.hits()
            .count()
            .saturating_mul(months_of(self.indicator.frequency))
    }

    /// The month of the figure that made the row long enough.
    fn met_since(&self) -> Option<Month> {
        self.hits().nth(self.figures_needed().checked_sub(1)?)
    }

    fn figures_needed(&self) -> usize {
        usize::try_from(self.needed)
            .unwrap_or(usize::MAX)
            .div_ceil(months_of(self.indicator.frequency))
            .max(1)
    }
}

/// How many months one figure stands for.
fn months_of(frequency: Frequency) -> usize {
    match frequency {
        Frequency::Monthly => 1,
        Frequency::Quarterly => 3,
        Frequency::Annual => 12,
    }
}

/// The figures of the present definition against `aim`, in order. A month in which there was nothing to measure is no
/// test and breaks nothing.
fn tests(assessed: &Assessed<'_>, aim: Aim) -> Vec<(Month, Tested)> {
    let Some(present) = assessed.current().map(|current| current.version) else {
        return Vec::new();
    };
    let owed = assessed
        .series
        .owed()
        .filter(|observation| observation.version == present);
    owed.filter_map(|observation| Some((observation.month, test(assessed.indicator, observation, aim)?)))
        .collect()
}

/// `None` where there was nothing to measure. Few cases are tested together with the months before, as they are rated.
fn test(indicator: &Indicator, observation: &Observation<'_>, aim: Aim) -> Option<Tested> {
    let value = match observation.rated.basis {
        Basis::Value | Basis::Counts | Basis::NoTarget => observation.published(),
        Basis::Pooled { published, .. } => Some(published),
        Basis::Neutral | Basis::TooFew | Basis::WithinInterval | Basis::NoFigure => None,
        Basis::NothingToRate => return None,
    };
    let Some(value) = value else {
        return Some(Tested::CannotBeSaid);
    };
    let is_met = rate(value, aim, indicator.good, &Tolerance::default()).is_met();
    Some(if is_met { Tested::Met } else { Tested::Missed })
}

/// The row that ends with the latest test: as long as it holds no more than one miss, and from a month that was met.
fn row(tests: &[(Month, Tested)]) -> &[(Month, Tested)] {
    let mut misses = 0;
    let start = tests.iter().rposition(|(_, tested)| {
        misses += usize::from(*tested == Tested::Missed);
        misses > 1 || *tested == Tested::CannotBeSaid
    });
    let row = tests.get(start.map_or(0, |at| at + 1)..).unwrap_or_default();
    let first_met = row
        .iter()
        .position(|(_, tested)| *tested == Tested::Met)
        .unwrap_or(row.len());
    row.get(first_met..).unwrap_or_default()
}
