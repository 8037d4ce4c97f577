//! Knows a laid-out picture: lines, areas, bars, marks and words, each at its place in points from the top
//! left corner. Refuses to know what they mean; a scene can be examined before it is drawn.

use plotters::prelude::IntoDrawingArea;

use super::Svg;
use super::canvas::Canvas;
use super::label::Setting;
use super::measure::{Measure, Weight};
use super::palette::{Colour, Fill, INK, Mark, Stroke};

/// Type in charts, in points: nine is the least that is read on paper.
pub const TYPE_SIZE: f64 = 9.0;
/// From one line of a label to the next.
pub(crate) const LINE_HEIGHT: f64 = 11.0;
/// From the middle of a line of type down to its baseline: half the height of Inter's capitals (0.727 em).
pub(crate) const HALF_CAPITAL: f64 = 0.3635 * TYPE_SIZE;
/// From the baseline to the top of the tallest letters.
const ASCENT: f64 = 0.76 * TYPE_SIZE;
/// From the baseline to the bottom of the deepest letters.
const DESCENT: f64 = 0.22 * TYPE_SIZE;

/// How large a picture is printed, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

impl Size {
    /// The text width of an A4 page (165 mm).
    pub const FULL: Self = Self {
        width: 468.0,
        height: 190.0,
    };
    /// As wide, and low enough for two to stand on a page with what is said of each.
    pub const LOW: Self = Self {
        width: 468.0,
        height: 110.0,
    };
    /// Half that width, for two side by side.
    pub const HALF: Self = Self {
        width: 226.0,
        height: 150.0,
    };
    /// In the row of a table.
    pub const SPARK: Self = Self {
        width: 62.0,
        height: 16.0,
    };
    /// One of three side by side.
    pub const SMALL: Self = Self {
        width: 148.0,
        height: 126.0,
    };
}

/// A place, in points from the top left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// Points from the left.
    pub x: f64,
    /// Points from the top.
    pub y: f64,
}

pub(crate) const fn spot(x: f64, y: f64) -> Spot {
    Spot { x, y }
}

/// An upright rectangle, in points from the top left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub left: f64,
    /// Top edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Bottom edge.
    pub bottom: f64,
}

impl Rect {
    /// Whether the two share more than an edge.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Whether `other` lies wholly within this one.
    pub fn holds(&self, other: &Self) -> bool {
        self.left <= other.left
            && other.right <= self.right
            && self.top <= other.top
            && other.bottom <= self.bottom
    }

    /// The rectangle smaller (or, below nought, larger) by `margin` on every side.
    pub fn shrunk(&self, margin: f64) -> Self {
        Self {
            left: self.left + margin,
            top: self.top + margin,
            right: self.right - margin,
            bottom: self.bottom - margin,
        }
    }

    pub(crate) fn width(&self) -> f64 {
        self.right - self.left
    }

    pub(crate) fn height(&self) -> f64 {
        self.bottom - self.top
    }

    pub(crate) fn middle(&self) -> f64 {
        f64::midpoint(self.top, self.bottom)
    }
}

/// Which end of the text stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// One line of text at its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    /// Where the anchor stands, on the baseline.
    pub at: Spot,
    /// Which end stands there.
    pub anchor: Anchor,
    /// The text.
    pub text: String,
    /// Its width in points, as measured.
    pub width: f64,
    /// Its weight.
    pub weight: Weight,
    /// Its colour.
    pub colour: Colour,
}

impl Words {
    /// What the text covers, tall and deep letters included.
    pub fn extent(&self) -> Rect {
        let left = match self.anchor {
            Anchor::Start => self.at.x,
            Anchor::Middle => self.at.x - self.width / 2.0,
            Anchor::End => self.at.x - self.width,
        };
        Rect {
            left,
            top: self.at.y - ASCENT,
            right: left + self.width,
            bottom: self.at.y + DESCENT,
        }
    }

    pub(crate) fn coloured(self, colour: Colour) -> Self {
        Self { colour, ..self }
    }
}

