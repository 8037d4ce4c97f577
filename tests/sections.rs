//! The monthly paper's sections as data for the layouts: what the neutral programme's paper says, that its links and pictures
//! lead somewhere, and that what is not there is said. Knows the contract; not how pages look.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a paper that cannot be made, or lacks a section, must stop the test"
)]

mod support;

use board_papers::catalogue::occasions;
use board_papers::compose::Composed;
use board_papers::domain::PaperKind;
use board_papers::pipeline::{Desk, Finish};
use board_papers::typeset::{Fonts, Manuscript, typeset};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;
use support::Folder;
use walkdir::WalkDir;

/// The monthly paper of June 2024.
fn june(folder: Folder) -> (Composed, Desk) {
    let folder = with_layouts(folder);
    let desk = Desk::open(folder.path()).unwrap();
    let programme = desk.checked.value().expect("inputs without errors");
    let occasion = occasions(programme)
        .into_iter()
        .find(|one| one.kind == PaperKind::Monthly && one.period.iso() == "2024-06")
        .unwrap();
    let mut made = desk.manuscripts(programme, &occasion, Finish::Draft).unwrap();
    (made.papers.remove(0), desk)
}

/// The folder with the layouts of the repository.
fn with_layouts(folder: Folder) -> Folder {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let layouts = WalkDir::new(root.join("report-templates"))
        .into_iter()
        .map(Result::unwrap);
    layouts
        .filter(|entry| entry.path().extension().is_some_and(|kind| kind == "typ"))
        .fold(folder, |folder, entry| {
            let path = entry.path().strip_prefix(root).unwrap();
            folder.put(
                &format!("../{}", path.display()),
                std::fs::read(entry.path()).unwrap(),
            )
        })
}

fn data(composed: &Composed) -> Value {
    serde_json::from_slice(composed.manuscript.file("/data/paper.json").unwrap()).unwrap()
}

/// Every value under a key of that name, wherever it stands.
fn under<'v>(value: &'v Value, key: &str, found: &mut Vec<&'v str>) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                found.extend(member.as_str().filter(|_| name == key));
                under(member, key, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| under(item, key, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn all<'v>(value: &'v Value, key: &str) -> Vec<&'v str> {
    let mut found = Vec::new();
    under(value, key, &mut found);
    found
}

#[test]
fn sections_say_what_the_programme_says() {
    let (composed, _) = june(Folder::neutral());
    let data = data(&composed);
    for section in [
        "scorecard",
        "exceptions",
        "quality",
        "workforce",
        "plan",
        "milestones",
        "engagement",
        "partners",
        "risks",
        "decisions",
        "notes",
    ] {
        insta::assert_json_snapshot!(section, data[section]);
    }
}

#[test]
fn the_layouts_take_the_data() {
    let (composed, desk) = june(Folder::neutral());
    let paper = typeset(&composed.manuscript, &desk.fonts).unwrap();
    assert!(paper.pages > 10, "{paper:?}");
}

#[test]
fn an_id_stands_for_one_thing() {
    let (composed, _) = june(Folder::neutral());
    let mut data = data(&composed);
    // An indicator's row and its entry share a name; the layout makes a label of the entry's alone.
    data["scorecard"]["groups"]
        .as_array_mut()
        .unwrap()
        .iter_mut()
        .for_each(|group| group["rows"] = Value::Null);
    let mut ids = all(&data, "id");
    ids.sort_unstable();
    let repeated: Vec<_> = ids
        .windows(2)
        .filter(|pair| pair[0] == pair[1])
        .map(|pair| pair[0])
        .collect();
    assert_eq!(repeated, [""; 0]);
}

#[test]
fn every_link_leads_to_something() {
    let (composed, _) = june(Folder::neutral());
    let data = data(&composed);
    let ids: BTreeSet<String> = all(&data, "id").into_iter().map(str::to_owned).collect();
    let entries = all(&data["notes"]["indicators"], "id")
        .into_iter()
        .map(|id| format!("indicator-{id}"));
    let places: BTreeSet<String> = ids.into_iter().chain(entries).collect();
    let lost: Vec<_> = all(&data, "to")
        .into_iter()
        .filter(|to| !places.contains(*to))
        .collect();
    assert_eq!(lost, [""; 0]);
}

