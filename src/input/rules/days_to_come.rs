//! Rule: what is expected is still to come: a forecast, the day by which a figure should be back, the next test, the day by which a
//! recommendation asks for something. A warning: the day was most likely copied from the last return.

use crate::domain::{ActionState, Date, Id, Located};
use crate::finding::{Code, Finding, Severity, quoted};
use crate::input::register::Register;
use crate::input::told::Told;
use crate::place::Place;

/// Tells of days that were past when they were typed as still to come.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    for filed in &register.documents.returns {
        let sent = &filed.content;
        let drawn = &sent.extracted;
        let running = sent.actions.iter().filter(|(_, update)| match update.state {
            ActionState::NotStarted | ActionState::InProgress => true,
            ActionState::Complete => false,
        });
        let forecasts = running.filter_map(|(id, update)| Some((id, update.forecast.as_ref()?)));
        let milestones = sent
            .milestones
            .iter()
            .filter(|(_, update)| update.achieved.is_none());
        let milestones = milestones.filter_map(|(id, update)| Some((id, update.forecast.as_ref()?)));
        let back = sent.commentary.iter();
        let back = back.filter_map(|(id, commentary)| Some((id, commentary.back_by.as_ref()?)));
        let expected = forecasts.chain(milestones).chain(back);
        findings.extend(expected.filter_map(|(id, day)| past(id, (*day.value(), day.place()), drawn)));
    }
    for filed in &register.documents.chair {
        let (report, written) = (&filed.content, &filed.content.written);
        let tests = report
            .exit
            .iter()
            .filter_map(|(id, view)| Some((id, view.next_test.as_ref()?)));
        let asked = report.recommendations.iter().map(|asked| (&asked.to, &asked.by));
        let expected = tests.chain(asked);
        findings.extend(expected.filter_map(|(id, day)| past(id, (*day.value(), day.place()), written)));
    }
}

/// `known` is the day on which the person who typed it knew how things stood.
fn past(id: &Located<Id>, (day, place): (Date, &Place), known: &Located<Date>) -> Option<Finding> {
    (day < *known.value()).then(|| {
        let message = format!(
            "{}: {day} was past on {}, and is given as still to come",
            quoted(id.value().as_str()),
            known.value()
        );
        let finding = Finding::new(Code::DatesOutOfOrder, message)
            .with_severity(Severity::Warning)
            .at(place);
        let finding = finding.also(known.place(), "how things stood on that day");
        finding.help("give the day on which it is expected now")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{assert_told, told};

    #[test]
    fn a_forecast_is_still_to_come() {
        let may = |forecast: &str| {
            told(
                judge,
                "returns/2024-05/council.yaml",
                "forecast: 2024-07-31",
                &format!("forecast: {forecast}"),
            )
        };
        assert_told(
            &may("2024-06-03"),
            "returns/2024-05/council.yaml «2024-06-03» dates-out-of-order",
            "`a1_2`: 3 June 2024 was past on 4 June 2024",
        );
        assert_eq!(may("2024-06-04"), [""; 0]);
    }

    #[test]
    fn so_is_the_day_by_which_a_figure_is_back() {
        let told = told(
            judge,
            "returns/2024-04/council.yaml",
            "back_by: 2024-05-31",
            "back_by: 2024-04-30",
        );
        assert_told(
            &told,
            "returns/2024-04/council.yaml «2024-04-30» ",
            "`unallocated_cases`",
        );
    }

    #[test]
    fn so_is_what_the_chair_asks() {
        let chair = |old, new| told(judge, "chair/2024-06.yaml", old, new);
        assert_told(
            &chair("next_test: 2024-12-31", "next_test: 2024-06-30"),
            "chair/2024-06.yaml «2024-06-30» ",
            "30 June 2024 was past on 15 July 2024",
        );
        assert_told(
            &chair("by: 2024-12-20", "by: 2024-07-01"),
            "chair/2024-06.yaml «2024-07-01» ",
            "1 July 2024 was past",
        );
    }
}
