//! Grants and what was spent of them. Knows pounds as the analysis counted them; not what the money bought.

use crate::analysis::Assessment;
use crate::analysis::funding::FundingStanding;
use crate::charts::funding::{self, Funding, FundingRow};
use crate::charts::scene::Size;
use crate::charts::{Label, MOST_ROWS, Measure};
use crate::draw::said::Said;
use crate::draw::table::{Column, table};
use crate::draw::{DataTable, Drawn, convert, printed};
use crate::words;
use rust_decimal::Decimal;

/// Months of a grant's year.
const MONTHS: u32 = 12;

/// A bar a grant; `None` where there is none.
pub(super) fn funding(assessment: &Assessment<'_>, measure: &dyn Measure) -> Option<Drawn> {
    let all = &assessment.funding;
    all.first()?;
    let chart = Funding {
        width: Size::FULL.width,
        rows: all.iter().filter_map(row).collect(),
    };
    let said = Said {
        title: title(all),
        subtitle: format!(
            "Improvement funding granted and spent, pounds, {}",
            assessment.occasion.as_at
        ),
        alt: all.iter().map(said_of).collect(),
        notes: notes(all.len()),
        data: data(all),
    };
    Some(Drawn::of(&funding::lay_out(&chart, measure), said))
}

fn granted(standing: &FundingStanding<'_>) -> Decimal {
    standing.grant.amount.value().0
}

fn name(standing: &FundingStanding<'_>) -> String {
    format!("{} {}", standing.grant.name, standing.grant.year.financial_year())
}

fn row(standing: &FundingStanding<'_>) -> Option<FundingRow> {
    let amount = granted(standing);
    let spent = standing.spent.as_ref().and_then(|spent| {
        let text = format!(
            "{} spent by {}",
            printed::pounds(spent.amount),
            spent.month.name()
        );
        Some((convert::finite(spent.amount)?, Label::from(text)))
    });
    Some(FundingRow {
        name: Label::from(name(standing)),
        granted: (
            convert::finite(amount)?,
            Label::from(format!("{} granted", printed::pounds(amount))),
        ),
        spent,
    })
}

/// What was spent of all grants whose spend was reported.
fn title(all: &[FundingStanding<'_>]) -> String {
    let reported: Vec<_> = all
        .iter()
        .filter_map(|standing| Some((standing, standing.spent?)))
        .collect();
    let of = reported.iter().map(|(standing, _)| granted(standing));
    let spent = reported.iter().map(|(_, spent)| spent.amount);
    match (sum(of), sum(spent)) {
        (Some(of), Some(spent)) if !reported.is_empty() => {
            format!(
                "{} spent of {} granted",
                printed::pounds(spent),
                printed::pounds(of)
            )
        }
        _ => "No spend has been reported".to_owned(),
    }
}

fn sum(mut amounts: impl Iterator<Item = Decimal>) -> Option<Decimal> {
    amounts.try_fold(Decimal::ZERO, |sum, amount| sum.checked_add(amount))
}

/// A grant in a sentence: how much is spent, how much of its year is gone.
fn said_of(standing: &FundingStanding<'_>) -> String {
    let (name, granted) = (name(standing), printed::pounds(granted(standing)));
    let Some(spent) = standing.spent else {
        return format!("{name}: {granted} granted, no spend reported.");
    };
    let share = spent
        .share
        .map_or_else(String::new, |share| format!(" ({}%)", words::number(share, 0)));
    format!(
        "{name}: {}{share} of {granted} spent by {}, with {} of its year gone.",
        printed::pounds(spent.amount),
        spent.month,
        gone(standing.months_gone),
    )
}

fn gone(months: u32) -> String {
    if months >= MONTHS {
        "all".to_owned()
    } else {
        words::count(usize::try_from(months).unwrap_or(0), "month", "months")
    }
}

fn notes(grants: usize) -> Vec<String> {
    (grants > MOST_ROWS)
        .then(|| format!("The first {MOST_ROWS} of {grants} grants are drawn; the table has all."))
        .into_iter()
        .collect()
}

fn data(all: &[FundingStanding<'_>]) -> DataTable {
    let spent = |standing: &FundingStanding<'_>, say: fn(&crate::analysis::funding::Spent) -> String| {
        standing.spent.as_ref().map_or_else(String::new, say)
    };
    table([
        Column::of("Grant", all, |standing| standing.grant.name.clone()),
        Column::of("From", all, |standing| standing.grant.source.clone()),
        Column::of("Year", all, |standing| standing.grant.year.financial_year()),
        Column::of("Granted (£)", all, |standing| {
            words::number(granted(standing), 0)
        }),
        Column::of("Spent (£)", all, |standing| {
            spent(standing, |spent| words::number(spent.amount, 0))
        }),
        Column::of("Up to", all, |standing| {
            spent(standing, |spent| spent.month.to_string())
        }),
        Column::of("Left (£)", all, |standing| {
            spent(standing, |spent| words::number(spent.left, 0))
        }),
    ])
}
