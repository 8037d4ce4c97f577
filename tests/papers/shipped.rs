//! The shipped papers: their standards, their sections, the words that say what they are, and how a figure goes through
//! them. Set here are the latest papers and October's; the others are made by `build --check`.

use crate::house::{data, pages, papers, set};
use crate::pdf::{Said, assert_sound, attached, said};
use crate::support::{Folder, repository};
use board_papers::catalogue::occasions;
use board_papers::compose::Composed;
use board_papers::domain::PaperKind;
use board_papers::pipeline::{Desk, Finish};
use board_papers::typography::with_apostrophes;
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The sections of the director's report.
const MONTHLY: [&str; 13] = [
    "Director’s summary",
    "At a glance",
    "Scorecard",
    "Exceptions",
    "Quality",
    "Workforce, capacity and resources",
    "The plan",
    "Milestones to excellence",
    "Engagement",
    "Partners",
    "Risks and issues",
    "Decisions asked, and actions from earlier meetings",
    "Notes",
];

/// The sections of the chair's report.
const SIX_MONTHLY: [&str; 11] = [
    "Overall judgement",
    "Basis of the report",
    "Progress since the last report",
    "Performance",
    "Delivery of the plan",
    "Risk, capacity and workforce",
    "The partnership",
    "Views of practitioners, children and families",
    "Key issues for the Secretary of State and the Leader",
    "Exit from intervention",
    "Recommendations",
];

/// Its annexes.
const ANNEXES: [&str; 8] = [
    "Membership and attendance",
    "Indicators over the six months",
    "Milestones",
    "Matrix of recommendations",
    "Reports of sub-groups and the LSCB, and views heard",
    "Revisions and data quality",
    "Reconciliation with the six monthly papers",
    "Rules, marks and terms",
];

/// The shipped programme, read and judged once.
pub static SHIPPED: LazyLock<Desk> = LazyLock::new(|| Desk::open(&repository()).unwrap());

/// A paper with its pages as text and as a PDF.
struct Made {
    paper: Composed,
    pages: Vec<String>,
    pdf: Vec<u8>,
}

/// The latest papers and October's, by path.
static PAPERS: LazyLock<BTreeMap<String, Made>> = LazyLock::new(|| {
    let wanted = [
        (PaperKind::Monthly, "2010-10"),
        (PaperKind::Monthly, "2011-05"),
        (PaperKind::SixMonthly, "2011-05"),
    ];
    let composed = wanted
        .into_iter()
        .flat_map(|(kind, month)| papers(&SHIPPED, kind, month));
    let made = composed.map(|paper| {
        let (pages, pdf) = (pages(&SHIPPED, &paper), set(&SHIPPED, &paper).pdf);
        (paper.path.clone(), Made { paper, pages, pdf })
    });
    made.collect()
});

/// Asserts that each heading begins a line, numbered, in this order; a long one goes on in the next line.
#[track_caller]
fn assert_headed<'h>(made: &Made, headings: impl Iterator<Item = (String, &'h str)>) {
    let text = made.pages[1..].join("\n").replace(" \n", "\n");
    let mut rest = text.as_str();
    for (number, heading) in headings {
        let whole = format!("{number} {heading}");
        let begins = |(at, _): &(usize, &str)| {
            let line = rest[at + 1..]
                .chars()
                .take(whole.chars().count() + 1)
                .map(|c| if c == '\n' { ' ' } else { c });
            line.eq(whole.chars().chain([' ']))
        };
        let found = rest.match_indices('\n').find(begins);
        let (at, _) = found
            .unwrap_or_else(|| panic!("{}: {whole:?} is nowhere after the last heading", made.paper.path));
        rest = &rest[at + 1..];
    }
}

