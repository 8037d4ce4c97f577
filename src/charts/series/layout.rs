//! Knows what of a series goes where: the extent of its axis, the labels at its right, the strip above it,
//! what lies under its figures. Shared with the forecast, which is the same chart with a tail.

use std::collections::BTreeMap;

use super::{Break, Phase, Series, Signal, Standing};
use crate::charts::call_out::call_out;
use crate::charts::ends::Ends;
use crate::charts::finite::{Finite, place};
use crate::charts::frame::Frame;
use crate::charts::label::Label;
use crate::charts::layers::{draw_intervals, draw_phases, draw_target, newest};
use crate::charts::measure::Weight;
use crate::charts::palette::{BREAK, CONCERN, IMPROVEMENT, TRIAL_LIMIT, UNUSUAL};
use crate::charts::scale::{Extent, Scale};
use crate::charts::scene::{Scene, Typist, spot};
use crate::charts::strip::{Drop, Sign, Strip};

/// What the axis must show: the figures, and the lines as far as the unit allows.
pub(crate) fn extent(series: &Series) -> Option<Extent> {
    let lines: Vec<Finite> = lines(series).collect();
    let figures = Extent::of(series.points.iter().filter_map(|point| point.value()));
    let ends = series
        .intervals
        .iter()
        .flatten()
        .flat_map(|(lower, upper)| [*lower, *upper]);
    let lines: Vec<Finite> = lines.into_iter().chain(ends).collect();
    figures
        .or_else(|| Extent::of(lines.iter().copied()))
        .map(|known| known.and(series.unit, lines))
}

fn lines(series: &Series) -> impl Iterator<Item = Finite> {
    let limits = |phase: &Phase| {
        phase
            .limits
            .as_ref()
            .map(|limits| [limits.lower.value, limits.upper.value])
    };
    let phases = series.phases.iter().flat_map(move |phase| {
        [phase.centre.value]
            .into_iter()
            .chain(limits(phase).into_iter().flatten())
    });
    let target = series.target.iter().flat_map(|target| {
        target
            .path
            .values()
            .into_iter()
            .chain(target.tolerated.iter().flatten().copied())
    });
    phases.chain(target)
}

/// Grid, target and limits: what lies under the figures.
pub(crate) fn draw_under(series: &Series, frame: &Frame, scene: &mut Scene, typist: Typist<'_>) {
    frame.draw(scene, typist);
    if let Some(target) = &series.target {
        draw_target(target, frame, scene);
    }
    draw_phases(&series.phases, frame, scene);
    draw_intervals(&series.intervals, frame, scene);
}

/// The labels at the right: the latest value before the target, the target before the mean, the mean before
/// the limits.
pub(crate) fn ends<'a>(series: &Series, scale: &Scale, months: usize, typist: Typist<'a>) -> Ends<'a> {
    let mut ends = Ends::new(typist, series.size);
    let mut add = |label: Option<&Label>, value: Finite, rank: u8, weight: Weight| {
        if scale.shows(value.get()) {
            ends.add(label, value.get(), rank, weight);
        }
    };
    if let Some((_, value)) = newest(&series.points).filter(|(month, _)| month + 1 == months) {
        add(series.latest.as_ref(), value, 0, Weight::SemiBold);
    }
    if let Some((target, end)) = series
        .target
        .as_ref()
        .and_then(|target| Some((target, target.path.end()?)))
    {
        add(target.label.as_ref(), end, 1, Weight::Regular);
    }
    if let Some(phase) = series.phases.last() {
        add(
            phase.centre.label.as_ref(),
            phase.centre.value,
            2,
            Weight::Regular,
        );
        for limit in phase
            .limits
            .iter()
            .flat_map(|limits| [&limits.upper, &limits.lower])
        {
            add(limit.label.as_ref(), limit.value, 3, Weight::Regular);
        }
    }
    ends
}

/// What stands above the plot: where the axis starts, the breaks, the meaning of the marks that occur.
pub(crate) fn strip<'a>(series: &Series, frame: &Frame, typist: Typist<'a>) -> Strip<'a> {
    let mut strip = Strip::new(typist, series.size.width, frame.plot.height());
    if let Some(start) = frame.scale.starts_off_zero() {
        strip.remark(&format!("Axis starts at {start}"));
    }
    let texts = break_texts(&series.breaks);
    let drops = texts.iter().map(|(month, text)| {
        let x = frame.at(place(*month) - 0.5, frame.scale.low).x;
        Drop {
            x: x.clamp(frame.plot.left, frame.plot.right),
            text,
            stroke: BREAK,
        }
    });
    strip.drops(&drops.collect::<Vec<_>>());
    strip.key(&key(series));
    strip
}

/// What is written over each break; what happens in the same month is written together.
fn break_texts(breaks: &[Break]) -> BTreeMap<usize, String> {
    let mut texts: BTreeMap<usize, String> = BTreeMap::new();
    for change in breaks {
        let text = texts.entry(change.before).or_default();
        if !text.is_empty() {
            text.push_str("; ");
        }
        text.push_str(change.label.as_str());
    }
    texts
}

fn key(series: &Series) -> Vec<(Sign, &'static str)> {
    let seen = |signal: Signal| {
        series
            .points
            .iter()
            .any(|point| point.signal == signal && point.value().is_some())
    };
    let trial = |phase: &Phase| {
        phase
            .limits
            .as_ref()
            .is_some_and(|limits| limits.standing == Standing::Trial)
    };
    let entries = [
        (seen(Signal::Concern), Sign::Mark(CONCERN), "Concern"),
        (seen(Signal::Improvement), Sign::Mark(IMPROVEMENT), "Improvement"),
        (seen(Signal::Unusual), Sign::Mark(UNUSUAL), "Unusual"),
        (
            series.phases.iter().any(trial),
            Sign::Stroke(TRIAL_LIMIT),
            "Trial limits",
        ),
    ];
    entries
        .into_iter()
        .filter(|(present, ..)| *present)
        .map(|(_, sign, word)| (sign, word))
        .collect()
}

/// The latest value is named beside its point when later months have none, since then it is not the end of
/// the chart. A chart without any figure says so.
pub(crate) fn name_latest(series: &Series, frame: &Frame, scene: &mut Scene, typist: Typist<'_>) {
    let Some((month, value)) = newest(&series.points) else {
        let middle = spot(
            f64::midpoint(frame.plot.left, frame.plot.right),
            frame.plot.middle(),
        );
        call_out(&"No figures".into(), middle, &frame.plot, scene, typist);
        return;
    };
    if let Some(label) = series.latest.as_ref().filter(|_| month + 1 < frame.months.count) {
        call_out(
            label,
            frame.at(place(month), value.get()),
            &frame.plot,
            scene,
            typist,
        );
    }
}
