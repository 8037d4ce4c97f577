//! The program as people run it, held to its limits: 1 GiB of memory, five seconds of work, and not a minute by the clock.
//! Knows how a run is watched; not what is in the folder.

#![cfg(unix)]

use crate::support::Folder;
use crate::support::program::{PROGRAM, Ran};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant, SystemTime};

/// How much memory a run may ask for, in KiB: the whole of what it could ever touch, so the promise is kept with room.
const MEMORY: u32 = 1 << 20;

/// How long a run may work, in seconds of a processor.
const WORK: u32 = 5;

/// How long a run may take by the clock, on a machine that is busy with other things.
const PATIENCE: Duration = Duration::from_mins(2);

/// The shell's words that set the limits, before the program takes the shell's place.
fn limited() -> Command {
    let mut command = Command::new("sh");
    let words = format!("ulimit -v {MEMORY} && ulimit -t {WORK} && exec \"$0\" \"$@\"");
    command.args(["-c", &words, PROGRAM]);
    command
}

/// Runs the program in a folder, within its limits.
pub fn run(folder: &Path, arguments: &[&str]) -> Ran {
    watch(limited().arg("-C").arg(folder).args(arguments))
}

/// Runs a command to its end; stops the test where it is killed or would never end.
pub fn watch(command: &mut Command) -> Ran {
    let place = tempfile::tempdir().unwrap();
    let file = |name: &str| place.path().join(name);
    let kept = |name: &str| Stdio::from(File::create(file(name)).unwrap());
    command
        .stdin(Stdio::null())
        .stdout(kept("out"))
        .stderr(kept("err"));
    let start = Instant::now();
    let mut child = command.spawn().unwrap();
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if start.elapsed() > PATIENCE {
            child.kill().unwrap();
            panic!("{command:?} hangs");
        }
        sleep(Duration::from_millis(5));
    };
    let said = |name: &str| String::from_utf8(fs::read(file(name)).unwrap()).unwrap();
    let (out, err) = (said("out"), said("err"));
    let Some(status) = status.code() else {
        panic!("{command:?} was killed by signal {:?}: {err}", status.signal());
    };
    assert!(!err.contains("panicked"), "{err}");
    Ran { status, out, err }
}

/// Runs `check`, which must find something of that code and write nothing; then `build`, which must refuse and write nothing
/// either.
#[track_caller]
pub fn refuses(folder: &Folder, code: &str) -> Ran {
    let before = inventory(folder.path());
    let checked = run(folder.path(), &["check", "--format", "json"]);
    assert_eq!(checked.status, 1, "{}", checked.err);
    assert!(
        checked.codes().iter().any(|found| found == code),
        "{:.2000}",
        checked.out
    );
    let built = run(folder.path(), &["build", "--draft"]);
    assert_eq!(built.status, 1, "{:.2000}", built.err);
    assert_eq!(inventory(folder.path()), before);
    checked
}

/// Everything below a folder: how long it is and when it was last written to.
pub fn inventory(folder: &Path) -> BTreeMap<PathBuf, (u64, SystemTime)> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let known = |entry: walkdir::DirEntry| {
        let about = fs::symlink_metadata(entry.path()).unwrap();
        (entry.into_path(), (about.len(), about.modified().unwrap()))
    };
    entries.map(known).collect()
}
