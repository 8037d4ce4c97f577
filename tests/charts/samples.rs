//! Charts as a programme would ask for them: the same ones are compared with their snapshots and searched for
//! collisions.

use board_papers::charts::milestones::{Milestone, Reached, Timeline};
use board_papers::charts::palette::Tone;
use board_papers::charts::plan_status::{PlanStatus, Recommendation};
use board_papers::charts::scene::Size;
use board_papers::charts::series::{
    AcrossBreak, Break, Level, Limits, Phase, Point, Series, Signal, Standing, Target, TargetPath,
};
use board_papers::charts::sparkline::Sparkline;
use board_papers::charts::{AxisFrom, Day, Finite, Label, Month, Unit};

pub fn finite(value: f64) -> Finite {
    Finite::new(value).unwrap()
}

pub fn month(year: i32, number: i32) -> Month {
    Month::new(year, number).unwrap()
}

pub fn points(values: &[f64]) -> Vec<Point> {
    values
        .iter()
        .map(|value| Finite::new(*value).map_or(Point::MISSING, Point::ordinary))
        .collect()
}

pub fn level(value: f64, label: &str) -> Level {
    Level {
        value: finite(value),
        label: Some(label.into()),
    }
}

fn phase(months: std::ops::Range<usize>, centre: (f64, &str), limits: Option<(f64, f64, Standing)>) -> Phase {
    let limits = limits.map(|(lower, upper, standing)| Limits {
        lower: level(lower, "Lower limit"),
        upper: level(upper, "Upper limit"),
        standing,
    });
    Phase {
        months,
        centre: level(centre.0, centre.1),
        limits,
    }
}

pub fn plain(values: &[f64], unit: Unit) -> Series {
    Series {
        size: Size::FULL,
        first: month(2009, 4),
        points: points(values),
        intervals: Vec::new(),
        unit,
        axis_from: AxisFrom::Figures,
        phases: Vec::new(),
        breaks: Vec::new(),
        target: None,
        latest: None,
    }
}

const GAP: f64 = f64::NAN;

/// Initial assessments in time: two phases, a new definition, a rising target, signals both ways and a gap.
pub fn control_chart() -> Series {
    let values = [
        62.4, 58.9, 64.1, 60.2, 57.3, 63.0, 61.1, 59.8, 48.2, 62.7, 60.4, 61.9, //
        70.3, 71.8, 69.2, 73.5, GAP, 74.4, 75.9, 77.8,
    ];
    let mut series = plain(&values, Unit::Percent);
    for (month, signal) in [
        (8, Signal::Concern),
        (17, Signal::Improvement),
        (18, Signal::Improvement),
        (19, Signal::Improvement),
    ] {
        series.points[month].signal = signal;
    }
    series.phases = vec![
        phase(0..12, (60.1, "Mean 60.1%"), Some((49.5, 70.7, Standing::Settled))),
        phase(12..20, (73.3, "Mean 73.3%"), Some((67.1, 79.5, Standing::Trial))),
    ];
    series.breaks = vec![Break {
        before: 12,
        label: "New definition, April 2010".into(),
        line: AcrossBreak::Interrupted,
    }];
    let target = |month: usize| Some(finite(if month < 12 { 70.0 } else { 80.0 }));
    series.target = Some(Target {
        path: TargetPath::Steps((0..20).map(target).collect()),
        tolerated: vec![],
        label: Some("Target 80%".into()),
    });
    series.latest = Some("77.8% in November".into());
    series
}

/// A run chart on half the width.
pub fn run_chart() -> Series {
    let mut series = plain(
        &[14.0, 17.0, 12.0, 19.0, 15.0, 11.0, 9.0, 10.0, 8.0, 9.0, 7.0],
        Unit::Count,
    );
    series.size = Size::HALF;
    series.first = month(2010, 1);
    series.phases = vec![phase(0..11, (11.0, "Median 11"), None)];
    let target = (0..11)
        .map(|at| Some(finite(14.0 - f64::from(at) * 0.5)))
        .collect();
    series.target = Some(Target {
        path: TargetPath::Trajectory(target),
        tolerated: vec![],
        label: Some("Trajectory 9".into()),
    });
    series.latest = Some("7 in November".into());
    series
}

/// A target range, with a month still to come.
pub fn range_chart() -> Series {
    let mut series = plain(
        &[
            88.0, 91.0, 94.5, 97.0, 99.0, 101.0, 103.5, 98.0, 96.0, 92.0, 90.0, 93.0, GAP, GAP,
        ],
        Unit::Amount,
    );
    series.target = Some(Target {
        path: TargetPath::Range(vec![Some((finite(90.0), finite(100.0))); 14]),
        tolerated: vec![],
        label: Some("Expected range 90 to 100".into()),
    });
    series.latest = Some("93.0 in March".into());
    series
}

