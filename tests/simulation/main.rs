//! Simulations from a fixed seed behind two numbers that the papers and `ARCHITECTURE.md` state: how often a control chart
//! signals by chance, and how often a forecast's interval holds what comes.

#![expect(clippy::unwrap_used, reason = "a simulation that cannot be set up must stop")]
#![expect(clippy::print_stdout, reason = "it says what was found")]

mod coverage;
mod false_signals;
mod noise;
