//! What the charts promise a reader, each promise on its own.

use board_papers::charts::palette::{
    CENTRE, CONCERN, DATA, LIMIT, Mark, ORDINARY, SPARK, SPARK_DOT, Stroke, TARGET, TRIAL_LIMIT,
};
use board_papers::charts::scene::{Item, Scene, Spot};
use board_papers::charts::series::{self, AcrossBreak, Break, Point, Series, Standing, TargetPath};
use board_papers::charts::{AxisFrom, sparkline};

use super::inter::Inter;
use super::samples::{self, finite};

/// Runs of the lines drawn in one stroke.
fn runs(scene: &Scene, stroke: Stroke) -> Vec<Vec<Spot>> {
    let of_stroke = |item: &Item| match item {
        Item::Line(line) => (line.stroke == stroke).then(|| line.runs.clone()),
        Item::Area(..) | Item::Bar(..) | Item::Marks(..) | Item::Words(_) => None,
    };
    scene.items.iter().filter_map(of_stroke).flatten().collect()
}

/// Places of the marks of one shape and colour, whatever their size.
fn marks(scene: &Scene, kind: Mark) -> Vec<Spot> {
    let of_kind = |item: &Item| match item {
        Item::Marks(at, mark) => ((mark.shape, mark.colour) == (kind.shape, kind.colour)).then(|| at.clone()),
        Item::Line(_) | Item::Area(..) | Item::Bar(..) | Item::Words(_) => None,
    };
    scene.items.iter().filter_map(of_kind).flatten().collect()
}

fn texts(scene: &Scene) -> Vec<String> {
    scene.labels().map(|words| words.text.clone()).collect()
}

fn lay_out(series: &Series) -> Scene {
    series::lay_out(series, &Inter)
}

#[test]
fn a_month_without_a_figure_is_a_gap_in_the_line() {
    let mut series = samples::short_chart();
    series.points = vec![Point::ordinary(finite(3.0)); 7];
    series.points[3] = Point::MISSING;
    let scene = lay_out(&series);
    assert_eq!(
        runs(&scene, DATA).iter().map(Vec::len).collect::<Vec<_>>(),
        [3, 3]
    );
    assert_eq!(marks(&scene, ORDINARY).len(), 6);
}

#[test]
fn the_line_goes_over_months_that_owe_no_figure_and_stops_where_one_is_missing() {
    let quarterly = |readings: &[Point]| {
        let mut series = samples::short_chart();
        series.points = readings.to_vec();
        let scene = lay_out(&series);
        runs(&scene, DATA).iter().map(Vec::len).collect::<Vec<_>>()
    };
    let (known, missing, none) = (Point::ordinary(finite(3.0)), Point::MISSING, Point::NOT_OWED);
    assert_eq!(quarterly(&[known, none, none, known, none, none, known]), [3]);
    assert_eq!(
        quarterly(&[
            known, none, none, known, none, none, missing, none, none, known, none, none, known
        ]),
        [2, 2]
    );
}

#[test]
fn a_figure_between_two_gaps_still_shows() {
    let mut series = samples::short_chart();
    series.points[0] = Point::MISSING;
    series.points[2] = Point::MISSING;
    let scene = lay_out(&series);
    assert_eq!((runs(&scene, DATA).len(), marks(&scene, ORDINARY).len()), (0, 1));
}

#[test]
fn a_new_definition_interrupts_the_line_and_a_recalculation_does_not() {
    let mut series = samples::short_chart();
    for (line, expected) in [
        (AcrossBreak::Interrupted, vec![2]),
        (AcrossBreak::Continued, vec![3]),
    ] {
        series.breaks = vec![Break {
            before: 1,
            label: "Changed".into(),
            line,
        }];
        let scene = lay_out(&series);
        assert_eq!(
            runs(&scene, DATA).iter().map(Vec::len).collect::<Vec<_>>(),
            expected
        );
        assert!(texts(&scene).contains(&"Changed".to_owned()));
    }
}

