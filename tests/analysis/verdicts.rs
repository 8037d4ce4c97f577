//! The words of a verdict, with the signal that fired, since when, and what it means for the target.

use crate::world::{World, missing, month, of, permille, value};
use board_papers::analysis::verdict::{AssuranceMark, Direction, VariationMark};
use board_papers::domain::{Absence, Figure, Good, Nature, Shape, Unit};
use board_papers::statistics::xmr::Rule;

/// Thirteen months at about 70%, from June 2009 to June 2010, then these.
fn after_thirteen(then: &[i64]) -> World {
    let calm = [700, 712, 695, 708, 701, 690, 706, 699, 711, 694, 703, 709, 697];
    World::new().history("2009-06", &permille(&[&calm, then].concat()))
}

fn aimed(world: World, target: &str) -> World {
    world.target(Shape::Step, &[("2009-01", target), ("2011-12", "90.0")])
}

fn said(world: &World, period: &str) -> (String, String) {
    world.in_paper_of(period, |indicator| {
        (indicator.verdict.title(), indicator.verdict.sentence())
    })
}

#[test]
fn what_improves_already_need_only_go_on() {
    let world = aimed(after_thirteen(&[780]), "85.0");
    let (_, sentence) = said(&world, "2010-07");
    assert!(
        sentence.ends_with("; the target will be missed unless the improvement goes on."),
        "{sentence}"
    );
    world.in_paper_of("2010-07", |indicator| {
        assert_eq!(
            indicator.verdict.out_of_reach().unwrap(),
            "The end target of 90.0%, for December 2011, is out of reach unless the improvement goes on."
        );
    });
}

#[test]
fn ordinary_variation_has_no_direction() {
    let world = aimed(after_thirteen(&[]), "75.0");
    let (title, sentence) = said(&world, "2010-06");
    assert_eq!(title, "Visits in time: no clear change, below target");
    assert_eq!(
        sentence,
        "69.7% in June 2010, 5.3 percentage points below the target of 75.0%; its movement is no more than ordinary variation; \
         the target will be missed until something changes."
    );
    world.in_paper_of("2010-06", |indicator| {
        assert_eq!(indicator.verdict.variation(), VariationMark::Ordinary);
        assert_eq!(indicator.verdict.short(), "No clear change, below target");
        assert_eq!(
            indicator.verdict.end_sentence().unwrap(),
            "The end target of 90.0%, for December 2011, lies beyond what the process delivers, and will be missed until \
             something changes."
        );
    });
}

#[test]
fn a_shift_names_its_months() {
    let world = aimed(after_thirteen(&[712, 716, 711, 715, 712, 714, 713]), "75.0");
    let (title, sentence) = said(&world, "2011-01");
    assert_eq!(title, "Visits in time: improving since July, still below target");
    assert!(
        sentence.contains("it is improving: seven months in a row lie above the average, since July"),
        "{sentence}"
    );
    world.in_paper_of("2011-01", |indicator| {
        let signal = indicator.verdict.movement.signal().unwrap();
        assert_eq!((signal.rule, signal.months, signal.repeats), (Rule::Shift, 7, 0));
        assert_eq!(indicator.verdict.variation().key(), "improving_high");
    });
    world.in_paper_of("2010-12", |indicator| {
        assert!(indicator.verdict.movement.signal().is_none())
    });
}

#[test]
fn a_shift_that_goes_on_is_a_repeat() {
    let world = after_thirteen(&[712, 716, 711, 715, 712, 714, 713, 712, 714]);
    world.in_paper_of("2011-03", |indicator| {
        let signal = indicator.verdict.movement.signal().unwrap();
        assert_eq!(
            (signal.since, signal.months, signal.repeats),
            (month("2010-07"), 9, 2)
        );
    });
}

