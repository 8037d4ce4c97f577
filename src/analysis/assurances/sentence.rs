//! How a count is said in the lines of the first page. Knows grammar; not what is counted.

use crate::analysis::assurances::Share;
use crate::words;

/// Words for one and for several: a noun, or a verb with all that follows it.
pub(super) type Number = (&'static str, &'static str);

/// `five of seven actions are red`, `all seven actions are red`, `of seven actions, none is red`, `there are no actions`.
pub(super) fn of(share: Share, noun: Number, verb: Number) -> String {
    let all = words::count(share.of, noun.0, noun.1);
    match (share.holds, share.of) {
        (0, 1) if verb.0.starts_with("is ") => {
            format!("the one {} {}", noun.0, verb.0.replacen("is ", "is not ", 1))
        }
        (_, 0) => format!("there are no {}", noun.1),
        (0, _) => format!("of {all}, none {}", verb.0),
        (_, 1) => format!("the one {} {}", noun.0, verb.0),
        (2, 2) => format!("both {} {}", noun.1, verb.1),
        (holds, of) if holds >= of => format!("all {all} {}", verb.1),
        (1, _) => format!("one of {all} {}", verb.0),
        (holds, _) => format!("{} of {all} {}", words::cardinal(holds), verb.1),
    }
}

/// `no actions are overdue`, `one action is overdue`, `three actions are overdue`.
pub(super) fn so_many(number: usize, noun: Number, verb: Number) -> String {
    let verb = if number == 1 { verb.0 } else { verb.1 };
    format!("{} {verb}", words::count(number, noun.0, noun.1))
}

/// A number that stands without its noun: `none`, `one`, `12`.
pub(super) fn or_none(number: usize) -> String {
    if number == 0 {
        "none".to_owned()
    } else {
        words::cardinal(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_agree_with_their_verbs() {
        let said = |holds, all| {
            of(
                Share { holds, of: all },
                ("action", "actions"),
                ("is red", "are red"),
            )
        };
        assert_eq!(said(0, 0), "there are no actions");
        assert_eq!(said(0, 1), "the one action is not red");
        assert_eq!(said(1, 1), "the one action is red");
        assert_eq!(said(2, 2), "both actions are red");
        assert_eq!(said(12, 12), "all 12 actions are red");
        assert_eq!(said(0, 7), "of seven actions, none is red");
        assert_eq!(said(1, 7), "one of seven actions is red");
        assert_eq!(said(5, 12), "five of 12 actions are red");
    }

    #[test]
    fn a_number_alone_is_none_or_so_many() {
        let said = |number| so_many(number, ("action", "actions"), ("is overdue", "are overdue"));
        assert_eq!(
            (said(0).as_str(), said(1).as_str()),
            ("no actions are overdue", "one action is overdue")
        );
        assert_eq!((or_none(0).as_str(), or_none(3).as_str()), ("none", "three"));
    }
}
