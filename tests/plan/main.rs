//! The plan half of the analysis, rule by rule, on the small neutral programme with parts of it rewritten.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot be set up must stop"
)]

#[path = "../support/mod.rs"]
mod support;

mod assurances;
mod board;
mod exceptions;
mod exit;
mod progress;
mod properties;
mod rating;
mod register;
mod returns;
mod revisions;
mod stage;
