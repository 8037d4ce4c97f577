//! The data of a paper, taken out of its PDF as any reader may.

use crate::house::{data, desk, papers, set};
use crate::support::Folder;
use crate::tagged::Tagged;
use board_papers::domain::PaperKind;
use std::collections::BTreeSet;

/// The cells of a comma-separated text, row by row.
fn cells(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut is_quoted = false;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let row = rows.last_mut().unwrap();
        match character {
            '"' if is_quoted && characters.peek() == Some(&'"') => {
                row.last_mut().unwrap().push('"');
                characters.next();
            }
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => row.push(String::new()),
            '\n' if !is_quoted => rows.push(vec![String::new()]),
            '\r' => {}
            other => row.last_mut().unwrap().push(other),
        }
    }
    rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
    rows
}

#[test]
fn the_data_of_a_paper_is_taken_out_of_its_pdf() {
    let desk = desk(&Folder::neutral().with_layouts());
    for (kind, is_monthly) in [(PaperKind::Monthly, true), (PaperKind::SixMonthly, false)] {
        let paper = papers(&desk, kind, "2024-06").remove(0);
        let files = Tagged::read(&set(&desk, &paper).pdf).attachments();
        let names: Vec<_> = files.keys().map(String::as_str).collect();
        assert_eq!(names, ["actions.csv", "charts.csv", "figures.csv"]);
        for (name, (description, text)) in &files {
            assert!(
                description.split_whitespace().count() > 4,
                "{name}: {description}"
            );
            let rows = cells(text);
            assert!(rows.len() > 1, "{name}");
            assert!(
                rows.iter().all(|row| row.len() == rows[0].len()),
                "{name} is not a rectangle"
            );
        }
        let figures = cells(&files["figures.csv"].1);
        let june = figures
            .iter()
            .find(|row| row[0] == "assessments_in_time" && row[3] == "2024-06");
        assert_eq!(
            june.map(|row| row[4..7].join(" ")),
            Some("78.6 81 103".to_owned())
        );

        let charted: BTreeSet<_> = cells(&files["charts.csv"].1)
            .into_iter()
            .map(|row| row[0].clone())
            .collect();
        let data = data(&paper);
        if is_monthly {
            for table in data["notes"]["data"].as_array().unwrap() {
                let id = table["id"].as_str().unwrap().replacen("data-", "", 1);
                assert!(charted.contains(&id), "{id} of {charted:?}");
            }
        }
    }
}
