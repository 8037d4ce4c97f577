//! Which pictures there are, and that none of them fails on a programme without anything in it.

use crate::drawn::{Printed, all, assessed, charts, occasion, words};
use crate::stage::{Kind, every_kind, of_hundred, with};
use crate::support::Folder;
use board_papers::analysis::rating::Rating;
use board_papers::analysis::rating_counts::counts as rating_counts;
use board_papers::domain::{Entries, PaperKind, Programme};
use board_papers::draw::{Charts, IndicatorCharts, draw};

fn june(programme: &Programme) -> Charts {
    charts(programme, &occasion(programme, PaperKind::Monthly, "2024-06"))
}

fn of<'c>(charts: &'c Charts, id: &str) -> &'c IndicatorCharts {
    charts
        .indicators
        .iter()
        .find(|(known, _)| known.as_str() == id)
        .unwrap()
        .1
}

fn column(drawn: &board_papers::draw::Drawn, head: &str) -> Vec<String> {
    let at = drawn.data.heads.iter().position(|known| known == head).unwrap();
    drawn.data.rows.iter().map(|row| row[at].clone()).collect()
}

#[test]
fn an_empty_programme_has_no_pictures() {
    let mut programme = Folder::neutral().check().value().unwrap().clone();
    let paper = occasion(&programme, PaperKind::SixMonthly, "2024-06");
    programme.indicators.clear();
    programme.history = Entries::default();
    programme.returns.clear();
    programme.plan.actions.clear();
    programme.plan.recommendations.clear();
    programme.plan.milestones.clear();
    programme.plan.risks.clear();
    programme.charter.funding.clear();
    assert_eq!(charts(&programme, &paper), Charts::default());
}

#[test]
fn an_indicator_without_a_figure_has_no_picture() {
    let programme = with(&[Kind {
        id: "silent",
        own: "ref: T1
name: What nobody knows
numerator: unknown
counts: other
unit: number
decimals: 0
good: high
nature: flow",
        history: Vec::new(),
        returns: ["{ missing: not_available }"; 3],
    }]);
    let charts = june(&programme);
    assert!(charts.indicators.keys().all(|id| id.as_str() != "silent"));
    assert_eq!(charts.indicators.len(), 6);
}

#[test]
fn a_signal_is_in_the_title_the_words_and_the_table_alike() {
    let charts = june(&every_kind());
    let visits = &of(&charts, "visits").series;
    assert!(visits.title.contains("improving"), "{}", visits.title);
    assert!(visits.alt.contains("improving"), "{}", visits.alt);
    assert_eq!(column(visits, "Signal").last().unwrap(), "Improvement");
}

#[test]
fn figures_of_two_definitions_are_never_set_side_by_side() {
    let charts = june(&every_kind());
    let conferences = of(&charts, "conferences");
    for drawn in [&conferences.series, &conferences.sparkline, &conferences.small] {
        // The lowest figure of the old definition is 8, in July 2022.
        assert!(!drawn.alt.contains('8'), "{}", drawn.alt);
        assert!(
            drawn.alt.contains("The line breaks in January 2024: 20 days."),
            "{}",
            drawn.alt
        );
    }
}

#[test]
fn limits_of_fewer_than_twenty_values_are_trial_limits() {
    let charts = june(&every_kind());
    let said = |id: &str| of(&charts, id).series.note.clone().unwrap_or_default();
    assert!(said("assessments_in_time").contains("Trial limits: they rest on 15 values"));
    assert!(!said("visits").contains("Trial"), "{}", said("visits"));
}

#[test]
fn a_long_name_cuts_no_more_than_it_must() {
    let name = "A name as nobody should write it ".repeat(6);
    let folder = Folder::neutral().replace(
        "indicators/protection.yaml",
        "name: Audited cases graded good or better",
        &format!("name: {name}"),
    );
    let programme = folder.check().value().unwrap().clone();
    for (_, drawn) in all(&june(&programme)) {
        assert!(words(&drawn.alt) < 80, "{}", drawn.alt);
        assert_eq!(drawn.scene.collisions(), []);
    }
}

#[test]
fn a_figure_of_any_size_is_drawn() {
    for figure in ["999999999999999", "1000000000", "0.001", "0"] {
        let programme = with(&[Kind {
            id: "odd",
            own: "ref: T1
name: What is odd
numerator: oddities
counts: other
unit: ratio
decimals: 3
good: low
nature: flow",
            history: vec![figure.to_owned(); 24],
            returns: ["1.000", "2.000", "3.000"],
        }]);
        assert_eq!(
            of(&june(&programme), "odd").series.scene.collisions(),
            [],
            "{figure}"
        );
    }
}

#[test]
fn posts_are_counted_where_it_is_known_how_they_are_covered() {
    let charts = june(&every_kind());
    let workforce = charts.workforce.as_ref().unwrap();
    assert_eq!(
        column(workforce, "Tier"),
        ["Practitioners", "Practitioners", "Managers", "Managers"]
    );
    assert_eq!(column(workforce, "Permanent"), ["77", "70", "5", "4"]);
    assert_eq!(column(workforce, "Agency"), ["9", "15", "", ""]);
    assert_eq!(column(workforce, "Vacant"), ["6", "5", "", ""]);
}

#[test]
fn a_programme_without_posts_or_grades_has_no_picture_of_them() {
    let charts = june(&Folder::neutral().check().value().unwrap().clone());
    assert_eq!((charts.workforce, charts.audits), (None, None));
}

#[test]
fn cases_are_graded_out_of_the_same_audit() {
    let charts = june(&every_kind());
    let audits = charts.audits.as_ref().unwrap();
    assert_eq!(
        audits.data.heads,
        [
            "Month",
            "Audited cases graded good or better",
            "In between",
            "Inadequate",
            "Cases"
        ]
    );
    assert_eq!(
        audits.data.rows.last().unwrap(),
        &["June 2024", "13", "5", "2", "20"]
    );
}

#[test]
fn ratings_of_the_paper_before_are_those_of_its_month() {
    let programme = with(&[Kind {
        id: "quarterly",
        own: "ref: T1
name: Once a quarter
numerator: those in time
denominator: those due
counts: cases
unit: percent
decimals: 0
good: high
nature: flow
frequency: quarterly
targets: [{ shape: step, points: [{ month: 2023-03, value: 50 }] }]",
        history: of_hundred(&[40; 24]),
        returns: [
            "{ missing: not_applicable }",
            "{ missing: not_applicable }",
            "{ numerator: 60, denominator: 100 }",
        ],
    }]);
    let on_target = |month: &str| {
        let paper = occasion(&programme, PaperKind::Monthly, month);
        assessed(&programme, &paper, |assessment| {
            let counts = rating_counts(assessment);
            let off = counts.iter().find(|count| count.rating == Rating::OffTarget);
            off.map(|count| (count.now, count.before))
        })
    };
    // Off target in March; in May nothing is owed, and March still stands in both papers; in June it is on target.
    assert_eq!(
        on_target("2024-05").unwrap(),
        on_target("2024-05").map(|(now, _)| (now, now)).unwrap()
    );
    let (now, before) = on_target("2024-06").unwrap();
    assert_eq!(before, now + 1);
}

#[test]
fn the_same_assessment_makes_the_same_pictures() {
    let programme = every_kind();
    let paper = occasion(&programme, PaperKind::Monthly, "2024-06");
    assessed(&programme, &paper, |assessment| {
        let fonts = Printed::new();
        assert_eq!(draw(assessment, &fonts), draw(assessment, &fonts));
    });
}
