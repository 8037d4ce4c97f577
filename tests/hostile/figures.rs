//! Numbers that are none, numbers without end, and numbers, days and months at the edge of what there can be. Knows where the
//! neutral programme's stand; not what is said of them.

use crate::judged::{NEUTRAL, laid_over, survives};
use board_papers::finding::Code;

/// A file below the inputs, and words in it that stand there once: the last of them is a value.
type Spot = (&'static str, &'static str);

const FIGURE: Spot = ("returns/2024-05/council.yaml", "unallocated_cases: 0");
const MONEY: Spot = ("returns/2024-05/council.yaml", "improvement_grant: 14250");

/// What is found in the neutral programme with another value typed in that spot.
fn typed(spot: Spot, value: &str) -> Vec<Code> {
    let (before, _) = spot.1.rsplit_once(' ').unwrap();
    reworded(spot, &format!("{before} {value}"))
}

/// What is found in it with other words in that spot.
fn reworded((file, words): Spot, others: &str) -> Vec<Code> {
    let path = format!("inputs/{file}");
    let text = NEUTRAL.texts.get(&path).unwrap().text();
    assert_eq!(text.matches(words).count(), 1, "{words} in {file}");
    let sources = laid_over([(path, text.replace(words, others))]);
    survives(&sources).unwrap_or_else(|fault| panic!("{words} as {others}: {fault}"))
}

/// Days, months and scores as large as a computer's numbers go: `working_days` was once counted to its end, one day at a time.
#[test]
fn no_number_is_counted_to_its_end() {
    const COUNTS: [Spot; 13] = [
        ("programme.yaml", "due: { working_days: 3"),
        ("programme.yaml", "due: { working_days: 5"),
        ("programme.yaml", "due_working_day: 8"),
        ("programme.yaml", "disclosure: { threshold: 5"),
        ("programme.yaml", "smallest_denominator: 10"),
        ("programme.yaml", "format: 1"),
        ("calendar.yaml", "first_year: 2024"),
        ("calendar.yaml", "last_year: 2025"),
        ("plan.yaml", "for_months: 3"),
        (
            "indicators/protection.yaml",
            "counts: cases\n    unit: percent\n    decimals: 0",
        ),
        ("indicators/assessment.yaml", "version: 1"),
        ("returns/2024-05/council.yaml", "likelihood: 3"),
        ("returns/2024-05/council.yaml", "impact: 4"),
    ];
    for spot in COUNTS {
        for number in ["4294967295", "2147483647"] {
            let found = typed(spot, number);
            assert!(!found.is_empty(), "{} as {number}", spot.1);
        }
        for number in ["-1", "-2147483648", "9223372036854775808"] {
            assert!(
                typed(spot, number).contains(&Code::BadNumber),
                "{} as {number}",
                spot.1
            );
        }
    }
}

#[test]
fn what_is_no_plain_decimal_number_is_no_figure() {
    let nines = "9".repeat(400);
    let fraction = format!("0.{}1", "0".repeat(400));
    for figure in [
        ".nan",
        ".NaN",
        "NaN",
        ".inf",
        "-.inf",
        "inf",
        "1e308",
        "1e-400",
        "1E5",
        &nines,
        &fraction,
        &format!("-{nines}"),
        "0x10",
        "0o17",
        "1_000",
        "+5",
        "5.",
        ".5",
        "1:30",
        "٣",
        "５",
        "−5",
        "½",
        "Ⅻ",
        "1 000",
        "1,234",
        "75%",
        "1/2",
        "--5",
        "5-",
    ] {
        for spot in [FIGURE, MONEY] {
            assert!(typed(spot, figure).contains(&Code::BadNumber), "{figure}");
        }
    }
    assert!(typed(FIGURE, "-5").contains(&Code::ImpossibleFigure));
    for spot in [FIGURE, MONEY] {
        assert!(!typed(spot, "999999999999999").contains(&Code::BadNumber));
    }
    assert_eq!(typed(MONEY, "14250.75"), [], "pounds and pence");
}

#[test]
fn a_whole_number_is_whole_and_within_its_bounds() {
    const SPOTS: [Spot; 5] = [
        ("programme.yaml", "format: 1"),
        ("plan.yaml", "for_months: 3"),
        ("calendar.yaml", "first_year: 2024"),
        ("calendar.yaml", "last_year: 2025"),
        ("programme.yaml", "due_working_day: 8"),
    ];
    let unfit = [
        "-0",
        "00",
        "1e3",
        "0.5",
        "4294967296",
        "-4294967296",
        "18446744073709551616",
    ];
    for spot in SPOTS {
        for number in unfit {
            let codes = typed(spot, number);
            assert!(codes.contains(&Code::BadNumber), "{} as {number}", spot.1);
        }
        assert!(typed(spot, "'6'").contains(&Code::WrongType), "{}", spot.1);
        assert!(typed(spot, "~").contains(&Code::BlankValue), "{}", spot.1);
    }
    // What is wrong with these is for a rule to say.
    for number in ["0", "1", "31", "65535"] {
        let codes = typed(("programme.yaml", "format: 1"), number);
        assert!(!codes.contains(&Code::BadNumber), "{number}");
    }
}

#[test]
fn days_and_months_that_are_none_or_beyond_all_knowledge_are_told() {
    const KEY: Spot = ("history.yaml", "unallocated_cases:\n    2023-04:");
    const SPOTS: [Spot; 11] = [
        ("programme.yaml", "date: 2025-03-31"),
        ("programme.yaml", "agreed: 2024-03-28"),
        ("programme.yaml", "year: 2024-04"),
        ("plan.yaml", "proposed: 2024-04-08"),
        ("plan.yaml", "date: 2024-07-31"),
        ("indicators/assessment.yaml", "published: 2024-01-25"),
        ("returns/2024-05/council.yaml", "month: 2024-05"),
        ("returns/2024-05/council.yaml", "extracted: 2024-06-04"),
        ("returns/2024-05/council.yaml", "received: 2024-06-10"),
        ("returns/2024-05/council.yaml", "completed: 2024-05-29"),
        ("chair/2024-06.yaml", "written: 2024-07-15"),
    ];
    let days = [
        "0000-00-00",
        "0000-01-01",
        "0001-01-01",
        "1899-12-31",
        "9999-12-31",
        "10000-01-01",
        "2024-02-30",
        "2023-02-29",
        "-001-01-01",
        "2024-6-4",
    ];
    let months = [
        "0000-00", "0000-01", "0001-01", "1582-10", "9999-12", "10000-01", "2024-13", "2024-5",
    ];
    for edge in months {
        let codes = reworded(KEY, &format!("unallocated_cases:\n    {edge}:"));
        assert!(codes.contains(&Code::BadMonth), "{edge} as a key");
    }
    for spot in SPOTS {
        for edge in days.iter().chain(&months) {
            let codes = typed(spot, edge);
            let is_told = codes.contains(&Code::BadDate) || codes.contains(&Code::BadMonth);
            assert!(is_told, "{} as {edge}", spot.1);
        }
    }
}
