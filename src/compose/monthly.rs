//! The director's monthly report.
pub mod scorecard;
