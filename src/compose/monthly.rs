//! The director's monthly report.
pub mod exceptions;
pub mod scorecard;
mod standing;
