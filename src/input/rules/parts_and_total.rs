//! Rule: parts agree with their total wherever the inputs give both: they are counted in its unit and out of the same
//! number, they are not more than it, and all of them together are no less.

use crate::domain::{Figure, Id, Indicator, Month, Unit};
use crate::finding::{Code, Finding, Severity, quoted};
use crate::input::held::{Figures, Held};
use crate::input::register::Register;
use crate::input::told::Told;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// Tells of parts that do not agree with their total.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    let figures = register.held();
    for family in families(register) {
        findings.extend(
            family
                .parts
                .iter()
                .filter_map(|part| other_unit(part, family.whole)),
        );
        for (month, whole) in figures.get(family.whole.id.value()).into_iter().flatten() {
            findings.extend(family.faults(*month, whole, figures));
        }
    }
}

/// The figures that are more than all of their parts: somebody should say that there is more than these.
pub(super) fn doubted<'f, 'd>(register: &'f Register<'d>) -> Vec<&'f Held<'d>> {
    let figures = register.held();
    let mut doubted = Vec::new();
    for family in families(register) {
        let wholes = figures.get(family.whole.id.value()).into_iter().flatten();
        doubted.extend(
            wholes
                .filter(|(month, whole)| {
                    family
                        .sum(**month, figures)
                        .is_some_and(|sum| sum.is_short_of(whole))
                })
                .map(|(_, whole)| whole),
        );
    }
    doubted
}

/// A total and the indicators that are parts of it.
struct Family<'d> {
    whole: &'d Indicator,
    parts: Vec<&'d Indicator>,
}

/// The totals of which the inputs have parts.
fn families<'d>(register: &Register<'d>) -> Vec<Family<'d>> {
    let mut families: BTreeMap<&Id, Family<'d>> = BTreeMap::new();
    for part in &register.documents.indicators {
        let whole = part
            .parts_of
            .as_ref()
            .and_then(|whole| register.indicator(whole.value()));
        if let Some(whole) = whole.filter(|whole| whole.id.value() != part.id.value()) {
            let family = families.entry(whole.id.value()).or_insert(Family {
                whole,
                parts: Vec::new(),
            });
            family.parts.push(part);
        }
    }
    families.into_values().collect()
}

fn other_unit(part: &Indicator, whole: &Indicator) -> Option<Finding> {
    (part.unit != whole.unit).then(|| {
        let message = format!(
            "{} is a part of {}, which has another unit",
            name(part),
            name(whole)
        );
        let place = part.parts_of.as_ref().map_or(part.id.place(), |of| of.place());
        let finding = Finding::new(Code::PartsAndTotal, message).at(place);
        finding.help("give both the same unit, or take `parts_of` out")
    })
}

fn name(indicator: &Indicator) -> String {
    quoted(indicator.id.value().as_str())
}

/// What is counted in a figure.
fn counted(figure: &Figure) -> Option<Decimal> {
    match figure {
        Figure::Value(value) => Some(value.0),
        Figure::Parts { numerator, .. } => Some(numerator.0),
        Figure::Missing { .. } => None,
    }
}

/// What the parts of a total add up to in a month.
struct Sum<'f, 'd> {
    of: Decimal,
    known: Vec<(&'d Indicator, &'f Held<'d>)>,
    is_whole: bool,
}

impl Sum<'_, '_> {
    /// Whether all of the parts together are less than their total.
    fn is_short_of(&self, whole: &Held<'_>) -> bool {
        self.is_whole && counted(whole.figure).is_some_and(|whole| self.of < whole)
    }
}

impl<'d> Family<'d> {
    fn faults(&self, month: Month, whole: &Held<'d>, figures: &Figures<'d>) -> Vec<Finding> {
        let Some(sum) = self.sum(month, figures) else {
            return Vec::new();
        };
        let known = sum.known.iter();
        let mut faults: Vec<Finding> = known
            .filter_map(|part| self.other_number(month, whole, *part))
            .collect();
        if faults.is_empty() {
            faults.extend(self.disagreement(month, whole, &sum));
        }
        faults
    }

    /// What the parts add up to; nothing for averages, which do not add up.
    fn sum<'f>(&self, month: Month, figures: &'f Figures<'d>) -> Option<Sum<'f, 'd>> {
        if !adds_up(self.whole.unit) {
            return None;
        }
        let same_unit = self.parts.iter().filter(|part| part.unit == self.whole.unit);
        let known: Vec<(&Indicator, &Held<'d>)> = same_unit
            .filter_map(|part| Some((*part, figures.get(part.id.value())?.get(&month)?)))
            .collect();
        let mut counts = known.iter().filter_map(|(_, part)| counted(part.figure));
        let of = counts.try_fold(Decimal::ZERO, |sum, count| sum.checked_add(count))?;
        let is_whole = known.len() == self.parts.len();
        Some(Sum { of, known, is_whole })
    }

