//! Targets in time: the one of a month, and the one at the end.
//! Knows trajectories and which definition they are of; not which figures there are.

use crate::analysis::rating::Aim;
use crate::domain::{Exact, Good, Indicator, Month, Shape, Target, TargetPoint, Unit, published_ratio};
use crate::place::Located;
use rust_decimal::Decimal;

/// The last point of a target's trajectory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EndTarget {
    /// The month by which it is to be met.
    pub month: Month,
    /// The target.
    pub aim: Aim,
}

/// The target of `month`: the one of an indicator without tolerance for a single case, else the one that its trajectory has.
#[must_use]
pub fn aim_of(indicator: &Indicator, month: Month) -> Option<Aim> {
    absolute_aim(indicator).or_else(|| on_trajectory(indicator, month))
}

/// Of the last target known that had begun by then, the point that holds, or the way from it to the next, at the
/// indicator's decimals. `None` before the first point, and where the point that would hold is of another definition.
fn on_trajectory(indicator: &Indicator, month: Month) -> Option<Aim> {
    let target = indicator
        .targets
        .iter()
        .rev()
        .find(|target| begins(target).is_some_and(|first| first <= month))?;
    let (at, point) = target
        .points
        .iter()
        .enumerate()
        .rev()
        .find(|(_, point)| *point.month.value() <= month)?;
    if !same_definition(indicator, *point.month.value(), month) {
        return None;
    }
    let next = target
        .points
        .get(at + 1)
        .filter(|next| same_definition(indicator, *next.month.value(), month));
    match (target.shape, next) {
        (Shape::Linear, Some(next)) => between(point, next, month, *indicator.decimals.value()),
        (Shape::Linear, None) | (Shape::Step, _) => aim_at(point),
    }
}

/// The last point of the last target known, where it is of the definition that `month` follows.
#[must_use]
pub fn end_target(indicator: &Indicator, month: Month) -> Option<EndTarget> {
    let last = indicator
        .targets
        .iter()
        .rev()
        .find_map(|target| target.points.last())?;
    let until = *last.month.value();
    let aim = aim_at(last).filter(|_| same_definition(indicator, until, month))?;
    Some(EndTarget { month: until, aim })
}

/// The target that an indicator without tolerance for a single case has whatever its trajectory says: none where low is good,
/// all where a high percentage is.
#[must_use]
pub fn absolute_aim(indicator: &Indicator) -> Option<Aim> {
    match (indicator.zero_tolerance, indicator.good, indicator.unit) {
        (true, Good::Low, _) => Some(Aim::Value(Decimal::ZERO)),
        (true, Good::High, Unit::Percent) => Some(Aim::Value(Decimal::ONE_HUNDRED)),
        (true, Good::High | Good::Range | Good::Neutral, _) | (false, ..) => None,
    }
}

fn begins(target: &Target) -> Option<Month> {
    target.points.first().map(|point| *point.month.value())
}

fn same_definition(indicator: &Indicator, one: Month, other: Month) -> bool {
    indicator.version_in(one) == indicator.version_in(other)
}

fn aim_at(point: &TargetPoint) -> Option<Aim> {
    let typed = |number: &Option<Located<Exact>>| number.as_ref().map(|number| number.value().0);
    match (typed(&point.value), typed(&point.low), typed(&point.high)) {
        (Some(value), ..) => Some(Aim::Value(value)),
        (None, Some(low), Some(high)) => Some(Aim::Range(low, high)),
        (None, ..) => None,
    }
}

/// The straight way from one point to the next, in `month`.
fn between(point: &TargetPoint, next: &TargetPoint, month: Month, decimals: u32) -> Option<Aim> {
    let (start, end) = (*point.month.value(), *next.month.value());
    let gone = Decimal::from(month.months_since(start));
    let whole = Decimal::from(end.months_since(start));
    let part = |from: Decimal, to: Decimal| {
        let moved = to.checked_sub(from)?.checked_mul(gone)?;
        published_ratio(from.checked_mul(whole)?.checked_add(moved)?, whole, decimals)
    };
    match (aim_at(point)?, aim_at(next)?) {
        (Aim::Value(from), Aim::Value(to)) => Some(Aim::Value(part(from, to)?)),
        (Aim::Range(low, high), Aim::Range(next_low, next_high)) => {
            Some(Aim::Range(part(low, next_low)?, part(high, next_high)?))
        }
        (Aim::Value(_) | Aim::Range(..), _) => aim_at(point),
    }
}
