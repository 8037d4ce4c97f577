//! What must not change an analysis: the order of returns, a later month; and what must mirror it.

use crate::world::{World, missing, month, occasion, of, typed};
use board_papers::analysis::indicator::{Assessed, assess};
use board_papers::analysis::rating::Rating;
use board_papers::analysis::verdict::{AssuranceMark, VariationMark};
use board_papers::domain::{Absence, Exact, Figure, Good, Nature, Shape};
use board_papers::statistics::series::Series;
use board_papers::statistics::xmr::{Options, chart};
use proptest::prelude::*;
use rust_decimal::Decimal;
use std::sync::Arc;

/// A month's figure: mostly there, sometimes of few cases, sometimes missing.
fn figure() -> impl Strategy<Value = Figure> {
    prop_oneof![
        8 => (0_i64..=400).prop_map(|part| of(part, 400)),
        1 => (0_i64..=6).prop_map(|part| of(part, 6)),
        1 => Just(missing(Absence::NotAvailable)),
    ]
}

fn nature() -> impl Strategy<Value = Nature> {
    prop::sample::select(vec![
        Nature::Flow,
        Nature::Stock,
        Nature::Cumulative,
        Nature::Rolling,
        Nature::Rare,
        Nature::Sample,
    ])
}

/// Returns from January 2010 on, a month each, with corrections that come some months later.
fn returns(figures: &[Figure], corrections: &[(usize, usize, Figure)], nature: Nature) -> World {
    let world = World::new()
        .with(|indicator| indicator.nature = nature)
        .tolerance("3.0");
    let world = world.target(Shape::Linear, &[("2010-01", "50.0"), ("2012-06", "80.0")]);
    let months = figures.iter().zip(month("2010-01").through(month("2019-12")));
    let world = months.fold(world, |world, (figure, at)| {
        world.returned(&at.iso(), Some(figure.clone()))
    });
    corrections
        .iter()
        .enumerate()
        .fold(world, |world, (number, (at, later, figure))| {
            let corrected = month("2010-01").plus(i32::try_from(at % figures.len()).unwrap());
            let of = corrected.plus(i32::try_from(1 + later).unwrap());
            let received = of
                .plus(1)
                .first_day()
                .plus_days(10 + u64::try_from(number).unwrap());
            world.sent(
                &of.iso(),
                &received.iso(),
                None,
                Some((&corrected.iso(), figure.clone())),
            )
        })
}

/// Everything that is said of the indicator, as text: places and days of receipt included.
fn everything(world: &World, period: &str) -> String {
    world.in_paper_of(period, |indicator| {
        format!(
            "{indicator:#?}\n{}\n{}",
            indicator.verdict.title(),
            indicator.verdict.sentence()
        )
    })
}

fn mirrored(world: &World) -> World {
    let complement = |figure: &Figure| match figure {
        Figure::Parts {
            numerator,
            denominator,
        } => Figure::Parts {
            numerator: Exact(denominator.0 - numerator.0),
            denominator: *denominator,
        },
        same @ (Figure::Value(_) | Figure::Missing { .. }) => same.clone(),
    };
    let mut world = world.clone().with(|indicator| {
        indicator.good = Good::Low;
        for point in indicator.targets.iter_mut().flat_map(|target| &mut target.points) {
            let value = point.value.as_ref().unwrap().value().0;
            point.value = Some(typed(Exact(Decimal::ONE_HUNDRED - value)));
        }
    });
    for (_, supplied) in world
        .programme
        .returns
        .iter_mut()
        .flat_map(|sent| &mut Arc::make_mut(sent).figures.0)
    {
        let mut changed = supplied.value().clone();
        changed.figure = complement(&changed.figure);
        *supplied = typed(changed);
    }
    world
}

fn mirror(mark: VariationMark) -> VariationMark {
    match mark {
        VariationMark::ImprovingHigh => VariationMark::ImprovingLow,
        VariationMark::ImprovingLow => VariationMark::ImprovingHigh,
        VariationMark::ConcernHigh => VariationMark::ConcernLow,
        VariationMark::ConcernLow => VariationMark::ConcernHigh,
        VariationMark::UnusualHigh => VariationMark::UnusualLow,
        VariationMark::UnusualLow => VariationMark::UnusualHigh,
        same @ (VariationMark::Changed
        | VariationMark::Ordinary
        | VariationMark::TooSoon
        | VariationMark::NotTested) => same,
    }
}

fn ratings(indicator: &Assessed<'_>) -> Vec<Rating> {
    indicator
        .series
        .observations()
        .iter()
        .map(|seen| seen.rated.rating)
        .collect()
}

