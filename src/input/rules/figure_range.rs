//! Rule: a figure is one that can be: whole where things are counted, not below nought, a part no larger than the
//! whole, and never out of nothing.

use crate::domain::{Counts, Exact, Figure, Indicator, Unit};
use crate::finding::{Code, Finding, quoted};
use crate::input::register::{Register, Reported};
use crate::input::told::Told;

/// Tells of figures that cannot be.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    for reported in register.figures() {
        let Some(indicator) = register.indicator(reported.indicator.value()) else {
            continue;
        };
        let mut faults = match reported.figure {
            Figure::Value(value) => vec![
                negative(indicator, *value),
                broken(indicator, Role::Value, *value),
            ],
            Figure::Parts {
                numerator,
                denominator,
            } => vec![
                negative(indicator, *numerator),
                negative(indicator, *denominator),
                broken(indicator, Role::Numerator, *numerator),
                broken(indicator, Role::Denominator, *denominator),
                out_of_nothing(*denominator),
                more_than_all(indicator, *numerator, *denominator),
            ],
            Figure::Missing { .. } => Vec::new(),
        };
        faults.push(too_large(indicator, reported.figure));
        findings.extend(faults.into_iter().flatten().map(|fault| fault.finding(&reported)));
    }
}

/// What is wrong with a figure, and what to do.
struct Fault {
    wrong: String,
    help: &'static str,
}

impl Fault {
    fn finding(self, reported: &Reported<'_>) -> Finding {
        let name = quoted(reported.indicator.value().as_str());
        let message = format!("{name} for {}: {}", reported.month, self.wrong);
        Finding::new(Code::ImpossibleFigure, message)
            .at(reported.place)
            .help(self.help)
    }
}

/// What a number is in its figure.
#[derive(Clone, Copy)]
enum Role {
    Value,
    Numerator,
    Denominator,
}

/// Amounts and balances may lie below nought; whatever is counted may not.
fn negative(indicator: &Indicator, number: Exact) -> Option<Fault> {
    let may_be_negative = indicator.unit == Unit::Number && indicator.counts == Counts::Other;
    (number.0.is_sign_negative() && !number.0.is_zero() && !may_be_negative).then(|| Fault {
        wrong: format!("{number} is below nought"),
        help: "mend the number",
    })
}

/// Children and cases are whole; staff may be part-time, and averages are what they are.
fn broken(indicator: &Indicator, role: Role, number: Exact) -> Option<Fault> {
    let counts_whole = match indicator.counts {
        Counts::Children | Counts::Cases => true,
        Counts::Staff | Counts::Other => false,
    };
    let is_count = match (indicator.unit, role) {
        (Unit::Percent | Unit::RatePer10000, Role::Numerator | Role::Denominator) => true,
        (Unit::Number, Role::Value) | (Unit::Days, Role::Denominator) => true,
        (Unit::Percent | Unit::RatePer10000, Role::Value)
        | (Unit::Number, Role::Numerator | Role::Denominator)
        | (Unit::Days, Role::Value | Role::Numerator)
        | (Unit::Ratio, _) => false,
    };
    (counts_whole && is_count && !number.0.fract().is_zero()).then(|| Fault {
        wrong: format!("{number} is not a whole number, and children and cases are counted whole"),
        help: "mend the number, or say in `counts` of the indicator what is counted",
    })
}

/// A value that no decimal holds, as of much out of next to nothing.
fn too_large(indicator: &Indicator, figure: &Figure) -> Option<Fault> {
    let is_out_of_something = figure.denominator().is_some_and(|below| !below.is_zero());
    (is_out_of_something && figure.exact(indicator.unit).is_none()).then(|| Fault {
        wrong: "what the counts give is too large to calculate with".to_owned(),
        help: "look whether one of the two has lost or gained digits",
    })
}

fn out_of_nothing(denominator: Exact) -> Option<Fault> {
    denominator.0.is_zero().then(|| Fault {
        wrong: "the denominator is 0".to_owned(),
        help: "where nothing could be measured write `{ missing: not_applicable, note: \"No case fell due\" }`",
    })
}

