//! Knows how the scores of risks moved. Refuses to score them.

use super::Svg;
use super::finite::Finite;
use super::label::Label;
use super::measure::{Measure, Weight};
use super::milestones::draw_move;
use super::palette::{CURRENT, FIRST, GRIDLINE, MUTED};
use super::rows::{Across, Row, Rows, Subject};
use super::scale::{AxisFrom, Extent, Scale, Unit};
use super::scene::{Anchor, Rect, Role, Scene, Size, Typist, spot};
use super::strip::{Sign, Strip};

/// Least height of a row, in points.
const ROW: f64 = 19.0;
/// Above the rows: numbers of the scale.
const AXIS: f64 = 14.0;
/// From the key to the numbers.
const UNDER_STRIP: f64 = 6.0;
/// From the plot to the notes at the right.
const GAP: f64 = 8.0;
/// Share of the width that notes may take.
const NOTES_SHARE: f64 = 0.17;

/// Risks and their scores.
#[derive(Clone, Debug)]
pub struct RiskMovement {
    /// Width in points; the height follows from the rows.
    pub width: f64,
    /// The highest score there is, as in 25.
    pub highest: u32,
    /// What the earlier score is called, as in `Last month`.
    pub then: Label,
    /// What the present score is called, as in `Now`.
    pub now: Label,
    /// The risks, at most [`super::MOST_ROWS`]; further ones are not drawn.
    pub rows: Vec<Risk>,
}

/// A risk.
#[derive(Clone, Debug)]
pub struct Risk {
    /// Its name.
    pub name: Label,
    /// Its score then; `None` if it is new.
    pub then: Option<u32>,
    /// Its score now.
    pub now: u32,
    /// A few words at the right, as in `16, was 12`.
    pub note: Label,
}

/// Lays the chart out.
pub fn lay_out(risks: &RiskMovement, measure: &dyn Measure) -> Scene {
    let typist = Typist(measure);
    let notes: Vec<String> = risks
        .rows
        .iter()
        .map(|risk| note(risk, risks.width, typist))
        .collect();
    let widest = notes
        .iter()
        .map(|note| typist.regular().width(note))
        .fold(0.0, f64::max);
    let strip = strip(risks, typist);
    let top = strip.height() + AXIS + UNDER_STRIP;
    let rows = Rows::new(
        risks.rows.iter().map(|risk| Subject::from(&risk.name)),
        (risks.width, top, ROW),
        typist,
    );
    let plot = Rect {
        left: rows.left,
        top,
        right: risks.width - widest - GAP - 1.0,
        bottom: rows.bottom,
    };
    let mut scene = Scene::new(Size {
        width: risks.width,
        height: rows.bottom + 2.0,
    });
    let across = draw_scale(highest(risks), &plot, &mut scene, typist);
    strip.draw(
        &Rect {
            top: plot.top - AXIS,
            ..plot
        },
        &mut scene,
    );
    rows.draw_names(&mut scene, typist);
    for ((row, risk), note) in rows.rows.iter().zip(&risks.rows).zip(&notes) {
        draw_risk(risk, row, &across, &mut scene);
        let at = spot(plot.right + GAP, row.middle());
        scene.words(typist.set(note, at, Anchor::Start, Weight::Regular));
    }
    scene
}

/// A risk's note, as far as a chart so wide has room for it.
fn note(risk: &Risk, width: f64, typist: Typist<'_>) -> String {
    typist.regular().fit(risk.note.as_str(), width * NOTES_SHARE)
}

/// The highest score of the scale, or of a risk if one should lie beyond it.
fn highest(risks: &RiskMovement) -> u32 {
    risks
        .rows
        .iter()
        .flat_map(|risk| [Some(risk.now), risk.then])
        .flatten()
        .fold(risks.highest, u32::max)
}

/// Draws the chart.
pub fn draw(risks: &RiskMovement, measure: &dyn Measure) -> Svg {
    lay_out(risks, measure).draw()
}

fn strip<'a>(risks: &RiskMovement, typist: Typist<'a>) -> Strip<'a> {
    let mut strip = Strip::new(typist, risks.width, f64::INFINITY);
    if !risks.rows.is_empty() {
        strip.key(&[
            (Sign::Mark(FIRST), risks.then.as_str()),
            (Sign::Mark(CURRENT), risks.now.as_str()),
        ]);
    }
    strip
}

/// Numbers over the rows, a light line down from each; gives where scores lie.
fn draw_scale(highest: u32, plot: &Rect, scene: &mut Scene, typist: Typist<'_>) -> Across {
    let scale = Scale::over(
        Extent::of([Finite::ZERO, highest.into()]),
        Unit::Count,
        AxisFrom::Zero,
        5,
    );
    let inset = CURRENT.reach;
    let across = Across::new(scale.low..scale.high, plot.left + inset, plot.right - inset);
    for tick in &scale.ticks {
        let x = across.x(tick.value);
        scene.segment(
            spot(x, plot.top - 2.0),
            spot(x, plot.bottom),
            GRIDLINE,
            Role::Help,
        );
        let words = typist.set(
            &tick.text,
            spot(x, plot.top - 7.5),
            Anchor::Middle,
            Weight::Regular,
        );
        scene.words(words.coloured(MUTED));
    }
    across
}

fn draw_risk(risk: &Risk, row: &Row, across: &Across, scene: &mut Scene) {
    let (y, is) = (row.middle(), across.x(f64::from(risk.now)));
    scene.segment(
        spot(across.left(), y),
        spot(across.right(), y),
        GRIDLINE,
        Role::Help,
    );
    if let Some(then) = risk.then.filter(|then| *then != risk.now) {
        let was = across.x(f64::from(then));
        draw_move(was, is, y, scene);
        scene.marks(vec![spot(was, y)], FIRST);
    }
    scene.marks(vec![spot(is, y)], CURRENT);
}
