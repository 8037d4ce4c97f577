//! Whether a word has the form that it should have. Knows how ids, months, dates, numbers and digests are spelt; not where
//! they stand.

mod meant;

use crate::domain::{ContentDigest, Date, Exact, Id, Month};
use crate::finding::{Code, Finding};
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
    // The domain says what is wrong, then what to do, with a colon between.
    let message = read.err()?;
    let (wrong, help) = message.split_once(": ").unwrap_or((&message, ""));
    let meant = match form {
        Form::Date => meant::date(text),
        Form::Month => meant::month(text),
        Form::Id | Form::Decimal | Form::Digest => None,
    };
    let finding = Finding::new(code, wrong).maybe_help((!help.is_empty()).then_some(help));
    Some(finding.maybe_help(meant.map(|meant| format!("did you mean `{meant}`?"))))
}
