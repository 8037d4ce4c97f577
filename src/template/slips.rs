//! Names of figures that stand in a sentence without their braces: they would be printed as they stand. Knows how a reference
//! is written; not which names there are.

use std::ops::Range;

/// What begins and ends whatever the template engine reads; the rest is printed.
const BRACES: [(&str, &str); 3] = [("{{", "}}"), ("{%", "%}"), ("{#", "#}")];

/// Words with a dot in them, such as `ni59.value`, that stand outside of all braces; each with its place in the text.
pub fn bare_names(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let opened = BRACES
            .iter()
            .filter_map(|(open, close)| Some((rest.find(open)?, *close)));
        let (start, close) = opened.min().unwrap_or((rest.len(), ""));
        let typed = rest.get(..start).unwrap_or_default();
        found.extend(dotted(typed).map(|range| at + range.start..at + range.end));
        let braced = rest.get(start..).unwrap_or_default();
        let end = braced.find(close).map_or(braced.len(), |end| end + close.len());
        at += start + end;
    }
    found
}

/// The words of a text that have the form of a name with dots. A dot at the end of a word ends a sentence.
fn dotted(text: &str) -> impl Iterator<Item = Range<usize>> {
    let is_part = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '.');
    let mut at = 0;
    let words = text.split(move |c: char| !is_part(c)).map(move |word| {
        let start = at;
        // What parts words is one character, of whatever length.
        at += word.len();
        at += text
            .get(at..)
            .and_then(|rest| rest.chars().next())
            .map_or(0, char::len_utf8);
        let trimmed = word.trim_end_matches('.');
        (trimmed, start..start + trimmed.len())
    });
    words
        .filter(|(word, _)| word.contains('.'))
        .map(|(_, range)| range)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        bare_names(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn names_without_braces_are_found() {
        assert_eq!(found("It is {ni59.value} now."), ["ni59.value"]);
        assert_eq!(
            found("é ni59.value, plan.overdue.count."),
            ["ni59.value", "plan.overdue.count"]
        );
        assert_eq!(found("{{ a.b }} then c.d and {{ e.f }}"), ["c.d"]);
        assert_eq!(found("{% if a.b %}c.d{# e.f #}{% endif %} g.h"), ["c.d", "g.h"]);
    }

    #[test]
    fn references_and_plain_words_are_not() {
        assert_eq!(found("{{ ni59.value }} rose. It did, e.g.: not now"), ["e.g"]);
        assert_eq!(found("No dots. At all"), [""; 0]);
        assert_eq!(found("{{ never.closed"), [""; 0]);
    }
}
