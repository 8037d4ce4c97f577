//! What is made again and what is not: a comment sets no page, a figure only the papers that know it; `build --check`
//! names the edit, and a plain `build` mends it.

use crate::office::Office;
use std::fs;
use std::time::SystemTime;

const APRIL: &str = "returns/2024-04/council.yaml";
const JUNE: &str = "returns/2024-06/council.yaml";
const FIGURE: (&str, &str) = ("numerator: 73", "numerator: 72");

/// The neutral programme with all its papers made.
fn all_made() -> Office {
    let office = Office::open();
    office.runs(&["build", "--all"]);
    office
}

/// When each paper was last written.
fn stamps(office: &Office) -> Vec<Option<SystemTime>> {
    let papers = [
        "2024-04/monthly",
        "2024-05/monthly",
        "2024-06/monthly",
        "2024-06/six-monthly",
        "2024-06/letter-leader",
    ];
    let stamp = |paper: &str| {
        fs::metadata(office.file(&format!("output/{paper}.pdf")))
            .ok()?
            .modified()
            .ok()
    };
    papers.map(stamp).to_vec()
}

#[test]
fn a_comment_sets_no_page_and_renews_the_record() {
    let office = all_made();
    let before = stamps(&office);
    let office = office.with(|folder| folder.append(JUNE, "# checked by two people\n"));
    let differs = office.ends(1, &["build", "--check"]);
    assert!(
        differs
            .err
            .contains("comes out the same, and its record is out of date"),
        "{}",
        differs.err
    );
    assert!(
        differs
            .err
            .contains("`inputs/returns/2024-06/council.yaml` was changed at line"),
        "{}",
        differs.err
    );
    assert!(
        !differs.err.contains("2024-05/monthly.pdf"),
        "June is not in May's paper: {}",
        differs.err
    );
    let timings = office.file("timings.json");
    let built = office.runs(&["build", "--timings", timings.to_str().unwrap()]);
    assert_eq!(built.err, "6 papers are current; their record was renewed\n");
    assert!(
        !fs::read_to_string(timings).unwrap().contains("typeset"),
        "no page is set"
    );
    assert_eq!(stamps(&office), before);
    office.runs(&["build", "--check"]);
}

#[test]
fn a_figure_makes_the_papers_that_know_it_again() {
    let office = all_made();
    let before = stamps(&office);
    let office = office.with(|folder| {
        folder.replace(
            JUNE,
            "numerator: 81, denominator: 103",
            "numerator: 80, denominator: 103",
        )
    });
    let differs = office.ends(1, &["build", "--check"]);
    let edit =
        "`2024-06/monthly.pdf` is out of date: `inputs/returns/2024-06/council.yaml` was changed at line 7";
    assert!(differs.err.contains(edit), "{}", differs.err);
    let built = office.runs(&["build"]);
    assert_eq!(
        built.err,
        "made output/2024-06/monthly.pdf\nmade output/2024-06/six-monthly.pdf\n"
    );
    let after = stamps(&office);
    assert_eq!((&after[..2], after[4]), (&before[..2], before[4]));
    office.runs(&["build", "--check"]);
}

#[test]
fn a_plain_build_mends_papers_of_earlier_months_and_makes_none_that_never_were() {
    let office = Office::open();
    office.runs(&["build"]);
    office.runs(&["build", "--month", "2024-04"]);
    let office = office.with(|folder| folder.replace(APRIL, FIGURE.0, FIGURE.1));
    let built = office.runs(&["build"]);
    assert!(
        built.err.contains("made output/2024-04/monthly.pdf"),
        "{}",
        built.err
    );
    assert!(!built.err.contains("2024-05"), "{}", built.err);
    let differs = office.ends(1, &["build", "--check"]);
    assert_eq!(
        differs.err,
        "`2024-05/monthly.pdf` has not been built\nrun `board-papers build --all` to make them\n"
    );
}

