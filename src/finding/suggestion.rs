//! "Did you mean": the known word nearest to one that is not known. Knows letters; refuses to know what the
//! words stand for.

use super::quoted;

/// Longer words are not compared: nobody mistypes them, and the comparison takes the square of their length.
const LONGEST_WORD: usize = 64;

/// The candidate nearest to `word`, if any is so near that it was probably meant: at most one letter in three
/// changed, left out, put in, or swapped with its neighbour. Capitals, hyphens and spaces do not count as
/// differences. Of several equally near the first is taken.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = folded(word)?;
    let allowed = (word.len() / 3).max(1);
    candidates
        .into_iter()
        .filter_map(|candidate| Some((distance(&word, &folded(candidate)?), candidate)))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// The same as the sentence that a finding's help gives: ``did you mean `ni59`?``
pub fn did_you_mean<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest(word, candidates).map(|candidate| format!("did you mean {}?", quoted(candidate)))
}

/// A word in small letters with one kind of joint, if it is short enough to be compared.
fn folded(word: &str) -> Option<Vec<char>> {
    let joint = |c: char| if matches!(c, '-' | ' ') { '_' } else { c };
    let letters: Vec<char> = word
        .chars()
        .take(LONGEST_WORD + 1)
        .flat_map(char::to_lowercase)
        .map(joint)
        .collect();
    (!letters.is_empty() && letters.len() <= LONGEST_WORD).then_some(letters)
}

/// How many letters must be changed, left out, put in or swapped with their neighbour to turn `a` into `b`
/// (the optimal string alignment distance).
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    let mut previous_letter = None;
    for (row, letter) in a.iter().enumerate() {
        let mut current = vec![row + 1];
        for (column, other) in b.iter().enumerate() {
            let entry = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(usize::MAX / 2);
            let changed = entry(&last, column) + usize::from(letter != other);
            let put_in = entry(&current, column) + 1;
            let left_out = entry(&last, column + 1) + 1;
            let swapped = match column.checked_sub(1) {
                Some(at) if previous_letter == Some(other) && b.get(at) == Some(letter) => {
                    entry(&before_last, at) + 1
                }
                _ => usize::MAX,
            };
            current.push(changed.min(put_in).min(left_out).min(swapped));
        }
        before_last = std::mem::replace(&mut last, current);
        previous_letter = Some(letter);
    }
    last.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn apart(a: &str, b: &str) -> usize {
        let letters = |word: &str| word.chars().collect::<Vec<_>>();
        distance(&letters(a), &letters(b))
    }

    #[test]
    fn each_slip_counts_one() {
        assert_eq!(apart("referrals", "referrals"), 0);
        assert_eq!(apart("refferals", "referrals"), 2);
        assert_eq!(apart("refererals", "referrals"), 1);
        assert_eq!(apart("referals", "referrals"), 1);
        assert_eq!(
            apart("referrasl", "referrals"),
            1,
            "two neighbours swapped are one slip"
        );
        assert_eq!(apart("", "abc"), 3);
        assert_eq!(apart("abc", ""), 3);
    }

    #[test]
    fn the_nearest_word_is_found_and_a_distant_one_is_not() {
        let known = ["ni59", "ni60", "re_referrals"];
        assert_eq!(nearest("ni58", known), Some("ni59"));
        assert_eq!(nearest("Re-Referrals", known), Some("re_referrals"));
        assert_eq!(nearest("visits", known), None);
        assert_eq!(nearest("", known), None);
        assert_eq!(nearest("ni59", []), None);
        assert_eq!(
            did_you_mean("nі59", known).as_deref(),
            Some("did you mean `ni59`?"),
            "a Cyrillic і"
        );
    }

    #[test]
    fn a_word_of_any_length_is_answered_at_once() {
        let long = "a".repeat(10_000_000);
        assert_eq!(nearest(&long, [long.as_str()]), None);
    }
}
