//! What must hold of every control chart, whatever the series.

#![expect(clippy::unwrap_used, reason = "a strategy that cannot be set up must stop")]

use std::collections::BTreeSet;

use board_papers::statistics::series::Series;
use board_papers::statistics::xmr::{
    Assurance, Baseline, Improvement, Limits, Options, PointType, Refusal, Screening, SpecialCause, Target,
    Variation, Xmr, chart,
};
use proptest::prelude::*;

type Rows = Vec<(u32, Option<f64>)>;

/// Values of a board paper's size in tenths, so that equal neighbours and values on a line come up, with gaps.
fn rows() -> impl Strategy<Value = Rows> {
    let value =
        prop_oneof![9 => (0_u32..400).prop_map(|tenths| Some(f64::from(tenths) / 10.0)), 1 => Just(None)];
    prop::collection::vec(value, 1..40).prop_map(|values| (1..).zip(values).collect())
}

fn starts() -> impl Strategy<Value = BTreeSet<u32>> {
    prop::collection::btree_set(1_u32..45, 0..3)
}

fn options() -> impl Strategy<Value = Options> {
    let improvement = prop_oneof![
        Just(Improvement::Increase),
        Just(Improvement::Decrease),
        Just(Improvement::Neutral)
    ];
    let target =
        prop::option::of((0_u32..400).prop_map(|tenths| Target::new(f64::from(tenths) / 10.0).unwrap()));
    let baseline = prop_oneof![
        Just(Baseline::WHOLE_PHASE),
        (12_usize..30).prop_map(|rows| Baseline::first(rows).unwrap())
    ];
    let screening = prop_oneof![Just(Screening::Outliers), Just(Screening::Off)];
    (improvement, target, baseline, screening).prop_map(|(improvement, target, baseline, screening)| {
        Options {
            improvement,
            target,
            baseline,
            screening,
        }
    })
}

fn charted(rows: &Rows, starts: &BTreeSet<u32>, options: &Options) -> Xmr {
    chart(&Series::dated(rows.clone(), starts).unwrap(), options)
}

fn scaled(limits: Limits, factor: f64) -> Limits {
    Limits {
        average_moving_range: limits.average_moving_range * factor,
        lower: limits.lower * factor,
        near_lower: limits.near_lower * factor,
        near_upper: limits.near_upper * factor,
        upper: limits.upper * factor,
    }
}

fn mirrored(point_type: PointType) -> PointType {
    match point_type {
        PointType::CommonCause => PointType::CommonCause,
        PointType::Improvement => PointType::Concern,
        PointType::Concern => PointType::Improvement,
        PointType::NeutralHigh => PointType::NeutralHigh,
        PointType::NeutralLow => PointType::NeutralLow,
    }
}

fn mirrored_variation(variation: Variation) -> Variation {
    match variation {
        Variation::CommonCause => Variation::CommonCause,
        Variation::ImprovementHigh => Variation::ConcernHigh,
        Variation::ImprovementLow => Variation::ConcernLow,
        Variation::ConcernHigh => Variation::ImprovementHigh,
        Variation::ConcernLow => Variation::ImprovementLow,
        Variation::NeutralHigh => Variation::NeutralHigh,
        Variation::NeutralLow => Variation::NeutralLow,
    }
}

fn mirrored_assurance(assurance: Assurance) -> Assurance {
    match assurance {
        Assurance::ConsistentPass => Assurance::ConsistentFail,
        Assurance::Inconsistent => Assurance::Inconsistent,
        Assurance::ConsistentFail => Assurance::ConsistentPass,
    }
}

/// The same options with the other direction good.
fn flipped(options: Options) -> Options {
    let improvement = match options.improvement {
        Improvement::Increase => Improvement::Decrease,
        Improvement::Decrease => Improvement::Increase,
        Improvement::Neutral => Improvement::Neutral,
    };
    Options {
        improvement,
        ..options
    }
}

/// The label on the other side of the mean.
fn turned_over(cause: SpecialCause) -> SpecialCause {
    match cause {
        SpecialCause::AboveLimit => SpecialCause::BelowLimit,
        SpecialCause::BelowLimit => SpecialCause::AboveLimit,
        SpecialCause::Increasing => SpecialCause::Decreasing,
        SpecialCause::Decreasing => SpecialCause::Increasing,
        SpecialCause::TwoInThreeAbove => SpecialCause::TwoInThreeBelow,
        SpecialCause::TwoInThreeBelow => SpecialCause::TwoInThreeAbove,
        SpecialCause::SevenAbove => SpecialCause::SevenBelow,
        SpecialCause::SevenBelow => SpecialCause::SevenAbove,
        SpecialCause::CommonCause => SpecialCause::CommonCause,
    }
}

fn causes(chart: &Xmr) -> Vec<SpecialCause> {
    chart.points().map(|(_, point)| point.special_cause).collect()
}

