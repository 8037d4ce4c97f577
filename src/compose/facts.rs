//! Facts: the named figures of one paper, with what they are made of and where that was typed. Prose refers to
//! them, `facts` lists them. Knows names and printed forms; the assessment knows why a figure is what it is.

use crate::domain::Unit;
use crate::place::Place;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// A figure under its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// As this paper prints it, such as `77.8%`.
    pub published: String,
    /// The counts that it was computed from, where it was: numerator and denominator.
    pub parts: Option<(Decimal, Decimal)>,
    /// Its unit, where it has one.
    pub unit: Option<Unit>,
    /// Where it, or what it was computed from, was typed.
    pub at: Option<Place>,
}

impl Fact {
    /// A figure that was computed from many others, such as a count of actions.
    #[must_use]
    pub fn computed(published: impl Into<String>) -> Self {
        Self {
            published: published.into(),
            parts: None,
            unit: None,
            at: None,
        }
    }
}

/// All facts of one paper, by dotted name (`ni59.value`, `plan.overdue.count`).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts(BTreeMap<String, Fact>);

impl Facts {
    /// Adds a fact. A name given twice keeps its last value.
    pub fn insert(&mut self, name: impl Into<String>, fact: Fact) {
        self.0.insert(name.into(), fact);
    }

    /// The fact of that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Fact> {
        self.0.get(name)
    }

    /// Names and facts, in the order of the names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Fact)> {
        self.0.iter().map(|(name, fact)| (name.as_str(), fact))
    }
}
