//! Which papers a command is about: what was typed becomes occasions and names, once; contradictions are refused here.

use super::CouldNotRun;
use crate::catalogue::{Occasion, occasions};
use crate::domain::{Month, Programme};
use crate::pipeline::{Desk, Folder};

/// The periods that a command is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Periods {
    /// The latest month that has returns.
    Latest,
    /// One month.
    One(Month),
    /// Every month.
    All,
}

impl Periods {
    /// What `--month` and `--all` mean.
    pub fn of(month: Option<Month>, all: bool) -> Self {
        match (month, all) {
            (Some(month), _) => Self::One(month),
            (None, true) => Self::All,
            (None, false) => Self::Latest,
        }
    }

    /// A programme's folder, judged as far as these periods go.
    pub fn judged(self, folder: Folder) -> Desk {
        match self {
            Self::One(month) => folder.judged_for(month),
            Self::Latest | Self::All => folder.judged(),
        }
    }

    /// The occasions of these periods, in order.
    ///
    /// # Errors
    ///
    /// When the programme has no paper for a month that was asked for.
    pub fn occasions(self, programme: &Programme) -> Result<Vec<Occasion>, CouldNotRun> {
        let all = occasions(programme);
        let latest = all.iter().map(|occasion| occasion.period).max();
        let wanted = |occasion: &Occasion| match self {
            Self::Latest => Some(occasion.period) == latest,
            Self::One(month) => occasion.period == month,
            Self::All => true,
        };
        let found: Vec<_> = all.iter().filter(|occasion| wanted(occasion)).cloned().collect();
        match (found.is_empty(), self) {
            (false, _) => Ok(found),
            (true, Self::One(month)) => Err(CouldNotRun(no_paper(month, &all))),
            (true, Self::Latest | Self::All) => Err(CouldNotRun(
                "there are no returns in inputs/returns: nothing to make a paper of".to_owned(),
            )),
        }
    }
}

fn no_paper(month: Month, all: &[Occasion]) -> String {
    let months = || all.iter().map(|occasion| occasion.period);
    match (months().min(), months().max()) {
        (Some(first), Some(last)) => {
            format!("there is no paper for {month}: returns go from {first} to {last}")
        }
        _ => format!("there is no paper for {month}: there are no returns in inputs/returns"),
    }
}
