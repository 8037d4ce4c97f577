//! Everything that the papers say of one indicator, worked out once.
//! Knows the parts of the analysis and their order; each part has its own file.

use crate::analysis::assurance::assurance;
use crate::analysis::comparison::{Compared, comparators};
use crate::analysis::forecast::{Forecast, outlook, pace};
use crate::analysis::method::{Method, method};
use crate::analysis::movement::Evidence;
use crate::analysis::observe::Observer;
use crate::analysis::phases::{Phase, phases};
use crate::analysis::progress::{Progress, improved, sustained};
use crate::analysis::rare::{TimeBetween, time_between};
use crate::analysis::rater::{Rater, sample_interval};
use crate::analysis::rating::{Aim, Basis, Rated, Rating};
use crate::analysis::series::{Observation, Series};
use crate::analysis::step::Ground;
use crate::analysis::streak::{Streak, at_target, off_target};
use crate::analysis::supply::Supplies;
use crate::analysis::target::{EndTarget, end_target};
use crate::analysis::verdict::Verdict;
use crate::analysis::year_to_date::{Periods, half_year_of, periods};
use crate::catalogue::Occasion;
use crate::domain::{Date, End, Indicator, Month, Programme, SixMonthlyPaper, Version};
use crate::statistics::interval::Interval;
use crate::statistics::run_chart::{MedianFrom, RunPhase, run_chart};
use crate::statistics::series::Series as Rows;
use rust_decimal::Decimal;

/// Whether an indicator is in use in the month of the paper.
#[derive(Debug, Clone, Copy)]
pub enum Life<'p> {
    /// It has not begun.
    NotBegun,
    /// It is in use.
    InUse,
    /// It has ended; its last figure stands.
    Ended(&'p End),
}

/// The difference from the figure before, in published values.
#[derive(Debug, Clone, Copy)]
pub enum Difference<'p> {
    /// So much, since that month.
    By {
        /// Latest less earlier, in the indicator's unit.
        amount: Decimal,
        /// The month of the earlier figure.
        since: Month,
    },
    /// Between the two the definition changed.
    Break(&'p Version),
    /// The latest figure is missing.
    NoFigure,
    /// The figure before is missing.
    NoFigureBefore(Month),
    /// It is the first figure.
    First,
}

/// What the method found, in the terms of that method.
#[derive(Debug, Clone)]
pub enum Statistics {
    /// Lines and signals are in the phases.
    Control,
    /// The run chart of the current phase.
    Run(RunPhase),
    /// The interval of the latest sample, in the indicator's unit, at 95%.
    Sample(Interval),
    /// The time since the last event.
    Between(TimeBetween),
    /// Nothing was tested.
    None,
}

/// Everything about one indicator in one paper.
#[derive(Debug, Clone)]
pub struct Assessed<'p> {
    /// The indicator.
    pub indicator: &'p Indicator,
    /// Whether it is in use.
    pub life: Life<'p>,
    /// Its months.
    pub series: Series<'p>,
    /// The difference from the figure before.
    pub difference: Difference<'p>,
    /// The last point of its trajectory, of the current definition.
    pub end_target: Option<EndTarget>,
    /// Published figures of others; those that may stand beside ours first.
    pub comparators: Vec<Compared<'p>>,
    /// The phases of the series; at least one where there is any month.
    pub phases: Vec<Phase<'p>>,
    /// How it is tested.
    pub method: Method,
    /// What the test found.
    pub statistics: Statistics,
    /// The verdict, in one value: rating, movement, and what the process will do with the targets.
    pub verdict: Verdict<'p>,
    /// Figures in a row at target.
    pub at_target: Streak,
    /// Figures in a row off target.
    pub off_target: Streak,
    /// Year to date, quarter, half-year.
    pub periods: Periods<'p>,
    /// Sustained, improved, pace.
    pub progress: Progress<'p>,
    /// Needed, achieved, and the forecast.
    pub forecast: Forecast,
    rater: Rater<'p>,
}

