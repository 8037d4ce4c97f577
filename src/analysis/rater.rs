//! How one month is rated: which value is put to the test, and when none can be.
//! Knows counts, small numbers and samples; how a value stands against a target is `rating`'s.

use crate::analysis::exact::{binary64, whole};
use crate::analysis::rating::{Aim, Basis, Rated, Rating, rate};
use crate::analysis::series::{Gap, Observation, Reading};
use crate::analysis::target::absolute_aim;
use crate::analysis::year_to_date::{Pooled, pool};
use crate::domain::{Absence, Good, Indicator, Month, Nature, Tolerance, Unit};
use crate::statistics::interval::Interval;
use crate::statistics::proportion::Proportion;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// Months that are taken together at most, the rated one included, before too few cases are too few.
const MONTHS_POOLED: i32 = 12;

/// Rates the months of one indicator.
#[derive(Debug, Clone, Copy)]
pub struct Rater<'p> {
    indicator: &'p Indicator,
    smallest_denominator: Decimal,
}

impl<'p> Rater<'p> {
    /// A rater that takes percentages of fewer than `smallest_denominator` cases for unreliable.
    #[must_use]
    pub fn new(indicator: &'p Indicator, smallest_denominator: u32) -> Self {
        Self {
            indicator,
            smallest_denominator: Decimal::from(smallest_denominator),
        }
    }

    /// Whether a percentage is of too few cases to be rated by itself.
    #[must_use]
    pub fn is_small(&self, denominator: Option<Decimal>) -> bool {
        self.indicator.unit == Unit::Percent
            && denominator.is_some_and(|cases| cases < self.smallest_denominator)
    }

    /// The rating of a month against `aim`; `earlier` holds the months before it, in order. The first reason not to rate that
    /// holds: no figure; neutral; no target; too few cases, even with the months before taken together; a sample whose
    /// interval holds the target. An indicator without tolerance for a single case is rated on its counts, however few.
    #[must_use]
    pub fn rate(
        &self,
        earlier: &[Observation<'p>],
        month: Month,
        reading: &Reading<'p>,
        aim: Option<Aim>,
    ) -> Rated {
        let known = match reading {
            Reading::Absent(gap) => return without_figure(gap),
            Reading::Known(known) => known,
        };
        if let Some(absolute) = absolute_aim(self.indicator) {
            let rating = rate(
                known.published,
                absolute,
                self.indicator.good,
                &Tolerance::default(),
            );
            return Rated {
                rating,
                basis: Basis::Counts,
            };
        }
        match (self.indicator.good, aim) {
            (Good::Neutral, _) => unrated(Basis::Neutral),
            (_, None) => unrated(Basis::NoTarget),
            (_, Some(aim)) if self.is_small(known.figure.denominator()) => {
                self.rate_together(earlier, month, reading, aim)
            }
            (_, Some(aim)) => {
                let counts = known.figure.numerator().zip(known.figure.denominator());
                self.test(known.published, counts, aim, Basis::Value)
            }
        }
    }

    /// A month of too few cases, with those before it.
    fn rate_together(
        &self,
        earlier: &[Observation<'p>],
        month: Month,
        reading: &Reading<'p>,
        aim: Aim,
    ) -> Rated {
        let Some(together) = self.enough_months(earlier, month, reading) else {
            return unrated(Basis::TooFew);
        };
        let counts = together
            .denominator
            .map(|denominator| (together.numerator, denominator));
        let basis = Basis::Pooled {
            from: together.from,
            published: together.published,
        };
        self.test(together.published, counts, aim, basis)
    }

    /// A target of none or of all is tested on the counts, which printed values keep apart from nearly none and nearly all.
    fn test(&self, value: Decimal, counts: Option<(Decimal, Decimal)>, aim: Aim, basis: Basis) -> Rated {
        let on_counts = basis == Basis::Value && self.is_extreme(aim);
        if self.indicator.nature == Nature::Sample && !on_counts {
            let interval = counts.and_then(|(part, all)| sample_interval(part, all));
            if interval.is_some_and(|interval| holds_a_bound(interval, aim)) {
                return unrated(Basis::WithinInterval);
            }
        }
        let basis = if on_counts { Basis::Counts } else { basis };
        Rated {
            rating: rate(value, aim, self.indicator.good, &self.indicator.tolerance),
            basis,
        }
    }

    fn is_extreme(&self, aim: Aim) -> bool {
        let all = self.indicator.unit == Unit::Percent;
        aim == Aim::Value(Decimal::ZERO) || (all && aim == Aim::Value(Decimal::ONE_HUNDRED))
    }

    /// The fewest of the latest months, of one definition, that have enough cases together.
    fn enough_months(
        &self,
        earlier: &[Observation<'p>],
        month: Month,
        reading: &Reading<'p>,
    ) -> Option<Pooled<'p>> {
        let begun = earlier.first()?.month;
        let readings = || {
            earlier
                .iter()
                .map(|before| (before.month, &before.reading))
                .chain([(month, reading)])
        };
        (1..MONTHS_POOLED)
            .map(|back| month.plus(-back))
            .take_while(|from| {
                begun <= *from && self.indicator.version_in(*from) == self.indicator.version_in(month)
            })
            .filter_map(|from| pool(self.indicator, readings(), from, month).ok())
            .find(|together| !self.is_small(together.denominator))
    }
}

/// The Wilson interval of a sample at 95%, in per cent; `None` where the counts are not whole or not part of a whole.
#[must_use]
pub fn sample_interval(part: Decimal, all: Decimal) -> Option<Interval> {
    let interval = Proportion::new(whole(part)?, whole(all)?)?.interval();
    let hundred = Decimal::ONE_HUNDRED.to_f64()?;
    Some(Interval {
        lower: interval.lower * hundred,
        upper: interval.upper * hundred,
    })
}

/// Whether the target, or a bound of its range, lies in the interval, so that chance decides on which side the sample fell.
fn holds_a_bound(interval: Interval, aim: Aim) -> bool {
    let holds = |bound: Decimal| binary64(bound).is_some_and(|bound| interval.contains(bound));
    match aim {
        Aim::Value(target) => holds(target),
        Aim::Range(low, high) => holds(low) || holds(high),
    }
}

fn without_figure(gap: &Gap<'_>) -> Rated {
    match gap {
        Gap::Stated {
            reason: Absence::NotApplicable,
            ..
        }
        | Gap::NothingToMeasure(_)
        | Gap::NotOwed => unrated(Basis::NothingToRate),
        Gap::Stated { .. } | Gap::NoReturn | Gap::LeftOut => Rated {
            rating: Rating::NoData,
            basis: Basis::NoFigure,
        },
    }
}

fn unrated(basis: Basis) -> Rated {
    Rated {
        rating: Rating::NotRated,
        basis,
    }
}
