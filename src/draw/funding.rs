//! Grants and what was spent of them. Knows pounds as the analysis counted them; not what the money bought.

use crate::analysis::Assessment;
use crate::analysis::funding::{FundingStanding, GrantYear, Spent};
use crate::charts::funding::{self, Funding, FundingRow};
use crate::charts::scene::Size;
use crate::charts::{Label, Measure};
use crate::draw::said::{Said, cut};
use crate::draw::table::{Column, table};
use crate::draw::{DataTable, Drawn, convert, printed};
use crate::words;
use rust_decimal::Decimal;

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
        alt: said_of_all(all),
        notes: cut(all.len(), "grants").into_iter().collect(),
        data: data(all),
    };
    Some(Drawn::of(funding::lay_out(&chart, measure), said))
}

fn granted(standing: &FundingStanding<'_>) -> Decimal {
    standing.grant.amount.value().0
}

fn name(standing: &FundingStanding<'_>) -> String {
    format!(
        "{} {}",
        standing.grant.name,
        standing.grant.year.value().financial_year()
    )
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

/// What was spent of the grants whose year is running, as far as it was reported; of all of them, where none is running.
fn title(all: &[FundingStanding<'_>]) -> String {
    let reported = |running: bool| -> Vec<&FundingStanding<'_>> {
        all.iter()
            .filter(|standing| !running || standing.year == GrantYear::Running)
            .filter(|standing| standing.spent.is_some())
            .collect()
    };
    let running = reported(true);
    let counted = if running.is_empty() {
        reported(false)
    } else {
        running
    };
    let amount = sum(counted.iter().map(|standing| granted(standing)));
    let spent = sum(counted.iter().filter_map(|standing| Some(standing.spent?.amount)));
    match amount.zip(spent).filter(|_| !counted.is_empty()) {
        Some((amount, spent)) => format!(
            "{} spent of {} granted{}",
            printed::pounds(spent),
            printed::pounds(amount),
            of_year(&counted)
        ),
        None => "No spend has been reported".to_owned(),
    }
}

/// For which year, where it is the same for all that are counted.
fn of_year(counted: &[&FundingStanding<'_>]) -> String {
    let mut years = counted.iter().map(|standing| *standing.grant.year.value());
    let first = years.next();
    first
        .filter(|first| years.all(|year| year == *first))
        .map_or_else(String::new, |year| format!(" for {}", year.financial_year()))
}

fn sum(mut amounts: impl Iterator<Item = Decimal>) -> Option<Decimal> {
    amounts.try_fold(Decimal::ZERO, |sum, amount| sum.checked_add(amount))
}

/// Grants whose year is running first.
fn said_of_all(all: &[FundingStanding<'_>]) -> Vec<String> {
    let (running, over): (Vec<_>, Vec<_>) = all
        .iter()
        .partition(|standing| standing.year == GrantYear::Running);
    running.into_iter().chain(over).map(said_of).collect()
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
        "{name}: {}{share} of {granted} spent by {}; {}.",
        printed::pounds(spent.amount),
        spent.month,
        gone(standing),
    )
}

fn gone(standing: &FundingStanding<'_>) -> String {
    match standing.year {
        GrantYear::Running => {
            let months = usize::try_from(standing.months_gone).unwrap_or(0);
            format!("{} of its year gone", words::count(months, "month", "months"))
        }
        GrantYear::Over => "its year is over".to_owned(),
    }
}

fn data(all: &[FundingStanding<'_>]) -> DataTable {
    let spent = |standing: &FundingStanding<'_>, say: fn(&Spent) -> String| {
        standing.spent.as_ref().map_or_else(String::new, say)
    };
    table([
        Column::of("Grant", all, |standing| standing.grant.name.clone()),
        Column::of("From", all, |standing| standing.grant.source.clone()),
        Column::of("Year", all, |standing| {
            standing.grant.year.value().financial_year()
        }),
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
