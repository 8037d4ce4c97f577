//! Texts that are small and want to become large, and texts that are large. Knows the program and its limits, as people run
//! it.

use crate::program::refuses;
use crate::support::Folder;

const COUNCIL: &str = "returns/2024-05/council.yaml";

/// The neutral programme with another file in May's folder.
fn with(text: impl AsRef<[u8]>) -> Folder {
    Folder::neutral().put("returns/2024-05/bomb.yaml", text)
}

/// Nine lists, each of nine times the list before it: 10^9 laughs.
fn billion_laughs() -> String {
    let mut text = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n".to_owned();
    for level in 1..10 {
        let items = vec![format!("*a{}", level - 1); 9].join(", ");
        text += &format!("a{level}: &a{level} [{items}]\n");
    }
    text
}

#[test]
fn aliases_that_multiply_are_not_followed() {
    refuses(&with(billion_laughs()), "yaml-feature");
    refuses(
        &with("a: &a [*a, *a]\n<<: *a\nb: { <<: [*a, *a] }\n"),
        "yaml-feature",
    );
}

#[test]
fn what_is_nested_without_end_is_too_large() {
    const DEPTH: usize = 100_000;
    let keys: String = (0..5_000)
        .map(|depth| format!("{}k:\n", " ".repeat(depth)))
        .collect();
    for text in ["[".repeat(DEPTH), "{a: ".repeat(DEPTH), keys] {
        refuses(&with(&text), "too-large");
    }
}

#[test]
fn a_file_of_50_mb_is_not_read() {
    let told = refuses(&with(vec![b'#'; 50_000_000]), "too-large");
    assert_eq!(told.messages(), "`bomb.yaml` is larger than 4 MiB\n");
}

#[test]
fn the_largest_files_that_are_read_are_read_in_time() {
    let size = 4 << 20;
    let sequences = "- a\n".repeat(size / 4);
    let keys: String = (0..size / 20).map(|n| format!("key{n:07}: 12345\n")).collect();
    let same = "k: 1\n".repeat(size / 5);
    let line = format!(
        "month: 2024-05\nfigures: {{ {} }}",
        "x: 1, ".repeat((size - 100) / 6)
    );
    let controls = format!("month: \"{}\"", "\u{1}\u{202e}".repeat(size / 4 - 10));
    for (text, code) in [
        (sequences, "too-large"),
        (keys, "unknown-key"),
        (same, "duplicate-key"),
        (line, "duplicate-key"),
        (controls, "syntax"),
    ] {
        refuses(&with(text), code);
    }
}

#[test]
fn many_large_files_are_not_all_read() {
    let mut folder = Folder::neutral();
    let filling = "# ".to_owned() + &"x".repeat((4 << 20) - 10) + "\n";
    for number in 0..5 {
        folder = folder.put(&format!("returns/2024-05/filling{number:02}.yaml"), &filling);
    }
    let told = refuses(&folder, "too-large");
    assert!(
        told.messages()
            .contains("is too much: not more than 16 MiB are read in all"),
        "{}",
        told.messages()
    );
}

#[test]
fn a_hundred_thousand_files_in_a_month_are_not_all_read() {
    let mut folder = Folder::neutral();
    for number in 0..100_000 {
        folder = folder.put(&format!("returns/2024-05/n{number:06}.yaml"), "");
    }
    let told = refuses(&folder, "too-large");
    assert!(
        told.messages().contains("not more than 10000 are read"),
        "{:.300}",
        told.messages()
    );
}

#[test]
fn words_of_ten_thousand_letters_are_told_of_in_a_few() {
    let word = "w".repeat(10_000);
    let folder = Folder::neutral()
        .replace(COUNCIL, "confidence: off_track", &format!("confidence: {word}"))
        .replace(COUNCIL, "{{ plan.overdue.count }}", &format!("{{{{ {word} }}}}"));
    let told = refuses(&folder, "unknown-word");
    assert!(
        told.messages().lines().all(|line| line.len() < 300),
        "{}",
        told.messages()
    );
    assert!(told.out.len() < 5_000, "{}", told.out.len());
}
