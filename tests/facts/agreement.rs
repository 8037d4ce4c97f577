//! What the facts document says is what the paper of the same month prints: figures, ratings, marks, verdicts, exceptions,
//! answers and the plan.

use crate::shipped::{by_id, paper, says, shipped};
use board_papers::typography::with_apostrophes;
use serde_json::Value;

/// The document with its apostrophes set as on the page, and the paper.
fn both() -> (Value, Value) {
    let typed = shipped().facts("2010-10").to_string();
    let facts = serde_json::from_str(&with_apostrophes(&typed)).expect("JSON as before");
    (facts, paper(&shipped().manuscript("2010-10")))
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text"))
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap_or_else(|| panic!("{value} is no list"))
}

/// The lines of an attached file, without its head.
fn attached<'v>(paper: &'v Value, name: &str) -> Vec<&'v str> {
    let file = list(&paper["attachments"])
        .iter()
        .find(|file| file["name"] == name)
        .expect("the file");
    text(&file["text"]).lines().skip(1).collect()
}

#[test]
fn every_months_figure_and_rating_is_the_printed_one() {
    let (facts, paper) = both();
    let lines = attached(&paper, "figures.csv");
    let mut compared = 0;
    for indicator in list(&facts["indicators"]) {
        let id = text(&indicator["id"]);
        for figure in list(&indicator["series"]) {
            if figure["absence"]["reason"] == "not_owed" {
                continue;
            }
            let start = format!("{id},");
            let month = format!(",{},", text(&figure["month"]));
            let line = lines
                .iter()
                .find(|line| line.starts_with(&start) && line.contains(&month));
            let line = line.unwrap_or_else(|| panic!("{id} has no {month}"));
            let value = figure.get("published").map_or("", text);
            let counts = ["numerator", "denominator"].map(|part| figure.get(part).map_or("", text));
            let figures = format!("{month}{value},{},{},", counts[0], counts[1]);
            assert!(line.contains(&figures), "{line} has not {figures}");
            compared += 1;
        }
    }
    assert_eq!(
        compared,
        lines.len(),
        "the paper prints no month that the document has not"
    );
    assert!(compared > 1000, "{compared}");
}

#[test]
fn the_scorecard_shows_the_same_rating_and_marks() {
    let (facts, paper) = both();
    let rows: Vec<&Value> = list(&paper["scorecard"]["groups"])
        .iter()
        .flat_map(|group| list(&group["rows"]))
        .collect();
    let in_use: Vec<&Value> = list(&facts["indicators"])
        .iter()
        .filter(|one| one["life"] == "in_use")
        .collect();
    assert_eq!(rows.len(), in_use.len());
    for row in rows {
        let indicator = by_id(&facts["indicators"], text(&row["id"]));
        assert_eq!(row["rating"], indicator["rating"], "{}", row["id"]);
        assert_eq!(row["variation"], indicator["variation"], "{}", row["id"]);
        assert_eq!(row["assurance"], indicator["assurance"]["now"], "{}", row["id"]);
        let latest = list(&indicator["series"]).last().unwrap();
        if let Some(published) = latest.get("published").filter(|_| latest["month"] == "2010-10") {
            let shown = text(list(&row["months"]).last().unwrap()).replace(',', "");
            assert!(shown.starts_with(text(published)), "{row} has not {published}");
        }
    }
}

#[test]
fn exceptions_stand_in_the_same_order_with_the_same_sentences() {
    let (facts, paper) = both();
    let (told, printed) = (list(&facts["exceptions"]), list(&paper["exceptions"]["items"]));
    assert_eq!(told.len(), printed.len());
    for (exception, item) in told.iter().zip(printed) {
        let subject = &exception["subject"];
        assert!(says(item, text(&subject["title"])), "{item}");
        // How often a rule has held is said in its words: "off target two months running", or four.
        let rule: Vec<&str> = text(&exception["words"]).split(' ').take(2).collect();
        assert!(text(&item["rule"]).starts_with(&rule.join(" ")), "{item}");
        assert!(says(item, text(&exception["sentence"])), "{item}");
        if subject["kind"] == "indicator" {
            let indicator = by_id(&facts["indicators"], text(&subject["id"]));
            assert!(text(&exception["sentence"]).starts_with(text(&indicator["verdict"]["sentence"])));
        }
    }
}

#[test]
fn answers_and_their_evidence_are_those_of_the_first_page() {
    let (facts, paper) = both();
    let lines = list(&facts["assurances"]);
    assert_eq!(lines.len(), 8);
    for line in lines {
        assert!(says(&paper["summary"], text(&line["evidence"])), "{line}");
        assert!(says(&paper["notes"], text(&line["rule"])), "{line}");
    }
}

#[test]
fn actions_and_counts_of_the_plan_are_the_printed_ones() {
    let (facts, paper) = both();
    let lines = attached(&paper, "actions.csv");
    let actions = list(&facts["plan"]["actions"]);
    assert_eq!(actions.len(), lines.len());
    for (action, line) in actions.iter().zip(&lines) {
        assert!(line.starts_with(&format!("{},", text(&action["id"]))), "{line}");
        let dates = format!(
            "{},{},{}",
            text(&action["first_date"]),
            text(&action["current_date"]),
            action["times_moved"]
        );
        assert!(line.contains(&dates), "{line} has not {dates}");
    }
    for rating in ["red", "amber", "green", "complete", "evidence_awaited", "not_due"] {
        let counted = facts["plan"]["ratings"][rating].as_u64().unwrap();
        let of_rating = actions.iter().filter(|action| action["rating"] == rating).count();
        assert_eq!(counted, u64::try_from(of_rating).unwrap(), "{rating}");
        assert_eq!(
            facts["facts"][format!("plan.{rating}.count")]["published"],
            counted.to_string()
        );
    }
}

#[test]
fn methods_and_false_signals_are_printed() {
    let (facts, paper) = both();
    let begun = list(&facts["indicators"])
        .iter()
        .filter(|one| one["life"] != "not_begun");
    for indicator in begun {
        let entry = by_id(&paper["notes"]["indicators"], text(&indicator["id"]));
        let told = list(&entry["facts"]).iter().flat_map(list);
        let method = told
            .map(|fact| (text(&fact["label"]), text(&fact["value"])))
            .find(|fact| fact.0 == "Method");
        let name = match text(&indicator["method"]["name"]) {
            "control_chart" => "control chart (XmR)",
            "run_chart" => "run chart",
            "sample_interval" => "interval of a sample",
            "time_between" => "time since the last",
            "plain_line" | "too_soon" => "plain line",
            other => panic!("unknown method {other}"),
        };
        assert!(method.unwrap().1.starts_with(name), "{}: {name}", indicator["id"]);
    }
    let charts = facts["false_signals"]["control_charts"].as_u64().unwrap();
    let expected = facts["false_signals"]["expected_a_month"].as_f64().unwrap();
    let of_charts = list(&facts["indicators"])
        .iter()
        .filter(|one| one["method"]["name"] == "control_chart" && one["life"] == "in_use");
    assert_eq!(charts, u64::try_from(of_charts.count()).unwrap());
    assert!((0.4..0.5).contains(&expected), "{expected}");
    assert!(says(&paper, "one of them signals about every two months"));
}