/// What a line is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It carries meaning: no label may touch it.
    Meaning,
    /// It helps the eye, as a gridline does: a label may cross it.
    Help,
}

/// Runs of straight lines in one stroke.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The corners of each run.
    pub runs: Vec<Vec<Spot>>,
    /// How it is drawn.
    pub stroke: Stroke,
    /// What it is for.
    pub role: Role,
}

/// One thing in a picture.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// A line.
    Line(Line),
    /// A filled outline.
    Area(Vec<Spot>, Colour),
    /// A bar.
    Bar(Rect, Fill),
    /// Marks of one kind.
    Marks(Vec<Spot>, Mark),
    /// Text.
    Words(Words),
}

/// A picture laid out, ready to be examined or drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// How large it is printed.
    pub size: Size,
    /// What is in it, the undermost first.
    pub items: Vec<Item>,
}

impl Scene {
    pub(crate) const fn new(size: Size) -> Self {
        Self {
            size,
            items: Vec::new(),
        }
    }

    /// Writes the picture as SVG: the same scene, the same bytes.
    pub fn draw(&self) -> Svg {
        let mut text = String::new();
        {
            let area = Canvas::new(&mut text, self.size).into_drawing_area();
            // Writing to a string cannot fail, and nothing else holds the canvas.
            for item in &self.items {
                area.draw(item).ok();
            }
            area.present().ok();
        }
        Svg(text)
    }

    pub(crate) fn line(&mut self, runs: Vec<Vec<Spot>>, stroke: Stroke, role: Role) {
        let runs: Vec<Vec<Spot>> = runs.into_iter().filter(|run| run.len() > 1).collect();
        if !runs.is_empty() {
            self.items.push(Item::Line(Line { runs, stroke, role }));
        }
    }

    pub(crate) fn segment(&mut self, from: Spot, to: Spot, stroke: Stroke, role: Role) {
        self.line(vec![vec![from, to]], stroke, role);
    }

    pub(crate) fn marks(&mut self, at: Vec<Spot>, mark: Mark) {
        if !at.is_empty() {
            self.items.push(Item::Marks(at, mark));
        }
    }

    pub(crate) fn bar(&mut self, rect: Rect, fill: Fill) {
        self.items.push(Item::Bar(rect, fill));
    }

    pub(crate) fn words(&mut self, words: Words) {
        if !words.text.is_empty() {
            self.items.push(Item::Words(words));
        }
    }
}

/// Sets text in the chart's type, measured with the paper's font.
#[derive(Clone, Copy)]
pub(crate) struct Typist<'a>(pub(crate) &'a dyn Measure);

impl Typist<'_> {
    pub(crate) fn setting(&self, weight: Weight) -> Setting<'_> {
        Setting {
            measure: self.0,
            size: TYPE_SIZE,
            weight,
        }
    }

    pub(crate) fn regular(&self) -> Setting<'_> {
        self.setting(Weight::Regular)
    }

    /// A line of text in ink whose anchor stands at `at`, the middle of its capitals on that height.
    pub(crate) fn set(&self, text: &str, at: Spot, anchor: Anchor, weight: Weight) -> Words {
        Words {
            at: spot(at.x, at.y + HALF_CAPITAL),
            anchor,
            text: text.to_owned(),
            width: self.setting(weight).width(text),
            weight,
            colour: INK,
        }
    }

    /// Lines one under another, the middle of them all on the height of `at`.
    pub(crate) fn stack(&self, lines: &[String], at: Spot, anchor: Anchor, weight: Weight) -> Vec<Words> {
        let rows = super::finite::place(lines.len());
        let mut y = at.y - (rows - 1.0) / 2.0 * LINE_HEIGHT;
        let mut set = Vec::with_capacity(lines.len());
        for line in lines {
            set.push(self.set(line, spot(at.x, y), anchor, weight));
            y += LINE_HEIGHT;
        }
        set
    }
}
