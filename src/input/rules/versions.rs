//! Rule: definition versions are numbered from 1 in the order in which they hold, and a comparator follows one of
//! them.

use crate::domain::Indicator;
use crate::finding::{Code, Finding, quoted};
use crate::input::register::Register;
use crate::input::told::Told;

/// Tells of versions out of order, and of comparators of a version that there is not.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    for indicator in &register.documents.indicators {
        findings.extend(numbering(indicator));
        findings.extend(comparators(indicator));
    }
}

fn numbering(indicator: &Indicator) -> Vec<Finding> {
    let mut found = Vec::new();
    for (expected, version) in (1_u32..).zip(&indicator.versions) {
        if *version.number.value() != expected {
            let message = format!("this is version {expected}, not {}", version.number.value());
            let finding = Finding::new(Code::Contradiction, message).at(version.number.place());
            found.push(finding.help("number the versions from 1, in order"));
        }
    }
    for (earlier, later) in indicator.versions.iter().zip(indicator.versions.iter().skip(1)) {
        if later.from.value() <= earlier.from.value() {
            let message = format!(
                "{} does not come after {}",
                later.from.value(),
                earlier.from.value()
            );
            let finding = Finding::new(Code::DatesOutOfOrder, message).at(later.from.place());
            found.push(
                finding
                    .also(earlier.from.place(), "the version before")
                    .help("put the versions in order"),
            );
        }
    }
    found
}

/// An indicator whose definition never changed has version 1 alone.
fn comparators(indicator: &Indicator) -> impl Iterator<Item = Finding> {
    let exists = |number: u32| {
        let listed = indicator
            .versions
            .iter()
            .any(|version| *version.number.value() == number);
        listed || (indicator.versions.is_empty() && number == 1)
    };
    indicator
        .comparators
        .iter()
        .filter(move |comparator| !exists(*comparator.version.value()))
        .map(|comparator| {
            let (version, name) = (comparator.version.value(), quoted(indicator.id.value().as_str()));
            let message = format!("{name} has no definition version {version}");
            let finding = Finding::new(Code::UnknownReference, message).at(comparator.version.place());
            finding.help("name a version that the indicator has, or add it to `versions`")
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{Inputs, assert_told, told};

    const FILE: &str = "indicators/assessment.yaml";

    fn versions(first: (u32, &str), second: (u32, &str)) -> Vec<String> {
        let version = |(number, from): (u32, &str)| {
            format!("      - {{ number: {number}, from: {from}, label: x, reason: y }}\n")
        };
        let versions = format!(
            "    versions:\n{}{}    baseline: {{ period: 2023/24",
            version(first),
            version(second)
        );
        Inputs::neutral()
            .replace(FILE, "    baseline: { period: 2023/24", &versions)
            .told_by(judge)
    }

    #[test]
    fn versions_are_numbered_from_one_in_order() {
        assert_eq!(versions((1, "2023-04"), (2, "2024-04")), Vec::<String>::new());
        assert_told(
            &versions((1, "2023-04"), (3, "2024-04")),
            FILE,
            "this is version 2, not 3",
        );
        assert_told(
            &versions((1, "2024-04"), (2, "2024-04")),
            FILE,
            "April 2024 does not come after April 2024",
        );
    }

    #[test]
    fn a_comparator_follows_a_version_that_there_is() {
        let told = told(judge, FILE, "        version: 1", "        version: 2");
        assert_told(
            &told,
            "indicators/assessment.yaml «2» unknown-reference",
            "no definition version 2",
        );
    }
}