/// The repository keeps the papers of the latest month, and of earlier ones only what the manifest says.
#[test]
fn papers_of_earlier_months_need_not_lie_there() {
    let office = all_made();
    for month in ["2024-04", "2024-05"] {
        fs::remove_dir_all(office.file(&format!("output/{month}"))).unwrap();
    }
    office.runs(&["build", "--check"]);
    assert_eq!(
        office.runs(&["build"]).err,
        "6 papers are current; nothing to do\n"
    );
    fs::remove_file(office.file("output/.last-build.json")).unwrap();
    assert_eq!(
        office.runs(&["build"]).err,
        "6 papers are current; nothing to do\n"
    );
    let all = office.runs(&["build", "--all"]);
    assert_eq!(
        all.err,
        "made output/2024-04/monthly.pdf\nmade output/2024-05/monthly.pdf\n"
    );
}

#[test]
fn a_paper_that_was_spoilt_is_made_again() {
    let office = all_made();
    for paper in ["2024-05/monthly", "2024-06/six-monthly"] {
        // It still says that we set it; what does not is somebody's own (`refusals`).
        let file = office.file(&format!("output/{paper}.pdf"));
        let bytes = [fs::read(&file).unwrap(), b"spoilt".to_vec()].concat();
        fs::write(file, bytes).unwrap();
    }
    let built = office.runs(&["build"]);
    assert_eq!(
        built.err,
        "made output/2024-06/six-monthly.pdf\nmade output/2024-05/monthly.pdf\n"
    );
    office.runs(&["build", "--check"]);
}

#[test]
fn nothing_to_do_is_seen_without_reading_what_papers_are_made_of() {
    let office = all_made();
    let note = fs::read_to_string(office.file("output/.last-build.json")).unwrap();
    // A note of another program, or of other files, is not believed.
    for (old, new) in [
        ("\"program\": \"", "\"program\": \"another "),
        ("\"files\": \"", "\"files\": \"0"),
    ] {
        fs::write(office.file("output/.last-build.json"), note.replacen(old, new, 1)).unwrap();
        assert_eq!(
            office.runs(&["build"]).err,
            "6 papers are current; nothing to do\n"
        );
        assert_eq!(
            fs::read_to_string(office.file("output/.last-build.json")).unwrap(),
            note,
            "it is written anew"
        );
    }
    // One whose manifest was changed behind its back is not either.
    let manifest = office.file("output/manifest.json");
    let text = fs::read_to_string(&manifest).unwrap();
    fs::write(&manifest, text.replacen("\"title\": \"", "\"title\": \"Old ", 1)).unwrap();
    assert_eq!(
        office.runs(&["build", "--all"]).err,
        "6 papers are current; their record was renewed\n"
    );
    office.runs(&["build", "--check"]);
}

#[test]
fn findings_are_told_each_time() {
    let office = Office::open().with(|folder| folder.put("returns/2024-06/table.xlsx", "PK"));
    for _ in 0..2 {
        let built = office.runs(&["build"]);
        assert!(built.err.contains("warning[unexpected-file]"), "{}", built.err);
    }
}

/// The line in which the director approves June's report.
const APPROVAL: &str = "  - { paper: monthly, period: 2024-06, by: director, on: 2024-07-11 }";

/// The office while June's papers are in preparation: they are not approved, and the chair has not written. Those before are made.
fn in_preparation() -> Office {
    let report = "\n  - { paper: six_monthly, period: 2024-06, by: chair, on: 2024-07-16 }";
    let office = Office::open().with(|folder| {
        folder
            .remove("chair/2024-06.yaml")
            .replace("approvals.yaml", &format!("\n{APPROVAL}"), "")
            .replace("approvals.yaml", report, "")
    });
    office.runs(&["build", "--month", "2024-04"]);
    office.runs(&["build", "--month", "2024-05"]);
    office
}

#[test]
fn a_paper_in_preparation_is_no_fault_until_its_day_has_passed() {
    let office = in_preparation();
    office.runs(&["check", "--deny", "warnings"]);
    office.ends(1, &["build"]);
    let said = office.runs(&["build", "--check"]).err;
    let told = "the monthly report for June 2024 is in preparation";
    assert!(said.contains(told), "{said}");
    // The paper was due on 12 July; something dated later shows that its day has passed.
    let (due, passed) = ("received: 2024-07-09", "received: 2024-07-15");
    let passed = office.with(|folder| folder.replace("returns/2024-06/health.yaml", due, passed));
    let told = passed.ends(1, &["check", "--format", "short"]).out;
    assert!(told.contains("not-approved"), "{told}");
}