#[test]
fn mean_and_limits_start_anew_with_each_phase() {
    let scene = lay_out(&samples::control_chart());
    let means = runs(&scene, CENTRE);
    assert_eq!(means.len(), 2);
    assert!(means[0][1].x < means[1][0].x, "a gap lies between them");
    assert_eq!(runs(&scene, LIMIT).len(), 2);
    assert_eq!(runs(&scene, TRIAL_LIMIT).len(), 3, "two and the key");
    assert!(texts(&scene).contains(&"Trial limits".to_owned()));
}

#[test]
fn a_limit_that_no_percentage_can_reach_is_left_out() {
    let mut series = samples::control_chart();
    for phase in &mut series.phases {
        let limits = phase.limits.as_mut().unwrap();
        limits.upper.value = finite(104.0);
        limits.standing = Standing::Settled;
    }
    let scene = lay_out(&series);
    assert_eq!(runs(&scene, LIMIT).len(), 2, "the lower ones");
    assert!(!texts(&scene).contains(&"Upper limit".to_owned()));
    assert_eq!(
        texts(&scene).iter().find(|text| text.starts_with("10")).unwrap(),
        "100%"
    );
}

#[test]
fn a_line_says_where_its_axis_starts_unless_that_is_nought() {
    let mut series = samples::control_chart();
    assert!(texts(&lay_out(&series)).contains(&"Axis starts at 40%".to_owned()));
    series.axis_from = AxisFrom::Zero;
    let scene = lay_out(&series);
    assert!(texts(&scene).contains(&"0%".to_owned()));
    assert!(!texts(&scene).iter().any(|text| text.starts_with("Axis")));
}

#[test]
fn a_signal_is_marked_by_a_shape_that_the_key_explains() {
    let scene = lay_out(&samples::control_chart());
    assert_eq!(marks(&scene, CONCERN).len(), 2, "the point and the key");
    assert!(texts(&scene).contains(&"Concern".to_owned()));
    assert!(marks(&lay_out(&samples::run_chart()), CONCERN).is_empty());
}

#[test]
fn a_target_in_steps_rises_upright_and_a_trajectory_slants() {
    let upright = |runs: Vec<Vec<Spot>>| {
        runs.concat()
            .windows(2)
            .filter(|pair| (pair[0].x - pair[1].x).abs() < 0.02 && pair[0].y > pair[1].y)
            .count()
    };
    let mut series = samples::control_chart();
    assert_eq!(upright(runs(&lay_out(&series), TARGET)), 1);
    let target = series.target.as_mut().unwrap();
    let TargetPath::Steps(values) = target.path.clone() else {
        unreachable!("the sample has steps")
    };
    target.path = TargetPath::Trajectory(values);
    assert_eq!(upright(runs(&lay_out(&series), TARGET)), 0);
}

#[test]
fn the_latest_value_is_named_beside_its_point_when_later_months_have_none() {
    let scene = lay_out(&samples::range_chart());
    let words = scene
        .labels()
        .find(|words| words.text == "93.0 in March")
        .unwrap();
    let point = marks(&scene, ORDINARY)
        .into_iter()
        .max_by(|a, b| a.x.total_cmp(&b.x))
        .unwrap();
    assert!(
        (words.at.x - point.x).abs() < 20.0 && (words.at.y - point.y).abs() < 20.0,
        "{words:?} {point:?}"
    );
}

#[test]
fn a_sparkline_shows_thirteen_months_and_no_text() {
    let scene = sparkline::lay_out(&samples::sparkline());
    assert_eq!(scene.labels().count(), 0);
    let lengths: Vec<usize> = runs(&scene, SPARK).iter().map(Vec::len).collect();
    assert_eq!(
        lengths,
        [3, 2, 5],
        "ten months in lines, one alone between two gaps, two gaps"
    );
    assert_eq!(marks(&scene, SPARK_DOT).len(), 1);
    assert_eq!(marks(&scene, CONCERN).len(), 1);
}
