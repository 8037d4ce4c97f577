//! Rule: a figure comes from the body that contributes its indicator, and for a month in which it is collected. What is owed and
//! did not come is the review's business.

use crate::domain::{Frequency, Id, Indicator, Located, Month, Return};
use crate::finding::{Code, Finding, Severity, quoted};
use crate::input::documents::Filed;
use crate::input::register::Register;
use crate::input::told::Told;
use std::collections::BTreeSet;

/// Tells of figures and corrections that nobody owes.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    let returns = &register.documents.returns;
    let brought: BTreeSet<(Month, &Id, &Id)> = returns.iter().flat_map(brought).collect();
    for filed in returns {
        let from = &filed.content.from;
        if !is_contributor(register, from.value()) {
            continue;
        }
        for (id, _) in filed.content.figures.iter() {
            let Some(indicator) = register.indicator(id.value()) else {
                continue;
            };
            // What the contributor sends as well comes twice, which is told elsewhere.
            if !brought.contains(&(filed.month, indicator.body.value(), id.value())) {
                findings.extend(other_body(indicator, id, from));
            }
            findings.extend(not_collected(indicator, id, indicator.figure_month(filed.month)));
        }
        for correction in &filed.content.corrections {
            let id = &correction.indicator;
            if let Some(indicator) = register.indicator(id.value()) {
                findings.extend(other_body(indicator, id, from));
                findings.extend(not_collected(indicator, id, *correction.month.value()));
            }
        }
    }
}

/// Whether a body sends returns at all; that it does not is told elsewhere.
fn is_contributor(register: &Register<'_>, body: &Id) -> bool {
    let mut charter = register.documents.charter.iter();
    charter.all(|charter| {
        let mut contributors = charter.contributors.iter();
        contributors.any(|contributor| contributor.body.value() == body)
    })
}

/// The figures that a return brings, with its month and the body that sends it.
fn brought(filed: &Filed<Return>) -> impl Iterator<Item = (Month, &Id, &Id)> {
    let (month, from) = (filed.month, filed.content.from.value());
    let figures = filed.content.figures.iter();
    figures.map(move |(id, _)| (month, from, id.value()))
}

fn other_body(indicator: &Indicator, id: &Located<Id>, from: &Located<Id>) -> Option<Finding> {
    let body = &indicator.body;
    (body.value() != from.value()).then(|| {
        let (name, owner) = (quoted(id.value().as_str()), quoted(body.value().as_str()));
        let message = format!(
            "{name} is contributed by {owner}, and this is a return of {}",
            quoted(from.value().as_str())
        );
        let finding = Finding::new(Code::NotOwed, message).at(id.place());
        let finding = finding.also(body.place(), "who contributes it");
        finding.help(format!(
            "move the figure into the return of {owner}, or mend `body` of the indicator"
        ))
    })
}

/// A warning: the figure may be true, and nobody asked for it.
fn not_collected(indicator: &Indicator, id: &Located<Id>, month: Month) -> Option<Finding> {
    let name = quoted(id.value().as_str());
    let told = |what: String| {
        let message = format!("{name} is not collected for {month}: {what}");
        Finding::new(Code::NotOwed, message)
            .with_severity(Severity::Warning)
            .at(id.place())
    };
    let has_turn = match (indicator.frequency, &indicator.annual_month) {
        (Frequency::Annual, Some(turn)) => (1..=12).contains(turn.value()),
        (Frequency::Annual, None) => false,
        (Frequency::Monthly | Frequency::Quarterly, _) => true,
    };
    if indicator.is_owed(month) || !has_turn {
        return None;
    }
    let help = "mend the month, or take the figure out";
    if let Some(begins) = indicator.begins.as_ref().filter(|begins| month < *begins.value()) {
        let finding = told(format!("it begins in {}", begins.value()));
        let finding = finding.also(begins.place(), "its first month");
        return Some(finding.help("figures from before the programme belong into the history"));
    }
    if let Some(end) = indicator.ends.as_ref().filter(|end| *end.month.value() < month) {
        let finding = told(format!("it ended in {}", end.month.value()));
        return Some(finding.also(end.month.place(), "its last month").help(help));
    }
    let turn = match indicator.frequency {
        Frequency::Monthly => "it is collected every month",
        Frequency::Quarterly => "it is collected for March, June, September and December",
        Frequency::Annual => "it is collected once a year, for the month in `annual_month`",
    };
    Some(told(turn.to_owned()).help(help))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{Inputs, assert_told, told};

    const HEALTH: &str = "returns/2024-06/health.yaml";
    const INDICATORS: &str = "indicators/assessment.yaml";
    const MONTHLY: &str = "    frequency: monthly\n    source: Health record system\n";

    #[test]
    fn a_figure_comes_from_the_body_that_contributes_it() {
        let inputs = Inputs::neutral()
            .replace(HEALTH, "figures:\n", "figures:\n  unallocated_cases: 0\n")
            .replace("returns/2024-06/council.yaml", "  unallocated_cases: 0\n", "");
        assert_told(
            &inputs.told_by(judge),
            "returns/2024-06/health.yaml «unallocated_cases» not-owed",
            "`unallocated_cases` is contributed by `northmere`",
        );
    }

    #[test]
    fn a_correction_too() {
        let told = told(
            judge,
            HEALTH,
            "indicator: health_referrals,",
            "indicator: unallocated_cases,",
        );
        assert_told(
            &told,
            "returns/2024-06/health.yaml «unallocated_cases» not-owed",
            "",
        );
    }

    /// What is said of referrals from health, whose figures come in three returns and a correction.
    fn collected(how: &str) -> Vec<String> {
        told(
            judge,
            INDICATORS,
            MONTHLY,
            &MONTHLY.replace("    frequency: monthly\n", how),
        )
    }

    #[test]
    fn a_figure_is_of_a_month_in_which_it_is_collected() {
        let quarterly = collected("    frequency: quarterly\n");
        assert_eq!(quarterly.len(), 3, "April, May and May again: {quarterly:#?}");
        assert!(
            quarterly[0].starts_with(
                "returns/2024-04/health.yaml «health_referrals» not-owed: `health_referrals` is not collected for April 2024: it \
                 is collected for March, June, September and December"
            ),
            "{quarterly:#?}"
        );
        let begun = collected("    frequency: monthly\n    begins: 2024-05\n");
        assert_told(&begun, "returns/2024-04/health.yaml", "it begins in May 2024");
        let ended = collected(
            "    frequency: monthly\n    ends: { month: 2024-05, reason: x, agreed: group_2024_06 }\n",
        );
        assert_told(&ended, HEALTH, "it ended in May 2024");
    }

    #[test]
    fn a_lagging_figure_is_of_an_earlier_month() {
        let lagging = Inputs::neutral().replace(
            INDICATORS,
            MONTHLY,
            &MONTHLY.replace(
                "monthly\n",
                "monthly\n    lag: 1\n    ends: { month: 2024-05, reason: x, agreed: group_2024_06 }\n",
            ),
        );
        assert_eq!(lagging.told_by(judge), [""; 0], "June's return brings May");
    }
}
