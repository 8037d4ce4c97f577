//! Rule: what is said of an indicator goes together: frequency and month, tolerance and polarity, unit and counts.

use crate::domain::{Counts, Frequency, Good, Indicator, Nature, Unit};
use crate::finding::{Code, Finding, quoted};
use crate::input::register::Register;
use crate::input::told::Told;
use crate::place::Place;

/// The most decimals a figure is published with: more would be false precision, and no table has room for them.
const MOST_DECIMALS: u32 = 3;

/// Tells of indicators that contradict themselves.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    for indicator in &register.documents.indicators {
        findings.extend(annual_month(indicator));
        findings.extend(zero_tolerance(indicator));
        findings.extend(denominator(indicator));
        findings.extend(decimals(indicator));
        findings.extend(end(indicator));
        findings.extend(own_part(indicator));
        findings.extend(posts(indicator));
    }
}

fn contradiction(indicator: &Indicator, place: &Place, what: &str) -> Finding {
    let name = quoted(indicator.id.value().as_str());
    Finding::new(Code::Contradiction, format!("{name} {what}")).at(place)
}

fn annual_month(indicator: &Indicator) -> Option<Finding> {
    match (indicator.frequency, &indicator.annual_month) {
        (Frequency::Annual, None) => {
            let finding = contradiction(
                indicator,
                indicator.id.place(),
                "is annual, and no month is named for it",
            );
            Some(finding.help("add `annual_month`, from 1 for January to 12"))
        }
        (Frequency::Annual, Some(month)) if !(1..=12).contains(month.value()) => {
            let what = format!("has no {}th month to be owed in", month.value());
            Some(
                contradiction(indicator, month.place(), &what)
                    .help("`annual_month` is from 1 for January to 12"),
            )
        }
        (Frequency::Monthly | Frequency::Quarterly, Some(month)) => {
            let finding = contradiction(
                indicator,
                month.place(),
                "is not annual, so no month can be named for it",
            );
            Some(finding.help("take `annual_month` out, or write `frequency: annual`"))
        }
        (Frequency::Annual, Some(_)) | (Frequency::Monthly | Frequency::Quarterly, None) => None,
    }
}

fn zero_tolerance(indicator: &Indicator) -> Vec<Finding> {
    if !indicator.zero_tolerance {
        return Vec::new();
    }
    let mut found = Vec::new();
    if indicator.good != Good::Low {
        let what = "has zero tolerance, so low must be good";
        found.push(contradiction(indicator, indicator.id.place(), what).help("write `good: low`"));
    }
    let tolerances = [&indicator.tolerance.below, &indicator.tolerance.above];
    found.extend(tolerances.into_iter().flatten().map(|tolerance| {
        let what = "has zero tolerance and a tolerance";
        contradiction(indicator, tolerance.place(), what).help("take one of the two out")
    }));
    found
}

/// A percentage or rate is explained by what its denominator counts.
fn denominator(indicator: &Indicator) -> Option<Finding> {
    let needs_it = match indicator.unit {
        Unit::Percent | Unit::RatePer10000 => true,
        Unit::Number | Unit::Days | Unit::Ratio => false,
    };
    (needs_it && indicator.denominator.is_none()).then(|| {
        let message = format!(
            "`denominator` is missing from {}",
            quoted(indicator.id.value().as_str())
        );
        let finding = Finding::new(Code::MissingKey, message).at(indicator.id.place());
        finding.help("add it: what the denominator counts")
    })
}

fn decimals(indicator: &Indicator) -> Option<Finding> {
    let decimals = &indicator.decimals;
    (*decimals.value() > MOST_DECIMALS).then(|| {
        let what = format!("cannot be published with {} decimals", decimals.value());
        let finding = contradiction(indicator, decimals.place(), &what);
        finding.help(format!(
            "at most {MOST_DECIMALS}: more would say more than is known"
        ))
    })
}

