//! Papers in the output folder: whole or not at all, and what differs from what the inputs make. Knows the
//! library's writing; refuses to know how a paper comes about.

#![expect(clippy::expect_used, reason = "a test that cannot be set up must stop")]

mod differences;
mod laid_down;
mod paper;
