//! What a series or a control chart will not be made from.
//!
//! It knows the fault and the row; which file and line that row came from, and what to tell the person who wrote it, is
//! for others.

use std::fmt;

/// Why a series or an option was refused (SPEC section 1). Rows are counted from 0 in order of date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The series has no rows.
    NoRows,
    /// The row has the same date as the one before it.
    RepeatedDate {
        /// The later of the two rows.
        row: usize,
    },
    /// The row's value is infinite or not a number.
    NotFinite {
        /// The row with that value.
        row: usize,
    },
    /// The baseline was to have fewer rows than limits can be fixed on.
    BaselineTooShort {
        /// Rows asked for.
        rows: usize,
        /// The fewest that would do.
        least: usize,
    },
    /// The target is not one number for the whole series.
    TargetNotOneNumber {
        /// How many numbers were given.
        numbers: usize,
    },
    /// The target is infinite or not a number.
    TargetNotFinite,
    /// The word is none of `increase`, `decrease`, `neutral`.
    UnknownDirection(String),
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoRows => write!(f, "the series has no rows"),
            Self::RepeatedDate { row } => write!(f, "row {row} has the same date as the row before it"),
            Self::NotFinite { row } => write!(f, "the value of row {row} is not a finite number"),
            Self::BaselineTooShort { rows, least } => {
                write!(
                    f,
                    "limits cannot be fixed on {rows} rows: at least {least} are needed"
                )
            }
            Self::TargetNotOneNumber { numbers } => write!(f, "a target is one number, not {numbers}"),
            Self::TargetNotFinite => write!(f, "the target is not a finite number"),
            Self::UnknownDirection(word) => {
                write!(
                    f,
                    "`{word}` is not a direction: use `increase`, `decrease` or `neutral`"
                )
            }
        }
    }
}

impl std::error::Error for Refusal {}
