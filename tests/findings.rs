//! Faults put over the neutral programme, and what is said of each: message, place and help. Knows what people get
//! wrong; not how it is found.

mod support;

use support::Folder;

/// Holds what is found against what was found when a person last looked.
macro_rules! assert_told {
    ($told:expr) => {
        insta::with_settings!({ omit_expression => true }, { insta::assert_snapshot!($told) })
    };
}

/// The return that most of the faults are put into.
const COUNCIL: &str = "returns/2024-05/council.yaml";

/// Each case by its name, with what is found.
fn told(cases: Vec<(&str, Folder)>) -> String {
    let told = cases
        .into_iter()
        .map(|(name, folder)| format!("## {name}\n{}\n", folder.findings()));
    told.collect()
}

/// The neutral programme with words of May's return of the council replaced.
fn may(old: &str, new: &str) -> Folder {
    Folder::neutral().replace(COUNCIL, old, new)
}

/// The neutral programme with another return in May.
fn more(text: &[u8]) -> Folder {
    Folder::neutral().put("returns/2024-05/more.yaml", text)
}

#[test]
fn yaml_itself() {
    assert_told!(told(vec![
        ("a tab", may("  unallocated_cases: 0", "\tunallocated_cases: 0")),
        (
            "a bracket that is never closed",
            may("denominator: 101 }", "denominator: 101")
        ),
        (
            "a quotation mark that is never closed",
            may("of: performance_group", "of: \"performance_group")
        ),
        (
            "a colon in a text",
            may("text: Move action 1.2 to", "text: Move action: 1.2 to")
        ),
        (
            "a line that is indented like no other",
            may("  repeat_plans: {", "   repeat_plans: {")
        ),
        (
            "two documents",
            Folder::neutral().append(COUNCIL, "---\nmonth: 2024-05\n")
        ),
        ("nothing", more(b"# nothing yet\n")),
        (
            "a quote in a quoted text",
            may("reason: The case", "reason: 'It's so' # The case")
        ),
        (
            "brackets in brackets",
            more(format!("figures: {}", "[".repeat(99)).as_bytes())
        ),
        ("not UTF-8", more(b"month: 2024-05\nfrom: caf\xe9\n")),
    ]));
}

#[test]
fn parts_of_yaml_that_are_not_used() {
    let plain = "month: 2024-05\nfrom: northmere\nextracted: 2024-06-01\nreceived: 2024-06-02\n";
    let count = "  unallocated_cases: 0";
    assert_told!(told(vec![
        ("a key twice", may(count, &format!("{count}\n{count}"))),
        (
            "an anchor and an alias",
            may(
                "numerator: 76, denominator: 101",
                "numerator: &n 76, denominator: *n"
            )
        ),
        ("a tag", may(count, "  unallocated_cases: !!int 0")),
        (
            "a merge key",
            may(count, &format!("{count}\n  <<: {{ health_referrals: 3 }}"))
        ),
        ("a list as a key", more(format!("{plain}? [a]\n: b\n").as_bytes())),
        ("a directive", more(format!("%YAML 1.1\n---\n{plain}").as_bytes())),
    ]));
}

#[test]
fn keys() {
    let file = "indicators/protection.yaml";
    let unit = "    unit: rate_per_10000\n";
    assert_told!(told(vec![
        ("nearly right", may("figures:", "figurs:")),
        ("without a meaning", may("heard:", "listened:")),
        ("missing", may("month: 2024-05\n", "")),
        ("missing in an item", Folder::neutral().replace(file, unit, "")),
        (
            "required, and nearly right",
            Folder::neutral().replace(file, unit, "    unti: rate_per_10000\n")
        ),
        ("left blank", may("of: performance_group", "of:")),
        (
            "an item left blank",
            Folder::neutral().replace("plan.yaml", "answers: [r2, r1]", "answers:\n    -")
        ),
        (
            "a comma in a text in brackets",
            may("{ held: The team's rota and its", "{ held: The rota, and its")
        ),
    ]));
}

