//! board-papers.

pub mod digest;
pub mod finding;
pub mod place;
pub mod typeset;
pub mod write;
