//! Rule: the bank holidays cover the programme, from its first paper to its last date: due dates rest on them.

use crate::domain::{Calendar, Charter};
use crate::finding::{Code, Finding};
use crate::input::register::Register;
use crate::input::told::Told;
use std::collections::BTreeMap;

/// Tells of years without bank holidays, of holidays in years that are not listed, and of days listed twice.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    let Some(calendar) = &register.documents.calendar else {
        return;
    };
    findings.extend(outside(calendar));
    let Some(charter) = &register.documents.charter else {
        return;
    };
    findings.extend(uncovered(calendar, charter));
}

fn uncovered(calendar: &Calendar, charter: &Charter) -> Option<Finding> {
    let first = charter.papers.monthly.first.year();
    let meetings = calendar
        .meetings
        .iter()
        .map(|meeting| meeting.date.value().month().year());
    let last = meetings.chain([charter.excellence.date.month().year()]).max()?;
    let listed = calendar.bank_holidays.first_year..=calendar.bank_holidays.last_year;
    let place = calendar
        .bank_holidays
        .days
        .first()
        .map(|holiday| holiday.date.place())?;
    (!listed.contains(&first) || !listed.contains(&last)).then(|| {
        let (from, until) = (listed.start(), listed.end());
        let message = format!(
            "bank holidays are listed for {from} to {until}, and the programme spans {first} to {last}"
        );
        let finding = Finding::new(Code::BankHolidays, message).at(place);
        finding.help("list those of every year in full, and say so in `first_year` and `last_year`")
    })
}

fn outside(calendar: &Calendar) -> Vec<Finding> {
    let listed = calendar.bank_holidays.first_year..=calendar.bank_holidays.last_year;
    let mut first = BTreeMap::new();
    let mut found = Vec::new();
    for holiday in &calendar.bank_holidays.days {
        let day = *holiday.date.value();
        if !listed.contains(&day.month().year()) {
            let message = format!("{day} is outside the years that are listed in full");
            let finding = Finding::new(Code::BankHolidays, message).at(holiday.date.place());
            found.push(finding.help("mend the day, or `first_year` and `last_year`"));
        }
        if let Some(earlier) = first.insert(day, holiday.date.place()) {
            let finding =
                Finding::new(Code::SuppliedTwice, format!("{day} is listed twice")).at(holiday.date.place());
            found.push(finding.also(earlier, "the first").help("take one out"));
        }
    }
    found
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
        assert_told(
            &late,
            "calendar.yaml «2024-01-01» bank-holidays",
            "spans 2024 to 2026",
        );
        let outside = told_of("{ date: 2025-12-26, name", "{ date: 2026-01-01, name");
        assert_told(&outside, path, "1 January 2026 is outside the years");
        let twice = told_of("{ date: 2025-12-26, name", "{ date: 2025-12-25, name");
        assert_told(&twice, path, "25 December 2025 is listed twice");
    }
}
