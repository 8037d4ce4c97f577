//! Folders to work in, and the program as a process. Knows how it is started and timed; not what is measured.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// A programme's folder.
pub struct Office {
    place: TempDir,
}

impl Office {
    /// The shipped programme.
    pub fn shipped() -> Self {
        let office = Self::with_layouts();
        lay(&repository().join("inputs"), &office.file("inputs"));
        office
    }

    /// A generated programme.
    pub fn large(size: crate::large::Size) -> Self {
        let office = Self::with_layouts();
        size.write(office.place.path());
        office
    }

    /// The same programme once more.
    pub fn copy(&self) -> Self {
        let place = tempfile::tempdir().expect("a folder");
        for part in ["inputs", "report-templates"] {
            lay(&self.file(part), &place.path().join(part));
        }
        Self { place }
    }

    fn with_layouts() -> Self {
        let place = tempfile::tempdir().expect("a folder");
        for part in ["monthly", "six-monthly", "letter", "shared"] {
            let part = Path::new("report-templates").join(part);
            lay(&repository().join(&part), &place.path().join(&part));
        }
        Self { place }
    }

    /// A file of the folder.
    pub fn file(&self, path: &str) -> PathBuf {
        self.place.path().join(path)
    }

    /// The program over this folder.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_board-papers"));
        command.arg("-C").arg(self.place.path()).args(arguments);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    /// How long one run takes.
    pub fn run(&self, arguments: &[&str]) -> Duration {
        let start = Instant::now();
        let status = self.command(arguments).status().expect("a process");
        let time = start.elapsed();
        assert!(status.success(), "{arguments:?}");
        time
    }

    /// How long a run takes when nothing has been made yet.
    pub fn cold(&self, arguments: &[&str]) -> Duration {
        let _ = std::fs::remove_dir_all(self.file("output"));
        self.run(arguments)
    }
}

/// The repository.
pub fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// The middle of so many times.
pub fn median(times: usize, mut one: impl FnMut() -> Duration) -> Duration {
    let mut all: Vec<Duration> = (0..times).map(|_| one()).collect();
    all.sort();
    all.get(times / 2).copied().expect("times")
}

/// The most memory that a process has, as far as the system tells; waits for its end.
pub fn peak_memory(mut process: Child) -> Option<u64> {
    let status = format!("/proc/{}/status", process.id());
    let mut peak = None;
    while process.try_wait().expect("a process").is_none() {
        let told = std::fs::read_to_string(&status).unwrap_or_default();
        let line = told.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok());
        peak = peak.max(kilobytes.map(|kilobytes| kilobytes * 1024));
        std::thread::sleep(Duration::from_millis(2));
    }
    peak
}

/// Lays a folder somewhere else; files that nobody will change share their bytes where the disk allows it.
fn lay(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            lay(&entry.path(), &target);
        } else if std::fs::hard_link(entry.path(), &target).is_err() {
            std::fs::copy(entry.path(), target).expect("a copy");
        }
    }
}
