//! What is wrong with a later month is not in the way of an earlier paper, and does not pass `check`.

use crate::house::{files, left};
use crate::support::Folder;
use crate::support::program::run;

const JUNE: &str = "returns/2024-06/council.yaml";

#[test]
fn a_fault_in_a_later_return_does_not_stop_an_earlier_paper() {
    let sound = Folder::neutral().with_layouts();
    assert_eq!(run(sound.path(), "build --all").status, 0);
    let expected = &left(&sound)["output/2024-05/monthly.pdf"];

    let faulty = [
        Folder::neutral().replace(JUNE, "numerator: 81", "numerator: 801"),
        Folder::neutral().replace(JUNE, "spend:", "spent:"),
        Folder::neutral().put("returns/2024-06/council.yaml", "\t"),
        Folder::neutral().put("returns/2024-06/council.yaml", b"caf\xe9"),
        Folder::neutral().put("chair/2024-06.yaml", "judgement: better"),
    ];
    for folder in faulty.map(Folder::with_layouts) {
        let ran = run(folder.path(), "build --month 2024-05");
        assert_eq!(
            (ran.status, ran.err.as_str()),
            (0, "made output/2024-05/monthly.pdf\n")
        );
        assert_eq!(&left(&folder)["output/2024-05/monthly.pdf"], expected);
        assert_eq!(run(folder.path(), "-q facts --month 2024-05").status, 0);
        let before = files(folder.path());
        for typed in [
            "check",
            "build",
            "build --all",
            "build --check",
            "build --month 2024-06",
            "facts",
        ] {
            assert_eq!(run(folder.path(), typed).status, 1, "{typed}");
        }
        assert_eq!(files(folder.path()), before);
    }
}

#[test]
fn a_fault_in_what_every_paper_uses_stops_every_paper() {
    let folder =
        Folder::neutral()
            .with_layouts()
            .replace("plan.yaml", "owner: health_lead", "owner: health_leader");
    assert_eq!(run(folder.path(), "build --month 2024-04").status, 1);
    let folder = Folder::neutral().with_layouts().replace(
        "returns/2024-04/council.yaml",
        "numerator: 73",
        "numerator: 730",
    );
    assert_eq!(
        run(folder.path(), "build --month 2024-05").status,
        1,
        "an earlier month is in the charts"
    );
    assert!(left(&folder).is_empty());
}

/// With a meeting a month later, the paper on May knows of June's return, and of what is wrong with it.
#[test]
fn a_later_return_counts_where_the_cut_off_knows_of_it() {
    let late = || {
        let folder = Folder::neutral().with_layouts();
        let folder = folder.replace(
            "calendar.yaml",
            "    date: 2024-06-20\n    considers: 2024-05\n",
            "    date: 2024-06-20\n",
        );
        let first = "performance_group, date: 2024-07-18, considers: 2024-06";
        let both = "performance_group, date: 2024-07-19, considers: 2024-05 }\n  - { id: other, group: performance_group, date: 2024-07-18, considers: 2024-06";
        folder.replace("calendar.yaml", first, both)
    };
    let folder = late();
    assert_eq!(run(folder.path(), "build --month 2024-05").status, 0);
    let one = left(&folder);
    assert_eq!(run(folder.path(), "build --all").status, 0);
    assert_eq!(
        one["output/2024-05/monthly.pdf"],
        left(&folder)["output/2024-05/monthly.pdf"]
    );

    let folder = late().replace(JUNE, "numerator: 81", "numerator: 801");
    assert_eq!(run(folder.path(), "build --month 2024-05").status, 1);
    assert_eq!(run(folder.path(), "build --month 2024-04").status, 0);
}

/// An office that only a later return names is not called unused in an earlier paper.
#[test]
fn what_only_a_later_month_uses_is_not_unused() {
    let office = "  - { id: chair,";
    let folder = Folder::neutral().with_layouts().replace(
        "programme.yaml",
        office,
        &format!("  - {{ id: deputy, title: Deputy Director, body: northmere }}\n{office}"),
    );
    assert!(
        run(folder.path(), "check")
            .err
            .contains("nothing refers to the office `deputy`")
    );
    let used = folder.replace(
        JUNE,
        "issues:\n",
        "commentary:\n  repeat_plans: { text: It is looked into., officer: deputy }\nissues:\n",
    );
    assert_eq!(run(used.path(), "check").err, "");
    assert_eq!(run(used.path(), "facts --month 2024-04").err, "");
}
