//! `build` as people run it: what it says, how it ends and what it leaves, in the neutral programme.

use crate::house::{files, left, names};
use crate::support::Folder;
use crate::support::program::run;

const COUNCIL: &str = "returns/2024-05/council.yaml";

const JUNE: [&str; 4] = [
    "output/2024-06/letter-leader.pdf",
    "output/2024-06/letter-minister.pdf",
    "output/2024-06/monthly.pdf",
    "output/2024-06/six-monthly.pdf",
];

/// Whether everything below `output/` that ends in `.pdf` is a whole PDF.
fn assert_whole(folder: &Folder) {
    for (path, bytes) in left(folder).iter().filter(|(path, _)| path.ends_with(".pdf")) {
        assert!(
            bytes.starts_with(b"%PDF-1.7") && bytes.trim_ascii_end().ends_with(b"%%EOF"),
            "{path}"
        );
    }
}

#[test]
fn the_latest_month_is_made_and_made_once() {
    let folder = Folder::neutral().with_layouts();
    let first = run(folder.path(), "build");
    assert_eq!((first.status, first.out.as_str()), (0, ""));
    insta::assert_snapshot!(first.err);
    let mut expected = vec!["output/.lock"];
    expected.extend(JUNE);
    expected.push("output/manifest.json");
    let made = left(&folder);
    assert_eq!(names(&made), expected);
    assert_whole(&folder);

    let again = run(folder.path(), "build");
    assert_eq!(
        (again.status, again.err.as_str()),
        (0, "4 papers are current; nothing to do\n")
    );
    assert_eq!(left(&folder), made);

    let one = run(folder.path(), "-q build --month 2024-04");
    assert_eq!((one.status, one.out.as_str(), one.err.as_str()), (0, "", ""));
    assert!(left(&folder).contains_key("output/2024-04/monthly.pdf"));
}

#[test]
fn one_paper_is_made_by_its_name() {
    let folder = Folder::neutral().with_layouts();
    let letter = run(folder.path(), "build letter-minister");
    assert_eq!(
        (letter.status, letter.err.as_str()),
        (0, "made output/2024-06/letter-minister.pdf\n")
    );
    let monthly = run(folder.path(), "build monthly --month 2024-04");
    assert_eq!(
        (monthly.status, monthly.err.as_str()),
        (0, "made output/2024-04/monthly.pdf\n")
    );
    assert_eq!(
        names(&left(&folder)),
        [
            "output/.lock",
            "output/2024-04/monthly.pdf",
            "output/2024-06/letter-minister.pdf",
            "output/manifest.json"
        ]
    );
}

#[test]
fn from_elsewhere_paths_are_those_of_who_stands_there() {
    let folder = Folder::neutral().with_layouts();
    let elsewhere = folder.path().join("inputs");
    let ran = run(&elsewhere, "-C .. build letter-leader");
    assert_eq!(
        (ran.status, ran.err.as_str()),
        (0, "made ../output/2024-06/letter-leader.pdf\n")
    );
    assert!(left(&folder).contains_key("output/2024-06/letter-leader.pdf"));
}

#[test]
fn all_papers_are_made_and_then_are_what_the_inputs_make() {
    let folder = Folder::neutral().with_layouts();
    let made = run(folder.path(), "build --all");
    assert_eq!((made.status, made.out.as_str()), (0, ""));
    assert_eq!(made.err.lines().count(), 6, "{}", made.err);
    let before = left(&folder);
    let again = run(folder.path(), "build --all");
    assert_eq!(
        (again.status, again.err.as_str()),
        (0, "6 papers are current; nothing to do\n")
    );
    let checked = run(folder.path(), "build --check");
    assert_eq!(
        (checked.status, checked.out.as_str(), checked.err.as_str()),
        (0, "", "6 papers are what the inputs make\n")
    );
    assert_eq!(left(&folder), before);
}

