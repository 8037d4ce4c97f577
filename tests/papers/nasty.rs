//! Data that no programme should have: every paper is made of it all the same, keeps its standards, has no words on
//! words or beyond the page, and the page at a glance stays one page.

use crate::house::{desk, papers_in, set};
use crate::legible::illegible;
use crate::pdf::assert_sound;
use crate::support::Folder;
use board_papers::compose::Composed;
use board_papers::domain::PaperKind;
use board_papers::pipeline::{Desk, Finish};
use board_papers::typeset::{Layout, Memory, lay_out};
use std::fmt::Write;
use std::num::NonZeroUsize;
use std::path::Path;

const COUNCIL: &str = "returns/2024-06/council.yaml";
const CHAIR: &str = "chair/2024-06.yaml";
const PLAN: &str = "plan.yaml";

/// What is laid out is set as a PDF at once, and need not be laid out again.
const TWICE: Memory = Memory::Of(NonZeroUsize::new(2).unwrap());

/// Makes the papers of June 2024 and judges each; gives back the layout of the monthly report.
fn judged(case: &str, folder: Folder) -> Layout {
    let folder = folder.with_layouts();
    if let Some(to) = std::env::var_os("NASTY_PAPERS") {
        crate::support::copy(folder.path(), &Path::new(&to).join(case.replace(' ', "-")));
    }
    let desk = desk(&folder);
    let of = |kind| papers_in(&desk, kind, "2024-06", Finish::Draft);
    for paper in of(PaperKind::SixMonthly) {
        judge(case, &desk, &paper);
    }
    let layout = judge(case, &desk, &of(PaperKind::Monthly).remove(0));
    let page = |label| layout.page_of(label).unwrap();
    assert_eq!(
        page("scorecard"),
        page("glance") + 1,
        "{case}: the page at a glance is one page"
    );
    layout
}

fn judge(case: &str, desk: &Desk, paper: &Composed) -> Layout {
    let layout = lay_out(&paper.manuscript, &desk.fonts, TWICE).unwrap();
    assert_eq!(illegible(&paper.path, &layout), Vec::<String>::new(), "{case}");
    let pdf = set(desk, paper).pdf;
    assert_sound(&format!("{case}, {}", paper.path), &pdf);
    // For a person who wants to see them.
    if let Some(folder) = std::env::var_os("CONTACT_SHEETS") {
        let name = format!("nasty-{}-{}.pdf", case.replace(' ', "-"), paper.name());
        std::fs::write(Path::new(&folder).join(name), pdf).unwrap();
    }
    layout
}

/// The words on a page, as they are printed.
fn words(layout: &Layout, page: usize) -> String {
    let runs = layout.sheets[page - 1].runs.iter();
    runs.map(|run| run.text.as_str()).collect()
}

/// An indicator that counts whatever it likes, with a target.
fn indicator(id: &str, name: &str, number: usize, decimals: u8) -> String {
    format!(
        "  - {{ id: {id}, ref: X{number}, name: \"{name}\", heading: demand, theme: protection, definition: A test., \
         numerator: things, counts: other, unit: number, decimals: {decimals}, good: high, nature: flow, \
         frequency: monthly, source: Nowhere, owner: head_of_quality, body: northmere, \
         targets: [{{ shape: step, points: [{{ month: 2024-04, value: 6 }}] }}], tolerance: {{ below: 1 }} }}\n"
    )
}

/// A back series of the same indicator: what `value` gives for each of the twelve months before the first return.
fn history(id: &str, value: impl Fn(usize) -> String) -> String {
    let mut text = format!("  {id}:\n");
    for number in 0..12 {
        let (year, month) = (2023 + (number + 3) / 12, (number + 3) % 12 + 1);
        writeln!(text, "    {year}-{month:02}: {}", value(number)).unwrap();
    }
    text
}

/// The neutral programme with further indicators, their back series and their figures for June.
fn with_indicators(indicators: &str, series: &str, figures: &str) -> Folder {
    let folder = Folder::neutral();
    let june = folder.text(COUNCIL).replace(
        "  unallocated_cases: 0\n",
        &format!("  unallocated_cases: 0\n{figures}"),
    );
    folder
        .put("indicators/extremes.yaml", format!("indicators:\n{indicators}"))
        .append("history.yaml", series)
        .put(COUNCIL, june)
}

