//! Whole processes over the shipped programme, each from a cold start: one paper, all papers, nothing to do, `check`; the
//! plain `typst` compiler on the same manuscript; and how much memory it takes. Knows the program only from outside.

use crate::office::{Office, median, peak_memory};
use crate::table::{Measured, Row};
use std::fs;
use std::process::Command;
use std::time::Duration;

const MONTH: &str = "2011-05";

/// How often most things are done; the median counts.
const TIMES: usize = 7;

/// What the `typst` package for Python takes for one paper in a process of its own, in seconds, without the time that
/// Python takes to start.
const TYPST: &str = "
import sys, time, typst
folder, kind = sys.argv[1], sys.argv[2]
start = time.perf_counter()
pdf = typst.compile(f'{folder}/report-templates/{kind}/main.typ', root=folder, font_paths=[f'{folder}/fonts'],
    ignore_system_fonts=True, pdf_standards=['a-3a', 'ua-1'])
open(f'{folder}/paper.pdf', 'wb').write(pdf)
print(time.perf_counter() - start)
";

/// One paper, and the same pages by the plain compiler.
pub fn single() -> Vec<Row> {
    ["monthly", "six-monthly"].into_iter().flat_map(one).collect()
}

fn one(kind: &str) -> Vec<Row> {
    let office = Office::shipped();
    let emitted = office.file("emitted");
    let folder = emitted.to_str().expect("a name");
    office.run(&["build", kind, "--month", MONTH, "--emit", folder]);
    let below = format!("{folder}/{MONTH}/{kind}");
    let ours = median(TIMES, || office.cold(&["build", kind, "--month", MONTH]));
    let floors: Option<Vec<Duration>> = (0..TIMES).map(|_| typst(&below, kind)).collect();
    let ratio = match floors {
        Some(mut floors) => {
            floors.sort();
            let floor = floors.get(TIMES / 2).copied().expect("times");
            Measured::Ratio(ours.as_secs_f64() / floor.as_secs_f64())
        }
        None => Measured::Not("`pip install typst` brings the compiler"),
    };
    vec![
        Row::time(format!("one {kind} paper, cold process"), ours),
        Row::new(
            format!("the same, times what `typst` takes for the {kind} manuscript"),
            ratio,
            Some(Measured::Ratio(1.2)),
        ),
    ]
}

fn typst(folder: &str, kind: &str) -> Option<Duration> {
    let run = Command::new("python3")
        .args(["-c", TYPST, folder, kind])
        .output()
        .ok()?;
    let seconds = String::from_utf8_lossy(&run.stdout).trim().parse().ok()?;
    Some(Duration::from_secs_f64(seconds))
}

/// All papers of fourteen months, against each of them by itself; and the memory that takes.
pub fn all() -> Vec<Row> {
    let office = Office::shipped();
    let all = median(3, || office.cold(&["build", "--all"]));
    let papers = papers(&office);
    let singles: Duration = papers
        .iter()
        .map(|(month, name)| office.cold(&["build", name, "--month", month]))
        .sum();
    let _ = fs::remove_dir_all(office.file("output"));
    let process = office.command(&["build", "--all"]).spawn().expect("a process");
    let memory = peak_memory(process).map_or(Measured::Not("only Linux tells"), Measured::Bytes);
    vec![
        Row::time(format!("all {} papers, cold process", papers.len()), all),
        Row::new(
            "the same, times the sum of one process for each paper",
            Measured::Ratio(all.as_secs_f64() / singles.as_secs_f64()),
            Some(Measured::Ratio(0.75)),
        ),
        Row::new(
            "the same, memory at its peak",
            memory,
            Some(Measured::Bytes(400_000_000)),
        ),
    ]
}

/// The month and name of every paper that lies there.
fn papers(office: &Office) -> Vec<(String, String)> {
    let files = walkdir::WalkDir::new(office.file("output")).sort_by_file_name();
    let paths = files
        .into_iter()
        .map(|entry| entry.expect("an entry").into_path());
    let pdfs = paths.filter(|path| path.extension().is_some_and(|kind| kind == "pdf"));
    let named = |path: std::path::PathBuf| {
        let month = path
            .parent()
            .and_then(|folder| folder.file_name())
            .expect("a month");
        let name = path.file_stem().expect("a name");
        (
            month.to_string_lossy().into_owned(),
            name.to_string_lossy().into_owned(),
        )
    };
    pdfs.map(named).collect()
}

/// Nothing to do.
pub fn noop() -> Vec<Row> {
    let office = Office::shipped();
    office.run(&["build", "--all"]);
    let time = median(4 * TIMES, || office.run(&["build", "--all"]));
    vec![Row::within("`build --all` with nothing to do", time, 50)]
}

/// Everything that is wrong with the shipped inputs: nothing.
pub fn check() -> Vec<Row> {
    let office = Office::shipped();
    let time = median(2 * TIMES, || office.run(&["check"]));
    vec![Row::within("`check` of fourteen months", time, 150)]
}