#[test]
fn values() {
    let indicators = "indicators/protection.yaml";
    let heard = "heard:\n  - from: families\n";
    let flag = Folder::neutral().replace(
        "indicators/assessment.yaml",
        "zero_tolerance: true",
        "zero_tolerance: yes",
    );
    let words = Folder::neutral()
        .replace(indicators, "unit: rate_per_10000", "unit: percentage")
        .replace(indicators, "nature: sample", "nature: probe");
    assert_told!(told(vec![
        ("words outside the vocabulary", words),
        (
            "a list where a value is needed",
            may("from: northmere", "from: [northmere]")
        ),
        (
            "a value where a list is needed",
            may(heard, &format!("heard: nobody\nreports:\n{}", &heard[7..]))
        ),
        (
            "keys where a value is needed",
            may("month: 2024-05", "month: { year: 2024 }")
        ),
        ("a month", may("month: 2024-05", "month: May 2024")),
        ("a date", may("extracted: 2024-06-04", "extracted: 4/6/2024")),
        (
            "a day that is not in the calendar",
            may("extracted: 2024-06-04", "extracted: 2024-06-31")
        ),
        ("an id", may("from: northmere", "from: Northmere Council")),
        (
            "whole numbers",
            may("likelihood: 3, impact: 4", "likelihood: three, impact: 4.5")
        ),
        ("yes and no", flag),
        (
            "a text that YAML takes for a number",
            Folder::neutral().replace("plan.yaml", "ref: \"1.1\"", "ref: 1.10")
        ),
    ]));
}

#[test]
fn figures_as_typed() {
    let typed = |value: &str| may("  unallocated_cases: 0", &format!("  unallocated_cases: {value}"));
    assert_told!(told(vec![
        ("blank", typed("")),
        ("null", typed("null")),
        ("n/a", typed("n/a")),
        ("a dash", typed("-")),
        ("tbc", typed("TBC")),
        ("thousands with a comma", typed("1,234")),
        ("a percentage", typed("75%")),
        ("an exponent", typed("1e3")),
        ("words", typed("about ten")),
        ("half a pair", typed("{ numerator: 3 }")),
        ("a pair misspelt", typed("{ numerator: 3, denominater: 4 }")),
        ("a reason that is none", typed("{ missing: unknown }")),
        ("a note without a reason", typed("{ note: It will come }")),
        ("a list", typed("[3, 4]")),
        (
            "an id that is none",
            may("  unallocated_cases: 0", "  Unallocated-Cases: 0")
        ),
    ]));
}

#[test]
fn one_of_several_forms() {
    let test = "{ reached: { milestone: m2 } }";
    let criterion = |typed: &str| Folder::neutral().replace("plan.yaml", test, typed);
    let commentary =
        may("repeat_plans: |", "repeat_plans: [\"").replace(COUNCIL, "plans were made.", "plans.\"]");
    assert_told!(told(vec![
        (
            "a correction without a figure",
            Folder::neutral().replace("returns/2024-06/health.yaml", "value: 40, ", "")
        ),
        ("commentary that is a list", commentary),
        (
            "a criterion without a known test",
            criterion("{ achieved: { milestone: m2 } }")
        ),
        (
            "a criterion with its test misspelt",
            criterion("{ reeched: { milestone: m2 } }")
        ),
        (
            "a criterion with two tests",
            criterion("{ reached: { milestone: m2 }, assured: { indicator: audits_good } }")
        ),
        ("a criterion with none", criterion("{}")),
        (
            "a figure in two forms",
            may("denominator: 101 }", "denominator: 101, value: 75 }")
        ),
        (
            "a note where there is a figure",
            may("denominator: 101 }", "denominator: 101, note: Late }")
        ),
    ]));
}

