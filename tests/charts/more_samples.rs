//! Charts of the plan, the workforce, audits, risks and money, as a programme would ask for them.

use board_papers::charts::audit_grades::AuditGrades;
use board_papers::charts::burn_up::BurnUp;
use board_papers::charts::fan::{Aim, Expected, Fan};
use board_papers::charts::funding::{Funding, FundingRow};
use board_papers::charts::palette::Tone;
use board_papers::charts::rating_bars::{RatingBars, RatingRow};
use board_papers::charts::risks::{Risk, RiskMovement};
use board_papers::charts::scene::Size;
use board_papers::charts::series::{Signal, Target, TargetPath};
use board_papers::charts::small_multiple::SmallMultiple;
use board_papers::charts::workforce::{Tier, Workforce};
use board_papers::charts::{Finite, Label, Unit};

use super::samples::{finite, month, plain, points};

/// Assessments in time, and what to expect of them by March.
pub fn fan() -> Fan {
    let values = [
        61.0, 63.5, 60.2, 64.8, 66.1, 65.0, 67.9, 69.2, 68.1, 70.5, 71.9, 71.2, 73.0, 74.8,
    ];
    let mut series = plain(&values, Unit::Percent);
    series.first = month(2009, 9);
    series.latest = Some("74.8% in October".into());
    series.points[13].signal = Signal::Improvement;
    let ahead = (1..=5).map(|step| {
        let (middle, spread) = (74.8 + 1.1 * f64::from(step), 1.5 + 0.9 * f64::from(step));
        Expected {
            middle: finite(middle),
            lower: finite(middle - spread),
            upper: finite(middle + spread),
        }
    });
    Fan {
        series,
        ahead: ahead.collect(),
        label: Some("Forecast 80.3%, likely 74.3% to 86.3%".into()),
        aim: Some(Aim {
            month: 18,
            value: finite(90.0),
            label: "Target 90% by March 2011".into(),
        }),
    }
}

/// Forty-one actions over fourteen months.
pub fn burn_up() -> BurnUp {
    BurnUp {
        size: Size::FULL,
        first: month(2010, 2),
        completed: vec![0, 1, 1, 3, 6, 8, 11, 13, 17],
        completed_label: "17 complete in October".into(),
        planned: vec![0, 2, 3, 6, 9, 13, 16, 20, 23, 27, 31, 35, 38, 41],
        planned_label: "Planned".into(),
        all: (41, "All 41 actions".into()),
    }
}

/// One chart of many.
pub fn small_multiple() -> SmallMultiple {
    let mut series = plain(
        &[
            71.0, 74.0, 70.5, 76.0, 77.2, 75.1, 79.0, 80.4, 78.8, 82.0, 83.5, 81.9, 84.0,
        ],
        Unit::Percent,
    );
    series.size = Size::SMALL;
    series.latest = Some("84.0%".into());
    let target = TargetPath::Steps(vec![Some(finite(80.0)); 13]);
    series.target = Some(Target {
        path: target,
        tolerated: vec![],
        label: Some("80%".into()),
    });
    SmallMultiple {
        title: "Initial child protection conferences within 15 days".into(),
        series,
    }
}

/// Indicators by rating.
pub fn rating_bars() -> RatingBars {
    let row = |name: &str, tone: Tone, now: u32, before: u32| RatingRow {
        name: name.into(),
        tone,
        now,
        before: Some(before),
    };
    RatingBars {
        width: 226.0,
        this_time: "in October".into(),
        last_time: "in September".into(),
        rows: vec![
            row("At target", Tone::Green, 14, 11),
            row("Within tolerance", Tone::Amber, 6, 7),
            row("Off target", Tone::Red, 9, 12),
            row("Not rated", Tone::Grey, 3, 2),
        ],
    }
}

/// Money granted and spent.
pub fn funding() -> Funding {
    let row = |name: &str, granted: (f64, &str), spent: Option<(f64, &str)>| FundingRow {
        name: name.into(),
        granted: (finite(granted.0), granted.1.into()),
        spent: spent.map(|(amount, text)| (finite(amount), text.into())),
    };
    Funding {
        width: 468.0,
        rows: vec![
            row(
                "Improvement grant 2010-11",
                (450_000.0, "£450,000 granted"),
                Some((281_400.0, "£281,400 spent by October")),
            ),
            row(
                "Recruitment and retention",
                (180_000.0, "£180,000 granted"),
                Some((203_900.0, "£203,900 spent by October")),
            ),
            row("Peer support", (40_000.0, "£40,000 granted"), None),
        ],
    }
}

/// Three tiers, now and before.
pub fn workforce() -> Workforce {
    let part = |amount: f64| (finite(amount), Label::from(format!("{amount:.1}")));
    let tier = |name: &str, permanent: f64, agency: f64, vacant: f64| Tier {
        name: name.into(),
        permanent: part(permanent),
        agency: part(agency),
        vacant: part(vacant),
        posts: format!("{:.1} posts", permanent + agency + vacant).into(),
    };
    Workforce {
        width: 468.0,
        rows: vec![
            tier("Practitioners", 96.5, 31.0, 8.5),
            tier("in April", 81.0, 39.5, 15.5),
            tier("Supervisors", 17.0, 6.0, 1.0),
            tier("Managers", 11.0, 1.0, 0.0),
        ],
    }
}

/// Case audits over eight months.
pub fn audit_grades() -> AuditGrades {
    AuditGrades {
        size: Size::FULL,
        first: month(2010, 3),
        grades: ["Outstanding", "Good", "Adequate", "Inadequate"]
            .map(Label::from)
            .into(),
        months: vec![
            vec![0, 3, 9, 8],
            vec![0, 4, 10, 6],
            vec![1, 5, 9, 5],
            vec![],
            vec![1, 7, 10, 4],
            vec![2, 8, 9, 3],
            vec![1, 9, 11, 1],
            vec![3, 11, 9, 2],
        ],
    }
}

/// Risks that rose, fell, stayed and came.
pub fn risks() -> RiskMovement {
    let risk = |name: &str, then: Option<u32>, now: u32, note: &str| Risk {
        name: name.into(),
        then,
        now,
        note: note.into(),
    };
    RiskMovement {
        width: 468.0,
        highest: 25,
        then: "September".into(),
        now: "October".into(),
        rows: vec![
            risk(
                "Caseloads rise faster than posts are filled",
                Some(16),
                20,
                "20, was 16",
            ),
            risk("Partners' data arrives late", Some(12), 6, "6, was 12"),
            risk("Loss of key managers", Some(15), 15, "15, no change"),
            risk("Court delay", None, 9, "9, new"),
        ],
    }
}

/// Nothing known of anything.
pub fn empty_fan() -> Fan {
    let mut series = plain(&[], Unit::Percent);
    series.points = points(&[f64::NAN; 6]);
    Fan {
        series,
        ahead: vec![],
        label: None,
        aim: Some(Aim {
            month: 8,
            value: Finite::ZERO,
            label: "Target".into(),
        }),
    }
}
