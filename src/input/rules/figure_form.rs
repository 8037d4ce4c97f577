//! Rule: a figure is typed in the form of its unit. A percentage or rate is its counts, so that it can be pooled,
//! tested and rounded once; a plain count is one number.

use crate::domain::{Figure, Unit};
use crate::finding::{Code, Finding, quoted};
use crate::input::register::{Register, Reported};
use crate::input::told::Told;

/// Tells of figures in another form than their indicator's unit asks for.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    let figures = register.figures();
    findings.extend(figures.filter_map(|figure| {
        let indicator = register.indicator(figure.indicator.value())?;
        fault(indicator.unit, &figure)
    }));
}

fn fault(unit: Unit, reported: &Reported<'_>) -> Option<Finding> {
    let name = quoted(reported.indicator.value().as_str());
    let (message, help) = match (unit, reported.figure) {
        (Unit::Percent | Unit::RatePer10000, Figure::Value(_)) => (
            format!("{name} needs its counts, not the {} made of them", made(unit)),
            "write `{ numerator: 3, denominator: 4 }`: what was counted, and out of how many",
        ),
        (Unit::Number, Figure::Parts { .. }) => (
            format!("{name} is a plain number, not a count out of a count"),
            "write the number by itself",
        ),
        (Unit::Percent | Unit::RatePer10000, Figure::Parts { .. })
        | (Unit::Number, Figure::Value(_))
        | (Unit::Days | Unit::Ratio, Figure::Value(_) | Figure::Parts { .. })
        | (_, Figure::Missing { .. }) => return None,
    };
    Some(
        Finding::new(Code::FigureForm, message)
            .at(reported.place)
            .help(help),
    )
}

fn made(unit: Unit) -> &'static str {
    match unit {
        Unit::Percent => "percentage",
        Unit::RatePer10000 => "rate",
        Unit::Number | Unit::Days | Unit::Ratio => "number",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{assert_told, told};

    const COUNCIL: &str = "returns/2024-05/council.yaml";

    #[test]
    fn a_percentage_is_never_typed() {
        let told = told(judge, COUNCIL, "{ numerator: 76, denominator: 101 }", "75.2");
        assert_told(
            &told,
            "returns/2024-05/council.yaml «75.2» figure-form",
            "not the percentage made of them",
        );
    }

    #[test]
    fn the_history_and_corrections_keep_the_same_form() {
        let told_of = |path, old, new| told(judge, path, old, new);
        let history = told_of(
            "history.yaml",
            "2023-05: { numerator: 170, denominator: 41200 }",
            "2023-05: 41.3",
        );
        assert_told(&history, "history.yaml", "not the rate made of them");
        let correction = told_of(
            "returns/2024-06/council.yaml",
            "numerator: 74, denominator: 99, reason",
            "value: 74.7, reason",
        );
        assert_told(
            &correction,
            "returns/2024-06/council.yaml «{ month: 2024-04, indicator: assessments_in_time, value: 74.7, reason: One was recorded late. }» ",
            "`assessments_in_time` needs its counts",
        );
    }

    #[test]
    fn a_count_is_one_number() {
        let told = told(
            judge,
            COUNCIL,
            "unallocated_cases: 0",
            "unallocated_cases: { numerator: 0, denominator: 9 }",
        );
        assert_told(&told, COUNCIL, "`unallocated_cases` is a plain number");
    }
}
