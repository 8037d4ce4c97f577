//! Months taken together: from counts, over what may be summed, up to a break and no further.

use crate::world::{World, decimal, month, of, permille, value};
use board_papers::analysis::year_to_date::{PooledOrNot, WhyNotPooled, half_year_of};
use board_papers::domain::{Nature, SixMonthlyPaper, Unit};

fn said(pooled: &PooledOrNot<'_>) -> String {
    match pooled {
        Ok(period) => format!(
            "{} in {} from {}",
            period.published,
            period.coverage(),
            period.from
        ),
        Err(why) => why.words().to_owned(),
    }
}

fn year_to_date(world: &World, period: &str) -> String {
    world.in_paper_of(period, |indicator| said(&indicator.periods.year_to_date))
}

/// 1 of 1 and 30 of 99: the counts give 31.0%, the average of the percentages would be 65.2%.
#[test]
fn percentages_are_taken_together_by_their_counts() {
    let world = World::new().history("2010-03", &[of(500, 500), of(1, 1), of(30, 99)]);
    assert_eq!(
        year_to_date(&world, "2010-05"),
        "31.0 in 2 of 2 months from April 2010"
    );
    assert_eq!(
        year_to_date(&world, "2010-03"),
        "100.0 in 1 of 1 month from April 2009"
    );
}

#[test]
fn missing_months_are_told() {
    let world = World::new()
        .returned("2010-04", Some(of(70, 100)))
        .returned("2010-05", None)
        .returned("2010-06", Some(of(80, 100)));
    assert_eq!(
        year_to_date(&world, "2010-06"),
        "75.0 in 2 of 3 months from April 2010"
    );
    assert_eq!(
        year_to_date(&world, "2010-07"),
        "75.0 in 2 of 4 months from April 2010"
    );
    world.in_paper_of("2010-06", |indicator| {
        assert!(indicator.periods.year_to_date.unwrap().is_partial());
        assert_eq!(
            said(&indicator.periods.quarter),
            "75.0 in 2 of 3 months from April 2010"
        );
    });
    world.in_paper_of("2010-07", |indicator| {
        assert_eq!(indicator.periods.quarter.unwrap_err(), WhyNotPooled::NoFigures);
    });
}

#[test]
fn counts_are_summed_and_averages_without_counts_are_not() {
    let numbers = World::new()
        .unit(Unit::Number, 0)
        .history("2010-04", &[value("12"), value("15")]);
    assert_eq!(
        year_to_date(&numbers, "2010-05"),
        "27 in 2 of 2 months from April 2010"
    );
    let days = World::new()
        .unit(Unit::Days, 1)
        .history("2010-04", &[value("12.5"), value("15.5")]);
    assert_eq!(year_to_date(&days, "2010-05"), WhyNotPooled::NoCounts.words());
    let counted = World::new()
        .unit(Unit::Days, 1)
        .history("2010-04", &[of(100, 10), of(800, 40)]);
    assert_eq!(
        year_to_date(&counted, "2010-05"),
        "18.0 in 2 of 2 months from April 2010"
    );
}

/// 100 and 140 referrals of 50,000 children: 24 for each 10,000 in an average month, neither 48 nor a year's rate.
#[test]
fn a_rate_is_that_of_an_average_month() {
    let world = World::new().unit(Unit::RatePer10000, 1);
    let world = world.history("2010-04", &[of(100, 50_000), of(140, 50_000)]);
    assert_eq!(
        year_to_date(&world, "2010-05"),
        "24.0 in 2 of 2 months from April 2010"
    );
}

#[test]
fn what_is_counted_on_a_day_or_summed_already_is_never_summed() {
    for (nature, why) in [
        (Nature::Stock, WhyNotPooled::Stock),
        (Nature::Cumulative, WhyNotPooled::AlreadyPooled),
        (Nature::Rolling, WhyNotPooled::AlreadyPooled),
    ] {
        let world = World::new().with(|indicator| indicator.nature = nature);
        let world = world.history("2010-04", &permille(&[700, 710]));
        assert_eq!(year_to_date(&world, "2010-05"), why.words());
    }
}

#[test]
fn a_year_to_date_begins_at_a_break_and_says_so() {
    let world = World::new()
        .history("2010-04", &permille(&[500, 700, 800]))
        .redefined("2010-05");
    assert_eq!(
        year_to_date(&world, "2010-06"),
        "75.0 in 2 of 2 months from May 2010"
    );
    world.in_paper_of("2010-06", |indicator| {
        let since = indicator.periods.year_to_date.unwrap().since_break.unwrap();
        assert_eq!(since.reason, "The rule changed");
    });
    let only_limits = World::new()
        .history("2010-04", &permille(&[500, 700, 800]))
        .recalculated("2010-05");
    assert_eq!(
        year_to_date(&only_limits, "2010-06"),
        "66.7 in 3 of 3 months from April 2010"
    );
}

#[test]
fn half_years_end_when_the_chair_reports() {
    let mut paper = World::new().programme.charter.papers.six_monthly;
    paper.first = month("2010-11");
    let half = |paper: &SixMonthlyPaper, at: &str| half_year_of(month(at), paper);
    assert_eq!(half(&paper, "2010-11"), (month("2010-06"), month("2010-11")));
    assert_eq!(half(&paper, "2010-12"), (month("2010-12"), month("2011-05")));
    assert_eq!(half(&paper, "2010-05"), (month("2009-12"), month("2010-05")));
    paper.first = month("2011-03");
    assert_eq!(half(&paper, "2010-12"), (month("2010-10"), month("2011-03")));
}

#[test]
fn a_half_year_is_compared_with_the_same_months() {
    let mut world = World::new().history("2009-06", &permille(&[600; 18]));
    let paper = &mut world.programme.charter.papers.six_monthly;
    paper.first = month("2010-11");
    world.in_paper_of("2010-08", |indicator| {
        assert_eq!(
            said(&indicator.periods.half_year),
            "60.0 in 3 of 3 months from June 2010"
        );
        assert_eq!(
            said(&indicator.periods.previous_half_year),
            "60.0 in 6 of 6 months from December 2009"
        );
        let before = indicator.periods.year_before.unwrap();
        assert_eq!((before.from, before.until), (month("2009-06"), month("2009-08")));
        assert_eq!(before.numerator, decimal("1800"));
    });
}
