//! Other people's published figures beside ours. Knows definitions and dates of publication; refuses to compare what is defined otherwise.

use crate::domain::{Comparator, Date, Indicator, Month};

/// Whether a published figure may stand beside ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Comparability {
    /// The latest of its publisher, of the same definition.
    Comparable,
    /// Comparable, and published more than a year before the paper's as-at date.
    Old,
    /// A later figure of the same publisher took its place.
    Superseded,
    /// It follows the definition of that number, and ours follows another.
    OtherDefinition(u32),
}

/// A published figure and whether it may stand beside ours.
#[derive(Debug, Clone, Copy)]
pub struct Compared<'p> {
    /// The figure.
    pub comparator: &'p Comparator,
    /// Whether it may stand beside ours.
    pub comparability: Comparability,
}

/// Days after which a published figure is called old.
const YEAR: u64 = 365;

/// The published figures beside the definition that `month` follows, as on `as_at`: those that may stand beside ours first,
/// the latest first.
#[must_use]
pub fn comparators(indicator: &Indicator, month: Month, as_at: Date) -> Vec<Compared<'_>> {
    let version = indicator.version_in(month);
    let mut all: Vec<Compared<'_>> = indicator
        .comparators
        .iter()
        .map(|comparator| {
            let comparability = comparability(indicator, comparator, version, as_at);
            Compared {
                comparator,
                comparability,
            }
        })
        .collect();
    all.sort_by_key(|one| {
        (
            one.comparability,
            std::cmp::Reverse(*one.comparator.published.value()),
        )
    });
    all
}

fn comparability(indicator: &Indicator, comparator: &Comparator, version: u32, as_at: Date) -> Comparability {
    let (theirs, published) = (*comparator.version.value(), *comparator.published.value());
    let is_later = |other: &Comparator| {
        other.name == comparator.name
            && *other.version.value() == version
            && *other.published.value() > published
    };
    if theirs != version {
        Comparability::OtherDefinition(theirs)
    } else if indicator.comparators.iter().any(is_later) {
        Comparability::Superseded
    } else if published.plus_days(YEAR) < as_at {
        Comparability::Old
    } else {
        Comparability::Comparable
    }
}

impl Compared<'_> {
    /// Whether it may stand beside our figure.
    #[must_use]
    pub fn is_comparable(&self) -> bool {
        match self.comparability {
            Comparability::Comparable | Comparability::Old => true,
            Comparability::Superseded | Comparability::OtherDefinition(_) => false,
        }
    }

    /// What a reader should know before comparing, in a sentence; nothing where nothing stands in the way.
    #[must_use]
    pub fn caution(&self) -> Option<String> {
        match self.comparability {
            Comparability::Comparable => None,
            Comparability::Old => Some(format!(
                "Published on {}, more than a year before this paper.",
                self.comparator.published.value()
            )),
            Comparability::Superseded => {
                Some("A later figure of the same publisher took its place.".to_owned())
            }
            Comparability::OtherDefinition(version) => Some(format!(
                "Not comparable: it follows definition {version} and our figure another."
            )),
        }
    }
}
