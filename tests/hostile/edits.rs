//! The neutral programme as hands spoil it: lines cut, doubled and swapped, words replaced by others of the same files; and
//! documents that are well-formed and mean nothing. Knows lines and words; not what is said of them.

use crate::judged::{NEUTRAL, laid_over, survives};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::fmt::Write as _;
use std::sync::LazyLock;

/// One slip of a hand.
#[derive(Clone, Debug)]
enum Slip {
    Cut(Index, usize),
    Double(Index),
    Swap(Index, Index),
    Replace(Index, Index, Word),
}

/// What stands where something else stood.
#[derive(Clone, Debug)]
enum Word {
    OfTheFiles(Index),
    Strange(&'static str),
}

/// What people type when they have nothing to type, and what programs trip over.
const STRANGE: [&str; 30] = [
    "",
    "-",
    "n/a",
    "TBC",
    "null",
    "~",
    "no",
    "75%",
    "1,234",
    "-1",
    "0",
    "1e308",
    "1e-400",
    ".nan",
    ".inf",
    "-.inf",
    "9999-12",
    "0001-01",
    "9999-12-31",
    "2024-02-30",
    "4294967295",
    "99999999999999999999",
    "[]",
    "{}",
    "[[1]]",
    "'''",
    "{{ x }}",
    "{{ plan.overdue.count }}",
    "{ missing: suppressed }",
    "{ numerator: 0, denominator: 0 }",
];

/// Every word of the neutral programme's files, each once.
static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let texts = NEUTRAL.texts.iter();
    let mut words: Vec<String> = texts
        .flat_map(|text| text.text().split_whitespace().map(str::to_owned))
        .collect();
    words.sort();
    words.dedup();
    words
});

fn slip() -> impl Strategy<Value = Slip> {
    let word = prop_oneof![
        any::<Index>().prop_map(Word::OfTheFiles),
        select(&STRANGE[..]).prop_map(Word::Strange)
    ];
    prop_oneof![
        (any::<Index>(), 1_usize..5).prop_map(|(line, lines)| Slip::Cut(line, lines)),
        any::<Index>().prop_map(Slip::Double),
        (any::<Index>(), any::<Index>()).prop_map(|(one, other)| Slip::Swap(one, other)),
        (any::<Index>(), any::<Index>(), word).prop_map(|(line, at, word)| Slip::Replace(line, at, word)),
    ]
}

fn slipped(text: &str, slip: &Slip) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    if lines.is_empty() {
        return text.to_owned();
    }
    let count = lines.len();
    match slip {
        Slip::Cut(line, cut) => drop(lines.drain(line.index(count)..(line.index(count) + cut).min(count))),
        Slip::Double(line) => lines.insert(line.index(count), lines[line.index(count)].clone()),
        Slip::Swap(one, other) => lines.swap(one.index(count), other.index(count)),
        Slip::Replace(line, at, word) => {
            let word = match word {
                Word::OfTheFiles(index) => index.get(&WORDS).as_str(),
                Word::Strange(word) => *word,
            };
            let line = &mut lines[line.index(count)];
            let words: Vec<&str> = line.split_whitespace().collect();
            if !words.is_empty() {
                let old = words[at.index(words.len())];
                *line = line.replacen(old, word, 1);
            }
        }
    }
    lines.join("\n") + "\n"
}

/// A document of any shape, in brackets, with words of the files for its keys and values.
fn document() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        any::<Index>().prop_map(|index| index.get(&WORDS).clone()),
        "\\PC{0,12}"
    ];
    let quoted = word.prop_map(|word| format!("'{}'", word.replace('\'', "''")));
    quoted.clone().prop_recursive(5, 40, 6, move |inner| {
        let list =
            prop::collection::vec(inner.clone(), 0..6).prop_map(|items| format!("[{}]", items.join(", ")));
        let entries = prop::collection::vec((quoted.clone(), inner), 0..6).prop_map(|entries| {
            let entries = entries.iter().fold(String::new(), |mut all, (key, value)| {
                let _ = write!(all, "{key}: {value}, ");
                all
            });
            format!("{{{entries}}}")
        });
        prop_oneof![list, entries]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn slips_of_hands_are_survived(slips in prop::collection::vec((any::<Index>(), slip()), 1..8)) {
        let mut sources = NEUTRAL.clone();
        for (file, slip) in &slips {
            let inputs: Vec<_> = sources.texts.iter().collect();
            let source = file.get(&inputs);
            let changed = (source.path().to_string(), slipped(source.text(), slip));
            sources.texts.insert(board_papers::place::SourceText::new(changed.0, changed.1));
        }
        survives(&sources)?;
    }

    #[test]
    fn documents_of_any_shape_are_survived(file in any::<Index>(), document in document()) {
        let inputs: Vec<_> = NEUTRAL.texts.iter().collect();
        survives(&laid_over([(file.get(&inputs).path().to_string(), document)]))?;
    }

    #[test]
    fn bytes_of_any_kind_are_survived(file in any::<Index>(), bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let inputs: Vec<_> = NEUTRAL.texts.iter().collect();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        survives(&laid_over([(file.get(&inputs).path().to_string(), text)]))?;
    }
}
