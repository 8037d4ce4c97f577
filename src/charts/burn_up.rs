//! Knows the plan's burn-up: actions completed month by month against those that should have been. Refuses to
//! say what counts as complete.

use super::Svg;
use super::finite::Finite;
use super::label::Label;
use super::measure::Measure;
use super::month::Month;
use super::scale::{AxisFrom, Unit};
use super::scene::{Scene, Size};
use super::series::{Level, Phase, Point, Series, Target, TargetPath};

/// Actions completed against planned, both counted from the beginning.
#[derive(Clone, Debug)]
pub struct BurnUp {
    /// How large it is printed; [`Size::FULL`] or [`Size::HALF`].
    pub size: Size,
    /// The first month.
    pub first: Month,
    /// Completed by the end of each month, up to the as-at month.
    pub completed: Vec<u32>,
    /// What the latest completed number is called, with its month.
    pub completed_label: Label,
    /// Planned to be complete by the end of each month, up to the last.
    pub planned: Vec<u32>,
    /// What the line of the plan is called.
    pub planned_label: Label,
    /// All actions of the plan, and what that line is called.
    pub all: (u32, Label),
}

/// Lays the chart out.
pub fn lay_out(plan: &BurnUp, measure: &dyn Measure) -> Scene {
    super::series::lay_out(&series(plan), measure)
}

/// Draws the chart.
pub fn draw(plan: &BurnUp, measure: &dyn Measure) -> Svg {
    lay_out(plan, measure).draw()
}

/// The same as a series: completed are its figures, planned its target, all its level.
fn series(plan: &BurnUp) -> Series {
    let months = plan.planned.len().max(plan.completed.len());
    let mut points: Vec<Point> = plan
        .completed
        .iter()
        .map(|count| Point::ordinary((*count).into()))
        .collect();
    points.resize(months, Point::NOT_OWED);
    let (all, called) = &plan.all;
    Series {
        size: plan.size,
        first: plan.first,
        points,
        intervals: Vec::new(),
        unit: Unit::Count,
        axis_from: AxisFrom::Zero,
        phases: vec![Phase {
            months: 0..months,
            centre: Level {
                value: (*all).into(),
                label: Some(called.clone()),
            },
            limits: None,
        }],
        breaks: Vec::new(),
        target: Some(Target {
            path: TargetPath::Trajectory(
                plan.planned
                    .iter()
                    .map(|count| Some(Finite::from(*count)))
                    .collect(),
            ),
            tolerated: Vec::new(),
            label: Some(plan.planned_label.clone()),
        }),
        latest: Some(plan.completed_label.clone()),
    }
}
