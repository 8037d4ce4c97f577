//! The words and tables of pictures, as they are printed.

use crate::drawn::{all, charts, occasion, wholes, written};
use crate::stage::every_kind;
use crate::support::Folder;
use board_papers::domain::PaperKind;

/// One line of an indicator's charts.
fn of_kind(ids: &[&str]) -> String {
    let programme = every_kind();
    let charts = charts(&programme, &occasion(&programme, PaperKind::Monthly, "2024-06"));
    let mut text = String::new();
    for id in ids {
        let (_, of) = charts
            .indicators
            .iter()
            .find(|(known, _)| known.as_str() == *id)
            .unwrap();
        text += &written(&format!("{id}, series"), &of.series, true);
        text += &written(&format!("{id}, sparkline"), &of.sparkline, false);
        text += &written(&format!("{id}, small"), &of.small, false);
        if let Some(forecast) = &of.forecast {
            text += &written(&format!("{id}, forecast"), forecast, true);
        }
        text.push('\n');
    }
    text
}

#[test]
fn a_control_chart() {
    insta::assert_snapshot!(of_kind(&["visits"]));
}

#[test]
fn breaks_and_new_limits() {
    insta::assert_snapshot!(of_kind(&["conferences", "complaints"]));
}

#[test]
fn what_is_rare_or_summed_or_sampled() {
    insta::assert_snapshot!(of_kind(&["missing_children", "reviews", "families_heard"]));
}

#[test]
fn the_plan_and_the_rest() {
    let programme = every_kind();
    let charts = charts(&programme, &occasion(&programme, PaperKind::Monthly, "2024-06"));
    let text: Vec<String> = wholes(&charts)
        .into_iter()
        .map(|(name, drawn)| written(name, drawn, true))
        .collect();
    insta::assert_snapshot!(text.join("\n"));
}

#[test]
fn the_neutral_programme() {
    let programme = Folder::neutral().check().value().unwrap().clone();
    for (name, kind) in [
        ("monthly", PaperKind::Monthly),
        ("six_monthly", PaperKind::SixMonthly),
    ] {
        let charts = charts(&programme, &occasion(&programme, kind, "2024-06"));
        let text: Vec<String> = all(&charts)
            .into_iter()
            .map(|(name, drawn)| written(&name, drawn, false))
            .collect();
        insta::assert_snapshot!(format!("the_neutral_programme_{name}"), text.join("\n"));
    }
}