fn summary(world: &World, period: &str) -> (Vec<Rating>, VariationMark, AssuranceMark) {
    world.in_paper_of(period, |indicator| {
        (
            ratings(indicator),
            indicator.verdict.variation(),
            indicator.verdict.assurance,
        )
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_returns_does_not_matter(
        figures in prop::collection::vec(figure(), 1..30),
        corrections in prop::collection::vec((0_usize..30, 0_usize..4, figure()), 0..6),
        nature in nature(),
        seed in any::<prop::sample::Index>(),
    ) {
        let world = returns(&figures, &corrections, nature);
        let mut shuffled = world.clone();
        let turn = seed.index(shuffled.programme.returns.len());
        shuffled.programme.returns.rotate_left(turn);
        shuffled.programme.returns.reverse();
        prop_assert_eq!(everything(&world, "2012-06"), everything(&shuffled, "2012-06"));
    }

    /// A paper knows what had come by its cut-off, and a month more changes nothing in it.
    #[test]
    fn a_later_month_never_changes_an_earlier_paper(
        figures in prop::collection::vec(figure(), 2..30),
        corrections in prop::collection::vec((0_usize..30, 0_usize..4, figure()), 0..6),
        nature in nature(),
        cut in any::<prop::sample::Index>(),
    ) {
        let world = returns(&figures, &corrections, nature);
        let period = month("2010-01").plus(i32::try_from(cut.index(figures.len())).unwrap());
        let cut_off = period.plus(1).last_day();
        let mut then = world.clone();
        then.programme = world.programme.as_known_at(cut_off);
        let mut only = world.clone();
        only.programme.returns.retain(|sent| *sent.received.value() <= cut_off);
        let mut without_later = then.clone();
        without_later.programme.returns.retain(|sent| *sent.month.value() <= period || !sent.corrections.is_empty());
        let period = period.iso();
        prop_assert_eq!(everything(&then, &period), everything(&only, &period));
        prop_assert_eq!(everything(&then, &period), everything(&without_later, &period));
    }

    /// Of 500 cases every percentage is exact at one decimal, so that the complement is printed as such.
    #[test]
    fn flipping_what_is_good_mirrors_ratings_and_variation(
        parts in prop::collection::vec(0_i64..=500, 1..30),
        nature in nature(),
    ) {
        let figures: Vec<Figure> = parts.iter().map(|part| of(*part, 500)).collect();
        let world = returns(&figures, &[], nature);
        let period = month("2010-01").plus(i32::try_from(figures.len()).unwrap() - 1).iso();
        let (ratings, variation, assurance) = summary(&world, &period);
        let flipped = summary(&mirrored(&world), &period);
        prop_assert_eq!((ratings, mirror(variation), assurance), flipped);
    }

    /// No figures, however odd, stop the analysis or leave a line that is not a number.
    #[test]
    fn nothing_stops_the_analysis(
        figures in prop::collection::vec((-5_i64..2000, -5_i64..2000), 1..30),
        nature in nature(),
    ) {
        let figures: Vec<Figure> = figures.iter().map(|(part, whole)| of(*part, *whole)).collect();
        let world = returns(&figures, &[], nature);
        let occasion = occasion(month("2012-06"));
        let assessed = assess(&world.programme, &occasion);
        for phase in &assessed[0].phases {
            prop_assert!(phase.points.iter().flat_map(|point| point.value).all(f64::is_finite));
            prop_assert!(phase.lines.iter().all(|lines| lines.mean.is_finite()));
        }
    }
}

/// The chart of an indicator is the kernel's chart of the same values: nothing is lost on the way.
#[test]
fn the_kernels_limits_are_kept_bit_for_bit() {
    let figures: Vec<Figure> = (0..20).map(|at| of(200 + at * 37 % 91, 297)).collect();
    let world = returns(&figures, &[], Nature::Flow);
    let values: Vec<Option<f64>> = (0..20)
        .map(|at| Some(f64::from((200 + at * 37 % 91) * 100) / 297.0))
        .collect();
    let kernel = chart(&Series::one_phase(&values).unwrap(), &Options::default());
    world.in_paper_of("2011-08", |indicator| {
        let lines = indicator.phases[0].lines.unwrap();
        assert_eq!(
            Some(lines.mean.to_bits()),
            kernel.phases[0].mean.map(f64::to_bits)
        );
        assert_eq!(Some(lines.limits), kernel.phases[0].limits);
        let signals: Vec<_> = indicator.phases[0]
            .points
            .iter()
            .map(|point| point.signal)
            .collect();
        let expected: Vec<_> = kernel.phases[0]
            .points
            .iter()
            .map(|point| point.special_cause)
            .collect();
        assert_eq!(signals, expected);
    });
}
