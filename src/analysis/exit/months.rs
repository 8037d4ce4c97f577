//! The exit criterion over months: an indicator at its end target for so many months in a row.
//! Knows how many misses break the row; not what else ends intervention.

use crate::analysis::exit::ExitState;
use crate::analysis::exit::criteria::Outcome;
use crate::analysis::indicator::Assessed;
use crate::analysis::rating::{Aim, Basis, Rated};
use crate::analysis::target::absolute_aim;
use crate::domain::{Frequency, Indicator, Month};
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

impl Tested {
    /// The word on paper, in the middle of a sentence.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Missed => "missed",
            Self::CannotBeSaid => "cannot be said",
        }
    }

    /// As it would be if what cannot be said had been met.
    fn at_best(self) -> Self {
        match self {
            Self::Met | Self::CannotBeSaid => Self::Met,
            Self::Missed => Self::Missed,
        }
    }
}

/// Whether `assessed` has met its end target for `for_months` months in a row: the row may hold one
/// miss, which does not count as a month at target, and a second one breaks it; without tolerance for a single case the
/// first one does. A month of which nothing can be said ends it. A quarterly figure stands for three months, an annual one
/// for twelve.
pub(super) fn sustained(assessed: &Assessed<'_>, for_months: u32) -> Outcome {
    let indicator = assessed.indicator;
    let end = assessed.end_target.map(|end| end.aim);
    let Some(aim) = absolute_aim(indicator).or(end) else {
        return no_end_target(indicator);
    };
    let row_wanted = RowWanted {
        figures: figures_needed(indicator.frequency, for_months),
        forgiven: usize::from(!indicator.zero_tolerance),
    };
    let tests = tests(assessed, aim);
    let shown = row(&tests, row_wanted.forgiven).len().max(row_wanted.figures);
    judged(assessed, aim, row_wanted, &tests).over(
        tests
            .get(tests.len().saturating_sub(shown)..)
            .unwrap_or_default()
            .to_vec(),
    )
}

/// The row of figures at target that a criterion asks for.
#[derive(Clone, Copy)]
struct RowWanted {
    /// How many figures at target.
    figures: usize,
    /// How many misses it may hold.
    forgiven: usize,
}

fn judged(assessed: &Assessed<'_>, aim: Aim, wanted: RowWanted, tests: &[(Month, Tested)]) -> Outcome {
    match tests.last() {
        None => {
            let none = format!(
                "{}: no figure of the present definition.",
                assessed.indicator.name
            );
            Outcome::lacks(ExitState::NotYetTestable, none, "Figures.".to_owned())
        }
        Some((month, Tested::CannotBeSaid)) => unsaid(assessed, aim, wanted, tests, *month),
        Some((_, Tested::Met | Tested::Missed)) => counted(assessed, aim, wanted, tests),
    }
}

pub(super) fn no_end_target(indicator: &Indicator) -> Outcome {
    let none = format!("{}: no end target of the present definition.", indicator.name);
    Outcome::lacks(ExitState::NotYetTestable, none, "An end target.".to_owned())
}

/// The latest month cannot be said. Where the months before it were missed so often that it would not matter, the criterion
/// is not met; else it waits for a figure.
fn unsaid(
    assessed: &Assessed<'_>,
    aim: Aim,
    wanted: RowWanted,
    tests: &[(Month, Tested)],
    month: Month,
) -> Outcome {
    let at_best: Vec<(Month, Tested)> = tests
        .iter()
        .map(|(month, tested)| (*month, tested.at_best()))
        .collect();
    let nothing = format!("of {month} nothing can be said");
    let name = &assessed.indicator.name;
    let last_missed = tests.iter().rev().find(|(_, tested)| *tested == Tested::Missed);
    match last_missed {
        Some((missed, _)) if cannot_be_met(&at_best, wanted) => Outcome::lacks(
            ExitState::NotMet,
            format!(
                "{name}: the end target of {} was not met in {missed}; {nothing}.",
                assessed.verdict.aim_words(aim)
            ),
            lacking(assessed, wanted, row(tests, wanted.forgiven)),
        ),
        Some(_) | None => Outcome::lacks(
            ExitState::NotYetTestable,
            format!("{name}: {nothing}."),
            format!("A figure for {month} that can be tested."),
        ),
    }
}

