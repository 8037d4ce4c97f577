//! Knows a figure over the months: a control chart with limits, a run chart with a median, or a plain line, depending on what its phases
//! hold. Refuses to compute any of it: mean, limits, signals and words are told to it.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Svg;
use super::call_out::call_out;
use super::ends::Ends;
use super::finite::{Finite, place};
use super::frame::{DrawnAs, Frame, Months, intervals};
use super::label::Label;
use super::layers::{draw_intervals, draw_phases, draw_points, draw_target, newest};
use super::measure::{Measure, Weight};
use super::month::Month;
use super::palette::{BREAK, CONCERN, IMPROVEMENT, TRIAL_LIMIT, UNUSUAL};
use super::scale::{AxisFrom, Extent, Scale, Unit};
use super::scene::{Scene, Size, Typist, spot};
use super::strip::{Drop, Sign, Strip};

/// A figure over the months.
#[derive(Clone, Debug)]
pub struct Series {
    /// How large it is printed; [`Size::FULL`] or [`Size::HALF`].
    pub size: Size,
    /// The month of the first point.
    pub first: Month,
    /// One point a month, without leaving any month out; 3 to 60 are usual.
    pub points: Vec<Point>,
    /// For a sample, how far each month's figure may be from the truth: lower and upper end, in the order of the points; empty
    /// for anything else.
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
    /// The value; `None` shows as a gap.
    pub value: Option<Finite>,
    /// What is to be remarked on it.
    pub signal: Signal,
}

impl Point {
    /// A month without a figure.
    pub const MISSING: Self = Self {
        value: None,
        signal: Signal::None,
    };

    /// A figure with nothing to remark.
    pub const fn ordinary(value: Finite) -> Self {
        Self {
            value: Some(value),
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

/// What was aimed at, one value a month (from the first month on, as far as it goes; `None` where there was none).
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
    let frame = Frame::new(series.size, months, scale, ends.width(), typist);
    let strip = strip(series, &frame, typist);
    let frame = frame.lowered(top + strip.height());
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

/// What the axis must show: the figures, and the lines as far as the unit allows.
pub(crate) fn extent(series: &Series) -> Option<Extent> {
    let lines: Vec<Finite> = lines(series).collect();
    let figures = Extent::of(series.points.iter().filter_map(|point| point.value));
    let ends = series
        .intervals
        .iter()
        .flatten()
        .flat_map(|(lower, upper)| [*lower, *upper]);
    let lines: Vec<Finite> = lines.into_iter().chain(ends).collect();
    figures
        .or_else(|| Extent::of(lines.iter().copied()))
        .map(|known| known.and(series.unit, lines))
}

fn lines(series: &Series) -> impl Iterator<Item = Finite> {
    let limits = |phase: &Phase| {
        phase
            .limits
            .as_ref()
            .map(|limits| [limits.lower.value, limits.upper.value])
    };
    let phases = series.phases.iter().flat_map(move |phase| {
        [phase.centre.value]
            .into_iter()
            .chain(limits(phase).into_iter().flatten())
    });
    let target = series.target.iter().flat_map(|target| {
        target
            .path
            .values()
            .into_iter()
            .chain(target.tolerated.iter().flatten().copied())
    });
    phases.chain(target)
}

/// Grid, target and limits: what lies under the figures.
pub(crate) fn draw_under(series: &Series, frame: &Frame, scene: &mut Scene, typist: Typist<'_>) {
    frame.draw(scene, typist);
    if let Some(target) = &series.target {
        draw_target(target, frame, scene);
    }
    draw_phases(&series.phases, frame, scene);
    draw_intervals(&series.intervals, frame, scene);
}

/// The labels at the right: the latest value before the target, the target before the mean, the mean before the limits.
pub(crate) fn ends<'a>(series: &Series, scale: &Scale, months: usize, typist: Typist<'a>) -> Ends<'a> {
    let mut ends = Ends::new(typist, series.size);
    let mut add = |label: Option<&Label>, value: Finite, rank: u8, weight: Weight| {
        if scale.shows(value.get()) {
            ends.add(label, value.get(), rank, weight);
        }
    };
    if let Some((_, value)) = newest(&series.points).filter(|(month, _)| month + 1 == months) {
        add(series.latest.as_ref(), value, 0, Weight::SemiBold);
    }
    if let Some((target, end)) = series
        .target
        .as_ref()
        .and_then(|target| Some((target, target.path.end()?)))
    {
        add(target.label.as_ref(), end, 1, Weight::Regular);
    }
    if let Some(phase) = series.phases.last() {
        add(
            phase.centre.label.as_ref(),
            phase.centre.value,
            2,
            Weight::Regular,
        );
        for limit in phase
            .limits
            .iter()
            .flat_map(|limits| [&limits.upper, &limits.lower])
        {
            add(limit.label.as_ref(), limit.value, 3, Weight::Regular);
        }
    }
    ends
}

/// What stands above the plot: where the axis starts, the breaks, the meaning of the marks that occur.
pub(crate) fn strip<'a>(series: &Series, frame: &Frame, typist: Typist<'a>) -> Strip<'a> {
    let mut strip = Strip::new(typist, series.size.width);
    if let Some(start) = frame.scale.starts_off_zero() {
        strip.remark(&format!("Axis starts at {start}"));
    }
    let texts = break_texts(&series.breaks);
    let drops = texts.iter().map(|(month, text)| {
        let x = frame.at(place(*month) - 0.5, frame.scale.low).x;
        Drop {
            x: x.clamp(frame.plot.left, frame.plot.right),
            text,
            stroke: BREAK,
        }
    });
    strip.drops(&drops.collect::<Vec<_>>());
    strip.key(&key(series));
    strip
}

