//! The bad input that issue 3 names, each with what becomes of it: a finding where it is typed, and a stated "cannot be
//! said" in the analysis, should it get there by another way. Never a wrong line.

use crate::support::Folder;
use crate::world::{World, missing, month, of, permille, value};
use board_papers::analysis::forecast::WhyNoOutlook;
use board_papers::analysis::method::{Method, WhyPlain};
use board_papers::analysis::rating::{Basis, Rating};
use board_papers::analysis::series::Gap;
use board_papers::analysis::verdict::{AssuranceMark, Movement, VariationMark};
use board_papers::domain::{Absence, Figure, Good, Shape, Unit};
use board_papers::statistics::refusal::Refusal;
use board_papers::statistics::series::Series;

const RETURN: &str = "returns/2024-06/council.yaml";
const COUNTS: &str = "assessments_in_time: { numerator: 81, denominator: 103 }";

/// What `check` says of the neutral programme with words of one file replaced.
fn findings(path: &str, old: &str, new: &str) -> String {
    Folder::neutral().replace(path, old, new).findings()
}

#[track_caller]
fn assert_found(findings: &str, code: &str, words: &str) {
    let hit = findings
        .lines()
        .any(|line| line.contains(&format!("error[{code}]")) && line.contains(words));
    assert!(hit, "no {code} with {words:?} in:\n{findings}");
}

#[test]
fn infinite_values() {
    for typed in [
        ".inf",
        "-.inf",
        ".nan",
        "1e400",
        "9999999999999999",
        "99999999999999999999999999999999",
    ] {
        let figure = format!("unallocated_cases: {typed}");
        assert_found(
            &findings(RETURN, "unallocated_cases: 0", &figure),
            "bad-number",
            "number",
        );
    }
    for value in [f64::INFINITY, f64::NEG_INFINITY, f64::NAN] {
        let refused = Series::one_phase(&[Some(1.0), Some(value)]);
        assert!(matches!(refused, Err(Refusal::NotFinite { .. })), "{refused:?}");
    }
}

/// The longest numbers that may be typed, in every month, good and bad: nothing overflows and no line is infinite.
#[test]
fn values_as_large_as_they_may_be() {
    let largest = "999999999999999";
    let figures: Vec<Figure> = (0..24)
        .map(|at| value(if at % 2 == 0 { largest } else { "-999999999999999" }))
        .collect();
    let world = World::new()
        .unit(Unit::Number, 0)
        .history("2009-01", &figures)
        .baseline("2009-01", "2009-03", largest)
        .target(Shape::Linear, &[("2009-01", largest), ("2011-12", "0")]);
    world.in_paper_of("2010-12", |indicator| {
        let lines = indicator.phases[0].lines.unwrap();
        assert!(lines.limits.upper.is_finite() && lines.mean == 0.0);
        assert!(indicator.periods.year_to_date.is_ok());
    });
}

#[test]
fn a_denominator_of_zero() {
    let typed = findings(
        RETURN,
        COUNTS,
        "assessments_in_time: { numerator: 0, denominator: 0 }",
    );
    assert_found(&typed, "impossible-figure", "the denominator is 0");
    let mut figures = permille(&[700; 14]);
    figures[13] = of(0, 0);
    World::new()
        .history("2010-01", &figures)
        .in_paper_of("2011-02", |indicator| {
            let latest = indicator.current().unwrap();
            assert!(matches!(latest.gap(), Some(Gap::NothingToMeasure(_))));
            assert_eq!(
                (latest.rated.rating, latest.rated.basis),
                (Rating::NotRated, Basis::NothingToRate)
            );
            assert_eq!(indicator.verdict.movement, Movement::NoFigure);
            let said = "There is no figure for February 2011: not applicable: nothing to measure.";
            assert_eq!(indicator.verdict.sentence(), said);
        });
}

#[test]
fn a_phase_of_one_point() {
    let alone = World::new().history("2010-01", &[of(7, 10)]);
    let new = World::new()
        .history("2009-01", &permille(&[700; 13]))
        .redefined("2010-01");
    let rebased = World::new()
        .history("2009-01", &permille(&[700; 13]))
        .recalculated("2010-01");
    for world in [alone, new, rebased] {
        let world = world.target(Shape::Step, &[("2010-01", "75.0")]);
        world.in_paper_of("2010-01", |indicator| {
            let phase = indicator.phase().unwrap();
            assert_eq!((phase.points.len(), phase.lines), (1, None));
            assert_eq!(
                indicator.method,
                Method::TooSoon {
                    values: 1,
                    verdict_from: month("2010-10")
                }
            );
            assert_eq!(indicator.verdict.variation(), VariationMark::TooSoon);
            assert_eq!(indicator.verdict.assurance, AssuranceMark::TooSoon);
            assert_eq!(indicator.forecast.outlook, Err(WhyNoOutlook::NotFit));
            assert!(
                indicator.verdict.sentence().contains("too soon to say"),
                "{}",
                indicator.verdict.sentence()
            );
        });
    }
}

