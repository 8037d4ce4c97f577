//! What is said of an indicator, rule by rule, on worked examples; and what must not change it.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops at what it does not expect"
)]

#[path = "../support/mod.rs"]
mod support;

mod bad_input;
mod methods;
mod progress;
mod properties;
mod ratings;
mod series;
mod targets;
mod totals;
mod verdicts;
mod world;
