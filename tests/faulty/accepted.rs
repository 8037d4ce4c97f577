//! What is no fault although it looks like one: how editors and spreadsheets end lines and begin files, and words that older
//! readers of YAML took for something else. Knows what people's tools do; not how it is read.

use crate::support::Folder;
use crate::support::program::run;
use std::fs;

/// The neutral programme with the bytes of every input changed.
fn each_input(change: impl Fn(&str) -> String) -> Folder {
    let folder = Folder::neutral().with_layouts();
    let files = walkdir::WalkDir::new(folder.path().join("inputs"))
        .into_iter()
        .map(Result::unwrap);
    for file in files.filter(|entry| entry.file_type().is_file()) {
        let text = fs::read_to_string(file.path()).unwrap();
        fs::write(file.path(), change(&text)).unwrap();
    }
    folder
}

#[track_caller]
fn nothing_is_told(folder: &Folder) {
    let ran = run(folder.path(), "check --deny warnings");
    assert_eq!((ran.said().as_str(), ran.status), ("", 0));
}

#[test]
fn lines_may_end_as_they_do_on_windows() {
    nothing_is_told(&each_input(|text| text.replace('\n', "\r\n")));
}

#[test]
fn a_file_may_begin_with_a_byte_order_mark() {
    nothing_is_told(&each_input(|text| format!("\u{feff}{text}")));
}

#[test]
fn a_file_may_end_without_the_end_of_a_line() {
    nothing_is_told(&each_input(|text| text.trim_end().to_owned()));
}

#[test]
fn the_schemas_may_lie_among_the_inputs() {
    let folder = Folder::neutral().with_layouts();
    nothing_is_told(
        &folder
            .put("schema/plan.json", "{}")
            .put("schema/facts.json", "{}"),
    );
}

#[test]
fn neither_moves_a_finding() {
    let place = |folder: Folder| {
        let folder = folder.replace(
            "returns/2024-05/council.yaml",
            "{{ repeat_plans.value }}",
            "{{ repeat_plan.value }}",
        );
        let said = run(folder.path(), "check --format short").said();
        said.split(": ").next().unwrap_or("").to_owned()
    };
    let expected = place(Folder::neutral().with_layouts());
    assert!(
        expected.starts_with("inputs/returns/2024-05/council.yaml:"),
        "{expected}"
    );
    assert_eq!(place(each_input(|text| text.replace('\n', "\r\n"))), expected);
    assert_eq!(place(each_input(|text| format!("\u{feff}{text}"))), expected);
}

#[test]
fn a_text_may_be_a_word_or_a_date_that_older_readers_took_for_something_else() {
    for text in [
        "No",
        "yes",
        "on",
        "off",
        "2024-06-12",
        "12:30",
        "1,234",
        "75%",
        "n/a",
        "=",
        "0o17",
    ] {
        let council = "returns/2024-06/council.yaml";
        let folder = Folder::neutral().with_layouts();
        let folder = folder.replace(
            council,
            "title: What audits of the spring found",
            &format!("title: {text}"),
        );
        nothing_is_told(&folder);
    }
}