#[test]
fn a_constant_series() {
    let world = World::new()
        .history("2009-01", &permille(&[990; 24]))
        .target(Shape::Step, &[("2009-01", "95.0")]);
    world.in_paper_of("2010-12", |indicator| {
        assert_eq!(indicator.method, Method::PlainLine(WhyPlain::NoMovingRange));
        assert!(
            indicator.phases.iter().all(|phase| phase.lines.is_none()),
            "no line on top of the figures"
        );
        assert_eq!(indicator.verdict.variation(), VariationMark::NotTested);
        assert_eq!(indicator.verdict.assurance, AssuranceMark::NotTested);
        assert_eq!(indicator.forecast.outlook, Err(WhyNoOutlook::NotFit));
        assert_eq!(
            indicator.verdict.sentence(),
            "99.0% in December 2010, which meets the target of 95.0%."
        );
    });
}

#[test]
fn dates_out_of_order() {
    let late = findings(RETURN, "extracted: 2024-07-03", "extracted: 2024-07-30");
    assert_found(&late, "dates-out-of-order", "");
    let wrong_month = findings(RETURN, "month: 2024-06", "month: 2024-05");
    assert_found(&wrong_month, "wrong-month", "");
    let points = findings(
        "indicators/assessment.yaml",
        "{ month: 2025-03, value: 90 }",
        "{ month: 2024-03, value: 90 }",
    );
    assert_found(&points, "bad-target", "does not come after");
    let twice = findings(
        "history.yaml",
        "2023-05: { numerator: 66,",
        "2023-04: { numerator: 66,",
    );
    assert_found(&twice, "duplicate-key", "2023-04");
    let refused = Series::dated(vec![(2, Some(1.0)), (2, Some(2.0))], &[].into());
    assert!(
        matches!(refused, Err(Refusal::RepeatedDate { .. })),
        "{refused:?}"
    );
    // The order in which months are typed is no fault, and changes nothing.
    let figures = permille(&[700, 710, 690, 720, 705, 715, 695, 725, 700, 710, 690, 720, 800]);
    let world = World::new().history("2010-01", &figures);
    let mut turned = world.clone();
    turned.programme.history.0[0].1.0.reverse();
    let lines = |world: &World| world.in_paper_of("2011-01", |indicator| indicator.phases[0].lines);
    assert!(lines(&world).is_some());
    assert_eq!(lines(&world), lines(&turned));
}

#[test]
fn a_target_of_another_unit() {
    let target = "{ month: 2025-03, value: 90 }";
    let file = "indicators/assessment.yaml";
    assert_found(
        &findings(file, target, "{ month: 2025-03, value: 90% }"),
        "bad-number",
        "90%",
    );
    assert_found(
        &findings(file, target, "{ month: 2025-03, value: 9000 }"),
        "bad-target",
        "outside",
    );
    assert_found(
        &findings(file, target, "{ month: 2025-03, value: 90.123 }"),
        "bad-target",
        "finer",
    );
    assert_found(
        &findings(file, target, "{ month: 2025-03, low: 80, high: 90 }"),
        "bad-target",
        "one value",
    );
    // Of another kind than the indicator can be tested with: no rating and no assurance rather than a wrong one.
    let figures = permille(&[700, 710, 690, 720, 705, 715, 695, 725, 700, 710, 690, 720, 705]);
    let world = World::new()
        .history("2010-01", &figures)
        .range("2010-01", "60.0", "80.0");
    world.in_paper_of("2011-01", |indicator| {
        assert_eq!(indicator.verdict.rated.rating, Rating::NotRated);
        assert_eq!(
            (indicator.verdict.assurance, indicator.off_target.figures),
            (AssuranceMark::NotTested, 0)
        );
        assert!(indicator.forecast.pace.is_err());
    });
    let value_for_a_range = World::new()
        .with(|indicator| indicator.good = Good::Range)
        .history("2010-01", &figures)
        .target(Shape::Step, &[("2010-01", "75.0")]);
    value_for_a_range.in_paper_of("2011-01", |indicator| {
        assert_eq!(indicator.verdict.rated.rating, Rating::NotRated);
        assert_eq!(indicator.verdict.assurance, AssuranceMark::NotTested);
    });
}

/// Every month missing, for any reason: nothing is claimed, and what is missing is said.
#[test]
fn nothing_but_gaps() {
    for (reason, words) in [
        (Absence::NotYetAvailable, "not yet available"),
        (Absence::NotAvailable, "not available"),
        (Absence::NotApplicable, "not applicable"),
        (Absence::Confidential, "confidential"),
    ] {
        let world = World::new().history("2010-01", &vec![missing(reason); 20]);
        world.in_paper_of("2011-08", |indicator| {
            assert_eq!(indicator.method, Method::PlainLine(WhyPlain::NoFigures));
            let said = format!("There is no figure for August 2011: {words}.");
            assert_eq!(indicator.verdict.sentence(), said);
        });
    }
}
