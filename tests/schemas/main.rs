//! The schemas by which editors complete and check the inputs: they are what the types make, every key in them is
//! explained, every input names its own, and the inputs satisfy them. Knows schemas; not the field.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at what it does not expect"
)]

#[path = "../support/mod.rs"]
mod support;
#[path = "../support/validator.rs"]
mod validator;

mod command;
mod explained;

use board_papers::input::schema;
use board_papers::pipeline::schemas;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use support::program::run;
use support::{Folder, neutral, repository};
use walkdir::WalkDir;

/// Set to anything, this writes the schemas instead of comparing them.
const UPDATE: &str = "UPDATE_SCHEMA";

/// How an input names its schema, in its first line.
const MODELINE: &str = "# yaml-language-server: $schema=";

/// The folder of the shipped schemas.
fn shipped() -> PathBuf {
    repository().join("inputs/schema")
}

/// Every input below a programme's folder: its path from `inputs/`, and its text.
fn inputs(programme: &Path) -> BTreeMap<String, String> {
    let root = programme.join("inputs");
    let files = WalkDir::new(&root).into_iter().map(Result::unwrap);
    let files = files.filter(|entry| entry.path().extension().is_some_and(|kind| kind == "yaml"));
    let read = |entry: walkdir::DirEntry| {
        let path = entry
            .path()
            .strip_prefix(&root)
            .unwrap()
            .to_string_lossy()
            .replace('\\', "/");
        (path, fs::read_to_string(entry.path()).unwrap())
    };
    files.map(read).collect()
}

/// The name of the schema of the input at a path.
fn schema_of(path: &str) -> String {
    match path.split('/').next().unwrap() {
        "returns" => "return.json".to_owned(),
        folder @ ("indicators" | "chair") => format!("{folder}.json"),
        file => file.replace(".yaml", ".json"),
    }
}

#[test]
fn the_schemas_beside_the_inputs_are_those_that_the_types_make() {
    let mut drifted = Vec::new();
    for (name, made) in schemas() {
        let place = shipped().join(name);
        if std::env::var_os(UPDATE).is_some() {
            fs::write(&place, &made).unwrap();
        }
        if fs::read_to_string(place).unwrap_or_default() != made {
            drifted.push(name);
        }
    }
    assert!(
        drifted.is_empty(),
        "{drifted:?} in inputs/schema have drifted: `cargo run -- schema` writes them anew, or {UPDATE}=1 with this test"
    );
    assert_eq!(
        fs::read_dir(shipped()).unwrap().count(),
        schemas().len(),
        "and nothing else lies there"
    );
}

#[test]
fn every_input_names_its_schema_in_its_first_line() {
    for programme in [repository(), neutral()] {
        let inputs = inputs(&programme);
        assert!(inputs.len() > 10);
        for (path, text) in inputs {
            let first = text.lines().next().unwrap();
            let named = first
                .strip_prefix(MODELINE)
                .unwrap_or_else(|| panic!("{path}: {first}"));
            let folder = programme.join("inputs").join(&path);
            let place = folder.parent().unwrap().join(named).canonicalize();
            let place = place.unwrap_or_else(|_| panic!("{path}: nothing lies at {named}"));
            assert_eq!(
                place,
                shipped().join(schema_of(&path)).canonicalize().unwrap(),
                "{path}"
            );
        }
    }
}

#[test]
fn every_input_is_what_its_schema_says() {
    let schemas: BTreeMap<_, _> = schema::all().into_iter().collect();
    for programme in [repository(), neutral()] {
        for (path, text) in inputs(&programme) {
            let document: Value = serde_yaml::from_str(&text).unwrap();
            let faults = validator::faults(&schemas[schema_of(&path).as_str()], &document);
            assert_eq!(faults, [""; 0], "{path}");
        }
    }
}

#[test]
fn a_return_that_is_awaited_is_what_its_schema_says() {
    let folder = Folder::neutral();
    assert_eq!(run(folder.path(), "new month").status, 0);
    let schema = schema::all()
        .into_iter()
        .find(|(name, _)| *name == "return.json")
        .unwrap()
        .1;
    let inputs = inputs(folder.path());
    let awaited: Vec<_> = inputs
        .iter()
        .filter(|(_, text)| text.contains("\nawaited: "))
        .collect();
    assert!(!awaited.is_empty());
    for (path, text) in awaited {
        let document: Value = serde_yaml::from_str(text).unwrap();
        assert_eq!(validator::faults(&schema, &document), [""; 0], "{path}");
        let mut received = document;
        received["received"] = json!("2024-07-10");
        assert!(!validator::faults(&schema, &received).is_empty(), "{path}");
    }
}

/// What the validator must not let through, each put into a return that is right.
#[test]
fn a_return_at_fault_is_found_out() {
    let schema = schema::all()
        .into_iter()
        .find(|(name, _)| *name == "return.json")
        .unwrap()
        .1;
    let right: Value = serde_yaml::from_str(&inputs(&neutral())["returns/2024-06/council.yaml"]).unwrap();
    assert_eq!(validator::faults(&schema, &right), [""; 0]);
    let broken: [(&str, Value); 12] = [
        ("/month", json!("June 2024")),
        ("/from", json!("Northmere Council")),
        ("/figures/unallocated_cases", Value::Null),
        ("/figures/unallocated_cases", json!("n/a")),
        ("/figures/audits_good", json!({ "numerator": 13 })),
        ("/figures/audits_good", json!({ "missing": "unknown" })),
        (
            "/figures/audits_good",
            json!({ "numerator": 13, "denominator": 20, "value": 65 }),
        ),
        ("/actions/a1_2/confidence", json!("on-track")),
        ("/risks/k1/likelihood", json!("three")),
        ("/risks/k1/likelihood", json!(-3)),
        (
            "/corrections/0",
            json!({ "month": "2024-04", "indicator": "x", "reason": "y" }),
        ),
        ("/reports/0", json!({ "surprise": 1 })),
    ];
    for (at, wrong) in broken {
        let mut document = right.clone();
        *document.pointer_mut(at).unwrap_or_else(|| panic!("no {at}")) = wrong.clone();
        assert!(!validator::faults(&schema, &document).is_empty(), "{at}: {wrong}");
    }
    let mut with = right;
    with["figurs"] = json!({});
    assert!(!validator::faults(&schema, &with).is_empty());
}
