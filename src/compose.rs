//! compose.
mod composed;
pub mod facts;
pub mod ledger;
pub mod listing;
pub mod markdown;
pub mod prose;
pub mod shapes;

pub use composed::{Composed, Standing};
