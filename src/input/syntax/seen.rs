//! What the line itself shows, whatever the YAML reader stumbled over in it. Knows what people type; not the reader.

use crate::finding::{Code, Finding, Severity, quoted};
use crate::input::structure::HOW_TO_SAY_ABSENT;
use crate::place::{Place, SourceText};
use std::ops::Range;

/// How a line begins that a version control system left there when it could not put two versions together.
const MERGE_MARKS: [&str; 4] = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"];

/// What is plainly wrong in the line around an offset, if anything is.
pub fn finding(source: &SourceText, at: usize) -> Option<Finding> {
    let line = line_at(source.text(), at);
    merge_mark(source, &line)
        .or_else(|| no_blank(source, &line))
        .or_else(|| reference_without_quotes(source, at))
        .or_else(|| dash_for_a_figure(source, &line))
        .or_else(|| no_blank(source, &line_at(source.text(), line.start.saturating_sub(1))))
}

/// A text that begins with a reference to a figure and stands in no quotes: to YAML its braces are mappings.
pub fn reference_without_quotes(source: &SourceText, at: usize) -> Option<Finding> {
    let line = line_at(source.text(), at);
    let typed = source.text().get(line.clone())?;
    let begins = |sign: &str| typed.find(sign).map(|found| found + 2);
    let start = begins(": {{").or_else(|| begins("- {{"))?;
    let end = typed
        .get(start..)?
        .find("}}")
        .map_or(typed.len(), |end| start + end + 2);
    let place = source.place(line.start + start..line.start + end);
    let message = "a text that begins with a reference must stand in quotes";
    let help = "put the whole text in quotes, or on the next line behind a `|`";
    Some(Finding::new(Code::Syntax, message).at(&place).help(help))
}

/// A text that YAML ends before a `#`, because a blank stands there: whoever types `team #3` means no comment.
pub fn cut_short(source: &SourceText, text: &Place) -> Option<Finding> {
    let (typed, rest) = (
        source.text().get(text.range())?,
        source.text().get(text.range().end..)?,
    );
    let line = rest.lines().next()?;
    let comment = line.trim_start_matches([' ', '\t']);
    let is_meant = comment.strip_prefix('#')?.starts_with(char::is_alphanumeric);
    let is_text = typed.contains(char::is_alphabetic) && comment.len() < line.len();
    (is_meant && is_text).then(|| {
        let word = comment.split_whitespace().next().unwrap_or_default();
        let start = text.range().end + (line.len() - comment.len());
        let message = format!(
            "the text ends before {}: YAML takes the rest of the line for a comment",
            quoted(word)
        );
        Finding::new(Code::YamlFeature, message)
            .with_severity(Severity::Warning)
            .at(&source.place(start..start + comment.trim_end().len()))
            .help("put the whole text in quotes; if it is a comment, put a space behind its `#`")
    })
}

/// A text in quotes that ends only where the next one was to begin, lines below: its own closing mark is missing. The reader
/// stumbled at `at`, just behind the mark that it took for the closing one.
pub fn late_close(source: &SourceText, at: usize) -> Option<Finding> {
    let read = source.text().get(..at)?.trim_end();
    let mark = read
        .chars()
        .next_back()
        .filter(|mark| matches!(mark, '"' | '\''))?;
    let start = read.get(..read.len() - 1)?.rfind(mark)?;
    if !read.get(start..)?.contains('\n') {
        return None;
    }
    let closing = line_at(source.text(), read.len());
    let before = source.text().get(closing.start..read.len() - 1)?;
    if ![": ", "- "].iter().any(|beginning| before.ends_with(beginning)) {
        return None;
    }
    let line = source.position(read.len()).line;
    let message = format!("this quotation mark is closed only in line {line}");
    let finding = Finding::new(Code::Syntax, message).at(&source.place(start..start + 1));
    Some(finding.help("add the closing mark where the text ends"))
}

fn merge_mark(source: &SourceText, line: &Range<usize>) -> Option<Finding> {
    let typed = source.text().get(line.clone())?;
    let is_mark = MERGE_MARKS.iter().any(|mark| typed.starts_with(mark));
    is_mark.then(|| {
        let message = "two versions of this file were put together and not finished";
        let place = source.place(line.start..line.start + typed.trim_end().len());
        let help =
            "keep one of the two, and take out the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`";
        Finding::new(Code::Syntax, message).at(&place).help(help)
    })
}

/// A blank before the first word of a line that is none to YAML: it came with a text that was pasted in.
fn no_blank(source: &SourceText, line: &Range<usize>) -> Option<Finding> {
    let typed = source.text().get(line.clone())?;
    let before = typed.find(|c: char| !c.is_whitespace()).unwrap_or(0);
    let (at, blank) = typed.get(..before)?.char_indices().find(|(_, c)| !c.is_ascii())?;
    let message = format!(
        "a blank that YAML does not know stands before this line (U+{:04X})",
        u32::from(blank)
    );
    let start = line.start + at;
    let finding = Finding::new(Code::Syntax, message).at(&source.place(start..start + blank.len_utf8()));
    Some(finding.help("delete what stands before the first word, and type spaces"))
}

/// A dash and nothing else behind a colon.
fn dash_for_a_figure(source: &SourceText, line: &Range<usize>) -> Option<Finding> {
    let typed = source.text().get(line.clone())?;
    let (key, value) = typed.split_once(": ")?;
    (value.trim() == "-").then(|| {
        let start = line.start + key.len() + 2 + (value.len() - value.trim_start().len());
        let message = "a dash does not stand for a figure that is not there: YAML takes it for a list";
        let finding = Finding::new(Code::Syntax, message).at(&source.place(start..start + 1));
        finding.help(HOW_TO_SAY_ABSENT)
    })
}

/// The line around an offset, without its end.
fn line_at(text: &str, at: usize) -> Range<usize> {
    let (before, after) = (text.get(..at).unwrap_or(""), text.get(at..).unwrap_or(""));
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let end = after.find('\n').map_or(text.len(), |end| at + end);
    start..end
}
