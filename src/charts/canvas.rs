//! Knows how a picture is written as SVG: a plotters drawing backend whose unit is the hundredth of a point.
//! Refuses to know what it draws.
//!
//! plotters' own SVG backend rounds to whole pixels and has neither dashes, caps nor weights; this one has
//! them as methods of its own, which our elements ([`super::scene::Item`]) call because they are `Drawable`
//! on this backend alone.

use std::convert::Infallible;
use std::fmt::{Arguments, Write};

use plotters_backend::{BackendColor, BackendCoord, BackendStyle, DrawingBackend, DrawingErrorKind};
use rust_decimal::prelude::ToPrimitive;

use super::measure::Weight;
use super::palette::{Colour, Dash, Stroke};
use super::scene::{Anchor, Size, Spot, TYPE_SIZE, Words};

/// Units of the canvas in a point.
const UNITS: f64 = 100.0;

/// What drawing here can come to: nothing but success.
pub(crate) type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// Points as whole units of the canvas. What is laid out is a few hundred points wide; beyond 21 million it
/// saturates at nought.
pub(crate) fn units(points: f64) -> i32 {
    (points * UNITS).round().to_i32().unwrap_or(0)
}

/// Units of the canvas as points.
pub(crate) fn points(units: i32) -> f64 {
    f64::from(units) / UNITS
}

/// A place in the units that plotters passes on.
pub(crate) fn coordinate(at: Spot) -> BackendCoord {
    (units(at.x), units(at.y))
}

/// A length written in points: at most two decimals, no trailing noughts.
struct Written(i32);

impl std::fmt::Display for Written {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (whole, hundredths) = (self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100);
        let sign = if self.0 < 0 { "-" } else { "" };
        match hundredths {
            0 => write!(f, "{sign}{whole}"),
            tenths if tenths % 10 == 0 => write!(f, "{sign}{whole}.{}", tenths / 10),
            both => write!(f, "{sign}{whole}.{both:02}"),
        }
    }
}

/// Points written as [`Written`] writes them.
pub(crate) fn written(points: f64) -> impl std::fmt::Display {
    Written(units(points))
}

/// An SVG being written.
pub(crate) struct Canvas<'a> {
    svg: &'a mut String,
    size: Size,
}

impl<'a> Canvas<'a> {
    pub(crate) fn new(svg: &'a mut String, size: Size) -> Self {
        let mut canvas = Self { svg, size };
        let (width, height) = (written(size.width), written(size.height));
        canvas.put(format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" font-family=\"Inter\" font-size=\"{}\">",
            written(TYPE_SIZE)
        ));
        canvas
    }

    /// Writes a line of SVG.
    pub(crate) fn put(&mut self, markup: Arguments<'_>) {
        // Writing to a string cannot fail.
        self.svg.write_fmt(markup).ok();
        self.svg.push('\n');
    }

    /// Draws runs of straight lines in one stroke.
    pub(crate) fn stroke_path(&mut self, runs: &[Vec<BackendCoord>], stroke: Stroke) {
        let path: String = runs.iter().map(|run| path(run)).collect();
        let dash = stroke
            .dash
            .array()
            .map(|array| format!(" stroke-dasharray=\"{array}\""));
        let join = if stroke.dash == Dash::Solid {
            " stroke-linejoin=\"round\" stroke-linecap=\"round\""
        } else {
            ""
        };
        self.put(format_args!(
            "<path d=\"{path}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"{}{join}/>",
            stroke.colour.hex(),
            written(stroke.width),
            dash.unwrap_or_default()
        ));
    }

    /// Sets a line of text with its anchor at `at`.
    pub(crate) fn text(&mut self, at: BackendCoord, words: &Words) {
        let anchor = match words.anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let weight = match words.weight {
            Weight::Regular => String::new(),
            Weight::SemiBold => format!(" font-weight=\"{}\"", words.weight.css()),
        };
        self.put(format_args!(
            "<text x=\"{}\" y=\"{}\"{anchor}{weight} fill=\"{}\">{}</text>",
            Written(at.0),
            Written(at.1),
            words.colour.hex(),
            escaped(&words.text)
        ));
    }
}

