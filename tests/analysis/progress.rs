//! Sustained, improved, pace and the forecast.

use crate::world::{World, decimal, month, of, permille, typed, value};
use board_papers::analysis::forecast::{OutlookForTarget, PaceWord, WhyNoOutlook, WhyNoPace};
use board_papers::analysis::progress::{Gain, Held, Span, StepWord, WhyNoStep};
use board_papers::analysis::year_to_date::WhyNotPooled;
use board_papers::domain::{Figure, Frequency, Good, Nature, Shape, Unit};
use board_papers::statistics::interval::Change;

/// Half-years from June to November and from December to May.
fn world() -> World {
    let mut world = World::new();
    let paper = &mut world.programme.charter.papers.six_monthly;
    paper.first = month("2010-11");
    world.programme.charter.excellence.date = typed(month("2012-01").first_day());
    world
}

/// Six months, and six months of another level.
fn halves(before: Figure, now: Figure) -> Vec<Figure> {
    [vec![before; 6], vec![now; 6]].concat()
}

fn held(world: &World) -> (Held, Option<StepWord>) {
    world.in_paper_of("2010-11", |indicator| {
        let sustained = &indicator.progress.sustained;
        (
            sustained.answer,
            sustained.step.as_ref().ok().map(|step| step.word),
        )
    })
}

/// 420 of 600 against 480 of 600: ten points, Newcombe's interval leaves out nought. 420 against 432: two points, it does not.
#[test]
fn a_half_year_no_worse_beyond_chance_is_sustained() {
    let sustained = |before, now| {
        let figures = halves(of(before, 100), of(now, 100));
        held(&world().history("2009-12", &figures))
    };
    assert_eq!(sustained(70, 80), (Held::Sustained, Some(StepWord::Better)));
    assert_eq!(
        sustained(72, 70),
        (Held::Sustained, Some(StepWord::NoClearChange))
    );
    assert_eq!(sustained(80, 70), (Held::NotSustained, Some(StepWord::Worse)));
}

#[test]
fn low_is_good_the_other_way_round() {
    let world = world().with(|indicator| indicator.good = Good::Low);
    let figures = halves(of(80, 100), of(70, 100));
    assert_eq!(
        held(&world.history("2009-12", &figures)),
        (Held::Sustained, Some(StepWord::Better))
    );
}

#[test]
fn nearer_to_a_range_is_better() {
    let world = world()
        .with(|indicator| indicator.good = Good::Range)
        .range("2009-01", "10", "15");
    let better = world
        .clone()
        .history("2009-12", &halves(of(30, 100), of(14, 100)));
    assert_eq!(held(&better), (Held::Sustained, Some(StepWord::Better)));
    let worse = world.history("2009-12", &halves(of(14, 100), of(3, 100)));
    assert_eq!(held(&worse), (Held::NotSustained, Some(StepWord::Worse)));
}

#[test]
fn a_signal_of_concern_is_not_sustained_whatever_the_half_year() {
    // Alternating, and the last month far below: outside the limits.
    let mut figures: Vec<Figure> = (0..17)
        .map(|at| of(if at % 2 == 0 { 700 } else { 710 }, 1000))
        .collect();
    figures.push(of(600, 1000));
    let world = world().history("2009-06", &figures);
    world.in_paper_of("2010-11", |indicator| {
        let sustained = &indicator.progress.sustained;
        assert!(sustained.concern.is_some());
        assert_eq!(sustained.answer, Held::NotSustained);
    });
}

#[test]
fn counts_are_compared_by_their_average_month() {
    // 40 events in six months against 60 in five: 6.7 and 12.0 a month.
    let mut world = world()
        .unit(Unit::Number, 0)
        .with(|indicator| indicator.good = Good::Low);
    let before = ["7", "7", "7", "7", "6", "6"].map(value);
    let now = ["12", "12", "12", "12", "12"].map(value);
    world = world.history("2009-12", &[before.to_vec(), now.to_vec()].concat());
    world.in_paper_of("2010-10", |indicator| {
        let step = indicator.progress.sustained.step.as_ref().unwrap();
        assert_eq!(
            (step.then_value, step.now_value),
            (decimal("6.7"), decimal("12.0"))
        );
        assert_eq!((step.chance, step.word), (Some(Change::Higher), StepWord::Worse));
    });
}

