//! Rule: a figure that jumps further than its series ever did is looked at by a person, who says beside it why it is right.
//! Knows when to ask; whether a change is good or bad, or a signal, is the analysis's business.

mod shown;

use self::shown::{Jump, Shown};
use crate::domain::{Figure, Indicator, Month, Nature, Unit, published};
use crate::finding::{Code, Finding, quoted};
use crate::input::held::{Figures, Held, Origin};
use crate::input::register::Register;
use crate::input::told::Told;
use rust_decimal::Decimal;

/// A change of fewer cases than this is never asked about: one family more or less is no slip of the keyboard.
const FEW_CASES: Decimal = Decimal::from_parts(5, 0, 0, false, 0);

/// Tells of jumps that nobody has confirmed. A correction says why it is made, and is not asked again.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    let unanswered = doubted(register)
        .into_iter()
        .filter(|doubt| doubt.held.confirmed.is_none() && doubt.held.origin == Origin::First);
    findings.extend(unanswered.map(|doubt| doubt.finding()));
}

/// A figure that was never so far from the one before, and lies outside all that there were.
pub(super) struct Doubt<'f, 'd> {
    indicator: &'d Indicator,
    month: Month,
    /// The figure.
    pub(super) held: &'f Held<'d>,
    jump: Jump,
}

/// Every jump, confirmed or not, in the order of the indicators.
pub(super) fn doubted<'f, 'd>(register: &'f Register<'d>) -> Vec<Doubt<'f, 'd>> {
    let indicators = register.documents.indicators.iter();
    indicators
        .filter(|indicator| may_jump(indicator.nature))
        .flat_map(|indicator| jumps(indicator, register.held()))
        .collect()
}

/// What is summed from the beginning of the year falls back every April, and no rule about changes fits it.
fn may_jump(nature: Nature) -> bool {
    match nature {
        Nature::Flow | Nature::Stock | Nature::Rolling | Nature::Rare | Nature::Sample => true,
        Nature::Cumulative => false,
    }
}

/// The jumps of one indicator. A new definition is another series: nothing is known of it yet.
fn jumps<'f, 'd>(indicator: &'d Indicator, figures: &'f Figures<'d>) -> Vec<Doubt<'f, 'd>> {
    let (mut shown, mut version) = (Shown::default(), None);
    let mut found = Vec::new();
    for (month, held) in figures.get(indicator.id.value()).into_iter().flatten() {
        let follows = indicator.version_in(*month);
        if version.replace(follows) != Some(follows) {
            shown = Shown::default();
        }
        let exact = held.figure.exact(indicator.unit);
        let Some(value) = exact.filter(|_| can_be(indicator.unit, held.figure)) else {
            continue;
        };
        let jump = shown
            .jump(value)
            .filter(|jump| !is_few(indicator.unit, held.figure, jump));
        found.extend(jump.map(|jump| Doubt {
            indicator,
            month: *month,
            held,
            jump,
        }));
        shown.add(value);
    }
    found
}

/// A part that is more than the whole is told of as impossible: nothing need be asked.
fn can_be(unit: Unit, figure: &Figure) -> bool {
    let is_part = match unit {
        Unit::Percent | Unit::RatePer10000 => true,
        Unit::Number | Unit::Days | Unit::Ratio => false,
    };
    !is_part || figure.numerator() <= figure.denominator()
}

/// Whether a change is of a few cases: for a percentage or rate, those by which its numerator is another than the last figure
/// would make it.
fn is_few(unit: Unit, figure: &Figure, jump: &Jump) -> bool {
    let cases = match figure {
        Figure::Value(value) if unit == Unit::Number => value.0.checked_sub(jump.from),
        Figure::Parts {
            numerator,
            denominator,
        } => {
            let share = jump.from.checked_div(unit.scale());
            let expected = share.and_then(|share| share.checked_mul(denominator.0));
            expected.and_then(|expected| numerator.0.checked_sub(expected))
        }
        Figure::Value(_) | Figure::Missing { .. } => None,
    };
    cases.is_some_and(|cases| cases.abs() < FEW_CASES)
}

impl Doubt<'_, '_> {
    fn finding(&self) -> Finding {
        let value = |exact| published(exact, *self.indicator.decimals.value());
        let (name, jump) = (quoted(self.indicator.id.value().as_str()), &self.jump);
        let side = if jump.to > jump.from { "high" } else { "low" };
        let message = format!(
            "{name} for {} is {} after {}: it was never so {side}, and never moved by more than {}",
            self.month,
            value(jump.to),
            value(jump.from),
            value(jump.largest)
        );
        let finding = Finding::new(Code::UnlikelyFigure, message).at(self.held.place);
        finding.help(format!(
            "mend it, or say beside it why it is right: {}",
            match self.held.figure {
                Figure::Parts { .. } => "`{ numerator: …, denominator: …, confirmed: \"…\" }`",
                Figure::Value(_) | Figure::Missing { .. } => "`{ value: …, confirmed: \"…\" }`",
            }
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{Inputs, assert_told, told};

    const MAY: &str = "returns/2024-05/council.yaml";
    const TYPED: &str = "{ numerator: 76, denominator: 101 }";

    #[test]
    fn a_slip_of_the_keyboard_is_asked_about() {
        let told = told(judge, MAY, TYPED, "{ numerator: 16, denominator: 101 }");
        assert_told(
            &told,
            "returns/2024-05/council.yaml «{ numerator: 16, denominator: 101 }» unlikely-figure",
            "`assessments_in_time` for May 2024 is 15.8 after 74.7: it was never so low, and never moved by more than",
        );
    }

    #[test]
    fn what_cannot_be_is_not_asked_about() {
        assert_eq!(
            told(judge, MAY, TYPED, "{ numerator: 176, denominator: 101 }"),
            [""; 0]
        );
    }

    #[test]
    fn who_says_why_is_not_asked() {
        let confirmed =
            "{ numerator: 16, denominator: 101, confirmed: The case system was down for three weeks }";
        assert_eq!(told(judge, MAY, TYPED, confirmed), [""; 0]);
    }

    #[test]
    fn a_few_cases_are_no_jump() {
        let count = |cases: u32| {
            told(
                judge,
                MAY,
                "unallocated_cases: 0",
                &format!("unallocated_cases: {cases}"),
            )
        };
        assert_eq!(count(5), [""; 0], "four more than April's one");
        assert_told(&count(9), MAY, "`unallocated_cases` for May 2024 is 9 after 1");
    }

    #[test]
    fn another_definition_is_another_series() {
        let new = "    versions:\n      - { number: 1, from: 2023-04, label: a, reason: b }\n      - { number: 2, from: 2024-05, label: a, reason: b }\n    baseline: { period: 2023/24";
        let inputs = Inputs::neutral()
            .replace(
                "indicators/assessment.yaml",
                "    baseline: { period: 2023/24",
                new,
            )
            .replace(MAY, TYPED, "{ numerator: 16, denominator: 101 }");
        assert_eq!(inputs.told_by(judge), [""; 0]);
    }

    #[test]
    fn a_correction_has_said_why() {
        let corrected = told(
            judge,
            "returns/2024-06/council.yaml",
            "numerator: 74, denominator: 99",
            "numerator: 14, denominator: 99",
        );
        let of_april: Vec<_> = corrected.iter().filter(|line| line.contains("April")).collect();
        assert!(of_april.is_empty(), "{of_april:?}");
    }
}
