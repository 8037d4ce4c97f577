//! How long one control chart takes to draw, and how large it is: two years, two phases with limits, a target, signals.
//! `cargo bench` prints it, and stops where a promise is broken.

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    missing_docs,
    reason = "a measurement that cannot be made must stop, and prints what it found"
)]

use board_papers::charts::scene::Size;
use board_papers::charts::series::{
    AcrossBreak, Break, Level, Limits, Phase, Point, Series, Signal, Standing, Target, TargetPath, draw,
};
use board_papers::charts::{AxisFrom, Finite, Month, Unit};
use board_papers::pipeline::Printed;
use board_papers::typeset::Fonts;
use std::time::{Duration, Instant};

/// How often it is drawn.
const TIMES: u32 = 500;
/// What one may take, on average.
const GOAL: Duration = Duration::from_millis(1);
/// How large one may be, in bytes.
const BYTES: usize = 25_000;
/// Its months.
const MONTHS: usize = 24;

fn main() {
    let fonts = Fonts::embedded();
    let (chart, measure) = (control_chart(), Printed(&fonts));
    let size = draw(&chart, &measure).as_str().len();
    let start = Instant::now();
    for _ in 0..TIMES {
        std::hint::black_box(draw(&chart, &measure));
    }
    let mean = start.elapsed() / TIMES;
    println!("one control chart of {MONTHS} months: {mean:?} on average, {size} bytes");
    assert!(mean < GOAL, "{mean:?} are more than {GOAL:?}");
    assert!(size < BYTES, "{size} bytes are more than {BYTES}");
}

fn finite(value: f64) -> Finite {
    Finite::new(value).expect("a finite number")
}

fn level(name: &str, value: f64) -> Level {
    Level {
        value: finite(value),
        label: Some(name.into()),
    }
}

fn phase(months: std::ops::Range<usize>, centre: f64) -> Phase {
    Phase {
        months,
        centre: level("Average", centre),
        limits: Some(Limits {
            lower: level("Lower limit", centre - 9.0),
            upper: level("Upper limit", centre + 9.0),
            standing: Standing::Settled,
        }),
    }
}

fn control_chart() -> Series {
    let values = (0_u32..24).map(|month| 70.0 + f64::from(month * 7 % 11));
    let mut points: Vec<Point> = values.map(|value| Point::ordinary(finite(value))).collect();
    points
        .iter_mut()
        .skip(20)
        .for_each(|point| point.signal = Signal::Improvement);
    Series {
        size: Size::FULL,
        first: Month::new(2009, 4).expect("a month"),
        points,
        intervals: Vec::new(),
        unit: Unit::Percent,
        axis_from: AxisFrom::Figures,
        phases: vec![phase(0..12, 72.0), phase(12..MONTHS, 76.0)],
        breaks: vec![Break {
            before: 12,
            label: "Limits set anew".into(),
            line: AcrossBreak::Continued,
        }],
        target: Some(Target {
            path: TargetPath::Steps(vec![Some(finite(80.0)); MONTHS]),
            tolerated: Vec::new(),
            label: Some("Target 80%".into()),
        }),
        latest: Some("77.0%".into()),
    }
}
