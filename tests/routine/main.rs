//! The monthly routine with the real program, in a folder of its own: approvals, what is due and who is late, what
//! is built again and what is not, and that nothing is ever half written.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::disallowed_types,
    reason = "a test that cannot be set up must stop, and asks files when they were written"
)]

#[path = "../support/mod.rs"]
mod support;

mod approval;
mod month;
mod office;
mod plain;
mod refusals;
mod sources;
mod staleness;
mod status;
mod watch;
mod whole;
