//! `schema`: what it writes, what it leaves alone, and that papers do not care. Knows the command as people type it; not what
//! the schemas say.

use crate::support::Folder;
use crate::support::program::{Ran, run};
use board_papers::pipeline::{Desk, schemas};
use std::fs;

/// A run that ended well, with nothing to give and this to say.
fn done(err: &str) -> Ran {
    Ran {
        status: 0,
        out: String::new(),
        err: err.to_owned(),
    }
}

#[test]
fn schemas_are_written_once_and_only_where_they_differ() {
    let folder = Folder::neutral();
    let Ran { status, err, .. } = run(folder.path(), "schema --check");
    assert_eq!((status, err.lines().count()), (1, schemas().len()));
    assert!(
        !folder.path().join("inputs/schema").exists(),
        "a check writes nothing"
    );

    let Ran { status, err, .. } = run(folder.path(), "schema");
    assert_eq!((status, err.lines().count()), (0, schemas().len()));
    assert!(err.contains("wrote inputs/schema/return.json\n"), "{err}");
    for (name, text) in schemas() {
        assert_eq!(
            fs::read_to_string(folder.path().join("inputs/schema").join(name)).unwrap(),
            text
        );
    }
    assert_eq!(run(folder.path(), "schema --check"), done(""));

    let folder = folder
        .put("schema/plan.json", "{}")
        .put("schema/notes.txt", "mine");
    let Ran { status, err, .. } = run(folder.path(), "schema --check");
    assert_eq!(
        (status, err.contains("`inputs/schema/plan.json`")),
        (1, true),
        "{err}"
    );
    assert_eq!(
        run(folder.path(), "schema"),
        done("wrote inputs/schema/plan.json\n")
    );
    assert_eq!(folder.text("schema/notes.txt"), "mine");
    assert_eq!(
        run(folder.path(), "schema"),
        done("the schemas are as they should be\n")
    );
}

#[test]
fn what_is_in_the_way_is_left_alone() {
    let nowhere = tempfile::tempdir().unwrap();
    let Ran { status, err, .. } = run(nowhere.path(), "schema");
    assert_eq!(
        (status, err.contains("there is no `inputs` folder")),
        (2, true),
        "{err}"
    );
    assert_eq!(fs::read_dir(nowhere.path()).unwrap().count(), 0);

    let folder = Folder::neutral().put("schema", "a file");
    assert_eq!(run(folder.path(), "schema").status, 2);
    assert_eq!(folder.text("schema"), "a file");

    let folder = Folder::neutral().put("schema/plan.json/a", "a folder where a file should be");
    assert_eq!(run(folder.path(), "schema").status, 2);
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
    assert_eq!(run(folder.path(), "schema").status, 0);
    let after = Desk::open(folder.path()).unwrap();
    assert_eq!(before.files(), after.files());
    assert_eq!(before.checked.findings(), after.checked.findings());
    assert!(after.checked.findings().is_empty());
}