    /// A part that is counted out of another number than its total.
    fn other_number(
        &self,
        month: Month,
        whole: &Held<'d>,
        (part, held): (&Indicator, &Held<'d>),
    ) -> Option<Finding> {
        let (ours, theirs) = whole.figure.denominator().zip(held.figure.denominator())?;
        (ours != theirs).then(|| {
            let message = format!(
                "{} for {month} is out of {theirs}, and its total {} out of {ours}",
                name(part),
                name(self.whole)
            );
            let finding = Finding::new(Code::PartsAndTotal, message).at(held.place);
            finding.also(whole.place, "the total").help("mend one of the two")
        })
    }

    /// Parts are never more than their total; all of them together are no less, unless somebody has said so.
    fn disagreement(&self, month: Month, whole: &Held<'d>, sum: &Sum<'_, 'd>) -> Option<Finding> {
        let total = counted(whole.figure)?;
        let severity = if sum.of > total {
            Severity::Error
        } else if sum.is_short_of(whole) && whole.confirmed.is_none() {
            Severity::Warning
        } else {
            return None;
        };
        let message = format!(
            "{} for {month} is {total}, and its parts add up to {}",
            name(self.whole),
            sum.of
        );
        let finding = Finding::new(Code::PartsAndTotal, message)
            .at(whole.place)
            .with_severity(severity);
        let finding = sum.known.iter().fold(finding, |finding, (part, held)| {
            finding.also(held.place, name(part))
        });
        Some(
            finding.help(
                "mend what is wrong; if there is more than these parts, add `confirmed` with the reason",
            ),
        )
    }
}

/// Counts add up, and counts out of one number; averages do not.
fn adds_up(unit: Unit) -> bool {
    match unit {
        Unit::Number | Unit::Percent | Unit::RatePer10000 => true,
        Unit::Days | Unit::Ratio => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::Inputs;

    const WHOLE: &str = "returns/2024-06/health.yaml";
    const PART: &str = "returns/2024-06/council.yaml";

    /// Cases without a worker as the only part of the referrals: a family of two whole numbers.
    fn numbers() -> Inputs {
        let id = "  - id: unallocated_cases\n";
        Inputs::neutral().replace(
            "indicators/assessment.yaml",
            id,
            &format!("{id}    parts_of: health_referrals\n"),
        )
    }

    /// Plans made again as a part of good audits: two percentages.
    fn percentages(numerator: u32, denominator: u32) -> Inputs {
        let id = "  - id: repeat_plans\n";
        let figure = format!("repeat_plans: {{ numerator: {numerator}, denominator: {denominator} }}");
        Inputs::neutral()
            .replace(
                "indicators/protection.yaml",
                id,
                &format!("{id}    parts_of: audits_good\n"),
            )
            .replace(PART, "repeat_plans: { numerator: 2, denominator: 18 }", &figure)
    }

    /// What is said of June 2024, with its severity.
    fn in_june(inputs: &Inputs) -> Vec<String> {
        let found = inputs.found_by(judge);
        let of_june = found
            .iter()
            .filter(|finding| finding.message().contains("June 2024"));
        of_june
            .map(|finding| format!("{}: {}", finding.severity().word(), finding.message()))
            .collect()
    }

    #[test]
    fn parts_are_never_more_than_their_total() {
        let more = numbers().replace(PART, "unallocated_cases: 0", "unallocated_cases: 47");
        let told = "error: `health_referrals` for June 2024 is 46, and its parts add up to 47";
        assert_eq!(in_june(&more), [told]);
        let found = more.found_by(judge);
        let finding = found
            .iter()
            .find(|finding| finding.severity() == Severity::Error)
            .unwrap();
        assert!(finding.place().unwrap().file().ends_with(WHOLE));
        assert!(
            finding.further()[0].0.file().ends_with(PART),
            "the part is shown too"
        );
    }

    #[test]
    fn all_parts_together_are_no_less_unless_it_is_confirmed() {
        let told = "warning: `health_referrals` for June 2024 is 46, and its parts add up to 0";
        assert_eq!(in_june(&numbers()), [told]);
        let answered = "health_referrals: { value: 46, confirmed: Most are not cases. }";
        assert_eq!(
            in_june(&numbers().replace(WHOLE, "health_referrals: 46", answered)),
            [""; 0]
        );
        let equal = numbers().replace(PART, "unallocated_cases: 0", "unallocated_cases: 46");
        assert_eq!(in_june(&equal), [""; 0]);
        let missing = "unallocated_cases: { missing: not_available }";
        assert_eq!(
            in_june(&numbers().replace(PART, "unallocated_cases: 0", missing)),
            [""; 0]
        );
    }

    #[test]
    fn parts_are_out_of_the_same_number() {
        let told = "error: `repeat_plans` for June 2024 is out of 18, and its total `audits_good` out of 20";
        let of_june = in_june(&percentages(2, 18));
        assert_eq!(of_june, [told]);
    }

    #[test]
    fn a_part_has_the_unit_of_its_total() {
        let id = "  - id: unallocated_cases\n";
        let inputs = Inputs::neutral().replace(
            "indicators/assessment.yaml",
            id,
            &format!("{id}    parts_of: assessments_in_time\n"),
        );
        let found = inputs.told_by(judge);
        assert_eq!(found.len(), 1, "and nothing is added up: {found:?}");
        assert!(found[0].contains("which has another unit"), "{found:?}");
    }

    #[test]
    fn what_holds_is_the_latest_correction() {
        let correction = "corrections:\n  - { month: 2024-04, indicator: assessments_in_time";
        let corrected = "corrections:\n  - { month: 2024-05, indicator: unallocated_cases, value: 41, reason: x }\n  - { month: 2024-04, indicator: assessments_in_time";
        let inputs = numbers().replace(PART, correction, corrected);
        let found = inputs.found_by(judge);
        let told = "`health_referrals` for May 2024 is 40, and its parts add up to 41";
        assert!(found.iter().any(|finding| finding.message() == told));
    }
}
