//! The page of each code: its form, and that its example raises the code and its mend mends it. Knows the form of a page;
//! not the field.
//!
//! The fault of a code is in the fixture of its name. There the page's example stands once, line for line, in the file that its
//! first line names; with its mend in the place of it, the program has nothing to say.

use crate::codes::codes;
use crate::fixture::Fixture;
use crate::support::program::run;
use board_papers::finding::Code;
use std::fs;

/// The headings of a page, after its title.
const HEADINGS: [&str; 4] = ["## What is wrong", "## Why it matters", "## Example", "## Mend"];

/// Pages whose mend cannot be laid over their example, each with the reason.
const NOT_REPLACED: [(Code, &str); 7] = [
    (
        Code::ChangedSinceApproval,
        "the digest is of the papers as they are",
    ),
    (Code::InternalError, "nothing is known to raise it"),
    (Code::LongWords, "what fills a page is too long for a page"),
    (Code::MissingFile, "what is wrong is that a file is not there"),
    (Code::TooLarge, "what is too large is too large for a page"),
    (Code::UnexpectedFile, "what is wrong is the name of the file"),
    (
        Code::UnreadableFile,
        "what is wrong is bytes that no page could show",
    ),
];

/// A block of code in a page: the file that its first line names, and its lines without comments.
struct Block {
    file: String,
    lines: Vec<String>,
}

/// The block under a heading.
fn block(page: &str, heading: &str) -> Block {
    let section = page.split(heading).nth(1).unwrap_or("");
    let section = section.split("\n## ").next().unwrap_or("");
    let fences: Vec<_> = section.split("```").collect();
    let [_, fenced, _] = fences[..] else {
        panic!("one block of code under {heading}: {page}")
    };
    let mut lines = fenced.lines().skip(1);
    let comment = lines.next().unwrap_or("").trim_start_matches(['#', '/', ' ']);
    let file = comment.split([',', ' ', ':']).next().unwrap_or("");
    let file = if file.ends_with(".yaml") {
        format!("inputs/{file}")
    } else {
        file.to_owned()
    };
    Block {
        file,
        lines: lines.map(str::to_owned).collect(),
    }
}

/// How deep a line is indented.
fn depth(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// The text of lines moved so that the first is indented so deep.
fn moved(lines: &[String], to: usize) -> String {
    let from = lines.first().map_or(0, |line| depth(line));
    let line = |line: &String| " ".repeat((depth(line) + to).saturating_sub(from)) + line.trim_start() + "\n";
    lines.iter().map(line).collect()
}

/// A file with the mend in the place of the example, wherever that stands.
fn mended(text: &str, example: &[String], mend: &[String]) -> Vec<String> {
    let depths = 0..12;
    let places = depths.filter_map(|depth| {
        let example = format!("\n{}", moved(example, depth));
        let mend = format!("\n{}", moved(mend, depth));
        text.contains(&example).then(|| text.replace(&example, &mend))
    });
    places.collect()
}

#[test]
fn every_page_has_the_form_of_a_page() {
    for code in Code::ALL {
        let page = code.page();
        let outside = page.split("```").step_by(2);
        let headings = outside.flat_map(|text| text.lines().filter(|line| line.starts_with('#')));
        let headings: Vec<_> = headings.collect();
        let title = format!("# {}", code.name());
        let expected: Vec<_> = std::iter::once(title.as_str()).chain(HEADINGS).collect();
        assert_eq!(headings, expected, "{}", code.name());
        let lines = page.lines().count();
        assert!((10..=30).contains(&lines), "{}: {lines} lines", code.name());
        for heading in HEADINGS {
            let after = page.split(heading).nth(1).unwrap_or("").trim_start();
            assert!(
                !after.is_empty() && !after.starts_with("## "),
                "{}: nothing under {heading}",
                code.name()
            );
        }
    }
}

#[test]
fn every_example_raises_its_code_and_every_mend_mends_it() {
    let fixtures = Fixture::all();
    for code in Code::ALL {
        let (page, name) = (code.page(), code.name());
        if NOT_REPLACED.iter().any(|(other, _)| *other == code) {
            continue;
        }
        let fixture = fixtures.iter().find(|fixture| fixture.name == name);
        let fixture = fixture.unwrap_or_else(|| panic!("{name} has no fixture of exactly its name"));
        let folder = fixture.laid();
        let before = run(folder.path(), &fixture.command());
        assert!(codes(&before.said()).contains(&name), "{name}: {}", before.said());
        let (example, mend) = (block(page, "## Example"), block(page, "## Mend"));
        let path = folder.path().join(&example.file);
        let text = fs::read_to_string(&path).unwrap_or_else(|_| panic!("{name}: no file {}", example.file));
        let texts = mended(&text, &example.lines, &mend.lines);
        let [text] = &texts[..] else {
            panic!(
                "{name}: the example must stand once in {}, line for line: {}",
                example.file,
                texts.len()
            )
        };
        fs::write(path, text).unwrap();
        let after = run(folder.path(), &format!("--quiet {}", fixture.command()));
        let is_mended = after.said().is_empty() && after.status == 0;
        assert!(is_mended, "{name}: the mend does not mend it: {}", after.said());
    }
}
