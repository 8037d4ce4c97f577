//! Rule: a back series has no holes: from its first month to the last before the papers begin, every month in which the indicator is
//! collected has a figure, or says why it has none.

use crate::domain::{BackSeries, Indicator, Month};
use crate::finding::{Code, Finding, quoted};
use crate::input::register::Register;
use crate::input::told::Told;
use crate::place::Place;
use std::collections::{BTreeMap, BTreeSet};

/// Tells of every run of months that was left out. Returns that go further back than the papers may have brought some.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    let (Some(history), Some(charter)) = (&register.documents.history, &register.documents.charter) else {
        return;
    };
    let last = charter.papers.monthly.first.plus(-1);
    for (id, series) in history.figures.iter() {
        // What is misspelt in the file has been told of, and may be what is missing here.
        if register.is_cut(&Place::whole(id.place().file().clone()), None) {
            return;
        }
        if let Some(indicator) = register.indicator(id.value()) {
            findings.extend(holes(register, indicator, series, last));
        }
    }
}

/// The runs of months without a figure, each told at the figure before it.
fn holes(register: &Register<'_>, indicator: &Indicator, series: &BackSeries, last: Month) -> Vec<Finding> {
    let typed: BTreeMap<Month, &Place> = series
        .iter()
        .map(|(month, supplied)| (*month.value(), supplied.place()))
        .collect();
    let brought: BTreeSet<Month> = register
        .held()
        .get(indicator.id.value())
        .map_or_else(BTreeSet::new, |held| held.keys().copied().collect());
    let Some(first) = typed.keys().next() else {
        return Vec::new();
    };
    let owed = first.through(last).filter(|month| is_turn(indicator, *month));
    let (mut found, mut before, mut hole): (Vec<Finding>, Option<&Place>, Vec<Month>) =
        (Vec::new(), None, Vec::new());
    for month in owed {
        if let Some(place) = typed.get(&month) {
            found.extend(before.and_then(|before| finding(indicator, &hole, before)));
            (before, hole) = (Some(*place), Vec::new());
        } else if !brought.contains(&month) {
            hole.push(month);
        }
    }
    found.extend(before.and_then(|before| finding(indicator, &hole, before)));
    found
}

/// Whether a figure of the month is collected. That the returns owe it only from some month on says nothing of the history.
fn is_turn(indicator: &Indicator, month: Month) -> bool {
    let begun = indicator
        .begins
        .as_ref()
        .is_some_and(|begins| month < *begins.value());
    begun || indicator.is_owed(month)
}

fn finding(indicator: &Indicator, hole: &[Month], before: &Place) -> Option<Finding> {
    let (first, last) = (hole.first()?, hole.last()?);
    let months = if first == last {
        format!("{first} is")
    } else {
        format!("{first} to {last} are")
    };
    let message = format!(
        "{months} left out of the history of {}",
        quoted(indicator.id.value().as_str())
    );
    let finding = Finding::new(Code::MissingFigure, message).at(before);
    Some(finding.help(format!(
        "put the figure after this one, or say why there is none: `{}: {{ missing: not_available, note: \"…\" }}`",
        first.iso()
    )))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{Inputs, assert_told, told};

    #[test]
    fn a_month_that_is_left_out_is_told() {
        let middle = "    2023-10: { numerator: 69, denominator: 101 }\n";
        assert_told(
            &told(judge, "history.yaml", middle, ""),
            "history.yaml «{ numerator: 71, denominator: 99 }» missing-figure",
            "October 2023 is left out of the history of `assessments_in_time`",
        );
        let last = "    2024-02: { numerator: 71, denominator: 96 }\n    2024-03: { numerator: 75, denominator: 103 }\n";
        assert_told(
            &told(judge, "history.yaml", last, ""),
            "history.yaml «{ numerator: 70, denominator: 98 }» ",
            "February 2024 to March 2024 are left out",
        );
    }

    #[test]
    fn a_mistyped_first_year_leaves_years_out() {
        let told = told(judge, "history.yaml", "    2023-04: 41\n", "    2013-04: 41\n");
        assert_told(&told, "history.yaml «41» ", "May 2013 to April 2023 are left out");
    }

    #[test]
    fn a_series_may_begin_late_and_say_why_a_month_is_missing() {
        let begins = "    2023-04: 3\n    2023-05: 2\n";
        assert_eq!(told(judge, "history.yaml", begins, ""), [""; 0]);
        let missing = "2023-10: { missing: not_available, note: The system was down }";
        let typed = "2023-10: { numerator: 69, denominator: 101 }";
        assert_eq!(told(judge, "history.yaml", typed, missing), [""; 0]);
    }

    #[test]
    fn what_is_collected_by_the_quarter_has_no_months_between() {
        let quarterly = Inputs::neutral()
            .replace(
                "indicators/assessment.yaml",
                "good: neutral\n    nature: flow\n    frequency: monthly",
                "good: neutral\n    nature: flow\n    frequency: quarterly",
            )
            .replace("history.yaml", "    2023-10: 45\n    2023-11: 42\n", "");
        assert_eq!(quarterly.told_by(judge), [""; 0]);
    }
}
