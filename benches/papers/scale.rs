//! Many councils, many years, many indicators. Knows sizes and how the time grows with them.

use crate::large::Size;
use crate::office::{Office, median};
use crate::table::{Measured, Row};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// England's authorities with children's services in 2010.
const COUNCILS: usize = 152;

/// How many processes run at once.
const AT_ONCE: usize = 2;

/// Every authority's monthly paper.
pub fn many() -> Vec<Row> {
    let shipped = Office::shipped();
    let offices: Vec<Office> = (0..COUNCILS).map(|_| shipped.copy()).collect();
    let next = AtomicUsize::new(0);
    let start = Instant::now();
    std::thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                while let Some(office) = offices.get(next.fetch_add(1, Ordering::Relaxed)) {
                    office.run(&["build", "monthly", "-j", "1"]);
                }
            });
        }
    });
    let time = start.elapsed();
    let what =
        format!("the monthly paper of {COUNCILS} programmes of this size, {AT_ONCE} processes at once");
    vec![Row::within(what, time, 60_000)]
}

/// The largest programme that anybody is promised to be served with.
pub fn ten_years() -> Vec<Row> {
    let office = Office::large(Size::LARGEST);
    let time = median(3, || office.run(&["check"]));
    let what = format!(
        "`check` of {} years by {} indicators",
        Size::LARGEST.years,
        Size::LARGEST.indicators
    );
    vec![Row::within(what, time, 3_000)]
}

/// Ten times the months, and ten times the indicators.
pub fn growth() -> Vec<Row> {
    let small = Size {
        years: 1,
        indicators: 40,
    };
    let grown = [
        ("months", Size { years: 10, ..small }),
        (
            "indicators",
            Size {
                indicators: 400,
                ..small
            },
        ),
    ];
    let commands: [(&str, &[&str]); 2] = [("check", &["check"]), ("build monthly", &["build", "monthly"])];
    let small = Office::large(small);
    let mut rows = Vec::new();
    for (what, size) in grown {
        let large = Office::large(size);
        for (name, typed) in commands {
            let ratio = cold(&large, typed).as_secs_f64() / cold(&small, typed).as_secs_f64();
            rows.push(Row::new(
                format!("`{name}` with ten times the {what}, times as long"),
                Measured::Ratio(ratio),
                Some(Measured::Ratio(11.0)),
            ));
        }
    }
    rows
}

fn cold(office: &Office, typed: &[&str]) -> Duration {
    median(3, || office.cold(typed))
}
