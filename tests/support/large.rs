//! A programme as large as any will be: the neutral one with many more indicators, and years of returns, words and
//! approvals after its own three months. The same size gives the same bytes. Knows the form of the inputs; nothing in it is
//! faulty, and nothing in it means anything.

#![allow(dead_code, reason = "tests and measurements each use a part of it")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a folder that cannot be set up must stop whoever asks for it"
)]

use board_papers::domain::Date;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// The neutral programme's first month is the fourth of this year.
const FIRST_YEAR: u32 = 2024;

/// How many months the neutral programme has returns for.
const NEUTRAL_MONTHS: u32 = 3;

/// How many indicators the neutral programme has.
const NEUTRAL_INDICATORS: u32 = 6;

/// How many indicators stand in one file.
const OF_A_FILE: u32 = 40;

/// What the chair says of every half-year.
const CHAIRS_WORDS: &str = include_str!("../fixtures/neutral/inputs/chair/2024-06.yaml");

/// How large a programme is to be.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// How many years it has returns for, at least one.
    pub years: u32,
    /// How many indicators it has, at least the neutral programme's six.
    pub indicators: u32,
}

impl Size {
    /// The largest that anybody is promised to be served with.
    pub const LARGEST: Self = Self {
        years: 10,
        indicators: 400,
    };

    /// The files that are laid over the neutral programme: the path below the programme's folder, and the text.
    pub fn files(self) -> Vec<(String, String)> {
        let mut files = self.definitions();
        files.extend((0..self.months()).flat_map(|month| self.returns(month)));
        files.extend((0..self.months()).filter_map(|month| self.chair(month)));
        files
    }

    /// Lays the programme into a folder.
    pub fn write(self, folder: &Path) {
        let neutral = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/neutral/inputs");
        copy(&neutral, &folder.join("inputs"));
        for (path, text) in self.files() {
            let file = folder.join(&path);
            fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
            // What continues a list of the neutral programme is added to it.
            let before = match path.as_str() {
                "inputs/calendar.yaml" | "inputs/approvals.yaml" => {
                    fs::read_to_string(&file).expect("a file")
                }
                _ => String::new(),
            };
            let before = before.replace("last_year: 2025", &format!("last_year: {}", self.last_year()));
            let text = match before.find("\nmeetings:") {
                Some(at) => format!("{}{text}{}", &before[..at], &before[at..]),
                None => before + &text,
            };
            fs::write(file, text).expect("a written file");
        }
    }

    fn months(self) -> u32 {
        self.years * 12
    }

    fn last_year(self) -> u32 {
        (FIRST_YEAR + self.years).max(2025)
    }

    fn more(self) -> std::ops::Range<u32> {
        0..self.indicators.saturating_sub(NEUTRAL_INDICATORS)
    }

    /// Indicators, bank holidays and approvals.
    fn definitions(self) -> Vec<(String, String)> {
        let mut holidays = String::new();
        for year in 2026..=self.last_year() {
            for month in 1..=8 {
                let day = first_weekday(year, month);
                writeln!(holidays, "    - {{ date: {day}, name: Bank holiday }}").unwrap();
            }
        }
        let approvals: String = (NEUTRAL_MONTHS..self.months()).map(approval).collect();
        let mut files = vec![
            (
                "inputs/calendar.yaml".to_owned(),
                format!("\n{}", holidays.trim_end()),
            ),
            ("inputs/approvals.yaml".to_owned(), approvals),
        ];
        let mut left = self.more();
        while !left.is_empty() {
            let here = left.start..left.end.min(left.start + OF_A_FILE);
            let list: String = here.clone().map(indicator).collect();
            files.push((
                format!("inputs/indicators/more_{:03}.yaml", here.start),
                format!("indicators:\n{list}"),
            ));
            left.start = here.end;
        }
        files
    }

    /// The returns of one month, from 0.
    fn returns(self, month: u32) -> Vec<(String, String)> {
        let (name, next) = (iso(month), iso(month + 1));
        let head =
            |from: &str| format!("month: {name}\nfrom: {from}\nextracted: {next}-04\nreceived: {next}-08\n");
        let figures: String = self.more().map(|number| figure(number, month)).collect();
        let more = format!("{}figures:\n{figures}", head("northmere"));
        let mut files = vec![(format!("inputs/returns/{name}/more.yaml"), more)];
        if month >= NEUTRAL_MONTHS {
            let council = format!("{}{}", head("northmere"), council(month));
            let health = format!(
                "{}figures:\n  health_referrals: {}\n",
                head("health"),
                30 + chance(3, month, 20)
            );
            files.push((format!("inputs/returns/{name}/council.yaml"), council));
            files.push((format!("inputs/returns/{name}/health.yaml"), health));
        }
        files
    }

