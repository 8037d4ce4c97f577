//! How an indicator's months are put together: from what was supplied, what was owed, the target of each month and its rating.
//! Knows the order of these steps and what a reader should be told of a figure.

use crate::analysis::exact::{Rounding, printed_figure};
use crate::analysis::rater::Rater;
use crate::analysis::series::{Gap, Known, Mark, Observation, Origin, Reading, Series, Supplier};
use crate::analysis::supply::{Entry, Supplies};
use crate::analysis::target::aim_of;
use crate::domain::{Figure, Indicator, Month};
use rust_decimal::Decimal;

/// What the months of a series are put together from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Observer<'a, 'p> {
    /// The indicator.
    pub(crate) indicator: &'p Indicator,
    /// All figures of the programme.
    pub(crate) supplies: &'a Supplies<'p>,
    /// What rates its months.
    pub(crate) rater: Rater<'p>,
}

impl<'p> Observer<'_, 'p> {
    /// The series up to `last`, or to the indicator's end before that; without any month where it has not begun by then.
    pub(crate) fn series(&self, last: Month) -> Series<'p> {
        let entries = self.supplies.of(self.indicator);
        let last = self
            .indicator
            .ends
            .as_ref()
            .map_or(last, |end| last.min(*end.month.value()));
        let months = self
            .first(&entries)
            .into_iter()
            .flat_map(|first| first.through(last));
        let mut entries = entries.iter().peekable();
        let mut observations = Vec::new();
        for month in months {
            let entry = entries
                .next_if(|(supplied, _)| *supplied == month)
                .map(|(_, entry)| entry);
            let observation = self.observation(month, entry, &observations);
            observations.push(observation);
        }
        Series::new(observations)
    }

    /// The first month with a figure, or the first one owed where that is earlier or no figure came.
    fn first(&self, entries: &[(Month, Entry<'p>)]) -> Option<Month> {
        let supplied = entries.first().map(|(month, _)| *month);
        let begins = self.indicator.begins.as_ref().map(|month| *month.value());
        let first_return = || {
            self.supplies
                .first_return()
                .map(|month| self.indicator.figure_month(month))
        };
        supplied.into_iter().chain(begins).min().or_else(first_return)
    }

    fn lag(&self) -> i32 {
        i32::try_from(self.indicator.lag).unwrap_or(0)
    }

    fn observation(
        &self,
        month: Month,
        entry: Option<&Entry<'p>>,
        earlier: &[Observation<'p>],
    ) -> Observation<'p> {
        let reading = entry.map_or_else(
            || Reading::Absent(self.silence(month)),
            |entry| self.reading(entry),
        );
        let version = self.indicator.version_in(month);
        let aim = aim_of(self.indicator, month);
        let mut marks = self.marks(month, &reading);
        if earlier.last().is_some_and(|before| before.version != version) {
            marks.insert(0, Mark::Break);
        }
        let rated = self.rater.rate(earlier, month, &reading, aim);
        Observation {
            month,
            version,
            reading,
            marks,
            aim,
            rated,
        }
    }

    /// Why nothing was supplied for a month.
    fn silence(&self, month: Month) -> Gap<'p> {
        let body = self.indicator.body.value();
        if !self.indicator.is_owed(month) {
            Gap::NotOwed
        } else if self
            .supplies
            .first_return()
            .is_none_or(|first| month.plus(self.lag()) < first)
            || self.supplies.came(body, month.plus(self.lag()))
        {
            Gap::LeftOut
        } else {
            Gap::NoReturn
        }
    }

    fn reading(&self, entry: &Entry<'p>) -> Reading<'p> {
        let (figure, origin) = (entry.figure, entry.origin);
        if let Figure::Missing { reason, note } = figure {
            return Reading::Absent(Gap::Stated {
                reason: *reason,
                note: note.as_deref(),
                origin,
            });
        }
        // A figure beyond what a decimal holds is refused with the inputs; what is left is a denominator of nought.
        let Some((published, rounding)) = self.printed(figure) else {
            return Reading::Absent(Gap::NothingToMeasure(origin));
        };
        Reading::Known(Known {
            figure,
            origin,
            unit: self.indicator.unit,
            published,
            rounding,
            superseded: entry.superseded,
        })
    }

    fn marks(&self, month: Month, reading: &Reading<'p>) -> Vec<Mark> {
        let Reading::Known(known) = reading else {
            return Vec::new();
        };
        let marks = [
            (Mark::Provisional, drawn_early(&known.origin, month)),
            (Mark::Revised, self.is_revised(known)),
            (
                Mark::LowReliability,
                self.rater.is_small(known.figure.denominator()),
            ),
            (Mark::HeldFromRounding, known.rounding == Rounding::Held),
        ];
        marks
            .into_iter()
            .filter_map(|(mark, holds)| holds.then_some(mark))
            .collect()
    }

    /// Whether a correction changed what is printed, not only what lies behind it.
    fn is_revised(&self, known: &Known<'p>) -> bool {
        let before = known.superseded.and_then(|figure| self.printed(figure));
        before.is_some_and(|(published, _)| published != known.published)
    }

    fn printed(&self, figure: &Figure) -> Option<(Decimal, Rounding)> {
        printed_figure(figure, self.indicator.unit, *self.indicator.decimals.value())
    }
}

/// Whether the data was drawn before the last day of the month that it is of.
fn drawn_early(origin: &Origin<'_>, month: Month) -> bool {
    match origin.supplier {
        Supplier::History => false,
        Supplier::Return(sent) | Supplier::Correction(sent, _) => *sent.extracted.value() < month.last_day(),
    }
}
