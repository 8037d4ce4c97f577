//! Twenty-five faults in twelve files, told in one run: none hides another, and each is told at the line and column at
//! which it stands. Knows where the faults were put; not what is said of them.

use crate::support::Folder;
use crate::support::program::run;
use std::collections::BTreeSet;
use std::fs;

/// Stands before the spot that a finding must point at.
const SPOT: char = '«';

/// A fault: the file, the words that stood there, the words that stand there now, and the code that tells of it. The spot is marked
/// in the new words, or in others of the same file where the fault is one of something that is not there.
struct Fault {
    file: &'static str,
    old: &'static str,
    new: &'static str,
    elsewhere: Option<&'static str>,
    code: &'static str,
}

const fn fault(file: &'static str, old: &'static str, new: &'static str, code: &'static str) -> Fault {
    Fault {
        file,
        old,
        new,
        elsewhere: None,
        code,
    }
}

const APPROVALS: &str = "approvals.yaml";
const CALENDAR: &str = "calendar.yaml";
const CHAIR: &str = "chair/2024-06.yaml";
const HISTORY: &str = "history.yaml";
const ASSESSMENT: &str = "indicators/assessment.yaml";
const PROTECTION: &str = "indicators/protection.yaml";
const PLAN: &str = "plan.yaml";
const PROGRAMME: &str = "programme.yaml";
const APRIL: &str = "returns/2024-04/council.yaml";
const MAY: &str = "returns/2024-05/council.yaml";
const HEALTH: &str = "returns/2024-05/health.yaml";
const JUNE: &str = "returns/2024-06/council.yaml";

const FAULTS: [Fault; 25] = [
    fault(
        APPROVALS,
        "period: 2024-04, by: director, on: 2024-05-16",
        "period: 2024-04, by: director, on: «2024-05-06",
        "dates-out-of-order",
    ),
    fault(
        CALENDAR,
        "circulated: 2024-05-29",
        "circulated: «2024-05-32",
        "bad-date",
    ),
    fault(CALENDAR, "date: 2024-10-17 }", "date: «17/10/2024 }", "bad-date"),
    fault(
        CHAIR,
        "    agreed: board_2024_07\n",
        "    «agreed:\n",
        "blank-value",
    ),
    fault(HISTORY, "2023-04: 41\n", "2023-04: «n/a\n", "bad-number"),
    Fault {
        file: ASSESSMENT,
        old: "    unit: percent\n",
        new: "",
        elsewhere: Some("  - «id: assessments_in_time\n"),
        code: "missing-key",
    },
    fault(
        ASSESSMENT,
        "owner: health_lead\n",
        "owner: «health_leader\n",
        "unknown-reference",
    ),
    fault(PROTECTION, "low: 8, high: 16", "low: «18, high: 16", "bad-target"),
    fault(PLAN, "ref: \"1.2\"", "ref: «1.2", "wrong-type"),
    Fault {
        file: PLAN,
        old: "- id: a2_2",
        new: "- id: a2_1",
        elsewhere: Some("- id: «a2_1\n    ref: \"2.2\""),
        code: "supplied-twice",
    },
    fault(
        PLAN,
        "answers: [r2, r1]",
        "answers: [r2, «r3]",
        "unknown-reference",
    ),
    Fault {
        file: PLAN,
        old: "start: 2024-09-02",
        new: "start: 2025-09-02",
        elsewhere: Some("due: [{ date: «2024-12-20 }]\n    measures: [{ text: A lesson"),
        code: "dates-out-of-order",
    },
    fault(
        PROGRAMME,
        "marking: For board",
        "«markings: For board",
        "unknown-key",
    ),
    fault(
        PROGRAMME,
        "working_days: 5, count",
        "working_days: «five, count",
        "bad-number",
    ),
    fault(
        APRIL,
        "confidence: at_risk",
        "confidence: «at-risk",
        "unknown-word",
    ),
    fault(APRIL, "  a2_1: {", "  «a2_9: {", "unknown-reference"),
    fault(APRIL, "impact: 4,", "impact: «40,", "impossible-figure"),
    Fault {
        file: MAY,
        old: "extracted: 2024-06-04",
        new: "extracted: 2024-06-14",
        elsewhere: Some("received: «2024-06-10"),
        code: "dates-out-of-order",
    },
    fault(
        MAY,
        "unallocated_cases: 0",
        "unallocated_cases: «-1",
        "impossible-figure",
    ),
    fault(
        MAY,
        "{{ repeat_plans.value }}",
        "{{ «repeat_plan.value }}",
        "unknown-name",
    ),
    fault(
        MAY,
        "children_on_plans: {",
        "«children_on_plan: {",
        "unknown-reference",
    ),
    fault(HEALTH, "month: 2024-05", "month: «2024-06", "wrong-month"),
    fault(
        HEALTH,
        "figures:\n",
        "figures:\n  «audits_good: { numerator: 1, denominator: 2 }\n",
        "supplied-twice",
    ),
    fault(
        JUNE,
        "accepted: 2024-06-20",
        "accepted: «2024-05-20",
        "dates-out-of-order",
    ),
    fault(
        JUNE,
        "{ month: 2024-04, indicator",
        "{ month: «2024-07, indicator",
        "wrong-month",
    ),
];

impl Fault {
    /// The words with the mark in them.
    fn marked(&self) -> &'static str {
        self.elsewhere.unwrap_or(self.new)
    }

    /// The line that must be told, up to its code.
    fn expected(&self, text: &str) -> String {
        let (before, after) = self.marked().split_once(SPOT).expect("a mark");
        let words = format!("{before}{after}");
        assert_eq!(
            text.matches(&words).count(),
            1,
            "{words:?} must stand once in {}",
            self.file
        );
        let (above, _) = text.split_once(&words).expect("it stands there");
        let above = format!("{above}{before}");
        let line = above.matches('\n').count() + 1;
        let column = above.rsplit('\n').next().unwrap_or("").chars().count() + 1;
        format!("inputs/{}:{line}:{column}: error[{}]", self.file, self.code)
    }
}

#[test]
fn twenty_five_faults_in_twelve_files_are_told_in_one_run_each_at_its_place() {
    let files: BTreeSet<_> = FAULTS.iter().map(|fault| fault.file).collect();
    assert_eq!(files.len(), 12);
    let put =
        |folder: Folder, fault: &Fault| folder.replace(fault.file, fault.old, &fault.new.replace(SPOT, ""));
    let folder = FAULTS.iter().fold(Folder::neutral().with_layouts(), put);
    let text = |file: &str| fs::read_to_string(folder.path().join("inputs").join(file)).unwrap();
    let expected: BTreeSet<_> = FAULTS
        .iter()
        .map(|fault| fault.expected(&text(fault.file)))
        .collect();

    let ran = run(folder.path(), "check --format short");
    let told: BTreeSet<_> = ran
        .said()
        .lines()
        .map(|line| line.split("]: ").next().unwrap_or("").to_owned() + "]")
        .collect();
    let missing: Vec<_> = expected.difference(&told).collect();
    let surplus: Vec<_> = told.difference(&expected).collect();
    assert!(
        missing.is_empty() && surplus.is_empty(),
        "not told: {missing:#?}\ntold besides: {surplus:#?}\n{}",
        ran.said()
    );
    assert_eq!(
        (told.len(), ran.said().lines().count(), ran.status),
        (25, 25, 1),
        "{}",
        ran.said()
    );
}
