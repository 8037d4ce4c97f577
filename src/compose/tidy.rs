//! The tables of a paper as tidy data: a value a line, with the section, table, row and column it stands in, its unit, and its
//! shorthand apart. Read from the very data that the layouts print. Knows the shapes of tables; not what is in them.

use super::listing::csv_line;
use rust_decimal::Decimal;
use serde_json::{Map, Value};
use std::str::FromStr;

/// The columns of every line.
const HEAD: [&str; 9] = [
    "paper",
    "section",
    "table",
    "group",
    "row",
    "column",
    "value",
    "unit",
    "shorthand",
];

/// The key under which the tables behind the charts stand; they are attached by themselves.
const BEHIND_CHARTS: &str = "data";

/// A list that a layout sets as a table by hand, whose rows have keys of their own.
struct ByHand {
    section: &'static str,
    list: &'static str,
    /// The key of what names a row.
    row: &'static str,
    columns: &'static [&'static str],
}

const BY_HAND: [ByHand; 10] = [
    by_hand("summary", "questions", "name", &["answer", "evidence"]),
    by_hand("summary", "assurances", "name", &["answer", "evidence"]),
    by_hand("glance", "exceptions", "subject", &["headline", "rule"]),
    by_hand("glance", "indicators", "rating", &["now", "before"]),
    by_hand("glance", "actions", "rating", &["now", "before"]),
    by_hand("glance", "milestones", "title", &["due", "rating"]),
    by_hand(
        "exceptions",
        "items",
        "title",
        &[
            "rule",
            "verdict",
            "explanation",
            "no_explanation",
            "action",
            "officer",
        ],
    ),
    by_hand(
        "partners",
        "reports",
        "title",
        &["reported", "tested", "found", "asked"],
    ),
    by_hand("exit", "views", "ref", &["criterion", "words"]),
    by_hand("recommendations", "items", "ref", &["words", "to", "by"]),
];

const fn by_hand(
    section: &'static str,
    list: &'static str,
    row: &'static str,
    columns: &'static [&'static str],
) -> ByHand {
    ByHand {
        section,
        list,
        row,
        columns,
    }
}

/// What a printed figure is: its value, unit and shorthand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tidy {
    /// The number in plain digits, or the words as they are printed.
    pub value: String,
    /// `per cent`, `pounds`; empty where the figure does not say.
    pub unit: &'static str,
    /// `[u]`, or several; empty where there is none.
    pub shorthand: String,
}

impl Tidy {
    /// Takes a printed figure apart.
    pub fn of(printed: &str) -> Self {
        let (words, shorthand) = without_shorthand(printed);
        let (digits, unit) = match (words.strip_suffix('%'), words.strip_prefix('£')) {
            (Some(digits), _) => (digits, "per cent"),
            (None, Some(digits)) => (digits, "pounds"),
            (None, None) => (words, ""),
        };
        let digits = digits.replace(',', "").replace('−', "-");
        match Decimal::from_str(&digits) {
            Ok(_) => Self {
                value: digits,
                unit,
                shorthand,
            },
            Err(_) => Self {
                value: words.to_owned(),
                unit: "",
                shorthand,
            },
        }
    }
}

/// What stands before the letters in square brackets at the end, and these.
fn without_shorthand(printed: &str) -> (&str, String) {
    let (mut words, mut marks) = (printed.trim(), Vec::new());
    while let Some((rest, mark)) = words.rsplit_once('[') {
        let is_mark = mark.len() == 2 && mark.ends_with(']');
        if !is_mark {
            break;
        }
        marks.insert(0, format!("[{mark}"));
        words = rest.trim_end();
    }
    (words, marks.join(" "))
}

/// Every table of the sections of a paper, a value a line. `sections` is what the layouts read.
pub(super) fn tables(paper: &str, sections: &Value) -> String {
    let mut lines = csv_line(&HEAD.map(str::to_owned));
    for (section, content) in sections.as_object().into_iter().flatten() {
        let mut book = Book {
            paper,
            section,
            lines: &mut lines,
        };
        book.scorecard(content);
        book.by_hand(content);
        book.walk(content);
    }
    lines
}

/// Where the lines of one section go.
struct Book<'a> {
    paper: &'a str,
    section: &'a str,
    lines: &'a mut String,
}

