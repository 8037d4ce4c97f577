//! The texts that were read. Knows how editors count lines and columns, and how a path is shown; refuses to know what a text says.

use super::Place;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// A line and a column as editors count them: from 1; a column is a character, not a byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column, in characters from 1.
    pub column: usize,
}

/// The text of one file, with its lines counted once.
#[derive(Clone, Debug)]
pub struct SourceText {
    path: Arc<str>,
    text: Arc<str>,
    line_starts: Vec<usize>,
}

impl SourceText {
    /// The text of the file at `path`, relative to the programme's folder with forward slashes.
    pub fn new(path: impl Into<Arc<str>>, text: impl Into<Arc<str>>) -> Self {
        let text = text.into();
        let line_starts = std::iter::once(byte_order_mark(&text))
            .chain(text.match_indices('\n').map(|(at, _)| at + 1))
            .collect();
        Self {
            path: path.into(),
            text,
            line_starts,
        }
    }

    /// The path of the file.
    pub fn path(&self) -> &Arc<str> {
        &self.path
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The place of `range`, in bytes, of this file.
    pub fn place(&self, range: Range<usize>) -> Place {
        Place::new(Arc::clone(&self.path), range)
    }

    /// The line and column of a byte. A byte beyond the end is taken as the end, one inside a character as
    /// that character. A byte-order mark takes no column, for no editor shows it.
    pub fn position(&self, byte: usize) -> Position {
        let byte = self.text.floor_char_boundary(byte);
        let line = self.line_starts.partition_point(|start| *start <= byte).max(1);
        let start = self.line_starts.get(line - 1).copied().unwrap_or(0);
        let before = self.text.get(start..byte).unwrap_or("");
        Position {
            line,
            column: before.chars().count() + 1,
        }
    }

    /// `range` cut to what the text has, on the borders of characters.
    pub fn clamped(&self, range: Range<usize>) -> Range<usize> {
        let start = self.text.floor_char_boundary(range.start);
        let end = self.text.ceil_char_boundary(range.end);
        start..end.max(start)
    }

    /// The bytes of the whole lines that `range` touches, without a byte-order mark before them.
    pub fn lines_around(&self, range: Range<usize>) -> Range<usize> {
        let first = self.line_starts.partition_point(|start| *start <= range.start);
        let start = self
            .line_starts
            .get(first.saturating_sub(1))
            .copied()
            .unwrap_or(0);
        let last = self.line_starts.partition_point(|start| *start <= range.end);
        let end = self
            .line_starts
            .get(last.max(1))
            .copied()
            .unwrap_or(self.text.len());
        start..end.max(start)
    }
}

/// How many bytes of byte-order mark a text begins with.
fn byte_order_mark(text: &str) -> usize {
    if text.starts_with('\u{feff}') {
        '\u{feff}'.len_utf8()
    } else {
        0
    }
}

/// The texts that were read, by path: what a finding's place is looked up in when it is shown.
#[derive(Clone, Debug, Default)]
pub struct SourceTexts {
    texts: BTreeMap<Arc<str>, SourceText>,
    folder: String,
}

impl SourceTexts {
    /// Texts whose paths are shown as lying in `folder`: the programme's folder as the reader would name it
    /// from where they stand. Empty, when they stand in it.
    pub fn shown_under(folder: impl Into<String>) -> Self {
        Self {
            texts: BTreeMap::new(),
            folder: folder.into(),
        }
    }

    /// Adds a text. One of the same path is replaced.
    pub fn insert(&mut self, text: SourceText) {
        self.texts.insert(Arc::clone(text.path()), text);
    }

    /// The text of the file at `path`, if it was read.
    pub fn get(&self, path: &str) -> Option<&SourceText> {
        self.texts.get(path)
    }

    /// Leaves out the texts whose paths are not wanted.
    pub fn retain(&mut self, wanted: impl Fn(&str) -> bool) {
        self.texts.retain(|path, _| wanted(path));
    }

    /// All texts, in the order of their paths.
    pub fn iter(&self) -> impl Iterator<Item = &SourceText> {
        self.texts.values()
    }

    /// A path as the reader would type it from where they stand.
    pub fn shown(&self, path: &str) -> String {
        match self.folder.trim_end_matches('/') {
            "" if self.folder.is_empty() => path.to_owned(),
            folder => format!("{folder}/{path}"),
        }
    }

    /// Where a place begins and ends, if its file was read.
    pub fn positions(&self, place: &Place) -> Option<(Position, Position)> {
        let text = self.get(place.file())?;
        let range = text.clamped(place.range());
        Some((text.position(range.start), text.position(range.end)))
    }
}

impl FromIterator<SourceText> for SourceTexts {
    fn from_iter<I: IntoIterator<Item = SourceText>>(texts: I) -> Self {
        let mut all = Self::default();
        texts.into_iter().for_each(|text| all.insert(text));
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, byte: usize) -> (usize, usize) {
        let position = SourceText::new("a.yaml", text).position(byte);
        (position.line, position.column)
    }

    #[test]
    fn columns_count_characters_from_one() {
        let text = "one\ntwö: 3\r\n";
        assert_eq!(at(text, 0), (1, 1));
        assert_eq!(at(text, 3), (1, 4));
        assert_eq!(at(text, 4), (2, 1));
        assert_eq!(at(text, 8), (2, 4), "ö is two bytes and one column");
        assert_eq!(at(text, 7), (2, 3), "inside ö is at ö");
        assert_eq!(at(text, text.len()), (3, 1));
        assert_eq!(at(text, usize::MAX), (3, 1));
        assert_eq!(at("", 0), (1, 1));
    }

    #[test]
    fn a_byte_order_mark_takes_no_column() {
        assert_eq!(at("\u{feff}month: x", 0), (1, 1));
        assert_eq!(at("\u{feff}month: x", 3), (1, 1));
        assert_eq!(at("\u{feff}month: x", 4), (1, 2));
    }

    #[test]
    fn a_range_is_cut_to_whole_characters_of_the_text() {
        let text = SourceText::new("a.yaml", "aö");
        assert_eq!(text.clamped(2..99), 1..3);
        assert_eq!(text.clamped(50..60), 3..3);
    }

    #[test]
    fn lines_around_a_range_are_whole() {
        let text = SourceText::new("a.yaml", "one\ntwo\nthree\nfour");
        assert_eq!(text.lines_around(5..6), 4..8);
        assert_eq!(text.lines_around(5..9), 4..14);
        assert_eq!(text.lines_around(15..15), 14..18);
        assert_eq!(SourceText::new("b", "\u{feff}x\ny").lines_around(0..1), 3..5);
    }

    #[test]
    fn paths_are_shown_from_where_the_reader_stands() {
        assert_eq!(SourceTexts::default().shown("inputs/a.yaml"), "inputs/a.yaml");
        assert_eq!(
            SourceTexts::shown_under("../here/").shown("inputs/a.yaml"),
            "../here/inputs/a.yaml"
        );
        assert_eq!(
            SourceTexts::shown_under("/").shown("inputs/a.yaml"),
            "/inputs/a.yaml"
        );
    }
}
