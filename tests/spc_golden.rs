//! Every result in `tests/golden/spc/*.json`, recomputed: floats as binary64 bits, all else exactly.
//!
//! A case's kind is told by its keys, so a new file needs no new code: `error` is a refusal, `expected` with a list is a
//! run chart, `expected` with an object is a control chart. The table of run-chart limits is recomputed too.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a golden file that cannot be read must stop the test"
)]
#![expect(clippy::print_stdout, reason = "it says how much was compared")]

use std::collections::BTreeSet;
use std::path::Path;
use std::{fmt, fs};

use board_papers::statistics::run_chart::{
    MedianFrom, RunPhase, Runs, fewest_crossings_allowed, longest_run_allowed, run_chart,
};
use board_papers::statistics::series::Series;
use board_papers::statistics::xmr::{
    Band, Baseline, Improvement, Limits, Options, Phase, Point, Refusal, Screening, Side, SpecialCause,
    Target, Xmr, chart,
};
use serde::Deserialize;
use serde_json::Value;

/// The reference's message where it does not refuse but breaks.
const BREAKS_ON_A_GAP: &str = "missing value where TRUE/FALSE needed";

/// What has been compared.
#[derive(Debug, Default)]
struct Tally {
    xmr_cases: usize,
    points: usize,
    run_cases: usize,
    table_rows: usize,
    refused_options: usize,
    refused_gaps: usize,
    floats: usize,
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} control charts of {} points", self.xmr_cases, self.points)?;
        writeln!(
            f,
            "{} run charts and {} of their limits",
            self.run_cases, self.table_rows
        )?;
        writeln!(f, "{} refused options", self.refused_options)?;
        writeln!(
            f,
            "{} gaps on which the reference stops and we do not",
            self.refused_gaps
        )?;
        write!(f, "{} floats, equal bit for bit", self.floats)
    }
}

#[derive(Deserialize)]
struct XmrInput {
    dates: Vec<String>,
    values: Vec<Option<f64>>,
    improvement_direction: String,
    target: Option<Value>,
    rebase_at: Vec<usize>,
    fix_after_n_points: Option<usize>,
    screen_outliers: bool,
}

#[derive(Deserialize)]
struct XmrExpected {
    any_short_group_warning: bool,
    variation_type: String,
    variation_icon: String,
    assurance_type: Option<String>,
    assurance_icon: Option<String>,
    points: Vec<PointExpected>,
}

#[derive(Deserialize)]
struct PointExpected {
    index: usize,
    date: String,
    value: Option<f64>,
    phase: i64,
    mean: Option<f64>,
    lpl: Option<f64>,
    upl: Option<f64>,
    near_lower: Option<f64>,
    near_upper: Option<f64>,
    average_moving_range: Option<f64>,
    moving_range_kept: Option<f64>,
    relative_to_mean: Option<i64>,
    outside_limits: Option<bool>,
    close_to_limits: Option<bool>,
    special_cause_type: String,
    special_cause_flag: bool,
    point_type: String,
    short_group_warning: bool,
}

#[derive(Deserialize)]
struct RunInput {
    values: Vec<Option<f64>>,
    rebase_at: Vec<usize>,
    freeze_after_n_points: Option<usize>,
}

#[derive(Deserialize)]
struct RunExpected {
    start: usize,
    n_obs: usize,
    n_useful: usize,
    median: Option<f64>,
    longest_run: Option<usize>,
    longest_run_max: Option<usize>,
    n_crossings: Option<usize>,
    n_crossings_min: Option<usize>,
    runs_signal: bool,
}

#[test]
fn agrees_with_the_reference() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/spc");
    let mut tally = Tally::default();
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "json") {
            let text = fs::read_to_string(&path).unwrap();
            compare_file(&serde_json::from_str(&text).unwrap(), &mut tally);
        }
    }
    println!("{tally}");
    // What came with the specification; more may be added, none may be lost.
    assert!(
        tally.xmr_cases >= 75 && tally.points >= 1847 && tally.run_cases >= 32 && tally.table_rows >= 100
    );
    assert!(tally.refused_options >= 4 && tally.refused_gaps >= 5);
}

fn compare_file(file: &Value, tally: &mut Tally) {
    for case in file["cases"].as_array().expect("a golden file has cases") {
        let name = case["name"].as_str().expect("a case has a name");
        match (case.get("error"), case.get("expected")) {
            (Some(error), None) => compare_refusal(name, case, error.as_str().unwrap(), tally),
            (None, Some(Value::Array(_))) => compare_run_chart(name, case, tally),
            (None, Some(Value::Object(_))) => compare_xmr(name, case, tally),
            (error, expected) => panic!(
                "{name}: {error:?} and {expected:?} are neither a refusal, nor a run chart, nor a control chart"
            ),
        }
    }
    for row in file
        .get("limits_table")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
    {
        let row: [usize; 3] = serde_json::from_value(row.clone()).unwrap();
        let [useful, ..] = row;
        assert_eq!(
            row,
            [
                useful,
                longest_run_allowed(useful),
                fewest_crossings_allowed(useful)
            ]
        );
        tally.table_rows += 1;
    }
}

