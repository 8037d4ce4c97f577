//! compose.
pub mod facts;
pub mod markdown;
pub mod prose;
