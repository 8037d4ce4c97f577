//! One value against the shape it should have: its spelling, and whether YAML takes it for something else.
//! Knows what people type in a hurry; not what the value means.

use super::wording::{listed, wrong_type};
use super::{Absence, Subject};
use crate::finding::{Code, Finding, did_you_mean, quoted};
use crate::input::shape::{Form, Shape};
use crate::input::sizes::too_long;
use crate::input::spelling::{meant_figure, misspelt};
use crate::input::tree::{Scalar, Style};

/// What people type for a figure that they do not have.
const STAND_INS: [&str; 16] = [
    "n/a", "na", "n.a.", "-", "--", "–", "—", ".", "..", "?", "x", "tbc", "tba", "none", "nil", "nk",
];

/// From here on a bound is the computer's and not the field's, and is not worth naming.
const MANY: i64 = 10_000;

/// What is wrong with a value, if anything. The place is for the caller to say.
pub fn fault(scalar: &Scalar, shape: &Shape, subject: &Subject<'_>) -> Option<Finding> {
    if is_blank(scalar) {
        let finding = Finding::new(Code::BlankValue, format!("{} is left blank", subject.name()));
        return Some(finding.help(subject.instead_of_blank()));
    }
    let text = scalar.text.as_str();
    match shape {
        Shape::Text => not_text(scalar, subject).or_else(|| too_long(text, &subject.name())),
        Shape::Form(Form::Decimal) => not_a_number(text, subject),
        Shape::Form(Form::Id) => misspelt(text, Form::Id).map(|finding| finding.maybe_help(subject.about())),
        Shape::Form(form) => misspelt(text, *form),
        Shape::Whole { least, most } => not_whole(scalar, *least, *most, subject),
        Shape::YesNo => not_yes_or_no(scalar, subject),
        Shape::Words(words) => not_a_word(text, words, subject),
        Shape::List(_) | Shape::Keys(_) | Shape::Entries { .. } | Shape::OneOf(_) => {
            Some(wrong_type("text", shape, subject))
        }
        Shape::Anything => None,
    }
}

fn is_blank(scalar: &Scalar) -> bool {
    let is_null = matches!(scalar.text.as_str(), "~" | "null" | "Null" | "NULL");
    scalar.text.trim().is_empty() || (scalar.style == Style::Plain && is_null)
}

/// Text that YAML takes for a number, or for yes or no, when it is not in quotes.
fn not_text(scalar: &Scalar, subject: &Subject<'_>) -> Option<Finding> {
    let text = scalar.text.as_str();
    let taken_for = match text {
        "true" | "True" | "TRUE" | "false" | "False" | "FALSE" => "yes or no",
        _ if looks_like_a_number(text) => "a number",
        _ => return None,
    };
    let message = format!(
        "{} needs text, and YAML takes {} for {taken_for}",
        subject.name(),
        quoted(text)
    );
    let finding = Finding::new(Code::WrongType, message).help(format!("put it in quotes: `\"{text}\"`"));
    (scalar.style == Style::Plain).then_some(finding)
}

fn looks_like_a_number(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '.'))
        && text.parse::<f64>().is_ok()
}

fn not_a_number(text: &str, subject: &Subject<'_>) -> Option<Finding> {
    let offers_absence = matches!(
        subject,
        Subject::Under {
            absence: Absence::Offered,
            ..
        }
    );
    let is_stand_in = STAND_INS.contains(&text.to_lowercase().as_str());
    if is_stand_in && offers_absence {
        let finding = Finding::new(Code::BadNumber, format!("{} is not a figure", quoted(text)));
        return Some(finding.help(subject.instead_of_blank()));
    }
    if let Some(meant) = after_noughts(text) {
        let message = format!(
            "{} begins with a nought, and some programs take it for another number",
            quoted(text)
        );
        return Some(Finding::new(Code::BadNumber, message).help(format!("did you mean {}?", quoted(meant))));
    }
    let finding = misspelt(text, Form::Decimal)?;
    let counts = if !offers_absence {
        None
    } else if let Some((numerator, denominator)) = meant_figure::counts(text) {
        Some(format!(
            "did you mean `{{ numerator: {numerator}, denominator: {denominator} }}`?"
        ))
    } else if text.ends_with('%') {
        Some(
            "write the counts, and the percentage is computed: `{ numerator: 3, denominator: 4 }`".to_owned(),
        )
    } else {
        None
    };
    Some(match counts {
        Some(counts) => Finding::new(Code::BadNumber, finding.message()).help(counts),
        None => finding,
    })
}

/// The number that stands behind noughts it does not need, as in `010`.
fn after_noughts(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches('0');
    let is_whole = !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    (is_whole && rest.len() < text.len() && text.len() > 1).then_some(if rest.is_empty() {
        "0"
    } else {
        rest
    })
}

fn not_whole(scalar: &Scalar, least: i64, most: i64, subject: &Subject<'_>) -> Option<Finding> {
    let text = scalar.text.as_str();
    // Nought has no sign, and no number begins with it.
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_plain = digits.chars().all(|c| c.is_ascii_digit()) && (text == "0" || !digits.starts_with('0'));
    let number = if is_plain { text.parse::<i64>().ok() } else { None };
    match number {
        Some(number) if scalar.style == Style::Plain && (least..=most).contains(&number) => None,
        Some(number) if scalar.style == Style::Plain => {
            let bound = if number < least {
                format!("at least {least}")
            } else {
                format!("at most {most}")
            };
            let message = format!("{} must be {bound}, not {text}", subject.name());
            let help = if most < MANY {
                format!("write a number from {least} to {most}")
            } else {
                "write the number that is meant".to_owned()
            };
            Some(Finding::new(Code::BadNumber, message).help(help))
        }
        Some(_) => {
            let message = format!("{} needs a whole number, and this is text", subject.name());
            Some(Finding::new(Code::WrongType, message).help(format!("take the quotes away: `{text}`")))
        }
        None => {
            let message = format!(
                "{} needs a whole number, and {} is none",
                subject.name(),
                quoted(text)
            );
            Some(Finding::new(Code::BadNumber, message).help("write digits only, such as `12`"))
        }
    }
}

fn not_yes_or_no(scalar: &Scalar, subject: &Subject<'_>) -> Option<Finding> {
    let text = scalar.text.as_str();
    if scalar.style == Style::Plain && matches!(text, "true" | "false") {
        return None;
    }
    if scalar.style != Style::Plain && matches!(text, "true" | "false") {
        let message = format!("{} is `true` or `false`, and this is text", subject.name());
        return Some(Finding::new(Code::WrongType, message).help(format!("take the quotes away: `{text}`")));
    }
    let meant = match text.to_lowercase().as_str() {
        "true" | "yes" | "on" | "y" => "write `true`",
        "false" | "no" | "off" | "n" => "write `false`",
        _ => "write `true` or `false`",
    };
    let message = format!("{} is `true` or `false`, not {}", subject.name(), quoted(text));
    Some(Finding::new(Code::WrongType, message).help(meant))
}

fn not_a_word(text: &str, words: &[String], subject: &Subject<'_>) -> Option<Finding> {
    if words.iter().any(|word| word == text) {
        return None;
    }
    let message = format!("{} is not a word for {}", quoted(text), subject.name());
    let help = did_you_mean(text, words.iter().map(String::as_str));
    let finding = Finding::new(Code::UnknownWord, message);
    let finding = finding.help(help.unwrap_or_else(|| format!("one of {}", listed(words))));
    let is_a_reason = subject.key() == "missing" && text.contains(' ');
    Some(finding.maybe_help(is_a_reason.then_some("say more of it under `note`")))
}
