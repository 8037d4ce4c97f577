//! Rule: a correction restates a month before that of its return, of which something was reported.

use crate::domain::{Id, Month};
use crate::finding::{Code, Finding};
use crate::input::register::Register;
use crate::input::told::Told;

/// Tells of corrections that have nothing to restate.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    for filed in &register.documents.returns {
        for correction in &filed.content.corrections {
            let month = correction.month.value();
            let (message, help) = if *month >= filed.month {
                let message = format!("{month} is not before {}, the month of the return", filed.month);
                (message, "put the figure of a return's own month under `figures`")
            } else if !was_reported(register, correction.indicator.value(), *month) {
                let message = format!("nothing was reported for {month}, so there is nothing to restate");
                (message, "mend the month, or put the figure into the history")
            } else {
                continue;
            };
            findings.push(
                Finding::new(Code::WrongMonth, message)
                    .at(correction.month.place())
                    .help(help),
            );
        }
    }
}

/// Whether there are returns for the month, or the history has a figure of it. A history that could not be read
/// may have had one.
fn was_reported(register: &Register<'_>, indicator: &Id, month: Month) -> bool {
    let Some(history) = &register.documents.history else {
        return true;
    };
    let series = history.figures.get(indicator);
    register.documents.months.contains(&month) || series.is_some_and(|series| series.get(&month).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{assert_told, told};

    fn corrected(month: &str) -> Vec<String> {
        let new = format!("{{ month: {month}, indicator: assessments_in_time");
        told(
            judge,
            "returns/2024-06/council.yaml",
            "{ month: 2024-04, indicator: assessments_in_time",
            &new,
        )
    }

    #[test]
    fn a_correction_looks_back() {
        let path = "returns/2024-06/council.yaml";
        assert_told(
            &corrected("2024-06"),
            path,
            "wrong-month: June 2024 is not before June 2024",
        );
        assert_told(
            &corrected("2023-03"),
            path,
            "wrong-month: nothing was reported for March 2023",
        );
        assert_eq!(corrected("2023-12"), Vec::<String>::new());
    }
}
