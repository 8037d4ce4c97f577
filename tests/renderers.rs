//! The same findings in each of the four formats. Knows findings and how they are shown; refuses to know what
//! finds them.

#![expect(clippy::expect_used, reason = "a test that cannot be set up must stop")]

use board_papers::finding::human::Colour;
use board_papers::finding::{
    Code, Finding, Findings, Severity, did_you_mean, github, human, json, quoted, short,
};
use board_papers::place::{Place, SourceText, SourceTexts};

const COUNCIL: &str = "\
month: 2010-10
from: haringey
figures:
  ni59: { numerator: 331, denominator: 297 }
  ni60: 12
commentary:
  ni59: |
    Fell to {{ ni95.value }} of assessments – see
    the note.
";

const HEALTH: &str = "month: 2010-10\r\nfrom: nhs\r\nfigures:\r\n  ni60: 14\r\n";

fn texts() -> SourceTexts {
    let mut texts = SourceTexts::shown_under("haringey");
    texts.insert(SourceText::new("inputs/returns/2010-10/council.yaml", COUNCIL));
    texts.insert(SourceText::new("inputs/returns/2010-10/health.yaml", HEALTH));
    texts
}

/// The place of a word in one of the texts.
fn place(texts: &SourceTexts, file: &str, word: &str) -> Place {
    let text = texts
        .get(&format!("inputs/returns/2010-10/{file}"))
        .expect("one of the two");
    let start = text.text().find(word).expect("a word of it");
    text.place(start..start + word.len())
}

/// One of each kind: two places in a file, two files, several lines, a file not read, no place at all.
fn findings(texts: &SourceTexts) -> Findings {
    let numerator = place(texts, "council.yaml", "331");
    let commentary = place(
        texts,
        "council.yaml",
        "Fell to {{ ni95.value }} of assessments – see\n    the note.",
    );
    [
        Finding::new(
            Code::ImpossibleFigure,
            "the numerator is larger than the denominator",
        )
        .at(&numerator)
        .also(&place(texts, "council.yaml", "297"), "the denominator"),
        Finding::new(
            Code::SuppliedTwice,
            format!("{} is supplied twice for 2010-10", quoted("ni60")),
        )
        .at(&place(texts, "health.yaml", "ni60"))
        .also(&place(texts, "council.yaml", "ni60"), "first supplied here")
        .help("leave it to the body that owes it"),
        Finding::new(
            Code::UnknownName,
            format!("there is no figure {}", quoted("ni95.value")),
        )
        .at(&place(texts, "council.yaml", "ni95.value"))
        .maybe_help(did_you_mean("ni95.value", ["ni59.value", "ni60.value"])),
        Finding::new(
            Code::UnprintableCharacter,
            "the commentary is the same as last month's",
        )
        .with_severity(Severity::Warning)
        .at(&commentary),
        Finding::new(Code::UnreadableFile, "the file is not UTF-8")
            .at(&Place::whole("inputs/returns/2010-10/police: draft.yaml"))
            .also(
                &Place::whole("inputs/programme.yaml"),
                "the police owe one every month",
            ),
        Finding::new(Code::InternalError, "50% of it went wrong"),
    ]
    .into_iter()
    .collect()
}

#[test]
fn human() {
    let texts = texts();
    insta::assert_snapshot!(human::render(&findings(&texts), &texts, Colour::Plain));
}

#[test]
fn human_in_colour_says_the_same() {
    let texts = texts();
    let coloured = human::render(&findings(&texts), &texts, Colour::Ansi);
    let plain: String = coloured
        .split('\u{1b}')
        .map(|piece| piece.split_once('m').map_or(piece, |(_, rest)| rest))
        .collect();
    assert_ne!(coloured, plain);
    assert_eq!(plain, human::render(&findings(&texts), &texts, Colour::Plain));
}

#[test]
fn short() {
    let texts = texts();
    insta::assert_snapshot!(short::render(&findings(&texts), &texts));
}

