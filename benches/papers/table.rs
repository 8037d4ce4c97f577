//! Rows of a table in Markdown. Knows times, shares and goals; not how they were come by.

use std::fmt;
use std::time::Duration;

/// What was measured.
#[derive(Clone, Copy)]
pub enum Measured {
    /// So long.
    Time(Duration),
    /// So many times as much as something else.
    Ratio(f64),
    /// So many bytes.
    Bytes(u64),
    /// It could not be measured here.
    Not(&'static str),
}

/// What it should be at most, in the same kind.
pub type Goal = Option<Measured>;

/// A row.
pub struct Row {
    what: String,
    measured: Measured,
    goal: Goal,
}

impl Row {
    /// What was measured, and what it should be at most.
    pub fn new(what: impl Into<String>, measured: Measured, goal: Goal) -> Self {
        Self {
            what: what.into(),
            measured,
            goal,
        }
    }

    /// A time with a goal in milliseconds.
    pub fn within(what: impl Into<String>, time: Duration, milliseconds: u64) -> Self {
        let goal = Measured::Time(Duration::from_millis(milliseconds));
        Self::new(what, Measured::Time(time), Some(goal))
    }

    /// A time that is only told.
    pub fn time(what: impl Into<String>, time: Duration) -> Self {
        Self::new(what, Measured::Time(time), None)
    }

    fn misses(&self) -> bool {
        match (self.measured, self.goal) {
            (Measured::Time(time), Some(Measured::Time(goal))) => time > goal,
            (Measured::Ratio(ratio), Some(Measured::Ratio(goal))) => ratio > goal,
            (Measured::Bytes(bytes), Some(Measured::Bytes(goal))) => bytes > goal,
            _ => false,
        }
    }
}

/// Prints what stands over the rows, with the machine.
pub fn head() {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').next().unwrap_or_default();
    println!("Cores: {cores}. Load before the first measurement: {load}.\n");
    println!("| what | measured | goal |\n|---|---:|---:|");
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let goal = self.goal.map(|goal| format!("under {goal}")).unwrap_or_default();
        let mark = if self.misses() { " (missed)" } else { "" };
        write!(f, "| {} | {}{mark} | {goal} |", self.what, self.measured)
    }
}

impl fmt::Display for Measured {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Time(time) => {
                let milliseconds = time.as_secs_f64() * 1000.0;
                match milliseconds {
                    1000.0.. => write!(f, "{:.2} s", milliseconds / 1000.0),
                    10.0.. => write!(f, "{milliseconds:.0} ms"),
                    _ => write!(f, "{milliseconds:.2} ms"),
                }
            }
            Self::Ratio(ratio) => write!(f, "{ratio:.2}"),
            Self::Bytes(bytes) => write!(f, "{} MB", bytes / 1_000_000),
            Self::Not(why) => write!(f, "not measured: {why}"),
        }
    }
}
