//! Facts as a list: for people, for spreadsheets, for programs. Knows the three forms; the figures are the ledger's.

use super::facts::{Fact, Facts};
use crate::domain::{Month, Unit};
use crate::place::{Place, SourceTexts};
use serde::Serialize;
use std::collections::BTreeMap;

/// The version of the JSON form. Keys are only ever added to it.
const FORMAT: u32 = 1;

/// A line each: name and value, the values in one column.
#[must_use]
pub fn table(facts: &Facts) -> String {
    let widest = facts.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
    facts
        .iter()
        .map(|(name, fact)| format!("{name:widest$}  {}\n", fact.published))
        .collect()
}

/// Comma-separated values, with a head.
#[must_use]
pub fn csv(facts: &Facts) -> String {
    let rows = facts.iter().map(|(name, fact)| {
        let (numerator, denominator) = parts(fact).unzip();
        let cells = [
            name.to_owned(),
            fact.published.clone(),
            numerator.unwrap_or_default(),
            denominator.unwrap_or_default(),
            fact.unit
                .map_or_else(String::new, |unit| unit_word(unit).to_owned()),
        ];
        csv_line(&cells)
    });
    std::iter::once("name,published,numerator,denominator,unit\n".to_owned())
        .chain(rows)
        .collect()
}

/// One line of comma-separated values (RFC 4180), quoted where it must be.
#[must_use]
pub fn csv_line(cells: &[String]) -> String {
    let quoted: Vec<String> = cells.iter().map(|cell| csv_cell(cell)).collect();
    quoted.join(",") + "\n"
}

fn csv_cell(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

#[derive(Serialize)]
struct Document<'a> {
    format: u32,
    month: String,
    facts: BTreeMap<&'a str, Listed<'a>>,
}

#[derive(Serialize)]
struct Listed<'a> {
    published: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    numerator: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    denominator: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<String>,
}

/// One JSON object; decimals as strings, what is absent left out.
#[must_use]
pub fn json(facts: &Facts, month: Month, texts: &SourceTexts) -> String {
    let listed = facts.iter().map(|(name, fact)| {
        let (numerator, denominator) = parts(fact).unzip();
        let at = fact.at.as_ref().map(|place| said_at(place, texts));
        (
            name,
            Listed {
                published: &fact.published,
                numerator,
                denominator,
                unit: fact.unit.map(unit_word),
                at,
            },
        )
    });
    let document = Document {
        format: FORMAT,
        month: month.iso(),
        facts: listed.collect(),
    };
    serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
}

fn parts(fact: &Fact) -> Option<(String, String)> {
    fact.parts
        .map(|(numerator, denominator)| (numerator.to_string(), denominator.to_string()))
}

/// A place as `inputs/returns/2010-10/council.yaml:14:9`.
fn said_at(place: &Place, texts: &SourceTexts) -> String {
    let path = texts.shown(place.file());
    match texts.positions(place) {
        Some((start, _)) => format!("{path}:{}:{}", start.line, start.column),
        None => path,
    }
}

/// A unit as the inputs write it.
fn unit_word(unit: Unit) -> &'static str {
    match unit {
        Unit::Percent => "percent",
        Unit::Number => "number",
        Unit::RatePer10000 => "rate_per_10000",
        Unit::Days => "days",
        Unit::Ratio => "ratio",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        let cells = [
            "a".to_owned(),
            "1,234".to_owned(),
            "say \"x\"".to_owned(),
            String::new(),
        ];
        assert_eq!(csv_line(&cells), "a,\"1,234\",\"say \"\"x\"\"\",\n");
    }
}
