//! What of a larger Markdown comes out as it was typed. Knows what the parser makes of it; not what becomes of the words.

use pulldown_cmark::{CodeBlockKind, Event, Tag};

/// Whether words are the meaning of a character's name in HTML: `&map;` is to stay what it is, not become an arrow that no
/// one typed and no font has.
pub fn is_entity(event: &Event<'_>, typed: &str) -> bool {
    matches!(event, Event::Text(_)) && typed.starts_with('&') && typed.ends_with(';')
}

/// Whether what a tag holds is said with its signs, letter for letter: pictures, and code within its fences.
pub fn is_said_as_typed(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::Image { .. } | Tag::CodeBlock(CodeBlockKind::Fenced(_)))
}

/// A text as it was typed, on one line; a figure that was put in has strokes before its signs, which Markdown takes away
/// everywhere but here.
pub fn unescaped(typed: &str) -> String {
    let mut plain = String::with_capacity(typed.len());
    let mut letters = typed.trim().chars().peekable();
    while let Some(letter) = letters.next() {
        match (letter, letters.peek()) {
            ('\\', Some(sign)) if sign.is_ascii_punctuation() => {}
            ('\n' | '\r', _) => plain.push(' '),
            (letter, _) => plain.push(letter),
        }
    }
    plain
}
