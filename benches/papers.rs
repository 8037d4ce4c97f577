//! How long each stage takes on the shipped programme, and the program as a whole from a cold process.
//! `cargo bench` prints the table; nothing is asserted.

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    missing_docs,
    reason = "a measurement that cannot be made must stop, and prints what it found"
)]

use board_papers::analysis::analyse;
use board_papers::catalogue::{before, occasions};
use board_papers::check::check;
use board_papers::compose::{Standing, compose};
use board_papers::draw::draw;
use board_papers::load::load;
use board_papers::pipeline::Printed;
use board_papers::typeset::{Fonts, typeset};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// How often each thing is done; the median is printed.
const TIMES: usize = 15;

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    println!("{:<44} {:>10} {:>10}", "", "median ms", "least ms");
    stages(folder);
    processes(folder);
}

fn stages(folder: &Path) {
    let sources = load(folder).expect("inputs");
    let fonts = Fonts::embedded();
    let check = |sources| check(sources, &|character| fonts.covers(character));
    measure("load", || load(folder));
    measure("check", || check(&sources));
    let (programme, _) = check(&sources).into_parts();
    let programme = programme.expect("a programme without errors");
    let occasion = occasions(&programme).into_iter().next_back().expect("a paper");
    measure("known at the cut-off", || programme.as_known_at(occasion.cut_off));
    let known = programme.as_known_at(occasion.cut_off);
    let earlier: Vec<_> = before(&programme, &occasion)
        .into_iter()
        .map(|one| (one.clone(), programme.as_known_at(one.cut_off)))
        .collect();
    measure("analyse", || analyse(&known, &occasion, &earlier));
    let assessment = analyse(&known, &occasion, &earlier);
    measure("draw", || draw(&assessment, &Printed(&fonts)));
    let charts = draw(&assessment, &Printed(&fonts));
    let composed = || compose(&assessment, &charts, &sources.layouts, &Standing::Final);
    measure("compose", composed);
    let papers = composed().expect("prose without faults");
    let paper = papers.first().expect("a paper");
    measure("typeset", || typeset(&paper.manuscript, &fonts));
}

fn processes(folder: &Path) {
    let run = |arguments: &[&str]| {
        let scratch = tempfile::tempdir().expect("a folder");
        for part in ["inputs", "report-templates"] {
            copy(&folder.join(part), &scratch.path().join(part));
        }
        let once = || {
            let status = Command::new(env!("CARGO_BIN_EXE_board-papers"))
                .args(["-q", "-C"])
                .arg(scratch.path())
                .args(arguments)
                .stdout(Stdio::null())
                .status();
            assert!(status.expect("a process").success(), "{arguments:?}");
        };
        let again = || {
            let _ = std::fs::remove_dir_all(scratch.path().join("output"));
            once();
        };
        measure(&format!("process: {}", arguments.join(" ")), again);
    };
    run(&["check"]);
    run(&["build", "monthly", "--month", "2010-10"]);
    run(&["build"]);
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("a copy");
        }
    }
}

fn measure<T>(what: &str, mut one: impl FnMut() -> T) {
    let mut times: Vec<Duration> = (0..TIMES)
        .map(|_| {
            let start = Instant::now();
            let result = one();
            let elapsed = start.elapsed();
            drop(result);
            elapsed
        })
        .collect();
    times.sort();
    let shown = |time: Option<&Duration>| time.map_or(0.0, |time| time.as_secs_f64() * 1000.0);
    println!(
        "{what:<44} {:>10.2} {:>10.2}",
        shown(times.get(TIMES / 2)),
        shown(times.first())
    );
}