/// What every indicator of a paper is assessed with.
#[derive(Debug)]
struct Setting<'p> {
    supplies: Supplies<'p>,
    smallest_denominator: u32,
    half_years: &'p SixMonthlyPaper,
    excellence: Month,
    period: Month,
    as_at: Date,
}

/// Assesses every indicator of a programme, which knows no more than the paper may, in the order of the programme.
#[must_use]
pub fn assess<'p>(programme: &'p Programme, occasion: &Occasion) -> Vec<Assessed<'p>> {
    let charter = &programme.charter;
    let setting = Setting {
        supplies: Supplies::gather(programme),
        smallest_denominator: charter.disclosure.smallest_denominator,
        half_years: &charter.papers.six_monthly,
        excellence: charter.excellence.date.value().month(),
        period: occasion.period,
        as_at: occasion.as_at,
    };
    programme
        .indicators
        .iter()
        .map(|indicator| setting.assess(indicator))
        .collect()
}

impl<'p> Setting<'p> {
    fn assess(&self, indicator: &'p Indicator) -> Assessed<'p> {
        let rater = Rater::new(indicator, self.smallest_denominator);
        let last = self.last_month(indicator);
        let series = Observer {
            indicator,
            supplies: &self.supplies,
            rater,
        }
        .series(last);
        let now = series.current().map_or(last, |latest| latest.month);
        let phases = phases(indicator, &series);
        let tested = Tested::new(indicator, &series, &phases, now);
        let end_target = end_target(indicator, now);
        let verdict = verdict(indicator, &series, now, &tested, end_target);
        let periods = periods(indicator, &series, last, self.half_years);
        let at_target = at_target(&series);
        let pace = pace(indicator, &series, end_target);
        let ground = Ground {
            indicator,
            series: &series,
            periods: &periods,
            now: last,
            aim: verdict.aim,
        };
        let signal = verdict.movement.signal();
        let (half_year, _) = half_year_of(last, self.half_years);
        let progress = Progress {
            sustained: sustained(signal, ground.since_half_year_before(half_year), at_target),
            improved: improved(signal, ground.since_baseline(), ground.since_year_before()),
            pace,
        };
        let outlook = outlook(indicator, tested.method, phases.last(), self.excellence);
        Assessed {
            indicator,
            life: self.life(indicator, last),
            difference: difference(indicator, &series),
            end_target,
            comparators: comparators(indicator, now, self.as_at),
            method: tested.method,
            statistics: tested.statistics,
            verdict,
            at_target,
            off_target: off_target(&series),
            periods,
            progress,
            forecast: Forecast { pace, outlook },
            rater,
            phases,
            series,
        }
    }

    /// The month that the paper's figures are of: its own, less the indicator's lag, and none after the indicator's end.
    fn last_month(&self, indicator: &Indicator) -> Month {
        let last = indicator.figure_month(self.period);
        indicator
            .ends
            .as_ref()
            .map_or(last, |end| last.min(*end.month.value()))
    }

    fn life(&self, indicator: &'p Indicator, last: Month) -> Life<'p> {
        let begins = indicator.begins.as_ref().map(|month| *month.value());
        match &indicator.ends {
            Some(end) if *end.month.value() < self.period => Life::Ended(end),
            Some(_) | None if begins.is_some_and(|first| last < first) => Life::NotBegun,
            Some(_) | None => Life::InUse,
        }
    }
}

/// What the methods found of the current phase.
#[derive(Debug)]
struct Tested<'a, 'p> {
    method: Method,
    statistics: Statistics,
    phase: Option<&'a Phase<'p>>,
}

impl<'a, 'p> Tested<'a, 'p> {
    /// Whatever the method does not ask for is not worked out.
    fn new(indicator: &Indicator, series: &Series<'p>, phases: &'a [Phase<'p>], now: Month) -> Self {
        let phase = phases.last();
        let without_limits = phase.filter(|phase| phase.lines.is_none());
        let runs = without_limits.and_then(|phase| runs_of(&phase.rows()));
        let method = method(indicator, now, phase, runs.as_ref());
        let statistics = match method {
            Method::ControlChart { .. } => Statistics::Control,
            Method::RunChart { .. } => runs.map_or(Statistics::None, Statistics::Run),
            Method::SampleInterval => latest_interval(series).map_or(Statistics::None, Statistics::Sample),
            Method::TimeBetween => time_between(series).map_or(Statistics::None, Statistics::Between),
            Method::PlainLine(_) | Method::TooSoon { .. } => Statistics::None,
        };
        Self {
            method,
            statistics,
            phase,
        }
    }
}

/// The interval of the latest sample.
fn latest_interval(series: &Series<'_>) -> Option<Interval> {
    let latest = series.current()?;
    sample_interval(latest.numerator()?, latest.denominator()?)
}

fn runs_of(rows: &[Option<f64>]) -> Option<RunPhase> {
    let rows = Rows::one_phase(rows).ok()?;
    run_chart(&rows, MedianFrom::WholePhase).into_iter().next()
}

fn verdict<'p>(
    indicator: &'p Indicator,
    series: &Series<'p>,
    now: Month,
    tested: &Tested<'_, 'p>,
    end_target: Option<EndTarget>,
) -> Verdict<'p> {
    let latest = series.current();
    let aim: Option<Aim> = latest.and_then(|latest| latest.aim);
    let evidence = Evidence {
        method: tested.method,
        statistics: &tested.statistics,
        phase: tested.phase,
        indicator,
        aim,
    };
    let assured = |aim| assurance(aim, indicator.good, tested.method, tested.phase);
    Verdict {
        indicator,
        month: now,
        reading: latest.map(|latest| latest.reading),
        aim,
        rated: latest.map_or(NOTHING_TO_RATE, |latest| latest.rated),
        movement: evidence.movement(),
        assurance: assured(aim),
        end_target,
        end_assurance: assured(end_target.map(|end| end.aim)),
    }
}

/// The rating of an indicator without any month.
const NOTHING_TO_RATE: Rated = Rated {
    rating: Rating::NotRated,
    basis: Basis::NothingToRate,
};

/// The difference of the latest figure from the one owed before it, both as printed.
fn difference<'p>(indicator: &'p Indicator, series: &Series<'p>) -> Difference<'p> {
    let (Some(latest), Some(before)) = (series.current(), series.previous()) else {
        return Difference::First;
    };
    let broken = indicator
        .versions
        .iter()
        .find(|version| *version.number.value() == latest.version);
    match (broken, latest.published(), before.published()) {
        (Some(version), ..) if latest.version != before.version => Difference::Break(version),
        (_, None, _) => Difference::NoFigure,
        (_, Some(_), None) => Difference::NoFigureBefore(before.month),
        (_, Some(now), Some(then)) => Difference::By {
            amount: now - then,
            since: before.month,
        },
    }
}

impl<'p> Assessed<'p> {
    /// The latest month that owes a figure, with its target and rating.
    #[must_use]
    pub fn current(&self) -> Option<&Observation<'p>> {
        self.series.current()
    }

    /// The month before it that owes a figure.
    #[must_use]
    pub fn previous(&self) -> Option<&Observation<'p>> {
        self.series.previous()
    }

    /// The current phase.
    #[must_use]
    pub fn phase(&self) -> Option<&Phase<'p>> {
        self.phases.last()
    }

    /// The rating that a month would have against another target, such as the end target.
    #[must_use]
    pub fn rated_against(&self, month: Month, aim: Aim) -> Option<Rated> {
        let observation = self.series.at(month)?;
        Some(
            self.rater
                .rate(self.series.before(month), month, &observation.reading, Some(aim)),
        )
    }

    /// The published figure that stands beside ours: the latest of the same definition.
    #[must_use]
    pub fn comparator(&self) -> Option<&Compared<'p>> {
        self.comparators.iter().find(|compared| compared.is_comparable())
    }
}
