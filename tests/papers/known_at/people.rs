//! Who takes part, meets, approves and writes.

use super::{CALENDAR, PROGRAMME, Paper, counts, counts_behind};
use crate::support::Folder;

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
