//! The one way down, stage by stage: load, check, analyse, review, draw, compose, typeset, write.
//! Knows their order and nothing else. Each is a function of what the one before it gave.

use crate::analysis::{Assessment, analyse};
use crate::catalogue::{Occasion, occasions};
use crate::charts::draw;
use crate::compose::{Composed, Standing, compose};
use crate::domain::Programme;
use crate::finding::Findings;
use crate::input::{Checked, check};
use crate::load::{LoadError, Sources, load};
use crate::review::review;
use crate::typeset::{Fonts, Paper, typeset};
use std::path::Path;

/// A programme's folder, read and judged.
#[derive(Debug)]
pub struct Read {
    /// The files as they were read.
    pub sources: Sources,
    /// What was found in them, and the programme if no finding is an error.
    pub checked: Checked<Programme>,
}
