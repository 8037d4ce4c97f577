//! `explain`: the page of a finding, and the list of all of them. Knows the command as people type it; not what the pages say.

use crate::support::program::run;
use board_papers::finding::Code;

/// Runs in a folder with nothing in it: no programme is needed.
fn explain(typed: &str) -> (i32, String) {
    let nowhere = tempfile::tempdir().unwrap();
    let ran = run(nowhere.path(), &format!("explain {typed}"));
    (ran.status, ran.said())
}

#[test]
fn each_code_has_its_page() {
    for code in [Code::BlankValue, Code::UnknownName] {
        assert_eq!(explain(code.name()), (0, code.page().to_owned()));
    }
}

#[test]
fn without_a_code_all_are_listed() {
    let (status, said) = explain("");
    assert_eq!((status, said.lines().count()), (0, Code::ALL.len()));
    for (line, code) in said.lines().zip(Code::ALL) {
        let words: Vec<_> = line.split_whitespace().collect();
        assert_eq!(words[..2], [code.name(), code.severity().word()]);
        assert!(line.ends_with(code.description()), "{line}");
    }
}

#[test]
fn a_name_that_is_nearly_right_is_answered_with_the_right_one() {
    let (status, said) = explain("blank-valu");
    assert_eq!(
        (status, said.as_str()),
        (
            2,
            "error: no finding is called `blank-valu`: did you mean `blank-value`?\n"
        )
    );
    let (status, said) = explain("E0308");
    assert_eq!(status, 2);
    assert!(said.contains("`board-papers explain` lists"), "{said}");
}
