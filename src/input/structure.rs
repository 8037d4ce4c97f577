//! Holds a document against its shape and tells of all that does not fit, each at its place; what is at fault is
//! taken out of the tree, so that the rest can still be read and judged. Knows shapes; not what words mean.

mod choice;
mod scalar;
mod wording;

use self::choice::{best, is_decided, keys_of, required};
use self::wording::{is_empty, missing_key, undecided, unknown_key, wrong_type};
use crate::finding::{Finding, nearest, quoted};
use crate::input::shape::{Form, Key, Need, Shape};
use crate::input::spelling::misspelt;
use crate::input::told::Told;
use crate::input::tree::{Kind, Node};
use std::collections::{BTreeMap, BTreeSet};

/// What is left of a tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub enum Soundness {
    /// It has the shape that it should have.
    Sound,
    /// Something is missing without which nothing can be made of it.
    Unsound,
}

/// Takes out of a document whatever does not fit its shape, with a finding each. The names given in what was taken out
/// go to `lost`: they were given, if badly, and need not be called unknown elsewhere.
pub fn settle(root: &mut Node, shape: &Shape, findings: &mut Told, lost: &mut BTreeSet<String>) -> Soundness {
    let mut settler = Settler { findings, lost };
    let soundness = settler.settle(root, shape, &Subject::Document);
    if soundness == Soundness::Unsound {
        settler.lose(root);
    }
    soundness
}

/// What to type for a figure, or in the place of one that is not there.
pub const HOW_TO_SAY_ABSENT: &str = "type the figure (0 if it is nought), or why there is none: \
    `{ missing: not_yet_available, note: \"due on 12 November\" }`, or `not_available`, `not_applicable`, `confidential`";

/// What a message speaks of.
#[derive(Clone, Copy)]
enum Subject<'s> {
    /// The file as a whole.
    Document,
    /// What stands under a key.
    Under {
        key: &'s str,
        about: &'s str,
        need: Need,
        absence: Absence,
    },
    /// An item of the list under a key.
    ItemOf { key: &'s str },
}

/// Whether a shape is that of a stated absence.
fn is_absence(shape: &Shape) -> bool {
    keys_of(shape).is_some_and(|keys| keys.contains_key("missing"))
}

/// Whether a stated absence may stand in place of the value.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Absence {
    Offered,
    NotOffered,
}

impl Subject<'_> {
    fn name(&self) -> String {
        match self {
            Self::Document => "the document".to_owned(),
            Self::Under { key, .. } => quoted(key),
            Self::ItemOf { key } => format!("an item of {}", quoted(key)),
        }
    }

    fn key(&self) -> &str {
        match self {
            Self::Document => "the document",
            Self::Under { key, .. } | Self::ItemOf { key } => key,
        }
    }

    /// The same where a stated absence may stand in place of the value.
    fn or_absence(self) -> Self {
        match self {
            Self::Under { key, about, need, .. } => Self::Under {
                key,
                about,
                need,
                absence: Absence::Offered,
            },
            Self::Document | Self::ItemOf { .. } => self,
        }
    }

    /// What stands there, where the schema says it: `owner` is the office that answers for it.
    fn about(&self) -> Option<String> {
        match self {
            Self::Under { key, about, .. } if !about.is_empty() => Some(format!("here stands {about}")),
            Self::Under { .. } | Self::Document | Self::ItemOf { .. } => None,
        }
    }

    /// What to do about a value that is not there.
    fn instead_of_blank(&self) -> &'static str {
        match self {
            Self::Under {
                absence: Absence::Offered,
                ..
            } => HOW_TO_SAY_ABSENT,
            Self::Under {
                need: Need::Optional, ..
            } => "fill it in, or leave the key out",
            Self::Under {
                need: Need::Required, ..
            }
            | Self::Document => "fill it in",
            Self::ItemOf { .. } => "fill it in, or delete the dash",
        }
    }
}

