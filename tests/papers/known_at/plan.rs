//! The plan and what lies around it: dates, actions, risks, money, inspections.

use super::{PLAN, PROGRAMME, Paper, counts, counts_behind};
use crate::support::Folder;

#[test]
fn a_date_of_the_plan() {
    for date in ["due: [{ date: 2024-09-30 }", "due: [{ date: 2025-03-31 }"] {
        counts_behind(
            Paper::May,
            Paper::May.meetings(),
            PLAN,
            date,
            ", { date: 2025-04-30, agreed: DATE, reason: x }",
        );
    }
}

#[test]
fn a_closure() {
    let last = "    measures: [{ text: A lesson a month in each team }]\n    milestone: m2\n";
    counts_behind(
        Paper::May,
        Paper::May.meetings(),
        PLAN,
        last,
        "    closed: { agreed: DATE, reason: x }\n",
    );
}

#[test]
fn a_version_of_the_plan_with_its_actions() {
    let version = "  - { id: second_plan, title: Second plan, proposed: DATE }\n";
    let action = "  - { id: a3_1, ref: \"3.1\", title: x, answers: [r1], theme: assessment, owner: director, body: northmere, \
                  plan: second_plan, start: 2024-07-01, due: [{ date: 2024-12-02 }], measures: [] }\n";
    counts(Paper::May, Folder::neutral, Paper::May.days(), |folder, dated| {
        let folder = folder.replace(
            PLAN,
            "\nrecommendations:\n",
            &format!("{}\nrecommendations:\n", dated(version)),
        );
        folder.replace(PLAN, "\nmilestones:\n", &format!("{action}\nmilestones:\n"))
    });
}

#[test]
fn a_recommendation() {
    let recommendation =
        "  - { id: r3, ref: R3, title: x, source: y, received: DATE, response: z, lead: director }\n";
    counts_behind(
        Paper::May,
        Paper::May.days(),
        PLAN,
        "recommendations:\n",
        recommendation,
    );
}

#[test]
fn a_risk_and_an_issue() {
    let risk = "  - { id: k2, ref: K2, title: x, theme: assessment, owner: director, raised: DATE }\n";
    counts_behind(Paper::May, Paper::May.days(), PLAN, "risks:\n", risk);
    let issue = "  - { id: s2, ref: S2, title: x, owner: director, raised: DATE }\n";
    counts_behind(Paper::May, Paper::May.days(), PLAN, "issues:\n", issue);
}

#[test]
fn funding() {
    let grant = "  - { id: more, name: x, source: y, year: 2024-04, amount: 1, agreed: DATE }\n";
    counts_behind(Paper::May, Paper::May.days(), PROGRAMME, "funding:\n", grant);
}

#[test]
fn an_inspection() {
    let inspection = "  - { date: DATE, by: x, what: y, judgement: z, source: s }\n";
    counts_behind(
        Paper::HalfYear,
        Paper::HalfYear.days(),
        PROGRAMME,
        "inspections:\n",
        inspection,
    );
}

#[test]
fn a_rung_of_the_ladder() {
    counts(
        Paper::HalfYear,
        Folder::neutral,
        Paper::HalfYear.days_of_its_period(),
        |folder, dated| {
            folder.replace(
                PROGRAMME,
                "id: independent, name:",
                &dated("from: DATE, id: independent, name:"),
            )
        },
    );
}