#[test]
fn one_month_outside_the_limits_is_unusual() {
    let world = aimed(after_thirteen(&[620]), "70.0");
    let (title, sentence) = said(&world, "2010-07");
    assert_eq!(title, "Visits in time: unusually poor in July, below target");
    assert!(
        sentence.contains("it is unusually poor: July lies below the lower limit of ordinary variation"),
        "{sentence}"
    );
    let low_is_good = world.with(|indicator| indicator.good = Good::Low);
    assert_eq!(
        said(&low_is_good, "2010-07").0,
        "Visits in time: unusually good in July, on target"
    );
    let neutral = low_is_good.with(|indicator| indicator.good = Good::Neutral);
    assert_eq!(
        said(&neutral, "2010-07").0,
        "Visits in time: unusually low in July"
    );
    neutral.in_paper_of("2010-07", |indicator| {
        assert_eq!(indicator.verdict.variation().key(), "unusual_low");
        assert_eq!(indicator.verdict.assurance, AssuranceMark::NotTested);
    });
}

#[test]
fn a_trend_names_its_months() {
    let world = after_thirteen(&[700, 703, 706, 709, 712, 715, 718]);
    world.in_paper_of("2011-01", |indicator| {
        let signal = indicator.verdict.movement.signal().unwrap();
        // June, at 69.7%, lies below July and belongs to the trend.
        assert_eq!(
            (signal.rule, signal.since, signal.months),
            (Rule::Trend, month("2010-06"), 8)
        );
        assert_eq!(signal.repeats, 1);
        let sentence = indicator.verdict.sentence();
        assert!(
            sentence.contains(
                "it is improving: eight months in a row, each higher than the one before, since June"
            ),
            "{sentence}"
        );
    });
    let neutral = world.with(|indicator| indicator.good = Good::Neutral);
    assert_eq!(said(&neutral, "2011-01").0, "Visits in time: rising since June");
}

#[test]
fn two_in_three_near_a_limit_is_a_signal() {
    let world = after_thirteen(&[735, 715, 735]);
    world.in_paper_of("2010-09", |indicator| {
        let signal = indicator.verdict.movement.signal().unwrap();
        assert_eq!(
            (signal.rule, signal.since, signal.months),
            (Rule::TwoInThree, month("2010-07"), 3)
        );
        assert_eq!((signal.direction, signal.repeats), (Direction::Improving, 0));
    });
}

#[test]
fn a_range_is_approached_or_left() {
    let world = |low, high| {
        let world = after_thirteen(&[780]).with(|indicator| indicator.good = Good::Range);
        world.range("2009-01", low, high)
    };
    let direction = |world: &World| {
        world.in_paper_of("2010-07", |indicator| {
            indicator.verdict.movement.signal().unwrap().direction
        })
    };
    assert_eq!(direction(&world("80", "90")), Direction::Nearer);
    assert_eq!(direction(&world("50", "60")), Direction::Further);
    assert_eq!(direction(&world("60", "80")), Direction::Higher);
    assert_eq!(
        said(&world("50", "60"), "2010-07"),
        (
            "Visits in time: moving further out in July, outside its range".to_owned(),
            "78.0% in July 2010, 18.0 percentage points above the range of 50.0% to 60.0%; it is further from its range: July lies \
             above the upper limit of ordinary variation; the target will be missed until something changes."
                .to_owned()
        )
    );
}

/// For a trend its direction counts and not its side of the average: what falls towards a range from above comes nearer, though
/// it still lies further than the average did.
#[test]
fn a_trend_approaches_a_range_by_its_direction() {
    let falling = [760, 755, 750, 745, 740, 735, 730];
    let world = after_thirteen(&falling)
        .with(|indicator| indicator.good = Good::Range)
        .range("2009-01", "40", "50");
    world.in_paper_of("2011-01", |indicator| {
        let signal = indicator.verdict.movement.signal().unwrap();
        assert_eq!((signal.rule, signal.direction), (Rule::Trend, Direction::Nearer));
    });
}

