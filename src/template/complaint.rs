//! What the template engine's complaints mean to the person who wrote the sentence. Knows the engine's words and where a
//! sentence stands; not which figures there are.

use super::FUEL;
use crate::domain::{Located, Prose};
use crate::finding::{Code, Finding, quoted};
use minijinja::{Error, ErrorKind};
use std::ops::Range;

/// How a reference is written.
const REFERENCE: &str =
    "write a reference as `{{ ni59.value }}`: one name with dots and no spaces, with two braces on each side";

/// What prose is for.
const NO_PROGRAM: &str = "prose takes figures by name, such as `{{ ni59.value }}`; it does not compute";

/// What begins something in braces.
const OPENERS: [&str; 3] = ["{{", "{%", "{#"];

/// What the engine says, in the words of whoever wrote the prose, at the expression that it is about.
pub fn failure(prose: &Located<Prose>, error: &Error) -> Finding {
    let text = &prose.value().text;
    // The engine's ranges may end within a character.
    let range = error.range().unwrap_or(0..text.len());
    let range = text.floor_char_boundary(range.start)..text.ceil_char_boundary(range.end);
    let detail = error.detail().unwrap_or_default();
    if error.kind() == ErrorKind::SyntaxError && detail.contains("unexpected end of input") {
        let finding = Finding::new(Code::TemplateError, "what begins here is never closed");
        return finding
            .at(&prose.value().place(opener(text), prose.place()))
            .help(REFERENCE);
    }
    if error.kind() == ErrorKind::OutOfFuel {
        let message = format!("this prose takes more than {FUEL} steps to fill in");
        return Finding::new(Code::TemplateError, message)
            .at(&prose.value().place(statement(text), prose.place()))
            .help(NO_PROGRAM);
    }
    let typed = text.get(range.clone()).unwrap_or_default().trim();
    let (message, help) = words(error, typed);
    Finding::new(Code::TemplateError, message)
        .at(&prose.value().place(range, prose.place()))
        .help(help)
}

/// What is wrong with what was typed, and what to do. Whatever else the engine may refuse, now or in a later version, is told
/// in its own words.
fn words(error: &Error, typed: &str) -> (String, &'static str) {
    let (kind, shown) = (error.kind(), quoted(typed));
    if kind == ErrorKind::SyntaxError {
        return (syntax(typed), REFERENCE);
    }
    if kind == ErrorKind::UnknownFilter {
        let message = format!("{shown} would change a figure, and figures are printed as they are published");
        return (message, "take it out, with the `|` before it");
    }
    if [
        ErrorKind::UnknownFunction,
        ErrorKind::UnknownMethod,
        ErrorKind::UnknownTest,
    ]
    .contains(&kind)
    {
        return (format!("{shown} has no meaning in prose"), NO_PROGRAM);
    }
    if kind == ErrorKind::TemplateNotFound {
        return ("prose cannot take in another file".to_owned(), NO_PROGRAM);
    }
    if kind == ErrorKind::InvalidOperation {
        return (format!("{shown} cannot be computed in prose"), NO_PROGRAM);
    }
    let detail = error.detail().map_or_else(|| kind.to_string(), str::to_owned);
    (format!("this prose cannot be read: {detail}"), REFERENCE)
}

/// What is wrong with a reference in which the engine stumbled over `typed`.
fn syntax(typed: &str) -> String {
    match typed {
        "" => "this reference cannot be read".to_owned(),
        "}}" | "%}" => format!("something is missing before {}", quoted(typed)),
        _ => format!("{} cannot stand here in a reference", quoted(typed)),
    }
}

/// The first statement of the text: what takes steps without end begins with it.
fn statement(text: &str) -> Range<usize> {
    let start = text.find("{%").unwrap_or(0);
    let rest = text.get(start..).unwrap_or_default();
    let end = rest.find("%}").map_or(rest.len(), |end| end + 2);
    start..start + end
}

/// The last thing in the text that begins something in braces: it is what was not closed.
fn opener(text: &str) -> Range<usize> {
    let last = OPENERS.iter().filter_map(|opener| text.rfind(opener)).max();
    last.map_or(0..text.len(), |start| start..start + 2)
}
