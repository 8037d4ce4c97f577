//! From a saved sentence to the paper that has it, in `watch`. Knows one file and one paper.

use crate::office::{Office, median};
use crate::table::Row;
use std::fs;
use std::path::Path;
use std::process::Child;
use std::thread::sleep;
use std::time::{Duration, Instant, SystemTime};

const WORDS: &str = "inputs/returns/2011-05/director.yaml";
const PAPER: &str = "output/2011-05/monthly.pdf";
const SENTENCE: &str = "They presented it themselves.";

/// How many sentences are saved.
const TIMES: usize = 15;

/// Ends a watch however its measurement ends.
struct Watch(Child);

impl Drop for Watch {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// One changed sentence to a new monthly paper.
pub fn rows() -> Vec<Row> {
    let office = Office::shipped();
    let text = fs::read_to_string(office.file(WORDS)).expect("the director's words");
    assert!(text.contains(SENTENCE), "{SENTENCE}");
    office.run(&["build"]);
    let _watch = Watch(office.command(&["watch"]).spawn().expect("a watch"));
    // Its first round sets every paper's pages anew only when they are not current; a first save warms it up.
    let mut number = 0;
    let mut save = || {
        sleep(Duration::from_millis(700));
        number += 1;
        let changed = text.replace(SENTENCE, &format!("{SENTENCE} I heard {number} of them."));
        saved_to_made(&office, &changed)
    };
    let first = save();
    let later = median(TIMES, save);
    vec![
        Row::within(
            "one changed sentence to a new monthly paper, in `watch`",
            later,
            150,
        ),
        Row::time("the first such change after `watch` was started", first),
    ]
}

/// How long the paper takes after its words were saved.
fn saved_to_made(office: &Office, text: &str) -> Duration {
    let paper = office.file(PAPER);
    let before = written(&paper);
    let unsaved = office.file("inputs/.unsaved");
    fs::write(&unsaved, text).expect("a file");
    let start = Instant::now();
    fs::rename(unsaved, office.file(WORDS)).expect("a saved file");
    while written(&paper) == before {
        assert!(start.elapsed() < Duration::from_secs(60), "no paper comes");
        sleep(Duration::from_micros(500));
    }
    start.elapsed()
}

fn written(paper: &Path) -> Option<SystemTime> {
    fs::metadata(paper).and_then(|paper| paper.modified()).ok()
}
