//! Whole or not at all: a build that is killed at any moment leaves each file old or new, `--check` sees a mix, the next
//! build finishes it and clears away what the killed one left half written, and nothing else.

use crate::office::Office;
use std::collections::BTreeMap;
use std::fs;
use std::process::Stdio;
use std::time::Duration;

/// How often a build is killed.
const KILLS: u32 = 100;

/// How many of the mixes that are seen are held against `build --check`, which makes every paper.
const CHECKED: usize = 5;

/// Every paper prints the programme's name.
const OLD: &str = "name: Northmere Children's Improvement Programme";
const NEW: &str = "name: Northmere Improvement Programme for Children";

/// What nobody but its owner may touch, though it looks a little like ours.
const FOREIGN: [&str; 3] = [
    "output/.board-papers-notes.txt",
    "output/2024-06/minutes.part",
    "output/2024-06/other.txt",
];

/// Files by their path in the output folder.
type Files = BTreeMap<String, Vec<u8>>;

impl Office {
    /// Every file of the output folder.
    fn output(&self) -> Files {
        let root = self.file("output");
        let entries = walkdir::WalkDir::new(&root).into_iter().map(Result::unwrap);
        let files = entries.filter(|entry| entry.file_type().is_file());
        files
            .map(|entry| {
                let path = entry.path().strip_prefix(&root).unwrap();
                (path.display().to_string(), fs::read(entry.path()).unwrap())
            })
            .collect()
    }

    /// The papers and the manifest, as they lie there.
    fn papers(&self) -> Files {
        let mut files = self.output();
        files.retain(|path, _| is_paper(path));
        files
    }

    /// Gives the programme its other name.
    fn renamed(self, old: &str, new: &str) -> Self {
        self.with(|folder| folder.replace("programme.yaml", old, new))
    }

    /// Whether a build that does not run any more was writing.
    fn was_interrupted(&self) -> bool {
        fs::metadata(self.file("output/.lock")).is_ok_and(|lock| lock.len() > 0)
    }

    /// Begins to build everything, and kills it after so long; or so long after it has begun to write.
    fn killed(&self, after: Duration, from: From) {
        let mut command = self.command(&["-q", "build", "--all"]);
        let mut build = command
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        match from {
            From::Start => {}
            From::Writing => {
                while build.try_wait().unwrap().is_none() && !self.was_interrupted() {
                    std::thread::sleep(Duration::from_micros(200));
                }
            }
        }
        std::thread::sleep(after);
        let _ = build.kill();
        build.wait().unwrap();
    }
}

/// From when the time to a kill counts.
#[derive(Clone, Copy)]
enum From {
    Start,
    Writing,
}

/// Numbers that look random, the same in every run (xorshift).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: Duration) -> Duration {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        let limit = u64::try_from(limit.as_micros()).unwrap();
        Duration::from_micros(self.0 % limit.max(1))
    }
}

fn is_paper(path: &str) -> bool {
    path == "manifest.json" || path.ends_with(".pdf")
}

fn is_unfinished(path: &str) -> bool {
    path.contains(".board-papers-") && path.ends_with(".part")
}

/// Each file that lies there is as it was or as it is to be.
#[track_caller]
fn each_is_one_of_these(lying: &Files, states: [&Files; 2], when: &str) {
    for (path, bytes) in lying {
        let is_whole = states.iter().any(|state| state[path] == *bytes);
        assert!(is_whole, "{when}: {path} is neither");
    }
}

/// How long a build of everything takes, and how long it writes.
fn pace(office: &Office) -> (Duration, Duration) {
    let file = office.file("times.json");
    office.runs(&["build", "--all", "--timings", file.to_str().unwrap()]);
    let times: serde_json::Value = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
    let milliseconds = |time: &serde_json::Value| Duration::from_secs_f64(time.as_f64().unwrap() / 1000.0);
    (
        milliseconds(&times["total"]),
        milliseconds(&times["run"]["write"]),
    )
}

