//! Knows how each thing in a scene is put on the canvas: the elements of our plotters backend. Refuses to
//! know where things go.

use plotters::element::{Drawable, PointCollection};
use plotters_backend::{BackendCoord, DrawingBackend};

use super::canvas::{Canvas, Drawn, coordinate, path, points, units, written};
use super::palette::{Fill, Mark, Pattern, Shape, WHITE};
use super::scene::{Item, Line, Rect, Spot, spot};

/// The white edge that keeps a mark apart from the line under it, in points.
const HALO: f64 = 0.6;
/// The line of an open shape, in points.
const OUTLINE: f64 = 1.2;
/// Between stripes, in points across.
const STRIPE_GAP: f64 = 4.0;
/// Between spots, in points.
const SPOT_GAP: f64 = 3.6;
/// More stripes or spots than this in a row belong to no bar that fits a page.
const MOST_STRIPES: u32 = 400;

impl<'a> PointCollection<'a, BackendCoord> for &'a Item {
    type Point = BackendCoord;
    type IntoIter = Vec<BackendCoord>;

    fn point_iter(self) -> Vec<BackendCoord> {
        match self {
            Item::Line(line) => line.runs.iter().flatten().copied().map(coordinate).collect(),
            Item::Area(at, _) | Item::Marks(at, _) => at.iter().copied().map(coordinate).collect(),
            Item::Bar(rect, _) => {
                vec![
                    coordinate(spot(rect.left, rect.top)),
                    coordinate(spot(rect.right, rect.bottom)),
                ]
            }
            Item::Words(words) => vec![coordinate(words.at)],
        }
    }
}

impl Drawable<Canvas<'_>> for Item {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut at: I,
        canvas: &mut Canvas<'_>,
        _: (u32, u32),
    ) -> Drawn {
        match self {
            Self::Line(line) => draw_line(line, at, canvas),
            Self::Area(_, colour) => return canvas.fill_polygon(at, colour),
            Self::Bar(_, fill) => {
                if let (Some(corner), Some(opposite)) = (at.next(), at.next()) {
                    return draw_bar(*fill, corner, opposite, canvas);
                }
            }
            Self::Marks(_, mark) => draw_marks(*mark, at, canvas),
            Self::Words(words) => at.for_each(|place| canvas.text(place, words)),
        }
        Ok(())
    }
}

fn draw_line(line: &Line, mut at: impl Iterator<Item = BackendCoord>, canvas: &mut Canvas<'_>) {
    let runs: Vec<Vec<BackendCoord>> = line
        .runs
        .iter()
        .map(|run| at.by_ref().take(run.len()).collect())
        .collect();
    canvas.stroke_path(&runs, line.stroke);
}

fn draw_marks(mark: Mark, at: impl Iterator<Item = BackendCoord>, canvas: &mut Canvas<'_>) {
    let colour = mark.colour.hex();
    if is_open(mark.shape) {
        let ground = if mark.shape == Shape::Tick {
            "none".to_owned()
        } else {
            WHITE.hex()
        };
        let width = written(OUTLINE);
        canvas.put(format_args!(
            "<g fill=\"{ground}\" stroke=\"{colour}\" stroke-width=\"{width}\">"
        ));
    } else if mark.shape == Shape::Dot {
        canvas.put(format_args!("<g fill=\"{colour}\">"));
    } else {
        let (white, width) = (WHITE.hex(), written(HALO));
        canvas.put(format_args!(
            "<g fill=\"{colour}\" stroke=\"{white}\" stroke-width=\"{width}\">"
        ));
    }
    for (x, y) in at {
        draw_shape(mark, spot(points(x), points(y)), canvas);
    }
    canvas.put(format_args!("</g>"));
}

/// Open shapes are drawn in outline, the others filled.
fn is_open(shape: Shape) -> bool {
    match shape {
        Shape::Ring | Shape::Square | Shape::Tick => true,
        Shape::Dot | Shape::Diamond | Shape::Triangle | Shape::ArrowRight | Shape::ArrowLeft => false,
    }
}

fn draw_shape(mark: Mark, at: Spot, canvas: &mut Canvas<'_>) {
    let corners = corners(mark.shape);
    if corners.is_empty() {
        let (x, y, reach) = (written(at.x), written(at.y), written(mark.reach));
        canvas.put(format_args!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{reach}\"/>"));
        return;
    }
    let outline: Vec<BackendCoord> = corners
        .iter()
        .map(|(x, y)| coordinate(spot(at.x + x * mark.reach, at.y + y * mark.reach)))
        .collect();
    let close = if mark.shape == Shape::Tick { "" } else { "Z" };
    canvas.put(format_args!("<path d=\"{}{close}\"/>", path(&outline)));
}

