//! What lies in a programme's folder at one moment, so that two moments can be told apart. Knows paths and texts;
//! refuses to know what they say.

use crate::pipeline::Folder;
use std::collections::{BTreeMap, BTreeSet};

/// Every file that can have a part in a paper, by path.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Contents(BTreeMap<String, String>);

impl Contents {
    /// What was read of a folder.
    pub(super) fn of(folder: &Folder) -> Self {
        let files = folder.contents();
        Self(
            files
                .map(|(path, text)| (path.to_owned(), text.to_owned()))
                .collect(),
        )
    }

    /// What has happened since an earlier moment, a line for each file, in the order of paths.
    pub(super) fn changes_since(&self, before: &Self) -> Vec<String> {
        let paths: BTreeSet<_> = self.0.keys().chain(before.0.keys()).collect();
        let change = |path: &&String| match (before.0.get(*path), self.0.get(*path)) {
            (Some(then), Some(now)) => (then != now).then(|| format!("`{path}` was saved")),
            (None, _) => Some(format!("`{path}` is new")),
            (Some(_), None) => Some(format!("`{path}` is gone")),
        };
        paths.iter().filter_map(change).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contents(files: &[(&str, &str)]) -> Contents {
        let file = |(path, text): &(&str, &str)| ((*path).to_owned(), (*text).to_owned());
        Contents(files.iter().map(file).collect())
    }

    #[test]
    fn changes_are_told_by_file() {
        let before = contents(&[("a", "1"), ("b", "1"), ("c", "1")]);
        let now = contents(&[("a", "1"), ("b", "2"), ("d", "1")]);
        assert_eq!(
            now.changes_since(&before),
            ["`b` was saved", "`c` is gone", "`d` is new"]
        );
        assert_eq!(now.changes_since(&now), [""; 0]);
    }
}
