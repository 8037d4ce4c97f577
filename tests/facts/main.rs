//! The facts document of the shipped programme: it is what its schema says, and says what the papers print.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at what it does not expect"
)]

#[path = "../support/validator.rs"]
mod validator;

mod agreement;
mod breaks;
mod properties;
mod schema;
mod shipped;
mod signal;
