//! Where each part of a text stands in its file, although YAML took indentation, quotes and line ends away.
//! Knows the ways of writing a scalar down; not what the text says.

use crate::input::tree::{Node, Style};
use crate::place::SourceText;

/// A piece of text begins at this offset of the text, and at that offset of the file.
pub type Piece = (usize, usize);

/// The pieces of a scalar's text, in order: between their beginnings, text and file run side by side.
pub fn pieces(node: &Node, text: &str, style: Style, source: &SourceText) -> Vec<Piece> {
    let range = node.place.range();
    let raw = source.text().get(range.clone()).unwrap_or("");
    match style {
        Style::Literal => lines(text, range.start, source.text()),
        Style::Plain | Style::Empty | Style::Folded => walk(text, raw, range.start, Escapes::None),
        Style::SingleQuoted => walk(text, inside(raw), range.start + 1, Escapes::Doubled),
        Style::DoubleQuoted => walk(text, inside(raw), range.start + 1, Escapes::Backslash),
    }
}

/// A quoted text without its quotes.
fn inside(raw: &str) -> &str {
    let mut characters = raw.chars();
    characters.next();
    characters.next_back();
    characters.as_str()
}

/// A piece a line of a literal block whose first line that is not empty has its content at `start`.
fn lines(text: &str, start: usize, file: &str) -> Vec<Piece> {
    let before = file.get(..start).unwrap_or("");
    let indentation = start - before.rfind('\n').map_or(0, |end| end + 1);
    let mut raw_lines = file.get(start..).unwrap_or("").split_inclusive('\n');
    let (mut pieces, mut text_at, mut file_at) = (Vec::new(), 0, start);
    let mut begun = false;
    for line in text.split_inclusive('\n') {
        // Empty lines before the first full one lie before `start`: they have no words to point at.
        if !begun && line == "\n" {
            pieces.push((text_at, start));
            text_at += 1;
            continue;
        }
        let raw = raw_lines.next().unwrap_or("");
        let skipped = if begun {
            indentation.min(raw.trim_end_matches(['\r', '\n']).len())
        } else {
            0
        };
        pieces.push((text_at, file_at + skipped));
        begun = true;
        text_at += line.len();
        file_at += raw.len();
    }
    pieces
}

/// How a character is written down that cannot stand for itself.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Escapes {
    /// Every character stands for itself.
    None,
    /// `''` for `'`.
    Doubled,
    /// `\n`, `\"`, `\u00e9` …
    Backslash,
}

/// Walks text and file side by side; a piece begins wherever the two have moved against each other.
fn walk(text: &str, raw: &str, start: usize, escapes: Escapes) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let (mut text_at, mut raw_at) = (0, 0);
    while let (Some(wanted), Some(found)) = (first(text, text_at), first(raw, raw_at)) {
        let escape = escape_length(raw.get(raw_at..).unwrap_or(""), escapes);
        if escape.is_none() && wanted != found && found.is_whitespace() {
            // Line ends with what indents the next line are one space in the text, or one line end, or nothing.
            raw_at += run_of_whitespace(raw, raw_at);
            if wanted.is_whitespace() {
                text_at += wanted.len_utf8();
            }
            continue;
        }
        let shift = |(text, file): &Piece| start + raw_at != file + (text_at - text);
        if pieces.last().is_none_or(shift) {
            pieces.push((text_at, start + raw_at));
        }
        text_at += wanted.len_utf8();
        raw_at += escape.unwrap_or(found.len_utf8());
    }
    pieces
}

fn first(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

fn run_of_whitespace(raw: &str, at: usize) -> usize {
    let rest = raw.get(at..).unwrap_or("");
    rest.len() - rest.trim_start().len()
}

/// How many bytes one escaped character takes at the beginning of `raw`, if there is one.
fn escape_length(raw: &str, escapes: Escapes) -> Option<usize> {
    match escapes {
        Escapes::Doubled if raw.starts_with("''") => Some(2),
        Escapes::Backslash if raw.starts_with('\\') => match first(raw, 1)? {
            'x' => Some(4),
            'u' => Some(6),
            'U' => Some(10),
            other => Some(1 + other.len_utf8()),
        },
        Escapes::None | Escapes::Doubled | Escapes::Backslash => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::told::Told;
    use crate::input::tree::{Kind, Node, parse};

    /// For each word of the value under `a`, what stands in the file at the place that the pieces give.
    fn found(yaml: &str) -> Vec<(String, String)> {
        let source = SourceText::new("a.yaml", yaml);
        let tree = parse(&source, &mut Told::default()).unwrap();
        let node = tree.get("a").unwrap();
        let Node {
            kind: Kind::Scalar(scalar),
            ..
        } = node
        else {
            panic!("a scalar")
        };
        let pieces = pieces(node, &scalar.text, scalar.style, &source);
        let at = |offset: usize| {
            let (text, file) = pieces.iter().rev().find(|(text, _)| *text <= offset).unwrap();
            file + (offset - text)
        };
        let words = scalar.text.split_whitespace().map(|word| {
            let offset = word.as_ptr() as usize - scalar.text.as_ptr() as usize;
            let start = at(offset);
            (
                word.to_owned(),
                yaml[start..].chars().take(word.chars().count()).collect(),
            )
        });
        words.collect()
    }

    #[track_caller]
    fn each_word_is_found(yaml: &str) {
        let found = found(yaml);
        assert!(!found.is_empty());
        for (word, there) in found {
            assert_eq!(word, there, "{yaml:?}");
        }
    }

    #[test]
    fn literal_blocks_are_found_line_by_line() {
        each_word_is_found("a: |\n  one two\n    three\n\n  four é five\n\nb: 1\n");
        each_word_is_found("b:\n- a: |-\n    x\na: |\r\n   one\r\n\r\n   two\r\n");
        each_word_is_found("a: |\n\n\n  after empty lines\n  more\n");
        each_word_is_found("a: |2\n    indented first\n  then not\n");
        each_word_is_found("a: |\n  ends with the file");
    }

    #[test]
    fn joined_lines_are_found_again() {
        each_word_is_found("a: >\n  one\n  two\n\n  three\n");
        each_word_is_found("a: plain over\n  two  lines\n\n  and a gap\n");
        each_word_is_found("a: 'single\n  quoted'\n");
        each_word_is_found("a: \"double é\n   quoted\"\n");
    }

    #[test]
    fn what_follows_an_escape_is_found() {
        assert_eq!(found("a: 'it''s so'\n")[1], ("so".into(), "so".into()));
        assert_eq!(
            found("a: \"q\\\" \\u00e9 \\x41 here\"\n").last().unwrap().1,
            "here"
        );
    }
}
