//! The figures behind the full charts as tables. A column that says the same month after month is told in a line above
//! its table instead. Knows months, columns and repetition; not what the figures mean.

use crate::compose::context::Shown;
use crate::compose::shapes::{Cell, Column, Table};
use crate::words;

/// The head of the first column of a chart over time.
const MONTH: &str = "Month";

/// The head of the column that says which months are out of the ordinary.
const SIGNAL: &str = "Signal";

/// The place of the figures themselves, which are always set out.
const FIGURE: usize = 1;

/// A column that changes more often than this is no repetition.
const MOST_RUNS: usize = 3;

/// Words of so few letters need no share of the line.
const SHORT_WORDS: usize = 20;

/// Tables shorter than this are left as they are.
const SHORT: usize = 6;

/// The tables of the charts whose figures stand in no table of their section.
pub fn tables(shown: &[Shown]) -> Vec<Table> {
    shown
        .iter()
        .filter(|one| one.table.is_none())
        .map(table)
        .collect()
}

/// Where the figures of the other charts stand, in a sentence; nothing where there are no others.
pub fn elsewhere(shown: &[Shown]) -> Option<String> {
    let others: Vec<String> = shown
        .iter()
        .filter(|one| one.table.is_some())
        .map(|one| one.what.split(',').next().unwrap_or_default().to_lowercase())
        .collect();
    let stand = "stand in the tables of their sections";
    (!others.is_empty()).then(|| {
        format!(
            "The figures of the charts on {} {stand}.",
            words::list_of(&others)
        )
    })
}

fn table(shown: &Shown) -> Table {
    let (heads, rows) = (&shown.data.heads, &shown.data.rows);
    let over_time = heads.first().is_some_and(|head| head == MONTH) && rows.len() >= SHORT;
    let (told, kept): (Vec<_>, Vec<_>) = (0..heads.len())
        .map(|place| (place, if over_time { repetition(shown, place) } else { None }))
        .partition(|(_, told)| told.is_some());
    let cell = |row: &[String], place: usize| {
        let text = row.get(place).map_or("", String::as_str);
        if over_time && place == 0 {
            short_month(text)
        } else {
            text.to_owned()
        }
    };
    let columns = kept
        .iter()
        .filter_map(|(place, _)| Some(column(*place, heads.get(*place)?, rows)));
    let cells = rows.iter().map(|row| {
        kept.iter()
            .map(|(place, _)| Cell::from(cell(row, *place)))
            .collect()
    });
    let notes: Vec<String> = told.into_iter().filter_map(|(_, told)| told).collect();
    Table {
        note: (!notes.is_empty()).then(|| format!("{}.", notes.join(". "))),
        ..Table::new(
            format!("data-{}", shown.id),
            shown.what.clone(),
            columns,
            cells,
            "The chart has no figures.",
        )
    }
}

/// Letters that a figure may have beside it: its shorthand.
const LETTERS_OF_A_FIGURE: usize = 2;

/// Words stand to the left, and wrap where they are many; figures stand to the right.
fn column(place: usize, head: &str, rows: &[Vec<String>]) -> Column {
    let cells = || rows.iter().filter_map(move |row| row.get(place));
    let letters = |cell: &String| cell.chars().filter(|letter| letter.is_alphabetic()).count();
    let most = cells().map(letters).max().unwrap_or_default();
    if most <= LETTERS_OF_A_FIGURE {
        Column::figures(head)
    } else if most <= SHORT_WORDS {
        Column::short(head)
    } else {
        Column::words(head, 1)
    }
}

/// Months side by side with the same text.
struct Run<'a> {
    text: &'a str,
    first: usize,
    last: usize,
}

/// What a column says, in a clause, where it says little: `Average: 83.7`, `Target: 75.0 from Apr 2010; 85.0 from Sep 2010`.
fn repetition(shown: &Shown, place: usize) -> Option<String> {
    let head = shown.data.heads.get(place).filter(|_| place > FIGURE)?;
    let runs = runs(shown, place);
    if runs.is_empty() || (runs.len() > MOST_RUNS && head != SIGNAL) {
        return None;
    }
    let mut texts: Vec<&str> = Vec::new();
    for run in &runs {
        if !texts.contains(&run.text) {
            texts.push(run.text);
        }
    }
    let said = texts.iter().map(|text| {
        let spans: Vec<String> = runs
            .iter()
            .filter(|run| run.text == *text)
            .map(|run| span(shown, run))
            .collect();
        format!("{text} {}", spans.join(", ")).trim_end().to_owned()
    });
    let said: Vec<String> = said.collect();
    Some(format!("{head}: {}", said.join("; ")))
}

