//! How long things take, as a user waits for them: the table in the README. `cargo bench --bench papers` prints it;
//! `cargo bench --bench papers -- watch growth` only the rows of these parts. Whatever misses its goal is marked; nothing
//! fails, for a machine may have other things to do.

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a measurement that cannot be made must stop, and prints what it found"
)]

#[path = "../../tests/support/large.rs"]
mod large;

mod cold;
mod office;
mod scale;
mod stages;
mod table;
mod watching;

use table::Row;

/// A part of the table, by the name that it is asked for with.
type Part = (&'static str, fn() -> Vec<Row>);

const PARTS: [Part; 9] = [
    ("watch", watching::rows),
    ("cold", cold::single),
    ("all", cold::all),
    ("noop", cold::noop),
    ("check", cold::check),
    ("many", scale::many),
    ("years", scale::ten_years),
    ("growth", scale::growth),
    ("stages", stages::rows),
];

fn main() {
    let asked: Vec<String> = std::env::args()
        .skip(1)
        .filter(|argument| !argument.starts_with('-'))
        .collect();
    let is_asked = |name: &str| asked.is_empty() || asked.iter().any(|one| one == name);
    table::head();
    for (_, rows) in PARTS.iter().filter(|(name, _)| is_asked(name)) {
        for row in rows() {
            println!("{row}");
        }
    }
}
