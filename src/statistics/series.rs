//! Values in order of time, divided into phases.
//!
//! It knows order, gaps and where a phase begins. It does not know what dates are (anything that can be ordered will do)
//! nor whether a row is missing from the sequence: a month without a row is the caller's to put in as `None`.

use std::collections::BTreeSet;

use super::refusal::Refusal;

/// Rows in order of time, in phases that each hold one row or more; every value is finite.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    phases: Vec<Vec<Option<f64>>>,
}

impl Series {
    /// Sorts rows by date and divides them at every date in `phase_starts`, which begins a new phase and belongs to it
    /// (SPEC section 2). A start that is no row's date is ignored; `None` is a missing value.
    ///
    /// # Errors
    /// No rows at all; a date that occurs twice; a value that is not finite.
    pub fn dated<Date: Ord>(
        mut rows: Vec<(Date, Option<f64>)>,
        phase_starts: &BTreeSet<Date>,
    ) -> Result<Self, Refusal> {
        rows.sort_by(|(one, _), (other, _)| one.cmp(other));
        let same_date = |pair: &[(Date, Option<f64>)]| matches!(pair, [(one, _), (next, _)] if one == next);
        if let Some(row) = rows.windows(2).position(same_date) {
            return Err(Refusal::RepeatedDate { row: row + 1 });
        }
        if let Some(row) = rows
            .iter()
            .position(|(_, value)| value.is_some_and(|value| !value.is_finite()))
        {
            return Err(Refusal::NotFinite { row });
        }
        let mut phases: Vec<Vec<Option<f64>>> = Vec::new();
        for (date, value) in rows {
            match phases.last_mut() {
                Some(phase) if !phase_starts.contains(&date) => phase.push(value),
                Some(_) | None => phases.push(vec![value]),
            }
        }
        if phases.is_empty() {
            Err(Refusal::NoRows)
        } else {
            Ok(Self { phases })
        }
    }

    /// A series of one phase whose rows are in order already.
    ///
    /// # Errors
    /// No rows at all; a value that is not finite.
    pub fn one_phase(values: &[Option<f64>]) -> Result<Self, Refusal> {
        Self::dated(values.iter().copied().enumerate().collect(), &BTreeSet::new())
    }

    /// The phases in order of time, each with its rows; neither is ever empty.
    pub fn phases(&self) -> impl Iterator<Item = &[Option<f64>]> {
        self.phases.iter().map(Vec::as_slice)
    }
}
