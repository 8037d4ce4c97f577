//! Knows the sparkline of a table's row: the last thirteen months, the last of them marked, no text at all.
//! Refuses axes and targets, which the row's other columns print.

use plotters::coord::CoordTranslate;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;

use super::Svg;
use super::canvas::{points, units};
use super::finite::{Finite, place};
use super::layers::{newest, runs};
use super::palette::{Dash, GREY, Mark, SPARK, SPARK_DOT, Stroke};
use super::scale::Extent;
use super::scene::{Rect, Role, Scene, Size, Spot, spot};
use super::series::{Break, Point, Signal};

/// Months shown: a year, and the same month of the year before.
pub const MONTHS: usize = 13;
/// Half the width of the last point's mark, in points.
const MARK_REACH: f64 = 2.8;
/// Room at each edge for the last point's mark, in points.
const MARGIN: f64 = 4.0;

/// The figures of a row.
#[derive(Clone, Debug)]
pub struct Sparkline {
    /// How large it is printed; [`Size::SPARK`].
    pub size: Size,
    /// One point a month; the last [`MONTHS`] are drawn.
    pub points: Vec<Point>,
    /// Where the meaning of the line changes, counted from the first of all points.
    pub breaks: Vec<Break>,
}

/// Lays the sparkline out.
pub fn lay_out(spark: &Sparkline) -> Scene {
    let skipped = spark.points.len().saturating_sub(MONTHS);
    let shown: Vec<Point> = spark.points.iter().skip(skipped).copied().collect();
    let mut scene = Scene::new(spark.size);
    match Extent::of(shown.iter().filter_map(|point| point.value())) {
        None => draw_nothing(&mut scene),
        Some(extent) => {
            let interrupted = |month: usize| {
                spark
                    .breaks
                    .iter()
                    .any(|change| change.interrupts(month + skipped))
            };
            let map = Map::new(spark.size, extent, shown.len());
            draw_line(&runs(&shown, interrupted), &map, &mut scene);
            draw_latest(&shown, &map, &mut scene);
        }
    }
    scene
}

/// Draws the sparkline.
pub fn draw(spark: &Sparkline) -> Svg {
    lay_out(spark).draw()
}

/// A dash in the middle, as a table prints for no figure.
fn draw_nothing(scene: &mut Scene) {
    let Size { width, height } = scene.size;
    let dash = Stroke {
        colour: GREY,
        width: 0.75,
        dash: Dash::Solid,
    };
    scene.segment(
        spot(width / 2.0 - 4.0, height / 2.0),
        spot(width / 2.0 + 4.0, height / 2.0),
        dash,
        Role::Help,
    );
}

fn draw_line(runs: &[Vec<(usize, Finite)>], map: &Map, scene: &mut Scene) {
    let at = |run: &Vec<(usize, Finite)>| run.iter().map(|(month, value)| map.at(*month, *value)).collect();
    let runs: Vec<Vec<Spot>> = runs.iter().map(at).collect();
    let lone = runs
        .iter()
        .filter(|run| run.len() == 1)
        .flatten()
        .copied()
        .collect();
    scene.line(runs, SPARK, Role::Meaning);
    scene.marks(lone, SPARK_DOT);
}

fn draw_latest(shown: &[Point], map: &Map, scene: &mut Scene) {
    if let Some((month, value)) = newest(shown) {
        let signal = shown.get(month).map_or(Signal::None, |point| point.signal);
        let mark = Mark {
            reach: MARK_REACH,
            ..signal.mark_of_latest()
        };
        scene.marks(vec![map.at(month, value)], mark);
    }
}

/// Where months and values lie.
struct Map {
    coordinates: Cartesian2d<RangedCoordf64, RangedCoordf64>,
    /// Months before the first shown: the last stands at the right edge, so that rows of a table line up.
    before: usize,
}

impl Map {
    /// Thirteen months across, however many are known; the least and greatest value from foot to head.
    fn new(size: Size, extent: Extent, shown: usize) -> Self {
        let inner = Rect {
            left: 0.0,
            top: 0.0,
            right: size.width,
            bottom: size.height,
        }
        .shrunk(MARGIN);
        let (low, high) = extent.ends();
        let across = units(inner.left)..units(inner.right);
        let up = units(inner.bottom)..units(inner.top);
        let coordinates = Cartesian2d::new(0.0..place(MONTHS - 1), low..high, (across, up));
        Self {
            coordinates,
            before: MONTHS.saturating_sub(shown),
        }
    }

    fn at(&self, month: usize, value: Finite) -> Spot {
        let (x, y) = self
            .coordinates
            .translate(&(place(month + self.before), value.get()));
        spot(points(x), points(y))
    }
}
