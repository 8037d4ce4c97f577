//! Knows the colours, dashes, shapes and patterns of every mark, and which marks share a chart. Refuses to
//! let colour alone tell two of them apart: its tests compute contrast, in colour, in grey and as the
//! colour-blind see it.
//!
//! Colours are the Government Analysis Function's palette (analysisfunction.civilservice.gov.uk, "Data
//! visualisation: colours in charts"). Its turquoise, orange and light purple are one and the same grey,
//! hence the shapes and patterns.

mod contrast;

/// A colour of the screen (sRGB).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    red: u8,
    green: u8,
    blue: u8,
}

impl Colour {
    const fn new(red: u8, green: u8, blue: u8) -> Self {
        Self { red, green, blue }
    }

    /// Red, green and blue, 0 to 255 each.
    pub const fn channels(self) -> (u8, u8, u8) {
        (self.red, self.green, self.blue)
    }

    /// As SVG and Typst write it: `#12436d`.
    pub fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

/// The Analysis Function's dark blue: data, and what is as it should be.
pub const DARK_BLUE: Colour = Colour::new(0x12, 0x43, 0x6d);
/// The Analysis Function's turquoise.
pub const TURQUOISE: Colour = Colour::new(0x28, 0xa1, 0x97);
/// The Analysis Function's dark pink.
pub const DARK_PINK: Colour = Colour::new(0x80, 0x16, 0x50);
/// The Analysis Function's orange: what needs attention.
pub const ORANGE: Colour = Colour::new(0xf4, 0x6a, 0x25);
/// The Analysis Function's mid blue (sequential palette).
pub const MID_BLUE: Colour = Colour::new(0x20, 0x73, 0xbc);
/// Text, and the line that stands for nought.
pub const INK: Colour = Colour::new(0x1a, 0x1a, 0x1a);
/// Text of second rank: ticks, notes.
pub const MUTED: Colour = Colour::new(0x55, 0x55, 0x55);
/// Lines of second rank: mean, limits, leaders.
pub const GREY: Colour = Colour::new(0x70, 0x70, 0x70);
/// Gridlines; they carry nothing that the tick labels do not say.
const GRID: Colour = Colour::new(0xdd, 0xdd, 0xdd);
/// Ground of a range or an interval; its edge, not its ground, carries the meaning.
pub const TINT: Colour = Colour::new(0xe3, 0xeb, 0xf3);
/// Paper.
pub const WHITE: Colour = Colour::new(0xff, 0xff, 0xff);

/// How a line is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dash {
    /// Not at all.
    Solid,
    /// Short dashes.
    Short,
    /// Dots.
    Dots,
    /// Long dashes and dots in turn.
    LongDot,
    /// Middling dashes.
    Medium,
}

impl Dash {
    /// Lengths of strokes and gaps in points, as `stroke-dasharray` takes them.
    pub(crate) const fn array(self) -> Option<&'static str> {
        match self {
            Self::Solid => None,
            Self::Short => Some("3 2"),
            Self::Dots => Some("1 2"),
            Self::LongDot => Some("8 2 1.5 2"),
            Self::Medium => Some("5 2.5"),
        }
    }
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub colour: Colour,
    /// Its width in points.
    pub width: f64,
    /// Its dashes.
    pub dash: Dash,
}

const fn stroke(colour: Colour, width: f64, dash: Dash) -> Stroke {
    Stroke { colour, width, dash }
}

/// The figures themselves.
pub const DATA: Stroke = stroke(DARK_BLUE, 1.5, Dash::Solid);
/// The figures in a sparkline.
pub const SPARK: Stroke = stroke(DARK_BLUE, 1.0, Dash::Solid);
/// Mean or median.
pub const CENTRE: Stroke = stroke(GREY, 0.75, Dash::Solid);
/// Process limits.
pub const LIMIT: Stroke = stroke(GREY, 0.75, Dash::Short);
/// Process limits from too few points to be relied on.
pub const TRIAL_LIMIT: Stroke = stroke(GREY, 0.9, Dash::Dots);
/// Target, trajectory or plan.
pub const TARGET: Stroke = stroke(INK, 1.0, Dash::LongDot);
/// The bound within which a miss is tolerated.
pub const TOLERANCE: Stroke = stroke(INK, 0.6, Dash::Short);
/// What is expected of the months to come.
pub const FORECAST: Stroke = stroke(DARK_BLUE, 1.5, Dash::Medium);
/// Edge of the forecast's interval.
pub const INTERVAL: Stroke = stroke(DARK_BLUE, 0.75, Dash::Dots);
/// How far a sample's figure may be from the truth: upright, with a cap at either end.
pub const WHISKER: Stroke = stroke(GREY, 0.9, Dash::Solid);
/// Where the meaning of a line changes; and days that a timeline points out.
pub const BREAK: Stroke = stroke(INK, 0.6, Dash::Dots);
/// From a mark to its label.
pub const LEADER: Stroke = stroke(GREY, 0.5, Dash::Solid);
/// From where something was to where it is.
pub const MOVE: Stroke = stroke(DARK_BLUE, 1.25, Dash::Solid);
/// Gridlines.
pub const GRIDLINE: Stroke = stroke(GRID, 0.5, Dash::Solid);
/// The line of nought.
pub const BASELINE: Stroke = stroke(INK, 0.75, Dash::Solid);

