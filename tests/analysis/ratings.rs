//! Ratings of months: counts, small numbers, samples, absences, streaks.

use crate::world::{World, decimal, missing, month, of, permille, value};
use board_papers::analysis::rating::{Aim, Basis, Rating};
use board_papers::analysis::streak::Before;
use board_papers::domain::{Absence, Figure, Good, Nature, Shape, Unit};

fn last(world: &World, period: &str) -> (Rating, Basis) {
    world.in_paper_of(period, |indicator| {
        let rated = indicator.current().unwrap().rated;
        (rated.rating, rated.basis)
    })
}

fn aimed(at: &str) -> World {
    World::new().target(Shape::Step, &[("2010-01", at)])
}

#[test]
fn the_printed_value_is_rated() {
    // 79.96% is printed as 80.0%, and what is printed explains itself.
    let world = aimed("80.0").history("2010-01", &[of(1999, 2500 - 1)]);
    assert_eq!(last(&world, "2010-01"), (Rating::OnTarget, Basis::Value));
    let missed = aimed("80.0")
        .tolerance("2.0")
        .history("2010-01", &permille(&[799]));
    assert_eq!(last(&missed, "2010-01"), (Rating::WithinTolerance, Basis::Value));
}

#[test]
fn a_target_of_all_is_tested_on_the_counts() {
    let nearly = aimed("100").history("2010-01", &[of(2999, 3000)]);
    assert_eq!(last(&nearly, "2010-01"), (Rating::OffTarget, Basis::Counts));
    let all = aimed("100").history("2010-01", &[of(3000, 3000)]);
    assert_eq!(last(&all, "2010-01"), (Rating::OnTarget, Basis::Counts));
    let none = |part| {
        aimed("0")
            .with(|indicator| indicator.good = Good::Low)
            .history("2010-01", &[of(part, 3000)])
    };
    assert_eq!(last(&none(1), "2010-01"), (Rating::OffTarget, Basis::Counts));
    assert_eq!(last(&none(0), "2010-01"), (Rating::OnTarget, Basis::Counts));
}

#[test]
fn a_single_case_is_a_breach_without_tolerance() {
    let world = |cases| {
        World::new()
            .unit(Unit::Number, 0)
            .tolerance("5")
            .with(|indicator| {
                indicator.good = Good::Low;
                indicator.zero_tolerance = true;
                indicator.nature = Nature::Stock;
            })
            .history("2010-01", &[value(cases)])
    };
    assert_eq!(last(&world("1"), "2010-01"), (Rating::OffTarget, Basis::Counts));
    assert_eq!(last(&world("0"), "2010-01"), (Rating::OnTarget, Basis::Counts));
}

/// The neutral programme's smallest denominator is 10: 3 of 6 in March, 6 of 8 with February, which is 64.3% of 14.
#[test]
fn a_month_of_few_cases_is_rated_with_those_before_it() {
    let world = aimed("60.0").history("2010-01", &[of(40, 40), of(6, 8), of(3, 6)]);
    let basis = Basis::Pooled {
        from: month("2010-02"),
        published: decimal("64.3"),
    };
    assert_eq!(last(&world, "2010-03"), (Rating::OnTarget, basis));
    let marked = world.in_paper_of("2010-03", |indicator| indicator.current().unwrap().marks.len());
    assert_eq!(marked, 1);
}

#[test]
fn few_cases_stay_unrated_where_months_cannot_be_taken_together() {
    let alone = aimed("60.0").history("2010-03", &[of(3, 6)]);
    assert_eq!(last(&alone, "2010-03"), (Rating::NotRated, Basis::TooFew));
    let stock = aimed("60.0")
        .with(|indicator| indicator.nature = Nature::Stock)
        .history("2010-01", &[of(40, 40), of(6, 8), of(3, 6)]);
    assert_eq!(last(&stock, "2010-03"), (Rating::NotRated, Basis::TooFew));
    let broken = aimed("60.0")
        .target(Shape::Step, &[("2010-03", "60.0")])
        .redefined("2010-03");
    let broken = broken.history("2010-01", &[of(40, 40), of(6, 8), of(3, 6)]);
    assert_eq!(last(&broken, "2010-03"), (Rating::NotRated, Basis::TooFew));
}

