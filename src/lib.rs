//! board-papers.
