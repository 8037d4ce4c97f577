//! What the YAML reader's complaints mean to the person who typed the file. Knows the reader's words; not what
//! a document should say.

pub mod seen;

use crate::finding::{Code, Finding};
use crate::input::tree::DEEPEST_NESTING;
use crate::place::SourceText;
use serde_yaml::granit_parser::{ErrorKind, ScanError};

/// What is wrong, and what to do.
type Words = (&'static str, &'static str);

const TAB: Words = (
    "a tab stands where spaces are needed",
    "use spaces: YAML does not indent with tabs",
);
const UNFINISHED: Words = (
    "the file ends in the middle of something",
    "look for a bracket that is never closed",
);
const COMMA: Words = (
    "a comma or a closing bracket is missing before this",
    "look for a bracket above that is never closed, or for a comma that is missing between two items; within brackets a text with a colon or a `#` in it needs quotes",
);
const INDENTED: Words = (
    "this line is indented like none of the lines above it",
    "align it with the keys it belongs to",
);
const KEY: Words = (
    "a key with a colon is expected here",
    "write `key: value` with a space after the colon, or indent the line if it continues a text",
);
const COLON: Words = (
    "a colon cannot stand here",
    "put a text with a colon in quotes; if the line begins with a key, align it with the keys above",
);
const AFTER_QUOTE: Words = (
    "something follows the closing quotation mark",
    "put the whole text in quotes; a `'` within them is written `''`",
);
const LIST: Words = (
    "a list cannot begin here",
    "put each item on a line of its own; a text that begins with a dash stands on the next line, behind a `|`",
);

/// What helps where nothing better is known.
const PLAIN: &str = "put a text with signs of its own in quotes, and align what belongs together";

/// What helps where brackets have run away.
const TOO_DEEP: &str = "take out what is not meant; a text that begins with a bracket stands in quotes";

/// The complaints that people meet, in better words. The reader's own do for the rest.
static BETTER: [(ErrorKind, Words); 32] = [
    (ErrorKind::TabNotAllowed, TAB),
    (ErrorKind::TabInBlockIndentation, TAB),
    (ErrorKind::TabInIndentation, TAB),
    (ErrorKind::TabInPlainScalar, TAB),
    (ErrorKind::TabAtBlockScalarStart, TAB),
    (ErrorKind::UnexpectedEofFlowSequence, UNFINISHED),
    (ErrorKind::UnexpectedEofFlowMapping, UNFINISHED),
    (ErrorKind::UnexpectedEofImplicitFlowMapping, UNFINISHED),
    (ErrorKind::UnexpectedEof, UNFINISHED),
    (ErrorKind::ExpectedFlowMappingSeparator, COMMA),
    (ErrorKind::ExpectedFlowSequenceSeparator, COMMA),
    (ErrorKind::ExpectedBlockMappingKey, INDENTED),
    (ErrorKind::ExpectedBlockSequenceEntry, INDENTED),
    (ErrorKind::InvalidIndentation, INDENTED),
    (ErrorKind::SimpleKeyExpected, KEY),
    (ErrorKind::InvalidSimpleKey, KEY),
    (ErrorKind::MappingValueNotAllowed, COLON),
    (ErrorKind::MappingKeyNotAllowed, COLON),
    (ErrorKind::InvalidColonPlacement, COLON),
    (ErrorKind::InvalidTrailingSingleQuotedScalar, AFTER_QUOTE),
    (ErrorKind::InvalidTrailingDoubleQuotedScalar, AFTER_QUOTE),
    (ErrorKind::BlockSequenceEntryNotAllowed, LIST),
    (ErrorKind::InvalidBlockEntryWhitespace, LIST),
    (
        ErrorKind::UnclosedQuotedScalar,
        ("this quotation mark is never closed", "add the closing mark"),
    ),
    (
        ErrorKind::UnknownQuotedScalarEscape,
        (
            "this backslash means nothing in double quotes",
            "write two, or use single quotes",
        ),
    ),
    (
        ErrorKind::CommentNotSeparated,
        ("a space is missing before the comment", "put a space before `#`"),
    ),
    (
        ErrorKind::CommentInterceptedScalar,
        (
            "a comment stands in the middle of a text",
            "put the comment on a line of its own above the key, or put the text in quotes if `#` belongs to it",
        ),
    ),
    (
        ErrorKind::MisplacedFlowCollectionEnd,
        (
            "a bracket is closed that was never opened",
            "take it out, or put the text in quotes if it belongs to it",
        ),
    ),
    (
        ErrorKind::BlockEntryInFlowCollection,
        (
            "an item with `-` cannot stand within brackets",
            "put a comma between the items, or give each a line of its own without brackets",
        ),
    ),
    (
        ErrorKind::ExpectedNodeContent,
        ("something is missing here", "type the value, or take the key out"),
    ),
    (
        ErrorKind::BomInsideDocument,
        (
            "an invisible mark that belongs at the beginning of a file stands here",
            "delete it: it came with a text that was pasted in",
        ),
    ),
    (
        ErrorKind::DirectiveDisallowed,
        ("a line cannot begin with `%`", "put the text in quotes"),
    ),
];

