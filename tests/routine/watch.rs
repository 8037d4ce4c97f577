//! `watch`: what is saved is made, what is broken is told and leaves the papers alone, and nothing that an editor does
//! ends it.

use crate::office::Office;
use std::fs;
use std::io::Read;
use std::process::{Child, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

const COUNCIL: &str = "inputs/returns/2024-06/council.yaml";
const PAPER: &str = "output/2024-06/monthly.pdf";
const SOUND: &str = "numerator: 81, denominator: 103";

/// How often it is asked whether something was said, and how many times: a minute, on a machine that has much to do.
const ASKS: (Duration, u32) = (Duration::from_millis(10), 6000);

/// A watch over an office.
struct Watch {
    process: Child,
    said: Arc<Mutex<String>>,
    heard: usize,
}

impl Watch {
    fn over(office: &Office, arguments: &[&str]) -> Self {
        let mut command = office.command(&[&["watch"], arguments].concat());
        let mut process = command
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut words = process.stderr.take().unwrap();
        let said = Arc::new(Mutex::new(String::new()));
        let all = Arc::clone(&said);
        thread::spawn(move || {
            let mut part = [0; 4096];
            while let Ok(length @ 1..) = words.read(&mut part) {
                all.lock()
                    .unwrap()
                    .push_str(&String::from_utf8_lossy(&part[..length]));
            }
        });
        let mut watch = Self {
            process,
            said,
            heard: 0,
        };
        watch.round();
        watch
    }

    /// What it says in its next round.
    #[track_caller]
    fn round(&mut self) -> String {
        const END: &str = "watching; end with Ctrl-C\n";
        for _ in 0..ASKS.1 {
            let said = self.said.lock().unwrap()[self.heard..].to_owned();
            if let Some(at) = said.find(END) {
                self.heard += at + END.len();
                return said[..at].to_owned();
            }
            thread::sleep(ASKS.0);
        }
        panic!("it says nothing more: {}", self.said.lock().unwrap());
    }

    /// What it has said since the last round.
    fn rest(&self) -> String {
        self.said.lock().unwrap()[self.heard..].to_owned()
    }

    /// Ends it as Ctrl-C does, by a signal that a test in the background hears too.
    #[cfg(unix)]
    fn interrupt(mut self) {
        let number = self.process.id().to_string();
        let mut kill = std::process::Command::new("sh");
        assert!(
            kill.args(["-c", "kill -TERM $0", &number])
                .status()
                .unwrap()
                .success()
        );
        self.process.wait().unwrap();
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Saves a file in one step, so that no look finds half of it.
fn save(office: &Office, path: &str, text: &str) {
    let unsaved = office.file("inputs/.unsaved");
    fs::write(&unsaved, text).unwrap();
    fs::rename(unsaved, office.file(path)).unwrap();
}

#[test]
fn what_is_saved_is_made_and_what_is_broken_leaves_the_papers_alone() {
    let office = Office::plain();
    let mut watch = Watch::over(&office, &[]);
    let first = fs::read(office.file(PAPER)).unwrap();
    let text = fs::read_to_string(office.file(COUNCIL)).unwrap();
    let other = text.replace(SOUND, "numerator: 80, denominator: 103");

    save(&office, COUNCIL, &other);
    let said = watch.round();
    assert!(said.starts_with(&format!("`{COUNCIL}` was saved\n")), "{said}");
    assert!(said.contains("2024-06/monthly.pdf\n"), "{said}");
    assert!(!said.contains("letter"), "no letter names the figure: {said}");
    let second = fs::read(office.file(PAPER)).unwrap();
    assert_ne!(first, second);

    save(&office, COUNCIL, &other.replace("figures:", "figures: ["));
    let said = watch.round();
    assert!(said.contains("error["), "{said}");
    assert_eq!(fs::read(office.file(PAPER)).unwrap(), second);

    save(&office, COUNCIL, &text);
    let said = watch.round();
    assert!(
        said.contains("2024-06/monthly.pdf\n") && !said.contains("error"),
        "{said}"
    );
    assert!(
        fs::read(office.file(PAPER)).unwrap() == first,
        "the same bytes as before"
    );
}

#[test]
fn editors_leave_droppings_rename_and_take_files_away() {
    let office = Office::plain();
    let mut watch = Watch::over(&office, &[]);
    let month = office.file("inputs/returns/2024-06");
    let text = fs::read_to_string(office.file(COUNCIL)).unwrap();
    for dropping in [".council.yaml.swp", "council.yaml~", "#council.yaml#", "4913.tmp"] {
        fs::write(month.join(dropping), "half of it").unwrap();
    }
    // Many editors write a new file and put it in the place of the old one.
    fs::write(
        month.join(".council.yaml.new"),
        text.replace(SOUND, "numerator: 79, denominator: 103"),
    )
    .unwrap();
    fs::rename(month.join(".council.yaml.new"), office.file(COUNCIL)).unwrap();
    let said = watch.round();
    assert!(said.starts_with(&format!("`{COUNCIL}` was saved\n")), "{said}");
    assert!(said.contains("2024-06/monthly.pdf\n"), "{said}");

    fs::rename(office.file(COUNCIL), month.join("town.yaml")).unwrap();
    let said = watch.round();
    let moved = format!("`{COUNCIL}` is gone\n`inputs/returns/2024-06/town.yaml` is new\n");
    assert!(said.starts_with(&moved), "{said}");
    assert!(!said.contains("error"), "{said}");

    fs::rename(office.file("inputs"), office.file("elsewhere")).unwrap();
    let said = watch.round();
    assert!(said.contains("error: there is no `inputs` folder"), "{said}");
    fs::rename(office.file("elsewhere"), office.file("inputs")).unwrap();
    let said = watch.round();
    assert!(said.contains("4 papers are current; nothing to do"), "{said}");
    assert_eq!(watch.rest(), "", "it says nothing while nothing happens");
}

#[test]
fn what_is_not_finished_comes_out_as_a_draft_and_other_months_are_left_alone() {
    let approval = "  - { paper: monthly, period: 2024-05, by: director, on: 2024-06-13 }\n";
    let office = Office::plain().with(|folder| folder.replace("approvals.yaml", approval, ""));
    let mut watch = Watch::over(&office, &["--month", "2024-05"]);
    assert!(office.file("output/2024-05/monthly.pdf").exists());
    assert!(!office.file(PAPER).exists());
    let manifest = || fs::read_to_string(office.file("output/manifest.json")).unwrap();
    assert!(manifest().contains("\"state\": \"draft\""), "{}", manifest());
    let text = fs::read_to_string(office.file("inputs/approvals.yaml")).unwrap();
    save(&office, "inputs/approvals.yaml", &(text + approval));
    watch.round();
    assert!(!manifest().contains("\"state\": \"draft\""), "{}", manifest());
}

#[cfg(unix)]
#[test]
fn an_interruption_ends_it_and_leaves_whole_papers() {
    let office = Office::plain();
    let watch = Watch::over(&office, &[]);
    watch.interrupt();
    assert_eq!(
        office.runs(&["build"]).err,
        "4 papers are current; nothing to do\n"
    );
}

#[test]
fn where_there_is_nothing_to_watch_it_does_not_wait() {
    let office = Office::plain();
    fs::remove_dir_all(office.file("inputs")).unwrap();
    let run = office.ends(2, &["watch"]);
    assert!(
        run.err.starts_with("error: there is no `inputs` folder"),
        "{}",
        run.err
    );
}
