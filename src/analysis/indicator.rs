//! Everything that the papers say of one indicator, worked out once.
//! Knows the parts of the analysis and their order; each part has its own file.

use crate::analysis::comparison::Compared;
use crate::analysis::forecast::Forecast;
use crate::analysis::method::Method;
use crate::analysis::phases::Phase;
use crate::analysis::progress::Progress;
use crate::analysis::rare::TimeBetween;
use crate::analysis::series::{Observation, Series};
use crate::analysis::streak::Streak;
use crate::analysis::target::EndTarget;
use crate::analysis::verdict::Verdict;
use crate::analysis::year_to_date::Periods;
use crate::domain::{End, Indicator, Month, Version};
use crate::statistics::interval::Interval;
use crate::statistics::run_chart::RunPhase;
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
}
