//! Rule: a comparator follows the definition that held in its period, and was published when the period was over; a baseline's words and
//! its months say the same. That a comparator is old is a fact, and the papers print its year.

use super::spoken_period::months;
use crate::domain::{Baseline, Comparator, Frequency, Indicator, Nature};
use crate::finding::{Code, Finding, quoted};
use crate::input::register::Register;
use crate::input::told::Told;

/// Tells of comparators and baselines that contradict their own period.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    for indicator in &register.documents.indicators {
        for comparator in &indicator.comparators {
            findings.extend(other_definition(indicator, comparator));
            findings.extend(too_early(comparator));
        }
        findings.extend(
            indicator
                .baseline
                .as_ref()
                .and_then(|baseline| words(indicator, baseline)),
        );
    }
}

/// Whether the definition changed within the period is for people to judge: only a version that held in none of its months is a
/// mistake.
fn other_definition(indicator: &Indicator, comparator: &Comparator) -> Option<Finding> {
    let (first, last) = months(&comparator.period)?;
    let named = *comparator.version.value();
    let held = indicator.version_in(first)..=indicator.version_in(last);
    let version = indicator
        .versions
        .iter()
        .find(|version| *version.number.value() == named)?;
    (!held.contains(&named)).then(|| {
        let (name, period) = (quoted(indicator.id.value().as_str()), quoted(&comparator.period));
        let message = format!(
            "{name} followed definition version {} in {period}, and this comparator names version {named}",
            held.end()
        );
        let finding = Finding::new(Code::OtherDefinition, message).at(comparator.version.place());
        let since = format!("version {named} holds from {}", version.from.value());
        let finding = finding.also(version.from.place(), since);
        finding.help("name the version that the published figure was counted by: figures of two definitions must not stand side by side")
    })
}

fn too_early(comparator: &Comparator) -> Option<Finding> {
    let (_, last) = months(&comparator.period)?;
    let published = &comparator.published;
    (published.value().month() < last).then(|| {
        let message = format!(
            "published on {}, before {} was over",
            published.value(),
            quoted(&comparator.period)
        );
        Finding::new(Code::DatesOutOfOrder, message)
            .at(published.place())
            .help("mend the day or the period")
    })
}

fn words(indicator: &Indicator, baseline: &Baseline) -> Option<Finding> {
    let (first, last) = months(&baseline.period)?;
    let is_same = last == baseline.until && (first == baseline.from || looks_back(indicator));
    (!is_same).then(|| {
        let message = format!(
            "the baseline of {} is called that of {}, and its months are {} to {}",
            quoted(indicator.id.value().as_str()),
            quoted(&baseline.period),
            baseline.from,
            baseline.until
        );
        Finding::new(Code::Contradiction, message)
            .at(baseline.value.place())
            .help("mend `period`, or `from` and `until`")
    })
}

/// Whether the figure of one month is that of a longer period: the year so far, the last twelve months, a year once a year.
fn looks_back(indicator: &Indicator) -> bool {
    let by_nature = match indicator.nature {
        Nature::Cumulative | Nature::Rolling => true,
        Nature::Flow | Nature::Stock | Nature::Rare | Nature::Sample => false,
    };
    by_nature || indicator.frequency == Frequency::Annual
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{Inputs, assert_told, told};

    const FILE: &str = "indicators/assessment.yaml";
    const VERSION: &str = "        version: 1";

    fn second_version(from: &str, comparator: u32) -> Vec<String> {
        let versions = format!(
            "    versions:\n      - {{ number: 1, from: 2021-04, label: a, reason: b }}\n      - {{ number: 2, from: {from}, label: a, reason: b }}\n    baseline: {{ period: 2023/24"
        );
        Inputs::neutral()
            .replace(FILE, "    baseline: { period: 2023/24", &versions)
            .replace(FILE, VERSION, &format!("        version: {comparator}"))
            .told_by(judge)
    }

    #[test]
    fn a_comparator_follows_the_definition_of_its_period() {
        assert_told(
            &second_version("2023-04", 2),
            "indicators/assessment.yaml «2» other-definition",
            "followed definition version 1 in `2022/23`",
        );
        assert_eq!(second_version("2023-04", 1), [""; 0]);
        assert_eq!(second_version("2022-10", 2), [""; 0], "changed within the period");
    }

    #[test]
    fn a_comparator_is_published_when_its_period_is_over() {
        let told = told(judge, FILE, "published: 2024-01-25", "published: 2023-01-25");
        assert_told(
            &told,
            "indicators/assessment.yaml «2023-01-25» dates-out-of-order",
            "before `2022/23` was over",
        );
    }

    #[test]
    fn a_baseline_is_of_the_months_that_it_is_called_by() {
        let told = told(
            judge,
            FILE,
            "{ period: 2023/24, from: 2023-04",
            "{ period: 2023/24, from: 2023-05",
        );
        assert_told(
            &told,
            "indicators/assessment.yaml «70.2» contradiction",
            "is called that of `2023/24`, and its months are May 2023 to March 2024",
        );
    }
}
