//! One period beside an earlier one: the difference, and whether chance explains it.
//! Knows which test fits which kind of figure; refuses to compare across definitions.

use crate::analysis::exact::{binary64, for_statistics, whole};
use crate::analysis::progress::{Span, Step, StepWord, WhyNoStep};
use crate::analysis::rating::{Aim, outside};
use crate::analysis::series::Series;
use crate::analysis::year_to_date::{Periods, Pooled, PooledOrNot, WhyNotPooled, pool};
use crate::domain::{Baseline, Good, Indicator, Month, Nature, Unit, published};
use crate::statistics::average;
use crate::statistics::interval::Change;
use crate::statistics::proportion::Proportion;
use crate::statistics::rate::Rate;
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// What steps are taken on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ground<'a, 'p> {
    /// The indicator.
    pub(crate) indicator: &'p Indicator,
    /// Its months.
    pub(crate) series: &'a Series<'p>,
    /// Its half-years.
    pub(crate) periods: &'a Periods<'p>,
    /// The month up to which the half-year goes.
    pub(crate) now: Month,
    /// The target of the latest month.
    pub(crate) aim: Option<Aim>,
}

type StepOrNot<'p> = Result<Step<'p>, WhyNoStep>;

impl<'p> Ground<'_, 'p> {
    /// The half-year beside the one before; for a number on a day, the latest beside the last one of the half-year before.
    pub(crate) fn since_half_year_before(&self, first_month: Month) -> StepOrNot<'p> {
        match self.indicator.nature {
            Nature::Stock | Nature::Rolling => self.since_month(first_month.plus(-1)),
            Nature::Flow | Nature::Rare | Nature::Sample | Nature::Cumulative => {
                self.since_period(self.periods.previous_half_year)
            }
        }
    }

    /// The half-year beside the same months a year before; for a number on a day, the latest beside that of the same month.
    pub(crate) fn since_year_before(&self) -> StepOrNot<'p> {
        match self.indicator.nature {
            Nature::Stock | Nature::Rolling | Nature::Cumulative => self.since_month(self.now.plus(-12)),
            Nature::Flow | Nature::Rare | Nature::Sample => self.since_period(self.periods.year_before),
        }
    }

    /// The half-year beside the baseline: beside our own months of it where all are there, else beside its published value.
    pub(crate) fn since_baseline(&self) -> StepOrNot<'p> {
        let baseline = self.indicator.baseline.as_ref().ok_or(WhyNoStep::NoBaseline)?;
        self.same_definition(baseline.from)?;
        self.is_after(baseline.until)?;
        let months = self.pooled(baseline.from, baseline.until);
        let begun = self
            .series
            .observations()
            .first()
            .is_some_and(|first| first.month <= baseline.from);
        match months {
            Ok(whole) if begun && !whole.is_partial() => self.since_period(Ok(whole)),
            Ok(_) | Err(_) => self.since_published(baseline),
        }
    }

    fn pooled(&self, from: Month, until: Month) -> PooledOrNot<'p> {
        let months = self
            .series
            .between(from, until)
            .iter()
            .map(|month| (month.month, &month.reading));
        pool(self.indicator, months, from, until)
    }

    fn since_period(&self, then: PooledOrNot<'p>) -> StepOrNot<'p> {
        self.with_good_direction()?;
        let now = self.periods.half_year.map_err(WhyNoStep::Now)?;
        let then = then.map_err(WhyNoStep::Then)?;
        self.same_definition(then.until)?;
        let values = (self.value_of(&now), self.value_of(&then));
        Ok(self.step(
            Span::Months(now),
            Span::Months(then),
            values,
            self.chance(&now, &then),
        ))
    }

    /// Two months of a series that is not tested: the difference is printed, without a word.
    fn since_month(&self, then: Month) -> StepOrNot<'p> {
        self.with_good_direction()?;
        let value = |month: Month| {
            let owed = self
                .series
                .owed()
                .rfind(|observation| observation.month <= month)?;
            Some((owed.month, owed.published()?))
        };
        let (now, latest) = value(self.now).ok_or(WhyNoStep::Now(WhyNotPooled::NoFigures))?;
        let (then, earlier) = value(then).ok_or(WhyNoStep::Then(WhyNotPooled::NoFigures))?;
        self.same_definition(then)?;
        if now <= then {
            return Err(WhyNoStep::Overlap);
        }
        Ok(self.step(Span::Month(now), Span::Month(then), (latest, earlier), None))
    }

    /// The half-year, or the latest number on a day, beside a value that somebody published.
    fn since_published(&self, baseline: &'p Baseline) -> StepOrNot<'p> {
        self.with_good_direction()?;
        let then = published(baseline.value.value().0, *self.indicator.decimals.value());
        match self.periods.half_year {
            // The total of a period cannot be set beside that of another length.
            Ok(now) if now.denominator.is_none() => Err(WhyNoStep::Then(WhyNotPooled::NoFigures)),
            Ok(now) => {
                let chance = self.chance_of_value(&now, then);
                Ok(self.step(
                    Span::Months(now),
                    Span::Baseline(baseline),
                    (now.published, then),
                    chance,
                ))
            }
            Err(WhyNotPooled::Stock | WhyNotPooled::AlreadyPooled)
                if self.indicator.nature != Nature::Cumulative =>
            {
                let latest = self
                    .series
                    .current()
                    .and_then(|month| Some((month.month, month.published()?)));
                let (month, now) = latest.ok_or(WhyNoStep::Now(WhyNotPooled::NoFigures))?;
                Ok(self.step(Span::Month(month), Span::Baseline(baseline), (now, then), None))
            }
            Err(why) => Err(WhyNoStep::Now(why)),
        }
    }

    fn with_good_direction(&self) -> Result<(), WhyNoStep> {
        if self.indicator.good == Good::Neutral {
            Err(WhyNoStep::Neutral)
        } else {
            Ok(())
        }
    }

    fn same_definition(&self, then: Month) -> Result<(), WhyNoStep> {
        let same = self.indicator.version_in(then) == self.indicator.version_in(self.now);
        if same { Ok(()) } else { Err(WhyNoStep::Break) }
    }

    /// Whether the later period, or the latest number on a day, begins when the earlier one is over.
    fn is_after(&self, then: Month) -> Result<(), WhyNoStep> {
        let latest = self.series.current().map_or(self.now, |latest| latest.month);
        let begins = self.periods.half_year.map_or(latest, |now| now.from);
        if then < begins {
            Ok(())
        } else {
            Err(WhyNoStep::Overlap)
        }
    }

    /// Sums of periods with unlike numbers of months are compared by their average month, at one decimal more.
    fn value_of(&self, period: &Pooled<'p>) -> Decimal {
        let months = Decimal::from(period.with_figure);
        match (period.denominator, period.numerator.checked_div(months)) {
            (None, Some(average)) => published(average, *self.indicator.decimals.value() + 1),
            (Some(_), _) | (None, None) => period.published,
        }
    }

    fn step(
        &self,
        now: Span<'p>,
        then: Span<'p>,
        values: (Decimal, Decimal),
        chance: Option<Change>,
    ) -> Step<'p> {
        let (now_value, then_value) = values;
        let word = chance.map_or(StepWord::NotTested, |change| {
            self.word(change, now_value, then_value)
        });
        Step {
            now,
            then,
            now_value,
            then_value,
            difference: now_value - then_value,
            word,
            chance,
        }
    }

    fn word(&self, change: Change, now: Decimal, then: Decimal) -> StepWord {
        match (change, self.indicator.good, self.aim) {
            (Change::WithinChance, ..) | (_, Good::Neutral, _) => StepWord::NoClearChange,
            (Change::Higher, Good::High, _) | (Change::Lower, Good::Low, _) => StepWord::Better,
            (Change::Higher, Good::Low, _) | (Change::Lower, Good::High, _) => StepWord::Worse,
            (Change::Higher | Change::Lower, Good::Range, Some(Aim::Range(low, high))) => {
                match outside(now, low, high).cmp(&outside(then, low, high)) {
                    Ordering::Less => StepWord::Better,
                    Ordering::Equal => StepWord::NoClearChange,
                    Ordering::Greater => StepWord::Worse,
                }
            }
            (Change::Higher | Change::Lower, Good::Range, Some(Aim::Value(_)) | None) => StepWord::NotTested,
        }
    }

    /// Whether chance explains that two periods differ: counts out of counts as proportions, counts of a population or of
    /// months as rates, measured months by their own spread.
    fn chance(&self, now: &Pooled<'p>, then: &Pooled<'p>) -> Option<Change> {
        let by_counts = match self.indicator.unit {
            Unit::Percent => proportion(now)
                .zip(proportion(then))
                .map(|(now, then)| now.change_since(then)),
            Unit::Number | Unit::RatePer10000 => rate(now)
                .zip(rate(then))
                .map(|(now, then)| now.change_since(then)),
            Unit::Days | Unit::Ratio => None,
        };
        by_counts.or_else(|| average::change(&self.values(then), &self.values(now)))
    }

    /// Whether the half-year's interval leaves out a value that is taken as certain.
    fn chance_of_value(&self, now: &Pooled<'p>, then: Decimal) -> Option<Change> {
        let share = binary64(then.checked_div(Decimal::ONE_HUNDRED)?)?;
        match self.indicator.unit {
            Unit::Percent => Some(proportion(now)?.interval().compared_with(share)),
            Unit::Number | Unit::RatePer10000 | Unit::Days | Unit::Ratio => None,
        }
    }

    /// The months of a period that have a value.
    fn values(&self, period: &Pooled<'p>) -> Vec<f64> {
        let months = self.series.between(period.from, period.until).iter();
        months
            .filter_map(|month| for_statistics(month.known()?.figure, self.indicator.unit))
            .collect()
    }
}

fn proportion(period: &Pooled<'_>) -> Option<Proportion> {
    Proportion::new(whole(period.numerator)?, whole(period.denominator?)?)
}

/// Events in a population, summed over months, or in so many months.
fn rate(period: &Pooled<'_>) -> Option<Rate> {
    let exposure = period.denominator.unwrap_or(Decimal::from(period.with_figure));
    Rate::new(whole(period.numerator)?, binary64(exposure)?)
}
