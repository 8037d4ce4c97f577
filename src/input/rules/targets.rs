//! Rule: a target fits its indicator: bounds for a range and one value for everything else, in order of month, no
//! finer than what is published, and each after the first agreed by a later meeting.

use crate::domain::{Exact, Good, Indicator, Located, Target, TargetPoint, Unit};
use crate::finding::{Code, Finding, quoted};
use crate::input::register::{Register, with_next};
use crate::input::told::Told;
use crate::place::Place;
use rust_decimal::Decimal;

/// Tells of targets and tolerances that their indicator cannot have.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    let indicators = with_next(&register.documents.indicators, |indicator| indicator.id.place());
    for (indicator, next) in indicators {
        // A value that is misspelt has been told of, and is not missing.
        let is_whole = !register.is_cut(indicator.id.place(), next);
        let mut told = |place: &Place, what: &str, help: &str| {
            let message = format!("{}: {what}", quoted(indicator.id.value().as_str()));
            findings.push(Finding::new(Code::BadTarget, message).at(place).help(help));
        };
        never_rated(indicator, &mut told);
        for target in &indicator.targets {
            if is_whole {
                forms(indicator, target, &mut told);
            }
            points(indicator, target, &mut told);
        }
        tolerance(indicator, &mut told);
        agreement(register, indicator, &mut told);
    }
}

/// Takes a place, what is wrong there, and what to do.
type Tell<'t> = &'t mut dyn FnMut(&Place, &str, &str);

fn never_rated(indicator: &Indicator, told: Tell<'_>) {
    let point = indicator.targets.iter().flat_map(|target| &target.points).next();
    if let (Good::Neutral, Some(point)) = (indicator.good, point) {
        told(
            point.month.place(),
            "a neutral indicator is never rated, and has no target",
            "take the target out",
        );
    }
}

/// A target has points, and each point has what its indicator needs.
fn forms(indicator: &Indicator, target: &Target, told: Tell<'_>) {
    if target.points.is_empty() {
        told(
            indicator.id.place(),
            "a target without a point",
            "add a month with its value",
        );
    }
    for point in &target.points {
        form(indicator, point, told);
    }
}

fn points(indicator: &Indicator, target: &Target, told: Tell<'_>) {
    for (earlier, later) in target.points.iter().zip(target.points.iter().skip(1)) {
        if later.month.value() <= earlier.month.value() {
            let what = format!(
                "{} does not come after {}",
                later.month.value(),
                earlier.month.value()
            );
            told(
                later.month.place(),
                &what,
                "put the points in the order of their months, each month once",
            );
        }
    }
    for point in &target.points {
        for value in [&point.value, &point.low, &point.high].into_iter().flatten() {
            size(indicator, value, told);
        }
    }
}

/// A range has both bounds, everything else one value.
fn form(indicator: &Indicator, point: &TargetPoint, told: Tell<'_>) {
    let TargetPoint {
        month,
        value,
        low,
        high,
    } = point;
    match indicator.good {
        Good::Range => match (low, high) {
            (Some(low), Some(high)) if low.value() > high.value() => {
                told(
                    low.place(),
                    "the lower bound is above the upper one",
                    "exchange `low` and `high`",
                );
            }
            (Some(_), Some(_)) if value.is_none() => {}
            _ => told(
                month.place(),
                "the target of a range has two bounds",
                "write `low` and `high`, and no `value`",
            ),
        },
        Good::High | Good::Low if value.is_none() || low.is_some() || high.is_some() => {
            told(
                month.place(),
                "the target is one value",
                "write `value`, and neither `low` nor `high`",
            );
        }
        Good::High | Good::Low | Good::Neutral => {}
    }
}

/// A target lies where the figure can, and is no finer than what is published: else "met" could not be seen.
fn size(indicator: &Indicator, value: &Located<Exact>, told: Tell<'_>) {
    let number = value.value().0;
    let most = if indicator.unit == Unit::Percent {
        Decimal::ONE_HUNDRED
    } else {
        Decimal::MAX
    };
    if number < Decimal::ZERO || number > most {
        told(
            value.place(),
            &format!("{number} is outside what the figure can be"),
            "write a percentage from 0 to 100, and anything else from 0 on",
        );
    }
    let decimals = *indicator.decimals.value();
    if number.normalize().scale() > decimals {
        let plural = if decimals == 1 { "" } else { "s" };
        let what = format!("{number} is finer than the {decimals} decimal{plural} published");
        told(
            value.place(),
            &what,
            "round the target, or publish the indicator with more decimals",
        );
    }
}

