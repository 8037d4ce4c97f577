//! Knows the layers of a chart over months: target, phases with their limits, the figures and their marks.
//! Refuses to know titles, axes and labels.

use super::finite::{Finite, place};
use super::frame::Frame;
use super::palette::{
    CENTRE, CONCERN, DATA, IMPROVEMENT, LATEST, LIMIT, Mark, ORDINARY, Stroke, TARGET, TINT, TOLERANCE,
    TRIAL_LIMIT, UNUSUAL, WHISKER,
};
use super::scene::{Item, Role, Scene, Spot, spot};
use super::series::{Break, Phase, Point, Reading, Signal, Standing, Target, TargetPath};

/// Months left open on either side of a break in mean and limits.
const GAP: f64 = 0.12;

/// Half the width of a whisker's cap, in points.
const CAP: f64 = 2.0;

/// Stretches of months without a gap.
fn stretches<T: Copy>(values: &[Option<T>]) -> Vec<Vec<(usize, T)>> {
    let mut stretches: Vec<Vec<(usize, T)>> = vec![Vec::new()];
    for (month, value) in values.iter().enumerate() {
        match (value, stretches.last_mut()) {
            (Some(value), Some(stretch)) => stretch.push((month, *value)),
            (Some(_) | None, _) => stretches.push(Vec::new()),
        }
    }
    stretches.retain(|stretch| !stretch.is_empty());
    stretches
}

/// The last month that has a figure, and the figure.
pub(crate) fn newest(points: &[Point]) -> Option<(usize, Finite)> {
    points
        .iter()
        .enumerate()
        .filter_map(|(month, point)| Some((month, point.value()?)))
        .next_back()
}

/// Constant within each month, upright between months.
fn steps(stretch: &[(usize, Finite)], frame: &Frame) -> Vec<Spot> {
    stretch
        .iter()
        .flat_map(|(month, value)| frame.level(place(*month) - 0.5, place(*month) + 0.5, value.get()))
        .collect()
}

/// Straight from month to month.
fn straight(stretch: &[(usize, Finite)], frame: &Frame) -> Vec<Spot> {
    stretch
        .iter()
        .map(|(month, value)| frame.at(place(*month), value.get()))
        .collect()
}

/// Draws the target: a line, or a range with both its bounds; under it what is tolerated.
pub(crate) fn draw_target(target: &Target, frame: &Frame, scene: &mut Scene) {
    match &target.path {
        TargetPath::Steps(values) => draw_aim(values, &target.tolerated, steps, frame, scene),
        TargetPath::Trajectory(values) => draw_aim(values, &target.tolerated, straight, frame, scene),
        TargetPath::Range(bounds) => {
            let lower: Vec<_> = bounds.iter().map(|bound| bound.map(|(lower, _)| lower)).collect();
            let upper: Vec<_> = bounds.iter().map(|bound| bound.map(|(_, upper)| upper)).collect();
            draw_band(&lower, &upper, steps, frame, scene);
            draw_path(&lower, steps, TARGET, frame, scene);
            draw_path(&upper, steps, TARGET, frame, scene);
        }
    }
}

/// How a stretch of months becomes a line.
type Way = fn(&[(usize, Finite)], &Frame) -> Vec<Spot>;

fn draw_aim(
    values: &[Option<Finite>],
    tolerated: &[Option<Finite>],
    way: Way,
    frame: &Frame,
    scene: &mut Scene,
) {
    draw_band(values, tolerated, way, frame, scene);
    draw_path(tolerated, way, TOLERANCE, frame, scene);
    draw_path(values, way, TARGET, frame, scene);
}

/// Tints what lies between two paths, where both are known.
fn draw_band(one: &[Option<Finite>], other: &[Option<Finite>], way: Way, frame: &Frame, scene: &mut Scene) {
    let both: Vec<Option<(Finite, Finite)>> = one
        .iter()
        .zip(other)
        .map(|(one, other)| (*one).zip(*other))
        .collect();
    for stretch in stretches(&both) {
        let one: Vec<(usize, Finite)> = stretch.iter().map(|(month, (one, _))| (*month, *one)).collect();
        let other: Vec<(usize, Finite)> = stretch
            .iter()
            .map(|(month, (_, other))| (*month, *other))
            .collect();
        let there = way(&one, frame);
        let back = way(&other, frame).into_iter().rev();
        scene
            .items
            .push(Item::Area(there.into_iter().chain(back).collect(), TINT));
    }
}

fn draw_path(values: &[Option<Finite>], way: Way, stroke: Stroke, frame: &Frame, scene: &mut Scene) {
    let shown: Vec<Option<Finite>> = values
        .iter()
        .take(frame.months.count)
        .map(|value| value.filter(|value| frame.scale.shows(value.get())))
        .collect();
    scene.line(
        stretches(&shown)
            .iter()
            .map(|stretch| way(stretch, frame))
            .collect(),
        stroke,
        Role::Meaning,
    );
}

