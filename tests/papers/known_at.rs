//! As known at: what is dated after a paper's cut-off changes no byte of it, in whatever kind of input it stands; the same,
//! dated before, does change it, so that the first half proves something.

use crate::house::{desk, papers, papers_in, set};
use crate::support::Folder;
use board_papers::domain::PaperKind;
use board_papers::pipeline::Finish;

/// A paper whose cut-off an input may come before or after.
#[derive(Debug, Clone, Copy)]
enum Paper {
    /// The report on May; its cut-off is Friday 14 June.
    May,
    /// The chair's report on the months to June, with its letters; its cut-off is Wednesday 17 July.
    HalfYear,
}

impl Paper {
    /// A day after its cut-off, and one before it.
    fn days(self) -> [&'static str; 2] {
        match self {
            Self::May => ["2024-06-17", "2024-06-10"],
            Self::HalfYear => ["2024-07-18", "2024-07-12"],
        }
    }

    /// A day after its cut-off, and one of its own period: what is about the period itself counts only there.
    fn days_of_its_period(self) -> [&'static str; 2] {
        match self {
            Self::May => ["2024-06-17", "2024-05-30"],
            Self::HalfYear => ["2024-07-18", "2024-06-19"],
        }
    }

    /// A meeting after its cut-off, and one before it.
    fn meetings(self) -> [&'static str; 2] {
        match self {
            Self::May => ["group_2024_06", "group_2024_05"],
            Self::HalfYear => ["board_2024_07", "group_2024_06"],
        }
    }

    /// What it and its letters are set from, as a draft where it is one.
    fn digests(self, folder: Folder) -> Vec<String> {
        let (kind, month) = match self {
            Self::May => (PaperKind::Monthly, "2024-05"),
            Self::HalfYear => (PaperKind::SixMonthly, "2024-06"),
        };
        let desk = desk(&folder.with_layouts());
        let papers = papers_in(&desk, kind, month, Finish::Draft);
        papers
            .iter()
            .map(|paper| paper.manuscript.digest(&desk.fonts).to_string())
            .collect()
    }
}

/// Asserts what follows for a paper when a text with a date in it is put into a folder: nothing when the date lies after the
/// cut-off, and something when it lies before.
#[track_caller]
fn counts(
    paper: Paper,
    base: impl Fn() -> Folder,
    dates: [&str; 2],
    put: impl Fn(Folder, &dyn Fn(&str) -> String) -> Folder,
) {
    let without = paper.digests(base());
    let [late, early] = dates.map(|date| paper.digests(put(base(), &|text| text.replace("DATE", date))));
    assert_eq!(late, without, "what came after the cut-off is in the paper");
    assert_ne!(early, without, "what came before the cut-off is not in the paper");
}

/// The same, for words put behind others in a file of the neutral programme.
#[track_caller]
fn counts_behind(paper: Paper, dates: [&str; 2], path: &str, anchor: &str, text: &str) {
    counts(paper, Folder::neutral, dates, |folder, dated| {
        folder.replace(path, anchor, &format!("{anchor}{}", dated(text)))
    });
}

const CALENDAR: &str = "calendar.yaml";
const PLAN: &str = "plan.yaml";
const PROGRAMME: &str = "programme.yaml";
const PROTECTION: &str = "indicators/protection.yaml";

const ASSESSMENT: &str = "indicators/assessment.yaml";

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

/// One ministry follows another: a body, its office, and the recipient of the chair's report.
#[test]
fn a_body_an_office_and_a_recipient() {
    let dates = Paper::HalfYear.days();
    counts(Paper::HalfYear, Folder::neutral, dates, |folder, dated| {
        let behind = |folder: Folder, anchor: &str, text: &str| {
            folder.replace(PROGRAMME, anchor, &format!("{anchor}{}", dated(text)))
        };
        let folder = behind(
            folder,
            "bodies:\n",
            "  - { id: department, name: Department for Children, short: Department, from: DATE }\n",
        );
        let folder = behind(
            folder,
            "offices:\n",
            "  - { id: secretary, title: Secretary for Children, body: department, from: DATE }\n",
        );
        let recipient = "  - { id: secretary, role: minister, office: secretary, from: DATE, salutation: Dear Secretary, address: [x] }\n";
        behind(folder, "recipients:\n", recipient)
    });
    counts_behind(
        Paper::HalfYear,
        dates,
        PROGRAMME,
        "    office: minister\n",
        "    until: DATE\n",
    );
}

