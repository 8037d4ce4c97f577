//! board-papers.
pub mod statistics;
