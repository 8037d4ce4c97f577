//! Charts as pictures: that no label touches anything, that each is well-formed and small, and that none changes unnoticed.

#[cfg(test)]
mod inter;
#[cfg(test)]
mod samples;

use board_papers::charts::scene::Scene;
use board_papers::charts::{milestones, plan_status, series, sparkline};
use inter::Inter;

fn scenes() -> Vec<(&'static str, Scene)> {
    vec![
        (
            "control_chart",
            series::lay_out(&samples::control_chart(), &Inter),
        ),
        ("run_chart", series::lay_out(&samples::run_chart(), &Inter)),
        ("range_chart", series::lay_out(&samples::range_chart(), &Inter)),
        ("long_chart", series::lay_out(&samples::long_chart(), &Inter)),
        ("short_chart", series::lay_out(&samples::short_chart(), &Inter)),
        ("sparkline", sparkline::lay_out(&samples::sparkline())),
        (
            "plan_status",
            plan_status::lay_out(&samples::plan_status(), &Inter),
        ),
        ("milestones", milestones::lay_out(&samples::timeline(), &Inter)),
    ]
}

#[test]
fn no_chart_changes_unnoticed() {
    for (name, scene) in scenes() {
        insta::assert_snapshot!(name, scene.draw().as_str());
    }
}

#[test]
fn no_label_touches_anything() {
    for (name, scene) in scenes() {
        assert_eq!(scene.collisions(), [], "{name}");
    }
}