proptest! {
    #[test]
    fn scaling_by_a_power_of_two_scales_the_lines_exactly(
        rows in rows(), starts in starts(), options in options(), power in -20_i32..20,
    ) {
        let factor = 2_f64.powi(power);
        let bigger = rows.iter().map(|(date, value)| (*date, value.map(|value| value * factor))).collect();
        let target = options.target.map(|target| Target::new(target.value() * factor).unwrap());
        let (plain, scaled_up) =
            (charted(&rows, &starts, &options), charted(&bigger, &starts, &Options { target, ..options }));
        for (one, other) in plain.phases.iter().zip(&scaled_up.phases) {
            prop_assert_eq!(one.mean.map(|mean| mean * factor), other.mean);
            prop_assert_eq!(one.limits.map(|limits| scaled(limits, factor)), other.limits);
        }
        prop_assert_eq!(causes(&plain), causes(&scaled_up));
        prop_assert_eq!((plain.variation, plain.assurance), (scaled_up.variation, scaled_up.assurance));
    }

    #[test]
    fn flipping_the_good_direction_mirrors_what_is_good_and_nothing_else(
        rows in rows(), starts in starts(), options in options(),
    ) {
        let (one, other) = (charted(&rows, &starts, &options), charted(&rows, &starts, &flipped(options)));
        prop_assert_eq!(mirrored_variation(one.variation), other.variation);
        prop_assert_eq!(one.assurance.map(mirrored_assurance), other.assurance);
        prop_assert_eq!(causes(&one), causes(&other));
        for ((_, point), (_, flipped)) in one.points().zip(other.points()) {
            prop_assert_eq!(mirrored(point.point_type), flipped.point_type);
        }
    }

    #[test]
    fn turning_the_values_over_turns_the_chart_over(rows in rows(), starts in starts(), options in options()) {
        let turned = rows.iter().map(|(date, value)| (*date, value.map(|value| 0.0 - value))).collect();
        let (one, other) = (charted(&rows, &starts, &options), charted(&turned, &starts, &options));
        for (phase, turned) in one.phases.iter().zip(&other.phases) {
            prop_assert_eq!(phase.mean.map(|mean| -mean), turned.mean);
            prop_assert_eq!(
                phase.limits.map(|limits| (-limits.upper, -limits.lower)),
                turned.limits.map(|limits| (limits.lower, limits.upper))
            );
        }
        // Where trends meet, the reference names the rows between them by a step that is not greater than 0: a
        // repeated value counts as falling, whichever way up.
        let level_steps = rows.windows(2).any(|pair| pair[0].1 == pair[1].1);
        if !level_steps {
            prop_assert_eq!(causes(&one).into_iter().map(turned_over).collect::<Vec<_>>(), causes(&other));
        }
    }

    #[test]
    fn the_order_of_rows_does_not_matter(
        (sorted, shuffled) in rows().prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle())),
        starts in starts(),
        options in options(),
    ) {
        prop_assert_eq!(charted(&sorted, &starts, &options), charted(&shuffled, &starts, &options));
    }

    #[test]
    fn a_later_phase_changes_no_earlier_one(
        rows in rows(), starts in starts(), later in rows(), options in options(),
    ) {
        let next = u32::try_from(rows.len()).unwrap() + 1;
        let earlier_starts: BTreeSet<u32> = starts.into_iter().filter(|start| *start < next).collect();
        let mut all = rows.clone();
        all.extend(later.iter().map(|(date, value)| (date + next - 1, *value)));
        let mut all_starts = earlier_starts.clone();
        all_starts.insert(next);
        let (before, after) = (charted(&rows, &earlier_starts, &options), charted(&all, &all_starts, &options));
        prop_assert_eq!(&before.phases[..], &after.phases[..before.phases.len()]);
        prop_assert!(after.phases.len() == before.phases.len() + 1);
    }

    #[test]
    fn a_date_given_twice_is_refused(rows in rows(), again in 0_usize..40) {
        let mut rows = rows;
        let (date, _) = rows[again % rows.len()];
        rows.push((date, Some(1.0)));
        let refused = matches!(Series::dated(rows, &BTreeSet::new()), Err(Refusal::RepeatedDate { .. }));
        prop_assert!(refused);
    }
}

#[test]
fn what_cannot_be_charted_is_refused() {
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert_eq!(
            Series::one_phase(&[Some(1.0), Some(value)]),
            Err(Refusal::NotFinite { row: 1 })
        );
        assert_eq!(Target::new(value), Err(Refusal::TargetNotFinite));
    }
    assert_eq!(Series::one_phase(&[]), Err(Refusal::NoRows));
    let twice = vec![(3, None), (1, None), (2, None), (3, None)];
    assert_eq!(
        Series::dated(twice, &BTreeSet::new()),
        Err(Refusal::RepeatedDate { row: 3 })
    );
}

#[test]
fn huge_values_leave_the_lines_undefined_rather_than_infinite() {
    let values: Vec<_> = [f64::MAX, f64::MIN, 0.0]
        .into_iter()
        .cycle()
        .take(20)
        .map(Some)
        .collect();
    let chart = chart(&Series::one_phase(&values).unwrap(), &Options::default());
    assert!(
        chart
            .phases
            .iter()
            .all(|phase| phase.limits.is_none() && phase.mean.is_some())
    );
}