fn tolerance(indicator: &Indicator, told: Tell<'_>) {
    for tolerance in [&indicator.tolerance.below, &indicator.tolerance.above]
        .into_iter()
        .flatten()
    {
        if tolerance.value().0 < Decimal::ZERO {
            told(
                tolerance.place(),
                "a tolerance is not below nought",
                "write how far from the target, without a sign",
            );
        }
        if indicator.unit == Unit::Percent && tolerance.value().0 >= Decimal::ONE_HUNDRED {
            told(
                tolerance.place(),
                "a tolerance of 100 points or more tolerates everything",
                "write how many percentage points from the target are still within tolerance",
            );
        }
        if indicator.good == Good::Neutral {
            told(
                tolerance.place(),
                "a neutral indicator is never rated, and has no tolerance",
                "take it out",
            );
        }
    }
}

/// Each target replaces the one before at a meeting.
fn agreement(register: &Register<'_>, indicator: &Indicator, told: Tell<'_>) {
    for (earlier, later) in indicator.targets.iter().zip(indicator.targets.iter().skip(1)) {
        let Some(agreed) = &later.agreed else {
            let place = later
                .points
                .first()
                .map_or(indicator.id.place(), |point| point.month.place());
            told(
                place,
                "a target that replaces another was agreed by a meeting",
                "add `agreed`",
            );
            continue;
        };
        let met = (
            earlier
                .agreed
                .as_ref()
                .and_then(|meeting| register.met_on(meeting)),
            register.met_on(agreed),
        );
        if let (Some(first), Some(second)) = met
            && second <= first
        {
            let what = format!("agreed on {second}, and the target before it on {first}");
            told(
                agreed.place(),
                &what,
                "put the targets in the order in which they were agreed",
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{assert_told, told};

    const FILE: &str = "indicators/protection.yaml";

    /// The target of the indicator that is good within a range.
    fn range(points: &str) -> Vec<String> {
        told(judge, FILE, "{ month: 2024-04, low: 8, high: 16 }", points)
    }

    /// The target of the indicator that is good when high.
    fn high(points: &str) -> Vec<String> {
        told(
            judge,
            "indicators/assessment.yaml",
            "{ month: 2025-03, value: 90 }",
            points,
        )
    }

    #[test]
    fn a_range_has_bounds_and_nothing_else_has() {
        assert_told(&range("{ month: 2024-04, value: 8 }"), FILE, "two bounds");
        assert_told(
            &range("{ month: 2024-04, low: 8, high: 16, value: 12 }"),
            FILE,
            "two bounds",
        );
        assert_told(
            &range("{ month: 2024-04, low: 16, high: 8 }"),
            "indicators/protection.yaml «16» ",
            "lower bound",
        );
        assert_told(
            &high("{ month: 2025-03, low: 8, high: 16 }"),
            "indicators/assessment.yaml",
            "one value",
        );
    }

    #[test]
    fn points_are_in_order() {
        let told = high("{ month: 2024-04, value: 90 }");
        assert_told(
            &told,
            "indicators/assessment.yaml",
            "April 2024 does not come after April 2024",
        );
    }

    #[test]
    fn a_target_is_possible_and_no_finer_than_what_is_published() {
        assert_told(
            &high("{ month: 2025-03, value: 110 }"),
            "indicators/assessment.yaml",
            "110 is outside",
        );
        assert_told(
            &high("{ month: 2025-03, value: 90.25 }"),
            "indicators/assessment.yaml",
            "90.25 is finer than the 1",
        );
        assert_eq!(high("{ month: 2025-03, value: 90.50 }"), Vec::<String>::new());
    }

    #[test]
    fn what_is_neutral_has_no_target_and_no_tolerance() {
        let path = "indicators/assessment.yaml";
        let target = "good: neutral\n    tolerance: { below: 1 }\n    targets: [{ shape: step, points: [{ month: 2024-04, value: 9 }] }]";
        let told = told(judge, path, "good: neutral", target);
        assert_eq!(told.len(), 2, "{told:#?}");
    }

    #[test]
    fn later_targets_are_agreed_by_later_meetings() {
        let then = |agreed: &str| {
            let second = format!(
                "\n      - {{ {agreed}shape: step, points: [{{ month: 2024-06, low: 7, high: 16 }}] }}"
            );
            range(&format!("{{ month: 2024-04, low: 8, high: 16 }}{second}"))
        };
        assert_told(&then(""), FILE, "was agreed by a meeting");
        assert_told(
            &then("agreed: board_2024_04, "),
            FILE,
            "agreed on 18 April 2024, and the target before it on",
        );
        assert_eq!(then("agreed: group_2024_06, "), Vec::<String>::new());
    }
}
