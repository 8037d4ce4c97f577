//! Improvement funding: the grant, what was spent of it, and how much of its year has gone.
//! Knows pounds and months; not what the money bought.

use crate::domain::{Funding, Month};
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

/// How one grant stands.
#[derive(Debug, Clone, Copy)]
pub struct FundingStanding<'p> {
    /// The grant.
    pub grant: &'p Funding,
    /// The last spend reported; `None` if none was.
    pub spent: Option<Spent>,
    /// How many of the twelve months of its year have gone at the as-at date, 1 to 12.
    pub months_gone: u32,
}
