//! Knows audited cases by grade, month by month. Refuses to call a sample anything but a number of cases.

use super::Svg;
use super::finite::{Finite, place};
use super::frame::{DrawnAs, Frame, Months, intervals};
use super::key::Key;
use super::label::Label;
use super::measure::{Measure, Weight};
use super::month::Month;
use super::palette::{Fill, GRADES};
use super::scale::{AxisFrom, Extent, Scale, Unit};
use super::scene::{Anchor, Rect, Scene, Size, Typist, spot};
use super::stack::{draw_number, number_on};

/// Grades of audits; there are never more than four.
pub const MOST_GRADES: usize = GRADES.len();
/// Share of a month that its column takes, and the widest column in points.
const COLUMN_SHARE: f64 = 0.66;
const WIDEST: f64 = 30.0;
/// Least room beside a number within its part.
const MARGIN: f64 = 3.0;

/// Audited cases by grade over the months.
#[derive(Clone, Debug)]
pub struct AuditGrades {
    /// How large it is printed; [`Size::FULL`] or [`Size::HALF`].
    pub size: Size,
    /// The first month.
    pub first: Month,
    /// The grades' names, best first; of more than [`MOST_GRADES`] the rest is not drawn.
    pub grades: Vec<Label>,
    /// For each month the cases of each grade; empty for a month without audits.
    pub months: Vec<Vec<u32>>,
}

/// Lays the chart out.
pub fn lay_out(audits: &AuditGrades, measure: &dyn Measure) -> Scene {
    let typist = Typist(measure);
    let totals: Vec<Finite> = audits
        .months
        .iter()
        .map(|month| parts(month).last().map_or(0, |part| part.to).into())
        .collect();
    let scale = Scale::over(
        Extent::of(totals),
        Unit::Count,
        AxisFrom::Zero,
        intervals(audits.size, 0.0),
    );
    let months = Months {
        first: audits.first,
        count: audits.months.len(),
        drawn_as: DrawnAs::Columns,
    };
    let key = Key::new(entries(audits), (0.0, audits.size.width), typist);
    let frame = Frame::new(audits.size, months, scale, 0.0, typist).lowered(key.height() + 14.0);
    let mut scene = Scene::new(audits.size);
    frame.draw(&mut scene, typist);
    key.draw(0.0, &mut scene, typist);
    for (index, month) in audits.months.iter().enumerate() {
        draw_column(index, month, &frame, &mut scene, typist);
    }
    scene
}

/// Draws the chart.
pub fn draw(audits: &AuditGrades, measure: &dyn Measure) -> Svg {
    lay_out(audits, measure).draw()
}

fn entries(audits: &AuditGrades) -> impl Iterator<Item = (Fill, &str)> {
    GRADES.into_iter().zip(audits.grades.iter().map(Label::as_str))
}

fn with_margin(number: &Rect) -> Rect {
    Rect {
        left: number.left - MARGIN,
        right: number.right + MARGIN,
        ..*number
    }
}

/// Cases of one grade, counted on from those of the better ones.
struct Part {
    from: u32,
    to: u32,
    fill: Fill,
}

fn parts(month: &[u32]) -> Vec<Part> {
    let mut to = 0_u32;
    let mut part = |(count, fill): (&u32, Fill)| {
        let from = to;
        to = to.saturating_add(*count);
        Part { from, to, fill }
    };
    month.iter().zip(GRADES).map(&mut part).collect()
}

fn draw_column(index: usize, month: &[u32], frame: &Frame, scene: &mut Scene, typist: Typist<'_>) {
    let spacing = frame.at(1.0, 0.0).x - frame.at(0.0, 0.0).x;
    let half = (spacing * COLUMN_SHARE).min(WIDEST) / 2.0;
    let y = |count: u32| frame.at(0.0, f64::from(count)).y;
    let x = frame.at(place(index), 0.0).x;
    let parts = parts(month);
    for part in parts.iter().filter(|part| part.to > part.from) {
        let bar = Rect {
            left: x - half,
            right: x + half,
            top: y(part.to),
            bottom: y(part.from),
        };
        scene.bar(bar, part.fill);
        let text = Label::from((part.to - part.from).to_string());
        let number = number_on(&text, &bar, part.fill, typist);
        // Asked of the very rectangle that the number takes: heights that should be equal differ in their last digit.
        if bar.holds(&with_margin(&number.extent())) {
            draw_number(number, part.fill, scene);
        }
    }
    let total = parts.last().map(|part| part.to).filter(|total| *total > 0);
    let text = total.map(|total| total.to_string()).unwrap_or_default();
    let words = typist.set(
        &text,
        spot(x, y(total.unwrap_or(0)) - 6.5),
        Anchor::Middle,
        Weight::SemiBold,
    );
    if words.width + 2.0 <= spacing || frame.months.count == 1 {
        scene.words(words);
    }
}
