//! Arithmetic on plain binary64 numbers: means, control charts, run charts, forecasts, intervals.
//!
//! This floor knows numbers in order and nothing else. It knows no month, no indicator and no target date, reads and
//! prints nothing, and decides nothing: *whether* a method fits an indicator is settled on the floor above.
//! Everything here is the same to the last bit on any machine: each operation is rounded once, in the order
//! written, and logarithms come from the pure Rust `libm`.

pub mod average;
pub mod exact_mean;
pub mod false_signals;
pub mod forecast;
pub mod interval;
pub mod proportion;
pub mod rate;
pub mod refusal;
pub mod run_chart;
pub mod series;
mod student;
pub mod xmr;

/// A number of things as a binary64; exact up to `u32::MAX`, which no series of ours comes near, and held there.
fn float(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
