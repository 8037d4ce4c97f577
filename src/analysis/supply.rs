//! Which figures were supplied for which month of which indicator, and which of several holds.
//! Knows returns, corrections and the back series; not what a figure is worth.

use crate::analysis::series::{Origin, Supplier};
use crate::domain::{Correction, Figure, Id, Indicator, Located, Month, Programme, Return, Supplied};
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// A figure as it came.
#[derive(Debug, Clone, Copy)]
struct Delivery<'p> {
    /// The month of the return, or for the back series and corrections the month that the figure is of.
    month: Month,
    figure: &'p Figure,
    origin: Origin<'p>,
}

/// All figures of a programme, by indicator: read once, so that each indicator need not look through every return.
#[derive(Debug)]
pub(crate) struct Supplies<'p> {
    deliveries: BTreeMap<&'p Id, Vec<Delivery<'p>>>,
    /// Bodies and months of returns that brought figures.
    figures_came: BTreeSet<(&'p Id, Month)>,
    first_return: Option<Month>,
}

/// What was supplied for one month.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry<'p> {
    /// The figure that holds.
    pub(crate) figure: &'p Figure,
    /// Where it comes from.
    pub(crate) origin: Origin<'p>,
    /// What was first supplied, where the figure restates it.
    pub(crate) superseded: Option<&'p Figure>,
}

impl<'p> Supplies<'p> {
    /// Gathers what the programme knows.
    pub(crate) fn gather(programme: &'p Programme) -> Self {
        let mut supplies = Self {
            deliveries: BTreeMap::new(),
            figures_came: BTreeSet::new(),
            first_return: programme.returns.iter().map(|sent| *sent.month.value()).min(),
        };
        for (indicator, months) in programme.history.iter() {
            for (month, supplied) in months.iter() {
                supplies.add(indicator.value(), *month.value(), supplied, Supplier::History);
            }
        }
        programme
            .returns
            .iter()
            .for_each(|sent| supplies.add_return(sent));
        supplies
    }

    /// The figure that holds for each month of an indicator, in order of month.
    pub(crate) fn of(&self, indicator: &'p Indicator) -> Vec<(Month, Entry<'p>)> {
        let deliveries = self.deliveries.get(indicator.id.value()).into_iter().flatten();
        let mut by_month: Vec<(Month, &Delivery<'p>)> = deliveries
            .map(|delivery| (delivery.data_month(indicator), delivery))
            .collect();
        by_month.sort_by(|(month, one), (other, another)| month.cmp(other).then_with(|| one.order(another)));
        by_month
            .chunk_by(|(month, _), (other, _)| month == other)
            .filter_map(holding)
            .collect()
    }

    /// Whether the contributor's figures for the return of that month came.
    pub(crate) fn came(&self, body: &Id, month: Month) -> bool {
        self.figures_came.contains(&(body, month))
    }

    /// The month of the first return.
    pub(crate) fn first_return(&self) -> Option<Month> {
        self.first_return
    }

    fn add_return(&mut self, sent: &'p Return) {
        let month = *sent.month.value();
        if !sent.figures.is_empty() {
            self.figures_came.insert((sent.from.value(), month));
        }
        for (indicator, supplied) in sent.figures.iter() {
            self.add(indicator.value(), month, supplied, Supplier::Return(sent));
        }
        for correction in &sent.corrections {
            self.deliveries
                .entry(correction.indicator.value())
                .or_default()
                .push(corrected(sent, correction));
        }
    }

    fn add(
        &mut self,
        indicator: &'p Id,
        month: Month,
        supplied: &'p Located<Supplied>,
        supplier: Supplier<'p>,
    ) {
        let origin = Origin {
            place: supplied.place(),
            supplier,
        };
        let figure = &supplied.value().figure;
        self.deliveries.entry(indicator).or_default().push(Delivery {
            month,
            figure,
            origin,
        });
    }
}

fn corrected<'p>(sent: &'p Return, correction: &'p Correction) -> Delivery<'p> {
    let origin = Origin {
        place: correction.figure.place(),
        supplier: Supplier::Correction(sent, correction),
    };
    Delivery {
        month: *correction.month.value(),
        figure: correction.figure.value(),
        origin,
    }
}

impl Delivery<'_> {
    /// The month that the figure is of: a return's own figures lag behind it; the back series and corrections name it.
    fn data_month(&self, indicator: &Indicator) -> Month {
        match self.origin.supplier {
            Supplier::Return(_) => indicator.figure_month(self.month),
            Supplier::History | Supplier::Correction(..) => self.month,
        }
    }

    /// The later of two holds: the back series first, then returns, then corrections by the day on which they came. What else
    /// is compared only keeps the order of files out of it.
    fn order(&self, other: &Self) -> Ordering {
        self.rank()
            .cmp(&other.rank())
            .then_with(|| self.origin.place.cmp(other.origin.place))
    }

    fn rank(&self) -> impl Ord + use<> {
        let (kind, sent) = match self.origin.supplier {
            Supplier::History => (0, None),
            Supplier::Return(sent) => (1, Some(sent)),
            Supplier::Correction(sent, _) => (2, Some(sent)),
        };
        (
            kind,
            sent.map(|sent| (*sent.received.value(), *sent.month.value())),
        )
    }
}

/// The last of several figures for one month, and the first one where the last restates it.
fn holding<'p>(deliveries: &[(Month, &Delivery<'p>)]) -> Option<(Month, Entry<'p>)> {
    let ((_, first), (month, last)) = (deliveries.first()?, deliveries.last()?);
    let restates = last.origin.correction().is_some() && first.figure != last.figure;
    let superseded = restates.then_some(first.figure);
    Some((
        *month,
        Entry {
            figure: last.figure,
            origin: last.origin,
            superseded,
        },
    ))
}
