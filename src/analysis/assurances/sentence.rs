//! How a count is said in the lines of the first page. Knows grammar; not what is counted.

use crate::analysis::assurances::Share;
use crate::words;

/// A noun for one and for several.
pub(super) type Noun = (&'static str, &'static str);

/// What is said of what is counted: the words for one, and for several.
#[derive(Debug, Clone, Copy)]
pub(super) enum Said {
    /// `is red`, `are red`: the words after the verb, which can be denied.
    Is(&'static str, &'static str),
    /// `has an action`, `have an action`: the verb and all that follows it.
    Does(&'static str, &'static str),
}

impl Said {
    fn of_one(self) -> String {
        match self {
            Self::Is(one, _) => format!("is {one}"),
            Self::Does(one, _) => one.to_owned(),
        }
    }

    fn of_several(self) -> String {
        match self {
            Self::Is(_, several) => format!("are {several}"),
            Self::Does(_, several) => several.to_owned(),
        }
    }
}

/// `five of seven actions are red`, `all seven actions are red`, `of seven actions, none is red`, `there are no actions`.
pub(super) fn of(share: Share, noun: Noun, said: Said) -> String {
    let all = words::count(share.of, noun.0, noun.1);
    match (share.holds, share.of, said) {
        (0, 1, Said::Is(one, _)) => format!("the one {} is not {one}", noun.0),
        (_, 0, _) => format!("there are no {}", noun.1),
        (0, _, _) => format!("of {all}, none {}", said.of_one()),
        (_, 1, _) => format!("the one {} {}", noun.0, said.of_one()),
        (2, 2, _) => format!("both {} {}", noun.1, said.of_several()),
        (holds, of, _) if holds >= of => format!("all {all} {}", said.of_several()),
        (1, _, _) => format!("one of {all} {}", said.of_one()),
        (holds, _, _) => format!("{} of {all} {}", words::cardinal(holds), said.of_several()),
    }
}

/// `no actions are overdue`, `one action is overdue`, `three actions are overdue`.
pub(super) fn so_many(number: usize, noun: Noun, said: Said) -> String {
    let said = if number == 1 {
        said.of_one()
    } else {
        said.of_several()
    };
    format!("{} {said}", words::count(number, noun.0, noun.1))
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
                Said::Is("red", "red"),
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
        let said = |number| so_many(number, ("action", "actions"), Said::Is("overdue", "overdue"));
        assert_eq!(
            (said(0).as_str(), said(1).as_str()),
            ("no actions are overdue", "one action is overdue")
        );
        assert_eq!((or_none(0).as_str(), or_none(3).as_str()), ("none", "three"));
    }
}
