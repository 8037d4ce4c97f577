//! Knows a figure over the months: a control chart with limits, a run chart with a median, or a plain line,
//! depending on what its phases hold. Refuses to compute any of it: mean, limits, signals and words are told
//! to it.

pub(crate) mod layout;

use std::ops::Range;

use super::Svg;
use super::finite::Finite;
use super::frame::{DrawnAs, Frame, Months, intervals};
use super::label::Label;
use super::layers::draw_points;
use super::measure::Measure;
use super::month::Month;
use super::scale::{AxisFrom, Scale, Unit};
use super::scene::{Scene, Size, Typist};
use layout::{draw_under, ends, extent, name_latest, strip};

/// A figure over the months.
#[derive(Clone, Debug)]
pub struct Series {
    /// How large it is printed; [`Size::FULL`] or [`Size::HALF`].
    pub size: Size,
    /// The month of the first point.
    pub first: Month,
    /// One point a month, without leaving any month out; 3 to 60 are usual.
    pub points: Vec<Point>,
    /// For a sample, how far each month's figure may be from the truth: lower and upper end, in the order of
    /// the points; empty for anything else.
    pub intervals: Vec<Option<(Finite, Finite)>>,
    /// What the values are.
    pub unit: Unit,
    /// Where the axis may begin.
    pub axis_from: AxisFrom,
    /// Stretches between recalculations, in order, not overlapping; none for a plain line.
    pub phases: Vec<Phase>,
    /// Where the meaning of the line changes.
    pub breaks: Vec<Break>,
    /// What was aimed at.
    pub target: Option<Target>,
    /// The last value as published, and its month if that is not the last of the chart.
    pub latest: Option<Label>,
}

/// A month's figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// The figure, or why there is none.
    pub reading: Reading,
    /// What is to be remarked on it.
    pub signal: Signal,
}

/// What there is of a month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reading {
    /// A figure.
    Figure(Finite),
    /// No figure although one is owed: a gap in the line.
    Missing,
    /// None is owed, as between the quarters of a quarterly figure: the line goes over it.
    NotOwed,
}

impl Point {
    /// A month without the figure that it owes.
    pub const MISSING: Self = Self {
        reading: Reading::Missing,
        signal: Signal::None,
    };

    /// A month that owes no figure.
    pub const NOT_OWED: Self = Self {
        reading: Reading::NotOwed,
        signal: Signal::None,
    };

    /// The figure, if there is one.
    #[must_use]
    pub const fn value(&self) -> Option<Finite> {
        match self.reading {
            Reading::Figure(value) => Some(value),
            Reading::Missing | Reading::NotOwed => None,
        }
    }

    /// A figure with nothing to remark.
    pub const fn ordinary(value: Finite) -> Self {
        Self {
            reading: Reading::Figure(value),
            signal: Signal::None,
        }
    }
}

/// What the analysis said of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signal {
    /// Nothing.
    None,
    /// A special cause for concern.
    Concern,
    /// A special cause of improvement.
    Improvement,
    /// Unusual, neither good nor bad.
    Unusual,
}

/// A stretch of months with one mean and one pair of limits.
#[derive(Clone, Debug)]
pub struct Phase {
    /// The months it covers, counted from 0.
    pub months: Range<usize>,
    /// Mean, or median of a run chart.
    pub centre: Level,
    /// Process limits, if there are any.
    pub limits: Option<Limits>,
}

/// The lower and the upper process limit.
#[derive(Clone, Debug)]
pub struct Limits {
    /// The lower limit.
    pub lower: Level,
    /// The upper limit.
    pub upper: Level,
    /// How far they may be relied on.
    pub standing: Standing,
}

/// How far limits may be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// From enough points.
    Settled,
    /// From too few points; drawn and named as trial limits.
    Trial,
}

/// A horizontal line and what it is called where it ends. Only the last phase's lines are labelled.
#[derive(Clone, Debug)]
pub struct Level {
    /// Its height.
    pub value: Finite,
    /// Its name and published value.
    pub label: Option<Label>,
}

/// A change of definition, or a recalculation of limits.
#[derive(Clone, Debug)]
pub struct Break {
    /// The first month after it, counted from 0.
    pub before: usize,
    /// What changed, in a few words.
    pub label: Label,
    /// What it does to the line.
    pub line: AcrossBreak,
}

/// What a break does to the line of the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AcrossBreak {
    /// The figures before and after cannot be compared: the line stops and starts again.
    Interrupted,
    /// Only mean and limits start anew.
    Continued,
}

impl Break {
    /// Whether the line stops before this month.
    pub(crate) fn interrupts(&self, month: usize) -> bool {
        self.before == month && self.line == AcrossBreak::Interrupted
    }
}

/// What was aimed at, one value a month (from the first month on, as far as it goes; `None` where there was
/// none).
#[derive(Clone, Debug)]
pub struct Target {
    /// The values.
    pub path: TargetPath,
    /// The bound within which a miss is tolerated, month by month; empty for none.
    pub tolerated: Vec<Option<Finite>>,
    /// What the line is called where it ends.
    pub label: Option<Label>,
}

/// How a target runs.
#[derive(Clone, Debug)]
pub enum TargetPath {
    /// Constant within a month, with steps between months.
    Steps(Vec<Option<Finite>>),
    /// Straight from month to month.
    Trajectory(Vec<Option<Finite>>),
    /// Between a lower and an upper bound.
    Range(Vec<Option<(Finite, Finite)>>),
}

impl TargetPath {
    /// Where the path ends; the middle of a range.
    pub(crate) fn end(&self) -> Option<Finite> {
        match self {
            Self::Steps(values) | Self::Trajectory(values) => values.iter().flatten().next_back().copied(),
            Self::Range(bounds) => {
                let (lower, upper) = bounds.iter().flatten().next_back()?;
                Finite::new(f64::midpoint(lower.get(), upper.get()))
            }
        }
    }

    /// Every value of the path.
    pub(crate) fn values(&self) -> Vec<Finite> {
        match self {
            Self::Steps(values) | Self::Trajectory(values) => values.iter().flatten().copied().collect(),
            Self::Range(bounds) => bounds
                .iter()
                .flatten()
                .flat_map(|(lower, upper)| [*lower, *upper])
                .collect(),
        }
    }
}

/// Lays the chart out.
pub fn lay_out(series: &Series, measure: &dyn Measure) -> Scene {
    lay_out_below(series, 0.0, measure)
}

/// Lays the chart out and leaves so many points free at the top.
pub(crate) fn lay_out_below(series: &Series, top: f64, measure: &dyn Measure) -> Scene {
    let typist = Typist(measure);
    let months = Months {
        first: series.first,
        count: series.points.len(),
        drawn_as: DrawnAs::Points,
    };
    let scale = Scale::over(
        extent(series),
        series.unit,
        series.axis_from,
        intervals(series.size, top),
    );
    let ends = ends(series, &scale, months.count, typist);
    let frame = Frame::new(series.size, months, scale, ends.width(), typist).lowered(top);
    let strip = strip(series, &frame, typist);
    let frame = frame.lowered(strip.height());
    let mut scene = Scene::new(series.size);
    draw_under(series, &frame, &mut scene, typist);
    strip.draw(&frame.plot, &mut scene);
    draw_points(&series.points, &series.breaks, &frame, &mut scene);
    ends.draw(&frame, &mut scene);
    name_latest(series, &frame, &mut scene, typist);
    scene
}

/// Draws the chart. If its axis does not start at nought, it says so above the axis.
pub fn draw(series: &Series, measure: &dyn Measure) -> Svg {
    lay_out(series, measure).draw()
}