/// Whether there are figures enough, and still no row of them is long enough.
fn cannot_be_met(at_best: &[(Month, Tested)], wanted: RowWanted) -> bool {
    let hits = hits(row(at_best, wanted.forgiven)).count();
    hits < wanted.figures && !is_too_short(at_best, wanted)
}

fn counted(assessed: &Assessed<'_>, aim: Aim, wanted: RowWanted, tests: &[(Month, Tested)]) -> Outcome {
    let row = row(tests, wanted.forgiven);
    let evidence = evidence(assessed, aim, tests, row);
    if let Some(since) = hits(row).nth(wanted.figures - 1) {
        return Outcome::met(Some(since), evidence);
    }
    let state = if is_too_short(tests, wanted) {
        ExitState::NotYetTestable
    } else {
        ExitState::NotMet
    };
    Outcome::lacks(state, evidence, lacking(assessed, wanted, row))
}

fn lacking(assessed: &Assessed<'_>, wanted: RowWanted, row: &[(Month, Tested)]) -> String {
    let figures = wanted.figures - hits(row).count();
    format!(
        "{} at the end target.",
        so_many_more(figures * months_of(assessed.indicator.frequency))
    )
}

fn so_many_more(months: usize) -> String {
    let noun = if months == 1 { "month" } else { "months" };
    format!("{} more {noun}", words::capitalised(&words::cardinal(months)))
}

/// Whether there are too few figures for any row to be long enough, and none that would have broken it.
fn is_too_short(tests: &[(Month, Tested)], wanted: RowWanted) -> bool {
    let unmet = tests.iter().filter(|(_, tested)| *tested != Tested::Met).count();
    tests.len() < wanted.figures && unmet <= wanted.forgiven
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
    owed.filter_map(|observation| {
        let rated = assessed.rated_against(observation.month, aim)?;
        Some((observation.month, test(rated)?))
    })
    .collect()
}

/// `None` where there was nothing to measure. A month is rated against the end target as it is against its own: few cases
/// together with the months before, a sample only where its interval leaves the target out.
fn test(rated: Rated) -> Option<Tested> {
    match rated.basis {
        Basis::Value | Basis::Counts | Basis::Pooled { .. } => Some(if rated.rating.is_met() {
            Tested::Met
        } else {
            Tested::Missed
        }),
        Basis::Neutral | Basis::NoTarget | Basis::TooFew | Basis::WithinInterval | Basis::NoFigure => {
            Some(Tested::CannotBeSaid)
        }
        Basis::NothingToRate => None,
    }
}

/// The row that ends with the latest test: as long as it holds no more misses than are forgiven, and from a month that was met.
fn row(tests: &[(Month, Tested)], forgiven: usize) -> &[(Month, Tested)] {
    let mut misses = 0;
    let broken_at = tests.iter().rposition(|(_, tested)| {
        misses += usize::from(*tested == Tested::Missed);
        misses > forgiven || *tested == Tested::CannotBeSaid
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
            hits(row(&tests, 1)).count(),
            hits(row(&tests, 1)).nth(5).map(Month::iso),
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
    fn where_no_case_is_tolerated_the_first_miss_breaks_the_row() {
        let at_target = |marks| hits(row(&tested(marks), 0)).count();
        assert_eq!(at_target("mmmmmmxm"), 1);
        assert_eq!(at_target("mmmmmmx"), 0);
        assert_eq!(at_target("xmmmmmm"), 6);
    }

    #[test]
    fn a_month_without_a_figure_ends_the_row() {
        assert_eq!(run("mmmmmm?mm"), (2, None));
        assert_eq!(run("mmmmmm?"), (0, None));
        assert_eq!(run(""), (0, None));
    }

    #[test]
    fn too_few_figures_are_not_yet_testable_unless_the_row_is_broken() {
        let wanted = RowWanted {
            figures: 6,
            forgiven: 1,
        };
        let short = |marks| is_too_short(&tested(marks), wanted);
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
