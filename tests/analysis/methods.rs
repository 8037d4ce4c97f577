//! Which method may speak, and when none may.

use crate::world::{World, missing, month, of, permille, value};
use board_papers::analysis::indicator::Statistics;
use board_papers::analysis::method::{Method, WhyPlain};
use board_papers::analysis::verdict::{AssuranceMark, Movement, VariationMark};
use board_papers::domain::{Absence, Figure, Frequency, Nature, Shape, Unit};

/// Two levels in turn, no month quite like another.
fn alternating(months: usize) -> Vec<Figure> {
    let level = |at: usize| if at.is_multiple_of(2) { 700 } else { 720 } + i64::try_from(at).unwrap();
    (0..months).map(|at| of(level(at), 1000)).collect()
}

fn method(world: &World, period: &str) -> Method {
    world.in_paper_of(period, |indicator| indicator.method)
}

/// January 2010 is the first month.
fn flow(months: usize) -> (World, String) {
    let period = month("2010-01").plus(i32::try_from(months).unwrap() - 1).iso();
    (World::new().history("2010-01", &alternating(months)), period)
}

#[test]
fn thirteen_values_make_limits_and_ten_a_run_chart() {
    let of_flow = |months| {
        let (world, period) = flow(months);
        method(&world, &period)
    };
    assert_eq!(of_flow(13), Method::ControlChart { values: 13 });
    assert_eq!(of_flow(12), Method::RunChart { useful: 12 });
    assert_eq!(of_flow(10), Method::RunChart { useful: 10 });
    assert_eq!(
        of_flow(9),
        Method::TooSoon {
            values: 9,
            verdict_from: month("2010-10")
        }
    );
    assert_eq!(
        of_flow(1),
        Method::TooSoon {
            values: 1,
            verdict_from: month("2010-10")
        }
    );
}

#[test]
fn a_month_without_a_value_is_none_of_the_thirteen() {
    let (world, _) = flow(13);
    let gap = World::new().history(
        "2010-01",
        &[
            alternating(6),
            vec![missing(Absence::NotAvailable)],
            alternating(6),
        ]
        .concat(),
    );
    assert_eq!(method(&world, "2011-01"), Method::ControlChart { values: 13 });
    assert_eq!(method(&gap, "2011-01"), Method::RunChart { useful: 12 });
}

#[test]
fn a_phase_begins_anew_at_a_break_and_at_a_recalculation() {
    let (world, period) = flow(26);
    for world in [world.clone().redefined("2011-08"), world.recalculated("2011-08")] {
        let found = method(&world, &period);
        assert_eq!(
            found,
            Method::TooSoon {
                values: 7,
                verdict_from: month("2012-05")
            }
        );
        world.in_paper_of(&period, |indicator| {
            assert!(
                indicator.phases[0].lines.is_some(),
                "the phase before keeps its limits"
            );
            assert!(indicator.phases[1].lines.is_none());
        });
    }
}

#[test]
fn what_hangs_together_is_never_tested() {
    for (nature, why) in [
        (Nature::Stock, WhyPlain::Stock),
        (Nature::Cumulative, WhyPlain::Cumulative),
        (Nature::Rolling, WhyPlain::Rolling),
    ] {
        let (world, period) = flow(24);
        let world = world.with(|indicator| indicator.nature = nature);
        assert_eq!(method(&world, &period), Method::PlainLine(why));
        world.in_paper_of(&period, |indicator| {
            assert!(indicator.phases.iter().all(|phase| phase.lines.is_none()));
            assert_eq!(indicator.verdict.variation(), VariationMark::NotTested);
            assert!(matches!(indicator.statistics, Statistics::None));
        });
    }
    let (world, period) = flow(24);
    let quarterly = world.with(|indicator| indicator.frequency = Frequency::Quarterly);
    assert_eq!(
        method(&quarterly, &period),
        Method::PlainLine(WhyPlain::NotMonthly)
    );
}