struct Settler<'s> {
    findings: &'s mut Told,
    lost: &'s mut BTreeSet<String>,
}

impl Settler<'_> {
    fn settle(&mut self, node: &mut Node, shape: &Shape, subject: &Subject<'_>) -> Soundness {
        if self.findings.is_full(&node.place) {
            return Soundness::Unsound;
        }
        if let Shape::OneOf(branches) = shape {
            return self.settle_one_of(node, shape, branches, subject);
        }
        match (&mut node.kind, shape) {
            (Kind::Spoilt, _) => Soundness::Unsound,
            (_, Shape::Anything) => Soundness::Sound,
            (Kind::Sequence(items), Shape::List(shape)) => {
                self.settle_items(items, shape, subject);
                Soundness::Sound
            }
            (Kind::Mapping(_), Shape::Keys(keys)) => {
                let allowed: Vec<_> = keys.keys().map(String::as_str).collect();
                self.settle_keys(node, keys, &allowed)
            }
            (Kind::Mapping(entries), Shape::Entries { key, value }) => {
                self.settle_entries(entries, *key, value);
                Soundness::Sound
            }
            (Kind::Scalar(scalar), shape) => match scalar::fault(scalar, shape, subject) {
                None => {
                    let cut = scalar.cut.take().filter(|_| matches!(shape, Shape::Text));
                    self.findings.extend(cut.map(|finding| *finding));
                    Soundness::Sound
                }
                Some(finding) => self.unsound(finding.at(&node.place)),
            },
            (Kind::Sequence(_) | Kind::Mapping(_), _) => self.misfit(node, shape, subject),
        }
    }

    /// A value that is of another kind than any it could be.
    fn misfit(&mut self, node: &Node, shape: &Shape, subject: &Subject<'_>) -> Soundness {
        let what = match &node.kind {
            Kind::Spoilt => return Soundness::Unsound,
            Kind::Scalar(_) => "text",
            Kind::Sequence(_) => "a list",
            Kind::Mapping(_) => "keys with values",
        };
        self.unsound(wrong_type(what, shape, subject).at(&node.place))
    }

    fn unsound(&mut self, finding: Finding) -> Soundness {
        self.findings.push(finding);
        Soundness::Unsound
    }

    /// One of several shapes: the one that fits best is what was meant.
    fn settle_one_of(
        &mut self,
        node: &mut Node,
        shape: &Shape,
        branches: &[Shape],
        subject: &Subject<'_>,
    ) -> Soundness {
        let subject = &if branches.iter().any(is_absence) {
            subject.or_absence()
        } else {
            *subject
        };
        match (best(branches, node), &node.kind) {
            (Some(Shape::Keys(keys)), Kind::Mapping(entries)) => {
                let every = branches.iter().filter_map(keys_of).flat_map(BTreeMap::keys);
                let allowed: BTreeSet<_> = every.map(String::as_str).collect();
                let allowed = Vec::from_iter(allowed);
                if is_decided(entries, branches) {
                    return self.settle_keys(node, keys, &allowed);
                }
                self.findings
                    .extend(undecided(node, entries, branches, &allowed, subject));
                Soundness::Unsound
            }
            (Some(branch), _) => self.settle(node, branch, subject),
            (None, Kind::Scalar(scalar)) => match scalar::fault(scalar, shape, subject) {
                Some(finding) => self.unsound(finding.at(&node.place)),
                None => self.misfit(node, shape, subject),
            },
            (None, Kind::Spoilt | Kind::Sequence(_) | Kind::Mapping(_)) => self.misfit(node, shape, subject),
        }
    }

    fn settle_items(&mut self, items: &mut Vec<Node>, shape: &Shape, subject: &Subject<'_>) {
        let subject = Subject::ItemOf { key: subject.key() };
        items.retain_mut(|item| {
            let soundness = self.settle(item, shape, &subject);
            self.keep(item, soundness)
        });
    }

    fn settle_entries(&mut self, entries: &mut Vec<(Node, Node)>, form: Form, shape: &Shape) {
        entries.retain_mut(|(key, value)| {
            let name = key.text().unwrap_or("").to_owned();
            if let Some(finding) = misspelt(&name, form) {
                self.findings.push(finding.at(&key.place));
                return self.keep(value, Soundness::Unsound);
            }
            let subject = Subject::Under {
                key: &name,
                about: "",
                need: Need::Optional,
                absence: Absence::NotOffered,
            };
            // A blank has no place of its own to speak of: the key is what the person sees.
            blank_at_key(key, value);
            let soundness = self.settle(value, shape, &subject);
            self.keep(value, soundness)
        });
    }

    /// Known keys with their values. `allowed` is what an unknown key may have been meant for.
    fn settle_keys(&mut self, node: &mut Node, keys: &BTreeMap<String, Key>, allowed: &[&str]) -> Soundness {
        let Kind::Mapping(entries) = &mut node.kind else {
            return Soundness::Unsound;
        };
        let names = || entries.iter().filter_map(|(name, _)| name.text());
        let free = if names().all(|name| keys.contains_key(name)) {
            Vec::new()
        } else {
            absent(allowed, &names().map(str::to_owned).collect())
        };
        let mut missing: BTreeSet<&str> = required(keys).collect();
        let mut meant = BTreeSet::new();
        let mut soundness = Soundness::Sound;
        entries.retain_mut(|(name, value)| {
            let text = name.text().unwrap_or("");
            let Some((text, key)) = keys.get_key_value(text) else {
                if self.findings.is_full(&name.place) {
                    return false;
                }
                meant.extend(nearest(text, free.iter().copied()));
                self.findings.push(unknown_key(name, value, allowed, &free));
                return self.keep(value, Soundness::Unsound);
            };
            missing.remove(text.as_str());
            blank_at_key(name, value);
            let subject = Subject::Under {
                key: text,
                about: &key.about,
                need: key.need,
                absence: Absence::NotOffered,
            };
            let found = self.settle(value, &key.shape, &subject);
            if (found, key.need) == (Soundness::Unsound, Need::Required) {
                soundness = Soundness::Unsound;
            }
            self.keep(value, found)
        });
        if missing.is_empty() {
            return soundness;
        }
        // A key that is nearly one of these has been told of: it is not missing as well.
        for name in missing.difference(&meant) {
            let about = keys.get(*name).map_or("", |key| &key.about);
            let finding = missing_key(name, about, node.id());
            self.findings.push(finding.at(&node.place));
        }
        Soundness::Unsound
    }

    fn keep(&mut self, node: &Node, soundness: Soundness) -> bool {
        if soundness == Soundness::Unsound {
            self.lose(node);
        }
        soundness == Soundness::Sound
    }

    /// Remembers every id that is defined in a part which is taken out.
    fn lose(&mut self, node: &Node) {
        match &node.kind {
            Kind::Scalar(_) | Kind::Spoilt => {}
            Kind::Sequence(items) => items.iter().for_each(|item| self.lose(item)),
            Kind::Mapping(entries) => {
                self.lost.extend(node.id().map(str::to_owned));
                entries.iter().for_each(|(_, value)| self.lose(value));
            }
        }
    }
}

impl Node {
    /// The id that a mapping gives itself, for a message about the mapping.
    fn id(&self) -> Option<&str> {
        self.get("id").and_then(Node::text)
    }
}

/// The allowed keys that are not there yet: only these may be meant by one that is unknown.
fn absent<'k>(allowed: &[&'k str], there: &BTreeSet<String>) -> Vec<&'k str> {
    let allowed = allowed.iter().copied();
    allowed.filter(|key| !there.contains(*key)).collect()
}

/// Gives an empty value the place of its key.
fn blank_at_key(key: &Node, value: &mut Node) {
    if is_empty(value) {
        value.place = key.place.clone();
    }
}
