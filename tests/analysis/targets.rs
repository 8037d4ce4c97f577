//! Trajectories: which target a month has, and which stands at the end.

use crate::world::{World, decimal, month};
use board_papers::analysis::rating::Aim;
use board_papers::analysis::target::{aim_of, end_target};
use board_papers::domain::{Good, Shape, Unit};

fn aim(world: &World, at: &str) -> Option<Aim> {
    aim_of(&world.programme.indicators[0], month(at))
}

fn valued(text: &str) -> Option<Aim> {
    Some(Aim::Value(decimal(text)))
}

#[test]
fn a_step_holds_until_the_next_point() {
    let world = World::new().target(Shape::Step, &[("2010-04", "70"), ("2010-10", "80")]);
    assert_eq!(aim(&world, "2010-03"), None);
    assert_eq!(aim(&world, "2010-09"), valued("70"));
    assert_eq!(aim(&world, "2010-10"), valued("80"));
    assert_eq!(aim(&world, "2012-01"), valued("80"));
}

/// From 70.0 in April to 81.0 in October: 11/6 a month, so 71.8 (not 71.83) in May and 75.5 in July.
#[test]
fn a_line_is_rounded_to_the_printed_decimals() {
    let world = World::new().target(Shape::Linear, &[("2010-04", "70.0"), ("2010-10", "81.0")]);
    assert_eq!(aim(&world, "2010-04"), valued("70.0"));
    assert_eq!(aim(&world, "2010-05"), valued("71.8"));
    assert_eq!(aim(&world, "2010-07"), valued("75.5"));
    assert_eq!(aim(&world, "2010-10"), valued("81.0"));
    assert_eq!(aim(&world, "2011-10"), valued("81.0"));
}

#[test]
fn the_last_target_holds_from_its_first_point_on() {
    let world = World::new()
        .target(Shape::Linear, &[("2010-04", "70.0"), ("2011-04", "82.0")])
        .target(Shape::Step, &[("2010-10", "73.0"), ("2011-12", "90.0")]);
    assert_eq!(aim(&world, "2010-09"), valued("75.0"));
    assert_eq!(aim(&world, "2010-10"), valued("73.0"));
    let end = end_target(&world.programme.indicators[0], month("2010-10")).unwrap();
    assert_eq!(
        (end.month, end.aim),
        (month("2011-12"), Aim::Value(decimal("90.0")))
    );
}

/// A target of seven working days is no target for ten (NI 59, April 2010), and no line leads from one to the other.
#[test]
fn a_target_does_not_pass_a_break() {
    let world = World::new()
        .target(Shape::Linear, &[("2009-04", "60.0"), ("2010-04", "80.0")])
        .redefined("2010-04");
    assert_eq!(aim(&world, "2010-03"), valued("60.0"));
    assert_eq!(aim(&world, "2010-04"), valued("80.0"));
    let old = World::new()
        .target(Shape::Step, &[("2009-04", "60.0")])
        .redefined("2010-04");
    assert_eq!(aim(&old, "2010-04"), None);
    let indicator = &old.programme.indicators[0];
    assert_eq!(end_target(indicator, month("2010-04")), None);
    assert!(end_target(indicator, month("2010-03")).is_some());
}

#[test]
fn a_range_is_a_target_of_two_bounds() {
    let world = World::new()
        .with(|indicator| indicator.good = Good::Range)
        .range("2010-04", "10", "15");
    assert_eq!(
        aim(&world, "2010-05"),
        Some(Aim::Range(decimal("10"), decimal("15")))
    );
}

#[test]
fn no_case_is_tolerated_whatever_the_trajectory_says() {
    let world = World::new()
        .unit(Unit::Number, 0)
        .target(Shape::Step, &[("2010-04", "5")])
        .with(|indicator| {
            indicator.good = Good::Low;
            indicator.zero_tolerance = true;
        });
    assert_eq!(aim(&world, "2010-05"), valued("0"));
    let all = World::new().with(|indicator| indicator.zero_tolerance = true);
    assert_eq!(aim(&all, "2010-05"), valued("100"));
}