#[test]
fn a_build_killed_at_any_moment_leaves_each_file_old_or_new() {
    let mut office = Office::plain();
    office.runs(&["build", "--all"]);
    let old = office.papers();
    office = office.renamed(OLD, NEW);
    let (whole, writing) = pace(&office);
    let new = office.papers();
    assert!(
        old.iter().all(|(path, bytes)| new[path] != *bytes),
        "every file changes"
    );
    FOREIGN
        .iter()
        .for_each(|path| fs::write(office.file(path), "mine").unwrap());

    let (mut chance, mut interrupted, mut mixes) = (Chance(2010), 0, 0);
    for number in 0..KILLS {
        office = match number % 2 {
            0 => office.renamed(NEW, OLD),
            _ => office.renamed(OLD, NEW),
        };
        let (limit, from) = match number % 4 {
            0 | 1 => (whole, From::Start),
            _ => (writing, From::Writing),
        };
        office.killed(chance.below(limit), from);
        let lying = office.papers();
        assert_eq!(lying.len(), old.len(), "none is gone: {:?}", lying.keys());
        each_is_one_of_these(&lying, [&old, &new], &format!("kill {number}"));
        interrupted += usize::from(office.was_interrupted());
        if lying != old && lying != new {
            mixes += 1;
            if mixes <= CHECKED {
                office.ends(1, &["build", "--check"]);
            }
        }
    }
    assert!(
        interrupted >= 3,
        "{interrupted} of {KILLS} kills met a build that was writing"
    );

    let office = office.renamed(NEW, OLD);
    office.runs(&["build"]);
    office.runs(&["build", "--check"]);
    assert_eq!(office.papers(), old);
    only_foreign_files_are_left(&office);
}

/// What was half written is gone, and nothing else.
fn only_foreign_files_are_left(office: &Office) {
    let mut left = office.output();
    left.retain(|path, _| !is_paper(path));
    let left: Vec<_> = left.keys().map(String::as_str).collect();
    let kept = [
        ".board-papers-notes.txt",
        ".last-build.json",
        ".lock",
        "2024-06/minutes.part",
        "2024-06/other.txt",
    ];
    assert_eq!(left, kept, "what was half written is gone, and nothing else");
    for path in FOREIGN {
        assert_eq!(fs::read_to_string(office.file(path)).unwrap(), "mine", "{path}");
    }
}

/// A build that may write no file longer than so many blocks fails as it would on a full disk: in the middle of a file.
#[cfg(unix)]
#[test]
fn a_full_disk_leaves_each_file_old_or_new_and_no_half_file() {
    let office = Office::plain();
    office.runs(&["build", "--all"]);
    let old = office.papers();
    let renamed = Office::plain().renamed(OLD, NEW);
    renamed.runs(&["build", "--all"]);
    let new = renamed.papers();

    let office = office.renamed(OLD, NEW);
    let (mut refused, mut mixes) = (0, 0);
    for blocks in (0..).step_by(8) {
        let run = office.with_room_for(blocks, &["build", "--all"]);
        let files = office.output();
        assert!(
            !files.keys().any(|path| is_unfinished(path)),
            "{:?}",
            files.keys()
        );
        let lying = office.papers();
        each_is_one_of_these(&lying, [&old, &new], &format!("{blocks} blocks"));
        if run.status == 0 {
            break;
        }
        assert_eq!(run.status, 2, "{blocks} blocks: {}", run.err);
        assert!(run.err.starts_with("error: cannot write `output/"), "{}", run.err);
        refused += 1;
        if lying != old && lying != new {
            mixes += 1;
            office.ends(1, &["build", "--check"]);
        }
    }
    assert!(refused > 3 && mixes > 0, "{refused} refused, {mixes} mixes");
    assert_eq!(office.papers(), new);
    office.runs(&["build", "--check"]);
}
