//! Which of several shapes a person meant. Knows kinds and keys; not what they mean.

use crate::finding::nearest;
use crate::input::shape::{Key, Need, Shape};
use crate::input::tree::{Kind, Node};
use std::collections::BTreeMap;

/// How many unknown keys are looked at to see what was meant: more are no slip of the pen.
const MOST_COMPARED: usize = 20;

/// The branch that was probably meant: of the node's kind, with the fewest keys too many or too few.
pub fn best<'s>(branches: &'s [Shape], node: &Node) -> Option<&'s Shape> {
    let of_kind = branches.iter().filter(|branch| match (&node.kind, branch) {
        (_, Shape::Anything) => true,
        (Kind::Mapping(_), Shape::Keys(_) | Shape::Entries { .. }) => true,
        (Kind::Sequence(_), Shape::List(_)) => true,
        (Kind::Scalar(_), shape) => {
            matches!(
                shape,
                Shape::Text | Shape::Form(_) | Shape::Whole { .. } | Shape::YesNo | Shape::Words(_)
            )
        }
        (Kind::Mapping(_) | Kind::Sequence(_) | Kind::Spoilt, _) => false,
    });
    of_kind.min_by_key(|branch| keys_of(branch).map_or(0, |keys| misfit(keys, node)))
}

/// How badly a mapping fits known keys. A key that is nearly a required one is half a fit.
fn misfit(keys: &BTreeMap<String, Key>, node: &Node) -> usize {
    let Kind::Mapping(entries) = &node.kind else {
        return usize::MAX;
    };
    let names = || entries.iter().filter_map(|(name, _)| name.text());
    let unknown: Vec<_> = names()
        .filter(|name| !keys.contains_key(*name))
        .take(MOST_COMPARED)
        .collect();
    let missing: Vec<_> = required(keys).filter(|key| node.get(key).is_none()).collect();
    let near = missing
        .iter()
        .filter(|key| unknown.iter().any(|name| nearest(name, [**key]).is_some()));
    2 * (unknown.len() + missing.len()) - near.count()
}

/// The keys of a shape that has them.
pub fn keys_of(shape: &Shape) -> Option<&BTreeMap<String, Key>> {
    match shape {
        Shape::Keys(keys) => Some(keys),
        Shape::Text
        | Shape::Form(_)
        | Shape::Whole { .. }
        | Shape::YesNo
        | Shape::Words(_)
        | Shape::List(_)
        | Shape::Entries { .. }
        | Shape::OneOf(_)
        | Shape::Anything => None,
    }
}

/// The names of the keys that must be there.
pub fn required(keys: &BTreeMap<String, Key>) -> impl Iterator<Item = &str> {
    keys.iter()
        .filter(|(_, key)| key.need == Need::Required)
        .map(|(name, _)| name.as_str())
}

/// The keys by which the branches are told apart, a group a branch: those that must be there in one and not in all.
pub fn tellers(branches: &[Shape]) -> Vec<Vec<&str>> {
    let groups: Vec<Vec<_>> = branches
        .iter()
        .filter_map(keys_of)
        .map(|keys| required(keys).collect())
        .collect();
    let in_all = |key: &&str| groups.iter().all(|group| group.contains(key));
    groups
        .iter()
        .map(|group| group.iter().copied().filter(|key| !in_all(key)).collect())
        .collect()
}

/// Whether the keys say which of several forms is meant. Where all forms have the same keys, nothing need say it.
pub fn is_decided(entries: &[(Node, Node)], branches: &[Shape]) -> bool {
    let groups = tellers(branches);
    let tells = |(name, _): &(Node, Node)| groups.iter().flatten().any(|key| name.text() == Some(key));
    groups.len() < 2 || entries.iter().any(tells)
}
