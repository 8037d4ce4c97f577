//! The tables of a paper as tidy data: a value a line, with the section, table, row and column it stands in, its unit, and its
//! shorthand apart. Read from the very data that the layouts print. Knows the shapes of tables; not what is in them.

mod cells;
mod printed;

use super::listing::csv_line;
use cells::{collect_labelled, list, mark, text, words};
pub(super) use printed::Tidy;
use serde_json::{Map, Value};

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

/// What names a row of a list that a layout sets by hand, the first of these that it has.
const NAMES: [&str; 7] = ["name", "title", "subject", "ref", "term", "reference", "rating"];

/// Keys that only layouts need: where a thing stands, or a picture of what is told beside it.
const OF_LAYOUT: [&str; 7] = ["id", "anchor", "file", "width", "height", "figure", "sparkline"];

/// Keys under which the name of a mark or an icon stands.
const MARKS: [&str; 4] = ["rating", "answer", "variation", "assurance"];

/// What the first page prints of that which every paper says of itself.
const ON_FIRST_PAGE: [&str; 6] = [
    "title",
    "programme",
    "period",
    "edition",
    "marking",
    "figures_statement",
];

/// Every table of a paper, a value a line: the particulars on its cover, then those of its sections. `head`, `cover` and
/// `sections` are what the layouts read.
pub(super) fn tables(paper: &str, [head, cover, sections]: [&Value; 3]) -> String {
    let mut lines = csv_line(&HEAD.map(str::to_owned));
    Book {
        paper,
        section: "cover",
        lines: &mut lines,
    }
    .particulars(head, cover);
    for (section, content) in sections.as_object().into_iter().flatten() {
        let mut book = Book {
            paper,
            section,
            lines: &mut lines,
        };
        match content.get("months").and_then(Value::as_array) {
            Some(months) => book.scorecard(months, content),
            None => book.walk(section, "", content),
        }
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
    /// The table of the cover, by the names that its rows have in the data.
    fn particulars(&mut self, head: &Value, cover: &Value) {
        let head = head.as_object().into_iter().flatten();
        let printed = head.filter(|(key, value)| ON_FIRST_PAGE.contains(&key.as_str()) && !value.is_null());
        for (key, value) in printed.chain(cover.as_object().into_iter().flatten()) {
            self.cell(["cover", "", "", key], value);
        }
    }

    /// Everything that stands under `name`, which is that of a table set by hand; tables of the usual shape have their own.
    fn walk(&mut self, name: &str, group: &str, value: &Value) {
        match value {
            Value::Object(object) if object.contains_key("columns") => self.table(object),
            Value::Object(object) => object
                .iter()
                .filter(|(key, _)| *key != BEHIND_CHARTS)
                .for_each(|(key, inner)| self.walk(&format!("{name}-{key}"), group, inner)),
            Value::Array(all) => records(all).for_each(|record| self.record(name, group, record)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }

    /// A row that is laid out by hand: its keys are its columns.
    fn record(&mut self, name: &str, group: &str, record: &Map<String, Value>) {
        let named = NAMES.into_iter().find(|key| record.contains_key(*key));
        let row = named.map(|key| said(record, key)).unwrap_or_default();
        for (key, cell) in record.iter().filter(|(key, _)| is_column(key, named)) {
            let is_table = cell.get("columns").is_some();
            let is_list = cell.as_array().is_some_and(|all| records(all).next().is_some());
            if is_table || is_list {
                self.walk(&format!("{name}-{key}"), &row, cell);
            } else {
                self.cell([name, group, &row, key], cell);
            }
        }
    }

    /// What stands in one column of such a row, or several told with their labels.
    fn cell(&mut self, [table, group, row, key]: [&str; 4], cell: &Value) {
        let mut labelled = Vec::new();
        collect_labelled(cell, &mut labelled);
        for (label, value) in &labelled {
            self.line([table, group, row, label], value, "");
        }
        if labelled.is_empty() {
            let words = if MARKS.contains(&key) {
                mark(&words(cell))
            } else {
                words(cell)
            };
            self.line([table, group, row, &mark(key)], &words, "");
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

    /// The scorecard has a column for each month beside those that its rows name.
    fn scorecard(&mut self, months: &[Value], section: &Value) {
        let groups = section.as_object().into_iter();
        for group in groups
            .flat_map(|section| list(section, "groups"))
            .filter_map(Value::as_object)
        {
            let title = text(group, "title");
            for row in list(group, "rows").filter_map(Value::as_object) {
                let name = text(row, "name");
                for (month, value) in months.iter().zip(list(row, "months")) {
                    let month = month.as_str().unwrap_or_default();
                    self.line(["scorecard", title, name, month], &words(value), "");
                }
                let columns = row
                    .iter()
                    .filter(|(key, _)| is_column(key, Some("name")) && *key != "months");
                for (key, cell) in columns {
                    self.cell(["scorecard", title, name, key], cell);
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

/// What names a row, in words.
fn said(record: &Map<String, Value>, key: &str) -> String {
    let words = record.get(key).map(words).unwrap_or_default();
    if MARKS.contains(&key) { mark(&words) } else { words }
}

fn is_column(key: &str, named: Option<&str>) -> bool {
    Some(key) != named && key != BEHIND_CHARTS && !OF_LAYOUT.contains(&key)
}

/// The rows of a list that is set by hand: objects that are neither tables, nor prose, nor a label with its value.
fn records(all: &[Value]) -> impl Iterator<Item = &Map<String, Value>> {
    let objects = all.iter().filter_map(Value::as_object);
    objects.filter(|object| object.len() > 1 && !object.contains_key("label"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_table_that_is_set_by_hand_is_one_too() {
        let sections = json!({
            "glance": { "indicators": [{ "rating": "on_target", "now": "20", "before": "21" }] },
            "exceptions": { "how": "By rank.", "items": [{
                "id": "exception-a_1", "title": "A name_with a dash", "rating": "off_target",
                "facts": [{ "label": "The figures", "value": "12" }],
                "explanation": [
                    { "par": [{ "text": "See " }, { "link": { "to": "https://x.org/a_b", "body": [{ "text": "a_b" }] } }] },
                    { "list": [[{ "par": [{ "text": "one" }] }], [{ "par": [{ "text": "two" }] }]] },
                ],
            }] },
        });
        let expected = "paper,section,table,group,row,column,value,unit,shorthand\n\
            m,exceptions,exceptions-items,,A name_with a dash,explanation,See a_b one two,,\n\
            m,exceptions,exceptions-items,,A name_with a dash,The figures,12,,\n\
            m,exceptions,exceptions-items,,A name_with a dash,rating,off target,,\n\
            m,glance,glance-indicators,,on target,before,21,,\n\
            m,glance,glance-indicators,,on target,now,20,,\n";
        assert_eq!(tables("m", [&json!({}), &json!({}), &sections]), expected);
    }

    #[test]
    fn the_particulars_of_the_cover_are_a_table() {
        let head = json!({ "title": "Report", "marking": null, "date": [2010, 11, 12] });
        let cover = json!({
            "meeting": "Thursday 18 November 2010",
            "distribution": ["The board", "The group"],
            "approvals": [{ "label": "The words", "value": "Approved" }],
        });
        let expected = "paper,section,table,group,row,column,value,unit,shorthand\n\
            m,cover,cover,,,title,Report,,\n\
            m,cover,cover,,,The words,Approved,,\n\
            m,cover,cover,,,distribution,The board; The group,,\n\
            m,cover,cover,,,meeting,Thursday 18 November 2010,,\n";
        assert_eq!(tables("m", [&head, &cover, &json!({})]), expected);
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
        assert_eq!(tables("m", [&json!({}), &json!({}), &sections]), expected);
    }
}
