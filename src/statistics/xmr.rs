//! XmR charts in the Making Data Count convention: limits, signals, and the two symbols that sum them up.
//!
//! What is computed, and every oddity of it, is written in `tests/golden/spc/SPEC.md` (`SPEC` in comments), which describes the R
//! package `NHSRplotthedots` 0.2.2; that package's results lie beside it, and they are reproduced bit for bit. It knows nothing of *when* such a chart may be used: it computes from one row upwards.

mod limits;
mod options;
mod point;
mod rules;
mod special_cause;
mod symbols;

pub use limits::Limits;
pub use options::{Baseline, Improvement, Options, Screening, Target};
pub use point::{Band, Point, Side};
pub use special_cause::{Lean, Rule, SpecialCause};
pub use symbols::{Assurance, PointType, Variation};

pub use super::refusal::Refusal;
use super::series::Series;

/// A phase of fewer rows than this is short (SPEC section 10): rows count, with or without a value.
pub const SHORT_BELOW: usize = 13;

/// A finished control chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Xmr {
    /// The phases in order of time; at least one.
    pub phases: Vec<Phase>,
    /// What the last row says (SPEC section 8).
    pub variation: Variation,
    /// What the last phase's limits say of the target (SPEC section 9); `None` without a target or without a good direction.
    pub assurance: Option<Assurance>,
}

/// The rows between two recalculations, with the lines they are judged against.
#[derive(Debug, Clone, PartialEq)]
pub struct Phase {
    /// Mean of the baseline's values; `None` if all of them are missing.
    pub mean: Option<f64>,
    /// The four lines; `None` where no moving range is left to compute them from.
    pub limits: Option<Limits>,
    /// One for every row of the series, in order; at least one.
    pub points: Vec<Point>,
}

impl Xmr {
    /// Every row of the series in order, with the phase it belongs to.
    pub fn points(&self) -> impl Iterator<Item = (&Phase, &Point)> {
        self.phases
            .iter()
            .flat_map(|phase| phase.points.iter().map(move |point| (phase, point)))
    }

    /// Whether any phase is short, so that its limits are only trial limits.
    #[must_use]
    pub fn has_short_phase(&self) -> bool {
        self.phases.iter().any(Phase::is_short)
    }
}

impl Phase {
    /// Whether the phase has fewer than [`SHORT_BELOW`] rows.
    #[must_use]
    pub fn is_short(&self) -> bool {
        self.points.len() < SHORT_BELOW
    }
}

/// Computes the chart of a series. Each phase stands alone: no moving range and no signal reaches across its edge.
#[must_use]
pub fn chart(series: &Series, options: &Options) -> Xmr {
    let phases: Vec<Phase> = series.phases().map(|rows| chart_phase(rows, options)).collect();
    let last = phases.last();
    let cause = last
        .and_then(|phase| phase.points.last())
        .map_or(SpecialCause::CommonCause, |point| point.special_cause);
    let assurance = options.target.and_then(|target| {
        Assurance::of(
            target,
            last.and_then(|phase| phase.limits.as_ref()),
            options.improvement,
        )
    });
    Xmr {
        variation: Variation::of(cause, options.improvement),
        assurance,
        phases,
    }
}

/// Lines from the baseline rows, then every row judged against them.
fn chart_phase(rows: &[Option<f64>], options: &Options) -> Phase {
    let lines = limits::lines(rows, options.baseline, options.screening);
    let places = point::places(rows, lines.mean, lines.limits.as_ref());
    let causes = rules::special_causes(rows, &places);
    let points = places
        .into_iter()
        .zip(causes)
        .zip(lines.kept_ranges)
        .map(|((place, special_cause), moving_range)| Point {
            value: place.value,
            side: place.side,
            band: place.band,
            moving_range,
            special_cause,
            point_type: PointType::of(special_cause, options.improvement),
        })
        .collect();
    Phase {
        mean: lines.mean,
        limits: lines.limits,
        points,
    }
}