#[test]
fn figures_of_any_size_and_none_at_all() {
    let long = "Children whose visits were late ".repeat(7);
    let mut indicators = String::new();
    let mut series = String::new();
    for (number, (id, decimals)) in [
        ("equal", 0),
        ("one_point", 0),
        ("nothing", 0),
        ("all_missing", 0),
        ("below_nought", 1),
        ("huge", 0),
        ("tiny", 3),
        ("long", 0),
    ]
    .into_iter()
    .enumerate()
    {
        let name = if id == "long" { long[..200].trim() } else { id };
        indicators += &indicator(id, name, number, decimals);
    }
    let missing = "{ missing: not_yet_available, note: The system was down }";
    series += &history("equal", |_| "5".to_owned());
    series += &history("all_missing", |_| missing.to_owned());
    series += &history("below_nought", |number| format!("-{number}.5"));
    series += &history("huge", |number| format!("1{number:02}0000000"));
    series += &history("tiny", |number| format!("0.00{}", number % 3));
    series += &history("long", |number| number.to_string());
    let figures = format!(
        "  equal: 5\n  one_point: 7\n  all_missing: {missing}\n  below_nought: -120.5\n  huge: 1000000000\n  tiny: 0.001\n  long: 7\n"
    );
    let layout = judged("odd figures", with_indicators(&indicators, &series, &figures));
    let scorecard = layout.page_of("scorecard").unwrap();
    let printed: String = (scorecard..layout.page_of("exceptions").unwrap())
        .map(|page| words(&layout, page))
        .collect();
    for figure in ["1,000,000,000", "0.001", "−120.5", "[x]"] {
        assert!(printed.contains(figure), "{figure} is not in {printed}");
    }
}

/// So many indicators, each with a history and a figure for June.
fn many_indicators(count: usize) -> Folder {
    let id = |number: usize| format!("x{number}");
    let numbers = || 0..count;
    let indicators = numbers()
        .map(|number| indicator(&id(number), &format!("Things of kind {number}"), number, 0))
        .collect::<String>();
    let value = |number: usize, month: usize| (3 + (number * 7 + month * 5) % 11).to_string();
    let series = numbers()
        .map(|number| history(&id(number), |month| value(number, month)))
        .collect::<String>();
    let figures = numbers()
        .map(|number| format!("  {}: {}\n", id(number), number % 9))
        .collect::<String>();
    with_indicators(&indicators, &series, &figures)
}

/// An action of the plan that is overdue.
fn overdue_action(number: usize) -> String {
    format!(
        "  - {{ id: z{number}, ref: \"3.{number}\", title: Do the thing of number {number}, answers: [r1], \
         theme: assessment, owner: head_of_assessment, body: northmere, plan: first_plan, start: 2024-04-15, \
         due: [{{ date: 2024-06-14 }}], measures: [{{ text: It is done }}] }}\n"
    )
}

/// Two hundred indicators and five hundred actions.
#[test]
fn more_than_anyone_can_read() {
    let folder = many_indicators(200);
    let actions: String = (0..500).map(overdue_action).collect();
    let plan = folder.text(PLAN);
    let plan = plan.replace("actions:\n", &format!("actions:\n{actions}"));
    let layout = judged("many", folder.put(PLAN, plan));
    let glance = words(&layout, layout.page_of("glance").unwrap());
    let (_, more) = glance.split_once("and ").unwrap();
    let (count, rest) = more.split_once(" more, page ").unwrap();
    let page: String = rest.chars().take_while(char::is_ascii_digit).collect();
    assert!(count.parse::<usize>().unwrap() > 480, "{count}");
    let ninth = layout
        .landmarks
        .iter()
        .filter(|one| one.label.starts_with("exception-"))
        .nth(8)
        .unwrap();
    assert_eq!(
        page.parse(),
        Ok(ninth.page),
        "the page that is named is where they go on"
    );
}

/// No action, no milestone, no commentary, no words of anybody.
#[test]
fn nothing_to_report() {
    let folder = Folder::neutral();
    let plan = folder.text(PLAN);
    let (head, rest) = plan.split_once("actions:\n").unwrap();
    let (_, rest) = rest.split_once("\nmilestones:\n").unwrap();
    let plan = format!("{head}actions: []\n\nmilestones:\n{rest}");
    let mut bare = folder.put(PLAN, plan).remove(CHAIR);
    for month in ["2024-04", "2024-05", "2024-06"] {
        for body in ["council", "health"] {
            let file = format!("returns/{month}/{body}.yaml");
            let text = bare.text(&file);
            let figures = text.split("actions:\n").next().unwrap().to_owned();
            bare = bare.put(&file, figures);
        }
    }
    judged("nothing", bare);
}

/// Three thousand words wherever words may stand: of an owner, of the director, of the chair.
#[test]
fn three_thousand_words() {
    let words = "    The work goes on as it did, and more of it was done than before.\n".repeat(215);
    let folder = Folder::neutral();
    let june = folder.text(COUNCIL);
    let june = june
        .replace("  summary: |\n", &format!("  summary: |\n{words}"))
        .replace("  quality: |\n", &format!("  quality: |\n{words}"))
        .replace(
            "actions:\n",
            &format!("commentary:\n  children_on_plans: |\n{words}  audits_good: |\n{words}actions:\n"),
        );
    let chair = folder.text(CHAIR);
    let chair = chair
        .replace("  judgement: |\n", &format!("  judgement: |\n{words}"))
        .replace("  minister: |\n", &format!("  minister: |\n{words}"));
    let layout = judged("long words", folder.put(COUNCIL, june).put(CHAIR, chair));
    let page = |label| layout.page_of(label).unwrap();
    assert!(
        page("glance") - page("summary") > 3,
        "the director's page flows on"
    );
}
