//! Faults put over the neutral programme, and what is said of each: message, place and help. Knows what people get
//! wrong; not how it is found.

mod support;

use support::Folder;

/// Each case by its name, with what is found.
fn told(cases: Vec<(&str, Folder)>) -> String {
    let told = cases
        .into_iter()
        .map(|(name, folder)| format!("## {name}\n{}\n", folder.findings()));
    told.collect()
}

const COUNCIL: &str = "returns/2024-05/council.yaml";

/// The neutral programme with words of May's return of the council replaced.
fn may(old: &str, new: &str) -> Folder {
    Folder::neutral().replace(COUNCIL, old, new)
}

#[test]
fn yaml_itself() {
    let plain = "month: 2024-05\nfrom: northmere\n";
    insta::assert_snapshot!(told(vec![
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
            may(
                "text: Move action 1.2 to 31 July.",
                "text: Move action: 1.2 to 31 July."
            )
        ),
        (
            "a line that is indented like no other",
            may("  repeat_plans: {", "   repeat_plans: {")
        ),
        (
            "a key twice",
            may(
                "  unallocated_cases: 0",
                "  unallocated_cases: 0\n  unallocated_cases: 0"
            )
        ),
        (
            "an anchor, an alias, a tag",
            may(
                "numerator: 76, denominator: 101",
                "numerator: &n 76, denominator: *n"
            )
            .replace(COUNCIL, "unallocated_cases: 0", "unallocated_cases: !!int 0")
        ),
        (
            "a merge key",
            may(
                "  unallocated_cases: 0",
                "  unallocated_cases: 0\n  <<: { health_referrals: 3 }"
            )
        ),
        (
            "two documents",
            Folder::neutral().append(COUNCIL, "---\nmonth: 2024-05\n")
        ),
        (
            "nothing",
            Folder::neutral().put("returns/2024-05/more.yaml", "# nothing yet\n")
        ),
        (
            "a list as a key",
            Folder::neutral().put("returns/2024-05/more.yaml", format!("{plain}? [a]\n: b\n"))
        ),
        (
            "a text in single quotes with a quote in it",
            may("reason: The case", "reason: 'It's so' # The case")
        ),
        (
            "brackets in brackets",
            Folder::neutral().put(
                "returns/2024-05/more.yaml",
                format!("{plain}figures: {}", "[".repeat(99))
            )
        ),
        (
            "not UTF-8",
            Folder::neutral().put("returns/2024-05/more.yaml", b"month: 2024-05\nfrom: caf\xe9\n")
        ),
    ]));
}

#[test]
fn structure() {
    insta::assert_snapshot!(told(vec![
        ("a key that is nearly right", may("figures:", "figurs:")),
        ("a key that means nothing", may("heard:", "listened:")),
        ("a key that is missing", may("month: 2024-05\n", "")),
        (
            "a key that is missing in an item",
            Folder::neutral().replace("indicators/protection.yaml", "    unit: rate_per_10000\n", "")
        ),
        (
            "a required key misspelt",
            Folder::neutral().replace(
                "indicators/protection.yaml",
                "    unit: rate_per_10000",
                "    untis: rate_per_10000"
            )
        ),
        (
            "a word outside the vocabulary",
            Folder::neutral()
                .replace(
                    "indicators/protection.yaml",
                    "unit: rate_per_10000",
                    "unit: percentage"
                )
                .replace("indicators/protection.yaml", "nature: sample", "nature: probe")
        ),
        (
            "a list where a value is needed",
            may("from: northmere", "from: [northmere]")
        ),
        (
            "a value where a list is needed",
            may(
                "heard:\n  - from: families",
                "heard: nobody\nreports:\n  - from: families"
            )
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
            "a whole number",
            may("likelihood: 3, impact: 4", "likelihood: three, impact: 4.5")
        ),
        (
            "yes and no",
            Folder::neutral().replace(
                "indicators/assessment.yaml",
                "zero_tolerance: true",
                "zero_tolerance: yes"
            )
        ),
        (
            "a text that YAML takes for a number",
            Folder::neutral().replace("plan.yaml", "ref: \"1.1\"", "ref: 1.10")
        ),
        ("a key left blank", may("of: performance_group", "of:")),
        (
            "a list item left blank",
            Folder::neutral().replace("plan.yaml", "answers: [r2, r1]", "answers:\n    -")
        ),
        (
            "a comma in a text in brackets",
            may(
                "{ held: The team's rota and its first ten cases }",
                "{ held: The rota, and its cases }"
            )
        ),
    ]));
}

#[test]
fn figures_as_typed() {
    let typed = |value: &str| may("  unallocated_cases: 0", &format!("  unallocated_cases: {value}"));
    insta::assert_snapshot!(told(vec![
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
        (
            "a correction without a figure",
            Folder::neutral().replace("returns/2024-06/health.yaml", "value: 40, ", "")
        ),
        (
            "a commentary that is a list",
            may("repeat_plans: |", "repeat_plans: [\"",).replace(
                COUNCIL,
                "few plans were made.",
                "few plans were made.\"]"
            )
        ),
        (
            "a criterion without a test",
            Folder::neutral().replace(
                "plan.yaml",
                "{ reached: { milestone: m2 } }",
                "{ achieved: { milestone: m2 } }"
            )
        ),
        (
            "a criterion's test misspelt",
            Folder::neutral().replace(
                "plan.yaml",
                "{ reached: { milestone: m2 } }",
                "{ reeched: { milestone: m2 } }"
            )
        ),
    ]));
}

#[test]
fn files() {
    insta::assert_snapshot!(told(vec![
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
            Folder::neutral().put("returns/2024-05/police.yml", "month: 2024-05\n")
        ),
        (
            "a folder that is no month",
            Folder::neutral().put("returns/May 2024/council.yaml", "month: 2024-05\n")
        ),
        (
            "a file outside a month",
            Folder::neutral().put("returns/council.yaml", "month: 2024-05\n")
        ),
        (
            "a file in a folder of nobody",
            Folder::neutral().put("old/plan.yaml", "title: x\n")
        ),
        ("schemas", Folder::neutral().put("schema/plan.json", "{}")),
    ]));
}
