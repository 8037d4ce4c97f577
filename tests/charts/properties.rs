//! Random and hostile series, bars and timelines: whatever is put in, no label touches anything, and the SVG
//! is well-formed.

use std::ops::Range;

use board_papers::charts::fan::{self, Aim, Expected, Fan};
use board_papers::charts::milestones::{self, Milestone, Reached, Timeline};
use board_papers::charts::palette::Tone;
use board_papers::charts::plan_status::{self, PlanStatus, Recommendation};
use board_papers::charts::rating_bars::{self, RatingBars, RatingRow};
use board_papers::charts::scene::{Scene, Size};
use board_papers::charts::series::{
    self, AcrossBreak, Break, Level, Limits, Phase, Point, Reading, Series, Signal, Standing, Target,
    TargetPath,
};
use board_papers::charts::{AxisFrom, Day, Finite, Label, Month, Unit};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use super::inter::Inter;

pub fn value() -> impl Strategy<Value = Finite> {
    let wide = prop_oneof![
        6 => 0.0..100.0_f64,
        2 => 60.0..80.0_f64,
        1 => Just(50.0),
        1 => Just(0.0),
        1 => -50.0..50.0_f64,
        1 => Just(0.001),
        1 => Just(1e9),
    ];
    wide.prop_map(|value| Finite::new(value).unwrap())
}

pub fn label() -> impl Strategy<Value = Label> {
    let text = prop_oneof![
        "[A-Za-z0-9 %.,]{0,30}",
        "[A-Z][a-z]{2,9}( [a-z]{1,12}){0,40}",
        "\\PC{0,40}",
        any::<String>(),
        "[a-z]{200}"
    ];
    text.prop_map(|text| Label::new(&text))
}

pub fn month() -> impl Strategy<Value = Month> {
    (2000..2030, 1..13).prop_map(|(year, number)| Month::new(year, number).unwrap())
}

fn point() -> impl Strategy<Value = Point> {
    let remarked = prop_oneof![
        Just(Signal::Concern),
        Just(Signal::Improvement),
        Just(Signal::Unusual)
    ];
    let signal = prop_oneof![2 => Just(Signal::None), 1 => remarked];
    let reading = prop_oneof![
        18 => value().prop_map(Reading::Figure),
        1 => Just(Reading::Missing),
        1 => Just(Reading::NotOwed),
    ];
    (reading, signal).prop_map(|(reading, signal)| Point { reading, signal })
}

fn level() -> impl Strategy<Value = Level> {
    (value(), option::of(label())).prop_map(|(value, label)| Level { value, label })
}

fn phase(months: Range<usize>) -> impl Strategy<Value = Phase> {
    let standing = prop_oneof![Just(Standing::Settled), Just(Standing::Trial)];
    let limits = (level(), level(), standing).prop_map(|(lower, upper, standing)| Limits {
        lower,
        upper,
        standing,
    });
    (level(), option::of(limits)).prop_map(move |(centre, limits)| Phase {
        months: months.clone(),
        centre,
        limits,
    })
}

fn target(months: usize) -> impl Strategy<Value = Target> {
    let values = || vec(option::weighted(0.9, value()), 0..=months);
    let path = prop_oneof![
        values().prop_map(TargetPath::Steps),
        values().prop_map(TargetPath::Trajectory),
        vec(option::of((value(), value())), 0..=months).prop_map(TargetPath::Range),
    ];
    (path, values(), option::of(label())).prop_map(|(path, tolerated, label)| Target {
        path,
        tolerated,
        label,
    })
}

fn breaks(months: usize) -> impl Strategy<Value = Vec<Break>> {
    let line = prop_oneof![Just(AcrossBreak::Interrupted), Just(AcrossBreak::Continued)];
    let change = (0..=months, label(), line).prop_map(|(before, label, line)| Break { before, label, line });
    vec(change, 0..4)
}

pub fn series() -> impl Strategy<Value = Series> {
    let unit = prop_oneof![
        Just(Unit::Percent),
        Just(Unit::Count),
        Just(Unit::Amount),
        Just(Unit::Pounds)
    ];
    let axis_from = prop_oneof![Just(AxisFrom::Zero), Just(AxisFrom::Figures)];
    let size = prop_oneof![2 => Just(Size::FULL), 1 => Just(Size::HALF), 1 => Just(Size::SMALL)];
    let look = (size, month(), unit, axis_from);
    (look, vec(point(), 0..=60)).prop_flat_map(|((size, first, unit, axis_from), points)| {
        let months = points.len();
        let middle = months / 2;
        let phases = prop_oneof![
            Just(Vec::new()).boxed(),
            vec(phase(0..months), 1).boxed(),
            (phase(0..middle), phase(middle..months))
                .prop_map(|(one, two)| vec![one, two])
                .boxed(),
        ];
        let sampled = vec(option::of((value(), value())), 0..=months);
        let intervals = prop_oneof![3 => Just(Vec::new()).boxed(), 1 => sampled.boxed()];
        let parts = (
            phases,
            breaks(months),
            option::of(target(months)),
            option::of(label()),
            intervals,
        );
        parts.prop_map(move |(phases, breaks, target, latest, intervals)| Series {
            size,
            first,
            points: points.clone(),
            intervals,
            unit,
            axis_from,
            phases,
            breaks,
            target,
            latest,
        })
    })
}

