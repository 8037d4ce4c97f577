//! Progress since the last report: sustained, improved, at what pace (terms of reference 2.1). The chair's words,
//! then each test in sum and the indicators that it turns on; every indicator stands in the annex.

use crate::analysis::forecast::Pace;
use crate::analysis::half_year::{HalfYear, PlanPace, Sum};
use crate::analysis::indicator::Assessed;
use crate::analysis::progress::Step;
use crate::compose::context::{Context, Desk};
use crate::compose::printed;
use crate::compose::shapes::{Cell, Column, Table, Words, paragraph};
use crate::domain::{Indicator, Unit};
use crate::words;
use serde::Serialize;

/// The section.
#[derive(Debug, Serialize)]
pub(super) struct Progress {
    words: Words,
    sustained: Tested,
    improved: Tested,
    pace: Tested,
}

/// One of the three tests.
#[derive(Debug, Serialize)]
struct Tested {
    sum: Words,
    table: Table,
}

pub(super) fn progress(context: &Context<'_>, desk: &mut Desk<'_>, half_year: &HalfYear<'_>) -> Progress {
    let sums = &half_year.progress;
    Progress {
        words: context
            .chairs_report()
            .map(|said| desk.words(&said.words.progress))
            .unwrap_or_default(),
        sustained: Tested {
            sum: vec![paragraph(sustained(&sums.sustained))],
            table: not_sustained(context, sums),
        },
        improved: Tested {
            sum: vec![paragraph(improved(&sums.improved))],
            table: moved(context, sums),
        },
        pace: Tested {
            sum: vec![paragraph(pace(&sums.pace)), paragraph(plan_pace(&sums.plan))],
            table: slow(context, sums),
        },
    }
}

type Sums<'p> = crate::analysis::half_year::ProgressInSum<'p>;

fn total(sum: &Sum<'_>) -> usize {
    sum.yes.len() + sum.unclear.len() + sum.no.len() + sum.cannot_be_said.len()
}

fn sustained(sum: &Sum<'_>) -> String {
    if total(sum) == 0 {
        return "There is no indicator for which better and worse can be told apart.".to_owned();
    }
    // That there is none is said in the place of the table.
    let lost = match sum.no.len() {
        0 => String::new(),
        number => format!(" and {} did not", words::cardinal(number)),
    };
    format!(
        "Of the {} for which better and worse can be told apart, {} held what had been gained{lost}{}.",
        words::count(total(sum), "indicator", "indicators"),
        how_many(sum.yes.len()),
        not_said(sum)
    )
}

fn improved(sum: &Sum<'_>) -> String {
    format!(
        "{} improved since the baseline by more than chance explains, {} became worse, {} no clear change{}.",
        words::capitalised(&words::count(sum.yes.len(), "indicator", "indicators")),
        how_many(sum.no.len()),
        agreeing(how_many(sum.unclear.len()), sum.unclear.len(), "shows", "show"),
        not_said(sum)
    )
}

fn pace(sum: &Sum<'_>) -> String {
    let indicators = |number| {
        agreeing(
            words::count(number, "indicator", "indicators"),
            number,
            "is",
            "are",
        )
    };
    format!(
        "{} closing the gap to the end target fast enough or at it already; {} not{}.",
        words::capitalised(&indicators(sum.yes.len())),
        indicators(sum.no.len()),
        not_said(sum)
    )
}

fn plan_pace(plan: &PlanPace) -> String {
    let complete = words::count(plan.completed, "action of the plan", "actions of the plan");
    format!(
        "{} complete with the evidence accepted; {} so when the half-year began. By their current dates {} should be \
         complete by now, by their first dates {}.",
        words::capitalised(&agreeing(complete, plan.completed, "is", "are")),
        agreeing(
            how_many(plan.completed_before),
            plan.completed_before,
            "was",
            "were"
        ),
        how_many(plan.planned_current),
        how_many(plan.planned_first)
    )
}

/// `; of two it cannot be said`, where there are such.
fn not_said(sum: &Sum<'_>) -> String {
    match sum.cannot_be_said.len() {
        0 => String::new(),
        number => format!("; of {} it cannot be said", words::cardinal(number)),
    }
}

/// `none`, `one`, `two` …
fn how_many(number: usize) -> String {
    if number == 0 {
        "none".to_owned()
    } else {
        words::cardinal(number)
    }
}

/// What is counted, with its verb: `one is`, `two are`, `none are`.
fn agreeing(counted: String, number: usize, one: &str, many: &str) -> String {
    format!("{counted} {}", if number == 1 { one } else { many })
}

fn listed<'a>(
    context: &Context<'a>,
    indicators: &[&Indicator],
) -> impl Iterator<Item = &'a Assessed<'a>> + use<'a> {
    let found: Vec<_> = indicators
        .iter()
        .filter_map(|one| context.assessment.indicator(one.id.value()))
        .collect();
    found.into_iter()
}

