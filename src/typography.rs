//! What a typesetter makes of a typewriter's characters. Knows apostrophes, single quotation marks and the commas in long numbers;
//! not what any text is about, nor where it will stand.

/// Characters after which a single quotation mark opens, besides blanks.
const BEFORE_A_QUOTATION: [char; 7] = ['(', '[', '{', '“', '‘', '–', '—'];

/// The text with `‘` for each straight apostrophe at its beginning, after a blank, an opening bracket or a dash, and `’` for
/// every other. The same characters otherwise.
#[must_use]
pub fn with_apostrophes(text: &str) -> String {
    let mut parts = text.split('\'');
    let mut set = parts.next().unwrap_or_default().to_owned();
    for rest in parts {
        let before = set.chars().next_back();
        let is_free = match before {
            Some(before) => before.is_whitespace() || BEFORE_A_QUOTATION.contains(&before),
            None => !is_ending(rest),
        };
        let opens = is_free && rest.starts_with(|next: char| !next.is_whitespace());
        set.push(if opens { '‘' } else { '’' });
        set.push_str(rest);
    }
    set
}

/// Whether a text that begins with an apostrophe goes on from one set otherwise, a bold name perhaps: `'s plan`.
fn is_ending(rest: &str) -> bool {
    rest.strip_prefix('s')
        .is_some_and(|after| !after.starts_with(char::is_alphanumeric))
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
        assert_eq!(
            set("the £'s, \"Team\"'s and 'Team''s"),
            "the £’s, \"Team\"’s and ‘Team’’s"
        );
        assert_eq!(set("'£5m' for '[x]'\n'new'"), "‘£5m’ for ‘[x]’\n‘new’");
        assert_eq!(set("5' and O'Neil's"), "5’ and O’Neil’s");
        assert_eq!(set("'s own"), "’s own");
        assert_eq!(set("nothing to set"), "nothing to set");
    }
}
