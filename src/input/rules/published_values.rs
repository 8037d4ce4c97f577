//! Rule: what was published can be: no percentage above 100, nothing below nought, and a baseline among the figures of its own months.

use crate::domain::{Baseline, Comparator, Exact, Indicator, Located, Nature, Unit, published};
use crate::finding::{Code, Finding, quoted};
use crate::input::register::Register;
use crate::input::told::Told;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// Tells of baselines and comparators that cannot be, or that the history denies.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    for indicator in &register.documents.indicators {
        if let Some(baseline) = &indicator.baseline {
            let out_of_range = out_of_range(indicator, &baseline.value, "the baseline");
            findings.extend(out_of_range.or_else(|| beside_its_months(register, indicator, baseline)));
        }
        let comparators = indicator.comparators.iter();
        findings.extend(comparators.filter_map(|one| out_of_range(indicator, &one.value, "a comparator")));
        findings.extend(twice(indicator));
    }
}

fn out_of_range(indicator: &Indicator, value: &Located<Exact>, what: &str) -> Option<Finding> {
    let number = value.value().0;
    let why = if number.is_sign_negative() && !number.is_zero() {
        "below nought"
    } else if indicator.unit == Unit::Percent && number > Decimal::ONE_HUNDRED {
        "above 100 per cent"
    } else {
        return None;
    };
    let message = format!(
        "{what} of {} is {}, {why}",
        quoted(indicator.id.value().as_str()),
        value.value()
    );
    let finding = Finding::new(Code::ImpossibleFigure, message).at(value.place());
    Some(finding.help("write it as it was published, in the indicator's own unit"))
}

/// Whatever way a value was made from those of its months, it lies between the least and the greatest of them.
fn beside_its_months(register: &Register<'_>, indicator: &Indicator, baseline: &Baseline) -> Option<Finding> {
    let is_mean = match indicator.nature {
        Nature::Flow | Nature::Rare => indicator.unit != Unit::Number,
        Nature::Stock | Nature::Sample | Nature::Rolling => true,
        Nature::Cumulative => false,
    };
    let series = register.held().get(indicator.id.value()).filter(|_| is_mean)?;
    let months = baseline
        .from
        .through(baseline.until)
        .filter(|month| indicator.is_owed(*month));
    let values: Vec<Decimal> = months
        .map(|month| series.get(&month)?.figure.exact(indicator.unit))
        .collect::<Option<_>>()?;
    let (least, most) = (values.iter().min()?, values.iter().max()?);
    let value = baseline.value.value().0;
    // What was published was rounded.
    let margin = Decimal::new(1, (*indicator.decimals.value()).min(9));
    let is_beside = value < least.checked_sub(margin)? || value > most.checked_add(margin)?;
    is_beside.then(|| {
        let shown = |value: &Decimal| published(*value, *indicator.decimals.value()).to_string();
        let message = format!(
            "the baseline of {} is {}, and its months were all between {} and {}",
            quoted(indicator.id.value().as_str()),
            baseline.value.value(),
            shown(least),
            shown(most)
        );
        let finding = Finding::new(Code::Contradiction, message).at(baseline.value.place());
        finding.help("mend the value, or the months in `from` and `until`")
    })
}

/// One body publishes one figure for a period.
fn twice(indicator: &Indicator) -> Vec<Finding> {
    let mut first = BTreeMap::new();
    let told = indicator.comparators.iter().filter_map(|one: &Comparator| {
        let same = (&one.name, &one.period, one.version.value(), one.published.value());
        let earlier = first.insert(same, one.value.place())?;
        let name = quoted(indicator.id.value().as_str());
        let message = format!(
            "the comparator {} of {name} for {} is given twice",
            quoted(&one.name),
            one.period
        );
        let finding = Finding::new(Code::SuppliedTwice, message).at(one.value.place());
        Some(
            finding
                .also(earlier, "the first")
                .help("take one out, or mend its period"),
        )
    });
    told.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{assert_told, told};

    const FILE: &str = "indicators/assessment.yaml";

    #[test]
    fn what_was_published_lies_in_the_range_of_its_unit() {
        let comparator = |value: &str| told(judge, FILE, "value: 82.0", &format!("value: {value}"));
        assert_told(
            &comparator("820"),
            "indicators/assessment.yaml «820» impossible-figure",
            "a comparator of `assessments_in_time` is 820, above 100 per cent",
        );
        assert_told(
            &comparator("-82.0"),
            "indicators/assessment.yaml «-82.0» ",
            "below nought",
        );
        assert_eq!(comparator("100"), [""; 0]);
    }

    #[test]
    fn a_baseline_is_among_its_months() {
        let baseline = |value: &str| told(judge, FILE, "value: 70.2", &format!("value: {value}"));
        assert_told(
            &baseline("60.2"),
            "indicators/assessment.yaml «60.2» contradiction",
            "all between 68.0 and 74.0",
        );
        assert_eq!(baseline("72.8"), [""; 0]);
    }

    #[test]
    fn a_comparator_is_given_once() {
        let second = "        version: 1\n      - name: Councils like Northmere\n        period: 2022/23\n        value: 83.0\n        published: 2024-01-25\n        source: x\n        version: 1\n";
        let told = told(judge, FILE, "        version: 1\n", second);
        assert_told(
            &told,
            "indicators/assessment.yaml «83.0» supplied-twice",
            "for 2022/23 is given twice",
        );
    }
}
