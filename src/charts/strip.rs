//! Knows the strip above a plot: where the axis starts, what each break is, what the marks mean. Keeps every
//! text clear of the others, row upon row, and of the lines that lead down from the breaks.

use super::finite::place;
use super::measure::Weight;
use super::palette::{MUTED, Mark, Stroke};
use super::scene::{Anchor, HALF_CAPITAL, Rect, Role, Scene, Typist, Words, spot};

/// Height of a row of text.
const ROW: f64 = 12.0;
/// From the lowest row's foot to the plot: half of the topmost tick's text.
const CLEAR: f64 = 6.0;
/// Between two texts of a row.
const APART: f64 = 8.0;
/// A plot lower than this shows nothing, in points.
const LEAST_PLOT: f64 = 48.0;
/// Kept free at the picture's edge.
const EDGE: f64 = 1.0;
/// Room for a sign before its word.
const SIGN: f64 = 11.0;
/// No chart has more rows than this, and a low one fewer; a label that needs another is left to the notes.
const MOST_ROWS: usize = 5;

/// A sign that the key explains.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Sign {
    Mark(Mark),
    Stroke(Stroke),
}

/// What begins at a place on the axis: a line down from its text.
#[derive(Clone, Copy)]
pub(crate) struct Drop<'t> {
    pub(crate) x: f64,
    pub(crate) text: &'t str,
    pub(crate) stroke: Stroke,
}

/// Something in the strip: a text, its left end, what stands before it.
#[derive(Clone)]
struct Text {
    left: f64,
    words: Words,
    sign: Option<Sign>,
}

/// Texts placed together in a row, and where and how a line leads down from them, if one does.
#[derive(Clone)]
struct Note {
    row: usize,
    texts: Vec<Text>,
    drop: Option<(f64, Stroke)>,
}

/// The strip of one chart, filled from the bottom row up.
#[derive(Clone)]
pub(crate) struct Strip<'a> {
    typist: Typist<'a>,
    /// Left and right end of what each row holds.
    rows: Vec<Vec<(f64, f64)>>,
    notes: Vec<Note>,
    width: f64,
    most_rows: usize,
}

impl<'a> Strip<'a> {
    /// A strip so wide that leaves as much of `height` as a plot needs.
    pub(crate) fn new(typist: Typist<'a>, width: f64, height: f64) -> Self {
        let fits = |rows: &usize| place(*rows) * ROW + LEAST_PLOT <= height;
        let most_rows = (1..=MOST_ROWS).rev().find(fits).unwrap_or(1);
        Self {
            typist,
            rows: Vec::new(),
            notes: Vec::new(),
            width,
            most_rows,
        }
    }

    /// A note at the left.
    pub(crate) fn remark(&mut self, text: &str) {
        let text = self.text(text, 0.0, None);
        self.add(vec![text], None);
    }

