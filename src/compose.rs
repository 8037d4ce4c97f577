//! compose.
pub mod context;
pub mod facts;
pub mod markdown;
pub mod monthly;
pub mod printed;
pub mod prose;
pub mod shapes;