/// Reads a case as a person's choices are read, so that every refusal of the reference has its chance.
fn chart_of(case: &Value) -> Result<Xmr, Refusal> {
    let input: XmrInput = serde_json::from_value(case.clone()).unwrap();
    let starts: BTreeSet<String> = input
        .rebase_at
        .iter()
        .map(|row| input.dates[*row].clone())
        .collect();
    let rows: Vec<_> = input.dates.into_iter().zip(input.values).collect();
    let number = |value: &Value| value.as_f64().unwrap();
    let target = input.target.as_ref().map(|target| match target.as_array() {
        Some(numbers) => Target::try_from(numbers.iter().map(number).collect::<Vec<_>>().as_slice()),
        None => Target::new(number(target)),
    });
    let screening = if input.screen_outliers {
        Screening::Outliers
    } else {
        Screening::Off
    };
    let options = Options {
        improvement: input.improvement_direction.parse::<Improvement>()?,
        target: target.transpose()?,
        baseline: input
            .fix_after_n_points
            .map_or(Ok(Baseline::WHOLE_PHASE), Baseline::first)?,
        screening,
    };
    Ok(chart(&Series::dated(rows, &starts)?, &options))
}

fn compare_xmr(name: &str, case: &Value, tally: &mut Tally) {
    let expected: XmrExpected = serde_json::from_value(case["expected"].clone()).unwrap();
    let input: XmrInput = serde_json::from_value(case.clone()).unwrap();
    let chart = chart_of(case).unwrap_or_else(|refusal| panic!("{name}: {refusal}"));
    let short = chart.has_short_phase();
    assert_eq!(short, expected.any_short_group_warning, "{name}");
    assert_eq!(chart.variation.to_string(), expected.variation_icon, "{name}");
    let assurance = chart.assurance.map(|assurance| assurance.to_string());
    assert_eq!(assurance, expected.assurance_type, "{name}");
    let icon = chart.assurance.map(|assurance| assurance.icon().to_owned());
    assert_eq!(icon, expected.assurance_icon, "{name}");
    let last_type = chart
        .points()
        .last()
        .map(|(_, point)| point.point_type.to_string());
    assert_eq!(last_type, Some(expected.variation_type), "{name}");

    assert_eq!(chart.points().count(), expected.points.len(), "{name}: points");
    for ((phase, point), expected) in chart.points().zip(&expected.points) {
        let place = format!("{name}, row {}", expected.index);
        assert_eq!(input.dates[expected.index], expected.date, "{place}");
        compare_floats(&place, phase, point, expected, tally);
        compare_words(&place, phase, point, expected);
        tally.points += 1;
    }
    compare_phases(name, &chart, &expected.points);
    tally.xmr_cases += 1;
}

fn compare_floats(place: &str, phase: &Phase, point: &Point, expected: &PointExpected, tally: &mut Tally) {
    let line = |of: fn(&Limits) -> f64| phase.limits.as_ref().map(of);
    let pairs = [
        ("value", point.value, expected.value),
        ("mean", phase.mean, expected.mean),
        ("lower limit", line(|limits| limits.lower), expected.lpl),
        ("upper limit", line(|limits| limits.upper), expected.upl),
        (
            "near lower",
            line(|limits| limits.near_lower),
            expected.near_lower,
        ),
        (
            "near upper",
            line(|limits| limits.near_upper),
            expected.near_upper,
        ),
        (
            "average range",
            line(|limits| limits.average_moving_range),
            expected.average_moving_range,
        ),
        ("kept range", point.moving_range, expected.moving_range_kept),
    ];
    for (what, ours, theirs) in pairs {
        same_bits(&format!("{place}: {what}"), ours, theirs, tally);
    }
}

fn same_bits(what: &str, ours: Option<f64>, theirs: Option<f64>, tally: &mut Tally) {
    assert_eq!(
        ours.map(f64::to_bits),
        theirs.map(f64::to_bits),
        "{what}: {ours:?}, expected {theirs:?}"
    );
    tally.floats += usize::from(theirs.is_some());
}