/// What is written over each break; what happens in the same month is written together.
fn break_texts(breaks: &[Break]) -> BTreeMap<usize, String> {
    let mut texts: BTreeMap<usize, String> = BTreeMap::new();
    for change in breaks {
        let text = texts.entry(change.before).or_default();
        if !text.is_empty() {
            text.push_str("; ");
        }
        text.push_str(change.label.as_str());
    }
    texts
}

fn key(series: &Series) -> Vec<(Sign, &'static str)> {
    let seen = |signal: Signal| {
        series
            .points
            .iter()
            .any(|point| point.signal == signal && point.value.is_some())
    };
    let trial = |phase: &Phase| {
        phase
            .limits
            .as_ref()
            .is_some_and(|limits| limits.standing == Standing::Trial)
    };
    let entries = [
        (seen(Signal::Concern), Sign::Mark(CONCERN), "Concern"),
        (seen(Signal::Improvement), Sign::Mark(IMPROVEMENT), "Improvement"),
        (seen(Signal::Unusual), Sign::Mark(UNUSUAL), "Unusual"),
        (
            series.phases.iter().any(trial),
            Sign::Stroke(TRIAL_LIMIT),
            "Trial limits",
        ),
    ];
    entries
        .into_iter()
        .filter(|(present, ..)| *present)
        .map(|(_, sign, word)| (sign, word))
        .collect()
}

/// The latest value is named beside its point when later months have none, since then it is not the end of the chart. A chart
/// without any figure says so.
pub(crate) fn name_latest(series: &Series, frame: &Frame, scene: &mut Scene, typist: Typist<'_>) {
    let Some((month, value)) = newest(&series.points) else {
        let middle = spot(
            f64::midpoint(frame.plot.left, frame.plot.right),
            frame.plot.middle(),
        );
        call_out(&"No figures".into(), middle, &frame.plot, scene, typist);
        return;
    };
    if let Some(label) = series.latest.as_ref().filter(|_| month + 1 < frame.months.count) {
        call_out(
            label,
            frame.at(place(month), value.get()),
            &frame.plot,
            scene,
            typist,
        );
    }
}
