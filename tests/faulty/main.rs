//! What people get wrong: each fault a small change of the neutral programme in a folder of `tests/fixtures/faulty`, with
//! what the program says of it beside it. Knows faults and the program as people run it; not how a fault is found.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot be set up must stop"
)]

#[path = "../support/mod.rs"]
mod support;

mod accepted;
mod at_once;
mod codes;
mod explain;
mod fixture;
mod pages;
mod told;