#[test]
fn papers_keep_their_standards() {
    for (path, made) in PAPERS.iter() {
        assert_sound(path, &made.pdf);
        let (title, period) = (
            &made.paper.title,
            data(&made.paper)["paper"]["period"].as_str().unwrap().to_owned(),
        );
        let said = said(&made.pdf);
        assert!(
            said.subject.ends_with(". Illustrative figures."),
            "{path}: {said:?}"
        );
        let expected = Said {
            title: with_apostrophes(&format!("{title}, {period}")),
            subject: said.subject.clone(),
            language: "en-GB".to_owned(),
            tagged: true,
            shows_title: true,
            bookmarks: true,
        };
        assert_eq!(said, expected, "{path}");
    }
}

#[test]
fn every_section_is_in_its_place() {
    let numbered = |headings: &'static [&str]| {
        headings
            .iter()
            .enumerate()
            .map(|(at, heading)| ((at + 1).to_string(), *heading))
    };
    for path in ["2010-10/monthly.pdf", "2011-05/monthly.pdf"] {
        assert_headed(&PAPERS[path], numbered(&MONTHLY));
    }
    let annexes = ANNEXES
        .iter()
        .zip('A'..)
        .map(|(heading, letter)| (format!("Annex {letter}"), *heading));
    assert_headed(
        &PAPERS["2011-05/six-monthly.pdf"],
        numbered(&SIX_MONTHLY).chain(annexes),
    );
}

#[test]
fn every_page_says_that_its_figures_are_illustrative() {
    for (path, made) in PAPERS.iter() {
        for (number, page) in made.pages.iter().enumerate() {
            assert!(
                page.contains("Illustrative figures"),
                "{path}, page {}:\n{page}",
                number + 1
            );
            let of = format!("Page {} of {}", number + 1, made.pages.len());
            assert!(page.contains(&of), "{path}: no {of:?} on\n{page}");
        }
        let spoken = String::from_utf8_lossy(&made.pdf);
        assert!(
            spoken.contains("llustrative"),
            "{path}: its metadata do not say it"
        );
    }
}

#[test]
fn the_figures_of_a_paper_are_attached_to_it() {
    for (path, made) in PAPERS.iter() {
        let attached = attached(&made.pdf);
        if path.contains("letter") {
            assert!(attached.is_empty(), "{path}");
            continue;
        }
        assert_eq!(
            attached.keys().collect::<Vec<_>>(),
            ["actions.csv", "charts.csv", "figures.csv", "tables.csv"],
            "{path}"
        );
        for given in data(&made.paper)["attachments"].as_array().unwrap() {
            let name = given["name"].as_str().unwrap();
            assert_eq!(attached[name], given["text"].as_str().unwrap(), "{path}: {name}");
        }
        let rows = attached["figures.csv"]
            .lines()
            .filter(|row| row.starts_with("ni59,"))
            .count();
        assert!(rows > 12, "{path}: {rows} months of ni59");
    }
}