#[test]
fn json() {
    let texts = texts();
    let lines = json::render(&findings(&texts), &texts);
    insta::assert_snapshot!(lines);
    for line in lines.lines() {
        let object: serde_json::Value = serde_json::from_str(line).expect("each line is an object");
        assert_eq!(object["format"], json::FORMAT);
        assert!(!line.contains("null"));
    }
}

/// Programs are written against the README: it names every key that an object has.
#[test]
fn the_readme_explains_every_key_of_a_json_object() {
    let readme = include_str!("../README.md");
    let (_, rest) = readme.split_once("## Findings for programs").expect("a section");
    let section = rest.split("\n## ").next().expect("its text");
    let texts = texts();
    let lines = json::render(&findings(&texts), &texts);
    let keys = lines
        .split('"')
        .filter(|piece| lines.contains(&format!("\"{piece}\":")));
    let keys: std::collections::BTreeSet<_> = keys.collect();
    assert!(keys.len() >= 14, "{keys:?}");
    for key in keys {
        assert!(section.contains(&format!("`{key}`")), "`{key}` is not explained");
    }
}

#[test]
fn github() {
    let texts = texts();
    insta::assert_snapshot!(github::render(&findings(&texts), &texts));
}

#[test]
fn all_formats_list_the_same_findings_in_the_same_order() {
    let texts = texts();
    let findings = findings(&texts);
    let shown = [
        human::render(&findings, &texts, Colour::Plain),
        short::render(&findings, &texts),
        json::render(&findings, &texts),
        github::render(&findings, &texts).replace("%25", "%"),
    ];
    for text in shown {
        let at = |finding: &Finding| text.find(finding.message());
        assert!(findings.iter().all(|finding| at(finding).is_some()), "{text}");
        assert!(findings.iter().map(at).is_sorted(), "{text}");
    }
}

/// Whatever the place, nothing panics: ranges beyond the text, inside characters, over line ends.
#[test]
fn every_range_of_a_text_can_be_shown() {
    let mut texts = SourceTexts::default();
    let text = "\u{feff}a: ö\r\n\tb: \u{1b}[2J\n\nlast–";
    texts.insert(SourceText::new("a.yaml", text));
    for start in 0..text.len() + 2 {
        for end in start..text.len() + 3 {
            let place = Place::new("a.yaml", start..end);
            let findings = Finding::new(Code::Syntax, "x")
                .at(&place)
                .also(&place, "y")
                .into();
            let human = human::render(&findings, &texts, Colour::Plain);
            assert!(
                !human.contains('\u{1b}'),
                "the text's own escapes must not reach a terminal"
            );
            let column = short::render(&findings, &texts)
                .split(": ")
                .next()
                .map(str::to_owned)
                .expect("a place");
            assert!(
                human.contains(&column),
                "{start}..{end}: {column} is not in\n{human}"
            );
            json::render(&findings, &texts);
            github::render(&findings, &texts);
        }
    }
}

/// A line that no one could read is not shown, and many findings in it take no time.
#[test]
fn a_very_long_line_is_named_and_not_shown() {
    let mut texts = SourceTexts::default();
    texts.insert(SourceText::new(
        "a.yaml",
        format!("a: 1\nb: {}", "x".repeat(3_000_000)),
    ));
    let place = |at: usize| Place::new("a.yaml", at..at + 1);
    let findings: Findings = (0..1_000)
        .map(|n| {
            Finding::new(Code::WrongType, "x")
                .at(&place(1_000_000 + n))
                .also(&place(9), "y")
        })
        .collect();
    let human = human::render(&findings, &texts, Colour::Plain);
    assert!(
        human.starts_with("error[wrong-type]: x\n--> a.yaml:2:999996\n = note: a.yaml:2:5: y\n"),
        "{}",
        &human[..200]
    );
    assert!(human.len() < 100_000);
}
