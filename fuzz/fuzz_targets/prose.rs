//! A sentence of the director's in a return, from template to Markdown to manuscript.
#![no_main]

use board_papers_fuzz::{NEUTRAL, Papers, judge};
use libfuzzer_sys::fuzz_target;

const COUNCIL: &str = "inputs/returns/2024-06/council.yaml";
const SAID: &str = "  quality: |\n    Thirteen of twenty audits were good. A sample of twenty says little by itself.\n";

fuzz_target!(|text: &str| {
    let before = NEUTRAL.texts.get(COUNCIL).expect("June's return").text();
    assert_eq!(before.matches(SAID).count(), 1);
    // Indented so that none of it means anything to YAML.
    let lines: String = text.lines().map(|line| format!("    {line}\n")).collect();
    let after = before.replace(SAID, &format!("  quality: |2\n{lines}"));
    judge([(COUNCIL.to_owned(), after)], Papers::Last);
});
