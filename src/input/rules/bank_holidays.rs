//! Rule: the bank holidays cover the programme, from its first paper to its last date: due dates rest on them. Each year that is listed
//! is listed in full, and no holiday falls on a day on which nobody works anyway.

use crate::domain::{BankHolidays, Calendar, Charter, Date, Located, Month};
use crate::finding::{Code, Finding, Severity};
use crate::input::documents::Documents;
use crate::input::register::Register;
use crate::input::told::Told;
use crate::place::Place;
use std::collections::BTreeMap;

/// How many bank holidays there are in England in a year, at least: the Bank Holidays Act and Good Friday, Christmas Day and New Year's
/// Day. Elsewhere in the country there are as many or more.
const FEWEST: usize = 8;

/// Tells of years without bank holidays or with too few, of holidays in years that are not listed, at weekends, and listed twice.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    let Some(calendar) = &register.documents.calendar else {
        return;
    };
    let holidays = &calendar.bank_holidays;
    let misplaced: Vec<_> = holidays
        .days
        .iter()
        .filter_map(|holiday| outside(holidays, &holiday.date))
        .collect();
    findings.extend(twice(holidays));
    let file = holidays.first_year.place();
    // A day that is misspelt, or in the wrong year, is told of, and is not left out.
    let meetings = calendar.meetings.first().map(|meeting| meeting.id.place());
    let has_right_years = misplaced
        .iter()
        .all(|finding| finding.severity() == Severity::Warning);
    if has_right_years && !register.is_cut(file, meetings) {
        findings.extend(too_few(holidays));
    }
    findings.extend(misplaced);
    let Some(charter) = &register.documents.charter else {
        return;
    };
    findings.extend(uncovered(register.documents, calendar, charter));
}

fn uncovered(documents: &Documents, calendar: &Calendar, charter: &Charter) -> Option<Finding> {
    let BankHolidays {
        first_year,
        last_year,
        ..
    } = &calendar.bank_holidays;
    let first = charter.papers.monthly.first.year();
    let dates = calendar.meetings.iter().map(|meeting| &meeting.date);
    let dates = dates.chain([&charter.excellence.date]);
    let dates = dates.map(|date| (date.value().month(), date.place()));
    let (last, said) = dates
        .chain(due_months(documents))
        .max_by_key(|(month, _)| *month)?;
    let until = last.year();
    let (from, to) = (*first_year.value(), *last_year.value());
    let place = if first < from || until < from {
        first_year.place()
    } else if until > to || first > to {
        last_year.place()
    } else {
        return None;
    };
    let message =
        format!("bank holidays are listed for {from} to {to}, and the programme spans {first} to {until}");
    let finding = Finding::new(Code::BankHolidays, message).at(place);
    let finding = finding.also(said, "the last date of the programme");
    Some(finding.help("list those of every year in full, and say so in `first_year` and `last_year`"))
}

/// The months in which returns are due: each after its own.
fn due_months(documents: &Documents) -> impl Iterator<Item = (Month, &Place)> {
    let sent = documents.returns.iter().map(|filed| &filed.content.month);
    let awaited = documents.awaited.iter().map(|filed| &filed.content.month);
    sent.chain(awaited)
        .map(|month| (month.value().plus(1), month.place()))
}

fn outside(holidays: &BankHolidays, date: &Located<Date>) -> Option<Finding> {
    let day = *date.value();
    if !(*holidays.first_year.value()..=*holidays.last_year.value()).contains(&day.month().year()) {
        let message = format!("{day} is outside the years that are listed in full");
        let finding = Finding::new(Code::BankHolidays, message).at(date.place());
        Some(finding.help("mend the day, or `first_year` and `last_year`"))
    } else if day.is_weekend() {
        let message = format!("{day} is a {}, on which nobody works anyway", day.weekday_name());
        let finding = Finding::new(Code::BankHolidays, message).with_severity(Severity::Warning);
        Some(
            finding
                .at(date.place())
                .help("mend the day; a holiday at a weekend is kept on a working day after it"),
        )
    } else {
        None
    }
}

fn twice(holidays: &BankHolidays) -> Vec<Finding> {
    let mut first = BTreeMap::new();
    let days = holidays.days.iter().map(|holiday| &holiday.date);
    let told = days.filter_map(|date| {
        let earlier = first.insert(*date.value(), date.place())?;
        let message = format!("{} is listed twice", date.value());
        let finding = Finding::new(Code::SuppliedTwice, message).at(date.place());
        Some(finding.also(earlier, "the first").help("take one out"))
    });
    told.collect()
}

/// A warning, at the first holiday of the year: a day on which nobody works would be counted as one on which papers are read.
fn too_few(holidays: &BankHolidays) -> Vec<Finding> {
    let mut years: BTreeMap<i32, Vec<&Located<Date>>> = BTreeMap::new();
    for holiday in &holidays.days {
        years
            .entry(holiday.date.value().month().year())
            .or_default()
            .push(&holiday.date);
    }
    let listed = *holidays.first_year.value()..=*holidays.last_year.value();
    let told = listed.filter_map(|year| {
        let (days, place) = match years.get(&year) {
            Some(days) => (days.len(), days.first()?.place()),
            None => (0, holidays.last_year.place()),
        };
        (days < FEWEST).then(|| {
            let message =
                format!("{days} bank holidays are listed for {year}, and a year has {FEWEST} or more");
            let finding = Finding::new(Code::BankHolidays, message).with_severity(Severity::Warning);
            finding.at(place).help("list every one; GOV.UK has them all")
        })
    });
    told.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{assert_told, told};

    #[test]
    fn every_year_of_the_programme_has_its_holidays() {
        let path = "calendar.yaml";
        let told_of = |old, new| told(judge, path, old, new);
        let late = told_of("date: 2024-10-17", "date: 2026-01-15");
        assert_told(&late, "calendar.yaml «2025» bank-holidays", "spans 2024 to 2026");
        let early = told(judge, "programme.yaml", "first: 2024-04", "first: 2023-04");
        assert_told(&early, "calendar.yaml «2024» bank-holidays", "spans 2023 to 2025");
        let sixteenth = "    - { date: 2025-12-26, name: Boxing Day }\n";
        let and = |day: &str| {
            let more = format!("{sixteenth}    - {{ date: {day}, name: x }}\n");
            told(judge, path, sixteenth, &more)
        };
        assert_told(&and("2026-01-01"), path, "1 January 2026 is outside the years");
        assert_told(&and("2025-12-25"), path, "25 December 2025 is listed twice");
        assert_told(&and("2025-08-24"), path, "24 August 2025 is a Sunday");
    }

    #[test]
    fn the_last_return_is_due_on_a_day_that_is_known() {
        let path = "returns/2024-06/council.yaml";
        let late = told(judge, path, "month: 2024-06", "month: 2025-12");
        assert_told(&late, "calendar.yaml «2025» bank-holidays", "spans 2024 to 2026");
        assert!(told(judge, path, "month: 2024-06", "month: 2025-11").is_empty());
    }

    #[test]
    fn a_year_has_eight_or_more() {
        let left_out = "    - { date: 2024-08-26, name: Summer bank holiday }\n";
        assert_told(
            &told(judge, "calendar.yaml", left_out, ""),
            "calendar.yaml «2024-01-01» bank-holidays",
            "7 bank holidays are listed for 2024",
        );
    }
}