/// The outline of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A filled circle.
    Dot,
    /// An open circle.
    Ring,
    /// A square on its corner.
    Diamond,
    /// A triangle, point up.
    Triangle,
    /// An open square.
    Square,
    /// A tick, as on a form.
    Tick,
    /// The head of an arrow to the right.
    ArrowRight,
    /// The head of an arrow to the left.
    ArrowLeft,
}

/// How a point is marked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// Its outline.
    pub shape: Shape,
    /// Its colour: of the filling, or of the line of an open shape.
    pub colour: Colour,
    /// Half its width in points.
    pub reach: f64,
}

const fn mark(shape: Shape, colour: Colour, reach: f64) -> Mark {
    Mark { shape, colour, reach }
}

/// A month's figure with nothing to remark.
pub const ORDINARY: Mark = mark(Shape::Dot, DARK_BLUE, 1.8);
/// A figure between two gaps of a sparkline.
pub const SPARK_DOT: Mark = mark(Shape::Dot, DARK_BLUE, 1.0);
/// The latest figure, with nothing to remark.
pub const LATEST: Mark = mark(Shape::Dot, DARK_BLUE, 2.6);
/// A special cause for concern.
pub const CONCERN: Mark = mark(Shape::Diamond, ORANGE, 4.2);
/// A special cause of improvement.
pub const IMPROVEMENT: Mark = mark(Shape::Triangle, DARK_BLUE, 3.6);
/// Unusual, neither good nor bad.
pub const UNUSUAL: Mark = mark(Shape::Square, INK, 2.8);
/// The target at the end.
pub const AIM: Mark = mark(Shape::Ring, INK, 3.4);
/// Where something stood, or was first due.
pub const FIRST: Mark = mark(Shape::Ring, DARK_BLUE, 3.0);
/// Where it stands now, or is due now.
pub const CURRENT: Mark = mark(Shape::Dot, DARK_BLUE, 3.4);
/// Done.
pub const ACHIEVED: Mark = mark(Shape::Tick, INK, 3.8);
/// The end of a move to a higher value or a later day.
pub const ONWARD: Mark = mark(Shape::ArrowRight, DARK_BLUE, 3.0);
/// The end of a move to a lower value or an earlier day.
pub const BACKWARD: Mark = mark(Shape::ArrowLeft, DARK_BLUE, 3.0);

/// What is drawn over the ground of a bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// Nothing.
    Plain,
    /// Slanting stripes.
    Stripes,
    /// Stripes that cross.
    Cross,
    /// Dots.
    Spots,
}

/// How a bar is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fill {
    /// The ground.
    pub ground: Colour,
    /// What is drawn over it.
    pub pattern: Pattern,
    /// The colour of the pattern and of the edge.
    pub pen: Colour,
}

const fn fill(ground: Colour, pattern: Pattern, pen: Colour) -> Fill {
    Fill { ground, pattern, pen }
}

impl Fill {
    /// The colour of text that stands on the bar. A patterned bar has a white plate under its text.
    pub(crate) fn text(self) -> Colour {
        match self.pattern {
            Pattern::Plain if self.ground == DARK_BLUE || self.ground == MID_BLUE => WHITE,
            Pattern::Plain | Pattern::Stripes | Pattern::Cross | Pattern::Spots => INK,
        }
    }
}

/// The ratings of the papers, as they look in a bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tone {
    /// Blue: complete, and the evidence accepted.
    Blue,
    /// Complete, and the evidence awaited.
    BlueAwaited,
    /// Green: on track, or at target.
    Green,
    /// Amber: at risk, or within tolerance.
    Amber,
    /// Red: late, or off target.
    Red,
    /// Grey: not due, or not rated.
    Grey,
}

impl Tone {
    /// Every tone, best first.
    pub const ALL: [Self; 6] = [
        Self::Blue,
        Self::BlueAwaited,
        Self::Green,
        Self::Amber,
        Self::Red,
        Self::Grey,
    ];

    /// How a bar of this rating is filled.
    pub const fn fill(self) -> Fill {
        match self {
            Self::Blue => SOLID,
            Self::BlueAwaited => STRIPED,
            Self::Green => fill(TURQUOISE, Pattern::Plain, TURQUOISE),
            Self::Amber => fill(ORANGE, Pattern::Spots, WHITE),
            Self::Red => fill(DARK_PINK, Pattern::Cross, WHITE),
            Self::Grey => HOLLOW,
        }
    }
}

/// What is there.
pub const SOLID: Fill = fill(DARK_BLUE, Pattern::Plain, DARK_BLUE);
/// What is there for the time being.
pub const STRIPED: Fill = fill(WHITE, Pattern::Stripes, DARK_BLUE);
/// What is not there.
pub const HOLLOW: Fill = fill(WHITE, Pattern::Plain, GREY);
/// Grades of an audit, best first; there are never more than four.
pub const GRADES: [Fill; 4] = [
    SOLID,
    fill(TINT, Pattern::Plain, DARK_BLUE),
    fill(WHITE, Pattern::Stripes, MUTED),
    fill(ORANGE, Pattern::Cross, WHITE),
];

#[cfg(test)]
mod tests;