/// Five years, with a tolerated bound and recalculated limits.
pub fn long_chart() -> Series {
    let wave = |at: u32| 31.0 + f64::from((at * 7) % 11) - f64::from(at) / 4.0;
    let values: Vec<f64> = (0..60).map(wave).collect();
    let mut series = plain(&values, Unit::Amount);
    series.first = month(2006, 1);
    series.phases = vec![
        phase(0..30, (32.0, "Mean 32"), Some((22.0, 42.0, Standing::Settled))),
        phase(30..60, (25.0, "Mean 25.0"), Some((15.0, 35.0, Standing::Settled))),
    ];
    series.breaks = vec![
        Break {
            before: 30,
            label: "Limits recalculated: second duty team".into(),
            line: AcrossBreak::Continued,
        },
        Break {
            before: 36,
            label: "New definition".into(),
            line: AcrossBreak::Interrupted,
        },
    ];
    series.points[4].signal = Signal::Unusual;
    series.target = Some(Target {
        path: TargetPath::Steps(vec![Some(finite(20.0)); 60]),
        tolerated: vec![Some(finite(22.0)); 60],
        label: Some("Target 20.0".into()),
    });
    series.latest = Some("20.3 in Dec".into());
    series
}

/// A short plain line.
pub fn short_chart() -> Series {
    let mut series = plain(&[3.0, 1.0, 2.0], Unit::Count);
    series.size = Size::HALF;
    series.latest = Some("2 cases".into());
    series
}

/// A year and a month in a table's row, with a gap, a break and a signal at the end.
pub fn sparkline() -> Sparkline {
    let mut all = points(&[
        1.0, 99.0, 14.0, 15.5, 12.0, GAP, 16.0, GAP, 13.0, 14.0, 12.5, 11.0, 9.0, 9.5, 8.0,
    ]);
    all[14].signal = Signal::Concern;
    let breaks = vec![Break {
        before: 10,
        label: "New definition".into(),
        line: AcrossBreak::Interrupted,
    }];
    Sparkline {
        size: Size::SPARK,
        points: all,
        breaks,
    }
}

/// Eight recommendations with their actions.
pub fn plan_status() -> PlanStatus {
    let names = [
        "Complete",
        "Complete, evidence awaited",
        "On track",
        "At risk",
        "Late or off track",
        "Not due to start",
    ];
    let row = |name: &str, counts: [u32; 6]| Recommendation {
        name: name.into(),
        actions: Tone::ALL.into_iter().zip(counts).collect(),
    };
    PlanStatus {
        width: 468.0,
        names: Tone::ALL.into_iter().zip(names.map(Label::from)).collect(),
        rows: vec![
            row("1  Contact, referral and assessment", [4, 2, 3, 1, 2, 1]),
            row(
                "2  Quality of assessment and of the plans for children in need and those with a child protection plan",
                [1, 0, 5, 2, 0, 0],
            ),
            row("3  Supervision and management oversight", [2, 1, 1, 0, 3, 0]),
            row("4  Workforce", [0, 0, 2, 4, 1, 3]),
            row("5  Partners", [6, 1, 0, 0, 0, 0]),
            row("6  Voice of the child", [0, 0, 0, 0, 0, 0]),
        ],
    }
}

fn day(year: i32, number: i32, day: i32) -> Day {
    Day::new(month(year, number), day).unwrap()
}

/// Seven milestones: reached, moved once, moved far, moved forward, on time.
pub fn timeline() -> Timeline {
    let row = |name: &str, first: Day, state: Reached, note: &str| Milestone {
        name: name.into(),
        first,
        state,
        note: (!note.is_empty()).then(|| note.into()),
    };
    Timeline {
        width: 468.0,
        as_at: (day(2010, 10, 31), "As at 31 October 2010".into()),
        aim: Some((day(2011, 3, 31), "Excellence, 31 March 2011".into())),
        rows: vec![
            row(
                "Single front door open",
                day(2010, 5, 4),
                Reached::On(day(2010, 5, 4)),
                "4 May 2010",
            ),
            row(
                "All posts for practice managers filled",
                day(2010, 6, 30),
                Reached::On(day(2010, 9, 13)),
                "13 Sep 2010, moved twice",
            ),
            row(
                "Quality assurance framework agreed by the Local Safeguarding Children Board",
                day(2010, 8, 31),
                Reached::Due(day(2010, 12, 17)),
                "17 Dec 2010, moved three times",
            ),
            row(
                "Case audits at 90% adequate or better",
                day(2010, 12, 31),
                Reached::Due(day(2010, 12, 31)),
                "31 Dec 2010",
            ),
            row(
                "Peer review",
                day(2011, 2, 15),
                Reached::Due(day(2011, 1, 20)),
                "20 Jan 2011, brought forward",
            ),
            row(
                "Unannounced inspection without priority action",
                day(2011, 3, 1),
                Reached::Due(day(2011, 3, 7)),
                "7 Mar 2011, moved once",
            ),
        ],
    }
}

/// A sample with its intervals.
pub fn sample_chart() -> Series {
    let values = [62.0, 58.0, 66.0, 71.0, GAP, 69.0, 74.0, 78.0];
    let mut series = plain(&values, Unit::Percent);
    series.size = Size::HALF;
    series.intervals = values
        .iter()
        .map(|value| Finite::new(value - 13.0).zip(Finite::new(value + 11.0)))
        .collect();
    series.latest = Some("78% of 40 cases".into());
    series
}
