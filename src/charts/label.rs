//! Knows what text may stand in a picture, and how to fit it into a width. Refuses control characters and
//! whatever else would make the SVG invalid or the line read backwards.

use super::measure::{Measure, Weight};
use crate::typography::with_apostrophes;

/// Characters kept of one label; what is longer was never meant to stand in a picture.
const LONGEST: usize = 300;

/// Text that can stand in a picture: one line, no control characters, at most 300 characters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label(String);

impl Label {
    /// Cleans `text`: white space and control characters become single spaces; characters that XML forbids,
    /// that turn the reading direction, or that no font shows are dropped; apostrophes are set as such; the rest is cut at 300 characters.
    pub fn new(text: &str) -> Self {
        let shown: String = text
            .chars()
            .map(|c| if c.is_control() { ' ' } else { c })
            .filter(|c| is_shown(*c))
            .collect();
        let words: Vec<&str> = shown.split_whitespace().collect();
        Self(with_apostrophes(&words.join(" ")).chars().take(LONGEST).collect())
    }

    /// The cleaned text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Label {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<String> for Label {
    fn from(text: String) -> Self {
        Self::new(&text)
    }
}

/// Whether a character may be printed: not invisible, not a direction override, not private, not a
/// noncharacter.
fn is_shown(c: char) -> bool {
    let joiner = matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2064}' | '\u{feff}');
    let turner = matches!(c, '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let private = matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..);
    let nothing = matches!(u32::from(c) & 0xffff, 0xfffe | 0xffff) || matches!(c, '\u{fdd0}'..='\u{fdef}');
    !(joiner || turner || private || nothing)
}

/// How text is set: everything that decides its width.
#[derive(Clone, Copy)]
pub(crate) struct Setting<'a> {
    pub(crate) measure: &'a dyn Measure,
    pub(crate) size: f64,
    pub(crate) weight: Weight,
}

impl Setting<'_> {
    pub(crate) fn width(&self, text: &str) -> f64 {
        self.measure.width(text, self.size, self.weight)
    }

    /// Breaks `text` into at most `most` lines no wider than `width` points; what does not fit ends in an
    /// ellipsis.
    pub(crate) fn wrap(&self, text: &str, width: f64, most: usize) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split_whitespace() {
            match lines.last_mut() {
                Some(line) if self.width(&format!("{line} {word}")) <= width => {
                    line.push(' ');
                    line.push_str(word);
                }
                _ => lines.push(word.to_owned()),
            }
        }
        self.shorten(lines, width, most)
    }

    fn shorten(&self, mut lines: Vec<String>, width: f64, most: usize) -> Vec<String> {
        if lines.len() > most {
            lines.truncate(most);
            if let Some(last) = lines.last_mut() {
                last.push('…');
            }
        }
        lines.iter().map(|line| self.fit(line, width)).collect()
    }

    /// `text` itself if it is no wider than `width` points, else as much of its beginning as fits before an
    /// ellipsis.
    pub(crate) fn fit(&self, text: &str, width: f64) -> String {
        if self.width(text) <= width {
            return text.to_owned();
        }
        let room = width - self.width("…");
        let cut = text.trim_end_matches('…');
        let ends: Vec<usize> = cut.char_indices().map(|(at, c)| at + c.len_utf8()).collect();
        let beginning = |end: &usize| cut.get(..*end).unwrap_or(cut);
        let fitting = ends.partition_point(|end| self.width(beginning(end)) <= room);
        let kept = fitting
            .checked_sub(1)
            .and_then(|last| ends.get(last))
            .map_or("", beginning);
        format!("{}…", kept.trim_end())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every character six points wide: makes widths easy to foresee.
    struct Typewriter;

    impl Measure for Typewriter {
        fn width(&self, text: &str, _: f64, _: Weight) -> f64 {
            6.0 * f64::from(u32::try_from(text.chars().count()).unwrap())
        }
    }

    fn setting() -> Setting<'static> {
        Setting {
            measure: &Typewriter,
            size: 9.0,
            weight: Weight::Regular,
        }
    }

    #[test]
    fn what_cannot_be_printed_is_cleaned() {
        let hostile = "a\u{0}b\u{1}\tc\n\nd \u{202e}e\u{feff}\u{e000}\u{ffff}f\u{7f}";
        assert_eq!(Label::new(hostile).as_str(), "a b c d ef");
        assert_eq!(Label::new(&"x".repeat(5000)).as_str().len(), LONGEST);
        assert_eq!(Label::new("75.8% <&> ≥ ▲ é").as_str(), "75.8% <&> ≥ ▲ é");
    }

    #[test]
    fn text_wraps_at_words_and_is_cut_when_there_is_too_much() {
        assert_eq!(setting().wrap("one two three", 42.0, 3), ["one two", "three"]);
        assert_eq!(
            setting().wrap("one two three four", 42.0, 2),
            ["one two", "three…"]
        );
        assert_eq!(setting().wrap("incomprehensible", 42.0, 2), ["incomp…"]);
        assert!(setting().wrap("", 42.0, 2).is_empty());
    }

    #[test]
    fn no_line_is_wider_than_its_room() {
        for width in 6..60 {
            for line in setting().wrap(
                "Percentage of initial assessments in ten days",
                f64::from(width),
                3,
            ) {
                assert!(
                    setting().width(&line) <= f64::from(width).max(6.0),
                    "{line:?} in {width}"
                );
            }
        }
    }
}
