//! Figures of several months taken together: year to date, quarter, half-year. Recomputed from counts, never averaged from percentages.
//! Knows what may be summed and where a definition breaks the sum; not what the sum is worth.

use crate::analysis::exact::printed;
use crate::analysis::series::{Gap, Known, Reading, Series};
use crate::domain::{Figure, Indicator, Month, Nature, PaperKind, SixMonthlyPaper, Unit, Version};
use rust_decimal::Decimal;

/// Months taken together.
#[derive(Debug, Clone, Copy)]
pub struct Pooled<'p> {
    /// The first month that is in it.
    pub from: Month,
    /// The last month that is in it.
    pub until: Month,
    /// Months from the first to the last that owe a figure.
    pub owed: usize,
    /// Those of them that have one: "5 of 7 months".
    pub with_figure: usize,
    /// What is counted, or the sum of the values where there is no denominator.
    pub numerator: Decimal,
    /// Out of what, where the figures are counts out of counts.
    pub denominator: Option<Decimal>,
    /// The exact value, in the indicator's unit. A rate is that of an average month; it is not annualised.
    pub exact: Decimal,
    /// The value as printed.
    pub published: Decimal,
    /// The definition at which it begins, where the period asked for began earlier.
    pub since_break: Option<&'p Version>,
}

/// Why months are not taken together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyNotPooled {
    /// How many there are on a day cannot be added to how many there were on another.
    Stock,
    /// The figure is a year to date already, or one of twelve months.
    AlreadyPooled,
    /// Averages without their counts cannot be added.
    NoCounts,
    /// No month of the period has a figure.
    NoFigures,
    /// The sum is beyond what a decimal holds.
    TooLarge,
}

/// Months taken together, or why not.
pub type PooledOrNot<'p> = Result<Pooled<'p>, WhyNotPooled>;

/// The periods that the papers print for an indicator, each up to the month of its latest figure.
#[derive(Debug, Clone, Copy)]
pub struct Periods<'p> {
    /// From April.
    pub year_to_date: PooledOrNot<'p>,
    /// From the beginning of the quarter of the financial year.
    pub quarter: PooledOrNot<'p>,
    /// From the beginning of the half-year that the chair's report covers.
    pub half_year: PooledOrNot<'p>,
    /// The half-year before, whole.
    pub previous_half_year: PooledOrNot<'p>,
    /// The same months as [`Periods::half_year`], a year earlier.
    pub year_before: PooledOrNot<'p>,
}

/// Takes the months `from` to `until` together. Starts at the definition that `until` follows where that began later.
///
/// # Errors
/// See [`WhyNotPooled`].
pub fn pool<'a, 'p: 'a>(
    indicator: &'p Indicator,
    months: impl Iterator<Item = (Month, &'a Reading<'p>)>,
    from: Month,
    until: Month,
) -> PooledOrNot<'p> {
    refuse_by_nature(indicator.nature)?;
    let since_break = latest_version(indicator, until).filter(|version| from < *version.from.value());
    let from = since_break.map_or(from, |version| *version.from.value());
    let mut sum = Sum::default();
    for (_, reading) in months.filter(|(month, _)| (from..=until).contains(month)) {
        sum.add(reading, indicator.unit)?;
    }
    let (exact, denominator) = sum.value(indicator.unit)?;
    Ok(Pooled {
        from,
        until,
        owed: sum.owed,
        with_figure: sum.with_figure,
        numerator: sum.numerator,
        denominator,
        exact,
        published: printed(exact, indicator.unit, *indicator.decimals.value()).0,
        since_break,
    })
}

/// The definition that a month follows, where one is recorded.
fn latest_version(indicator: &Indicator, month: Month) -> Option<&Version> {
    indicator
        .versions
        .iter()
        .rev()
        .find(|version| *version.from.value() <= month)
}

fn refuse_by_nature(nature: Nature) -> Result<(), WhyNotPooled> {
    match nature {
        Nature::Flow | Nature::Rare | Nature::Sample => Ok(()),
        Nature::Stock => Err(WhyNotPooled::Stock),
        Nature::Cumulative | Nature::Rolling => Err(WhyNotPooled::AlreadyPooled),
    }
}

/// A sum in the making.
#[derive(Debug, Default)]
struct Sum {
    owed: usize,
    with_figure: usize,
    numerator: Decimal,
    /// The sum of the denominators of those months that have one.
    denominator: Decimal,
    /// Months with a denominator.
    out_of: usize,
}

