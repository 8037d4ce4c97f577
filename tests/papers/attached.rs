//! The data of a paper, taken out of its PDF as any reader may.

use crate::house::{data, desk, papers, set};
use crate::support::Folder;
use crate::tagged::Tagged;
use board_papers::domain::PaperKind;
use serde_json::Value;
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
        assert_eq!(names, ["actions.csv", "charts.csv", "figures.csv", "tables.csv"]);
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

        assert_tables(paper.name(), &cells(&files["tables.csv"].1), &data(&paper));

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

/// The value of a cell of a table, with its unit and shorthand.
fn value<'t>(tables: &'t [Vec<String>], table: &str, row: &str, column: &str) -> Option<&'t [String]> {
    let line = tables
        .iter()
        .find(|line| line[2] == table && line[4] == row && line[5] == column);
    line.map(|line| &line[6..])
}

/// Every table that the layouts print is there, save those behind the charts, which have a file of their own.
fn assert_tables(name: &str, tables: &[Vec<String>], data: &Value) {
    let mut printed = BTreeSet::new();
    collect(data, &mut printed);
    let attached: BTreeSet<_> = tables[1..].iter().map(|line| line[2].clone()).collect();
    let missing: Vec<_> = printed.difference(&attached).collect();
    assert_eq!(missing, Vec::<&String>::new(), "{name}");
    assert!(
        tables[1..]
            .iter()
            .all(|line| line[0] == format!("{name}-2024-06"))
    );
    let has_column =
        |table: &str, column: &str| tables.iter().any(|line| line[2] == table && line[5] == column);
    if name == "six-monthly" {
        // Whom the chair addresses is printed, and no link.
        assert!(has_column("recommendations-items", "to") && has_column("recommendations-items", "by"));
    }
    if name == "monthly" {
        let target = value(
            tables,
            "scorecard",
            "Assessments finished within 45 working days",
            "target",
        );
        assert_eq!(target.unwrap(), ["76.9", "per cent", ""]);
        let revised = value(
            tables,
            "scorecard",
            "Assessments finished within 45 working days",
            "Apr",
        );
        assert_eq!(revised.unwrap(), ["74.7", "per cent", "[r]"]);
        let due = value(tables, "plan-due-next", "1.2", "Rating");
        assert_eq!(due.unwrap()[0], "red");
        // Those that layouts set by hand are there as well, with what is told beside each.
        for (table, column) in [
            ("summary-questions", "evidence"),
            ("glance-indicators", "now"),
            ("exceptions-items", "The figures"),
            ("exceptions-items", "no explanation"),
            ("glance-milestones", "due"),
            ("notes-indicators", "Method"),
            ("notes-glossary", "meaning"),
        ] {
            assert!(has_column(table, column), "{table}: {column}");
        }
    }
}

/// The ids of the tables with rows in what the layouts read.
fn collect(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) => {
            let has = |key: &str| {
                object
                    .get(key)
                    .and_then(Value::as_array)
                    .is_some_and(|rows| !rows.is_empty())
            };
            if has("columns") && (has("rows") || has("groups")) {
                found.insert(object["id"].as_str().unwrap().to_owned());
            }
            for (_, inner) in object.iter().filter(|(key, _)| *key != "data") {
                collect(inner, found);
            }
        }
        Value::Array(all) => all.iter().for_each(|inner| collect(inner, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