/// The finding for a file that cannot be read any further.
pub fn finding(error: &ScanError, source: &SourceText) -> Finding {
    let start = stumbled_at(error, source.text());
    // One character is marked, or the end of the file.
    let place = source.place(source.clamped(start..start + 1));
    if *error.kind() == ErrorKind::RecursionLimitExceeded {
        let message = format!("lists and mappings lie more than {DEEPEST_NESTING} deep in each other");
        return Finding::new(Code::TooLarge, message).at(&place).help(TOO_DEEP);
    }
    let is_after_quote = BETTER
        .iter()
        .any(|(known, words)| known == error.kind() && *words == AFTER_QUOTE);
    if let Some(finding) = is_after_quote.then(|| seen::late_close(source, start)).flatten() {
        return finding;
    }
    let (message, help) = words(error.kind());
    seen::finding(source, start).unwrap_or_else(|| Finding::new(Code::Syntax, message).at(&place).help(help))
}

/// Where the reader stumbled: it often says where the line or block begins.
fn stumbled_at(error: &ScanError, text: &str) -> usize {
    let start = error.marker().byte_offset().unwrap_or(0).min(text.len());
    if is_of_a_tab(error.kind()) {
        return tab_near(text, start);
    }
    let ErrorKind::UnexpectedCharacter { character } = error.kind() else {
        return start;
    };
    let found = text.get(start..).and_then(|rest| rest.find(*character));
    found.map_or(start, |found| start + found)
}

fn is_of_a_tab(kind: &ErrorKind) -> bool {
    BETTER.iter().any(|(known, words)| known == kind && *words == TAB)
}

/// The tab that is meant: the reader stops behind it, or at the beginning of the block that it is in.
fn tab_near(text: &str, at: usize) -> usize {
    let before = text.get(..at).is_some_and(|text| text.ends_with('\t'));
    if before {
        return at - 1;
    }
    let next = text.get(at..).and_then(|rest| rest.find('\t'));
    next.map_or(at, |next| at + next)
}

/// What is wrong, and what to do.
fn words(kind: &ErrorKind) -> (String, &'static str) {
    if let ErrorKind::UnclosedFlowCollection { open } = kind {
        return (
            format!("this `{open}` is never closed"),
            "add the closing bracket",
        );
    }
    if let ErrorKind::MismatchedFlowCollectionEnd { open, close } = kind {
        return (
            format!("`{open}` is closed by `{close}`"),
            "close each bracket with its own kind",
        );
    }
    if let ErrorKind::UnexpectedCharacter { character } = kind {
        if character.is_control() {
            let message = format!(
                "a character that nobody can see stands here (U+{:04X})",
                u32::from(*character)
            );
            return (message, "delete it, and type again what stands around it");
        }
        let message = match character {
            '`' => "a text cannot begin with a backtick".to_owned(),
            other => format!("a text cannot begin with `{}`", other.escape_debug()),
        };
        return (message, "put the text in quotes");
    }
    match BETTER.iter().find(|(known, _)| known == kind) {
        Some((_, (message, help))) => ((*message).to_owned(), help),
        None => (kind.to_string().to_lowercase(), PLAIN),
    }
}
