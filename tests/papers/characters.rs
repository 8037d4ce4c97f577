//! What is typed comes out as typed, whatever it would mean to a program, only with apostrophes set as such; what no paper
//! can print is found where it stands.

use crate::house::{desk, pages, papers};
use crate::support::Folder;
use crate::support::program::run;
use board_papers::domain::PaperKind;
use board_papers::typography::with_apostrophes;

const COUNCIL: &str = "returns/2024-05/council.yaml";

/// What would mean something to Typst, to HTML, to a template or to a shell.
const HOSTILE: &str = r##"= head *a* _b_ <label> \ [link](https://example.org) [[x]] #read("/etc/passwd") $x^2$ @label <b>bold</b> &amp; \u{41} // no comment /* nor this */ `rm -rf` ~ ' " ; %n {% x %} {{ y }} #let a = 1; [#a] =1+1"##;

/// The same, with what the small Markdown of prose knows about written so that it stands for itself, and without
/// braces, which are the templates'.
const HOSTILE_PROSE: &str = r##"#read("/etc/passwd") $x^2$ @label <b>bold</b> &amp; // no comment /\* nor this \*/ ~ ; %n #let a = 1; [#a] =1+1 \*star\* under\_score"##;
const PRINTED_PROSE: &str = "#read(“/etc/passwd”) $x^2$ @label <b>bold</b> &amp; // no comment /* nor this */ ~ ; %n #let a = 1; [#a] =1+1 *star* under_score";

/// A text on one line, blanks taken out: lines break where there is room, and where a long word may break stands a mark.
fn tight(text: &str) -> String {
    let is_letter = |c: &char| !c.is_whitespace() && *c != '\u{200b}';
    text.chars().filter(is_letter).collect()
}

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// Every text of May's paper in which people write freely, hostile.
fn hostile() -> Folder {
    let folder = Folder::neutral().with_layouts();
    let texts = [
        ("plan.yaml", "Form a third assessment team"),
        ("plan.yaml", "Finish every assessment in time."),
        ("plan.yaml", "Nine assessments in ten are finished in time"),
        (
            "plan.yaml",
            "Experienced workers leave before new ones can take over their cases.",
        ),
        ("programme.yaml", "Head of Quality"),
        ("programme.yaml", "Borough of Northmere"),
        ("programme.yaml", "Quality"),
        (
            "indicators/assessment.yaml",
            "Assessments finished within 45 working days",
        ),
        (COUNCIL, "They want to know who will come next."),
        (COUNCIL, "Move action 1.2 to 31 July."),
    ];
    texts.into_iter().fold(folder, |folder, (path, old)| {
        folder.replace(path, &format!(": {old}"), &format!(": {}", quoted(HOSTILE)))
    })
}

#[test]
fn names_and_notes_come_out_letter_for_letter() {
    let desk = desk(&hostile());
    let text = tight(&pages(&desk, &papers(&desk, PaperKind::Monthly, "2024-05")[0]).concat());
    // Words break only at blanks, save where a word is wider than its column.
    let found = text.matches(&tight(&with_apostrophes(HOSTILE))).count();
    assert!(found >= 10, "{found}");
    assert!(!text.contains("root:x:"));
}

#[test]
fn names_in_the_chairs_papers_come_out_letter_for_letter() {
    let title = "Minister for Local Services";
    let folder = hostile()
        .replace(
            "programme.yaml",
            &format!("title: {title}"),
            &format!("title: {}", quoted(HOSTILE)),
        )
        .replace(
            "chair/2024-06.yaml",
            "title: Keep the third team",
            &format!("title: {}", quoted(HOSTILE)),
        );
    let desk = desk(&folder);
    for paper in papers(&desk, PaperKind::SixMonthly, "2024-06") {
        let text = tight(&pages(&desk, &paper).concat());
        let found = text.matches(&tight(&with_apostrophes(HOSTILE))).count();
        assert!(found >= 1, "{}: {found}", paper.path);
        assert!(!text.contains("root:x:"));
    }
}

#[test]
fn prose_comes_out_letter_for_letter() {
    let folder = Folder::neutral().with_layouts().replace(
        COUNCIL,
        "The third assessment team is at work, two days early.",
        HOSTILE_PROSE,
    );
    let desk = desk(&folder);
    let pages = pages(&desk, &papers(&desk, PaperKind::Monthly, "2024-05")[0]);
    let found = pages
        .iter()
        .any(|page| tight(page).contains(&tight(PRINTED_PROSE)));
    let first = pages.iter().find(|page| page.contains("/etc/passwd"));
    assert!(found, "{first:?}");
}

#[test]
fn templates_in_prose_reach_figures_and_nothing_else() {
    for typed in [
        "{% include 'programme.yaml' %}",
        "{% import 'x' as y %}",
        "{{ month.__class__ }}",
        "{{ range(1000000000) }}",
        "{{ debug() }}",
        "{{ self }}",
        "{% for x in range(1000) %}{% for y in range(1000) %}x{% endfor %}{% endfor %}",
        "{{ 'x' * 1000000000 }}",
        "{{",
        "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
    ] {
        let folder = Folder::neutral().with_layouts().replace(
            COUNCIL,
            "The third assessment team is at work, two days early.",
            typed,
        );
        let ran = run(folder.path(), "build --month 2024-05");
        assert_eq!(ran.status, 1, "{typed}: {}", ran.err);
        assert!(
            ran.err.contains(&format!("inputs/{COUNCIL}:3")),
            "{typed}: {}",
            ran.err
        );
    }
}

#[test]
fn what_cannot_be_printed_is_found_where_it_stands() {
    let folder = Folder::neutral()
        .with_layouts()
        .replace(
            COUNCIL,
            "The third assessment team is at work",
            "The third \u{1f600} team \u{feff}is at work",
        )
        .replace(COUNCIL, "They want to know", "\"They want\\tto \\uE000 know")
        .replace(COUNCIL, "who will come next.", "who will come next.\"")
        .replace(
            "plan.yaml",
            "Form a third assessment team",
            "Form a \u{202e}third 漢 team",
        );
    let ran = run(folder.path(), "build --month 2024-05");
    assert_eq!(ran.status, 1);
    insta::assert_snapshot!(ran.err);
    let told = run(folder.path(), "check --format short");
    assert_eq!(told.out.lines().count(), 6, "{}", told.out);
    assert!(
        told.out
            .lines()
            .all(|line| line.contains("error[unprintable-character]")),
        "{}",
        told.out
    );
}