fn runs(shown: &Shown, place: usize) -> Vec<Run<'_>> {
    let mut runs: Vec<Run<'_>> = Vec::new();
    for (at, row) in shown.data.rows.iter().enumerate() {
        let text = row.get(place).map_or("", String::as_str);
        match runs.last_mut() {
            Some(run) if run.text == text && run.last + 1 == at => run.last = at,
            _ if text.is_empty() => {}
            _ => runs.push(Run {
                text,
                first: at,
                last: at,
            }),
        }
    }
    runs
}

/// From when to when, as it follows a text; nothing for all months.
fn span(shown: &Shown, run: &Run<'_>) -> String {
    let month = |at: usize| {
        let row = shown.data.rows.get(at);
        row.and_then(|row| row.first())
            .map_or_else(String::new, |month| short_month(month))
    };
    let last = shown.data.rows.len().saturating_sub(1);
    match (run.first, run.last) {
        (0, until) if until == last => String::new(),
        (from, until) if from == until => format!("in {}", month(from)),
        (from, until) if until == last => format!("from {}", month(from)),
        (from, until) => format!("from {} to {}", month(from), month(until)),
    }
}

/// `Sep 2010` from `September 2010`.
fn short_month(month: &str) -> String {
    match month.split_once(' ') {
        Some((name, year)) => format!("{} {year}", name.get(..3).unwrap_or(name)),
        None => month.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::DataTable;

    fn shown(heads: &[&str], rows: &[[&str; 4]]) -> Shown {
        Shown {
            id: "figure".to_owned(),
            what: "Visits, per cent each month".to_owned(),
            data: DataTable {
                heads: heads.iter().map(|head| (*head).to_owned()).collect(),
                rows: rows.iter().map(|row| row.map(str::to_owned).to_vec()).collect(),
            },
            table: None,
        }
    }

    fn half_year() -> Shown {
        shown(
            &["Month", "Value (%)", "Average", "Signal"],
            &[
                ["January 2010", "80.1", "83.7", "Concern"],
                ["February 2010", "81.2", "83.7", ""],
                ["March 2010", "84.3", "83.7", "Improvement"],
                ["April 2010", "84.4", "83.7", "Improvement"],
                ["May 2010", "[x]", "83.7", ""],
                ["June 2010", "88.6", "83.7", "Concern"],
            ],
        )
    }

    #[test]
    fn what_repeats_is_told_once() {
        let table = table(&half_year());
        assert_eq!(
            table.note.as_deref(),
            Some(
                "Average: 83.7. Signal: Concern in Jan 2010, in Jun 2010; Improvement from Mar 2010 to Apr 2010."
            )
        );
        let heads: Vec<&str> = table.columns.iter().map(|column| column.head.as_str()).collect();
        assert_eq!(heads, ["Month", "Value (%)"]);
        assert_eq!(table.rows.len(), 6);
        assert_eq!(table.rows[0], [Cell::from("Jan 2010"), Cell::from("80.1")]);
    }

    #[test]
    fn what_holds_from_a_month_on_says_so() {
        let mut shown = half_year();
        for (at, row) in shown.data.rows.iter_mut().enumerate() {
            row[2] = if at < 3 { String::new() } else { "90.0".to_owned() };
        }
        assert!(
            table(&shown)
                .note
                .unwrap()
                .starts_with("Average: 90.0 from Apr 2010. ")
        );
    }

    #[test]
    fn short_tables_and_those_of_other_things_than_months_stay_whole() {
        let few = shown(
            &["Tier", "Posts", "Permanent", "Vacant"],
            &[["Managers", "11", "9", "9"]; 7],
        );
        assert_eq!((table(&few).note, table(&few).columns.len()), (None, 4));
    }

    #[test]
    fn charts_with_a_table_beside_them_are_named() {
        let mut beside = half_year();
        beside.table = Some("visits-table");
        assert!(tables(&[beside.clone()]).is_empty());
        assert_eq!(
            elsewhere(&[beside]).as_deref(),
            Some("The figures of the charts on visits stand in the tables of their sections.")
        );
        assert_eq!(elsewhere(&[half_year()]), None);
    }
}