#[test]
fn limits_are_refused_where_no_moving_range_is_left() {
    let same = World::new().history("2010-01", &vec![of(99, 100); 14]);
    assert_eq!(
        method(&same, "2011-02"),
        Method::PlainLine(WhyPlain::NoMovingRange)
    );
    // Nearly all the same: screening drops the two ranges that are not nought (SPEC section 11).
    let mut nearly = vec![of(99, 100); 14];
    nearly[6] = of(98, 100);
    let nearly = World::new().history("2010-01", &nearly);
    assert_eq!(
        method(&nearly, "2011-02"),
        Method::PlainLine(WhyPlain::NoMovingRange)
    );
    nearly.in_paper_of("2011-02", |indicator| {
        assert!(
            indicator.phases[0]
                .points
                .iter()
                .all(|point| point.signal.rule().is_none())
        );
    });
}

#[test]
fn a_run_chart_says_changed_without_a_direction() {
    let figures = permille(&[700, 701, 702, 703, 704, 800, 801, 802, 803, 804]);
    let world = World::new()
        .history("2010-01", &figures)
        .target(Shape::Step, &[("2010-01", "75")]);
    world.in_paper_of("2010-10", |indicator| {
        assert_eq!(
            indicator.verdict.movement,
            Movement::Changed {
                since: month("2010-01")
            }
        );
        assert_eq!(indicator.verdict.variation().key(), "changed");
        assert_eq!(
            indicator.verdict.title(),
            "Visits in time: changed, direction not established, on target"
        );
        assert_eq!(indicator.verdict.assurance, AssuranceMark::TooSoon);
    });
}

fn rare(counts: &[&str]) -> World {
    let figures: Vec<Figure> = counts.iter().map(|count| value(count)).collect();
    World::new()
        .unit(Unit::Number, 0)
        .with(|indicator| indicator.nature = Nature::Rare)
        .history("2010-01", &figures)
}

#[test]
fn what_is_rare_is_counted_from_the_last_time() {
    let world = rare(&["0", "1", "0", "0", "2", "0", "0", "0", "0", "0", "0", "0", "0"]);
    assert_eq!(method(&world, "2011-01"), Method::TimeBetween);
    world.in_paper_of("2011-01", |indicator| {
        let Statistics::Between(between) = indicator.statistics.clone() else {
            panic!("no time between")
        };
        assert_eq!((between.last, between.months_since), (Some(month("2010-05")), 8));
        assert_eq!((between.longest_before, between.gap), (Some(3), None));
        assert_eq!(
            indicator.verdict.sentence(),
            "0 in January 2011; the last was in May 2010, eight months before."
        );
    });
}

#[test]
fn many_months_of_something_rare_are_no_signal() {
    // Twelve months with one and twenty-four without: every useful point lies above a median of nought.
    let counts: Vec<&str> = (0..36).map(|at| if at % 3 == 0 { "1" } else { "0" }).collect();
    assert_eq!(method(&rare(&counts), "2012-12"), Method::TimeBetween);
    let often: Vec<&str> = (0..36).map(|at| ["1", "2", "0"][at % 3]).collect();
    assert_eq!(method(&rare(&often), "2012-12"), Method::RunChart { useful: 24 });
}

#[test]
fn a_sample_has_an_interval_and_no_movement() {
    let world = World::new()
        .with(|indicator| indicator.nature = Nature::Sample)
        .history("2010-01", &[of(18, 30)]);
    world.in_paper_of("2010-01", |indicator| {
        assert_eq!(indicator.method, Method::SampleInterval);
        let Statistics::Sample(interval) = indicator.statistics else { panic!("no interval") };
        assert_eq!((format!("{:.1}", interval.lower), format!("{:.1}", interval.upper)), ("42.3".into(), "75.4".into()));
        assert_eq!(
            indicator.verdict.sentence(),
            "60.0% in January 2010; as this is a sample, the true figure probably lies between 42.3% and 75.4%."
        );
    });
}

#[test]
fn a_method_gives_its_reason() {
    let (world, period) = flow(9);
    world.in_paper_of(&period, |indicator| {
        assert_eq!(
            indicator.method.reason(),
            "Nine values so far in its current phase: too soon to say; a verdict from October 2010."
        );
    });
}

#[test]
fn values_on_the_median_put_off_a_verdict() {
    // Nine months of two levels: five lie on the median. Thirteen values come before ten useful ones.
    let figures: Vec<Figure> = (0..9)
        .map(|at| of(if at % 2 == 0 { 700 } else { 720 }, 1000))
        .collect();
    let world = World::new().history("2010-01", &figures);
    assert_eq!(
        method(&world, "2010-09"),
        Method::TooSoon {
            values: 9,
            verdict_from: month("2011-01")
        }
    );
}
