//! `schema`: what it writes, what it leaves alone, and that papers do not care. Knows the command as people type it; not what
//! the schemas say.

use crate::support::Folder;
use board_papers::pipeline::{Desk, schemas};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// Runs the program in a folder: its status and what it said.
fn run(folder: &Path, typed: &str) -> (i32, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_board-papers"));
    command.current_dir(folder).stdin(Stdio::null());
    let output = command.args(typed.split_whitespace()).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.stdout.is_empty());
    (output.status.code().unwrap(), said)
}

#[test]
fn schemas_are_written_once_and_only_where_they_differ() {
    let folder = Folder::neutral();
    let (status, said) = run(folder.path(), "schema --check");
    assert_eq!((status, said.lines().count()), (1, schemas().len()));
    assert!(
        !folder.path().join("inputs/schema").exists(),
        "a check writes nothing"
    );

    let (status, said) = run(folder.path(), "schema");
    assert_eq!((status, said.lines().count()), (0, schemas().len()));
    assert!(said.contains("wrote inputs/schema/return.json\n"), "{said}");
    for (name, text) in schemas() {
        assert_eq!(
            fs::read_to_string(folder.path().join("inputs/schema").join(name)).unwrap(),
            text
        );
    }
    assert_eq!(run(folder.path(), "schema --check"), (0, String::new()));

    let folder = folder
        .put("schema/plan.json", "{}")
        .put("schema/notes.txt", "mine");
    let (status, said) = run(folder.path(), "schema --check");
    assert_eq!(
        (status, said.contains("`inputs/schema/plan.json`")),
        (1, true),
        "{said}"
    );
    assert_eq!(
        run(folder.path(), "schema"),
        (0, "wrote inputs/schema/plan.json\n".to_owned())
    );
    assert_eq!(folder.text("schema/notes.txt"), "mine");
    assert_eq!(
        run(folder.path(), "schema"),
        (0, "the schemas are as they should be\n".to_owned())
    );
}

#[test]
fn what_is_in_the_way_is_left_alone() {
    let nowhere = tempfile::tempdir().unwrap();
    let (status, said) = run(nowhere.path(), "schema");
    assert_eq!(
        (status, said.contains("there is no `inputs` folder")),
        (2, true),
        "{said}"
    );
    assert_eq!(fs::read_dir(nowhere.path()).unwrap().count(), 0);

    let folder = Folder::neutral().put("schema", "a file");
    assert_eq!(run(folder.path(), "schema").0, 2);
    assert_eq!(folder.text("schema"), "a file");

    let folder = Folder::neutral().put("schema/plan.json/a", "a folder where a file should be");
    assert_eq!(run(folder.path(), "schema").0, 2);
    assert!(
        !folder.path().join("inputs/schema/return.json").exists(),
        "nothing is written by half"
    );
}

/// No paper is made from a schema: a manifest does not name any, and nothing is found.
#[test]
fn papers_do_not_rest_on_schemas() {
    let folder = Folder::neutral().with_layouts();
    let before = Desk::open(folder.path()).unwrap();
    assert_eq!(run(folder.path(), "schema").0, 0);
    let after = Desk::open(folder.path()).unwrap();
    assert_eq!(before.files(), after.files());
    assert_eq!(before.checked.findings(), after.checked.findings());
    assert!(after.checked.findings().is_empty());
}
