//! Where a scalar stands, for a person who looks for it. Knows what the parser says of its place; not what it means.

use super::Style;
use crate::place::{Place, SourceText};

/// The place of a scalar without the blanks at its end, for blocks are said to reach to the next key. A block with nothing in it stands
/// at its `|` or `>`: its own place is wherever the next thing begins.
pub(super) fn of_scalar(source: &SourceText, style: Style, text: &str, place: &Place) -> Place {
    match style {
        Style::Literal | Style::Folded if text.trim().is_empty() => sign_of_block(source, place),
        Style::Plain
        | Style::Empty
        | Style::SingleQuoted
        | Style::DoubleQuoted
        | Style::Literal
        | Style::Folded => without_end(source, place),
    }
}

fn sign_of_block(source: &SourceText, place: &Place) -> Place {
    let before = source.text().get(..place.range().start).unwrap_or("").trim_end();
    let sign = before.rfind(['|', '>']).unwrap_or(before.len());
    source.place(sign..before.len())
}

fn without_end(source: &SourceText, place: &Place) -> Place {
    let range = place.range();
    let text = source.text().get(range.clone()).unwrap_or("");
    source.place(range.start..range.start + text.trim_end().len())
}
