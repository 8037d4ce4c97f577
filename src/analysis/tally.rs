//! Counts of actions by rating. Knows how to count; not what is counted or why.

use crate::analysis::rating::ActionRating;
use std::collections::BTreeMap;

/// How many actions have each rating.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally(BTreeMap<ActionRating, usize>);

impl Tally {
    /// How many have this rating.
    #[must_use]
    pub fn of(&self, rating: ActionRating) -> usize {
        self.0.get(&rating).copied().unwrap_or(0)
    }

    /// How many there are.
    #[must_use]
    pub fn total(&self) -> usize {
        self.0.values().sum()
    }

    /// How many are in the plan: all but those withdrawn or superseded.
    #[must_use]
    pub fn in_plan(&self) -> usize {
        self.total() - self.of(ActionRating::Withdrawn) - self.of(ActionRating::Superseded)
    }

    /// Ratings with their counts in the order of the first pages, noughts among them.
    pub fn iter(&self) -> impl Iterator<Item = (ActionRating, usize)> {
        ActionRating::ALL
            .into_iter()
            .map(|rating| (rating, self.of(rating)))
    }
}

impl FromIterator<ActionRating> for Tally {
    fn from_iter<I: IntoIterator<Item = ActionRating>>(ratings: I) -> Self {
        let mut tally = Self::default();
        for rating in ratings {
            *tally.0.entry(rating).or_default() += 1;
        }
        tally
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_left_the_plan_is_counted_and_is_not_in_it() {
        let ratings = [
            ActionRating::Green,
            ActionRating::Withdrawn,
            ActionRating::Green,
            ActionRating::Superseded,
        ];
        let tally: Tally = ratings.into_iter().collect();
        assert_eq!((tally.total(), tally.in_plan()), (4, 2));
        assert_eq!(
            (tally.of(ActionRating::Green), tally.of(ActionRating::Red)),
            (2, 0)
        );
        assert_eq!(tally.iter().count(), ActionRating::ALL.len());
    }
}