#[test]
fn files() {
    let return_of_may = "month: 2024-05\n";
    assert_told!(told(vec![
        (
            "a file that must be there",
            Folder::neutral().remove("calendar.yaml")
        ),
        (
            "a file with a name that is nearly right",
            Folder::neutral().put("programe.yaml", "name: x\n")
        ),
        (
            "a spreadsheet",
            Folder::neutral().put("returns/2024-05/police.xlsx", "PK")
        ),
        (
            "another ending",
            Folder::neutral().put("returns/2024-05/police.yml", return_of_may)
        ),
        (
            "a folder that is no month",
            Folder::neutral().put("returns/May 2024/council.yaml", return_of_may)
        ),
        (
            "a file outside a month",
            Folder::neutral().put("returns/council.yaml", return_of_may)
        ),
        (
            "a file in a folder of nobody",
            Folder::neutral().put("old/plan.yaml", "title: x\n")
        ),
        ("schemas", Folder::neutral().put("schema/plan.json", "{}")),
    ]));
}

/// Twenty-five faults in twelve files: none hides another.
#[test]
fn all_at_once() {
    let health = "returns/2024-05/health.yaml";
    let (april, june) = ("returns/2024-04/council.yaml", "returns/2024-06/council.yaml");
    let (assessment, protection) = ("indicators/assessment.yaml", "indicators/protection.yaml");
    let folder = Folder::neutral()
        .replace("programme.yaml", "marking: For", "markings: For")
        .replace(
            "programme.yaml",
            "working_days: 5, count: clear",
            "working_days: five, count: clean",
        )
        .replace("calendar.yaml", "date: 2024-10-17 }", "date: 2024-10-32 }")
        .replace(
            "calendar.yaml",
            "circulated: 2024-05-29",
            "circulated: 2024-05-32",
        )
        .replace(assessment, "    unit: percent\n", "")
        .replace(assessment, "owner: health_lead", "owner: health_leader")
        .replace(
            protection,
            "{ month: 2024-04, low: 8, high: 16 }",
            "{ month: 2024-04, low: 18, high: 16 }",
        )
        .replace("plan.yaml", "- id: a2_2", "- id: a2_1")
        .replace("plan.yaml", "answers: [r2, r1]", "answers: [r2, r3]")
        .replace("plan.yaml", "start: 2024-09-02", "start: 2025-09-02")
        .replace("plan.yaml", "ref: \"1.2\"", "ref: 1.2")
        .replace("history.yaml", "2023-04: 41\n", "2023-04: n/a\n")
        .replace(
            "history.yaml",
            "2023-04: { numerator: 70, denominator: 100 }",
            "2023-04: { numerator: 170, denominator: 100 }",
        )
        .replace(april, "confidence: at_risk", "confidence: at-risk")
        .replace(april, "  a2_1: {", "  a2_9: {")
        .replace(april, "impact: 4", "impact: 40")
        .replace(COUNCIL, "extracted: 2024-06-04", "extracted: 2024-06-14")
        .replace(COUNCIL, "unallocated_cases: 0", "unallocated_cases: -1")
        .replace(COUNCIL, "{ numerator: 3, denominator: 15 }", "20%")
        .replace(
            health,
            "figures:\n",
            "figures:\n  audits_good: { numerator: 1, denominator: 2 }\n",
        )
        .replace(health, "month: 2024-05", "month: 2024-06")
        .replace(june, "accepted: 2024-06-20", "accepted: 2024-05-20")
        .replace(june, "{ month: 2024-04, indicator", "{ month: 2024-07, indicator")
        .replace(
            "approvals.yaml",
            "by: director, on: 2024-05-16",
            "by: director, on: 2024-05-06",
        )
        .replace(
            "chair/2024-06.yaml",
            "    agreed: board_2024_07\n",
            "    agreed:\n",
        );
    let findings = folder.findings();
    assert_eq!(findings.lines().count(), 25, "{findings}");
    assert_told!(findings);
}
