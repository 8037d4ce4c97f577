//! Facts as a list, for people and for spreadsheets; for programs there is the facts document. Knows the two forms; the
//! figures are the ledger's.

use super::facts::{Fact, Facts};
use crate::domain::Unit;

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

fn parts(fact: &Fact) -> Option<(String, String)> {
    fact.parts
        .map(|(numerator, denominator)| (numerator.to_string(), denominator.to_string()))
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