    /// The chair's words, where a half-year ends in the month.
    fn chair(self, month: u32) -> Option<(String, String)> {
        (month > NEUTRAL_MONTHS && is_half_year(month)).then(|| {
            let (period, next) = (iso(month), iso(month + 1));
            let text = CHAIRS_WORDS
                .replace("period: 2024-06", &format!("period: {period}"))
                .replace("written: 2024-07-15", &format!("written: {next}-15"))
                .replace("2024-05-14", &format!("{period}-14"))
                .replace(
                    "Northmere is improving. More",
                    &format!("By {period} Northmere has improved. More"),
                )
                .replace("2024-12-31", &format!("{}-28", iso(month + 6)))
                .replace("2024-12-20", &format!("{}-20", iso(month + 6)));
            (format!("inputs/chair/{period}.yaml"), text)
        })
    }
}

/// The month so many after the neutral programme's first.
fn iso(month: u32) -> String {
    let months = 3 + month;
    format!("{}-{:02}", FIRST_YEAR + months / 12, months % 12 + 1)
}

/// Half-years end in June and December.
fn is_half_year(month: u32) -> bool {
    (3 + month) % 6 == 5
}

/// Approvals of a month's papers.
fn approval(month: u32) -> String {
    let (period, next) = (iso(month), iso(month + 1));
    let mut lines = format!("  - {{ paper: monthly, period: {period}, by: director, on: {next}-12 }}\n");
    if is_half_year(month) {
        writeln!(
            lines,
            "  - {{ paper: six_monthly, period: {period}, by: chair, on: {next}-16 }}"
        )
        .unwrap();
    }
    lines
}

/// A number below `limit` that looks like chance and is none.
fn chance(of: u32, month: u32, limit: u32) -> u32 {
    let mut bits = u64::from(of) << 32 | u64::from(month);
    for _ in 0..3 {
        bits = bits.wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29) ^ 0x5851_f42d_4c95_7f2d;
    }
    u32::try_from(bits % u64::from(limit)).unwrap()
}

/// Shares, numbers and rates, one after the other.
fn indicator(number: u32) -> String {
    let of_kind = match number % 3 {
        0 => {
            "    numerator: things that were so\n    denominator: things\n    unit: percent\n    decimals: 1\n    good: high\n    \
             nature: flow\n    targets:\n      - { shape: linear, points: [{ month: 2024-04, value: 60 }, { month: 2025-03, value: 80 }] }\n    \
             tolerance: { below: 3 }\n"
        }
        1 => {
            "    numerator: things\n    unit: number\n    decimals: 0\n    good: low\n    nature: stock\n    targets:\n      \
             - { shape: step, points: [{ month: 2024-04, value: 25 }] }\n    tolerance: { above: 4 }\n"
        }
        _ => {
            "    numerator: things\n    denominator: people\n    unit: rate_per_10000\n    decimals: 1\n    good: neutral\n    nature: stock\n"
        }
    };
    format!(
        "  - id: more_{number}\n    ref: X{number}\n    name: Indicator {number}\n    heading: {}\n    theme: protection\n    \
         definition: Nothing that anybody does or has, counted month by month.\n{of_kind}    counts: cases\n    frequency: monthly\n    \
         source: Nowhere\n    owner: head_of_quality\n    body: northmere\n",
        ["timeliness", "quality", "demand", "partners"][usize::try_from(number % 4).unwrap()]
    )
}

/// One month's figure of an indicator.
fn figure(number: u32, month: u32) -> String {
    let some = chance(number + NEUTRAL_INDICATORS, month, 12);
    let typed = match number % 3 {
        0 => format!("{{ numerator: {}, denominator: 100 }}", 68 + some),
        1 => format!("{}", 18 + some),
        _ => format!("{{ numerator: {}, denominator: 41300 }}", 180 + some),
    };
    format!("  more_{number}: {typed}\n")
}

/// What the council says of its own indicators, and the director's words.
fn council(month: u32) -> String {
    let some = |of, limit| chance(of, month, limit);
    format!(
        "figures:\n  assessments_in_time: {{ numerator: {}, denominator: 103 }}\n  unallocated_cases: {}\n  \
         repeat_plans: {{ numerator: {}, denominator: 18 }}\n  children_on_plans: {{ numerator: {}, denominator: 41300 }}\n  \
         audits_good: {{ numerator: {}, denominator: 20 }}\nwords:\n  summary: |\n    \
         - By the end of {} assessments in time stand at {{{{ assessments_in_time.value }}}}, and {{{{ plan.overdue.count }}}} actions are late.\n",
        78 + some(0, 12),
        some(1, 4),
        1 + some(2, 4),
        178 + some(4, 14),
        10 + some(5, 6),
        iso(month),
    )
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a copy");
        }
    }
}

/// The first day of a month that is no Saturday and no Sunday, as it is typed.
fn first_weekday(year: u32, month: u32) -> String {
    let year = i32::try_from(year).unwrap();
    let days = (1..=3).filter_map(|day| Date::new(year, month, day));
    days.filter(|day| !day.is_weekend())
        .map(Date::iso)
        .next()
        .unwrap()
}
