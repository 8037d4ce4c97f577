//! `build --check`: every paper made in memory and compared with the manifest and the files that lie there. Writes nothing.

use super::orders::{Orders, paths};
use super::{Run, count};
use crate::catalogue::Occasion;
use crate::cli::selection::Periods;
use crate::cli::{CouldNotRun, Exit};
use crate::pipeline::{Kept, Names, Order, Outcome};
use crate::write::{Difference, Expected, Manifest, PaperPath, Presence, Scope, compare};
use std::collections::BTreeSet;

impl Run<'_> {
    /// Papers of the latest period must lie in the folder, older ones may. A paper that is still in preparation need not
    /// be there at all; a draft of it must be the draft that the inputs make.
    pub(super) fn check(&self) -> Result<Exit, CouldNotRun> {
        let occasions = Periods::All.occasions(self.programme)?;
        let Some(Outcome { made, .. }) = self.make(&self.orders(&occasions)?, Kept::Nothing)? else {
            return Ok(Exit::Found);
        };
        let expected: Vec<_> = made
            .iter()
            .map(|made| Expected {
                paper: &made.paper,
                presence: made.presence,
            })
            .collect();
        let all = occasions
            .iter()
            .flat_map(|occasion| paths(occasion, self.programme));
        let all: BTreeSet<PaperPath> = all.collect();
        let differences = compare(self.output, &expected, Scope::Of(&all))?;
        if differences.is_empty() {
            self.terminal
                .note(&format!("{} what the inputs make", count(made.len())));
            return Ok(Exit::Done);
        }
        self.tell_differences(&differences);
        Ok(Exit::Found)
    }

    /// What is to be made of these occasions, for the comparison.
    fn orders(&self, occasions: &[Occasion]) -> Result<Vec<Order>, CouldNotRun> {
        let manifest = Manifest::read(self.output)?;
        let latest = occasions.iter().map(|occasion| occasion.period).max();
        let presence = |occasion: &Occasion| {
            if Some(occasion.period) == latest {
                Presence::Required
            } else {
                Presence::ManifestOnly
            }
        };
        let orders = Orders::new(self.desk, self.programme, self.output, &manifest);
        let order = |occasion: &Occasion| {
            let Some(finish) = orders.finish_in_passing(occasion) else {
                self.tell_in_preparation(occasion);
                return None;
            };
            Some(Order {
                occasion: occasion.clone(),
                names: Names::All,
                finish,
                presence: presence(occasion),
            })
        };
        Ok(occasions.iter().filter_map(order).collect())
    }

    /// Says why a paper is not made.
    pub(super) fn tell_in_preparation(&self, occasion: &Occasion) {
        let (kind, period) = (occasion.kind.words(), occasion.period);
        self.terminal.note(&format!(
            "the {kind} for {period} is in preparation: `status` says what it lacks"
        ));
    }

    fn tell_differences(&self, differences: &[Difference]) {
        for difference in differences {
            self.terminal.fault(&difference.to_string());
        }
        if let Some(advice) = advice(differences) {
            self.terminal.fault(advice);
        }
    }
}

/// What makes the papers what they should be. Nothing that we did not make is ours to take away.
fn advice(differences: &[Difference]) -> Option<&'static str> {
    let is_unbuilt = differences
        .iter()
        .any(|one| matches!(one, Difference::NotBuilt(_)));
    let is_ours = differences
        .iter()
        .any(|one| !matches!(one, Difference::Unknown(_)));
    if is_unbuilt {
        Some("run `board-papers build --all` to make them")
    } else {
        is_ours.then_some("run `board-papers build` to make them again")
    }
}
