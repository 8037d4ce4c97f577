//! What is due when, what has come and from whom, on days of the shipped programme and with its calendar changed.

use crate::office::Office;
use serde_json::Value;

fn status(office: &Office, today: &str) -> String {
    office.runs(&["status", "--today", today]).out
}

fn json(office: &Office, today: &str) -> Value {
    let run = office.runs(&["status", "--today", today, "--format", "json"]);
    serde_json::from_str(&run.out).unwrap()
}

/// The paper of that kind and period.
fn paper<'j>(status: &'j Value, kind: &str, period: &str) -> &'j Value {
    let papers = status["papers"].as_array().unwrap();
    let mut papers = papers.iter();
    papers
        .find(|one| one["paper"] == kind && one["period"] == period)
        .expect("the paper is open")
}

/// The lines of the list of whom to chase.
fn chased(status: &Value) -> Vec<String> {
    let people = status["chase"].as_array().unwrap().iter();
    let items = people.flat_map(|one| {
        let office = one["who"]["office"].as_str().unwrap();
        one["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(move |item| format!("{office}: {}", item["words"].as_str().unwrap()))
    });
    items.collect()
}

#[test]
fn in_october_the_october_paper_has_its_date_and_nothing_has_come() {
    let status = status(&Office::shipped(), "2010-10-20");
    let content = status
        .split("Content")
        .nth(1)
        .and_then(|rest| rest.lines().next())
        .expect("September's");
    assert_eq!(content.trim().len(), 14, "{content}");
    insta::assert_snapshot!(status.replace(content.trim(), "[digest]"));
}

#[test]
fn a_late_return_is_chased_though_the_paper_is_approved() {
    let status = json(&Office::shipped(), "2010-11-15");
    assert_eq!(paper(&status, "monthly", "2010-10")["state"], "approved");
    let asked = chased(&status);
    let late = "designated_nurse: Return for October 2010 (figures and plan): due on Tuesday 9 November 2010, 6 days ago";
    assert_eq!(asked.first().map(String::as_str), Some(late), "{asked:#?}");
}

#[test]
fn what_was_received_later_is_not_known() {
    let office = Office::shipped();
    let of_health = |today| paper(&json(&office, today), "monthly", "2010-10")["returns"][1].clone();
    assert_eq!(
        of_health("2010-11-17")["missing"],
        serde_json::json!(["figures", "plan"])
    );
    let before = paper(&json(&office, "2010-11-07"), "monthly", "2010-10").clone();
    assert_eq!(
        before["returns"][0]["missing"].as_array().unwrap().len(),
        3,
        "the council's came on the 8th"
    );
    assert_eq!(before["returns"][2]["received"][0]["on"], "2010-11-04");
}

#[test]
fn a_draft_lacks_what_its_return_did_not_bring() {
    let office = Office::shipped().with(|folder| {
        folder
            .replace(
                "returns/2010-10/plan.yaml",
                "  a9_1:  { state: in_progress, confidence: on_track }\n",
                "",
            )
            .replace(
                "returns/2010-10/police.yaml",
                "  police_conf:       { numerator: 31, denominator: 36 }",
                "  police_conf: { missing: not_yet_available, note: Extract failed }",
            )
            .replace(
                "returns/2010-10/council.yaml",
                "  participation:\n    text: |\n      Half-term",
                "  complaints:\n    text: |\n      Half-term",
            )
    });
    let status = json(&office, "2010-11-11");
    let october = paper(&status, "monthly", "2010-10");
    assert_eq!(october["state"], "draft");
    let asked = chased(&status).join("\n");
    for line in [
        "of action 9.1 (",
        "PO2 for October 2010 (First conferences with a police report), not yet available (Extract failed): due on Friday 12 November 2010",
        "head_quality: Explanation for October 2010 of L25",
        "dcs: Approval of the monthly report for October 2010: due on Friday 12 November 2010",
        "designated_nurse: Return for October 2010 (figures and plan)",
    ] {
        assert!(asked.contains(line), "{line}: {asked}");
    }
    for told_otherwise in [
        "action 7.1 (",
        "Explanation for October 2010 of 7.1",
        "Explanation for October 2010 of PO2",
    ] {
        assert!(!asked.contains(told_otherwise), "{told_otherwise}: {asked}");
    }
    let actions = october["actions_without_update"].as_array().unwrap();
    assert!(
        actions.iter().any(|one| one["action"] == "a7_1"),
        "for a program all of them are listed"
    );
    assert_eq!(october["content"].as_str().map(str::len), Some(64));
}

/// The traps of the calendar, as the programme's own meetings meet them.
#[test]
fn deadlines_pass_over_weekends_and_bank_holidays() {
    let office = Office::shipped();
    let six_monthly = json(&office, "2010-12-01");
    let report = paper(&six_monthly, "six-monthly", "2010-11");
    assert_eq!(report["meeting"]["date"], "2011-01-06");
    assert_eq!(
        report["due"], "2010-12-30",
        "3 January is a bank holiday, and three clear days lie between"
    );
    assert_eq!(
        report["due_rule"],
        "three clear working days before the meeting (terms of reference 4.1)"
    );
    let back = Office::shipped().with(|folder| {
        let text = folder
            .text("programme.yaml")
            .replace("count: clear", "count: back");
        folder.put("programme.yaml", text)
    });
    let counted_back = json(&back, "2010-12-01");
    let report = paper(&counted_back, "six-monthly", "2010-11");
    assert_eq!(report["due"], "2010-12-31");
    assert_eq!(
        report["due_rule"],
        "three working days before the meeting (terms of reference 4.1)"
    );
}

/// The shipped programme, with the paper of a month considered by one meeting only, on another day.
fn considered_on(month: &str, day: &str) -> Office {
    Office::shipped().with(|folder| {
        let text = folder
            .text("calendar.yaml")
            .replace(&format!("    considers: {month}\n"), "");
        let meeting = format!("  - {{ id: moved, group: board, date: {day}, considers: {month} }}\n");
        folder.put("calendar.yaml", text + &meeting)
    })
}

#[test]
fn the_worked_deadlines_are_the_due_dates_of_papers() {
    for (month, meeting, due) in [
        ("2010-04", "2010-05-28", "2010-05-24"),
        ("2010-04", "2010-06-03", "2010-05-27"),
        ("2010-07", "2010-09-02", "2010-08-26"),
        ("2010-11", "2011-01-06", "2010-12-30"),
        ("2011-03", "2011-05-05", "2011-04-27"),
    ] {
        let status = json(&considered_on(month, meeting), due);
        assert_eq!(paper(&status, "monthly", month)["due"], due, "for {meeting}");
    }
}

#[test]
fn a_paper_is_due_before_the_meeting_of_its_own_group() {
    let earlier_board = Office::shipped().with(|folder| {
        let later = "date: 2010-12-02\n    considers: 2010-10\n";
        let text = folder.text("calendar.yaml");
        assert!(text.contains(later), "the board's own meeting");
        let early = "  - { id: early, group: board, date: 2010-11-16, considers: 2010-10 }\n";
        folder.put("calendar.yaml", text.replace(later, "date: 2010-12-02\n") + early)
    });
    let due = |office: &Office| paper(&json(office, "2010-11-01"), "monthly", "2010-10")["due"].clone();
    assert_eq!(due(&earlier_board), due(&Office::shipped()));
}

#[test]
fn the_state_follows_the_approval() {
    let office = Office::shipped();
    assert_eq!(
        paper(&json(&office, "2010-11-11"), "monthly", "2010-10")["state"],
        "draft"
    );
    assert_eq!(
        paper(&json(&office, "2010-11-12"), "monthly", "2010-10")["state"],
        "approved"
    );
    let named = office.with(|folder| {
        folder.replace(
            "approvals.yaml",
            "period: 2010-10, by: dcs, on: 2010-11-12 }",
            "period: 2010-10, by: dcs, on: 2010-11-12, digest: 000000000000 }",
        )
    });
    let status = json(&named, "2010-11-12");
    let october = paper(&status, "monthly", "2010-10");
    assert_eq!(october["state"], "changed_since_approval");
    assert_eq!(october["wanted_of_author"], serde_json::json!(["approval"]));
}

#[test]
fn without_a_day_the_clock_is_asked() {
    let office = Office::open();
    let run = office.runs(&["status"]);
    assert!(
        run.out.contains("what was received later is not known"),
        "{}",
        run.out
    );
}

#[test]
fn what_is_not_due_for_long_has_not_come_for_that() {
    let office = Office::shipped();
    let early = status(&office, "2010-04-01");
    assert!(!early.contains("everything has come"), "{early}");
    let told = "\nTo chase\n\nNobody yet: what has not come is due on ";
    assert!(early.contains(told), "{early}");
    assert!(early.ends_with(" or later.\n"), "{early}");
}

/// 31 August 2024 is a Saturday.
#[test]
fn without_a_meeting_a_paper_is_due_on_a_working_day() {
    let office = Office::plain();
    office.runs(&["new", "month"]);
    let status = json(&office, "2024-08-09");
    let july = paper(&status, "monthly", "2024-07");
    assert_eq!(july["meeting"], Value::Null);
    assert_eq!(july["due"], "2024-08-30");
}
