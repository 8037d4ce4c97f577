//! Rule: what is on track is expected by its date. A warning: whoever gave the later day has most likely forgotten to change the word.

use crate::domain::{Confidence, Date, DueDate, Id, Located};
use crate::finding::{Code, Finding, Severity, quoted};
use crate::input::register::Register;
use crate::input::told::Told;
use std::collections::BTreeMap;

/// Tells of actions and milestones that are on track for a day after the last date that they have had.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    let Some(plan) = &register.documents.plan else {
        return;
    };
    let actions = plan.actions.iter().map(|it| (it.id.value(), &it.due));
    let milestones = plan.milestones.iter().map(|it| (it.id.value(), &it.due));
    let last = |(id, due): (_, &'_ Vec<DueDate>)| {
        Some((
            id,
            due.iter()
                .map(|due| due.date.clone())
                .max_by_key(|date| *date.value())?,
        ))
    };
    let last: BTreeMap<&Id, Located<Date>> = actions.chain(milestones).filter_map(last).collect();
    for sent in register.documents.returns.iter().map(|filed| &filed.content) {
        let actions = sent
            .actions
            .iter()
            .map(|(id, it)| (id, it.confidence, it.forecast.as_ref()));
        let milestones = sent
            .milestones
            .iter()
            .map(|(id, it)| (id, it.confidence, it.forecast.as_ref()));
        let on_track = actions
            .chain(milestones)
            .filter(|(_, confidence, _)| *confidence == Some(Confidence::OnTrack));
        findings
            .extend(on_track.filter_map(|(id, _, forecast)| finding(id, forecast?, last.get(id.value())?)));
    }
}

fn finding(id: &Located<Id>, forecast: &Located<Date>, due: &Located<Date>) -> Option<Finding> {
    (forecast.value() > due.value()).then(|| {
        let message = format!(
            "{} is on track, and expected on {}, after its date of {}",
            quoted(id.value().as_str()),
            forecast.value(),
            due.value()
        );
        let finding = Finding::new(Code::Contradiction, message).with_severity(Severity::Warning);
        let finding = finding.at(forecast.place()).also(due.place(), "its last date");
        finding.help("write `at_risk` or `off_track`, or mend the day")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{assert_told, told};

    #[test]
    fn what_is_on_track_is_expected_by_its_date() {
        let expected = |update: &str| {
            let typed = "confidence: on_track, forecast: 2024-07-31";
            told(judge, "returns/2024-06/council.yaml", typed, update)
        };
        assert_told(
            &expected("confidence: on_track, forecast: 2024-08-01"),
            "returns/2024-06/council.yaml «2024-08-01» contradiction",
            "`a1_2` is on track, and expected on 1 August 2024, after its date of 31 July 2024",
        );
        assert_eq!(expected("confidence: at_risk, forecast: 2024-08-01"), [""; 0]);
    }
}
