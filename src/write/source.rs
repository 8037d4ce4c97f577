//! The files that a paper is made from, as the manifest remembers them: a digest each, and a print of each line, so that
//! an edit can be named by its line. Knows bytes and lines; refuses to know what a file says.

use crate::digest::Digest;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// The files that a paper was made from, inputs and layouts, by path from the programme's folder.
pub type Sources = BTreeMap<String, Source>;

/// How many hexadecimal digits the print of a line has. Two different lines in 65,536 have the same: then an edit is
/// named by its next line, or by its file alone.
const PRINT: usize = 4;

/// One file as it was. Two are the same if their digests are.
#[derive(Clone, Debug)]
pub struct Source {
    digest: Digest,
    lines: Arc<str>,
}

/// Lines of a file, from 1; both belong to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lines {
    /// The first.
    pub first: usize,
    /// The last.
    pub last: usize,
}

impl Source {
    /// A file with this text.
    pub fn of(text: &str) -> Self {
        let lines: String = text.lines().map(|line| format!("{:04x}", print(line))).collect();
        Self::recorded(Digest::of(text.as_bytes()), lines.into())
    }

    /// A file as a manifest remembers it.
    pub(super) fn recorded(digest: Digest, lines: Arc<str>) -> Self {
        Self { digest, lines }
    }

    /// The digest of its bytes.
    pub fn digest(&self) -> Digest {
        self.digest
    }

    /// The prints of its lines, one after the other.
    pub(super) fn lines(&self) -> &Arc<str> {
        &self.lines
    }

    /// The lines of this file that another version of it has otherwise; none where that cannot be told.
    pub(super) fn lines_unlike(&self, other: &Self) -> Option<Lines> {
        let (now, then) = (prints(&self.lines), prints(&other.lines));
        if now.is_empty() || then.is_empty() {
            return None;
        }
        let same =
            |pairs: &mut dyn Iterator<Item = (&&[u8], &&[u8])>| pairs.take_while(|(a, b)| a == b).count();
        let before = same(&mut now.iter().zip(&then));
        let shorter = now.len().min(then.len());
        let after = same(&mut now.iter().rev().zip(then.iter().rev())).min(shorter - before);
        let is_told = before < now.len().max(then.len());
        let first = (before + 1).min(now.len());
        is_told.then_some(Lines {
            first,
            last: (now.len() - after).max(first),
        })
    }
}

impl PartialEq for Source {
    fn eq(&self, other: &Self) -> bool {
        self.digest == other.digest
    }
}

impl Eq for Source {}

impl fmt::Display for Lines {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.first == self.last {
            write!(f, "line {}", self.first)
        } else {
            write!(f, "lines {} to {}", self.first, self.last)
        }
    }
}

fn prints(lines: &str) -> Vec<&[u8]> {
    lines.as_bytes().chunks_exact(PRINT).collect()
}

/// The print of a line: its FNV-1a hash, folded. Nothing rests on it but the number of a line.
fn print(line: &str) -> u16 {
    let hash = line.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    let [a, b, c, d] = hash.to_be_bytes();
    u16::from_be_bytes([a ^ c, b ^ d])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unlike(now: &str, then: &str) -> Option<String> {
        Source::of(now)
            .lines_unlike(&Source::of(then))
            .map(|lines| lines.to_string())
    }

    #[test]
    fn an_edit_is_named_by_its_lines() {
        let then = "one\ntwo\nthree\nfour\n";
        for (now, lines) in [
            ("one\n2\nthree\nfour\n", "line 2"),
            ("one\n2\n3\nfour\n", "lines 2 to 3"),
            ("one\ntwo\nnew\nthree\nfour\n", "line 3"),
            ("one\nthree\nfour\n", "line 2"),
            ("one\ntwo\nthree\n", "line 3"),
            ("one\ntwo\nthree\nfour\nfive\nsix", "lines 5 to 6"),
        ] {
            assert_eq!(unlike(now, then).as_deref(), Some(lines), "{now}");
        }
    }

    #[test]
    fn what_cannot_be_told_is_not() {
        assert_eq!(
            unlike("one\r\ntwo", "one\ntwo"),
            None,
            "only the ends of lines differ"
        );
        assert_eq!(unlike("", "one"), None);
        let forgotten = Source::recorded(Digest::of(b"one"), "".into());
        assert_eq!(Source::of("two").lines_unlike(&forgotten), None);
        assert_eq!(Source::of("one"), forgotten);
    }
}
