//! How often the interval of a forecast holds what then comes, on simulated series of 13 to 36 points.

use board_papers::statistics::forecast::{FURTHEST_MONTH, Scale, Step, forecast};

use crate::noise::Noise;

/// Series of each kind and length.
const SERIES: usize = 40;

/// How a simulated measure behaves.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    /// A level that does not move, and noise.
    Steady,
    /// A trend that dies away, moved by surprises: what the method supposes.
    DampedTrend,
    /// A level that wanders, and noise.
    Wandering,
    /// A percentage of some 200 cases a month that climbs towards a ceiling.
    ClimbingPercentage,
}

const KINDS: [Kind; 4] = [
    Kind::Steady,
    Kind::DampedTrend,
    Kind::Wandering,
    Kind::ClimbingPercentage,
];

/// One simulated month that was forecast.
struct Trial {
    kind: Kind,
    ahead: usize,
    within: Within,
}

/// Whether the interval held the month.
#[derive(PartialEq)]
enum Within {
    Yes,
    No,
}

#[test]
fn the_interval_holds_as_often_as_it_is_said_to() {
    let mut noise = Noise::seeded(2012);
    let mut trials = Vec::new();
    for kind in KINDS {
        for points in (13..=36).cycle().take(24 * SERIES) {
            trials.extend(try_out(kind, points, &mut noise));
        }
    }
    let mut found = vec![format!("all {}", held(&trials, |_| true))];
    found.extend(KINDS.map(|kind| format!("{kind:?} {}", held(&trials, |trial| trial.kind == kind))));
    found
        .extend([1, 9].map(|ahead| format!("month {ahead} {}", held(&trials, |trial| trial.ahead == ahead))));
    let found = found.join(", ");
    println!("{found}");
    // These numbers stand in ARCHITECTURE.md.
    let stated = "all 94.5, Steady 97.2, DampedTrend 91.9, Wandering 94.2, ClimbingPercentage 94.9, month 1 94.6, month 9 94.9";
    assert_eq!(found, stated);
}

/// The per cent of the chosen months that lie within their interval.
fn held(trials: &[Trial], chosen: impl Fn(&Trial) -> bool) -> String {
    let chosen: Vec<&Trial> = trials.iter().filter(|trial| chosen(trial)).collect();
    let within = chosen.iter().filter(|trial| trial.within == Within::Yes).count();
    let [within, all] = [within, chosen.len()].map(|count| f64::from(u32::try_from(count).unwrap()));
    format!("{:.1}", 100.0 * within / all)
}

/// Makes one series, hides its last months, forecasts them and looks.
fn try_out(kind: Kind, points: usize, noise: &mut Noise) -> Vec<Trial> {
    let values = simulate(kind, points + FURTHEST_MONTH, noise);
    let (past, future) = values.split_at(points);
    let past: Vec<Option<f64>> = past.iter().copied().map(Some).collect();
    let steps = forecast(&past, scale(kind), FURTHEST_MONTH).unwrap();
    let trial = |(step, value): (&Step, &f64)| Trial {
        kind,
        ahead: step.ahead,
        within: if step.interval.contains(*value) {
            Within::Yes
        } else {
            Within::No
        },
    };
    steps.iter().zip(future).map(trial).collect()
}

fn scale(kind: Kind) -> Scale {
    match kind {
        Kind::Steady | Kind::DampedTrend | Kind::Wandering => Scale::Unbounded,
        Kind::ClimbingPercentage => Scale::Percentage,
    }
}

fn simulate(kind: Kind, months: usize, noise: &mut Noise) -> Vec<f64> {
    match kind {
        Kind::Steady => (0..months).map(|_| 100.0 + 10.0 * noise.normal()).collect(),
        Kind::DampedTrend => damped_trend(months, noise),
        Kind::Wandering => wandering(months, noise),
        Kind::ClimbingPercentage => climbing_percentage(months, noise),
    }
}

/// The method's own model, with parameters that are not on its grid.
fn damped_trend(months: usize, noise: &mut Noise) -> Vec<f64> {
    let level_share = noise.between(0.05, 0.8);
    let trend_share = level_share * noise.between(0.0, 0.4);
    let damping = noise.between(0.8, 0.98);
    let (mut level, mut trend) = (100.0, noise.between(-5.0, 5.0));
    let month = |_| {
        let expected = level + damping * trend;
        let surprise = 5.0 * noise.normal();
        level = expected + level_share * surprise;
        trend = damping * trend + trend_share * surprise;
        expected + surprise
    };
    (0..months).map(month).collect()
}

fn wandering(months: usize, noise: &mut Noise) -> Vec<f64> {
    let step = noise.between(0.5, 5.0);
    let mut level = 100.0;
    let month = |_| {
        level += step * noise.normal();
        level + 5.0 * noise.normal()
    };
    (0..months).map(month).collect()
}

fn climbing_percentage(months: usize, noise: &mut Noise) -> Vec<f64> {
    let (floor, ceiling) = (noise.between(40.0, 60.0), noise.between(75.0, 95.0));
    let left = noise.between(0.85, 0.97);
    let mut gap = ceiling - floor;
    let month = |_| {
        let level = ceiling - gap;
        gap *= left;
        let deviation = (level * (100.0 - level) / 200.0).sqrt();
        (level + deviation * noise.normal()).clamp(0.0, 100.0)
    };
    (0..months).map(month).collect()
}