#[test]
fn pictures_are_numbered_as_they_are_met_and_all_are_there() {
    let (composed, _) = june(Folder::neutral());
    let data = data(&composed);
    let files = all(&data, "file");
    let numbered: Vec<String> = (1..=files.len())
        .map(|number| format!("/charts/{number:02}.svg"))
        .collect();
    assert_eq!(files.iter().collect::<BTreeSet<_>>().len(), files.len());
    assert!(
        numbered
            .iter()
            .all(|file| composed.manuscript.file(file).is_some())
    );
    assert!(
        files
            .iter()
            .all(|file| numbered.iter().any(|known| known == file)),
        "{files:?}"
    );
}

/// Charts whose figures stand in a table of their section.
const BESIDE: [(&str, &str); 4] = [
    ("workforce-spend", "workforce-funding"),
    ("plan-status", "plan-by-recommendation"),
    ("milestones-timeline", "milestones-table"),
    ("risks-movement", "risks-table"),
];

/// Every figure of a full chart stands in a table as well: in its section or in the notes.
#[test]
fn every_full_chart_has_its_data() {
    let (composed, _) = june(Folder::neutral());
    let data = data(&composed);
    let titled = |value: &Value| value.get("subtitle").is_some();
    let mut charts = Vec::new();
    fn collect<'v>(value: &'v Value, wanted: &dyn Fn(&Value) -> bool, found: &mut Vec<&'v Value>) {
        match value {
            Value::Object(members) => {
                if wanted(value) {
                    found.push(value);
                }
                members.values().for_each(|member| collect(member, wanted, found));
            }
            Value::Array(items) => items.iter().for_each(|item| collect(item, wanted, found)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    collect(&data, &titled, &mut charts);
    let mut tables = all(&data["notes"]["data"], "id");
    tables.sort_unstable();
    let ids = charts.iter().map(|chart| chart["id"].as_str().unwrap());
    let (beside, alone): (Vec<&str>, Vec<&str>) =
        ids.partition(|id| BESIDE.iter().any(|(chart, _)| chart == id));
    let all_ids = all(&data, "id");
    for (_, table) in BESIDE.iter().filter(|(chart, _)| beside.contains(chart)) {
        assert!(all_ids.contains(table), "{table}");
    }
    let mut wanted: Vec<String> = alone.iter().map(|id| format!("data-{id}")).collect();
    wanted.sort_unstable();
    assert!(!wanted.is_empty());
    assert_eq!(tables, wanted);
}

#[test]
fn what_did_not_come_is_named_and_never_filled() {
    let (composed, _) = june(Folder::neutral().remove("returns/2024-06/health.yaml"));
    let data = data(&composed);
    let missing = data["exceptions"]["items"].as_array().unwrap().iter();
    let missing: Vec<_> = missing.filter(|item| item["rating"] == "no_data").collect();
    assert!(!missing.is_empty());
    for item in missing {
        let said = item["no_explanation"].as_str().unwrap();
        assert!(
            said.starts_with("No explanation was received from the "),
            "{said}"
        );
        assert!(item.get("explanation").is_none());
    }
    let states = all(&data["notes"]["returns"], "rating");
    assert!(states.contains(&"not_received"), "{states:?}");
}

#[test]
fn what_is_said_of_an_ordinary_figure_is_printed_too() {
    let said = "commentary:\n  health_referrals: A new clinic opened.\n";
    let path = "returns/2024-06/health.yaml";
    let (composed, _) = june(Folder::neutral().replace(path, "figures:\n", &format!("{said}figures:\n")));
    let data = data(&composed);
    let remarks = data["exceptions"]["remarks"].as_array().unwrap();
    let of_health: Vec<_> = remarks
        .iter()
        .filter(|one| one["title"] == "Referrals from health staff")
        .collect();
    assert_eq!(of_health.len(), 1, "{remarks:?}");
    assert!(
        of_health[0].to_string().contains("A new clinic opened."),
        "{of_health:?}"
    );
}

#[test]
fn a_fault_of_prose_in_any_section_is_found_at_its_place() {
    let folder = Folder::neutral().replace(
        "returns/2024-06/council.yaml",
        "Thirteen of twenty audits were good.",
        "{{ audits_god.value }} of audits were good.",
    );
    let folder = with_layouts(folder);
    let desk = Desk::open(folder.path()).unwrap();
    let said: Vec<String> = match desk.checked.value() {
        None => desk
            .checked
            .findings()
            .iter()
            .map(|finding| finding.message().to_owned())
            .collect(),
        Some(programme) => {
            let occasions = occasions(programme);
            let june = occasions
                .iter()
                .find(|one| one.kind == PaperKind::Monthly && one.period.iso() == "2024-06");
            let faults = desk
                .manuscripts(programme, june.unwrap(), Finish::Draft)
                .unwrap_err();
            faults
                .iter()
                .map(|finding| finding.message().to_owned())
                .collect()
        }
    };
    assert_eq!(said, ["`audits_god.value` is not the name of a figure"]);
}

/// A person who edits a layout looks at it with the sample.
#[test]
fn the_sample_fits_the_layouts() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let preview = Manuscript::new("/report-templates/monthly/preview.typ", "sample");
    let files = WalkDir::new(root.join("report-templates"))
        .into_iter()
        .map(Result::unwrap);
    let manuscript = files
        .filter(|entry| entry.file_type().is_file())
        .fold(preview, |paper, entry| {
            let path = entry.path().strip_prefix(root).unwrap().display().to_string();
            paper.with(&path, std::fs::read(entry.path()).unwrap())
        });
    let paper = typeset(&manuscript, &Fonts::embedded()).unwrap();
    assert!(paper.pages > 20, "{paper:?}");
}

/// A line that is only there where it has room must not move the very place by which that is told: with the end of the text at one height
/// the pages never settled.
#[test]
fn the_line_before_turned_pages_settles_wherever_the_text_ends() {
    let probe = r#"
        #import "/report-templates/monthly/plan.typ": turned-next
        #set document(title: "Probe", date: datetime(year: 2024, month: 6, day: 30))
        #set page(paper: "a4", margin: 63pt)
        #set text(font: "Inter", lang: "en")
        #for height in range(500, 590, step: 3) {
          block(height: height * 1pt, width: 100%)[Probe]
          turned-next
          pagebreak(weak: true)
        }
    "#;
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let manuscript = WalkDir::new(root.join("report-templates"))
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.path().extension().is_some_and(|kind| kind == "typ"))
        .fold(Manuscript::new("/probe.typ", "probe"), |paper, entry| {
            let path = entry.path().strip_prefix(root).unwrap().display().to_string();
            paper.with(&path, std::fs::read(entry.path()).unwrap())
        });
    let paper = typeset(
        &manuscript.with("/probe.typ", probe.as_bytes()),
        &Fonts::embedded(),
    )
    .unwrap();
    assert_eq!(paper.pages, 30, "a page for each height");
}

