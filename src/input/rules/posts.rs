//! Rule: the posts of a tier are counted once in each way. A chart tells how they are held; of two indicators that count the same it could
//! only believe one, and agency staff it can only tell beside the posts that they cover.

use crate::domain::{Indicator, PostsCounted, Tier};
use crate::finding::{Code, Finding, Severity, quoted};
use crate::input::register::Register;
use crate::input::told::Told;
use crate::place::Located;
use std::collections::BTreeMap;

/// Tells of posts that are counted twice, and of agency staff who cover nothing.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    let mut first: BTreeMap<(Tier, PostsCounted), &Indicator> = BTreeMap::new();
    for (indicator, tier, posts) in counting(register) {
        match first.get(&(tier, *posts.value())) {
            Some(earlier) => findings.push(twice(indicator, posts, earlier)),
            None => {
                first.insert((tier, *posts.value()), indicator);
            }
        }
    }
    for (indicator, tier, posts) in counting(register) {
        let is_alone = !first.contains_key(&(tier, PostsCounted::NotPermanent));
        if *posts.value() == PostsCounted::Agency && is_alone {
            findings.push(alone(indicator, posts));
        }
    }
}

/// The indicators that say which posts of which tier they count.
fn counting<'d>(
    register: &Register<'d>,
) -> impl Iterator<Item = (&'d Indicator, Tier, &'d Located<PostsCounted>)> {
    let indicators = register.documents.indicators.iter();
    indicators.filter_map(|indicator| Some((indicator, indicator.tier?, indicator.posts.as_ref()?)))
}

fn twice(indicator: &Indicator, posts: &Located<PostsCounted>, earlier: &Indicator) -> Finding {
    let [first, second] = [earlier, indicator].map(|one| quoted(one.id.value().as_str()));
    let message = format!("{first} and {second} count the same posts of the same tier");
    let finding = Finding::new(Code::Contradiction, message).at(posts.place());
    let finding = finding.also(earlier.id.place(), "the first");
    finding.help("take `posts` out of one of the two, or say what it counts instead")
}

fn alone(indicator: &Indicator, posts: &Located<PostsCounted>) -> Finding {
    let name = quoted(indicator.id.value().as_str());
    let message = format!(
        "{name} counts posts covered by agency staff, and nothing of its tier counts those that are not permanent"
    );
    let finding = Finding::new(Code::Contradiction, message).with_severity(Severity::Warning);
    finding
        .at(posts.place())
        .help("say `posts: not_permanent` of the indicator of which it is a part, or take `posts` out")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{Inputs, assert_told};

    const FILE: &str = "indicators/protection.yaml";

    /// The neutral programme with two indicators that count these posts of these tiers.
    fn told_of(one: &str, other: &str) -> Vec<String> {
        let keys = |id: &str, said: &str| (format!("  - id: {id}\n"), format!("  - id: {id}\n    {said}\n"));
        let (first, second) = (keys("audits_good", one), keys("children_on_plans", other));
        Inputs::neutral()
            .replace(FILE, &first.0, &first.1)
            .replace(FILE, &second.0, &second.1)
            .told_by(judge)
    }

    #[test]
    fn posts_of_a_tier_are_counted_once() {
        let permanent = |tier: &str| format!("tier: {tier}\n    posts: permanent");
        let twice = told_of(&permanent("manager"), &permanent("manager"));
        assert_told(&twice, FILE, "count the same posts of the same tier");
        assert!(told_of(&permanent("manager"), &permanent("supervisor")).is_empty());
    }

    #[test]
    fn agency_staff_cover_posts_that_are_counted() {
        let agency = "tier: manager\n    posts: agency";
        let alone = told_of("tier: manager\n    posts: permanent", agency);
        assert_told(
            &alone,
            FILE,
            "nothing of its tier counts those that are not permanent",
        );
        assert!(told_of("tier: manager\n    posts: not_permanent", agency).is_empty());
    }
}
