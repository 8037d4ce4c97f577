//! From texts to checked documents: YAML as a tree, its structure held against the schema of its document, then
//! decoded into the domain's types, then held against the rules. Knows YAML and the field; reads no file.

pub mod checked;
pub mod printable;
pub mod schema;

pub(crate) mod assemble;
pub(crate) mod documents;
pub(crate) mod layouts;
pub(crate) mod rules;
pub mod sizes;
pub mod told;
pub(crate) mod unread;

mod decode;
mod held;
mod names;
mod origin;
mod references;
mod register;
mod shape;
mod spelling;
mod structure;
mod syntax;
pub mod tree;