/// A run of straight lines as SVG path data.
pub(crate) fn path(run: &[BackendCoord]) -> String {
    let mut path = String::with_capacity(run.len() * 14);
    for (x, y) in run {
        let command = if path.is_empty() { 'M' } else { 'L' };
        write!(path, "{command}{} {}", Written(*x), Written(*y)).ok();
    }
    path
}

/// Text as XML takes it.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

impl DrawingBackend for Canvas<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (
            units(self.size.width).unsigned_abs(),
            units(self.size.height).unsigned_abs(),
        )
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        self.svg.push_str("</svg>\n");
        Ok(())
    }

    /// A single pixel is no part of a drawing in lines.
    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Drawn {
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        run: I,
        style: &S,
    ) -> Drawn {
        let run: Vec<BackendCoord> = run.into_iter().collect();
        self.put(format_args!(
            "<path d=\"{}\" {}/>",
            path(&run),
            paint(style, false)
        ));
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let (x, y, width, height) = (
            Written(left),
            Written(top),
            Written(right - left),
            Written(bottom - top),
        );
        let paint = paint(style, fill);
        self.put(format_args!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" {paint}/>"
        ));
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        reach: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let (x, y, reach) = (Written(x), Written(y), Written(i32::try_from(reach).unwrap_or(0)));
        self.put(format_args!(
            "<circle cx=\"{x}\" cy=\"{y}\" r=\"{reach}\" {}/>",
            paint(style, fill)
        ));
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        let corners: Vec<BackendCoord> = corners.into_iter().collect();
        self.put(format_args!(
            "<path d=\"{}Z\" {}/>",
            path(&corners),
            paint(style, true)
        ));
        Ok(())
    }
}

/// A style of plotters as SVG attributes; its widths are in units of the canvas.
fn paint<S: BackendStyle>(style: &S, fill: bool) -> String {
    let (red, green, blue) = style.color().rgb;
    let colour = format!("#{red:02x}{green:02x}{blue:02x}");
    if fill {
        return format!("fill=\"{colour}\"");
    }
    let width = Written(i32::try_from(style.stroke_width()).unwrap_or(0));
    format!("fill=\"none\" stroke=\"{colour}\" stroke-width=\"{width}\"")
}

impl BackendStyle for Colour {
    fn color(&self) -> BackendColor {
        BackendColor {
            alpha: 1.0,
            rgb: self.channels(),
        }
    }
}

impl BackendStyle for Stroke {
    fn color(&self) -> BackendColor {
        self.colour.color()
    }

    fn stroke_width(&self) -> u32 {
        units(self.width).unsigned_abs()
    }
}

#[cfg(test)]
mod tests {
    use plotters::prelude::{Circle, IntoDrawingArea, PathElement, Polygon, RED, Rectangle};
    use plotters::style::{Color, ShapeStyle};

    use super::{Canvas, Size, Written, units};

    #[test]
    fn lengths_are_short_and_exact() {
        let written: Vec<String> = [0, 5, 10, 100, 1234, -5, -1200]
            .map(|u| Written(u).to_string())
            .into();
        assert_eq!(written, ["0", "0.05", "0.1", "1", "12.34", "-0.05", "-12"]);
        assert_eq!((units(12.345), units(-0.01), units(f64::NAN)), (1235, -1, 0));
    }

    #[test]
    fn elements_of_plotters_draw_on_it_as_on_any_backend() {
        let mut svg = String::new();
        let area = Canvas::new(
            &mut svg,
            Size {
                width: 40.0,
                height: 20.0,
            },
        )
        .into_drawing_area();
        let thin = ShapeStyle {
            color: RED.to_rgba(),
            filled: false,
            stroke_width: 75,
        };
        area.draw(&Rectangle::new(
            [(100, 200), (350, 400)],
            ShapeStyle::from(RED).filled(),
        ))
        .unwrap();
        area.draw(&Circle::new((1000, 1000), 150, thin)).unwrap();
        area.draw(&PathElement::new([(0, 0), (4000, 50)], thin)).unwrap();
        area.draw(&Polygon::new([(0, 0), (100, 0), (100, 100)], RED))
            .unwrap();
        area.present().unwrap();
        drop(area);
        insta::assert_snapshot!(svg);
    }
}