#[test]
fn all_papers_are_those_that_can_be_finished() {
    let office = in_preparation();
    let made = office.runs(&["build", "--all"]).err;
    let told = "the monthly report for June 2024 is in preparation";
    assert!(made.contains(told), "{made}");
    assert!(!office.file("output/2024-06/monthly.pdf").exists());
    office.runs(&["build", "--all", "--draft"]);
    let manifest = fs::read_to_string(office.file("output/manifest.json")).unwrap();
    let drafts = manifest.matches("\"state\": \"draft\"").count();
    assert_eq!(
        drafts, 4,
        "June's report, the chair's and its letters, not what is approved: {manifest}"
    );
    office.runs(&["build", "--check"]);
}

#[test]
fn papers_that_no_manifest_names_are_not_current() {
    let office = all_made();
    fs::remove_file(office.file("output/manifest.json")).unwrap();
    for _ in 0..2 {
        let said = office.runs(&["build"]).err;
        assert!(!said.contains("6 papers are current"), "{said}");
    }
    office.runs(&["build", "--all"]);
    office.runs(&["build", "--check"]);
}

#[test]
fn a_draft_is_the_draft_that_the_inputs_make_until_it_is_approved() {
    let office = in_preparation();
    office.runs(&["build", "--draft"]);
    office.runs(&["build", "--check"]);
    let (before, after) = (
        "numerator: 81, denominator: 103",
        "numerator: 80, denominator: 103",
    );
    let office = office.with(|folder| folder.replace(JUNE, before, after));
    office.ends(1, &["build", "--check"]);
    office.runs(&["build", "--draft"]);
    let office = office.with(|folder| folder.append("approvals.yaml", APPROVAL));
    let differs = office.ends(1, &["build", "--check"]).err;
    assert!(differs.contains("it was made as a draft"), "{differs}");
}

#[test]
fn so_many_at_once_make_the_same_papers() {
    let (one, four) = (Office::open(), Office::open());
    one.runs(&["build", "--all", "--jobs", "1"]);
    let said = four.runs(&["build", "--all", "-j", "4"]).err;
    assert_eq!(said.lines().count(), 6, "{said}");
    for file in [
        "manifest.json",
        "2024-04/monthly.pdf",
        "2024-06/six-monthly.pdf",
        "2024-06/letter-leader.pdf",
    ] {
        let bytes = |office: &Office| fs::read(office.file(&format!("output/{file}"))).unwrap();
        assert!(bytes(&one) == bytes(&four), "{file} differs");
    }
}

#[test]
fn times_are_written_where_they_are_asked_for() {
    let office = Office::open();
    let file = office.file("times.json");
    office.runs(&["build", "--all", "--timings", file.to_str().unwrap()]);
    let times: serde_json::Value = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
    for stage in ["know", "analyse", "draw", "compose", "typeset"] {
        assert!(
            times["papers"]["2024-06/six-monthly.pdf"][stage].as_f64() > Some(0.0),
            "{stage}: {times}"
        );
    }
    assert!(times["papers"]["2024-06/letter-leader.pdf"]["typeset"].is_number());
    for stage in ["load", "check", "write"] {
        assert!(times["run"][stage].as_f64() > Some(0.0), "{stage}: {times}");
    }
}

/// Another program made the papers; this one has made a single paper since. It vouches for that one and for no other.
#[test]
fn one_paper_of_a_new_program_vouches_for_no_other() {
    let office = all_made();
    let (note, manifest) = (
        office.file("output/.last-build.json"),
        office.file("output/manifest.json"),
    );
    let text = fs::read_to_string(&note).unwrap();
    fs::write(
        &note,
        text.replacen("\"program\": \"", "\"program\": \"another ", 1),
    )
    .unwrap();
    // What the other program made of April is not what this one makes.
    let text = fs::read_to_string(&manifest).unwrap();
    let (before, rest) = text.split_once("\"manuscript\": \"").unwrap();
    let (_, rest) = rest.split_at(64);
    fs::write(
        &manifest,
        format!("{before}\"manuscript\": \"{}{rest}", "0".repeat(64)),
    )
    .unwrap();
    office.runs(&["build", "monthly"]);
    office.runs(&["build"]);
    office.runs(&["build", "--check"]);
}
