//! Rule: nobody meets on a day on which nobody works. A warning, for it has been known to happen.

use crate::finding::{Code, Finding, quoted};
use crate::input::register::Register;
use crate::input::told::Told;

/// Tells of meetings on weekends and bank holidays.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    let Some(calendar) = &register.documents.calendar else {
        return;
    };
    for meeting in &calendar.meetings {
        let day = *meeting.date.value();
        if calendar.is_working_day(day) {
            continue;
        }
        let holiday = calendar
            .bank_holidays
            .days
            .iter()
            .find(|holiday| *holiday.date.value() == day);
        let what = holiday.map_or(day.weekday_name(), |holiday| &holiday.name);
        let message = format!(
            "{} is on {day}, which is {what}",
            quoted(meeting.id.value().as_str())
        );
        findings.push(
            Finding::new(Code::NotAWorkingDay, message)
                .at(meeting.date.place())
                .help("look at the date again"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{assert_told, told};

    #[test]
    fn weekends_and_bank_holidays_are_no_days_to_meet() {
        let held_on = |day: &str| {
            told(
                judge,
                "calendar.yaml",
                "date: 2024-10-17",
                &format!("date: {day}"),
            )
        };
        assert_told(
            &held_on("2024-10-19"),
            "calendar.yaml «2024-10-19» not-a-working-day",
            "which is Saturday",
        );
        assert_told(
            &held_on("2024-12-25"),
            "calendar.yaml «2024-12-25» not-a-working-day",
            "which is Christmas Day",
        );
    }
}