/// The limits of the thirteen months are about 66.8% to 73.5%.
#[test]
fn assurance_is_of_the_process() {
    let mark = |good, target: &str| {
        let world = aimed(after_thirteen(&[]), target).with(|indicator| indicator.good = good);
        world.in_paper_of("2010-06", |indicator| indicator.verdict.assurance)
    };
    assert_eq!(mark(Good::High, "60.0"), AssuranceMark::WillMeet);
    assert_eq!(mark(Good::High, "70.0"), AssuranceMark::MayOrMayNot);
    assert_eq!(mark(Good::High, "80.0"), AssuranceMark::WillMiss);
    assert_eq!(mark(Good::Low, "80.0"), AssuranceMark::WillMeet);
    assert_eq!(mark(Good::Low, "60.0"), AssuranceMark::WillMiss);
    let range = |low, high| {
        let world = after_thirteen(&[])
            .with(|indicator| indicator.good = Good::Range)
            .range("2009-01", low, high);
        world.in_paper_of("2010-06", |indicator| indicator.verdict.assurance)
    };
    assert_eq!(range("60", "80"), AssuranceMark::WillMeet);
    assert_eq!(range("70", "80"), AssuranceMark::MayOrMayNot);
    assert_eq!(range("80", "90"), AssuranceMark::WillMiss);
    assert_eq!(range("50", "60"), AssuranceMark::WillMiss);
}

#[test]
fn a_breach_leads() {
    let world = |cases: &str| {
        World::new()
            .unit(Unit::Number, 0)
            .with(|indicator| {
                indicator.name = "Unallocated cases".to_owned();
                indicator.good = Good::Low;
                indicator.zero_tolerance = true;
                indicator.nature = Nature::Stock;
            })
            .history("2010-10", &[value(cases)])
    };
    let breach = world("3");
    assert_eq!(
        said(&breach, "2010-10"),
        (
            "Unallocated cases: three in October, where there should be none".to_owned(),
            "Three at the end of October 2010, where there should be none.".to_owned()
        )
    );
    assert!(breach.in_paper_of("2010-10", |indicator| indicator.verdict.is_breach()));
    assert_eq!(
        said(&world("0"), "2010-10"),
        (
            "Unallocated cases: none in October, on target".to_owned(),
            "None at the end of October 2010, as it should be.".to_owned()
        )
    );
}

#[test]
fn a_missing_figure_is_all_there_is_to_say() {
    let world =
        aimed(after_thirteen(&[]), "75.0").returned("2010-07", Some(missing(Absence::NotYetAvailable)));
    assert_eq!(
        said(&world, "2010-07"),
        (
            "Visits in time: no figure for July".to_owned(),
            "There is no figure for July 2010: not yet available; the target will be missed until something changes."
                .to_owned()
        )
    );
}

#[test]
fn early_days_are_told_with_the_month_of_a_verdict() {
    let world = aimed(World::new().history("2010-01", &permille(&[761, 740])), "75.0");
    assert_eq!(
        said(&world, "2010-01").1,
        "76.1% in January 2010, which meets the target of 75.0%; it is too soon to say how it moves: a verdict is possible from \
         October 2010."
    );
    assert_eq!(
        said(&world, "2010-02").0,
        "Visits in time: too soon for a trend, below target"
    );
}

#[test]
fn few_cases_are_told_with_the_months_before() {
    let figures: Vec<Figure> = vec![of(40, 40), of(6, 8), of(3, 6)];
    let world = aimed(World::new().history("2010-01", &figures), "70.0");
    let (title, sentence) = said(&world, "2010-03");
    assert_eq!(
        title,
        "Visits in time: too soon for a trend, below target over two months"
    );
    assert!(
        sentence.starts_with(
            "50.0% in March 2010, of too few cases to rate alone; 64.3% since February together, 5.7 percentage points below \
             the target of 70.0%;"
        ),
        "{sentence}"
    );
}
