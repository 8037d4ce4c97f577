//! A printed figure, taken apart. Knows how papers print figures; not which figure it is.

use rust_decimal::Decimal;
use std::str::FromStr;

/// What a printed figure is: its value, unit and shorthand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tidy {
    /// The number in plain digits, or the words as they are printed.
    pub value: String,
    /// `per cent`, `pounds`; empty where the figure does not say.
    pub unit: &'static str,
    /// `[u]`, or several; empty where there is none.
    pub shorthand: String,
}

impl Tidy {
    /// Takes a printed figure apart.
    pub fn of(printed: &str) -> Self {
        let (words, shorthand) = without_shorthand(printed);
        let (digits, unit) = match (words.strip_suffix('%'), words.strip_prefix('£')) {
            (Some(digits), _) => (digits, "per cent"),
            (None, Some(digits)) => (digits, "pounds"),
            (None, None) => (words, ""),
        };
        let digits = digits.replace(',', "").replace('−', "-");
        match Decimal::from_str(&digits) {
            Ok(_) => Self {
                value: digits,
                unit,
                shorthand,
            },
            Err(_) => Self {
                value: words.to_owned(),
                unit: "",
                shorthand,
            },
        }
    }
}

/// What stands before the letters in square brackets at the end, and these.
fn without_shorthand(printed: &str) -> (&str, String) {
    let (mut words, mut marks) = (printed.trim(), Vec::new());
    while let Some((rest, mark)) = words.rsplit_once('[') {
        let is_mark = mark.len() == 2 && mark.ends_with(']');
        if !is_mark {
            break;
        }
        marks.insert(0, format!("[{mark}"));
        words = rest.trim_end();
    }
    (words, marks.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_printed_figure_is_taken_apart() {
        let apart = |printed| {
            let tidy = Tidy::of(printed);
            format!("{}|{}|{}", tidy.value, tidy.unit, tidy.shorthand)
        };
        assert_eq!(apart("77.8% [p] [r]"), "77.8|per cent|[p] [r]");
        assert_eq!(apart("−1,234"), "-1234||");
        assert_eq!(apart("£625,735"), "625735|pounds|");
        assert_eq!(apart("[x]"), "||[x]");
        assert_eq!(apart("10.0% to 15.0%"), "10.0% to 15.0%||");
        assert_eq!(apart("8 (2 × 4)"), "8 (2 × 4)||");
    }
}
