//! Snapshots of the neutral programme's papers on their last steps: the data that layouts see, two of the charts, and the
//! words that stand on each page. The sections of the monthly paper have snapshots of their own in `tests/sections.rs`.

use crate::house::{data, desk, pages, papers};
use crate::support::Folder;
use board_papers::compose::Composed;
use board_papers::domain::PaperKind;
use board_papers::pipeline::Desk;
use std::sync::LazyLock;

static NEUTRAL: LazyLock<Desk> = LazyLock::new(|| desk(&Folder::neutral().with_layouts()));

fn june(kind: PaperKind) -> Vec<Composed> {
    papers(&NEUTRAL, kind, "2024-06")
}

#[test]
fn the_data_of_the_monthly_report() {
    let data = data(&june(PaperKind::Monthly)[0]);
    for part in ["paper", "cover", "summary", "glance", "attachments"] {
        insta::assert_json_snapshot!(format!("monthly_{part}"), data[part]);
    }
}

#[test]
fn the_data_of_the_chairs_report_and_its_letters() {
    for paper in june(PaperKind::SixMonthly) {
        let mut data = data(&paper);
        // The same as those of the monthly report.
        data.as_object_mut().unwrap().remove("attachments");
        insta::assert_json_snapshot!(paper.name(), data);
    }
}

#[test]
fn two_charts() {
    let paper = &june(PaperKind::Monthly)[0];
    let data = data(paper);
    let first = data["exceptions"]["items"]
        .as_array()
        .unwrap()
        .iter()
        .find_map(|item| item["figure"]["file"].as_str());
    let milestones = data["milestones"]["timeline"]["file"].as_str();
    for (name, file) in [
        ("chart_of_an_exception", first),
        ("chart_of_milestones", milestones),
    ] {
        let svg = paper.manuscript.file(file.unwrap()).unwrap();
        insta::assert_snapshot!(name, String::from_utf8_lossy(svg));
    }
}

#[test]
fn the_words_on_each_page() {
    for paper in june(PaperKind::Monthly)
        .into_iter()
        .chain(june(PaperKind::SixMonthly))
    {
        let pages = pages(&NEUTRAL, &paper);
        let numbered = pages
            .iter()
            .enumerate()
            .map(|(at, page)| format!("=== page {}\n{page}\n", at + 1));
        insta::assert_snapshot!(format!("pages_of_{}", paper.name()), numbered.collect::<String>());
    }
}
