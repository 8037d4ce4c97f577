//! Rule: prose can be read, and asks for figures that there can be. Whether a figure is in a paper is seen when the paper is
//! composed; here every sentence is looked at, whether a paper prints it or not.

use crate::domain::{FactName, Id};
use crate::input::documents::Home;
use crate::input::register::Register;
use crate::input::told::Told;
use crate::template::Filler;

/// Tells of prose that cannot be read, and of names that no figure has. Where nobody can say which indicators there are,
/// nothing is said: one fault is told once.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    let documents = register.documents;
    if documents.dark.contains(&Home::Indicators) {
        return;
    }
    let lost: Vec<Id> = documents
        .lost
        .iter()
        .filter_map(|name| name.parse().ok())
        .collect();
    let indicators = documents.indicators.iter().map(|indicator| indicator.id.value());
    let names: Vec<_> = FactName::all(indicators.chain(&lost))
        .map(|name| name.to_string())
        .collect();
    let filler = Filler::of_names(&names);

    let charter = documents
        .charter
        .iter()
        .map(|charter| &charter.excellence.outline);
    let returns = documents.returns.iter().flat_map(|filed| filed.content.prose());
    let chair = documents.chair.iter().flat_map(|filed| filed.content.prose());
    for prose in charter.chain(returns).chain(chair) {
        findings.extend(match filler.fill(prose) {
            Ok(_) => filler.bare(prose),
            Err(faults) => faults,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{Inputs, assert_told, told};

    #[test]
    fn names_are_held_against_all_there_can_be() {
        let june = "returns/2024-06/council.yaml";
        let told = told(
            judge,
            june,
            "reached {{ assessments_in_time.value }}",
            "reached {{ assessment_in_time.value }}",
        );
        assert_told(
            &told,
            "returns/2024-06/council.yaml «assessment_in_time.value» unknown-name",
            "`assessment_in_time.value` is not the name of a figure (did you mean `assessments_in_time.value`?)",
        );
    }

    #[test]
    fn a_name_may_stand_that_has_no_figure_yet() {
        let april = "returns/2024-04/council.yaml";
        assert!(
            told(
                judge,
                april,
                "{{ assessments_in_time.value }}",
                "{{ health_referrals.half_year }}"
            )
            .is_empty()
        );
    }

    #[test]
    fn every_sentence_is_looked_at() {
        let places = [
            ("programme.yaml", "Children in Northmere are"),
            ("returns/2024-05/council.yaml", "Three brothers"),
            ("returns/2024-04/council.yaml", "Cases that come from"),
            ("returns/2024-06/council.yaml", "Thirteen of twenty"),
            ("chair/2024-06.yaml", "This report rests on one"),
            ("chair/2024-06.yaml", "Northmere is improving. More"),
            ("chair/2024-06.yaml", "It is too soon to speak"),
            ("chair/2024-06.yaml", "The grant that pays"),
            ("chair/2024-06.yaml", "and thank the council"),
        ];
        let worse = |inputs: Inputs, (path, words): (&str, &str)| {
            inputs.replace(path, words, &format!("{words} {{{{ nothing }}}}"))
        };
        let told = places.into_iter().fold(Inputs::neutral(), worse).told_by(judge);
        assert_eq!(told.len(), places.len(), "{told:#?}");
    }

    #[test]
    fn what_cannot_be_read_is_told_at_its_place() {
        let told = told(
            judge,
            "chair/2024-06.yaml",
            "{{ assessments_in_time.value }}",
            "{{ assessments_in_time.value",
        );
        assert_told(&told, "chair/2024-06.yaml «", "cannot stand here in a reference");
    }
}
