//! Workforce, capacity and resources: the indicators of staff by tier, number and quality alike (terms of reference 3.2), and
//! improvement funding with its spend. Knows tiers and grants; what the money bought is the plan's to say.

use crate::analysis::funding::FundingStanding;
use crate::compose::context::{Context, Desk};
use crate::compose::monthly::standing;
use crate::compose::printed;
use crate::compose::shapes::{Cell, Chart, Column, RowGroup, Table, Words};
use crate::domain::{Month, Tier};
use serde::Serialize;

/// The tiers in order.
const TIERS: [(Tier, &str); 4] = [
    (Tier::Practitioner, "Practitioners"),
    (Tier::Supervisor, "Supervisors"),
    (Tier::Manager, "Managers"),
    (Tier::All, "All tiers together"),
];

/// The section.
#[derive(Debug, Serialize)]
pub struct Workforce {
    /// The director's words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub words: Words,
    /// Posts by tier: permanent, agency, vacant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub posts: Option<Chart>,
    /// The indicators by tier.
    pub tiers: Table,
    /// Spend against funding as a picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spend: Option<Chart>,
    /// Grants and what was spent of them.
    pub funding: Table,
}

/// The section of the paper's month.
pub fn workforce(context: &Context<'_>, desk: &mut Desk<'_>) -> Workforce {
    let words = context
        .directors_words()
        .and_then(|words| words.workforce.as_ref());
    let (posts, spend) = (context.charts.workforce.as_ref(), context.charts.funding.as_ref());
    Workforce {
        words: words.map(|words| desk.words(words)).unwrap_or_default(),
        posts: posts.map(|drawn| desk.pictures.place(drawn, "workforce-posts")),
        tiers: tiers(context),
        spend: spend.map(|drawn| {
            desk.pictures
                .place_beside(drawn, "workforce-spend", "workforce-funding")
        }),
        funding: funding(context),
    }
}

/// The indicators of the workforce by tier.
pub fn tiers(context: &Context<'_>) -> Table {
    let group = |(tier, name): (Tier, &str)| RowGroup {
        head: name.to_owned(),
        rows: context
            .in_use()
            .filter(|assessed| assessed.indicator.tier == Some(tier))
            .map(|assessed| standing::row(context, assessed))
            .collect(),
    };
    Table::under_subheads(
        "workforce-tiers",
        format!("Workforce by tier: number and quality, {}", context.month()),
        standing::columns(),
        TIERS.map(group),
        "No indicator of the workforce is in use.",
    )
}

/// Grants and what was spent of them.
pub fn funding(context: &Context<'_>) -> Table {
    let columns = [
        Column::words("Grant, and who gives it", 1),
        Column::figures("Agreed"),
        Column::figures("Spent"),
        Column::short("Up to"),
        Column::figures("Share"),
        Column::figures("Left"),
    ];
    let all = &context.assessment.funding;
    let mut years: Vec<_> = all.iter().map(|one| *one.grant.year.value()).collect();
    years.sort_unstable();
    years.dedup();
    let of_year = |year: Month| RowGroup {
        head: year.financial_year(),
        rows: all
            .iter()
            .filter(|one| *one.grant.year.value() == year)
            .map(grant)
            .collect(),
    };
    Table::under_subheads(
        "workforce-funding",
        format!("Improvement funding and spend, {}", context.as_at()),
        columns,
        years.into_iter().map(of_year),
        "No improvement funding is recorded.",
    )
}

fn grant(standing: &FundingStanding<'_>) -> Vec<Cell> {
    let grant = standing.grant;
    let named = format!("{}, {}", grant.name, grant.source);
    let agreed = printed::pounds(grant.amount.value().0);
    let spent = match standing.spent {
        Some(spent) => [
            printed::pounds(spent.amount),
            spent.month.short(),
            spent
                .share
                .map_or_else(|| printed::NOT_APPLICABLE.to_owned(), printed::share),
            printed::pounds(spent.left),
        ],
        None => ["[x]", "not reported", "[x]", "[x]"].map(str::to_owned),
    };
    [named, agreed].into_iter().chain(spent).map(Cell::from).collect()
}
