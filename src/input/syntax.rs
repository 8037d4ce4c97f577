//! What the YAML reader's complaints mean to the person who typed the file. Knows the reader's words; not what
//! a document should say.

use crate::finding::{Code, Finding};
use crate::input::tree::DEEPEST_NESTING;
use crate::place::SourceText;
use serde_yaml::granit_parser::{ErrorKind, ScanError};

/// The finding for a file that cannot be read any further.
pub fn finding(error: &ScanError, source: &SourceText) -> Finding {
    let start = error.marker().byte_offset().unwrap_or(0).min(source.text().len());
    // One character is marked, or the end of the file.
    let place = source.place(source.clamped(start..start + 1));
    if *error.kind() == ErrorKind::RecursionLimitExceeded {
        let message = format!("lists and mappings lie more than {DEEPEST_NESTING} deep in each other");
        return Finding::new(Code::TooLarge, message).at(&place);
    }
    let (message, help) = words(error.kind());
    let message = message.unwrap_or_else(|| error.kind().to_string().to_lowercase());
    Finding::new(Code::Syntax, message).at(&place).maybe_help(help)
}

/// What is wrong, where we can say it better than the reader, and what to do.
fn words(kind: &ErrorKind) -> (Option<String>, Option<&'static str>) {
    use ErrorKind as E;
    let (message, help) = match kind {
        E::TabNotAllowed
        | E::TabInBlockIndentation
        | E::TabInIndentation
        | E::TabInPlainScalar
        | E::TabAtBlockScalarStart => (
            "a tab stands where spaces are needed",
            "use spaces: YAML does not indent with tabs",
        ),
        E::UnclosedFlowCollection { open } => {
            return (
                Some(format!("this `{open}` is never closed")),
                Some("add the closing bracket"),
            );
        }
        E::MismatchedFlowCollectionEnd { open, close } => {
            return (
                Some(format!("`{open}` is closed by `{close}`")),
                Some("close each bracket with its own kind"),
            );
        }
        E::UnclosedQuotedScalar => ("this quotation mark is never closed", "add the closing mark"),
        E::UnexpectedEofFlowSequence
        | E::UnexpectedEofFlowMapping
        | E::UnexpectedEofImplicitFlowMapping
        | E::UnexpectedEof => (
            "the file ends in the middle of something",
            "look for a bracket that is never closed",
        ),
        E::ExpectedFlowMappingSeparator | E::ExpectedFlowSequenceSeparator => (
            "a comma or a closing bracket is missing before this",
            "put commas between the items",
        ),
        E::MisplacedFlowCollectionEnd => (
            "this bracket closes nothing",
            "delete it, or put the text in quotes",
        ),
        E::ExpectedBlockMappingKey | E::InvalidIndentation | E::ExpectedBlockSequenceEntry => (
            "this line is indented like none of the lines above it",
            "align it with the keys it belongs to",
        ),
        E::SimpleKeyExpected | E::InvalidSimpleKey => (
            "a key with a colon is expected here",
            "write `key: value`, or indent the line if it continues a text",
        ),
        E::MappingValueNotAllowed | E::MappingKeyNotAllowed | E::InvalidColonPlacement => (
            "a colon cannot stand here",
            "put a text with a colon in quotes; if the line begins with a key, align it with the keys above",
        ),
        E::InvalidTrailingSingleQuotedScalar | E::InvalidTrailingDoubleQuotedScalar => (
            "something follows the closing quotation mark",
            "put the whole text in quotes; a `'` within them is written `''`",
        ),
        E::UnknownQuotedScalarEscape => (
            "this backslash means nothing in double quotes",
            "write two, or use single quotes",
        ),
        E::BlockSequenceEntryNotAllowed | E::InvalidBlockEntryWhitespace => (
            "a list cannot begin here",
            "put each item on a line of its own; a dash does not stand for a figure that is not there",
        ),
        E::CommentNotSeparated => ("a space is missing before the comment", "put a space before `#`"),
        E::UnexpectedCharacter { character } => {
            let message = format!("a text cannot begin with `{}`", character.escape_debug());
            return (Some(message), Some("put the text in quotes"));
        }
        E::DirectiveDisallowed => ("a line cannot begin with `%`", "put the text in quotes"),
        // The reader's own words do for what people hardly ever type.
        _ => return (None, None),
    };
    (Some(message.to_owned()), Some(help))
}
