//! The four rules of special cause, each over consecutive rows of one phase, and which of them names a row (SPEC section 6).
//!
//! It knows places on a chart and steps between values. A missing value is never skipped: a window that holds one does
//! not fire.
//!
//! That goes for the trend rule as well, where it is ours. The reference stops with an error when a missing value lies in
//! a window of seven that might still be a trend (SPEC section 11; the first five cases of `refused.json`). There is no
//! right answer to copy, and a board paper must not stop at a gap, so such a window is taken as no trend; in every case
//! where the reference does not stop the two agree.

use super::point::{Band, Place, Side};
use super::special_cause::SpecialCause;

/// Rows in a window of the trend and shift rules.
const SEVEN: usize = 7;

/// Rows in a window of the two-in-three rule.
const THREE: usize = 3;

/// The label of every row of a phase.
pub(super) fn special_causes(rows: &[Option<f64>], places: &[Place]) -> Vec<SpecialCause> {
    let trends = trend_labels(rows);
    let pairs = marked_rows(places, THREE, is_two_in_three);
    let shifts = marked_rows(places, SEVEN, |window| one_side(window).is_some());
    let weaker = trends.into_iter().zip(pairs).zip(shifts);
    places
        .iter()
        .zip(weaker)
        .map(|(place, ((trend, pair), shift))| label(place, trend, pair, shift))
        .collect()
}

/// Whether a rule marks a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Marked,
    Unmarked,
}

/// The one label of a row that several rules may have marked: outside, then trend, then two in three, then shift.
fn label(place: &Place, trend: Option<SpecialCause>, pair: Mark, shift: Mark) -> SpecialCause {
    if place.band == Some(Band::Outside) {
        return by_side(place, SpecialCause::AboveLimit, SpecialCause::BelowLimit);
    }
    if let Some(trend) = trend {
        return trend;
    }
    // The third row of a two-in-three window is part of the evidence but carries no label.
    if pair == Mark::Marked && place.band == Some(Band::Close) {
        return by_side(
            place,
            SpecialCause::TwoInThreeAbove,
            SpecialCause::TwoInThreeBelow,
        );
    }
    match shift {
        Mark::Marked => by_side(place, SpecialCause::SevenAbove, SpecialCause::SevenBelow),
        Mark::Unmarked => SpecialCause::CommonCause,
    }
}

/// The label for the row's side of the mean.
fn by_side(place: &Place, above: SpecialCause, below: SpecialCause) -> SpecialCause {
    if place.side == Some(Side::Above) {
        above
    } else {
        below
    }
}

/// Marks every row of every window of `length` consecutive rows in which the rule fires.
fn marked_rows<Row>(rows: &[Row], length: usize, fires: impl Fn(&[Row]) -> bool) -> Vec<Mark> {
    let mut marks = vec![Mark::Unmarked; rows.len()];
    for (first, window) in rows.windows(length).enumerate() {
        if fires(window) {
            marks
                .iter_mut()
                .skip(first)
                .take(length)
                .for_each(|mark| *mark = Mark::Marked);
        }
    }
    marks
}

/// The side on which all rows of a window lie. A row on the mean, or without a value, spoils it.
fn one_side(window: &[Place]) -> Option<Side> {
    let side = window.first()?.side?;
    (side != Side::OnMean && window.iter().all(|place| place.side == Some(side))).then_some(side)
}

/// Whether a window of three lies on one side of the mean with at least two of its rows close to the limit.
fn is_two_in_three(window: &[Place]) -> bool {
    let close = window
        .iter()
        .filter(|place| place.band == Some(Band::Close))
        .count();
    close >= 2 && one_side(window).is_some()
}

/// The trend label of every row that is part of a trend.
fn trend_labels(rows: &[Option<f64>]) -> Vec<Option<SpecialCause>> {
    let marks = marked_rows(rows, SEVEN, is_trend);
    (0..rows.len())
        .map(|row| trend_label(rows, &marks, row))
        .collect()
}

/// Whether every step of a window rises, or every step falls. Equal neighbours break it, and so does a gap.
fn is_trend(window: &[Option<f64>]) -> bool {
    let steps = || window.windows(2).map(step);
    steps().all(|step| step.is_some_and(|step| step > 0.0))
        || steps().all(|step| step.is_some_and(|step| step < 0.0))
}

/// How far the second of two neighbouring rows lies above the first; unknown beside a gap.
fn step(pair: &[Option<f64>]) -> Option<f64> {
    match pair {
        [Some(before), Some(after)] => Some(after - before),
        _ => None,
    }
}

/// The direction of one row of a trend: that of the step to the next row if it is part of a trend too, else that of the
/// step to this row. Where one trend follows another this labels the row between them as the reference does, sometimes
/// against its own trend.
fn trend_label(rows: &[Option<f64>], marks: &[Mark], row: usize) -> Option<SpecialCause> {
    if marks.get(row) != Some(&Mark::Marked) {
        return None;
    }
    let from = match marks.get(row + 1) {
        Some(Mark::Marked) => row,
        Some(Mark::Unmarked) | None => row.saturating_sub(1),
    };
    let rises = rows
        .get(from..from + 2)
        .and_then(step)
        .is_some_and(|step| step > 0.0);
    Some(if rises {
        SpecialCause::Increasing
    } else {
        SpecialCause::Decreasing
    })
}
