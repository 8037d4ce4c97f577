//! compose.
pub mod facts;
pub mod ledger;
pub mod markdown;
pub mod prose;
pub mod shapes;
