//! Knows rows of bars made of parts, each part with its number on it. Refuses to know what the parts are:
//! plan status and workforce tell it.

use super::finite::Finite;
use super::key::Key;
use super::label::Label;
use super::measure::Weight;
use super::palette::{BASELINE, Fill, Pattern, WHITE};
use super::rows::{Across, Row, Rows, Subject, TEXT_GAP};
use super::scene::{Anchor, Rect, Role, Scene, Size, Typist, Words, spot};

/// Height of a bar and least height of its row, in points.
const BAR: f64 = 14.0;
const ROW: f64 = 20.0;
/// From the key to the first row.
const UNDER_KEY: f64 = 4.0;
/// Around a number that stands on a bar.
const PADDING: f64 = 2.0;
/// Share of the width that the text beside the longest bar may take.
const TEXT_SHARE: f64 = 0.3;
/// A number that did not fit its part moves to the end of the row, which leaves less room for the parts:
/// settled in a few rounds.
const ROUNDS: usize = 3;

/// A kind of part, the same in all rows.
#[derive(Clone, Debug)]
pub(crate) struct Class {
    pub(crate) name: Label,
    pub(crate) fill: Fill,
}

/// A row: its name, the amount and the printed number of each class in order, and what it comes to.
#[derive(Clone, Debug)]
pub(crate) struct StackRow {
    pub(crate) name: Label,
    pub(crate) parts: Vec<(Finite, Label)>,
    pub(crate) total: Label,
}

impl StackRow {
    fn sum(&self) -> f64 {
        self.parts.iter().map(|(amount, _)| amount.get().max(0.0)).sum()
    }
}

/// Rows of stacked bars on one scale from nought.
pub(crate) struct Stacks<'a> {
    pub(crate) width: f64,
    pub(crate) classes: Vec<Class>,
    pub(crate) rows: Vec<StackRow>,
    pub(crate) typist: Typist<'a>,
}

impl Stacks<'_> {
    pub(crate) fn scene(&self) -> Scene {
        let typist = self.typist;
        let key = self.key();
        let top = key.height() + UNDER_KEY;
        let rows = Rows::new(
            self.rows.iter().map(|row| Subject::from(&row.name)),
            (self.width, top, ROW),
            typist,
        );
        let mut scene = Scene::new(Size {
            width: self.width,
            height: rows.bottom + 1.0,
        });
        key.draw(0.0, &mut scene, typist);
        rows.draw_names(&mut scene, typist);
        let across = self.across(rows.left);
        for (row, stack) in rows.rows.iter().zip(&self.rows) {
            self.draw_row(row, stack, &across, &mut scene);
        }
        scene.segment(
            spot(rows.left, top),
            spot(rows.left, rows.bottom),
            BASELINE,
            Role::Meaning,
        );
        scene
    }

    /// Only what occurs is explained.
    fn key(&self) -> Key {
        let occurs = |at: usize| {
            self.rows
                .iter()
                .any(|row| row.parts.get(at).is_some_and(|(amount, _)| amount.get() > 0.0))
        };
        let entries = self.classes.iter().enumerate().filter(|(at, _)| occurs(*at));
        Key::new(
            entries.map(|(_, class)| (class.fill, class.name.as_str())),
            (0.0, self.width),
            self.typist,
        )
    }

    fn across(&self, left: f64) -> Across {
        let scaled = |end: &dyn Fn(&StackRow) -> String| {
            let bar = |row: &StackRow| (row.sum(), self.typist.regular().width(&end(row)));
            Across::beside_text(&self.rows.iter().map(bar).collect::<Vec<_>>(), left, self.width)
        };
        let mut across = scaled(&|row| row.total.as_str().to_owned());
        for _ in 0..ROUNDS {
            across = scaled(&|row| self.end(row, &across));
        }
        across
    }

    /// The parts of a row that are not nought: where each lies, its class and its number.
    fn parts<'r>(&'r self, row: &'r StackRow) -> impl Iterator<Item = (f64, f64, &'r Class, &'r Label)> {
        let mut from = 0.0;
        row.parts
            .iter()
            .zip(&self.classes)
            .filter(|((amount, _), _)| amount.get() > 0.0)
            .map(move |((amount, text), class)| {
                let start = from;
                from += amount.get();
                (start, from, class, text)
            })
    }

    fn fits(&self, text: &Label, width: f64) -> bool {
        self.typist.regular().width(text.as_str()) + 2.0 * PADDING <= width
    }

    /// What stands at the end of a row: the total, and the numbers that do not fit their parts.
    fn end(&self, row: &StackRow, across: &Across) -> String {
        let width = |from: f64, to: f64| across.x(to) - across.x(from);
        let squeezed = self
            .parts(row)
            .filter(|(from, to, _, text)| !self.fits(text, width(*from, *to)));
        let name = |class: &Class| lower(class.name.as_str());
        let named: Vec<String> = squeezed
            .map(|(_, _, class, text)| format!("{} {}", text.as_str(), name(class)))
            .collect();
        let text = match named.as_slice() {
            [] => row.total.as_str().to_owned(),
            named => format!("{}: {}", row.total.as_str(), named.join(", ")),
        };
        let beside = self.width - across.x(row.sum()) - TEXT_GAP - 1.0;
        self.typist
            .regular()
            .fit(&text, beside.max(self.width * TEXT_SHARE))
    }

    fn draw_row(&self, row: &Row, stack: &StackRow, across: &Across, scene: &mut Scene) {
        for (from, to, class, text) in self.parts(stack) {
            let bar = across.bar(from, to, (row.middle(), BAR));
            scene.bar(bar, class.fill);
            if self.fits(text, bar.width()) {
                draw_number(number_on(text, &bar, class.fill, self.typist), class.fill, scene);
            }
        }
        let at = spot(across.x(stack.sum()) + TEXT_GAP, row.middle());
        scene.words(
            self.typist
                .set(&self.end(stack, across), at, Anchor::Start, Weight::Regular),
        );
    }
}

/// A number in the middle of its bar.
pub(crate) fn number_on(text: &Label, bar: &Rect, fill: Fill, typist: Typist<'_>) -> Words {
    let at = spot(f64::midpoint(bar.left, bar.right), bar.middle());
    typist
        .set(text.as_str(), at, Anchor::Middle, Weight::Regular)
        .coloured(fill.text())
}

/// Draws it; on a pattern it stands on a white plate.
pub(crate) fn draw_number(words: Words, fill: Fill, scene: &mut Scene) {
    if fill.pattern != Pattern::Plain {
        let plate = words.extent();
        let plate = Rect {
            left: plate.left - 1.5,
            right: plate.right + 1.5,
            ..plate
        };
        scene.bar(
            plate,
            Fill {
                ground: WHITE,
                pattern: Pattern::Plain,
                pen: WHITE,
            },
        );
    }
    scene.words(words);
}

/// A class's name within a sentence: `Off track` becomes `off track`, `LSCB` stays.
fn lower(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => first.to_lowercase().chain(letters).collect(),
        _ => name.to_owned(),
    }
}
