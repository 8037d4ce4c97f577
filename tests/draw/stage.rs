//! The neutral programme with one more indicator of every kind, for the words of every kind of chart.

use crate::support::Folder;
use board_papers::domain::Programme;
use std::fmt::Write;

/// What every indicator of the stage says unless it says otherwise.
const INDICATOR: &str = "    heading: quality
    theme: protection
    definition: Made up for a test.
    frequency: monthly
    source: Case system
    owner: head_of_quality
    body: northmere
";

/// An indicator in the making.
pub struct Kind {
    /// Its id.
    pub id: &'static str,
    /// What is its own, as typed, an item a line.
    pub own: &'static str,
    /// The months of the back series, from April 2022 on, each as typed.
    pub history: Vec<String>,
    /// The months of the three returns, each as typed.
    pub returns: [&'static str; 3],
}

/// Counts out of 100, each as typed.
pub fn of_hundred(parts: &[u32]) -> Vec<String> {
    parts.iter().map(|part| of(*part, 100)).collect()
}

/// A count out of a count, as typed.
pub fn of(part: u32, all: u32) -> String {
    format!("{{ numerator: {part}, denominator: {all} }}")
}

/// The neutral programme with these indicators beside its own.
pub fn with(kinds: &[Kind]) -> Programme {
    let folder = kinds.iter().fold(Folder::neutral(), add);
    let definitions: String = kinds.iter().map(definition).collect();
    let folder = folder.put("indicators/more.yaml", format!("indicators:\n{definitions}"));
    let checked = folder.check();
    let programme = checked.value();
    programme
        .unwrap_or_else(|| panic!("{}", folder.findings()))
        .clone()
}

fn definition(kind: &Kind) -> String {
    let own: String = kind.own.lines().map(|line| format!("    {line}\n")).collect();
    let shared: String = INDICATOR
        .lines()
        .filter(|line| !own.contains(line.split(':').next().unwrap()))
        .map(|line| format!("{line}\n"))
        .collect();
    format!("  - id: {}\n{own}{shared}", kind.id)
}

fn add(folder: Folder, kind: &Kind) -> Folder {
    let mut history = format!("  {}:\n", kind.id);
    // The last figure is of March 2024, the month before the first return.
    let first = 2024 * 12 + 3 - kind.history.len();
    for (month, figure) in (first..).zip(&kind.history) {
        let _ = writeln!(history, "    {}-{:02}: {figure}", month / 12, month % 12 + 1);
    }
    let folder = if kind.history.is_empty() {
        folder
    } else {
        folder.append("history.yaml", &history)
    };
    let months = ["2024-04", "2024-05", "2024-06"];
    months
        .into_iter()
        .zip(kind.returns)
        .fold(folder, |folder, (month, figure)| {
            let first = "figures:\n";
            folder.replace(
                &format!("returns/{month}/council.yaml"),
                first,
                &format!("{first}  {}: {figure}\n", kind.id),
            )
        })
}

/// An indicator of every kind.
pub fn every_kind() -> Programme {
    with(&[
        flow(),
        redefined(),
        recalculated(),
        rare(),
        cumulative(),
        quarterly(),
        posts(),
        agency(),
        managers(),
        poor(),
    ])
}

/// A flow with two years of figures, a gap, and three good months at the end.
fn flow() -> Kind {
    let mut history = of_hundred(&[
        70, 72, 69, 71, 73, 68, 70, 74, 71, 69, 72, 70, 71, 73, 70, 68, 72, 71, 70, 69, 73, 71, 70, 72,
    ]);
    history[14] = "{ missing: not_available }".to_owned();
    Kind {
        id: "visits",
        own: "ref: T1
name: Visits in time
numerator: visits in time
denominator: visits due
counts: cases
unit: percent
decimals: 1
good: high
nature: flow
targets: [{ shape: linear, points: [{ month: 2023-04, value: 70 }, { month: 2025-03, value: 90 }] }]
tolerance: { below: 3 }",
        history,
        returns: [
            "{ numerator: 79, denominator: 100 }",
            "{ numerator: 81, denominator: 100 }",
            "{ numerator: 84, denominator: 100 }",
        ],
    }
}

/// A flow that was defined anew not long ago.
fn redefined() -> Kind {
    Kind {
        id: "conferences",
        own: "ref: T2
name: Conferences held late
numerator: conferences held late
counts: cases
unit: number
decimals: 0
good: low
nature: flow
targets: [{ shape: step, points: [{ month: 2024-01, value: 12 }] }]
versions:
  - { number: 1, from: 2022-04, label: 15 days, reason: The first guidance }
  - { number: 2, from: 2024-01, label: 20 days, reason: The guidance of December 2023 }",
        history: [
            9, 11, 8, 10, 12, 9, 10, 11, 9, 8, 12, 10, 9, 11, 10, 8, 9, 12, 11, 10, 9, 14, 15, 13,
        ]
        .map(|number: u32| number.to_string())
        .into(),
        returns: ["14", "12", "13"],
    }
}

/// A flow whose limits began anew, too short for limits and long enough for a run chart.
fn recalculated() -> Kind {
    Kind {
        id: "complaints",
        own: "ref: T3
name: Complaints
numerator: complaints in the month
counts: other
unit: number
decimals: 0
good: neutral
nature: flow
seasonal: true
recalculations:
  - { month: 2023-07, reason: \"A line for complaints was opened, so that more come\", evidence: Its log, agreed: board_2024_04 }",
        history: [5, 6, 4, 5, 7, 6, 5, 4, 6, 5, 7, 5, 6, 4, 5, 9, 11, 10, 12, 9, 10, 13, 11, 12]
            .map(|number: u32| number.to_string())
            .into(),
        returns: ["14", "13", "15"],
    }
}

/// What hardly ever happens.
fn rare() -> Kind {
    Kind {
        id: "missing_children",
        own: "ref: T4
name: Children missing for a night
numerator: children missing for a night or more
counts: children
unit: number
decimals: 0
good: low
nature: rare",
        history: [
            0, 0, 1, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        ]
        .map(|number: u32| number.to_string())
        .into(),
        returns: ["0", "0", "0"],
    }
}

/// A sum since April.
fn cumulative() -> Kind {
    let year = |step: u32| (1..=12).map(move |month| of(step * month, 30 * month));
    Kind {
        id: "reviews",
        own: "ref: T5
name: Reviews held in time this year
numerator: reviews held in time
denominator: reviews due
counts: cases
unit: percent
decimals: 1
good: range
nature: cumulative
targets: [{ shape: step, points: [{ month: 2023-04, low: 80, high: 95 }] }]",
        history: year(24).chain(year(26)).collect(),
        returns: [
            "{ numerator: 27, denominator: 30 }",
            "{ numerator: 55, denominator: 60 }",
            "{ numerator: 80, denominator: 90 }",
        ],
    }
}

/// A sample every quarter.
fn quarterly() -> Kind {
    Kind {
        id: "families_heard",
        own: "ref: T6
name: Families who say that they were heard
numerator: families who said yes
denominator: families asked
counts: other
unit: percent
decimals: 0
good: high
nature: sample
frequency: quarterly
begins: 2024-06
targets: [{ shape: step, points: [{ month: 2024-06, value: 90 }] }]",
        history: Vec::new(),
        returns: [
            "{ missing: not_applicable }",
            "{ missing: not_applicable }",
            "{ numerator: 14, denominator: 25 }",
        ],
    }
}

/// Posts without a permanent holder, and those of them that agency staff cover.
fn posts() -> Kind {
    Kind {
        id: "vacancy",
        own: "ref: T7
name: Posts without a permanent holder
numerator: posts without a permanent holder
denominator: posts of social workers
counts: staff
unit: percent
decimals: 1
good: low
nature: stock
tier: practitioner
posts: not_permanent",
        history: [20, 21, 19, 20].map(|part| of(part, 90)).into(),
        returns: [
            "{ numerator: 18, denominator: 90 }",
            "{ numerator: 16, denominator: 91 }",
            "{ numerator: 15, denominator: 92 }",
        ],
    }
}

fn agency() -> Kind {
    Kind {
        id: "agency",
        own: "ref: T8
name: Posts covered by agency workers
numerator: posts covered by an agency worker
denominator: posts of social workers
counts: staff
unit: percent
decimals: 1
good: low
nature: stock
parts_of: vacancy
tier: practitioner
posts: agency",
        history: [15, 15, 14, 15].map(|part| of(part, 90)).into(),
        returns: [
            "{ numerator: 12, denominator: 90 }",
            "{ numerator: 10, denominator: 91 }",
            "{ numerator: 9, denominator: 92 }",
        ],
    }
}

fn managers() -> Kind {
    Kind {
        id: "managers",
        own: "ref: T9
name: Managers who are permanent
numerator: posts of managers held by permanent staff
denominator: posts of managers
counts: staff
unit: percent
decimals: 0
good: high
nature: stock
tier: manager
posts: permanent",
        history: Vec::new(),
        returns: [
            "{ numerator: 4, denominator: 6 }",
            "{ numerator: 4, denominator: 6 }",
            "{ numerator: 5, denominator: 6 }",
        ],
    }
}

/// Cases out of those that the neutral programme audits.
fn poor() -> Kind {
    Kind {
        id: "audits_poor",
        own: "ref: T10
name: \"Audited cases: inadequate\"
numerator: audited cases graded inadequate
denominator: cases audited
counts: cases
unit: percent
decimals: 0
good: low
nature: sample",
        history: Vec::new(),
        returns: [
            "{ numerator: 3, denominator: 20 }",
            "{ numerator: 2, denominator: 20 }",
            "{ numerator: 2, denominator: 20 }",
        ],
    }
}
