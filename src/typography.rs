//! What a typesetter makes of a typewriter's characters. Knows apostrophes, single quotation marks and the commas in long numbers;
//! not what any text is about, nor where it will stand.

/// The text with `’` for each straight apostrophe that closes or stands within a word, and `‘` for one before a word.
/// The same characters otherwise, so that JSON and SVG may be given whole: neither has an apostrophe of its own.
#[must_use]
pub fn with_apostrophes(text: &str) -> String {
    let mut parts = text.split('\'');
    let mut set = parts.next().unwrap_or_default().to_owned();
    for rest in parts {
        let after_word = set.ends_with(|c: char| c.is_alphanumeric() || ".,;:!?%)".contains(c));
        let before_word = rest.starts_with(char::is_alphanumeric);
        set.push(if before_word && !after_word { '‘' } else { '’' });
        set.push_str(rest);
    }
    set
}

/// How many digits stand between two commas.
const THOUSAND: usize = 3;

/// Digits with commas between thousands: `12,345.6`. What stands behind a point, if anything does, is left as it is.
#[must_use]
pub fn with_commas(digits: &str) -> String {
    let whole = digits.split('.').next().unwrap_or_default().len();
    let mut grouped = String::with_capacity(digits.len() + whole / THOUSAND);
    for (place, digit) in digits.chars().enumerate() {
        if (1..whole).contains(&place) && (whole - place).is_multiple_of(THOUSAND) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commas_stand_between_thousands() {
        let set = ["0", "999", "1000", "123456", "1234567.8901"].map(with_commas);
        assert_eq!(set, ["0", "999", "1,000", "123,456", "1,234,567.8901"]);
    }

    #[test]
    fn an_apostrophe_is_no_mark_of_feet() {
        let set = with_apostrophes;
        assert_eq!(set("the children's rights"), "the children’s rights");
        assert_eq!(set("the families' leave"), "the families’ leave");
        assert_eq!(set("the 'old' way, ('new')"), "the ‘old’ way, (‘new’)");
        assert_eq!(set(r#"{"a":"'b' is c's"}"#), r#"{"a":"‘b’ is c’s"}"#);
        assert_eq!(set("nothing to set"), "nothing to set");
    }
}
