//! How many figures in a row are on target, or off it, and what came before.
//! Knows ratings in order; a month without a figure ends a row, and what it hides cannot be said.

use crate::analysis::rating::{Basis, Rating};
use crate::analysis::series::{Observation, Series};
use crate::domain::Month;

/// What came before the first figure of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Before {
    /// A figure that was rated otherwise.
    Otherwise(Month),
    /// A month without a figure: whether the row is longer cannot be said.
    CannotBeSaid(Month),
    /// A month that was not rated, for want of a target or of cases.
    NotRated(Month),
    /// A month in which there was nothing to measure.
    NothingToRate(Month),
    /// Another definition.
    Break(Month),
    /// Nothing: the row is as long as the series.
    Nothing,
}

/// Figures in a row, the latest last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Streak {
    /// How many; months for a monthly indicator.
    pub figures: usize,
    /// The month of the first of them; `None` where there is none.
    pub since: Option<Month>,
    /// What came before.
    pub before: Before,
}

/// Figures in a row at target, up to the latest: within tolerance does not count.
#[must_use]
pub fn at_target(series: &Series<'_>) -> Streak {
    streak(series, Rating::is_met)
}

/// Figures in a row off target, up to the latest: within tolerance does not count.
#[must_use]
pub fn off_target(series: &Series<'_>) -> Streak {
    streak(series, |rating| rating == Rating::OffTarget)
}

fn streak(series: &Series<'_>, belongs: impl Fn(Rating) -> bool) -> Streak {
    let Some(latest) = series.current() else {
        return Streak {
            figures: 0,
            since: None,
            before: Before::Nothing,
        };
    };
    let mut row = Streak {
        figures: 0,
        since: None,
        before: Before::Nothing,
    };
    for month in series.owed().rev() {
        if month.version == latest.version && belongs(month.rated.rating) {
            row.figures += 1;
            row.since = Some(month.month);
        } else {
            row.before = before(month, latest);
            break;
        }
    }
    row
}

/// Why a month does not belong to the row that `latest` ends.
fn before(month: &Observation<'_>, latest: &Observation<'_>) -> Before {
    match (
        month.version == latest.version,
        month.rated.rating,
        month.rated.basis,
    ) {
        (false, ..) => Before::Break(month.month),
        (true, Rating::NoData, _) => Before::CannotBeSaid(month.month),
        (true, Rating::NotRated, Basis::NothingToRate) => Before::NothingToRate(month.month),
        (true, Rating::NotRated, _) => Before::NotRated(month.month),
        (
            true,
            Rating::BetterThanPlanned | Rating::OnTarget | Rating::WithinTolerance | Rating::OffTarget,
            _,
        ) => Before::Otherwise(month.month),
    }
}

impl Streak {
    /// Whether a month without a figure stands before the row, so that it may be longer than can be said.
    #[must_use]
    pub fn may_be_longer(&self) -> bool {
        match self.before {
            Before::CannotBeSaid(_) => self.figures > 0,
            Before::Otherwise(_)
            | Before::NotRated(_)
            | Before::NothingToRate(_)
            | Before::Break(_)
            | Before::Nothing => false,
        }
    }
}
