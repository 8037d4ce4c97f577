//! The stage `draw`: that every picture says in words what it shows, and that no label of a shipped paper touches
//! anything. Knows programmes as they are typed; not how a chart is set.

#[cfg(test)]
#[path = "../support/mod.rs"]
mod support;

#[cfg(test)]
mod drawn;
#[cfg(test)]
mod rules;
#[cfg(test)]
mod shipped;
#[cfg(test)]
mod stage;
#[cfg(test)]
mod words;
