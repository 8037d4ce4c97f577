//! Whether a word has the form that it should have. Knows how ids, months, dates, numbers and digests are spelt; not where
//! they stand.

mod meant;
pub mod meant_figure;

use crate::domain::{ContentDigest, Date, Exact, Id, Month, YEARS};
use crate::finding::{Code, Finding, quoted};
use crate::input::shape::Form;

/// What is wrong with the spelling of a word of a certain form, if anything.
pub fn misspelt(text: &str, form: Form) -> Option<Finding> {
    let (code, read) = match form {
        Form::Id => (Code::BadName, text.parse::<Id>().map(drop)),
        Form::Month => (Code::BadMonth, text.parse::<Month>().map(drop)),
        Form::Date => (Code::BadDate, text.parse::<Date>().map(drop)),
        Form::Decimal => (Code::BadNumber, text.parse::<Exact>().map(drop)),
        Form::Digest => (Code::BadDigest, text.parse::<ContentDigest>().map(drop)),
    };
    // The domain says what is wrong, then what to do, with a colon between, the last: what was typed may have one.
    let message = read.err()?;
    let (wrong, help) = message.rsplit_once(": ").unwrap_or((&message, ""));
    let meant = match form {
        Form::Date => meant::date(text),
        Form::Month => meant::month(text),
        Form::Decimal => meant_figure::number(text),
        Form::Id | Form::Digest => None,
    };
    // What was typed may be as long as a page.
    let wrong = wrong.replacen(&format!("`{text}`"), &quoted(text), 1);
    let finding = Finding::new(code, wrong).help(help);
    let finding = finding.maybe_help(meant.map(|meant| format!("did you mean `{meant}`?")));
    Some(finding.maybe_help(sign(text, form)))
}

/// The year with which a date or month begins.
fn year(text: &str) -> Option<i32> {
    let (year, _) = text.split_once('-')?;
    (year.len() == 4).then(|| year.parse().ok())?
}

/// What a sign shows that does not belong there.
fn sign(text: &str, form: Form) -> Option<String> {
    let is_unseen = |c: char| {
        matches!(
            c,
            '\u{a0}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{202f}' | '\u{feff}'
        )
    };
    let is_printed = text.contains('.') && text.chars().all(|c| c.is_ascii_digit() || c == '.');
    let is_a_day = matches!(form, Form::Date | Form::Month);
    if is_a_day && year(text).is_some_and(|year| !YEARS.contains(&year)) {
        return Some(format!("its year is from {} to {}", YEARS.start(), YEARS.end()));
    }
    let help = if text.contains(is_unseen) {
        "a character stands in it that nobody can see: type it anew"
    } else if text.starts_with(['“', '”', '‘', '’']) {
        "take the curly quotation marks away"
    } else if form == Form::Decimal && text.starts_with('<') {
        "type the number itself, or `{ missing: confidential, note: \"…\" }` where it may not be told"
    } else if form == Form::Id && is_printed {
        "a number that papers print is a `ref`: write the `id` beside it"
    } else {
        return None;
    };
    Some(help.to_owned())
}