#[test]
fn a_seat() {
    let dates = Paper::HalfYear.days_of_its_period();
    let meeting = "  - { id: extra, group: board, date: 2024-06-21, attendance: [{ office: director, presence: present }] }\n";
    let base = || Folder::neutral().replace(CALENDAR, "meetings:\n", &format!("meetings:\n{meeting}"));
    counts(Paper::HalfYear, base, dates, |folder, dated| {
        let seat = "      - { office: director, capacity: member }\n      - { office: leader,";
        folder.replace(
            PROGRAMME,
            seat,
            &format!(
                "{}{seat}",
                dated("      - { office: head_of_quality, capacity: member, from: DATE }\n")
            ),
        )
    });
    counts(Paper::HalfYear, base, dates, |folder, dated| {
        let chair = "standing: appointed, from: 2024-04-01";
        folder.replace(PROGRAMME, chair, &dated(&format!("{chair}, until: DATE")))
    });
}

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

/// That a meeting is planned is known to every paper; what happened there is known when it did.
#[test]
fn attendance() {
    let [late, early] = Paper::HalfYear.days_of_its_period();
    let held = |date: &str, more: &str| {
        let meeting = format!("meetings:\n  - {{ id: extra, group: board, date: {date}{more} }}\n");
        Paper::HalfYear.digests(Folder::neutral().replace(CALENDAR, "meetings:\n", &meeting))
    };
    let attendance = ", attendance: [{ office: director, presence: present }]";
    assert_eq!(held(late, attendance), held(late, ""));
    assert_ne!(held(early, attendance), held(early, ""));
}

#[test]
fn the_minutes_of_a_meeting() {
    let minutes = "    minutes: { agreed: 2024-04-22, circulated: 2024-04-24 }\n";
    let base = || Folder::neutral().replace(CALENDAR, minutes, "");
    let date = "    date: 2024-04-18\n";
    for known in ["agreed: DATE", "circulated: DATE"] {
        counts(Paper::HalfYear, base, Paper::HalfYear.days(), |folder, dated| {
            folder.replace(
                CALENDAR,
                date,
                &format!("{date}    minutes: {{ {} }}\n", dated(known)),
            )
        });
    }
}

#[test]
fn an_approval() {
    let base = || {
        Folder::neutral().replace(
            "approvals.yaml",
            "  - { paper: six_monthly, period: 2024-06, by: chair, on: 2024-07-16 }\n",
            "",
        )
    };
    let approval = "  - { paper: six_monthly, period: 2024-06, by: chair, on: DATE }\n";
    let dates = [Paper::HalfYear.days()[0], "2024-07-16"];
    counts(Paper::HalfYear, base, dates, |folder, dated| {
        folder.append("approvals.yaml", &dated(approval))
    });
}

#[test]
fn the_chairs_words() {
    let words = std::fs::read_to_string(crate::support::neutral().join("inputs/chair/2024-06.yaml")).unwrap();
    let words = words.replace("written: 2024-07-15", "written: DATE");
    let base = || {
        let folder = Folder::neutral().remove("chair/2024-06.yaml");
        folder.replace(
            "approvals.yaml",
            "by: chair, on: 2024-07-16",
            "by: chair, on: 2024-07-22",
        )
    };
    counts(Paper::HalfYear, base, Paper::HalfYear.days(), |folder, dated| {
        folder.put("chair/2024-06.yaml", dated(&words))
    });
}

/// The PDF itself, with much that is late being late at once.
#[test]
fn a_finished_paper_keeps_every_byte() {
    let pdf = |folder: Folder| {
        let desk = desk(&folder.with_layouts());
        set(&desk, &papers(&desk, PaperKind::Monthly, "2024-05")[0]).pdf
    };
    let sent = "month: 2024-05\nfrom: northmere\nextracted: 2024-06-14\nreceived: 2024-06-15\nheard: [{ from: children, how: x, said: y }]\n";
    let comparator = "    comparators:\n      - { name: x, period: y, value: 80, published: 2024-06-15, source: z, version: 1 }\n";
    let date = "due: [{ date: 2024-09-30 }, { date: 2024-10-31, agreed: group_2024_06, reason: x }]";
    let risk =
        "risks:\n  - { id: k2, ref: K2, title: x, theme: assessment, owner: director, raised: 2024-06-15 }\n";
    let late = Folder::neutral()
        .put("returns/2024-05/late.yaml", sent)
        .replace(ASSESSMENT, "    comparators:\n", comparator)
        .replace(PLAN, "due: [{ date: 2024-09-30 }]", date)
        .replace(PLAN, "risks:\n", risk)
        .replace("returns/2024-06/council.yaml", "numerator: 81", "numerator: 80")
        .append(
            "approvals.yaml",
            "  - { paper: monthly, period: 2024-05, by: director, on: 2024-06-17 }\n",
        );
    let as_it_is = pdf(Folder::neutral());
    assert!(pdf(late) == as_it_is);
    assert!(
        pdf(Folder::neutral().put("returns/2024-05/late.yaml", sent.replace("06-15", "06-14"))) != as_it_is
    );
}