impl Book<'_> {
    fn walk(&mut self, value: &Value) {
        match value {
            Value::Object(object) if object.contains_key("columns") => self.table(object),
            Value::Object(object) => object
                .iter()
                .filter(|(key, _)| *key != BEHIND_CHARTS)
                .for_each(|(_, inner)| self.walk(inner)),
            Value::Array(all) => all.iter().for_each(|inner| self.walk(inner)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }

    fn table(&mut self, table: &Map<String, Value>) {
        let columns: Vec<_> = list(table, "columns").filter_map(Value::as_object).collect();
        let ungrouped = std::iter::once(("", table));
        let groups = list(table, "groups").filter_map(Value::as_object);
        let grouped = groups.map(|group| (text(group, "head"), group));
        for (head, group) in ungrouped.chain(grouped) {
            for row in list(group, "rows").filter_map(Value::as_array) {
                let name = row.first().map(words).unwrap_or_default();
                for (column, cell) in columns.iter().zip(row).skip(1) {
                    let place = [text(table, "id"), head, &name, text(column, "head")];
                    self.line(place, &words(cell), text(column, "unit"));
                }
            }
        }
    }

    /// The scorecard is laid out by hand, and its rows have keys of their own.
    fn scorecard(&mut self, section: &Value) {
        let Some(months) = section.get("months").and_then(Value::as_array) else {
            return;
        };
        let groups = section
            .as_object()
            .into_iter()
            .flat_map(|section| list(section, "groups"));
        for group in groups.filter_map(Value::as_object) {
            for row in list(group, "rows").filter_map(Value::as_object) {
                let place = |column| ["scorecard", text(group, "title"), text(row, "name"), column];
                for (month, value) in months.iter().zip(list(row, "months")) {
                    self.line(place(month.as_str().unwrap_or_default()), &words(value), "");
                }
                for key in ["target", "rating", "variation", "assurance"] {
                    self.line(place(key), &text(row, key).replace('_', " "), "");
                }
            }
        }
    }

    /// The other tables that are laid out by hand.
    fn by_hand(&mut self, content: &Value) {
        let Some(content) = content.as_object() else {
            return;
        };
        let section = self.section;
        for table in BY_HAND.iter().filter(|table| table.section == section) {
            let name = format!("{}-{}", table.section, table.list);
            for row in list(content, table.list).filter_map(Value::as_object) {
                let of = said(row, table.row).unwrap_or_default();
                for column in table.columns {
                    if let Some(words) = said(row, column) {
                        self.line([&name, "", &of, &column.replace('_', " ")], &words, "");
                    }
                }
            }
        }
    }

    /// A line: table, group, row and column, and what stands there.
    fn line(&mut self, place: [&str; 4], printed: &str, unit: &str) {
        let tidy = Tidy::of(printed);
        let unit = if unit.is_empty() { tidy.unit } else { unit };
        let [table, group, row, column] = place;
        let cells = [
            self.paper,
            self.section,
            table,
            group,
            row,
            column,
            &tidy.value,
            unit,
            &tidy.shorthand,
        ];
        self.lines.push_str(&csv_line(&cells.map(str::to_owned)));
    }
}

/// What stands under a key of a row that is laid out by hand; a mark stands there by its name.
fn said(row: &Map<String, Value>, key: &str) -> Option<String> {
    let words = words(row.get(key)?);
    Some(match key {
        "rating" | "answer" => words.replace('_', " "),
        _ => words,
    })
}

fn list<'v>(object: &'v Map<String, Value>, key: &str) -> impl Iterator<Item = &'v Value> + use<'v> {
    object.get(key).and_then(Value::as_array).into_iter().flatten()
}

fn text<'v>(object: &'v Map<String, Value>, key: &str) -> &'v str {
    object.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// What a cell says: its words, the state of its mark or icon, or what its picture tells.
fn words(cell: &Value) -> String {
    match cell {
        Value::String(text) => text.clone(),
        Value::Object(cell) => {
            let stated = ["text", "words", "rating", "variation", "assurance", "alt"]
                .into_iter()
                .find_map(|key| cell.get(key)?.as_str());
            match stated {
                Some(words) => words.replace('_', " "),
                None => spoken(cell.values()),
            }
        }
        Value::Array(all) => spoken(all.iter()),
        Value::Null | Value::Bool(_) | Value::Number(_) => String::new(),
    }
}

fn spoken<'v>(parts: impl Iterator<Item = &'v Value>) -> String {
    parts.map(words).collect::<Vec<_>>().concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_printed_figure_is_taken_apart() {
        let apart = |printed| {
            let tidy = Tidy::of(printed);
            format!("{}|{}|{}", tidy.value, tidy.unit, tidy.shorthand)
        };
        assert_eq!(apart("77.8% [p] [r]"), "77.8|per cent|[p] [r]");
        assert_eq!(apart("−1,234"), "-1234||");
        assert_eq!(apart("£625,735"), "625735|pounds|");
        assert_eq!(apart("[x]"), "||[x]");
        assert_eq!(apart("10.0% to 15.0%"), "10.0% to 15.0%||");
        assert_eq!(apart("8 (2 × 4)"), "8 (2 × 4)||");
    }

    #[test]
    fn a_table_that_is_set_by_hand_is_one_too() {
        let sections =
            json!({ "glance": { "indicators": [{ "rating": "on_target", "now": "20", "before": "21" }] } });
        let expected = "paper,section,table,group,row,column,value,unit,shorthand\n\
            m,glance,glance-indicators,,on target,now,20,,\n\
            m,glance,glance-indicators,,on target,before,21,,\n";
        assert_eq!(tables("m", &sections), expected);
    }

    #[test]
    fn a_table_is_a_value_a_line() {
        let sections = json!({ "plan": { "overdue": {
            "id": "plan-overdue",
            "columns": [{ "head": "Action" }, { "head": "Days over", "unit": "days" }, { "head": "Rating" }],
            "rows": [["1.1", "12", { "rating": "evidence_awaited" }]],
            "groups": [{ "head": "R1", "rows": [["1.2", { "prose": [{ "par": [{ "text": "a" }, { "text": "b" }] }] }, ""]] }],
        } } });
        let expected = "paper,section,table,group,row,column,value,unit,shorthand\n\
            m,plan,plan-overdue,,1.1,Days over,12,days,\n\
            m,plan,plan-overdue,,1.1,Rating,evidence awaited,,\n\
            m,plan,plan-overdue,R1,1.2,Days over,ab,days,\n\
            m,plan,plan-overdue,R1,1.2,Rating,,,\n";
        assert_eq!(tables("m", &sections), expected);
    }
}
