//! From texts to checked documents: YAML as a tree, its structure held against the schema of its document, then
//! decoded into the domain's types, then held against the rules. Knows YAML and the field; reads no file.

// A file as a tree: YAML and its traps.
mod origin;
pub mod printable;
pub mod sizes;
mod syntax;
pub mod tree;

// The tree's structure, held against the schema of its document.
pub mod schema;
mod shape;
mod spelling;
mod structure;

// Documents of the domain's types, and the programme that they make.
pub(crate) mod assemble;
mod decode;
pub(crate) mod documents;

// What is judged of the documents.
mod held;
pub(crate) mod layouts;
mod names;
mod references;
mod register;
pub(crate) mod rules;
pub(crate) mod unread;

// What was found.
pub mod checked;
pub mod told;
