//! Nothing that lies in a programme's folder makes the program panic, hang, eat memory or write: not what the files say,
//! nor what kind of files they are. Each case ends in a finding or with exit status 2.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot be set up must stop"
)]

#[path = "../support/mod.rs"]
mod support;

mod judged;
mod program;

#[cfg(unix)]
mod bombs;
#[cfg(unix)]
mod disk;
mod edits;
mod figures;
mod limits;
mod texts;
#[cfg(unix)]
mod vanishing;
