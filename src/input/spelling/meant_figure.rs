//! The figure that was meant by one that is written as people say it: `£14,250`, `120k`, `76 of 101`. A guess is only ever
//! offered, never taken. Knows how figures are said in Britain; not what they count.

use crate::domain::Exact;

/// Longer texts are no figures.
const LONGEST: usize = 40;

/// What people put between thousands.
const BETWEEN_THOUSANDS: [char; 5] = [',', ' ', '_', '\'', '\u{a0}'];

/// The number meant, as it should be typed; nothing where the text has another meaning, or is a number already.
pub fn number(text: &str) -> Option<String> {
    if text.len() > LONGEST {
        return None;
    }
    if matches!(text, "O" | "o") {
        return Some("0".to_owned());
    }
    let signed = text.replace(['−', '–'], "-");
    let bare = signed.trim_matches(|c: char| c.is_whitespace() || matches!(c, '£' | '%'));
    let bare = without_unit(bare);
    let meant = without_marks(bare)
        .or_else(|| with_a_point(bare))
        .or_else(|| in_thousands(bare))
        .unwrap_or_else(|| bare.to_owned());
    (meant != text && meant.parse::<Exact>().is_ok()).then_some(meant)
}

/// The two counts meant by `76/101`, `76 of 101` or `(76, 101)`.
pub fn counts(text: &str) -> Option<(&str, &str)> {
    if text.len() > LONGEST {
        return None;
    }
    let within = text.strip_prefix('(').and_then(|text| text.strip_suffix(')'));
    let (numerator, denominator) = match within {
        Some(within) => within.split_once(','),
        None => ["/", " out of ", " of "]
            .into_iter()
            .find_map(|between| text.split_once(between)),
    }?;
    let (numerator, denominator) = (numerator.trim(), denominator.trim());
    let is_number = |text: &str| text.parse::<Exact>().is_ok();
    (is_number(numerator) && is_number(denominator)).then_some((numerator, denominator))
}

/// `14250 pounds` and `0 (nil)` without the word that follows the number; `3 or more` says something else than 3.
fn without_unit(text: &str) -> &str {
    match text.split_once(' ') {
        Some((number, unit)) if !unit.contains(|c: char| c == ' ' || c.is_ascii_digit()) => number,
        Some(_) | None => text,
    }
}

/// `1,234,567.5` without its commas; nothing where they do not part thousands.
fn without_marks(text: &str) -> Option<String> {
    let whole = text.split('.').next().unwrap_or_default();
    let mut groups = whole.strip_prefix('-').unwrap_or(whole).split(BETWEEN_THOUSANDS);
    let first = groups.next().map_or(0, str::len);
    let is_grouped = (1..=3).contains(&first) && groups.all(|group| group.len() == 3);
    (is_grouped && whole.contains(BETWEEN_THOUSANDS)).then(|| text.replace(BETWEEN_THOUSANDS, ""))
}

/// `75,2` as `75.2`.
fn with_a_point(text: &str) -> Option<String> {
    let (whole, part) = text.split_once(',')?;
    let is_part = (1..=2).contains(&part.len()) && part.chars().all(|c| c.is_ascii_digit());
    is_part.then(|| format!("{whole}.{part}"))
}

/// `120k` as `120000`.
fn in_thousands(text: &str) -> Option<String> {
    let number = text.strip_suffix(['k', 'K'])?;
    let is_whole = !number.is_empty() && number.chars().all(|c| c.is_ascii_digit());
    is_whole.then(|| format!("{number}000"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_understood_as_it_is_said() {
        for (said, meant) in [
            ("£14,250", "14250"),
            ("1,234,567.5", "1234567.5"),
            ("1 234", "1234"),
            ("1_234", "1234"),
            ("14250 pounds", "14250"),
            ("0 (nil)", "0"),
            ("75,2", "75.2"),
            ("75%", "75"),
            ("120k", "120000"),
            ("−3", "-3"),
            ("O", "0"),
        ] {
            assert_eq!(number(said).as_deref(), Some(meant), "{said}");
        }
        for said in [
            "",
            "12",
            "1,23,4",
            "12,3456",
            "about ten",
            "3 or more",
            "5 to six",
            "~5",
            "<5",
            "k",
            "4 June 2024",
            "1:30",
            &"1,".repeat(50),
        ] {
            assert_eq!(number(said), None, "{said}");
        }
    }

    #[test]
    fn two_counts_are_understood_as_they_are_said() {
        for said in ["76/101", "76 of 101", "76 out of 101", "(76, 101)"] {
            assert_eq!(counts(said), Some(("76", "101")), "{said}");
        }
        for said in ["76,101", "76", "4/6/2024", "six of ten", "1:30", &"1/".repeat(50)] {
            assert_eq!(counts(said), None, "{said}");
        }
    }
}