/// What was said in May of assessments in time, and nothing since.
const SAID_IN_MAY: &str =
    "commentary:\n  assessments_in_time: \"We did {{ assessments_in_time.numerator }} in time.\"\n";

/// What June's paper prints as its explanation.
fn explained_in_june(folder: Folder) -> String {
    let data = data(&june(folder).0);
    let items = data.pointer("/exceptions/items").and_then(Value::as_array);
    let is_meant = |item: &&Value| {
        let title = item.get("title").and_then(Value::as_str);
        title == Some("Assessments finished within 45 working days")
    };
    let item = items.unwrap().iter().find(is_meant).unwrap();
    item.get("explanation").unwrap().to_string()
}

/// The figure of a month is put into that month's words, whichever paper tells them again.
#[test]
fn words_of_an_earlier_month_keep_its_figures() {
    let folder = Folder::neutral().replace("returns/2024-05/council.yaml", "commentary:\n", SAID_IN_MAY);
    let said = explained_in_june(folder);
    assert!(
        said.contains("None for June 2024. In the return for May 2024:"),
        "{said}"
    );
    assert!(said.contains("We did 76 in time."), "{said}");
}

/// May's report, made up to 14 June, knows neither of the words nor of their figure.
#[test]
fn words_that_came_too_late_for_their_paper_keep_the_figures_that_came_with_them() {
    let figure = "  assessments_in_time: { numerator: 76, denominator: 101 }\n";
    let head = "month: 2024-05\nfrom: northmere\nextracted: 2024-06-04\nreceived: 2024-06-18\n";
    let late = format!("{head}figures:\n{figure}{SAID_IN_MAY}");
    let folder = Folder::neutral()
        .replace("returns/2024-05/council.yaml", figure, "")
        .put("returns/2024-05/late.yaml", late);
    let said = explained_in_june(folder);
    assert!(said.contains("We did 76 in time."), "{said}");
}
