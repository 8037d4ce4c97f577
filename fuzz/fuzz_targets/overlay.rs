//! Several edits of the neutral programme, as hands make them: lines cut, doubled and swapped, words replaced.
#![no_main]

use arbitrary::Arbitrary;
use board_papers_fuzz::{Papers, files, judge};
use libfuzzer_sys::fuzz_target;
use std::collections::BTreeMap;
use std::sync::LazyLock;

static FILES: LazyLock<Vec<(String, String)>> = LazyLock::new(files);

/// What stands where something else stood: what people type, and what programs trip over.
const WORDS: &[&str] = &[
    "", "0", "-1", "1", "5", "100", "1e308", "-0", "0.1", "999999999999999", "9999999999999999999999999999", ".nan", ".inf",
    "75%", "1,234", "n/a", "TBC", "null", "~", "no", "true", "2024-02-29", "2024-02-30", "0001-01-01", "9999-12-31", "1900-01",
    "2024-05", "2024-06", "2030-12", "2024-13", "[]", "{}", "[1, 2]", "{ missing: not_yet_available }", "{ numerator: 0, denominator: 0 }",
    "{ numerator: 5, denominator: 4 }", "northmere", "health", "director", "chair", "minister", "board", "performance_group",
    "timeliness", "p1", "m1", "m2", "r1", "r2", "a1_1", "a2_2", "k1", "assessments_in_time", "unallocated_cases", "audits_good",
    "percent", "number", "rate_per_10000", "days", "ratio", "high", "low", "range", "neutral", "flow", "stock", "cumulative",
    "rolling", "rare", "sample", "monthly", "quarterly", "annual", "step", "linear", "complete", "in_progress", "not_started",
    "on_track", "off_track", "at_risk", "actual", "illustrative", "{{ plan.overdue.count }}", "{{ x.y }}", "{% if x %}", "*a* [b](c)",
    "\u{202e}", "\t", "&a", "*a", "!!int 3", "|", ">-", "'", "\"", "#", "- ", "? ", ": ", "\n", "\n\n---\n",
];

#[derive(Arbitrary, Debug)]
enum Edit {
    Cut { line: u16, lines: u8 },
    Double { line: u16 },
    Swap { line: u16, other: u16 },
    Replace { line: u16, word: u8, with: u8 },
    Number { line: u16, word: u8, with: i32 },
    Type { line: u16, text: String },
}

#[derive(Arbitrary, Debug)]
struct Overlay {
    edits: Vec<(u8, Edit)>,
}

fn edited(text: &str, edit: &Edit) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let count = lines.len().max(1);
    let at = |line: &u16| usize::from(*line) % count;
    if lines.is_empty() {
        lines.push(String::new());
    }
    match edit {
        Edit::Cut { line, lines: more } => {
            let end = (at(line) + usize::from(*more % 8) + 1).min(lines.len());
            lines.drain(at(line)..end);
        }
        Edit::Double { line } => lines.insert(at(line), lines[at(line)].clone()),
        Edit::Swap { line, other } => lines.swap(at(line), at(other)),
        Edit::Replace { line, word, with } => {
            let with = WORDS[usize::from(*with) % WORDS.len()];
            lines[at(line)] = replaced(&lines[at(line)], usize::from(*word), with);
        }
        Edit::Number { line, word, with } => {
            lines[at(line)] = replaced(&lines[at(line)], usize::from(*word), &with.to_string());
        }
        Edit::Type { line, text } => lines.insert(at(line), text.clone()),
    }
    lines.join("\n") + "\n"
}

/// A line with one of its words replaced.
fn replaced(line: &str, word: usize, with: &str) -> String {
    let is_part = |c: char| c.is_alphanumeric() || "_-.\"%".contains(c);
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in line.char_indices().chain([(line.len(), ' ')]) {
        match (start, is_part(c)) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                words.push(from..at);
                start = None;
            }
            _ => {}
        }
    }
    match words.get(word % words.len().max(1)) {
        Some(range) => format!("{}{with}{}", &line[..range.start], &line[range.end..]),
        None => format!("{line}{with}"),
    }
}

fuzz_target!(|overlay: Overlay| {
    let mut changed = BTreeMap::new();
    for (file, edit) in overlay.edits.iter().take(12) {
        let (path, text) = &FILES[usize::from(*file) % FILES.len()];
        let text = changed.get(path).unwrap_or(text);
        let text = edited(text, edit);
        changed.insert(path.clone(), text);
    }
    judge(changed, Papers::All);
});
