//! How long the analysis of 45 indicators over 36 months takes: everything that the papers say of them, from figures as
//! they were supplied to verdicts and forecasts. `cargo bench --bench analysis` prints it and fails beyond the goal.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::print_stdout,
    missing_docs,
    reason = "a measurement that cannot be made must stop, and prints what it found"
)]

use board_papers::analysis::analyse;
use board_papers::analysis::indicator::assess;
use board_papers::catalogue::Occasion;
use board_papers::check::check;
use board_papers::domain::{
    Entries, Exact, Figure, Indicator, Located, Month, Nature, PaperKind, Programme, Shape, Supplied, Target,
    TargetPoint, Tolerance,
};
use board_papers::load::load;
use board_papers::place::Place;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

/// How many indicators, and how many months of each.
const INDICATORS: u32 = 45;
const MONTHS: u32 = 36;

/// How long one analysis may take (issue 3).
const GOAL: Duration = Duration::from_millis(1);

/// How often each analysis is made; the median counts.
const TIMES: usize = 201;

fn main() {
    let all_charts = programme(|_| Nature::Flow);
    let mixed = programme(|number| match number % 4 {
        0 => Nature::Flow,
        1 => Nature::Stock,
        2 => Nature::Rolling,
        _ => Nature::Sample,
    });
    println!(
        "{:<66} {:>10} {:>10}",
        format!("{INDICATORS} indicators, {MONTHS} months"),
        "median µs",
        "least µs"
    );
    let occasion = occasion();
    let control_charts = measure("every one a control chart with a forecast to the end", || {
        assess(&all_charts, &occasion).len()
    });
    measure("flows, stocks, rolling figures and samples in turn", || {
        assess(&mixed, &occasion).len()
    });
    measure("the same with plan, register, exit and exceptions", || {
        analyse(&mixed, &occasion, &[]).indicators.len()
    });
    assert!(control_charts < GOAL, "{control_charts:?} are more than {GOAL:?}");
}

/// The neutral programme with indicators of our own, none of them like another.
fn programme(nature: impl Fn(u32) -> Nature) -> Programme {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/neutral");
    let sources = load(&folder).expect("the neutral programme");
    let fonts = board_papers::typeset::Fonts::embedded();
    let mut programme = check(&sources, &|character| fonts.covers(character))
        .into_parts()
        .0
        .expect("a programme without errors");
    let model = programme.indicators.first().expect("an indicator").clone();
    programme.indicators = (0..INDICATORS)
        .map(|number| indicator(&model, number, nature(number)))
        .collect();
    let ids = programme.indicators.iter().map(|indicator| indicator.id.clone());
    programme.history = Entries(ids.zip(0..).map(|(id, number)| (id, series(number))).collect());
    programme.returns.clear();
    programme.plan.versions.clear();
    programme
}

fn indicator(model: &Indicator, number: u32, nature: Nature) -> Indicator {
    let id = format!("measure_{number}").parse().expect("a name");
    let point = |month: Month, value: u32| TargetPoint {
        month: typed(month),
        value: Some(typed(Exact(value.into()))),
        low: None,
        high: None,
    };
    Indicator {
        id: typed(id),
        nature,
        targets: vec![Target {
            agreed: None,
            shape: Shape::Linear,
            points: vec![point(first(), 50), point(last().plus(9), 80)],
            reason: None,
        }],
        tolerance: Tolerance {
            below: Some(typed(Exact(2.into()))),
            above: None,
        },
        ..model.clone()
    }
}

/// Counts out of counts that climb a little and scatter, from plain arithmetic.
fn series(number: u32) -> Entries<Month, Located<Supplied>> {
    let figure = |month: u32| Figure::Parts {
        numerator: Exact((120 + month + (month * 37 + number * 11) % 23).into()),
        denominator: Exact((230 + (month * 17 + number * 7) % 29).into()),
    };
    let supplied = |month| {
        typed(Supplied {
            figure: figure(month),
            confirmed: None,
        })
    };
    let months = first().through(last()).map(typed);
    Entries(months.zip((0..MONTHS).map(supplied)).collect())
}

fn first() -> Month {
    Month::new(2008, 1).expect("a month")
}

fn last() -> Month {
    first().plus(i32::try_from(MONTHS).expect("few") - 1)
}

fn occasion() -> Occasion {
    let due = last().plus(1).last_day();
    Occasion {
        period: last(),
        kind: PaperKind::Monthly,
        as_at: last().last_day(),
        meeting: None,
        due,
        cut_off: due,
    }
}

fn typed<T>(value: T) -> Located<T> {
    Located::new(value, Place::whole("inputs/bench.yaml"))
}

/// The median of many times.
fn measure(what: &str, analysis: impl Fn() -> usize) -> Duration {
    let mut times: Vec<Duration> = (0..TIMES)
        .map(|_| {
            let start = Instant::now();
            black_box(analysis());
            start.elapsed()
        })
        .collect();
    times.sort();
    let median = times.get(TIMES / 2).copied().expect("times");
    let micros = |time: Duration| time.as_secs_f64() * 1e6;
    println!(
        "{what:<66} {:>10.0} {:>10.0}",
        micros(median),
        micros(*times.first().expect("times"))
    );
    median
}
