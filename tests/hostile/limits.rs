//! Every limit on sizes is a constant with a name, and one more than it is a finding that says so. Knows the limits of
//! reading; how files of such sizes are read in time is told elsewhere.

use crate::judged::{laid_over, survives};
use crate::support::Folder;
use board_papers::domain::Id;
use board_papers::finding::{Code, Findings};
use board_papers::input::told::MOST_OF_A_FILE;
use board_papers::input::tree::{DEEPEST_NESTING, MOST_NODES};
use board_papers::load::{DEEPEST_FOLDER, LARGEST_FILE, LARGEST_FOLDER, MOST_FILES};

const BOMB: &str = "inputs/returns/2024-05/bomb.yaml";

fn codes(text: String) -> Vec<Code> {
    survives(&laid_over([(BOMB.to_owned(), text)])).unwrap()
}

fn count(codes: &[Code], wanted: Code) -> usize {
    codes.iter().filter(|code| **code == wanted).count()
}

fn told(folder: &Folder, wanted: Code) -> Vec<String> {
    let checked = folder.check();
    let findings: &Findings = checked.findings();
    let of_code = findings.iter().filter(|finding| finding.code() == wanted);
    of_code.map(|finding| finding.message().to_owned()).collect()
}

#[test]
fn nesting() {
    let nested = |depth| format!("month: {}{}", "[".repeat(depth), "]".repeat(depth));
    assert_eq!(count(&codes(nested(DEEPEST_NESTING - 1)), Code::TooLarge), 0);
    assert_eq!(count(&codes(nested(DEEPEST_NESTING + 1)), Code::TooLarge), 1);
}

#[test]
fn values_of_a_file() {
    let items = |values: usize| format!("month:\n{}", "- a\n".repeat(values));
    assert_eq!(count(&codes(items(MOST_NODES - 4)), Code::TooLarge), 0);
    assert_eq!(count(&codes(items(MOST_NODES)), Code::TooLarge), 1);
}

#[test]
fn findings_of_a_file() {
    let keys = |faults: usize| (0..faults).map(|n| format!("key{n}: 1\n")).collect::<String>();
    let codes = codes(keys(10 * MOST_OF_A_FILE));
    assert_eq!(count(&codes, Code::TooLarge), 1);
    assert_eq!(codes.len(), MOST_OF_A_FILE + 1);
}

#[test]
fn letters_of_a_name() {
    let named = |letters: usize| {
        let text = format!("month: 2024-05\nfrom: {}\n", "n".repeat(letters));
        codes(text)
    };
    assert_eq!(count(&named(Id::LONGEST), Code::BadName), 0);
    assert_eq!(count(&named(Id::LONGEST + 1), Code::BadName), 1);
}

#[test]
fn bytes_of_a_file() {
    let largest = usize::try_from(LARGEST_FILE).unwrap();
    let at_most = Folder::neutral().put("returns/2024-05/a.yaml", "#".repeat(largest));
    assert_eq!(told(&at_most, Code::TooLarge), Vec::<String>::new());
    let more = Folder::neutral().put("returns/2024-05/a.yaml", "#".repeat(largest + 1));
    assert_eq!(told(&more, Code::TooLarge), ["`a.yaml` is larger than 8 MiB"]);
}

#[test]
fn bytes_of_a_folder() {
    let largest = usize::try_from(LARGEST_FILE).unwrap();
    let files = usize::try_from(LARGEST_FOLDER / LARGEST_FILE).unwrap();
    let folder = (0..files).fold(Folder::neutral(), |folder, n| {
        folder.put(&format!("returns/2024-05/a{n:02}.yaml"), "#".repeat(largest))
    });
    assert_eq!(told(&folder, Code::TooLarge).len(), 1);
}

#[test]
fn files_of_a_folder() {
    let folder = (0..MOST_FILES).fold(Folder::neutral(), |folder, n| {
        folder.put(&format!("returns/2024-05/a{n:05}.yaml"), "")
    });
    let told = told(&folder, Code::TooLarge);
    assert!(
        told.iter().any(|message| message.contains("one file too many")),
        "{told:?}"
    );
}

#[test]
fn folders_within_folders() {
    let below = |depth: usize| format!("{}a.yaml", "d/".repeat(depth));
    let deep = Folder::neutral().put(&below(DEEPEST_FOLDER), "");
    let told = told(&deep, Code::UnexpectedFile);
    assert_eq!(told, ["`d` lies more than 6 folders deep"]);
}
