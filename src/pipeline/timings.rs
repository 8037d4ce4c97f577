//! How long each stage took, for `--timings` and the benchmarks. Knows a stopwatch; what it measures is in no paper.

use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// The version of the format of [`Timings::json`].
const FORMAT: u32 = 1;

/// A stage of the pipeline, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Files are read.
    Load,
    /// Inputs are judged.
    Check,
    /// What became known later is left out.
    Know,
    /// Figures and plan are worked out.
    Analyse,
    /// Charts are drawn.
    Draw,
    /// Words and data are put together.
    Compose,
    /// Pages are set.
    Typeset,
    /// Papers are laid down.
    Write,
}

impl Stage {
    /// Its name in the format.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Load => "load",
            Self::Check => "check",
            Self::Know => "know",
            Self::Analyse => "analyse",
            Self::Draw => "draw",
            Self::Compose => "compose",
            Self::Typeset => "typeset",
            Self::Write => "write",
        }
    }
}

/// The times of one run.
#[derive(Debug)]
pub struct Timings {
    begun: Instant,
    laps: Mutex<BTreeMap<(String, Stage), Duration>>,
}

impl Timings {
    /// Begins to measure.
    #[must_use]
    pub fn begin() -> Self {
        Self {
            begun: now(),
            laps: Mutex::default(),
        }
    }

    /// How long ago it began.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.begun.elapsed()
    }

    /// Does some work, and notes how long it took. `what` is the path of a paper, or nothing for the run as a whole; the
    /// same stage of the same thing twice adds up.
    pub fn time<T>(&self, what: &str, stage: Stage, work: impl FnOnce() -> T) -> T {
        let start = now();
        let result = work();
        if let Ok(mut laps) = self.laps.lock() {
            *laps.entry((what.to_owned(), stage)).or_default() += start.elapsed();
        }
        result
    }

    /// Whether these are the bytes of such a file, as [`Timings::json`] gives it.
    #[must_use]
    pub fn wrote(bytes: &[u8]) -> bool {
        serde_json::from_slice::<Map<String, Value>>(bytes).is_ok_and(|told| {
            let keys: Vec<&str> = told.keys().map(String::as_str).collect();
            keys.len() == 4
                && ["format", "total", "run", "papers"]
                    .iter()
                    .all(|key| keys.contains(key))
        })
    }

    /// The times as one JSON object, in milliseconds: `{"format": 1, "total": 912.4, "run": {"load": 4.1, …}, "papers":
    /// {"2010-10/monthly.pdf": {"analyse": 3.0, …, "typeset": 412.7}, …}}`. What is done once for a report and its letters
    /// stands under the report. Papers that are made at once overlap, so that the parts may add up to more than the total.
    #[must_use]
    pub fn json(&self) -> String {
        let (mut run, mut papers) = (Map::new(), Map::new());
        if let Ok(laps) = self.laps.lock() {
            for ((what, stage), time) in laps.iter() {
                let stages = match what.as_str() {
                    "" => &mut run,
                    paper => match papers.entry(paper).or_insert_with(|| Value::Object(Map::new())) {
                        Value::Object(stages) => stages,
                        Value::Null
                        | Value::Bool(_)
                        | Value::Number(_)
                        | Value::String(_)
                        | Value::Array(_) => continue,
                    },
                };
                stages.insert(stage.name().to_owned(), milliseconds(*time));
            }
        }
        let total = milliseconds(self.elapsed());
        format!(
            "{:#}\n",
            json!({ "format": FORMAT, "total": total, "run": run, "papers": papers })
        )
    }
}

/// To a thousandth.
fn milliseconds(time: Duration) -> Value {
    let thousandths = u32::try_from(time.as_micros()).unwrap_or(u32::MAX);
    (f64::from(thousandths) / 1000.0).into()
}

#[expect(
    clippy::disallowed_methods,
    reason = "a stopwatch; what it says is in no paper"
)]
fn now() -> Instant {
    Instant::now()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_told_by_paper_and_stage() {
        let timings = Timings::begin();
        timings.time("", Stage::Load, || ());
        for _ in 0..2 {
            timings.time("2010-10/monthly.pdf", Stage::Typeset, || {
                std::thread::sleep(Duration::from_millis(2))
            });
        }
        let json = timings.json();
        assert!(Timings::wrote(json.as_bytes()) && !Timings::wrote(b"{}"));
        let told: Value = serde_json::from_str(&json).unwrap();
        let typeset = told["papers"]["2010-10/monthly.pdf"]["typeset"].as_f64().unwrap();
        assert!(
            (4.0..=told["total"].as_f64().unwrap()).contains(&typeset),
            "{told}"
        );
        assert!(told["run"]["load"].is_number(), "{told}");
    }
}
