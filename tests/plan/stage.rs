//! A programme set up for one test: actions, updates and returns typed as a person would type them.

use crate::support::Folder;
use board_papers::analysis::moment::Moments;
use board_papers::analysis::plan_progress::{PlanProgress, progress};
use board_papers::analysis::{Assessment, analyse};
use board_papers::catalogue::{Occasion, occasions};
use board_papers::domain::{Date, Month, PaperKind, Programme};

/// The plan around the actions of a test: two recommendations, a version put forward in May, one in June.
const PLAN: &str = "
title: Northmere improvement plan
versions:
  - { id: first_plan, title: First plan, proposed: 2024-04-08, agreed: board_2024_04 }
  - { id: second_plan, title: Second plan, proposed: 2024-06-18 }
recommendations:
  - { id: r1, ref: R1, title: Be in time., source: A letter, received: 2024-02-20, response: We will., lead: head_of_assessment }
  - { id: r2, ref: R2, title: Do it well., source: A letter, received: 2024-02-20, response: We will., lead: head_of_quality }
milestones:
  - { id: m1, ref: M1, title: In time, theme: assessment, owner: director, plan: first_plan, due: [{ date: 2024-06-28 }], evidence: Figures }
  - id: m2
    ref: M2
    title: Done well
    theme: protection
    owner: director
    plan: first_plan
    due: [{ date: 2024-05-31 }, { date: 2024-12-20, agreed: group_2024_06, reason: Later }]
    evidence: Audits
risks:
  - { id: k1, ref: K1, title: Workers leave., theme: assessment, owner: director, raised: 2024-04-08 }
  - { id: k2, ref: K2, title: Money ends., theme: assessment, owner: director, raised: 2024-04-08 }
issues:
  - { id: s1, ref: S1, title: The system is slow., owner: director, raised: 2024-04-20 }
actions:
";

/// The exit criteria that the ladder of the neutral programme names.
fn criteria(test: &str) -> String {
    format!(
        "exit_criteria:
  - {{ id: in_time_for_good, ref: E1, text: In time for good., test: {{ {test} }} }}
  - {{ id: chair_content, ref: E2, text: Content., test: {{ judged: {{ question: Content? }} }} }}
"
    )
}

/// What every action of a test says unless it says otherwise.
const ACTION: &str = "answers: [r1], theme: assessment, owner: head_of_assessment, body: northmere, plan: first_plan, \
    measures: [{ text: Seen }]";

/// A programme in the making.
pub struct Stage {
    folder: Folder,
    actions: String,
    exit_criteria: String,
}

impl Stage {
    /// The neutral programme, with returns that say nothing but figures.
    pub fn new() -> Self {
        let mut folder = Folder::neutral();
        for (month, received) in [
            ("2024-04", "2024-05-09"),
            ("2024-05", "2024-06-10"),
            ("2024-06", "2024-07-08"),
        ] {
            folder = folder
                .put(
                    &format!("returns/{month}/council.yaml"),
                    sent(month, "northmere", received, FIGURES),
                )
                .put(
                    &format!("returns/{month}/health.yaml"),
                    sent(month, "health", received, HEALTH_FIGURES),
                );
        }
        Self {
            folder,
            actions: String::new(),
            exit_criteria: criteria("judged: { question: In time for good? }"),
        }
    }

    /// Adds an action, from its own keys in flow style. `start` is 15 April unless it is given.
    pub fn action(mut self, id: &str, keys: &str) -> Self {
        let start = if keys.contains("start:") {
            ""
        } else {
            "start: 2024-04-15, "
        };
        let reference = id.trim_start_matches('a').replace('_', ".");
        let common: String = ACTION
            .split(", ")
            .filter(|pair| {
                pair.split(':')
                    .next()
                    .is_some_and(|key| !keys.contains(&format!("{key}:")))
            })
            .map(|pair| format!(", {pair}"))
            .collect();
        self.actions +=
            &format!("  - {{ id: {id}, ref: \"{reference}\", title: Do {id}, {start}{keys}{common} }}\n");
        self
    }

    /// Sets the test of the first exit criterion; the second one is the chair's to judge.
    pub fn exit_test(mut self, test: &str) -> Self {
        self.exit_criteria = criteria(test);
        self
    }

    /// Adds a return of the council that came on `received`.
    pub fn sent(mut self, month: &str, received: &str, content: &str) -> Self {
        let path = format!("returns/{month}/plan_{received}.yaml");
        self.folder = self
            .folder
            .put(&path, sent(month, "northmere", received, content));
        self
    }

    /// Replaces words that stand once in a file.
    pub fn replace(mut self, path: &str, old: &str, new: &str) -> Self {
        self.folder = self.folder.replace(path, old, new);
        self
    }

    /// The programme, in which there must be no mistake.
    #[track_caller]
    pub fn programme(self) -> Programme {
        let actions = if self.actions.is_empty() {
            "  []\n"
        } else {
            &self.actions
        };
        let folder = self
            .folder
            .put("plan.yaml", format!("{PLAN}{actions}{}", self.exit_criteria));
        let findings = folder.findings();
        folder
            .check()
            .into_parts()
            .0
            .unwrap_or_else(|| panic!("{findings}"))
    }
}

fn sent(month: &str, from: &str, received: &str, content: &str) -> String {
    format!("month: {month}\nfrom: {from}\nextracted: {received}\nreceived: {received}\n{content}\n")
}

const FIGURES: &str = "figures:
  assessments_in_time: { numerator: 76, denominator: 101 }
  unallocated_cases: 0
  repeat_plans: { numerator: 2, denominator: 16 }
  children_on_plans: { numerator: 184, denominator: 41300 }
  audits_good: { numerator: 11, denominator: 20 }";

const HEALTH_FIGURES: &str = "figures:
  health_referrals: 41";

/// A day.
pub fn day(text: &str) -> Date {
    text.parse().expect("a date")
}

/// A month.
pub fn month(text: &str) -> Month {
    text.parse().expect("a month")
}

/// The monthly paper of a month.
pub fn monthly(programme: &Programme, of: &str) -> Occasion {
    occasion(programme, PaperKind::Monthly, of)
}

/// A paper.
pub fn occasion(programme: &Programme, kind: PaperKind, of: &str) -> Occasion {
    let found = occasions(programme)
        .into_iter()
        .find(|one| one.kind == kind && one.period == month(of));
    found.expect("a paper of that month")
}

/// The moments of the monthly paper of a month.
pub fn moments(programme: &Programme, of: &str) -> Moments {
    Moments::of(programme, &monthly(programme, of))
}

/// How the plan stands in the monthly paper of June 2024: as at 30 June, cut off on 12 July.
pub fn june(programme: &Programme) -> PlanProgress<'_> {
    progress(programme, &moments(programme, "2024-06"))
}

/// Every paper up to the last with a return, the earliest first, with the programme as its cut-off knew it.
pub fn papers(programme: &Programme) -> Vec<(Occasion, Programme)> {
    let all = occasions(programme).into_iter();
    all.map(|paper| (paper.clone(), programme.as_known_at(paper.cut_off)))
        .collect()
}

/// What `look` finds in the assessment of the monthly paper of June 2024.
pub fn in_june<T>(programme: &Programme, look: impl Fn(&Assessment<'_>) -> T) -> T {
    let papers = papers(programme);
    let june = papers
        .iter()
        .position(|(paper, _)| *paper == monthly(programme, "2024-06"));
    let (before, after) = papers.split_at(june.expect("June's paper"));
    let (paper, known) = after.first().expect("June's paper");
    look(&analyse(known, paper, before))
}