fn end(indicator: &Indicator) -> Option<Finding> {
    let (begins, end) = (indicator.begins.as_ref()?, indicator.ends.as_ref()?);
    (end.month.value() < begins.value()).then(|| {
        let message = format!("ends in {}, before it begins", end.month.value());
        let finding = Finding::new(Code::DatesOutOfOrder, message).at(end.month.place());
        finding
            .also(begins.place(), "its first month")
            .help("mend one of the two")
    })
}

fn own_part(indicator: &Indicator) -> Option<Finding> {
    let whole = indicator.parts_of.as_ref()?;
    (whole.value() == indicator.id.value()).then(|| {
        contradiction(indicator, whole.place(), "is a part of itself").help("name the total, or take it out")
    })
}

/// Posts are counted on a day, out of all posts of a tier.
fn posts(indicator: &Indicator) -> Option<Finding> {
    let posts = indicator.posts.as_ref()?;
    let counts = indicator.tier.is_some() && indicator.counts == Counts::Staff;
    let is_share = indicator.unit == Unit::Percent && indicator.nature == Nature::Stock;
    (!counts || !is_share).then(|| {
        let what = "says which posts it counts, and is no share of the posts of a tier on a day";
        let finding = contradiction(indicator, posts.place(), what);
        finding
            .help("write `tier`, `counts: staff`, `unit: percent` and `nature: stock`, or take `posts` out")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{Inputs, assert_told, told};

    const FILE: &str = "indicators/protection.yaml";

    fn audits(old: &str, new: &str) -> Vec<String> {
        let path = "indicators/protection.yaml";
        let start = "nature: sample\n    frequency: monthly\n";
        Inputs::neutral()
            .replace(path, start, &start.replace(old, new))
            .told_by(judge)
    }

    #[test]
    fn an_annual_figure_has_its_month_and_no_other_has_one() {
        assert_told(&audits("monthly", "annual"), FILE, "no month is named for it");
        assert_told(
            &audits("monthly\n", "annual\n    annual_month: 13\n"),
            FILE,
            "has no 13th month",
        );
        assert_told(
            &audits("monthly\n", "monthly\n    annual_month: 3\n"),
            FILE,
            "is not annual",
        );
        assert_eq!(
            audits("monthly\n", "annual\n    annual_month: 3\n"),
            Vec::<String>::new()
        );
    }

    #[test]
    fn zero_tolerance_goes_with_low_and_without_tolerance() {
        let told = audits("nature", "zero_tolerance: true\n    nature");
        assert_eq!(told.len(), 2, "{told:#?}");
        assert!(
            told[0].contains("low must be good") && told[1].contains("and a tolerance"),
            "{told:#?}"
        );
    }

    #[test]
    fn a_percentage_says_what_it_is_out_of() {
        let told = told(judge, FILE, "    denominator: cases audited\n", "");
        assert_told(
            &told,
            "indicators/protection.yaml «audits_good» missing-key",
            "`audits_good`",
        );
    }

    #[test]
    fn decimals_are_few() {
        let told = told(judge, FILE, "decimals: 0", "decimals: 9");
        assert_told(&told, FILE, "cannot be published with 9 decimals");
    }

    #[test]
    fn an_indicator_ends_after_it_begins_and_is_no_part_of_itself() {
        let ends =
            "ends: { month: 2024-04, reason: x, agreed: board_2024_04 }\n    begins: 2024-05\n    nature";
        assert_told(
            &audits("nature", ends),
            FILE,
            "ends in April 2024, before it begins",
        );
        assert_told(
            &audits("nature", "parts_of: audits_good\n    nature"),
            FILE,
            "is a part of itself",
        );
    }

    #[test]
    fn posts_are_a_share_of_a_tier_on_a_day() {
        let told = audits("nature", "posts: agency\n    nature");
        assert_told(
            &told,
            "indicators/protection.yaml «agency»",
            "no share of the posts of a tier",
        );
    }
}
