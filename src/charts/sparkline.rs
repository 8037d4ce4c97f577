//! Knows the sparkline of a table's row: the last thirteen months, the last of them marked, no text at all. Refuses axes and targets, which
//! the row's other columns print.

use plotters::coord::CoordTranslate;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;

use super::Svg;
use super::canvas::{points, units};
use super::finite::place;
use super::layers::{newest, runs};
use super::palette::{Dash, GREY, Mark, SPARK, SPARK_DOT, Stroke};
use super::scale::Extent;
use super::scene::{Rect, Role, Scene, Size, Spot, spot};
use super::series::{Break, Point, Signal};

/// Months shown: a year, and the same month of the year before.
pub const MONTHS: usize = 13;
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
    let Some(extent) = Extent::of(shown.iter().filter_map(|point| point.value)) else {
        draw_nothing(&mut scene);
        return scene;
    };
    let map = map(spark.size, extent);
    let interrupted = |month: usize| {
        spark
            .breaks
            .iter()
            .any(|change| change.interrupts(month + skipped))
    };
    let runs: Vec<Vec<Spot>> = runs(&shown, interrupted)
        .into_iter()
        .map(|run| {
            run.into_iter()
                .map(|(month, value)| at(&map, month, value.get(), shown.len()))
                .collect()
        })
        .collect();
    let lone = runs
        .iter()
        .filter(|run| run.len() == 1)
        .flatten()
        .copied()
        .collect();
    scene.line(runs, SPARK, Role::Meaning);
    scene.marks(lone, SPARK_DOT);
    if let Some((month, value)) = newest(&shown) {
        let signal = shown.get(month).map_or(Signal::None, |point| point.signal);
        let mark = Mark {
            reach: 2.8,
            ..signal.mark_of_latest()
        };
        scene.marks(vec![at(&map, month, value.get(), shown.len())], mark);
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

/// Thirteen months across, whatever is known of them; the least and greatest value from foot to head.
fn map(size: Size, extent: Extent) -> Cartesian2d<RangedCoordf64, RangedCoordf64> {
    let inner = Rect {
        left: 0.0,
        top: 0.0,
        right: size.width,
        bottom: size.height,
    }
    .shrunk(MARGIN);
    let (low, high) = extent.ends();
    let across = units(inner.left)..units(inner.right);
    Cartesian2d::new(
        0.0..place(MONTHS - 1),
        low..high,
        (across, units(inner.bottom)..units(inner.top)),
    )
}

/// The last month stands at the right edge, so that rows of a table line up.
fn at(map: &Cartesian2d<RangedCoordf64, RangedCoordf64>, month: usize, value: f64, count: usize) -> Spot {
    let (x, y) = map.translate(&(place(month + MONTHS - count.min(MONTHS)), value));
    spot(points(x), points(y))
}
