//! Knows the ground of every chart over months: where months and values lie (plotters maps them), gridlines,
//! value ticks, month names. Refuses to know what is drawn on it.

use plotters::coord::CoordTranslate;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;

use super::canvas::{points, units};
use super::finite::place;
use super::measure::Weight;
use super::month::Month;
use super::month_axis::{FOOT, MonthTick, Room, draw_month, month_ticks, years_apart};
use super::palette::{BASELINE, GRIDLINE, MUTED};
use super::scale::{Scale, Tick};
use super::scene::{Anchor, LINE_HEIGHT, Rect, Role, Scene, Size, Spot, Typist, spot};

/// Above the plot: half of the topmost tick's text.
const HEAD: f64 = 7.0;
/// From the value ticks' text to the plot.
const TICK_GAP: f64 = 6.0;
/// Kept free at the picture's left edge.
const EDGE: f64 = 0.5;
/// From the plot's edge to its first or last month, at most.
const SIDE: f64 = 8.0;
/// Least room to the right of a plot: the last month's name reaches beyond it.
const RIGHT: f64 = 10.0;
/// Height of plot for each interval between ticks.
const INTERVAL: f64 = 18.0;

/// How many intervals between value ticks suit a chart of this height with so much left free at its top.
pub(crate) fn intervals(size: Size, top: f64) -> u32 {
    let room = size.height - top - FOOT - HEAD - 12.0;
    (1..=5)
        .rev()
        .find(|count| f64::from(*count) * INTERVAL <= room)
        .unwrap_or(1)
}

/// The months along the foot.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Months {
    pub(crate) first: Month,
    pub(crate) count: usize,
    pub(crate) drawn_as: DrawnAs,
}

/// What stands in a month, which decides how near to the plot's edges the first and the last may lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DrawnAs {
    /// A point of a line.
    Points,
    /// A column, which takes its share of the whole month.
    Columns,
}

/// Where months and values lie on the picture.
pub(crate) struct Frame {
    pub(crate) plot: Rect,
    pub(crate) scale: Scale,
    pub(crate) months: Months,
    map: Cartesian2d<RangedCoordf64, RangedCoordf64>,
}

impl Frame {
    /// A frame that leaves `right` points beside the plot and nothing above it.
    pub(crate) fn new(size: Size, months: Months, scale: Scale, right: f64, typist: Typist<'_>) -> Self {
        let widest = scale
            .ticks
            .iter()
            .map(|tick| typist.regular().width(&tick.text))
            .fold(0.0, f64::max);
        let plot = Rect {
            left: widest + TICK_GAP + EDGE,
            top: HEAD,
            right: size.width - right.max(RIGHT),
            bottom: size.height - FOOT,
        };
        let map = map(&plot, &scale, months);
        Self {
            plot,
            scale,
            months,
            map,
        }
    }

    /// The same months with their plot begun so many points lower.
    pub(crate) fn lowered(self, by: f64) -> Self {
        let plot = Rect {
            top: self.plot.top + by,
            ..self.plot
        };
        let map = map(&plot, &self.scale, self.months);
        Self { plot, map, ..self }
    }

    /// The place of a value in a month (counted from 0; a half is between two months).
    pub(crate) fn at(&self, month: f64, value: f64) -> Spot {
        let (x, y) = self.map.translate(&(month, value));
        spot(points(x), points(y))
    }

    /// A line over the months given as their first and last, cut at the plot's edges.
    pub(crate) fn level(&self, from: f64, to: f64, value: f64) -> Vec<Spot> {
        let inside = |at: Spot| spot(at.x.clamp(self.plot.left, self.plot.right), at.y);
        vec![inside(self.at(from, value)), inside(self.at(to, value))]
    }

    /// Draws the grid, the value ticks and the months.
    pub(crate) fn draw(&self, scene: &mut Scene, typist: Typist<'_>) {
        let mut lowest_free = f64::INFINITY;
        for tick in &self.scale.ticks {
            let y = self.at(0.0, tick.value).y;
            self.draw_gridline(tick, y, scene);
            // On a very low plot not every line has room for its number.
            if y <= lowest_free {
                let at = spot(self.plot.left - TICK_GAP, y);
                scene.words(
                    typist
                        .set(&tick.text, at, Anchor::End, Weight::Regular)
                        .coloured(MUTED),
                );
                lowest_free = y - LINE_HEIGHT + 1.0;
            }
        }
        let ticks = self.month_ticks(typist);
        for tick in &ticks {
            let foot = self.at(place(tick.index), self.scale.low);
            draw_month(tick, foot, years_apart(&ticks), scene, typist);
        }
    }

    fn draw_gridline(&self, tick: &Tick, y: f64, scene: &mut Scene) {
        let stroke = if tick.value == 0.0 { BASELINE } else { GRIDLINE };
        scene.segment(
            spot(self.plot.left, y),
            spot(self.plot.right, y),
            stroke,
            Role::Help,
        );
    }

    fn month_ticks(&self, typist: Typist<'_>) -> Vec<MonthTick> {
        let spacing = self.at(1.0, self.scale.low).x - self.at(0.0, self.scale.low).x;
        month_ticks(self.months.first, self.months.count, Room::of(spacing, typist))
    }
}

/// Months from edge to edge with a little room at the sides; values from the foot up.
fn map(plot: &Rect, scale: &Scale, months: Months) -> Cartesian2d<RangedCoordf64, RangedCoordf64> {
    let last = place(months.count.saturating_sub(1));
    let little = SIDE * last / (plot.width() - 2.0 * SIDE).max(1.0);
    let side = match months.drawn_as {
        DrawnAs::Points if months.count > 1 => little.min(0.5),
        DrawnAs::Points | DrawnAs::Columns => 0.5,
    };
    let across = units(plot.left)..units(plot.right);
    Cartesian2d::new(
        -side..last + side,
        scale.low..scale.high,
        (across, units(plot.bottom)..units(plot.top)),
    )
}
