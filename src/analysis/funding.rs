//! Improvement funding: the grant, what was spent of it, and how much of its year has gone.
//! Knows pounds and months; not what the money bought.

use crate::domain::{Funding, Month, Programme};
use rust_decimal::Decimal;

/// Spend since the beginning of the year, as last reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spent {
    /// The month up to which it counts.
    pub month: Month,
    /// Pounds.
    pub amount: Decimal,
    /// Of the grant, in per cent, exact; `None` for a grant of nothing.
    pub share: Option<Decimal>,
    /// What is left of the grant, in pounds; negative when it is overspent.
    pub left: Decimal,
}

/// Where a paper's month lies in the year of a grant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum GrantYear {
    /// Within its twelve months, the last of them included.
    Running,
    /// After them.
    Over,
}

/// How one grant stands.
#[derive(Debug, Clone, Copy)]
pub struct FundingStanding<'p> {
    /// The grant.
    pub grant: &'p Funding,
    /// The last spend reported; `None` if none was.
    pub spent: Option<Spent>,
    /// Whether its year still runs in the paper's month.
    pub year: GrantYear,
    /// How many of the twelve months of its year have gone at the as-at date, 1 to 12.
    pub months_gone: u32,
}

impl FundingStanding<'_> {
    /// The share of the grant's year that has gone, in per cent, exact.
    #[must_use]
    pub fn share_of_year(&self) -> Decimal {
        Decimal::from(self.months_gone) * Decimal::ONE_HUNDRED / Decimal::from(MONTHS_OF_A_YEAR)
    }
}

const MONTHS_OF_A_YEAR: u32 = 12;

/// How the grants stand in `month`; those whose year has not begun are left out.
#[must_use]
pub fn standing(programme: &Programme, month: Month) -> Vec<FundingStanding<'_>> {
    let begun = programme
        .charter
        .funding
        .iter()
        .filter(|grant| *grant.year.value() <= month);
    begun
        .map(|grant| FundingStanding {
            grant,
            spent: spent(programme, grant, month),
            year: if month.months_since(*grant.year.value()) < 12 {
                GrantYear::Running
            } else {
                GrantYear::Over
            },
            months_gone: months_gone(grant, month),
        })
        .collect()
}

fn months_gone(grant: &Funding, month: Month) -> u32 {
    let gone = month.months_since(*grant.year.value()).saturating_add(1);
    u32::try_from(gone).unwrap_or(0).min(MONTHS_OF_A_YEAR)
}

/// The spend of the latest month that reports any; of two for one month, the last that came.
fn spent(programme: &Programme, grant: &Funding, month: Month) -> Option<Spent> {
    let known = programme
        .returns
        .iter()
        .filter(|sent| *sent.month.value() <= month);
    let reported = known.filter_map(|sent| Some((sent, sent.spend.get(grant.id.value())?.value().amount.0)));
    let (sent, amount) =
        reported.max_by_key(|(sent, _)| (*sent.month.value(), *sent.received.value(), sent.from.value()))?;
    let granted = grant.amount.value().0;
    Some(Spent {
        month: *sent.month.value(),
        amount,
        share: amount
            .checked_mul(Decimal::ONE_HUNDRED)
            .and_then(|whole| whole.checked_div(granted)),
        left: granted.checked_sub(amount)?,
    })
}
