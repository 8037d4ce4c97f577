//! board-papers: a council's monthly figures and improvement plan in, the papers a board decides on out.

pub mod analysis;
pub mod blank;
pub mod catalogue;
pub mod charts;
pub mod check;
pub mod cli;
pub mod compose;
pub mod digest;
pub mod domain;
pub mod draw;
pub mod finding;
pub mod input;
pub mod load;
pub mod pipeline;
pub mod place;
pub mod review;
pub mod schema;
pub mod statistics;
pub mod status;
pub mod template;
pub mod typeset;
pub mod typography;
pub mod words;
pub mod write;