#[test]
fn a_number_on_a_day_is_compared_without_a_word() {
    let world = world().with(|indicator| indicator.nature = Nature::Stock);
    let world = world
        .history("2009-12", &halves(of(70, 100), of(80, 100)))
        .baseline("2009-12", "2009-12", "65");
    assert_eq!(held(&world), (Held::CannotBeSaid, Some(StepWord::NotTested)));
    world.in_paper_of("2010-11", |indicator| {
        let step = indicator.progress.sustained.step.as_ref().unwrap();
        assert!(matches!(step.then, Span::Month(then) if then == month("2010-05")));
        assert_eq!(step.difference, decimal("10.0"));
        let since = indicator.progress.improved.since_baseline.as_ref().unwrap();
        assert_eq!(
            (since.difference, since.word),
            (decimal("15.0"), StepWord::NotTested)
        );
        assert_eq!(indicator.progress.improved.answer, Gain::CannotBeSaid);
    });
}

#[test]
fn improvement_is_measured_from_the_baseline() {
    let figures = halves(of(70, 100), of(80, 100));
    let own = world()
        .history("2009-12", &figures)
        .baseline("2009-12", "2010-05", "70.0");
    own.in_paper_of("2010-11", |indicator| {
        let improved = &indicator.progress.improved;
        assert_eq!(improved.answer, Gain::Improved);
        assert!(matches!(
            improved.since_baseline.as_ref().unwrap().then,
            Span::Months(_)
        ));
        assert_eq!(
            improved.since_year_before.as_ref().unwrap_err(),
            &WhyNoStep::Then(WhyNotPooled::NoFigures)
        );
    });
    // 480 of 600: 76.6% to 83.0%. A published 77% lies within, 76% does not.
    let published = |value| {
        let world = world()
            .history("2009-12", &figures)
            .baseline("2009-04", "2010-03", value);
        world.in_paper_of("2010-11", |indicator| indicator.progress.improved.answer)
    };
    assert_eq!(
        (published("76.0"), published("77.0")),
        (Gain::Improved, Gain::NoClearChange)
    );
    assert_eq!(published("90.0"), Gain::Worse);
}

#[test]
fn without_a_baseline_the_year_before_answers() {
    let figures = [vec![of(70, 100); 6], vec![of(75, 100); 6], vec![of(80, 100); 6]].concat();
    world()
        .history("2009-06", &figures)
        .in_paper_of("2010-11", |indicator| {
            let improved = &indicator.progress.improved;
            assert_eq!(
                improved.since_baseline.as_ref().unwrap_err(),
                &WhyNoStep::NoBaseline
            );
            assert_eq!(improved.answer, Gain::Improved);
        });
}

/// June is the baseline and the first month of the half-year: it cannot be set beside itself.
#[test]
fn what_shares_months_is_not_compared() {
    let figures = [halves(of(70, 100), of(80, 100)), vec![of(80, 100)]].concat();
    let world = world()
        .history("2009-12", &figures)
        .baseline("2010-06", "2010-06", "80.0");
    world.in_paper_of("2010-11", |indicator| {
        let since = &indicator.progress.improved.since_baseline;
        assert_eq!(since.as_ref().unwrap_err(), &WhyNoStep::Overlap);
    });
    world.in_paper_of("2010-12", |indicator| {
        assert!(indicator.progress.improved.since_baseline.is_ok());
    });
}