fn not_sustained(context: &Context<'_>, sums: &Sums<'_>) -> Table {
    let rows = listed(context, &sums.sustained.no).map(|assessed| {
        let step = assessed.progress.sustained.step.as_ref().ok();
        vec![
            Cell::from(printed::name(assessed.indicator)),
            half_year_value(assessed, step).into(),
            step.map_or_else(|| "[x]".to_owned(), |step| earlier_value(assessed, step))
                .into(),
            assessed.verdict.short().into(),
        ]
    });
    Table::new(
        "progress-sustained",
        "Indicators whose progress was not sustained",
        [
            Column::words("Indicator", 4),
            Column::figures("Half-year"),
            Column::figures("Half-year before"),
            Column::words("What the series shows", 4),
        ],
        rows,
        "No indicator lost what had been gained.",
    )
}

fn half_year_value(assessed: &Assessed<'_>, step: Option<&Step<'_>>) -> String {
    step.map_or_else(
        || "[x]".to_owned(),
        |step| printed::bare(assessed.indicator, step.now_value),
    )
}

fn earlier_value(assessed: &Assessed<'_>, step: &Step<'_>) -> String {
    printed::bare(assessed.indicator, step.then_value)
}

fn moved(context: &Context<'_>, sums: &Sums<'_>) -> Table {
    let changed: Vec<&Indicator> = sums
        .improved
        .yes
        .iter()
        .chain(&sums.improved.no)
        .copied()
        .collect();
    let rows = listed(context, &changed).map(moved_row);
    Table::new(
        "progress-improved",
        "Indicators that changed by more than chance explains, against where they began",
        [
            Column::words("Indicator", 4),
            Column::figures("At the start"),
            Column::figures("Half-year"),
            Column::figures("Difference"),
            Column::short("Answer"),
            Column::marks("Variation"),
        ],
        rows,
        "There is no indicator to list here.",
    )
}

fn moved_row(assessed: &Assessed<'_>) -> Vec<Cell> {
    let indicator = assessed.indicator;
    let improved = &assessed.progress.improved;
    let since_year_before = improved.since_year_before.as_ref();
    let step = improved.since_baseline.as_ref().or(since_year_before).ok();
    let at_start = step.map_or_else(|| "[x]".to_owned(), |step| earlier_value(assessed, step));
    let difference = step.map(|step| printed::signed_size(indicator, step.difference));
    vec![
        printed::name(indicator).into(),
        at_start.into(),
        half_year_value(assessed, step).into(),
        difference.unwrap_or_default().into(),
        improved.answer.word().into(),
        Cell::Variation {
            variation: assessed.verdict.variation().key(),
        },
    ]
}

fn slow(context: &Context<'_>, sums: &Sums<'_>) -> Table {
    let rows = listed(context, &sums.pace.no).filter_map(|assessed| {
        let pace = assessed.progress.pace.as_ref().ok()?;
        Some(pace_row(assessed, pace))
    });
    Table::new(
        "progress-pace",
        "Indicators that do not close the gap to their end target fast enough",
        [
            Column::words("Indicator", 4),
            Column::figures("Gap now"),
            Column::figures("Closed a month"),
            Column::figures("Needed a month"),
        ],
        rows,
        "Every indicator closes its gap fast enough, or has none.",
    )
}

/// Paces have one decimal more than the figures: they are small.
fn pace_row(assessed: &Assessed<'_>, pace: &Pace) -> Vec<Cell> {
    let decimals = *assessed.indicator.decimals.value();
    let points = if assessed.indicator.unit == Unit::Percent {
        " points"
    } else {
        ""
    };
    let finer = |number| format!("{}{points}", words::number(number, decimals.saturating_add(1)));
    vec![
        Cell::from(printed::name(assessed.indicator)),
        printed::size(assessed.indicator, pace.gap).into(),
        finer(pace.achieved).into(),
        pace.needed
            .map_or_else(|| "no time left".to_owned(), finer)
            .into(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn none_and_one_are_said_as_people_say_them() {
        let plan = |completed, completed_before| PlanPace {
            completed,
            completed_before,
            planned_current: 2,
            planned_first: 0,
        };
        assert_eq!(
            plan_pace(&plan(1, 0)),
            "One action of the plan is complete with the evidence accepted; none were so when the half-year began. By \
             their current dates two should be complete by now, by their first dates none."
        );
        assert!(
            plan_pace(&plan(0, 1))
                .starts_with("No actions of the plan are complete with the evidence accepted; one was so")
        );
        let nothing = Sum::default();
        assert_eq!(
            sustained(&nothing),
            "There is no indicator for which better and worse can be told apart."
        );
        assert_eq!(
            improved(&nothing),
            "No indicators improved since the baseline by more than chance explains, none became worse, none show no clear change."
        );
    }
}
