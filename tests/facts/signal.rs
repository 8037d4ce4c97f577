//! In October 2010 a signal fires: conferences within 15 days fall below the lower limit. Verdict, chart, alternative text
//! and exception name it in the same words.

use crate::shipped::{by_id, file, paper, says, shipped};
use board_papers::charts::palette::ORANGE;
use serde_json::Value;

const SENTENCE: &str = "it is unusually poor: October lies below the lower limit of ordinary variation";

#[test]
fn a_signal_has_one_wording_wherever_it_stands() {
    let facts = shipped().facts("2010-10");
    let manuscript = shipped().manuscript("2010-10");
    let paper = paper(&manuscript);

    let verdict = &by_id(&facts["indicators"], "icpc_15")["verdict"];
    assert_eq!(verdict["signal"]["rule"], "outside");
    let sentence = verdict["sentence"].as_str().unwrap();
    assert!(sentence.contains(SENTENCE), "{sentence}");
    let short = verdict["short"].as_str().unwrap();
    assert_eq!(short, "Unusually poor in October, below target");

    let exception = by_id(&paper["exceptions"]["items"], "exception-icpc_15");
    assert!(says(exception, sentence), "the exception says the verdict");
    let figure = &exception["figure"];
    let alternative = figure["alt"].as_str().unwrap();
    assert!(
        alternative.contains(sentence),
        "so does the alternative text: {alternative}"
    );
    let title = figure["title"].as_str().unwrap().to_lowercase();
    assert!(
        title.ends_with(&short.to_lowercase()),
        "and the chart's title: {title}"
    );
    let among = facts["exceptions"].as_array().unwrap();
    let ours = among
        .iter()
        .find(|one| one["subject"]["id"] == "icpc_15")
        .unwrap();
    assert_eq!(ours["rule"], "concern_outside_limits");
    assert!(
        says(&paper["glance"], "Child protection conferences within 15 days"),
        "it is on the first page"
    );
    assert_marked(&file(&manuscript, figure["file"].as_str().unwrap()), &facts);
}

/// The chart marks October, and no other month, as the key names a concern: by its own shape.
fn assert_marked(svg: &str, facts: &Value) {
    let drawing = roxmltree::Document::parse(svg).unwrap();
    let is_mark = |node: &roxmltree::Node<'_, '_>| {
        node.attribute("fill") == Some(ORANGE.hex().as_str()) && node.tag_name().name() == "g"
    };
    let shapes: Vec<_> = drawing
        .descendants()
        .filter(is_mark)
        .flat_map(|group| group.children().filter(roxmltree::Node::is_element))
        .collect();
    assert_eq!(shapes.len(), 2, "one in the key, one on the chart");
    let words: Vec<&str> = drawing.descendants().filter_map(|node| node.text()).collect();
    assert!(words.contains(&"Concern"), "{words:?}");
    let latest = by_id(&facts["indicators"], "icpc_15")["series"]
        .as_array()
        .unwrap()
        .last()
        .unwrap()
        .clone();
    assert!(
        words.contains(&format!("{}%", latest["published"].as_str().unwrap()).as_str()),
        "{words:?}"
    );
    // Both limits are named, with their values.
    for line in ["Lower limit 75.0%", "Upper limit 92.4%", "Average 83.7%"] {
        assert!(words.contains(&line), "{line} is not on the chart: {words:?}");
    }
}

/// In no other month is October's signal claimed, and no direction is claimed where none fired.
#[test]
fn no_direction_without_a_signal() {
    for paper in shipped().monthly() {
        let facts = shipped().facts(&paper.period.iso());
        for indicator in facts["indicators"].as_array().unwrap() {
            let fired = indicator["verdict"].get("signal").is_some();
            assert_eq!(
                fired,
                indicator["direction"] != "not_established",
                "{}",
                indicator["id"]
            );
            let sentence = indicator["verdict"]["sentence"].as_str().unwrap();
            let claims = ["improving", "getting worse", "unusually"]
                .iter()
                .any(|word| sentence.contains(word));
            assert!(fired || !claims, "{sentence}");
        }
    }
}
