//! board-papers: a council's monthly figures and improvement plan in, the papers a board decides on out.

pub mod check;
pub mod digest;
pub mod domain;
pub mod finding;
pub mod input;
pub mod load;
pub mod place;
