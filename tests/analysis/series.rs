//! Months: what was supplied, what superseded it, what is not there, and what a reader is told of it.

use crate::world::{World, day, decimal, missing, month, of, permille};
use board_papers::analysis::indicator::{Difference, Life};
use board_papers::analysis::phases::PhaseStart;
use board_papers::analysis::series::{Gap, Mark, Reading};
use board_papers::domain::{Absence, End, Frequency};

use crate::world::typed;

fn gap_of(world: &World, period: &str, at: &str) -> String {
    world.in_paper_of(period, |indicator| {
        match indicator.series.at(month(at)).map(|seen| seen.reading) {
            Some(Reading::Absent(gap)) => format!("{} {}", gap.shorthand(), gap.words()),
            Some(Reading::Known(known)) => known.published.to_string(),
            None => "no month".to_owned(),
        }
    })
}

#[test]
fn absence_has_a_reason() {
    let world = World::new()
        .history("2010-01", &permille(&[700]))
        .returned("2010-03", Some(missing(Absence::NotYetAvailable)))
        .returned("2010-04", None);
    assert_eq!(gap_of(&world, "2010-05", "2010-01"), "70.0");
    assert_eq!(gap_of(&world, "2010-05", "2010-02"), "[x] not in the return");
    assert_eq!(gap_of(&world, "2010-05", "2010-03"), "[x] not yet available");
    assert_eq!(gap_of(&world, "2010-05", "2010-04"), "[x] no return received");
    assert_eq!(gap_of(&world, "2010-05", "2010-06"), "no month");
}

#[test]
fn a_return_without_this_figure_is_another_absence_than_no_return() {
    let mut world = World::new()
        .returned("2010-03", Some(of(7, 10)))
        .returned("2010-04", None);
    let other = world.programme.returns[0].figures.clone();
    world.return_at(1).figures = other;
    world.return_at(1).figures.0[0].0 = typed("something_else".parse().unwrap());
    assert_eq!(gap_of(&world, "2010-05", "2010-04"), "[x] not in the return");
    assert_eq!(gap_of(&world, "2010-05", "2010-05"), "[x] no return received");
}

#[test]
fn nothing_is_missing_where_nothing_is_owed() {
    let world = World::new()
        .with(|indicator| indicator.frequency = Frequency::Quarterly)
        .history("2010-03", &permille(&[700]))
        .returned("2010-06", Some(of(7, 10)));
    world.in_paper_of("2010-08", |indicator| {
        let absent: Vec<_> = indicator
            .series
            .observations()
            .iter()
            .filter_map(|seen| seen.gap())
            .collect();
        assert!(absent.iter().all(|gap| matches!(gap, Gap::NotOwed)), "{absent:?}");
        assert_eq!(indicator.current().unwrap().month, month("2010-06"));
        assert_eq!(indicator.previous().unwrap().month, month("2010-03"));
    });
}

/// 11 assessments were recorded late: 208 of 290 was 71.7%, 219 of 290 is 75.5%.
#[test]
fn a_correction_supersedes_and_says_so() {
    let world = World::new()
        .sent("2010-08", "2010-09-08", Some(of(208, 290)), None)
        .sent("2010-10", "2010-11-08", None, Some(("2010-08", of(219, 290))));
    world.in_paper_of("2010-10", |indicator| {
        let august = indicator.series.at(month("2010-08")).unwrap();
        let known = august.known().unwrap();
        assert_eq!(known.published, decimal("75.5"));
        assert_eq!(known.superseded, Some(&of(208, 290)));
        assert_eq!(known.origin.received(), Some(day("2010-11-08")));
        assert_eq!(known.origin.correction().unwrap().reason, "Recorded late");
        assert_eq!(
            &**known.origin.place.file(),
            "inputs/returns/2010-10/2010-11-08.yaml"
        );
        assert!(august.marks.contains(&Mark::Revised));
    });
}

#[test]
fn a_correction_that_changes_nothing_printed_is_no_revision() {
    let world = World::new()
        .sent("2010-08", "2010-09-08", Some(of(20_000, 30_000)), None)
        .sent(
            "2010-10",
            "2010-11-08",
            None,
            Some(("2010-08", of(20_001, 30_000))),
        );
    world.in_paper_of("2010-10", |indicator| {
        let august = indicator.series.at(month("2010-08")).unwrap();
        assert!(august.known().unwrap().superseded.is_some());
        assert!(!august.marks.contains(&Mark::Revised));
    });
}

