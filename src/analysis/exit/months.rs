//! The exit criterion over months: an indicator at its end target for so many months in a row.
//! Knows that one miss does not break the row and two do; not what else ends intervention.

use crate::analysis::exit::ExitState;
use crate::analysis::exit::criteria::Outcome;
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
    let outcome = match tests.last() {
        None => {
            let none = format!("{}: no figure of the present definition.", indicator.name);
            Outcome::lacks(ExitState::NotYetTestable, none, "Figures.".to_owned())
        }
        Some((month, Tested::CannotBeSaid)) => {
            let none = format!("{}: of {month} nothing can be said.", indicator.name);
            Outcome::lacks(
                ExitState::NotYetTestable,
                none,
                format!("A figure for {month} that can be tested."),
            )
        }
        Some((_, Tested::Met | Tested::Missed)) => counted(assessed, aim, &tests, for_months),
    };
    let shown = row(&tests)
        .len()
        .max(figures_needed(indicator.frequency, for_months));
    outcome.over(
        tests
            .get(tests.len().saturating_sub(shown)..)
            .unwrap_or_default()
            .to_vec(),
    )
}

pub(super) fn no_end_target(indicator: &Indicator) -> Outcome {
    let none = format!("{}: no end target of the present definition.", indicator.name);
    Outcome::lacks(ExitState::NotYetTestable, none, "An end target.".to_owned())
}

fn counted(assessed: &Assessed<'_>, aim: Aim, tests: &[(Month, Tested)], for_months: u32) -> Outcome {
    let frequency = assessed.indicator.frequency;
    let needed = figures_needed(frequency, for_months);
    let row = row(tests);
    let evidence = evidence(assessed, aim, tests, row);
    if let Some(since) = hits(row).nth(needed - 1) {
        return Outcome::met(Some(since), evidence);
    }
    let lacking = (needed - hits(row).count()) * months_of(frequency);
    let state = if is_too_short(tests, needed) {
        ExitState::NotYetTestable
    } else {
        ExitState::NotMet
    };
    Outcome::lacks(
        state,
        evidence,
        format!("{} at the end target.", so_many_more(lacking)),
    )
}

fn so_many_more(months: usize) -> String {
    let noun = if months == 1 { "month" } else { "months" };
    format!("{} more {noun}", words::capitalised(&words::cardinal(months)))
}

/// Whether there are too few figures for any row to be long enough, and none that would have broken it.
fn is_too_short(tests: &[(Month, Tested)], needed: usize) -> bool {
    let unmet = tests.iter().filter(|(_, tested)| *tested != Tested::Met).count();
    tests.len() < needed && unmet <= 1
}

fn evidence(assessed: &Assessed<'_>, aim: Aim, tests: &[(Month, Tested)], row: &[(Month, Tested)]) -> String {
    let target = format!(
        "{}: the end target of {}",
        assessed.indicator.name,
        assessed.verdict.aim_words(aim)
    );
    match (row, tests) {
        ([(first, _), .., (last, _)], _) => format!(
            "{target} was met in {} of {} from {first} to {last}.",
            words::cardinal(hits(row).count()),
            words::count(row.len(), "figure", "figures"),
        ),
        ([(only, _)], _) => format!("{target} was met in {only}."),
        ([], [.., (last, _)]) => format!("{target} was not met in {last}."),
        ([], []) => String::new(),
    }
}

fn hits(row: &[(Month, Tested)]) -> impl Iterator<Item = Month> {
    row.iter()
        .filter(|(_, tested)| *tested == Tested::Met)
        .map(|(month, _)| *month)
}

/// How many months one figure stands for.
fn months_of(frequency: Frequency) -> usize {
    match frequency {
        Frequency::Monthly => 1,
        Frequency::Quarterly => 3,
        Frequency::Annual => 12,
    }
}

/// How many figures cover so many months; at least one.
fn figures_needed(frequency: Frequency, months: u32) -> usize {
    usize::try_from(months)
        .unwrap_or(usize::MAX)
        .div_ceil(months_of(frequency))
        .max(1)
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
    let broken_at = tests.iter().rposition(|(_, tested)| {
        misses += usize::from(*tested == Tested::Missed);
        misses > 1 || *tested == Tested::CannotBeSaid
    });
    let row = tests.get(broken_at.map_or(0, |at| at + 1)..).unwrap_or_default();
    let first_met = row
        .iter()
        .position(|(_, tested)| *tested == Tested::Met)
        .unwrap_or(row.len());
    row.get(first_met..).unwrap_or_default()
}

#[cfg(test)]
mod unit_tests {
    use super::*;

    /// Tests of months from January 2010 on: `m` met, `x` missed, `?` without a figure.
    fn tested(marks: &str) -> Vec<(Month, Tested)> {
        let first = Month::new(2010, 1).unwrap();
        let test = |mark| match mark {
            'm' => Tested::Met,
            'x' => Tested::Missed,
            _ => Tested::CannotBeSaid,
        };
        first
            .through(first.plus(99))
            .zip(marks.chars().map(test))
            .collect()
    }

    /// How many months of the row were met, and the month in which the sixth of them was.
    fn run(marks: &str) -> (usize, Option<String>) {
        let tests = tested(marks);
        (
            hits(row(&tests)).count(),
            hits(row(&tests)).nth(5).map(Month::iso),
        )
    }

    #[test]
    fn one_miss_does_not_break_the_row_and_does_not_count() {
        assert_eq!(run("mmmmmm"), (6, Some("2010-06".to_owned())));
        assert_eq!(run("mmmxmm"), (5, None));
        assert_eq!(run("mmmxmmm"), (6, Some("2010-07".to_owned())));
        assert_eq!(
            run("mmmmmmmx"),
            (7, Some("2010-06".to_owned())),
            "met since June, though the latest is a miss"
        );
    }

    #[test]
    fn two_misses_break_the_row() {
        assert_eq!(run("mmmmmmxmx"), (1, None));
        assert_eq!(run("mmmmmmxx"), (0, None));
        assert_eq!(run("mxmmmxmmm"), (6, Some("2010-09".to_owned())));
    }

    #[test]
    fn a_month_without_a_figure_ends_the_row() {
        assert_eq!(run("mmmmmm?mm"), (2, None));
        assert_eq!(run("mmmmmm?"), (0, None));
        assert_eq!(run(""), (0, None));
    }

    #[test]
    fn too_few_figures_are_not_yet_testable_unless_the_row_is_broken() {
        let short = |marks| is_too_short(&tested(marks), 6);
        assert!(short("mmm") && short("mxm") && short("mm?"));
        assert!(!short("mxx") && !short("mmmmmx"));
    }

    #[test]
    fn a_quarterly_figure_stands_for_three_months() {
        assert_eq!(figures_needed(Frequency::Monthly, 6), 6);
        assert_eq!(figures_needed(Frequency::Quarterly, 6), 2);
        assert_eq!(figures_needed(Frequency::Quarterly, 7), 3);
        assert_eq!(figures_needed(Frequency::Annual, 6), 1);
        assert_eq!(figures_needed(Frequency::Monthly, 0), 1);
    }
}
