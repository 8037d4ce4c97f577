//! How names and typed text are put into a message. Knows characters; refuses to know what they mean.

/// How many characters of a name a message repeats.
const LONGEST_NAME: usize = 60;

/// A name as messages give it: in backticks, on one line, and shortened when it is too long to be read.
pub fn quoted(name: &str) -> String {
    let mut characters = name.chars().map(|c| if c == '`' { '\'' } else { c });
    let mut shown: String = characters.by_ref().take(LONGEST_NAME).collect();
    if characters.next().is_some() {
        shown.push('…');
    }
    format!("`{}`", cleaned(&shown))
}

/// Text on one line, with every character that would act on a terminal rather than show shown as an escape.
pub(super) fn cleaned(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\n' | '\r' | '\t' => clean.push(' '),
            c if c.is_control() || turns_text(c) => clean.extend(c.escape_unicode()),
            c => clean.push(c),
        }
    }
    clean
}

/// Whether a character changes the direction of the text around it (Unicode 17, annex 9, section 2).
fn turns_text(character: char) -> bool {
    matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_quoted_and_kept_short() {
        assert_eq!(quoted("ni59"), "`ni59`");
        assert_eq!(quoted("a`b"), "`a'b`");
        assert_eq!(quoted(&"ä".repeat(60)), format!("`{}`", "ä".repeat(60)));
        assert_eq!(quoted(&"ä".repeat(61)), format!("`{}…`", "ä".repeat(60)));
    }

    #[test]
    fn what_would_act_on_a_terminal_is_shown() {
        assert_eq!(cleaned("é ≥ 3"), "é ≥ 3");
        assert_eq!(cleaned("a\r\n\tb"), "a   b");
        assert_eq!(cleaned("\0\u{7f}\u{9b}\u{2067}"), "\\u{0}\\u{7f}\\u{9b}\\u{2067}");
    }
}