#[test]
fn data_drawn_before_its_month_was_over_is_provisional() {
    let mut world = World::new().returned("2010-08", Some(of(208, 290)));
    world.return_at(0).extracted = typed(day("2010-08-30"));
    assert!(world.in_paper_of("2010-08", |indicator| {
        indicator.current().unwrap().marks.contains(&Mark::Provisional)
    }));
    world.return_at(0).extracted = typed(day("2010-08-31"));
    assert!(!world.in_paper_of("2010-08", |indicator| {
        indicator.current().unwrap().marks.contains(&Mark::Provisional)
    }));
}

#[test]
fn a_lagging_figure_is_of_an_earlier_month_than_its_return() {
    let world = World::new()
        .with(|indicator| indicator.lag = 1)
        .returned("2010-08", Some(of(7, 10)))
        .returned("2010-09", Some(of(8, 10)));
    world.in_paper_of("2010-09", |indicator| {
        let months: Vec<_> = indicator
            .series
            .observations()
            .iter()
            .map(|seen| seen.month)
            .collect();
        assert_eq!(months, [month("2010-07"), month("2010-08")]);
        assert_eq!(indicator.current().unwrap().published(), Some(decimal("80.0")));
    });
}

#[test]
fn an_indicator_begins_and_ends() {
    let ends = |indicator: &mut board_papers::domain::Indicator| {
        indicator.ends = Some(End {
            month: typed(month("2010-02")),
            reason: "Replaced".to_owned(),
            successor: None,
            agreed: typed("board".parse().unwrap()),
        });
    };
    let world = World::new()
        .history("2010-01", &permille(&[700, 710, 720]))
        .with(ends);
    world.in_paper_of("2010-03", |indicator| {
        assert!(matches!(indicator.life, Life::Ended(_)));
        assert_eq!(indicator.current().unwrap().month, month("2010-02"));
    });
    world.in_paper_of("2010-02", |indicator| {
        assert!(matches!(indicator.life, Life::InUse))
    });
    let later = World::new().with(|indicator| indicator.begins = Some(typed(month("2010-06"))));
    later.in_paper_of("2010-05", |indicator| {
        assert!(matches!(indicator.life, Life::NotBegun));
        assert!(indicator.current().is_none());
        assert_eq!(indicator.verdict.sentence(), "No figure is owed yet.");
    });
}

fn difference(world: &World, period: &str) -> String {
    world.in_paper_of(period, |indicator| match indicator.difference {
        Difference::By { amount, since } => format!("{amount} since {since}"),
        Difference::Break(version) => format!("break: {}", version.reason),
        Difference::NoFigure => "no figure".to_owned(),
        Difference::NoFigureBefore(month) => format!("no figure in {month}"),
        Difference::First => "first".to_owned(),
    })
}

#[test]
fn a_difference_is_of_printed_values_and_never_across_a_break() {
    // 66.666…% and 67.1%: printed 66.7% and 67.1%, and the difference of what is printed is 0.4, not 0.43 rounded.
    let world = World::new().history("2010-01", &[of(2, 3), of(671, 1000)]);
    assert_eq!(difference(&world, "2010-01"), "first");
    assert_eq!(difference(&world, "2010-02"), "0.4 since January 2010");
    assert_eq!(
        difference(&world.clone().redefined("2010-02"), "2010-02"),
        "break: The rule changed"
    );
    assert_eq!(
        difference(&world.clone().recalculated("2010-02"), "2010-02"),
        "0.4 since January 2010"
    );
    let gap = world.returned("2010-04", Some(of(7, 10)));
    assert_eq!(difference(&gap, "2010-04"), "no figure in March 2010");
    assert_eq!(difference(&gap, "2010-05"), "no figure");
}

#[test]
fn definitions_and_recalculations_begin_phases() {
    let world = World::new()
        .history("2010-01", &permille(&[700, 710, 720, 730, 740]))
        .redefined("2010-03")
        .recalculated("2010-03")
        .recalculated("2010-05");
    world.in_paper_of("2010-05", |indicator| {
        let starts: Vec<_> = indicator.phases.iter().map(|phase| (phase.from().unwrap(), phase.start)).collect();
        assert!(matches!(
            starts.as_slice(),
            [(_, PhaseStart::Beginning), (one, PhaseStart::Definition(_)), (other, PhaseStart::Recalculation(_))]
                if *one == month("2010-03") && *other == month("2010-05")
        ));
        assert!(indicator.series.at(month("2010-03")).unwrap().marks.contains(&Mark::Break));
        assert!(!indicator.series.at(month("2010-05")).unwrap().marks.contains(&Mark::Break));
    });
}
