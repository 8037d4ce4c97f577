//! Knows rows of two bars, one under the other, each with its text at its end. Refuses to know what is
//! compared: ratings and money tell it.

use super::finite::Finite;
use super::label::Label;
use super::measure::Weight;
use super::palette::{BASELINE, Fill};
use super::rows::{Across, Row, Rows, Subject, TEXT_GAP};
use super::scene::{Anchor, Role, Scene, Size, Typist, spot};

/// Least height of a row, in points.
const ROW: f64 = 30.0;
/// From the middle of a row to the middle of either bar: a line of text each.
const OFF: f64 = 6.0;
/// Share of the room beside the names that a bar's text may take.
const TEXT_SHARE: f64 = 0.6;

/// A bar from nought; an amount below nought has no length, only its text.
#[derive(Clone, Debug)]
pub(crate) struct PairBar {
    pub(crate) amount: Finite,
    pub(crate) text: Label,
    pub(crate) fill: Fill,
    pub(crate) height: f64,
    pub(crate) weight: Weight,
}

impl PairBar {
    fn length(&self) -> f64 {
        self.amount.get().max(0.0)
    }
}

/// A row: its name and its bars, the upper one first.
#[derive(Clone, Debug)]
pub(crate) struct PairRow {
    pub(crate) name: Label,
    pub(crate) upper: PairBar,
    pub(crate) lower: Option<PairBar>,
}

impl PairRow {
    /// The bars and how far each lies from the middle of the row.
    fn bars(&self) -> impl Iterator<Item = (&PairBar, f64)> {
        let off = if self.lower.is_some() { OFF } else { 0.0 };
        [(&self.upper, -off)]
            .into_iter()
            .chain(self.lower.iter().map(move |bar| (bar, off)))
    }
}

/// Lays rows out at `width` points, one scale from nought for all bars.
pub(crate) fn lay_out_pairs(rows: &[PairRow], width: f64, typist: Typist<'_>) -> Scene {
    let placed = Rows::new(
        rows.iter().map(|row| Subject::from(&row.name)),
        (width, 1.0, ROW),
        typist,
    );
    let mut scene = Scene::new(Size {
        width,
        height: placed.bottom + 1.0,
    });
    placed.draw_names(&mut scene, typist);
    let room = (width - placed.left) * TEXT_SHARE;
    let texts = |bar: &PairBar| typist.setting(bar.weight).fit(bar.text.as_str(), room);
    let ends = rows.iter().flat_map(PairRow::bars).map(|(bar, _)| {
        let text = typist.setting(bar.weight).width(&texts(bar));
        (bar.length(), text)
    });
    let across = Across::beside_text(&ends.collect::<Vec<_>>(), placed.left, width);
    for (row, pair) in placed.rows.iter().zip(rows) {
        draw_bars(pair, row, &across, &mut scene);
        for (bar, off) in pair.bars() {
            let at = spot(across.x(bar.length()) + TEXT_GAP, row.middle() + off);
            scene.words(typist.set(&texts(bar), at, Anchor::Start, bar.weight));
        }
    }
    let (top, foot) = (spot(placed.left, 1.0), spot(placed.left, placed.bottom));
    scene.segment(top, foot, BASELINE, Role::Meaning);
    scene
}

fn draw_bars(pair: &PairRow, row: &Row, across: &Across, scene: &mut Scene) {
    for (bar, off) in pair.bars().filter(|(bar, _)| bar.length() > 0.0) {
        scene.bar(
            across.bar(0.0, bar.length(), (row.middle() + off, bar.height)),
            bar.fill,
        );
    }
}
