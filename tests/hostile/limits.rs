//! Every limit on sizes is a constant with a name, and one more than it is a finding that says so. Knows the limits of
//! reading; how files of such sizes are read in time is told elsewhere.

use crate::judged::{laid_over, survives};
use crate::support::Folder;
use board_papers::domain::Id;
use board_papers::finding::{Code, Findings};
use board_papers::input::sizes::{LONGEST_TEXT, LONGEST_WORD};
use board_papers::input::told::MOST_OF_A_FILE;
use board_papers::input::tree::{DEEPEST_NESTING, MOST_NODES};
use board_papers::load::{DEEPEST_FOLDER, LARGEST_FILE, LARGEST_FOLDER, MOST_FILES};
use board_papers::template::FUEL;

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

/// What is told as too large where a note of May's return says this.
fn of_note(text: &str) -> Vec<String> {
    let note = "Waits for the case system.";
    told(
        &Folder::neutral().replace("returns/2024-05/council.yaml", note, text),
        Code::TooLarge,
    )
}

#[test]
fn letters_of_a_word() {
    assert_eq!(of_note(&"w".repeat(LONGEST_WORD)), Vec::<String>::new());
    let told = of_note(&"é".repeat(LONGEST_WORD + 1));
    assert_eq!(
        told,
        ["`note` holds a word of 1001 letters, and none of more than 1000 is printed"]
    );
}

#[test]
fn letters_of_a_text() {
    assert_eq!(of_note(&"w ".repeat(LONGEST_TEXT / 2)), Vec::<String>::new());
    let told = of_note(&("w ".repeat(LONGEST_TEXT / 2) + "ww"));
    assert_eq!(
        told,
        ["`note` has 20002 letters, and no text of more than 20000 is printed"]
    );
}

#[test]
fn steps_of_prose() {
    let loops = |depth: usize| {
        let begin = "{% for x in [1,2,3,4,5,6,7,8,9,0] %}".repeat(depth);
        let end = "{% endfor %}".repeat(depth);
        Folder::neutral().replace(
            "returns/2024-05/council.yaml",
            "The third assessment team is at work",
            &format!("It is so: {begin}x{end}"),
        )
    };
    assert_eq!(told(&loops(2), Code::TemplateError), Vec::<String>::new());
    let checked = loops(4).check();
    let found: Vec<_> = checked.findings().iter().collect();
    let [finding] = &found[..] else {
        panic!("{found:#?}")
    };
    assert_eq!(finding.code(), Code::TemplateError);
    assert_eq!(
        finding.message(),
        format!("this prose takes more than {FUEL} steps to fill in")
    );
    // The place is that of the first loop, on its line of the file.
    let folder = loops(4);
    let text = folder.text("returns/2024-05/council.yaml");
    let place = finding.place().unwrap();
    assert_eq!(&**place.file(), "inputs/returns/2024-05/council.yaml");
    assert_eq!(
        text.get(place.range()),
        Some("{% for x in [1,2,3,4,5,6,7,8,9,0] %}")
    );
    assert_eq!(Some(place.range().start), text.find("{% for"));
}

#[test]
fn bytes_of_a_file() {
    let largest = usize::try_from(LARGEST_FILE).unwrap();
    let at_most = Folder::neutral().put("returns/2024-05/a.yaml", "#".repeat(largest));
    assert_eq!(told(&at_most, Code::TooLarge), Vec::<String>::new());
    let more = Folder::neutral().put("returns/2024-05/a.yaml", "#".repeat(largest + 1));
    assert_eq!(told(&more, Code::TooLarge), ["`a.yaml` is larger than 4 MiB"]);
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
