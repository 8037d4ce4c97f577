//! Charts as pictures: that no label touches anything, that each is well-formed and small, and that none
//! changes unnoticed.

#[cfg(test)]
mod bars;
#[cfg(test)]
mod behaviour;
#[cfg(test)]
mod colours;
#[cfg(test)]
mod inter;
#[cfg(test)]
mod more_samples;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod samples;

use board_papers::charts::scene::Scene;
use board_papers::charts::{
    audit_grades, burn_up, fan, funding, milestones, plan_status, rating_bars, risks, series, small_multiple,
    sparkline, workforce,
};
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
        ("sample_chart", series::lay_out(&samples::sample_chart(), &Inter)),
        ("sparkline", sparkline::lay_out(&samples::sparkline())),
        (
            "plan_status",
            plan_status::lay_out(&samples::plan_status(), &Inter),
        ),
        ("milestones", milestones::lay_out(&samples::timeline(), &Inter)),
        ("fan", fan::lay_out(&more_samples::fan(), &Inter)),
        ("empty_fan", fan::lay_out(&more_samples::empty_fan(), &Inter)),
        ("burn_up", burn_up::lay_out(&more_samples::burn_up(), &Inter)),
        (
            "small_multiple",
            small_multiple::lay_out(&more_samples::small_multiple(), &Inter),
        ),
        (
            "rating_bars",
            rating_bars::lay_out(&more_samples::rating_bars(), &Inter),
        ),
        ("funding", funding::lay_out(&more_samples::funding(), &Inter)),
        (
            "workforce",
            workforce::lay_out(&more_samples::workforce(), &Inter),
        ),
        (
            "audit_grades",
            audit_grades::lay_out(&more_samples::audit_grades(), &Inter),
        ),
        ("risks", risks::lay_out(&more_samples::risks(), &Inter)),
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
