//! Grades of audited cases, month by month. Knows which indicators are grades of one audit; a sample stays a number of cases.
//!
//! Grades are found by what indicators are: monthly samples that count cases in per cent, out of the same cases (the same words for the
//! denominator), at least one where high is good and one where low is. The first such group in the order of the programme is drawn: what
//! is good first, then the cases with none of the grades, then what is bad.

use crate::analysis::Assessment;
use crate::analysis::exact::whole;
use crate::analysis::indicator::Assessed;
use crate::charts::audit_grades::{self, AuditGrades, MOST_GRADES};
use crate::charts::scene::Size;
use crate::charts::{Label, Measure};
use crate::domain::{Counts, Frequency, Good, Indicator, Month, Nature, Unit};
use crate::draw::said::{Said, none_for};
use crate::draw::table::{Column, table};
use crate::draw::window::{Window, period};
use crate::draw::{DataTable, Drawn, convert};
use crate::words;

/// Months that the chart shows: a year, and the same month of the year before.
const MONTHS: i32 = 13;
/// What the cases with none of the grades are called.
const BETWEEN: &str = "In between";

/// The grades of one audit.
struct Grades<'a, 'p> {
    good: Vec<&'a Assessed<'p>>,
    bad: Vec<&'a Assessed<'p>>,
}

/// The cases of a month by grade: those of good grades, the rest, those of bad grades; empty where none were audited.
struct Audited {
    month: Month,
    cases: Vec<u32>,
}

/// A column a month; `None` where the programme has no grades.
pub(super) fn audits(assessment: &Assessment<'_>, measure: &dyn Measure) -> Option<Drawn> {
    let grades = assessment
        .indicators
        .iter()
        .find_map(|first| grades(assessment, first))?;
    let window = Window::of(&grades.good.first()?.series, MONTHS)?;
    let months: Vec<Audited> = window
        .months()
        .map(|month| grades.audited(month))
        .skip_while(|month| month.cases.is_empty())
        .collect();
    let first = months.first()?.month;
    let names = grades.names();
    let latest = months.iter().rfind(|month| !month.cases.is_empty())?;
    let chart = AuditGrades {
        size: Size::FULL,
        first: convert::month(first)?,
        grades: names.iter().map(|name| Label::from(name.as_str())).collect(),
        months: months.iter().map(|month| month.cases.clone()).collect(),
    };
    let said = Said {
        title: title(&names, latest),
        subtitle: format!(
            "Audited cases by grade, number of a sample each month, {}",
            period(first, window.last)
        ),
        alt: alt(&names, &months, latest),
        notes: vec!["The cases are a sample: what they show of all cases is uncertain.".to_owned()],
        data: data(&names, &months),
    };
    Some(Drawn::of(audit_grades::lay_out(&chart, measure), said))
}

/// The grades that are out of the same cases as `first`, where they are enough to make a picture and not too many for one.
fn grades<'a, 'p>(assessment: &'a Assessment<'p>, first: &Assessed<'_>) -> Option<Grades<'a, 'p>> {
    let of_same = |good: Good| -> Vec<&'a Assessed<'p>> {
        assessment
            .indicators
            .iter()
            .filter(|one| one.indicator.good == good && same_cases(one.indicator, first.indicator))
            .collect()
    };
    let (good, bad) = (of_same(Good::High), of_same(Good::Low));
    let drawn = !good.is_empty() && !bad.is_empty() && good.len() + bad.len() < MOST_GRADES;
    drawn.then_some(Grades { good, bad })
}

fn same_cases(one: &Indicator, other: &Indicator) -> bool {
    is_grade(one) && is_grade(other) && one.denominator == other.denominator
}

fn is_grade(indicator: &Indicator) -> bool {
    indicator.nature == Nature::Sample
        && indicator.unit == Unit::Percent
        && indicator.counts == Counts::Cases
        && indicator.frequency == Frequency::Monthly
}

impl Grades<'_, '_> {
    /// Best first.
    fn names(&self) -> Vec<String> {
        let of = |all: &[&Assessed<'_>]| -> Vec<String> {
            all.iter().map(|one| grade(&one.indicator.name)).collect()
        };
        [of(&self.good), vec![BETWEEN.to_owned()], of(&self.bad)].concat()
    }

    fn audited(&self, month: Month) -> Audited {
        let cases = self.cases(month).unwrap_or_default();
        Audited { month, cases }
    }

    /// `None` where a grade is missing, or the grades do not fit into the cases.
    fn cases(&self, month: Month) -> Option<Vec<u32>> {
        let of = |all: &[&Assessed<'_>]| -> Option<Vec<u32>> {
            all.iter()
                .map(|one| whole(one.series.at(month)?.numerator()?))
                .collect()
        };
        let all = whole(self.good.first()?.series.at(month)?.denominator()?)?;
        let (good, bad) = (of(&self.good)?, of(&self.bad)?);
        let graded = good
            .iter()
            .chain(&bad)
            .try_fold(0_u32, |sum, cases| sum.checked_add(*cases))?;
        let rest = all.checked_sub(graded)?;
        (all > 0).then(|| [good, vec![rest], bad].concat())
    }
}

/// The grade in the name of an indicator: what follows its colon, or the whole.
fn grade(name: &str) -> String {
    let grade = name.rsplit_once(':').map_or(name, |(_, grade)| grade);
    words::capitalised(grade.trim())
}

/// `24 good or better, 11 in between, 5 inadequate`.
fn parts(names: &[String], month: &Audited) -> String {
    let each: Vec<String> = month
        .cases
        .iter()
        .zip(names)
        .map(|(cases, name)| format!("{cases} {}", name.to_lowercase()))
        .collect();
    each.join(", ")
}

fn total(month: &Audited) -> u64 {
    month.cases.iter().copied().map(u64::from).sum()
}

fn title(names: &[String], latest: &Audited) -> String {
    format!(
        "Of {} cases audited in {}, {}",
        total(latest),
        latest.month.name(),
        parts(names, latest)
    )
}

/// The latest month, and the first one beside it.
fn alt(names: &[String], months: &[Audited], latest: &Audited) -> Vec<String> {
    let say = |month: &Audited| {
        format!(
            "{}: {} cases, {}.",
            month.month,
            total(month),
            parts(names, month)
        )
    };
    let first = months.first().filter(|month| month.month < latest.month).map(say);
    let without: Vec<Month> = months
        .iter()
        .filter(|month| month.cases.is_empty())
        .map(|month| month.month)
        .collect();
    [Some(say(latest)), first, none_for("grades", &without)]
        .into_iter()
        .flatten()
        .collect()
}

fn data(names: &[String], months: &[Audited]) -> DataTable {
    let month = Column::of("Month", months, |month| month.month.to_string());
    let grade = |(at, name): (usize, &String)| {
        Column::of(name.clone(), months, |month| {
            month
                .cases
                .get(at)
                .map_or_else(String::new, |cases| cases.to_string())
        })
    };
    let all = Column::of("Cases", months, |month| {
        if month.cases.is_empty() {
            String::new()
        } else {
            total(month).to_string()
        }
    });
    table(
        [month]
            .into_iter()
            .chain(names.iter().enumerate().map(grade))
            .chain([all]),
    )
}