impl Sum {
    fn add(&mut self, reading: &Reading<'_>, unit: Unit) -> Result<(), WhyNotPooled> {
        match reading {
            Reading::Absent(Gap::NotOwed) => {}
            Reading::Absent(_) => self.owed += 1,
            Reading::Known(known) => {
                self.owed += 1;
                self.with_figure += 1;
                self.add_known(known, unit)?;
            }
        }
        Ok(())
    }

    /// Counts out of counts are summed on both sides; a plain number is summed as it is; anything else is an average of which
    /// the counts are not known.
    fn add_known(&mut self, known: &Known<'_>, unit: Unit) -> Result<(), WhyNotPooled> {
        let above = match (known.figure, unit) {
            (
                Figure::Parts {
                    numerator,
                    denominator,
                },
                _,
            ) => {
                self.out_of += 1;
                self.denominator = self
                    .denominator
                    .checked_add(denominator.0)
                    .ok_or(WhyNotPooled::TooLarge)?;
                numerator.0
            }
            (Figure::Value(value), Unit::Number) => value.0,
            (Figure::Value(_), Unit::Percent | Unit::RatePer10000 | Unit::Days | Unit::Ratio)
            | (Figure::Missing { .. }, _) => return Err(WhyNotPooled::NoCounts),
        };
        self.numerator = self.numerator.checked_add(above).ok_or(WhyNotPooled::TooLarge)?;
        Ok(())
    }

    /// The value of all months together, and their denominator.
    fn value(&self, unit: Unit) -> Result<(Decimal, Option<Decimal>), WhyNotPooled> {
        match (self.with_figure, self.out_of) {
            (0, _) => Err(WhyNotPooled::NoFigures),
            (_, 0) => Ok((self.numerator, None)),
            (all, out_of) if out_of < all => Err(WhyNotPooled::NoCounts),
            _ => {
                let scaled = self
                    .numerator
                    .checked_mul(unit.scale())
                    .ok_or(WhyNotPooled::TooLarge)?;
                let exact = scaled
                    .checked_div(self.denominator)
                    .ok_or(WhyNotPooled::TooLarge)?;
                Ok((exact, Some(self.denominator)))
            }
        }
    }
}

impl Pooled<'_> {
    /// How much of the period is in it: `5 of 7 months`.
    #[must_use]
    pub fn coverage(&self) -> String {
        self.coverage_in("month", "months")
    }

    /// The same in quarters or years, where a figure is owed for each of those.
    #[must_use]
    pub fn coverage_in(&self, one: &str, many: &str) -> String {
        let periods = if self.owed == 1 { one } else { many };
        format!("{} of {} {periods}", self.with_figure, self.owed)
    }

    /// Whether a month that owes a figure is not in it.
    #[must_use]
    pub fn is_partial(&self) -> bool {
        self.with_figure < self.owed
    }
}

impl WhyNotPooled {
    /// In words, for a note.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Stock => "a number on a day is never summed over days",
            Self::AlreadyPooled => "the figure is itself a total of several months",
            Self::NoCounts => "averages without their counts cannot be taken together",
            Self::NoFigures => "no month of the period has a figure",
            Self::TooLarge => "the sum is too large to calculate with",
        }
    }
}

/// The half-year in which a month lies, by its first and last month: the chair's report says in which month the first one ends.
#[must_use]
pub fn half_year_of(month: Month, paper: &SixMonthlyPaper) -> (Month, Month) {
    let length = PaperKind::SixMonthly.months();
    let over = month.months_since(paper.first).rem_euclid(length);
    let until = month.plus((length - over).rem_euclid(length));
    (until.plus(1 - length), until)
}

/// The first month of the quarter of the financial year in which a month lies.
fn quarter_start(month: Month) -> Month {
    month.plus(-(month.months_since(month.financial_year_start()) % 3))
}

/// The periods of an indicator whose latest figure is of `month`.
pub(crate) fn periods<'p>(
    indicator: &'p Indicator,
    series: &Series<'p>,
    month: Month,
    paper: &SixMonthlyPaper,
) -> Periods<'p> {
    let pooled = |from, until| {
        let months = series
            .between(from, until)
            .iter()
            .map(|observation| (observation.month, &observation.reading));
        pool(indicator, months, from, until)
    };
    let (from, until) = half_year_of(month, paper);
    let length = until.months_since(from) + 1;
    Periods {
        year_to_date: pooled(month.financial_year_start(), month),
        quarter: pooled(quarter_start(month), month),
        half_year: pooled(from, month),
        previous_half_year: pooled(from.plus(-length), from.plus(-1)),
        year_before: pooled(from.plus(-12), month.plus(-12)),
    }
}
