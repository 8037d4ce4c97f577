//! The plan half of the analysis, rule by rule, on the small neutral programme with parts of it rewritten.

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