/// 18 of 30: Wilson at 95% is 42.3% to 75.4%.
#[test]
fn nothing_is_claimed_within_the_interval_of_a_sample() {
    let sample = |at: &str| {
        aimed(at)
            .with(|indicator| indicator.nature = Nature::Sample)
            .history("2010-01", &[of(18, 30)])
    };
    assert_eq!(
        last(&sample("70.0"), "2010-01"),
        (Rating::NotRated, Basis::WithinInterval)
    );
    assert_eq!(
        last(&sample("76.0"), "2010-01"),
        (Rating::OffTarget, Basis::Value)
    );
    assert_eq!(last(&sample("42.0"), "2010-01"), (Rating::OnTarget, Basis::Value));
    assert_eq!(
        last(&sample("100"), "2010-01"),
        (Rating::OffTarget, Basis::Counts)
    );
}

#[test]
fn without_figure_target_or_direction_there_is_no_rating() {
    let absent = |reason| aimed("80.0").returned("2010-01", Some(missing(reason)));
    assert_eq!(
        last(&absent(Absence::NotYetAvailable), "2010-01"),
        (Rating::NoData, Basis::NoFigure)
    );
    assert_eq!(
        last(&absent(Absence::NotApplicable), "2010-01"),
        (Rating::NotRated, Basis::NothingToRate)
    );
    let nothing_due = aimed("80.0").returned("2010-01", Some(of(0, 0)));
    assert_eq!(
        last(&nothing_due, "2010-01"),
        (Rating::NotRated, Basis::NothingToRate)
    );
    let unaimed = World::new().history("2010-01", &permille(&[799]));
    assert_eq!(last(&unaimed, "2010-01"), (Rating::NotRated, Basis::NoTarget));
    let neutral = aimed("80.0").with(|indicator| indicator.good = Good::Neutral);
    let neutral = neutral.history("2010-01", &permille(&[799]));
    assert_eq!(last(&neutral, "2010-01"), (Rating::NotRated, Basis::Neutral));
}

#[test]
fn a_month_may_be_rated_against_the_end_target() {
    let world = World::new().target(Shape::Step, &[("2010-01", "70.0"), ("2011-01", "90.0")]);
    let world = world.history("2010-01", &permille(&[750]));
    world.in_paper_of("2010-01", |indicator| {
        let end = indicator.end_target.unwrap();
        let rated = indicator.rated_against(month("2010-01"), end.aim).unwrap();
        assert_eq!(
            (indicator.current().unwrap().rated.rating, rated.rating),
            (Rating::OnTarget, Rating::OffTarget)
        );
        assert_eq!(
            indicator.rated_against(month("2009-12"), Aim::Value(decimal("1"))),
            None
        );
    });
}

fn streaks(world: &World, period: &str) -> ((usize, Before), (usize, Before)) {
    world.in_paper_of(period, |indicator| {
        let (at, off) = (indicator.at_target, indicator.off_target);
        ((at.figures, at.before), (off.figures, off.before))
    })
}

#[test]
fn months_in_a_row_are_counted_back_to_the_first_that_is_otherwise() {
    let world = aimed("80.0").history("2010-01", &permille(&[700, 810, 820, 830]));
    let ((at, before), (off, _)) = streaks(&world, "2010-04");
    assert_eq!((at, before, off), (3, Before::Otherwise(month("2010-01")), 0));
    let world = aimed("80.0")
        .tolerance("2.0")
        .history("2010-01", &permille(&[790, 700, 710]));
    let (_, off) = streaks(&world, "2010-03");
    assert_eq!(off, (2, Before::Otherwise(month("2010-01"))));
}

#[test]
fn a_missing_month_ends_a_row_as_cannot_be_said() {
    let mut figures: Vec<Figure> = permille(&[810, 820, 830, 840]);
    figures[1] = missing(Absence::NotAvailable);
    let world = aimed("80.0").history("2010-01", &figures);
    let (at, _) = streaks(&world, "2010-04");
    assert_eq!(at, (2, Before::CannotBeSaid(month("2010-02"))));
    assert!(world.in_paper_of("2010-04", |indicator| indicator.at_target.may_be_longer()));
    let now_missing = world.returned("2010-05", None);
    let (at, _) = streaks(&now_missing, "2010-05");
    assert_eq!(at, (0, Before::CannotBeSaid(month("2010-05"))));
}

#[test]
fn a_break_ends_a_row() {
    let world = aimed("80.0")
        .target(Shape::Step, &[("2010-03", "80.0")])
        .redefined("2010-03");
    let world = world.history("2010-01", &permille(&[810, 820, 830, 840]));
    let (at, _) = streaks(&world, "2010-04");
    assert_eq!(at, (2, Before::Break(month("2010-02"))));
}
