//! Figures and what they are held against: returns, corrections, targets, comparators, definitions.

use super::{ASSESSMENT, PROTECTION, Paper, counts, counts_behind};
use crate::support::Folder;

#[test]
fn a_return() {
    let sent = "month: 2024-05\nfrom: health\nextracted: 2024-06-03\nreceived: DATE\n";
    let contents = [
        "actions:\n  a2_2: { state: in_progress, confidence: off_track }\n",
        "heard:\n  - { from: children, how: x, said: y }\n",
        "data_notes:\n  - { text: x }\n",
        "decisions:\n  - { text: x, reason: y, of: board }\n",
        "reports:\n  - { group: x, title: y, date: 2024-05-30, tested: a, found: b }\n",
        "corrections:\n  - { month: 2024-04, indicator: health_referrals, value: 42, reason: x }\n",
    ];
    for content in contents {
        counts(Paper::May, Folder::neutral, Paper::May.days(), |folder, dated| {
            folder.put("returns/2024-05/more.yaml", dated(&format!("{sent}{content}")))
        });
    }
}

#[test]
fn the_figures_of_a_return() {
    let base = || {
        let text =
            std::fs::read_to_string(crate::support::neutral().join("inputs/returns/2024-05/health.yaml"))
                .unwrap();
        let without: String = text
            .lines()
            .filter(|line| !line.contains("figures:") && !line.contains("health_referrals:"))
            .map(|line| format!("{line}\n"))
            .collect();
        Folder::neutral().put("returns/2024-05/health.yaml", without)
    };
    let sent = "month: 2024-05\nfrom: health\nextracted: 2024-06-03\nreceived: DATE\nfigures: { health_referrals: 44 }\n";
    counts(Paper::May, base, Paper::May.days(), |folder, dated| {
        folder.put("returns/2024-05/more.yaml", dated(sent))
    });
}

#[test]
fn a_correction() {
    let sent = "month: 2024-06\nfrom: health\nextracted: 2024-07-02\nreceived: DATE\n\
                corrections: [{ month: 2024-03, indicator: health_referrals, value: 45, reason: x }]\n";
    counts(
        Paper::HalfYear,
        Folder::neutral,
        Paper::HalfYear.days(),
        |folder, dated| folder.put("returns/2024-06/more.yaml", dated(sent)),
    );
}

#[test]
fn a_target() {
    let first = "          - { month: 2024-04, low: 8, high: 16 }\n";
    let target = "      - { agreed: DATE, shape: step, points: [{ month: 2024-05, low: 9, high: 16 }] }\n";
    counts_behind(Paper::May, Paper::May.meetings(), PROTECTION, first, target);
}

#[test]
fn a_comparator() {
    let comparator = "      - { name: x, period: y, value: 80, published: DATE, source: z, version: 1 }\n";
    counts_behind(
        Paper::May,
        Paper::May.days(),
        ASSESSMENT,
        "    comparators:\n",
        comparator,
    );
}

#[test]
fn a_definition() {
    let version = "    versions: [{ number: 1, from: 2024-01, label: x, reason: y, published: DATE }]\n";
    counts_behind(
        Paper::May,
        Paper::May.days(),
        PROTECTION,
        "    nature: sample\n",
        version,
    );
}

#[test]
fn a_recalculation() {
    let recalculation = "    recalculations: [{ month: 2023-10, reason: x, evidence: y, agreed: DATE }]\n";
    let anchor = "    tolerance: { below: 3, above: 8 }\n";
    counts_behind(
        Paper::May,
        Paper::May.meetings(),
        ASSESSMENT,
        anchor,
        recalculation,
    );
}

#[test]
fn the_end_of_an_indicator() {
    let base = || {
        let folder = Folder::neutral().replace(
            "returns/2024-05/council.yaml",
            "  audits_good: { numerator: 11, denominator: 20 }\n",
            "",
        );
        folder.replace(
            "returns/2024-06/council.yaml",
            "  audits_good: { numerator: 13, denominator: 20 }\n",
            "",
        )
    };
    counts(Paper::May, base, Paper::May.meetings(), |folder, dated| {
        let nature = "    nature: sample\n";
        folder.replace(
            PROTECTION,
            nature,
            &dated(&format!(
                "{nature}    ends: {{ month: 2024-04, reason: x, agreed: DATE }}\n"
            )),
        )
    });
}