/// Draws mean and limits of each phase, with a gap where one phase follows another. Limits that no figure of
/// this unit can reach, and so are off the axis, are left out.
pub(crate) fn draw_phases(phases: &[Phase], frame: &Frame, scene: &mut Scene) {
    for (index, phase) in phases.iter().enumerate() {
        let from = place(phase.months.start) - 0.5 + if index > 0 { GAP } else { 0.0 };
        let to = place(phase.months.end) - 0.5 - if index + 1 < phases.len() { GAP } else { 0.0 };
        let mut level = |value: Finite, stroke: Stroke| {
            if frame.scale.shows(value.get()) && from < to {
                scene.line(vec![frame.level(from, to, value.get())], stroke, Role::Meaning);
            }
        };
        for limits in phase.limits.iter() {
            let stroke = match limits.standing {
                Standing::Settled => LIMIT,
                Standing::Trial => TRIAL_LIMIT,
            };
            level(limits.lower.value, stroke);
            level(limits.upper.value, stroke);
        }
        level(phase.centre.value, CENTRE);
    }
}

/// Draws how far each figure may be from the truth.
pub(crate) fn draw_intervals(intervals: &[Option<(Finite, Finite)>], frame: &Frame, scene: &mut Scene) {
    let ends = intervals
        .iter()
        .take(frame.months.count)
        .enumerate()
        .filter_map(|(month, ends)| Some((month, (*ends)?)));
    for (month, (lower, upper)) in ends {
        let [foot, head] = [lower, upper]
            .map(|end| frame.at(place(month), end.get().clamp(frame.scale.low, frame.scale.high)));
        let cap = |at: Spot| vec![spot(at.x - CAP, at.y), spot(at.x + CAP, at.y)];
        scene.line(
            vec![vec![foot, head], cap(foot), cap(head)],
            WHISKER,
            Role::Meaning,
        );
    }
}

/// Draws the figures: a line with its gaps and breaks, and a mark for every month.
pub(crate) fn draw_points(points: &[Point], breaks: &[Break], frame: &Frame, scene: &mut Scene) {
    let runs = runs(points, |month| {
        breaks.iter().any(|change| change.interrupts(month))
    });
    scene.line(
        runs.iter().map(|run| straight(run, frame)).collect(),
        DATA,
        Role::Meaning,
    );
    draw_marks(points, frame, scene);
}

/// The figures in runs that a line may join: parted by months without the figure that they owe, and before interrupted months.
pub(crate) fn runs(points: &[Point], interrupted: impl Fn(usize) -> bool) -> Vec<Vec<(usize, Finite)>> {
    let mut runs: Vec<Vec<(usize, Finite)>> = Vec::new();
    let mut goes_on = false;
    for (month, point) in points.iter().enumerate() {
        goes_on &= !interrupted(month);
        match (point.reading, runs.last_mut().filter(|_| goes_on)) {
            (Reading::Figure(value), Some(run)) => run.push((month, value)),
            (Reading::Figure(value), None) => runs.push(vec![(month, value)]),
            (Reading::Missing | Reading::NotOwed, _) => {}
        }
        goes_on = match point.reading {
            Reading::Figure(_) => true,
            Reading::Missing => false,
            Reading::NotOwed => goes_on,
        };
    }
    runs
}

fn draw_marks(points: &[Point], frame: &Frame, scene: &mut Scene) {
    let latest = newest(points).map(|(month, _)| month);
    for kind in [ORDINARY, UNUSUAL, IMPROVEMENT, CONCERN, LATEST] {
        let of_kind = |(month, point): (usize, &Point)| {
            let at = frame.at(place(month), point.value()?.get());
            let mark = if latest == Some(month) {
                point.signal.mark_of_latest()
            } else {
                point.signal.mark()
            };
            (mark == kind).then_some(at)
        };
        let reach = if kind == ORDINARY { dot(frame) } else { kind.reach };
        scene.marks(
            points.iter().enumerate().filter_map(of_kind).collect(),
            Mark { reach, ..kind },
        );
    }
}

/// Ordinary dots shrink where months stand close, so that the line stays a line.
fn dot(frame: &Frame) -> f64 {
    let spacing = frame.at(1.0, frame.scale.low).x - frame.at(0.0, frame.scale.low).x;
    (spacing * 0.2).clamp(1.0, ORDINARY.reach)
}

impl Signal {
    pub(crate) fn mark(self) -> Mark {
        match self {
            Self::None => ORDINARY,
            Self::Concern => CONCERN,
            Self::Improvement => IMPROVEMENT,
            Self::Unusual => UNUSUAL,
        }
    }

    pub(crate) fn mark_of_latest(self) -> Mark {
        match self {
            Self::None => LATEST,
            Self::Concern | Self::Improvement | Self::Unusual => self.mark(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_parts_two_stretches() {
        let stretches = stretches(&[None, Some(1), Some(2), None, None, Some(3)]);
        assert_eq!(stretches, [vec![(1, 1), (2, 2)], vec![(5, 3)]]);
        assert!(super::stretches::<u8>(&[None, None]).is_empty());
    }
}
