//! Whether what was typed can be printed. Knows scalars and where their characters stand; which characters there are
//! glyphs for is told by whoever holds the fonts.

use crate::finding::{Code, Finding};
use crate::input::origin::pieces;
use crate::input::told::Told;
use crate::input::tree::{Kind, Node, Scalar};
use crate::place::{Place, SourceText};
use std::collections::BTreeSet;

/// Whether a character can be printed, in a file that keeps the papers' standards.
pub type Prints<'p> = &'p dyn Fn(char) -> bool;

/// Tells of every character of the texts below `node` that cannot be printed: in each text once, where it first
/// stands. Line ends are no characters of a page.
pub(crate) fn judge(node: &Node, source: &SourceText, prints: Prints<'_>, findings: &mut Told) {
    match &node.kind {
        Kind::Scalar(scalar) => judge_text(node, scalar, source, prints, findings),
        Kind::Sequence(items) => items
            .iter()
            .for_each(|item| judge(item, source, prints, findings)),
        Kind::Mapping(entries) => entries
            .iter()
            .for_each(|(_, value)| judge(value, source, prints, findings)),
        Kind::Spoilt => {}
    }
}

fn judge_text(node: &Node, scalar: &Scalar, source: &SourceText, prints: Prints<'_>, findings: &mut Told) {
    let mut seen = BTreeSet::new();
    let unprintable = |(_, character): &(usize, char)| *character != '\n' && !prints(*character);
    for (offset, character) in scalar.text.char_indices().filter(unprintable) {
        if seen.insert(character) {
            let message = format!("{} cannot be printed", named(character));
            let finding = Finding::new(Code::UnprintableCharacter, message);
            findings.push(
                finding
                    .at(&place(node, scalar, source, offset))
                    .help(help(character)),
            );
        }
    }
}

/// Where the character stands in the file: itself, or the first of what it was written down as.
fn place(node: &Node, scalar: &Scalar, source: &SourceText, offset: usize) -> Place {
    let pieces = pieces(node, &scalar.text, scalar.style, source);
    let piece = pieces.iter().rfind(|(text, _)| *text <= offset);
    let start = piece.map_or(node.place.range().start, |(text, file)| file + (offset - text));
    source.place(source.clamped(start..start + 1))
}

/// `😀` (U+1F600), or U+FEFF for what would not be seen.
fn named(character: char) -> String {
    let code = format!("U+{:04X}", u32::from(character));
    if character.escape_debug().len() > 1 {
        code
    } else {
        format!("`{character}` ({code})")
    }
}

fn help(character: char) -> &'static str {
    match character {
        '\t' => "write a space",
        _ => "leave it out, or say it in words",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::tree::parse;

    /// What is told of a text when only ASCII can be printed: where it stands, and what it says.
    fn told(text: &str) -> Vec<String> {
        let source = SourceText::new("a.yaml", text);
        let mut findings = Told::default();
        let root = parse(&source, &mut findings).unwrap();
        judge(
            &root,
            &source,
            &|character| (' '..='~').contains(&character),
            &mut findings,
        );
        let said = |finding: &Finding| {
            let place = finding.place().unwrap();
            let start = source.position(place.range().start);
            let typed = source.text().get(place.range()).unwrap().to_owned();
            format!("{}:{} {typed} {}", start.line, start.column, finding.message())
        };
        findings.into_findings().iter().map(said).collect()
    }

    #[test]
    fn each_character_is_told_once_a_text_where_it_stands() {
        let two = told("a: one\nb: [\"x 😀 😀\", 'it''s 漢']\n");
        assert_eq!(
            two,
            [
                "2:8 😀 `😀` (U+1F600) cannot be printed",
                "2:21 漢 `漢` (U+6F22) cannot be printed"
            ]
        );
        let block = told("words: |\n  First line\n\n  - second 😀 line\n");
        assert_eq!(block, ["4:12 😀 `😀` (U+1F600) cannot be printed"]);
        let folded = told("words: >-\n  First\n  second\n  third 😀\n");
        assert_eq!(folded, ["4:9 😀 `😀` (U+1F600) cannot be printed"]);
    }

    #[test]
    fn what_is_written_as_an_escape_is_told_at_the_escape() {
        assert_eq!(
            told("a: \"tab\\there and \\ufeff\"\n"),
            [
                "1:8 \\ U+0009 cannot be printed",
                "1:19 \\ U+FEFF cannot be printed"
            ]
        );
    }

    #[test]
    fn comments_and_keys_are_not_printed() {
        assert_eq!(told("# 😀\nö: x # 漢\n"), [""; 0]);
    }
}
