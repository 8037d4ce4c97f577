//! What a break blocks and what it does not, on the shipped programme: NI 59 follows another definition from April 2010;
//! the limits of re-referrals were calculated anew from October 2009.

use crate::shipped::{by_id, paper, says, shipped};
use serde_json::{Value, json};

const WHY: &str = "The government lengthened the time from seven to ten working days for 2010/11";

fn indicator(month: &str, id: &str) -> Value {
    by_id(&shipped().facts(month)["indicators"], id).clone()
}

#[test]
fn a_break_blocks_what_would_look_across_it() {
    let april = indicator("2010-04", "ni59");
    assert_eq!(april["difference"]["absent"], "break", "no change");
    assert_eq!(april["direction"], "not_established", "no direction");
    assert_eq!(
        april["progress"]["sustained"]["since_half_year_before"]["absent"],
        "break"
    );
    assert_eq!(
        april["progress"]["improved"]["since_year_before"]["absent"],
        "break"
    );
    assert_eq!(
        april["progress"]["pace"]["absent"], "no_start",
        "no pace from before"
    );
    // March was off target too, of another definition: the row begins at the break.
    let row = &april["off_target"];
    assert_eq!(
        (&row["figures"], &row["since"]),
        (&json!(1), &json!("2010-04")),
        "no streak"
    );
    assert_eq!(
        (&row["before"], &row["before_in"]),
        (&json!("break"), &json!("2010-03"))
    );
    let others = april["comparators"].as_array().unwrap();
    assert!(
        !others.is_empty()
            && others
                .iter()
                .all(|other| other["comparability"] == "other_definition")
    );
    let rows = &paper(&shipped().manuscript("2010-04"))["scorecard"]["groups"];
    let rows: Vec<&Value> = rows
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|group| group["rows"].as_array().unwrap())
        .collect();
    let row = rows.iter().find(|row| row["id"] == "ni59").unwrap();
    assert!(
        row.get("comparator").is_none(),
        "nobody else's figure stands beside ours: {row}"
    );
}

#[test]
fn a_baseline_of_the_old_definition_is_no_baseline() {
    for indicator in shipped().facts("2010-10")["indicators"].as_array().unwrap() {
        let mut breaks = indicator["phases"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|phase| phase["start"] == "definition");
        let Some(last) = breaks.next_back() else { continue };
        let since = &indicator["progress"]["improved"]["since_baseline"];
        let begins = since["then"].get("from").and_then(Value::as_str);
        assert!(
            begins.is_none_or(|month| month >= last["from"].as_str().unwrap()),
            "{since}"
        );
    }
}

#[test]
fn limits_begin_anew_and_one_point_is_no_chart() {
    let april = indicator("2010-04", "ni59");
    let phases = april["phases"].as_array().unwrap();
    let starts: Vec<_> = phases
        .iter()
        .map(|phase| (&phase["from"], &phase["start"], &phase["values"]))
        .collect();
    assert_eq!(starts[0], (&json!("2009-04"), &json!("beginning"), &json!(12)));
    assert_eq!(starts[1], (&json!("2010-04"), &json!("definition"), &json!(1)));
    assert_eq!(phases[1]["reason"], WHY);
    assert!(
        phases.iter().all(|phase| phase.get("limits").is_none()),
        "neither has thirteen values"
    );
    assert_eq!(
        (&april["method"]["name"], &april["variation"]),
        (&json!("too_soon"), &json!("too_soon"))
    );
    let marks = &april["series"].as_array().unwrap().last().unwrap()["marks"];
    assert_eq!(marks, &json!(["break"]));
}

#[test]
fn months_taken_together_begin_at_the_break_and_say_so() {
    let june = indicator("2010-06", "ni59");
    let before = &june["periods"]["previous_half_year"];
    assert_eq!(
        (&before["from"], &before["owed"]),
        (&json!("2010-04"), &json!(2)),
        "December to March are left out"
    );
    assert_eq!(before["since_break"], WHY);
    // 199 of 318 and 213 of 329: recomputed from the counts.
    assert_eq!(before["published"], "63.7");
}

/// Where the line breaks stands why: the label on the chart, the sentence beside it, the table of breaks.
#[test]
fn the_reason_is_printed_where_the_line_breaks() {
    let manuscript = shipped().manuscript("2011-05");
    let paper = paper(&manuscript);
    assert!(says(&paper["notes"]["breaks"], WHY));
    let october = shipped().charts("2010-10");
    let chart = october.indicators.get(&"ni59".parse().unwrap()).expect("a chart");
    assert!(
        chart.series.note.as_ref().is_some_and(|note| note.contains(WHY)),
        "{:?}",
        chart.series.note
    );
    assert!(
        chart
            .series
            .alt
            .contains("The line breaks in April 2010: 10 working days"),
        "{}",
        chart.series.alt
    );
    let svg = chart.series.svg.as_str();
    assert!(
        svg.contains(">10 working days</text>"),
        "the label of the new definition"
    );
    // The line of the figures is drawn in two pieces, and no piece joins March to April.
    let drawing = roxmltree::Document::parse(svg).unwrap();
    let lines: Vec<&str> = drawing
        .descendants()
        .filter(|node| {
            node.attribute("stroke") == Some("#12436d") && node.attribute("stroke-width") == Some("1.5")
        })
        .filter_map(|node| node.attribute("d"))
        .collect();
    assert!(lines.concat().matches('M').count() >= 2, "{lines:?}");
}

/// A recalculation is a new phase and nothing else: no mark, and everything is still compared across it.
#[test]
fn a_recalculation_only_rebases_the_limits() {
    let may = indicator("2010-05", "re_referrals");
    let phases = may["phases"].as_array().unwrap();
    assert_eq!(phases[1]["start"], "recalculation");
    assert_eq!(phases[1]["from"], "2009-10");
    assert!(
        phases[1]["reason"]
            .as_str()
            .unwrap()
            .starts_with("Screening of contacts")
    );
    let marked = |figure: &&Value| figure["marks"].as_array().unwrap().contains(&json!("break"));
    assert!(
        !may["series"]
            .as_array()
            .unwrap()
            .iter()
            .any(|figure| marked(&figure))
    );
    let year_before = &may["progress"]["improved"]["since_year_before"];
    assert_eq!(
        year_before["then"]["until"], "2009-05",
        "compared with months before the recalculation: {year_before}"
    );
    // In November its limits rest on the fourteen months since; those before keep their own phase.
    let november = indicator("2010-11", "re_referrals");
    assert_eq!(november["phases"][1]["values"], 14);
    assert!(november["phases"][0].get("limits").is_none() && november["phases"][1].get("limits").is_some());
}

/// What the board agreed on 2 June is in May's paper and not in April's.
#[test]
fn a_recalculation_is_known_from_the_meeting_that_agreed_it() {
    let starts = |month| {
        let indicator = indicator(month, "police_24h");
        let phases = indicator["phases"].as_array().unwrap().iter();
        phases
            .map(|phase| phase["start"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(starts("2011-04"), ["beginning"]);
    assert_eq!(starts("2011-05"), ["beginning", "recalculation"]);
}
