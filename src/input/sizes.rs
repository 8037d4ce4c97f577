//! How much may be typed into one text. Knows letters and blanks; not what a text is for.

use crate::finding::{Code, Finding};

/// The most letters of one text: seven pages, and well below the 32,767 that a string in a PDF/A may hold.
pub const LONGEST_TEXT: usize = 20_000;

/// The most letters of one word: no name has so many, nor has an address on the web that a person would type.
pub const LONGEST_WORD: usize = 1_000;

/// What is wrong with a text that no paper could print, under what `name` says.
pub fn too_long(text: &str, name: &str) -> Option<Finding> {
    let letters = |text: &str| text.chars().count();
    let longest = text.split_whitespace().map(letters).max().unwrap_or(0);
    let finding = |message, help| Some(Finding::new(Code::TooLarge, message).help(help));
    if longest > LONGEST_WORD {
        let message = format!(
            "{name} holds a word of {longest} letters, and none of more than {LONGEST_WORD} is printed"
        );
        return finding(message, "take it out: it came with something that was pasted in");
    }
    let whole = letters(text);
    if whole > LONGEST_TEXT {
        let message =
            format!("{name} has {whole} letters, and no text of more than {LONGEST_TEXT} is printed");
        return finding(message, "say it more briefly, or divide it");
    }
    None
}
