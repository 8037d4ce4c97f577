//! What was aimed at, month by month, as a line under the figures. Knows steps, trajectories and ranges; the targets are the analysis's.

use crate::analysis::indicator::Assessed;
use crate::analysis::rating::Aim;
use crate::charts::series as chart;
use crate::charts::{Finite, Label};
use crate::domain::{Exact, Good, Indicator, Located, Month, Shape};
use crate::draw::series::Detail;
use crate::draw::window::Window;
use crate::draw::{convert, printed};
use rust_decimal::Decimal;

/// The target over the months in `window`; `None` where no month has one.
pub(super) fn target(assessed: &Assessed<'_>, window: Window, detail: Detail) -> Option<chart::Target> {
    let indicator = assessed.indicator;
    let aims: Vec<Option<Aim>> = window
        .observations(&assessed.series)
        .into_iter()
        .map(|observation| observation?.aim)
        .collect();
    let last = aims.iter().flatten().next_back().copied()?;
    Some(chart::Target {
        path: path(indicator, window.last, &aims),
        tolerated: tolerated(indicator, &aims, detail),
        label: label(indicator, last, detail),
    })
}

/// A target that changes evenly is a line from month to month; one that changes at once is a stair.
fn path(indicator: &Indicator, last: Month, aims: &[Option<Aim>]) -> chart::TargetPath {
    let values = || aims.iter().map(|aim| value((*aim)?)).collect();
    match (indicator.good, shape(indicator, last)) {
        (Good::Range, _) => {
            let bounds = aims.iter().map(|aim| range((*aim)?)).collect();
            chart::TargetPath::Range(bounds)
        }
        (Good::High | Good::Low | Good::Neutral, Shape::Step) => chart::TargetPath::Steps(values()),
        (Good::High | Good::Low | Good::Neutral, Shape::Linear) => chart::TargetPath::Trajectory(values()),
    }
}

/// How the target that holds in `month` moves between its points.
fn shape(indicator: &Indicator, month: Month) -> Shape {
    let begun = |points: &[crate::domain::TargetPoint]| {
        points.first().is_some_and(|first| *first.month.value() <= month)
    };
    indicator
        .targets
        .iter()
        .rev()
        .find(|target| begun(&target.points))
        .map_or(Shape::Step, |target| target.shape)
}

/// The target as one height; a range has none.
fn value(aim: Aim) -> Option<Finite> {
    match aim {
        Aim::Value(target) => convert::finite(target),
        Aim::Range(..) => None,
    }
}

fn range(aim: Aim) -> Option<(Finite, Finite)> {
    match aim {
        Aim::Value(_) => None,
        Aim::Range(low, high) => convert::finite(low).zip(convert::finite(high)),
    }
}

/// How far a miss is tolerated: on the worse side of the target, where that is one value and the chart has room for it.
fn tolerated(indicator: &Indicator, aims: &[Option<Aim>], detail: Detail) -> Vec<Option<Finite>> {
    let below = match detail {
        Detail::Full => indicator.tolerance.below.as_ref().map(Located::value),
        Detail::Small | Detail::Past => None,
    };
    let Some(Exact(allowed)) = below else {
        return Vec::new();
    };
    let bound = |target: Decimal| match indicator.good {
        Good::High => target.checked_sub(*allowed),
        Good::Low => target.checked_add(*allowed),
        Good::Range | Good::Neutral => None,
    };
    let bound = |aim: Aim| match aim {
        Aim::Value(target) => bound(target).and_then(convert::finite),
        Aim::Range(..) => None,
    };
    aims.iter().map(|aim| aim.and_then(bound)).collect()
}

fn label(indicator: &Indicator, last: Aim, detail: Detail) -> Option<Label> {
    let target = printed::aim(indicator, last);
    match detail {
        Detail::Full => Some(Label::from(format!("Target {target}"))),
        Detail::Small => Some(Label::from(target)),
        Detail::Past => None,
    }
}
