//! As known at: what is dated after a paper's cut-off changes no byte of it, in whatever kind of input it stands; the same,
//! dated before, does change it, so that the first half proves something.

mod figures;
mod people;
mod plan;

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
