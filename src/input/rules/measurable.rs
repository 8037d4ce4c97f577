//! Rule: an action says how its success will show, in words or by an indicator that can show it: one of which it is known which values
//! are good, where it began and where it should be. Owner and dates are keys that must be there.

use crate::domain::{Action, Good, Id, Indicator, Located};
use crate::finding::{Code, Finding, quoted};
use crate::input::register::{Register, with_next};
use crate::input::told::Told;
use std::collections::BTreeSet;

/// Tells of actions whose success nobody could see. An action that left the plan need not show any more.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    let Some(plan) = &register.documents.plan else {
        return;
    };
    let began: BTreeSet<&Id> = register
        .history()
        .map(|figure| figure.indicator.value())
        .collect();
    let cut = cut(register);
    let actions = with_next(&plan.actions, |action| action.id.place());
    for (action, next) in actions.filter(|(action, _)| action.closed.is_none()) {
        if action.measures.is_empty() && !register.is_cut(action.id.place(), next) {
            findings.push(without(action));
        }
        if action.measures.iter().any(|measure| measure.text.is_some()) {
            continue;
        }
        let named = action
            .measures
            .iter()
            .filter_map(|measure| measure.indicator.as_ref());
        let lacking: Vec<_> = named
            .clone()
            .filter(|named| !cut.contains(named.value()))
            .filter_map(|named| Some((named, lacks(register.indicator(named.value())?, &began)?)))
            .collect();
        if lacking.len() == named.count() {
            findings.extend(lacking.iter().map(|(named, lacks)| lacks.finding(action, named)));
        }
    }
}

/// The indicators in which something was typed that does not fit: what they seem to lack may be that.
fn cut<'d>(register: &Register<'d>) -> BTreeSet<&'d Id> {
    let indicators = with_next(&register.documents.indicators, |indicator| indicator.id.place());
    indicators
        .filter(|(indicator, next)| register.is_cut(indicator.id.place(), *next))
        .map(|(indicator, _)| indicator.id.value())
        .collect()
}

fn without(action: &Action) -> Finding {
    let message = format!(
        "{} has no measure: nobody could say whether it has helped",
        quoted(action.id.value().as_str())
    );
    let finding = Finding::new(Code::NoMeasure, message).at(action.id.place());
    finding.help("add one to `measures`: a `text`, an `indicator`, or both")
}

/// What an indicator lacks to show whether an action has helped.
#[derive(Clone, Copy)]
enum Lack {
    Polarity,
    Target,
    Baseline,
}

fn lacks(indicator: &Indicator, began: &BTreeSet<&Id>) -> Option<Lack> {
    if indicator.good == Good::Neutral {
        Some(Lack::Polarity)
    } else if indicator.targets.is_empty() {
        Some(Lack::Target)
    } else if indicator.baseline.is_none() && !began.contains(indicator.id.value()) {
        Some(Lack::Baseline)
    } else {
        None
    }
}

impl Lack {
    fn finding(self, action: &Action, indicator: &Located<Id>) -> Finding {
        let (lack, help) = match self {
            Self::Polarity => (
                "of which neither high nor low values are good",
                "say in a `text` what will be so, or name an indicator that is rated",
            ),
            Self::Target => (
                "which has no target",
                "give the indicator a target, or say in a `text` what will be so",
            ),
            Self::Baseline => (
                "of which nobody says where it began",
                "give the indicator a `baseline`, or say in a `text` what will be so",
            ),
        };
        let message = format!(
            "{} is measured by {}, {lack}",
            quoted(action.id.value().as_str()),
            quoted(indicator.value().as_str())
        );
        Finding::new(Code::NoMeasure, message)
            .at(indicator.place())
            .help(help)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{Inputs, assert_told, told};

    const MEASURED: &str = "measures: [{ indicator: audits_good }]";

    fn measured(by: &str) -> Vec<String> {
        told(judge, "plan.yaml", MEASURED, by)
    }

    #[test]
    fn an_action_has_a_measure() {
        assert_told(
            &measured("measures: []"),
            "plan.yaml «a2_1» no-measure",
            "`a2_1` has no measure",
        );
    }

    #[test]
    fn an_indicator_shows_success_only_where_it_is_known_what_is_good() {
        assert_told(
            &measured("measures: [{ indicator: children_on_plans }]"),
            "plan.yaml «children_on_plans» no-measure",
            "neither high nor low values are good",
        );
        let with_another = "measures: [{ indicator: children_on_plans }, { indicator: audits_good }]";
        assert_eq!(measured(with_another), [""; 0]);
        let with_words = "measures: [{ indicator: children_on_plans }, { text: Fewer than two hundred }]";
        assert_eq!(measured(with_words), [""; 0]);
    }

    #[test]
    fn an_indicator_has_a_target_and_a_beginning() {
        let target = "    targets:\n      - shape: step\n        points:\n          - { month: 2024-04, value: 60 }\n          - { month: 2025-01, value: 75 }\n";
        let told = told(judge, "indicators/protection.yaml", target, "");
        assert_told(&told, "plan.yaml «audits_good» no-measure", "which has no target");
        let history = "  audits_good:\n";
        let text = "  repeat_plans_before:\n";
        let told = Inputs::neutral()
            .replace("history.yaml", history, text)
            .told_in_spite_of_structure(judge);
        assert_told(
            &told,
            "plan.yaml «audits_good» no-measure",
            "nobody says where it began",
        );
    }

    #[test]
    fn what_was_withdrawn_need_not_be_measured() {
        let closed = "measures: []\n    closed: { agreed: group_2024_06, reason: x }";
        assert_eq!(measured(closed), [""; 0]);
    }
}