/// A page's words without the spaces, which fall elsewhere where a line ends.
fn unspaced(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Facts, page at a glance, chart and exception have one sentence; what is missing has its reason instead.
#[test]
fn each_exception_stands_on_the_page_in_the_words_of_its_verdict() {
    let made = &PAPERS["2010-10/monthly.pdf"];
    let printed = unspaced(&made.pages.concat());
    let data = data(&made.paper);
    let items = data["exceptions"]["items"].as_array().unwrap();
    let told = items.iter().filter(|item| item["rating"] != "no_data");
    assert!(told.clone().count() > 10);
    for item in told {
        let sentence = item["verdict"].as_str().unwrap();
        assert!(printed.contains(&unspaced(sentence)), "{sentence}");
    }
}

/// Two offices may have one title; each has a row of its own.
#[test]
fn every_office_of_the_board_has_its_row_of_attendance() {
    let report = data(&papers(&SHIPPED, PaperKind::SixMonthly, "2010-11")[0]);
    let rows = report["annexes"]["attendance"]["rows"].as_array().unwrap();
    let officials = rows.iter().filter_map(|row| row[0].as_str());
    let officials: Vec<_> = officials
        .filter(|office| office.starts_with("Nominated official"))
        .collect();
    assert_eq!(
        officials,
        [
            "Nominated official, Department for Education",
            "Nominated official, Government Office for London"
        ]
    );
}

/// The chair's report goes out before the meeting that is to agree its key issues, and does not say that it did.
#[test]
fn what_a_coming_meeting_is_to_agree_is_not_agreed() {
    let report = data(&papers(&SHIPPED, PaperKind::SixMonthly, "2010-11")[0]);
    for issue in report["issues"]["items"].as_array().unwrap() {
        assert_eq!(issue["agreed"], "To be agreed by the Board on 6 January 2011");
    }
}

#[test]
fn every_paper_of_every_month_can_be_composed() {
    let programme = SHIPPED.checked.value().unwrap();
    let all = occasions(programme);
    assert_eq!(
        all.iter().filter(|one| one.kind == PaperKind::Monthly).count(),
        14
    );
    assert_eq!(
        all.iter().filter(|one| one.kind == PaperKind::SixMonthly).count(),
        2
    );
    for occasion in &all {
        let composed = SHIPPED.manuscripts(programme, occasion, Finish::Final);
        let composed = composed.unwrap_or_else(|findings| panic!("{findings:#?}"));
        let count = composed.papers.len();
        assert_eq!(count, if occasion.kind == PaperKind::Monthly { 1 } else { 3 });
    }
}

/// What each paper is set from, by path.
fn manuscripts(desk: &Desk) -> BTreeMap<String, (String, Value)> {
    let programme = desk
        .checked
        .value()
        .unwrap_or_else(|| panic!("{:#?}", desk.checked.findings()));
    let all = occasions(programme);
    let composed = all
        .iter()
        .flat_map(|one| desk.manuscripts(programme, one, Finish::Draft).unwrap().papers);
    composed
        .map(|paper| {
            (
                paper.path.clone(),
                (paper.manuscript.digest(&desk.fonts).to_string(), data(&paper)),
            )
        })
        .collect()
}

/// A figure of October's return, changed, shows in October's paper and the later ones that print it, and in none before.
#[test]
fn a_figure_goes_into_the_papers_from_its_month_on() {
    let october = "returns/2010-10/council.yaml";
    let text = std::fs::read_to_string(repository().join("inputs").join(october)).unwrap();
    let line = text
        .lines()
        .find(|line| line.trim_start().starts_with("ni59:"))
        .unwrap();
    let digits = line.split_once("numerator: ").unwrap().1;
    let numerator: String = digits.chars().take_while(char::is_ascii_digit).collect();
    let other = numerator.parse::<u32>().unwrap() - 100;
    let changed = line.replace(&format!("numerator: {numerator}"), &format!("numerator: {other}"));

    let before = manuscripts(&SHIPPED);
    let folder = Folder::shipped().with_layouts().replace(october, line, &changed);
    let after = manuscripts(&Desk::open(folder.path()).unwrap());
    assert_eq!(
        before.keys().collect::<Vec<_>>(),
        after.keys().collect::<Vec<_>>()
    );
    for (path, (digest, _)) in &before {
        let is_changed = after[path].0 != *digest;
        // Letters print no figure; everything else from October on has it in its charts and attached figures.
        let prints_it = path.as_str() >= "2010-10" && !path.contains("letter");
        assert_eq!(is_changed, prints_it, "{path}");
    }
    let row = format!("ni59,2010-10,{other}");
    for (path, (_, data)) in after
        .iter()
        .filter(|(path, _)| path.as_str() >= "2010-10" && !path.contains("letter"))
    {
        let figures = data["attachments"]
            .as_array()
            .unwrap()
            .iter()
            .find(|one| one["name"] == "figures.csv")
            .unwrap();
        let found = figures["text"]
            .as_str()
            .unwrap()
            .lines()
            .find(|row| row.starts_with("ni59,") && row.contains("2010-10"));
        assert!(
            found.is_some_and(|found| found.contains(&other.to_string())),
            "{path}: {row}: {found:?}"
        );
    }
}
