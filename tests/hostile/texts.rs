//! No text makes `check` panic, hang or believe what it should not. Knows how to spoil a file; not what is said of it.

use crate::judged::{NEUTRAL, laid_over, survives};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::time::{Duration, Instant};

/// What trips readers of YAML up.
const STUMBLING_BLOCKS: [&str; 42] = [
    "\t",
    "{",
    "}",
    "[",
    "]",
    "&a ",
    "*a",
    "!!str ",
    "! ",
    "- ",
    "-",
    ": ",
    ":",
    "? ",
    "|",
    ">",
    "|-9",
    "\"",
    "'",
    "#",
    " #",
    "\n",
    "\r\n",
    "\n---\n",
    "\n...\n",
    "%YAML 1.2\n",
    "~",
    "null",
    "\u{feff}",
    "\u{202e}",
    "\0",
    "\u{7}",
    "1e999",
    "-0",
    "99999999999999999999999999999999",
    "0.00000000000000000000000000001",
    "٣",
    "\\",
    "\\uD800",
    "<<: ",
    "é",
    "@",
];

/// One change of a text, at a place that is given as a share of it.
#[derive(Clone, Debug)]
enum Change {
    Insert(Index, &'static str),
    Remove(Index, usize),
    Repeat(Index, usize),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        (any::<Index>(), select(&STUMBLING_BLOCKS[..])).prop_map(|(at, what)| Change::Insert(at, what)),
        (any::<Index>(), 1_usize..40).prop_map(|(at, length)| Change::Remove(at, length)),
        (any::<Index>(), 1_usize..80).prop_map(|(at, length)| Change::Repeat(at, length)),
    ]
}

fn changed(text: &str, change: &Change) -> String {
    let border = |at: usize| text.floor_char_boundary(at);
    let at = |index: &Index| border(index.index(text.len() + 1));
    match change {
        Change::Insert(index, what) => format!("{}{what}{}", &text[..at(index)], &text[at(index)..]),
        Change::Remove(index, length) => {
            format!(
                "{}{}",
                &text[..at(index)],
                &text[border((at(index) + length).min(text.len())).max(at(index))..]
            )
        }
        Change::Repeat(index, length) => {
            let end = border((at(index) + length).min(text.len())).max(at(index));
            format!("{}{}", &text[..end], &text[at(index)..])
        }
    }
}

/// Checks the neutral programme with one file replaced.
fn is_survived(path: &str, text: &str) -> Result<(), TestCaseError> {
    survives(&laid_over([(path.to_owned(), text.to_owned())])).map(drop)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn spoilt_files_are_survived(file in any::<Index>(), changes in prop::collection::vec(change(), 1..4)) {
        let inputs: Vec<_> = NEUTRAL.texts.iter().collect();
        let source = file.get(&inputs);
        let text = changes.iter().fold(source.text().to_owned(), |text, change| changed(&text, change));
        is_survived(source.path(), &text)?;
    }

    #[test]
    fn any_text_is_survived(text in "\\PC*", file in any::<Index>()) {
        let inputs: Vec<_> = NEUTRAL.texts.iter().collect();
        is_survived(file.get(&inputs).path(), &text)?;
    }

    #[test]
    fn any_soup_of_yaml_is_survived(parts in prop::collection::vec(select(&STUMBLING_BLOCKS[..]), 0..40)) {
        is_survived("inputs/plan.yaml", &parts.concat())?;
        is_survived("inputs/returns/2024-05/soup.yaml", &format!("month: 2024-05\nfigures:\n  x: {}", parts.concat()))?;
    }
}

#[test]
fn floods_end_soon() {
    let start = Instant::now();
    let floods = [
        "[".repeat(1_000_000),
        "{a: ".repeat(1_000_000),
        "- ".repeat(1_000_000),
        "a: &a [*a, *a]\n".repeat(100_000),
        "figures:\n".to_owned() + &"  x: 1\n".repeat(300_000),
        "- a\n".repeat(2_000_000),
        (0..200_000).map(|n| format!("key{n}: {n}\n")).collect(),
        format!("month: {}", "x".repeat(4_000_000)),
        format!("month: \"{}\"", "\\u0041".repeat(700_000)),
        format!("? {}\n: 1\n", "k".repeat(4_000_000)),
        "month: 2024-05\n\nfrom: ".to_owned() + &"\n".repeat(4_000_000),
    ];
    for flood in floods {
        is_survived("inputs/returns/2024-05/flood.yaml", &flood).unwrap();
    }
    assert!(start.elapsed() < Duration::from_mins(2), "{:?}", start.elapsed());
}

/// The template engine says of the second of these that the fault ends within the Armenian letter.
#[test]
fn no_finding_ends_within_a_character() {
    let said = "Thirteen of twenty audits were good. A sample of twenty says little by itself.";
    let path = "inputs/returns/2024-06/council.yaml";
    let text = NEUTRAL.texts.get(path).unwrap().text();
    assert_eq!(text.matches(said).count(), 1);
    is_survived(
        path,
        &text.replace(said, "{% for x in range(3) %}x{%\u{50f}dfor %}"),
    )
    .unwrap();
}