/// Corners about the middle, in half-widths; none for a circle.
fn corners(shape: Shape) -> &'static [(f64, f64)] {
    match shape {
        Shape::Dot | Shape::Ring => &[],
        Shape::Diamond => &[(0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)],
        Shape::Triangle => &[(0.0, -1.0), (1.0, 0.8), (-1.0, 0.8)],
        Shape::Square => &[(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)],
        Shape::Tick => &[(-0.8, 0.1), (-0.2, 0.7), (0.9, -0.7)],
        Shape::ArrowRight => &[(1.0, 0.0), (-1.0, -0.9), (-1.0, 0.9)],
        Shape::ArrowLeft => &[(-1.0, 0.0), (1.0, -0.9), (1.0, 0.9)],
    }
}

fn draw_bar(fill: Fill, corner: BackendCoord, opposite: BackendCoord, canvas: &mut Canvas<'_>) -> Drawn {
    canvas.draw_rect(corner, opposite, &fill.ground, true)?;
    let rect = Rect {
        left: points(corner.0),
        top: points(corner.1),
        right: points(opposite.0),
        bottom: points(opposite.1),
    };
    match fill.pattern {
        Pattern::Plain => {}
        Pattern::Stripes => draw_stripes(&stripes(&rect), fill, canvas),
        Pattern::Cross => draw_stripes(&[stripes(&rect), backwards(&rect)].concat(), fill, canvas),
        Pattern::Spots => draw_spots(&rect, fill, canvas),
    }
    if fill.pen == WHITE {
        Ok(())
    } else {
        draw_edge(&rect, fill, canvas)
    }
}

/// The edge lies inside the bar, so that its length stays true.
fn draw_edge(rect: &Rect, fill: Fill, canvas: &mut Canvas<'_>) -> Drawn {
    let edge = super::palette::Stroke {
        colour: fill.pen,
        width: 0.75,
        dash: super::palette::Dash::Solid,
    };
    let inner = rect.shrunk(0.375);
    let (corner, opposite) = (spot(inner.left, inner.top), spot(inner.right, inner.bottom));
    if inner.width() > 0.0 {
        canvas.draw_rect(coordinate(corner), coordinate(opposite), &edge, false)
    } else {
        Ok(())
    }
}

fn draw_stripes(stripes: &[Vec<BackendCoord>], fill: Fill, canvas: &mut Canvas<'_>) {
    let d: String = stripes.iter().map(|stripe| path(stripe)).collect();
    let (pen, width) = (fill.pen.hex(), if fill.pen == WHITE { 0.8 } else { 1.1 });
    if !d.is_empty() {
        canvas.put(format_args!(
            "<path d=\"{d}\" stroke=\"{pen}\" stroke-width=\"{}\"/>",
            written(width)
        ));
    }
}

/// Lines rising from left to right, cut at the edges of `rect`.
fn stripes(rect: &Rect) -> Vec<Vec<BackendCoord>> {
    let mut stripes = Vec::new();
    for step in 0..MOST_STRIPES {
        let foot = rect.left - rect.height() + f64::from(step) * STRIPE_GAP;
        if foot >= rect.right {
            break;
        }
        let (low, high) = (
            (rect.left - foot).max(0.0),
            (rect.right - foot).min(rect.height()),
        );
        if high - low > 0.5 {
            let ends = [low, high].map(|rise| coordinate(spot(foot + rise, rect.bottom - rise)));
            stripes.push(ends.to_vec());
        }
    }
    stripes
}

/// The same lines, falling.
fn backwards(rect: &Rect) -> Vec<Vec<BackendCoord>> {
    let (top, bottom) = (units(rect.top), units(rect.bottom));
    let mirrored =
        |stripe: Vec<BackendCoord>| stripe.into_iter().map(|(x, y)| (x, top + bottom - y)).collect();
    stripes(rect).into_iter().map(mirrored).collect()
}

fn draw_spots(rect: &Rect, fill: Fill, canvas: &mut Canvas<'_>) {
    canvas.put(format_args!("<g fill=\"{}\">", fill.pen.hex()));
    for at in spots(rect) {
        canvas.put(format_args!(
            "<circle cx=\"{}\" cy=\"{}\" r=\"0.8\"/>",
            written(at.x),
            written(at.y)
        ));
    }
    canvas.put(format_args!("</g>"));
}

/// Three rows of spots, the middle one set off by half a gap.
fn spots(rect: &Rect) -> Vec<Spot> {
    let mut spots = Vec::new();
    for row in 0..3_u32 {
        let y = rect.top + rect.height() * (f64::from(row) + 0.5) / 3.0;
        let set_off = if row == 1 { SPOT_GAP } else { SPOT_GAP / 2.0 };
        for column in 0..MOST_STRIPES {
            let x = rect.left + set_off + f64::from(column) * SPOT_GAP;
            if x + 1.0 > rect.right {
                break;
            }
            spots.push(spot(x, y));
        }
    }
    spots
}
