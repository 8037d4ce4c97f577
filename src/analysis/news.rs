//! What the returns say of one thing, month by month: updates of actions and milestones, scores of risks.
//! Knows which month and day a word is from; not what it means.

use crate::domain::{Date, Entries, Id, Month, Programme, Return};
use std::collections::BTreeMap;

/// One update, with the return that brought it.
#[derive(Debug)]
pub struct Item<'p, T> {
    /// The return.
    pub sent: &'p Return,
    /// What it says.
    pub update: &'p T,
}

impl<T> Item<'_, T> {
    /// The month that it is of.
    #[must_use]
    pub fn month(&self) -> Month {
        *self.sent.month.value()
    }

    /// The day on which it came.
    #[must_use]
    pub fn received(&self) -> Date {
        *self.sent.received.value()
    }
}

/// Updates by what they are about, each list in order of month, then of the day on which they came.
#[derive(Debug)]
pub struct News<'p, T>(BTreeMap<&'p Id, Vec<Item<'p, T>>>);

impl<'p, T> News<'p, T> {
    /// The updates of one kind in all returns.
    pub fn gather(programme: &'p Programme, kind: impl Fn(&'p Return) -> &'p Entries<Id, T>) -> Self {
        let mut ordered: Vec<&Return> = programme.sent().collect();
        ordered.sort_by_key(|sent| (*sent.month.value(), *sent.received.value(), sent.from.value()));
        let mut news: BTreeMap<&Id, Vec<Item<'p, T>>> = BTreeMap::new();
        for sent in ordered {
            for (id, update) in kind(sent).iter() {
                news.entry(id.value()).or_default().push(Item { sent, update });
            }
        }
        Self(news)
    }

    /// What is said of `id` for months up to `month`.
    #[must_use]
    pub fn until(&self, id: &Id, month: Month) -> &[Item<'p, T>] {
        let all = self.0.get(id).map_or(&[][..], Vec::as_slice);
        let end = all.partition_point(|item| item.month() <= month);
        all.get(..end).unwrap_or(all)
    }
}