fn compare_words(place: &str, phase: &Phase, point: &Point, expected: &PointExpected) {
    let side = point.side.map(|side| match side {
        Side::Above => 1,
        Side::OnMean => 0,
        Side::Below => -1,
    });
    assert_eq!(side, expected.relative_to_mean, "{place}: side");
    let is = |wanted| point.band.map(|band| band == wanted);
    assert_eq!(is(Band::Outside), expected.outside_limits, "{place}: outside");
    assert_eq!(is(Band::Close), expected.close_to_limits, "{place}: close");
    let cause = point.special_cause;
    assert_eq!(cause.to_string(), expected.special_cause_type, "{place}");
    let special = cause != SpecialCause::CommonCause;
    assert_eq!(special, expected.special_cause_flag, "{place}");
    assert_eq!(point.point_type.to_string(), expected.point_type, "{place}");
    assert_eq!(phase.is_short(), expected.short_group_warning, "{place}: short");
}

/// Only where the phase number changes matters, not where it starts.
fn compare_phases(name: &str, chart: &Xmr, expected: &[PointExpected]) {
    let theirs: Vec<usize> = expected
        .chunk_by(|one, next| one.phase == next.phase)
        .map(<[_]>::len)
        .collect();
    let ours: Vec<usize> = chart.phases.iter().map(|phase| phase.points.len()).collect();
    assert_eq!(ours, theirs, "{name}: phases");
}

fn compare_refusal(name: &str, case: &Value, error: &str, tally: &mut Tally) {
    let result = chart_of(case);
    if error == BREAKS_ON_A_GAP {
        let chart = result.unwrap_or_else(|refusal| panic!("{name}: {refusal}"));
        no_trend_touches_a_gap(name, &chart);
        tally.refused_gaps += 1;
        return;
    }
    let refusal = result.expect_err(name);
    // The reference's message, and the refusal that stands for it.
    let same = match &refusal {
        Refusal::BaselineTooShort { rows, least } => {
            error.starts_with("fix_after_n_points") && *rows < 12 && *least == 12
        }
        Refusal::TargetNotOneNumber { numbers } => error.starts_with("target argument") && *numbers != 1,
        Refusal::RepeatedDate { .. } => error.starts_with("duplicate rows"),
        Refusal::UnknownDirection(word) => error.starts_with("'arg' should be one of") && word == "up",
        Refusal::NoRows | Refusal::NotFinite { .. } | Refusal::TargetNotFinite => false,
    };
    assert!(same, "{name}: refused with `{refusal}`, expected `{error}`");
    tally.refused_options += 1;
}

/// Where the reference breaks we go on: every trend label must rest on seven rows that all have values.
fn no_trend_touches_a_gap(name: &str, chart: &Xmr) {
    let points: Vec<&Point> = chart.points().map(|(_, point)| point).collect();
    for (row, point) in points.iter().enumerate() {
        if matches!(
            point.special_cause,
            SpecialCause::Increasing | SpecialCause::Decreasing
        ) {
            let whole = points.windows(7).enumerate().any(|(first, window)| {
                (first..first + 7).contains(&row) && window.iter().all(|point| point.value.is_some())
            });
            assert!(whole, "{name}, row {row}: a trend across a gap");
        }
    }
    assert!(
        points.iter().any(|point| point.value.is_none()),
        "{name}: there is no gap"
    );
}

fn compare_run_chart(name: &str, case: &Value, tally: &mut Tally) {
    let expected: Vec<RunExpected> = serde_json::from_value(case["expected"].clone()).unwrap();
    let input: RunInput = serde_json::from_value(case.clone()).unwrap();
    let rows = input.values.into_iter().enumerate().collect();
    let series = Series::dated(rows, &input.rebase_at.into_iter().collect()).unwrap();
    let median_from = input
        .freeze_after_n_points
        .map_or(MedianFrom::WholePhase, MedianFrom::FirstRows);
    let phases = run_chart(&series, median_from);
    assert_eq!(phases.len(), expected.len(), "{name}: phases");
    let mut start = 0;
    for (phase, expected) in phases.iter().zip(&expected) {
        assert_eq!(start, expected.start, "{name}: start");
        compare_run_phase(name, phase, expected, tally);
        start += phase.rows;
    }
    tally.run_cases += 1;
}

fn compare_run_phase(name: &str, phase: &RunPhase, expected: &RunExpected, tally: &mut Tally) {
    assert_eq!(
        (phase.rows, phase.useful),
        (expected.n_obs, expected.n_useful),
        "{name}"
    );
    same_bits(&format!("{name}: median"), phase.median, expected.median, tally);
    let runs = |part: fn(&Runs) -> usize| phase.runs.as_ref().map(part);
    assert_eq!(runs(|runs| runs.longest), expected.longest_run, "{name}");
    assert_eq!(
        runs(|runs| runs.longest_allowed),
        expected.longest_run_max,
        "{name}"
    );
    assert_eq!(runs(|runs| runs.crossings), expected.n_crossings, "{name}");
    assert_eq!(
        runs(|runs| runs.fewest_crossings_allowed),
        expected.n_crossings_min,
        "{name}"
    );
    assert_eq!(phase.has_signal(), expected.runs_signal, "{name}");
}
