//! The whole way: from a folder of inputs to the papers on the disk, with the program as people run it and with the
//! stages in one process. Every test that sets pages is here, so that Typst is linked once for all of them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at what it does not expect"
)]

#[path = "../support/mod.rs"]
mod support;

mod house;

mod attached;
mod characters;
mod colours;
mod commands;
mod drafts;
mod icons;
mod known_at;
mod later_months;
mod legible;
mod long_words;
mod nasty;
mod pdf;
mod pictures;
mod same_bytes;
mod shipped;
mod tagged;
mod tags;
mod usage;
mod views;