    /// What begins where, from left to right.
    ///
    /// A text stands to the right of its line, so the last is placed first and those before it go above; near
    /// the right edge, where a text has to reach back over the lines before it, the other order may keep more
    /// of them, and a text that has no room at the right of its line stands at its left.
    pub(crate) fn drops(&mut self, drops: &[Drop<'_>]) {
        let (mut backwards, mut forwards) = (self.clone(), self.clone());
        drops.iter().rev().for_each(|drop| backwards.drop_from(*drop));
        drops.iter().for_each(|drop| forwards.drop_from(*drop));
        *self = if forwards.notes.len() > backwards.notes.len() {
            forwards
        } else {
            backwards
        };
    }

    fn drop_from(&mut self, drop: Drop<'_>) {
        let fitted = self.typist.regular().fit(drop.text, self.width * 0.6);
        let width = self.typist.regular().width(&fitted);
        let right_of_it = (drop.x + 3.0).min(self.width - EDGE - width);
        let left_of_it = drop.x - 3.0 - width;
        for left in [right_of_it, left_of_it].into_iter().filter(|left| *left >= 0.0) {
            let text = self.text(&fitted, left, None);
            if self.add(vec![text], Some((drop.x, drop.stroke))).is_some() {
                return;
            }
        }
    }

    /// The meanings of signs at the right, together in one row or, on a narrow chart, in as few as hold them.
    pub(crate) fn key(&mut self, entries: &[(Sign, &str)]) {
        let mut rows: Vec<Vec<Text>> = Vec::new();
        for (sign, word) in entries {
            let word = self.typist.regular().fit(word, self.width - SIGN - EDGE);
            let beside = rows
                .last()
                .and_then(|row| row.last())
                .map_or(0.0, |text| text.right() + APART);
            let text = self.text(&word, beside, Some(*sign));
            match rows.last_mut() {
                Some(row) if text.right() <= self.width - EDGE => row.push(text),
                Some(_) | None => rows.push(vec![Text { left: 0.0, ..text }]),
            }
        }
        for mut row in rows.into_iter().rev() {
            let aside = self.width - EDGE - row.last().map_or(0.0, Text::right);
            row.iter_mut().for_each(|text| text.left += aside);
            self.add(row, None);
        }
    }

    fn text(&self, text: &str, left: f64, sign: Option<Sign>) -> Text {
        Text {
            left,
            words: self
                .typist
                .set(text, spot(0.0, 0.0), Anchor::Start, Weight::Regular),
            sign,
        }
    }

    /// Puts texts into the lowest row that has room for them, and tells which it is.
    fn add(&mut self, texts: Vec<Text>, drop: Option<(f64, Stroke)>) -> Option<usize> {
        let span = (texts.first()?.left, texts.last()?.right());
        let row = (0..self.most_rows).find(|row| self.is_free(*row, span, drop.map(|(x, _)| x)))?;
        self.rows.resize(self.rows.len().max(row + 1), Vec::new());
        for held in self.rows.iter_mut().take(row + 1) {
            held.extend(drop.map(|(x, _)| (x, x)));
        }
        self.rows
            .iter_mut()
            .skip(row)
            .take(1)
            .for_each(|held| held.push(span));
        self.notes.push(Note { row, texts, drop });
        Some(row)
    }

    /// Whether a text fits a row, and its line down every row below.
    fn is_free(&self, row: usize, span: (f64, f64), drop: Option<f64>) -> bool {
        let clear = |row: usize, (left, right): (f64, f64), apart: f64| {
            let held = self.rows.get(row);
            held.is_none_or(|held| {
                held.iter()
                    .all(|(from, to)| right + apart <= *from || to + apart <= left)
            })
        };
        let line = |below: usize| drop.is_none_or(|x| clear(below, (x, x), 1.0));
        clear(row, span, APART) && (0..row).all(line)
    }

    /// Points that the strip takes above the plot.
    pub(crate) fn height(&self) -> f64 {
        place(self.rows.len()) * ROW
    }

    /// Draws the texts, and the lines of the breaks down to the foot of the plot.
    pub(crate) fn draw(self, plot: &Rect, scene: &mut Scene) {
        for note in self.notes {
            let y = plot.top - CLEAR - (place(note.row) + 0.5) * ROW;
            if let Some((x, stroke)) = note.drop {
                scene.segment(
                    spot(x, y + ROW / 2.0),
                    spot(x, plot.bottom),
                    stroke,
                    Role::Meaning,
                );
            }
            for text in note.texts {
                text.draw(y, scene);
            }
        }
    }
}

impl Text {
    fn indent(&self) -> f64 {
        if self.sign.is_some() { SIGN } else { 0.0 }
    }

    fn right(&self) -> f64 {
        self.left + self.indent() + self.words.width
    }

    fn draw(self, y: f64, scene: &mut Scene) {
        let at = spot(self.left + self.indent(), y + HALF_CAPITAL);
        match self.sign {
            None => {}
            Some(Sign::Mark(mark)) => scene.marks(vec![spot(self.left + 4.5, y)], mark),
            Some(Sign::Stroke(stroke)) => {
                scene.segment(spot(self.left, y), spot(self.left + 9.0, y), stroke, Role::Help);
            }
        }
        scene.words(Words { at, ..self.words }.coloured(MUTED));
    }
}
