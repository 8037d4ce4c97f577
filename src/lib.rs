//! board-papers.

pub mod charts;