#[test]
fn a_check_of_the_papers_tells_what_differs_and_writes_nothing() {
    let folder = Folder::neutral().with_layouts();
    assert_eq!(run(folder.path(), "-q build --all").status, 0);
    let folder = folder.replace(
        COUNCIL,
        "numerator: 76, denominator: 101",
        "numerator: 77, denominator: 101",
    );
    std::fs::remove_file(folder.path().join(JUNE[0])).unwrap();
    std::fs::write(folder.path().join(JUNE[1]), "not a paper").unwrap();
    let before = left(&folder);
    let ran = run(folder.path(), "build --check");
    assert_eq!((ran.status, ran.out.as_str()), (1, ""));
    insta::assert_snapshot!(ran.err);
    assert_eq!(left(&folder), before);
}

#[test]
fn without_papers_there_is_nothing_that_could_be_right() {
    let folder = Folder::neutral().with_layouts();
    let ran = run(folder.path(), "build --check");
    assert_eq!(ran.status, 1);
    insta::assert_snapshot!(ran.err);
    assert!(left(&folder).is_empty());
}

#[test]
fn where_anything_is_wrong_nothing_is_written() {
    let layout = "../report-templates/monthly/glance.typ";
    let faults = [
        (
            "yaml",
            Folder::neutral().with_layouts().replace(
                COUNCIL,
                "  unallocated_cases: 0",
                "\tunallocated_cases: 0",
            ),
        ),
        (
            "a rule",
            Folder::neutral()
                .with_layouts()
                .replace(COUNCIL, "numerator: 76", "numerator: 776"),
        ),
        (
            "prose",
            Folder::neutral().with_layouts().replace(
                COUNCIL,
                "{{ plan.overdue.count }}",
                "{{ plan.overdo.count }}",
            ),
        ),
        (
            "a layout",
            Folder::neutral()
                .with_layouts()
                .append(layout, "\n#let broken = (\n"),
        ),
        (
            "a layout that is warned about",
            Folder::neutral().with_layouts().append(
                "../report-templates/monthly/main.typ",
                "\n#text(font: \"Arial\")[x]\n",
            ),
        ),
    ];
    let mut told = String::new();
    for (name, folder) in faults {
        let ran = run(folder.path(), "build --month 2024-05");
        assert_eq!((ran.status, ran.out.as_str()), (1, ""), "{name}");
        assert!(left(&folder).is_empty(), "{name}: {:?}", names(&left(&folder)));
        told += &format!("## {name}\n{}\n", ran.err);
    }
    insta::assert_snapshot!(told);
}

#[test]
fn what_is_there_stays_when_something_is_wrong() {
    let folder = Folder::neutral().with_layouts();
    assert_eq!(run(folder.path(), "-q build --month 2024-04").status, 0);
    let before = left(&folder);
    let folder = folder.replace(COUNCIL, "numerator: 76", "numerator: 776");
    for typed in [
        "build",
        "build --all",
        "build --month 2024-06",
        "build --draft",
        "build --check",
    ] {
        assert_eq!(run(folder.path(), typed).status, 1, "{typed}");
    }
    assert_eq!(left(&folder), before);
}

#[test]
fn a_manuscript_is_emitted_whole() {
    let folder = Folder::neutral().with_layouts();
    let ran = run(folder.path(), "build letter-leader --emit manuscripts");
    assert_eq!(ran.status, 0);
    insta::assert_snapshot!(ran.err);
    let emitted = files(&folder.path().join("manuscripts/2024-06/letter-leader"));
    let names: Vec<_> = names(&emitted)
        .into_iter()
        .filter(|path| !path.starts_with("report-templates/"))
        .collect();
    assert_eq!(
        names,
        [
            "data/paper.json",
            "fonts/Inter-Bold.ttf",
            "fonts/Inter-Italic.ttf",
            "fonts/Inter-Regular.ttf",
            "fonts/Inter-SemiBold.ttf",
            "fonts/OFL.txt"
        ]
    );
    assert!(emitted.contains_key("report-templates/letter/main.typ"));
}