/// Counted once a year on a day in March, so that the latest is still that of the half-year before.
#[test]
fn one_figure_is_not_compared_with_itself() {
    let annual = world()
        .with(|indicator| {
            indicator.nature = Nature::Stock;
            indicator.frequency = Frequency::Annual;
            indicator.annual_month = Some(typed(3));
        })
        .history("2010-03", &[of(70, 100)]);
    annual.in_paper_of("2010-11", |indicator| {
        let step = &indicator.progress.sustained.step;
        assert_eq!(step.as_ref().unwrap_err(), &WhyNoStep::Overlap);
    });
}

#[test]
fn nothing_is_compared_across_a_break() {
    let figures = halves(of(70, 100), of(80, 100));
    let world = world()
        .history("2009-12", &figures)
        .baseline("2009-12", "2010-05", "70.0")
        .redefined("2010-06");
    world.in_paper_of("2010-11", |indicator| {
        let progress = &indicator.progress;
        assert_eq!(progress.sustained.step.as_ref().unwrap_err(), &WhyNoStep::Break);
        assert_eq!(
            progress.improved.since_baseline.as_ref().unwrap_err(),
            &WhyNoStep::Break
        );
        assert_eq!(
            (progress.sustained.answer, progress.improved.answer),
            (Held::CannotBeSaid, Gain::CannotBeSaid)
        );
    });
}

/// From 70.0% in March to 76.0% in September is 1.00 a month; 14 points to 90% in 14 months need 1.00.
#[test]
fn pace_is_needed_against_achieved() {
    let paced = |end: &str| {
        world()
            .target(Shape::Linear, &[("2010-03", "70.0"), ("2011-11", end)])
            .baseline("2010-03", "2010-03", "70.0")
            .history("2010-09", &permille(&[760]))
    };
    paced("90.0").in_paper_of("2010-09", |indicator| {
        let pace = indicator.forecast.pace.unwrap();
        assert_eq!(
            (pace.from, pace.months_left, pace.gap),
            (month("2010-03"), 14, decimal("14.0"))
        );
        assert_eq!(
            (pace.achieved, pace.needed),
            (decimal("1.00"), Some(decimal("1.00")))
        );
        assert_eq!(pace.word, PaceWord::Enough);
    });
    let word = |end| paced(end).in_paper_of("2010-09", |indicator| indicator.forecast.pace.unwrap().word);
    assert_eq!(word("90.1"), PaceWord::TooSlow);
    assert_eq!(word("76.0"), PaceWord::Reached);
}

/// A year's average stands in the middle of its year, 11.5 months before September: at its last month it would make the pace
/// nearly twice what it was.
#[test]
fn a_baseline_of_a_year_stands_in_its_middle() {
    let world = world()
        .target(Shape::Linear, &[("2010-03", "70.0"), ("2011-11", "90.0")])
        .baseline("2009-04", "2010-03", "70.0")
        .history("2010-09", &permille(&[760]));
    world.in_paper_of("2010-09", |indicator| {
        let pace = indicator.forecast.pace.unwrap();
        assert_eq!((pace.from, pace.until), (month("2009-04"), month("2010-03")));
        assert_eq!(pace.since(), "the baseline of April 2009 to March 2010");
        assert_eq!(pace.achieved, decimal("0.52"));
        assert_eq!(pace.word, PaceWord::TooSlow);
    });
}

#[test]
fn pace_says_when_the_gap_does_not_close() {
    let word = |latest, good| {
        let world = world().target(Shape::Step, &[("2010-01", "50.0"), ("2010-12", "50.0")]);
        let world = world.with(|indicator| indicator.good = good);
        world.history("2010-03", &permille(&[400, latest]))
    };
    let of = |world: &World, period| {
        world.in_paper_of(period, |indicator| indicator.forecast.pace.map(|p| p.word))
    };
    assert_eq!(of(&word(390, Good::High), "2010-04"), Ok(PaceWord::NotClosing));
    assert_eq!(of(&word(390, Good::Low), "2010-04"), Ok(PaceWord::Reached));
    assert_eq!(of(&word(390, Good::Neutral), "2010-04"), Err(WhyNoPace::Neutral));
    assert_eq!(of(&word(390, Good::High), "2010-03"), Err(WhyNoPace::NoStart));
    assert_eq!(
        of(&word(390, Good::High).redefined("2010-04"), "2010-04"),
        Err(WhyNoPace::NoStart)
    );
    let due = world()
        .target(Shape::Step, &[("2010-01", "50.0")])
        .history("2010-03", &permille(&[400, 410]));
    assert_eq!(of(&due, "2010-04"), Ok(PaceWord::OutOfTime));
    let unaimed = world().history("2010-03", &permille(&[400, 410]));
    assert_eq!(of(&unaimed, "2010-04"), Err(WhyNoPace::NoEndTarget));
}