fn forecast() -> impl Strategy<Value = Fan> {
    let expected =
        (value(), value(), value()).prop_map(|(lower, middle, upper)| Expected { middle, lower, upper });
    let aim = (0..90_usize, value(), label()).prop_map(|(month, value, label)| Aim { month, value, label });
    (
        series(),
        vec(expected, 0..10),
        option::of(label()),
        option::of(aim),
    )
        .prop_map(|(series, ahead, label, aim)| Fan {
            series,
            ahead,
            label,
            aim,
        })
}

fn day() -> impl Strategy<Value = Day> {
    (2009..2012, 1..13, 1..32)
        .prop_map(|(year, number, day)| Day::new(Month::new(year, number).unwrap(), day).unwrap())
}

fn timeline() -> impl Strategy<Value = Timeline> {
    let state = prop_oneof![day().prop_map(Reached::Due), day().prop_map(Reached::On)];
    let row = (label(), day(), state, option::of(label())).prop_map(|(name, first, state, note)| Milestone {
        name,
        first,
        state,
        note,
    });
    (vec(row, 0..40), (day(), label()), option::of((day(), label()))).prop_map(|(rows, as_at, aim)| {
        Timeline {
            width: 468.0,
            rows,
            as_at,
            aim,
        }
    })
}

fn plan() -> impl Strategy<Value = PlanStatus> {
    let tone = || prop::sample::select(&Tone::ALL[..]);
    let count = prop_oneof![4 => 0..9_u32, 1 => 0..500_u32];
    let row = (label(), prop::collection::btree_map(tone(), count, 0..6))
        .prop_map(|(name, actions)| Recommendation { name, actions });
    (
        prop::collection::btree_map(tone(), label(), 0..6),
        vec(row, 0..40),
    )
        .prop_map(|(names, rows)| PlanStatus {
            width: 468.0,
            names,
            rows,
        })
}

fn ratings() -> impl Strategy<Value = RatingBars> {
    let row = (
        label(),
        prop::sample::select(&Tone::ALL[..]),
        any::<u32>(),
        option::of(0..300_u32),
    )
        .prop_map(|(name, tone, now, before)| RatingRow {
            name,
            tone,
            now,
            before,
        });
    (vec(row, 0..8), label(), label()).prop_map(|(rows, this_time, last_time)| RatingBars {
        width: 226.0,
        this_time,
        last_time,
        rows,
    })
}

/// Nothing touches, the file is well-formed, holds no figure that is not one, and comes out the same twice.
pub fn sound(scene: &Scene) -> Result<(), TestCaseError> {
    prop_assert_eq!(scene.collisions(), []);
    let svg = scene.draw();
    let tree = roxmltree::Document::parse(svg.as_str());
    prop_assert!(tree.is_ok(), "{tree:?}");
    let odd = ["NaN", "inf"];
    let coordinates = tree
        .iter()
        .flat_map(|tree| tree.descendants())
        .flat_map(|node| node.attributes());
    prop_assert!(
        coordinates
            .into_iter()
            .all(|attribute| odd.iter().all(|odd| !attribute.value().contains(odd)))
    );
    prop_assert_eq!(scene.draw(), svg);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_label_of_any_series_touches_anything(series in series()) {
        let scene = series::lay_out(&series, &Inter);
        sound(&scene)?;
        prop_assert!(scene.draw().as_str().len() < 25_000);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_label_of_any_forecast_touches_anything(fan in forecast()) {
        sound(&fan::lay_out(&fan, &Inter))?;
    }

    #[test]
    fn no_label_of_any_timeline_touches_anything(timeline in timeline()) {
        sound(&milestones::lay_out(&timeline, &Inter))?;
    }

    #[test]
    fn no_label_of_any_plan_touches_anything(plan in plan()) {
        sound(&plan_status::lay_out(&plan, &Inter))?;
    }

    #[test]
    fn no_label_of_any_ratings_touches_anything(ratings in ratings()) {
        sound(&rating_bars::lay_out(&ratings, &Inter))?;
    }
}

/// A plain line with a few breaks in different months.
fn broken() -> impl Strategy<Value = Series> {
    let breaks = prop::collection::btree_map(0..60_usize, "[A-Z][a-z]{3,9} [a-z]{3,9}", 0..4);
    (vec(value(), 60), breaks).prop_map(|(values, breaks)| Series {
        size: Size::FULL,
        first: Month::new(2008, 4).unwrap(),
        points: values.into_iter().map(Point::ordinary).collect(),
        intervals: Vec::new(),
        unit: Unit::Amount,
        axis_from: AxisFrom::Figures,
        phases: Vec::new(),
        breaks: breaks
            .into_iter()
            .map(|(before, text)| Break {
                before,
                label: text.into(),
                line: AcrossBreak::Interrupted,
            })
            .collect(),
        target: None,
        latest: Some("75.8% in March".into()),
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn three_breaks_and_the_latest_value_are_always_named(series in broken()) {
        let scene = series::lay_out(&series, &Inter);
        sound(&scene)?;
        let texts: Vec<&str> = scene.labels().map(|words| words.text.as_str()).collect();
        let named = series.breaks.iter().map(|change| change.label.as_str()).chain(["75.8% in March"]);
        for name in named {
            prop_assert!(texts.contains(&name), "{name} in {texts:?}");
        }
    }
}
