//! board-papers: a council's monthly figures and improvement plan in, the papers a board decides on out.
//!
//! One way down, stage by stage: [`load`], [`check`](mod@check), [`analysis`], [`review`], [`draw`], [`compose`], [`typeset`],
//! [`write`](mod@write). [`pipeline`] is that way in code; [`domain`] has the nouns. ARCHITECTURE.md shows the house.

// The ground, which knows nothing of the field.
pub mod charts;
pub mod digest;
pub mod finding;
pub mod place;
pub mod schema;
pub mod statistics;
pub mod typography;

// The field's nouns, how they are said, and which papers there are.
pub mod catalogue;
pub mod domain;
pub mod template;
pub mod words;

// The stages; `input` is what `check` is made of.
pub mod analysis;
pub mod check;
pub mod compose;
pub mod draw;
pub mod input;
pub mod load;
pub mod review;
pub mod typeset;
pub mod write;

// What the routine asks for beside papers.
pub mod blank;
pub mod status;

// The roof.
pub mod cli;
pub mod pipeline;