/// The neutral programme's smallest denominator is 10.
#[test]
fn a_figure_of_too_few_cases_has_no_pace() {
    let pace = |latest: Figure| {
        let world = world().target(Shape::Step, &[("2010-01", "50.0"), ("2010-12", "90.0")]);
        let world = world.history("2010-03", &[of(2, 5), latest]);
        world.in_paper_of("2010-04", |indicator| {
            indicator.forecast.pace.map(|pace| pace.word)
        })
    };
    assert_eq!(pace(of(2, 4)), Err(WhyNoPace::Uncertain));
    assert_eq!(pace(of(60, 100)), Ok(PaceWord::Enough));
}

/// About 70%, without a trend.
fn steady(months: u32) -> Vec<Figure> {
    (0..months)
        .map(|at| of(i64::from(700 + at * 7 % 11), 1000))
        .collect()
}

#[test]
fn a_forecast_needs_limits_and_something_ahead() {
    let outlook = |world: &World, period: &str| {
        world.in_paper_of(period, |indicator| {
            indicator.forecast.outlook.clone().map(|found| found.points.len())
        })
    };
    let flow = world().history("2009-06", &steady(18));
    assert_eq!(outlook(&flow, "2010-11"), Ok(9), "nine months at most");
    assert_eq!(
        outlook(&flow, "2010-05"),
        Err(WhyNoOutlook::NotFit),
        "twelve values are too few"
    );
    let stock = flow.clone().with(|indicator| indicator.nature = Nature::Stock);
    assert_eq!(outlook(&stock, "2010-11"), Err(WhyNoOutlook::NotFit));
    let seasonal = flow.clone().with(|indicator| indicator.seasonal = true);
    assert_eq!(outlook(&seasonal, "2010-11"), Err(WhyNoOutlook::Seasonal));
    let missing = flow.clone().returned("2010-12", None);
    assert_eq!(outlook(&missing, "2010-12"), Err(WhyNoOutlook::NoFigure));
    let mut near = flow;
    near.programme.charter.excellence.date = typed(month("2011-01").first_day());
    assert_eq!(
        outlook(&near, "2010-11"),
        Ok(2),
        "none after the month of excellence"
    );
    near.programme.charter.excellence.date = typed(month("2010-11").first_day());
    assert_eq!(outlook(&near, "2010-11"), Err(WhyNoOutlook::NothingAhead));
}

#[test]
fn a_forecast_is_held_against_the_target_of_its_last_month() {
    let said = |target: &str, good| {
        let world = world()
            .with(|indicator| indicator.good = good)
            .target(Shape::Step, &[("2009-01", target)]);
        world
            .history("2009-06", &steady(18))
            .in_paper_of("2010-11", |indicator| {
                indicator.forecast.outlook.as_ref().unwrap().target
            })
    };
    assert_eq!(said("60.0", Good::High), OutlookForTarget::Likely);
    assert_eq!(said("70.5", Good::High), OutlookForTarget::Open);
    assert_eq!(said("80.0", Good::High), OutlookForTarget::Unlikely);
    assert_eq!(said("80.0", Good::Low), OutlookForTarget::Likely);
    assert_eq!(said("60.0", Good::Low), OutlookForTarget::Unlikely);
    assert_eq!(said("60.0", Good::Neutral), OutlookForTarget::NotTested);
}
