//! Whether plans are properly resourced: the workforce against its targets, and what was spent of this year's grants.
//! Knows counts and shares; what the money bought is not asked here.

use crate::analysis::Assessment;
use crate::analysis::assurances::Share;
use crate::analysis::assurances::evidence::{Evidence, in_use, is_rated};
use crate::analysis::assurances::sentence::{Said, of};
use crate::analysis::funding::{FundingStanding, GrantYear};
use crate::analysis::rating::Rating;
use crate::words;
use rust_decimal::Decimal;

/// Staff and grants.
pub(super) fn resources(assessment: &Assessment<'_>) -> Evidence {
    let workforce =
        in_use(assessment).filter(|assessed| assessed.indicator.tier.is_some() && is_rated(assessed));
    let staffed = Share::among(workforce, |assessed| {
        assessed.verdict.rated.rating != Rating::OffTarget
    });
    let spent = assessment.funding.iter().filter_map(|grant| grant.spent);
    let within = Share::among(spent, |spent| spent.left >= Decimal::ZERO);
    let noun = ("rated workforce indicator", "rated workforce indicators");
    let met = Said::Is("on target or within tolerance", "on target or within tolerance");
    let funding = assessment.funding.iter();
    let running: Vec<_> = funding.filter(|grant| grant.year == GrantYear::Running).collect();
    Evidence {
        shares: vec![staffed, within],
        parts: std::iter::once(of(staffed, noun, met))
            .chain(spend_in_words(&running))
            .collect(),
        rule: "Indicators of the workforce on target or within tolerance; grants that are not overspent.",
    }
}

/// The shares of this year's grants in their order; which grant is which stands in the section on the workforce.
fn spend_in_words(running: &[&FundingStanding<'_>]) -> Option<String> {
    let per_cent = |share: Decimal| format!("{}%", words::number(share, 0));
    let gone = per_cent(running.first()?.share_of_year());
    let spent = running
        .iter()
        .filter_map(|grant| grant.spent.and_then(|spent| spent.share));
    let spent: Vec<String> = spent.map(per_cent).collect();
    let are = if spent.len() == 1 { "is" } else { "are" };
    let silent = running.len() - spent.len();
    let said = match (spent.len(), silent) {
        (0, _) => format!(
            "no spend is reported of {}",
            words::count(silent, "grant", "grants")
        ),
        (known, 0) => {
            format!(
                "{} {are} {} spent",
                words::count(known, "grant", "grants"),
                words::list_of(&spent)
            )
        }
        (known, _) => format!(
            "{} {are} {} spent and {} not reported",
            words::count(known, "grant", "grants"),
            words::list_of(&spent),
            words::cardinal(silent)
        ),
    };
    Some(format!("{said}, with {gone} of the year gone"))
}