/// A percentage or rate counts a part of its denominator.
fn more_than_all(indicator: &Indicator, numerator: Exact, denominator: Exact) -> Option<Fault> {
    let is_part = match indicator.unit {
        Unit::Percent | Unit::RatePer10000 => true,
        Unit::Number | Unit::Days | Unit::Ratio => false,
    };
    (is_part && numerator > denominator && !denominator.0.is_zero()).then(|| Fault {
        wrong: format!("the numerator {numerator} is larger than the denominator {denominator}"),
        help: "look whether the two are the wrong way round, or one of them is of another month",
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{Inputs, assert_told, told};

    fn may(typed: &str) -> Vec<String> {
        told(
            judge,
            "returns/2024-05/council.yaml",
            "{ numerator: 76, denominator: 101 }",
            typed,
        )
    }

    #[test]
    fn a_part_is_no_larger_than_the_whole() {
        let told = may("{ numerator: 176, denominator: 101 }");
        assert_told(
            &told,
            "returns/2024-05/council.yaml «{ numerator: 176, denominator: 101 }» impossible-figure",
            "numerator 176 is larger",
        );
        assert_eq!(may("{ numerator: 101, denominator: 101 }"), Vec::<String>::new());
    }

    #[test]
    fn nothing_is_out_of_nothing() {
        assert_told(
            &may("{ numerator: 0, denominator: 0 }"),
            "returns/2024-05/council.yaml «{ numerator: 0, denominator: 0 }» ",
            "not_applicable",
        );
    }

    #[test]
    fn what_no_decimal_holds_is_refused() {
        let told = Inputs::neutral()
            .replace(
                "indicators/assessment.yaml",
                "    counts: cases\n    unit: percent\n    decimals: 1\n    good: high",
                "    counts: other\n    unit: ratio\n    decimals: 1\n    good: high",
            )
            .replace(
                "returns/2024-05/council.yaml",
                "{ numerator: 76, denominator: 101 }",
                "{ numerator: 999999999999999, denominator: 0.0000000000000001 }",
            )
            .told_by(judge);
        assert_told(
            &told,
            "returns/2024-05/council.yaml",
            "too large to calculate with",
        );
    }

    #[test]
    fn counts_are_whole_and_not_below_nought() {
        assert_told(
            &may("{ numerator: 7.5, denominator: 101 }"),
            "returns",
            "7.5 is not a whole number",
        );
        assert_told(
            &may("{ numerator: -7, denominator: 101 }"),
            "returns",
            "-7 is below nought",
        );
        let count = told(
            judge,
            "returns/2024-05/council.yaml",
            "unallocated_cases: 0",
            "unallocated_cases: 0.5",
        );
        assert_told(
            &count,
            "returns/2024-05/council.yaml «0.5» ",
            "0.5 is not a whole number",
        );
    }

    #[test]
    fn staff_may_be_part_time() {
        let told = crate::input::rules::testing::Inputs::neutral()
            .replace(
                "indicators/assessment.yaml",
                "denominator: assessments finished in the month\n    counts: cases",
                "denominator: posts\n    counts: staff",
            )
            .replace(
                "returns/2024-05/council.yaml",
                "numerator: 76,",
                "numerator: 7.5,",
            );
        assert_eq!(told.told_by(judge), Vec::<String>::new());
    }

    #[test]
    fn corrections_and_history_are_held_to_the_same() {
        let correction = told(
            judge,
            "returns/2024-06/council.yaml",
            "numerator: 74, denominator: 99",
            "numerator: 740, denominator: 99",
        );
        assert_told(
            &correction,
            "returns/2024-06/council.yaml «{ month: 2024-04, indicator: assessments_in_time, numerator: 740, denominator: 99, reason: One was recorded late. }» ",
            "April 2024",
        );
        let history = told(
            judge,
            "history.yaml",
            "2023-04: { numerator: 70,",
            "2023-04: { numerator: 700,",
        );
        assert_told(
            &history,
            "history.yaml «{ numerator: 700, denominator: 100 }» ",
            "April 2023",
        );
    }
}
