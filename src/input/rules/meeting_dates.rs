//! Rule: what happens around a meeting happens in its order: agenda and papers before it, minutes after it; and it
//! considers months that are over. Minutes that go round before the chair has agreed them are no mistake of typing: the
//! papers tell of them as late.

use crate::domain::{Date, Located, Meeting};
use crate::finding::{Code, Finding};
use crate::input::register::Register;
use crate::input::told::Told;

/// Tells of meetings whose dates contradict each other.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    let Some(calendar) = &register.documents.calendar else {
        return;
    };
    for meeting in &calendar.meetings {
        let Meeting {
            date,
            agenda_agreed,
            papers_sent,
            minutes,
            ..
        } = meeting;
        findings.extend(order(
            agenda_agreed.as_ref(),
            "the agenda was agreed",
            Some(date),
            "the meeting",
        ));
        findings.extend(order(
            papers_sent.as_ref(),
            "the papers were sent",
            Some(date),
            "the meeting",
        ));
        findings.extend(order(
            Some(date),
            "the meeting was held",
            minutes.agreed.as_ref(),
            "its minutes were agreed",
        ));
        findings.extend(order(
            Some(date),
            "the meeting was held",
            minutes.circulated.as_ref(),
            "its minutes were circulated",
        ));
        for month in [&meeting.considers, &meeting.agrees_report].into_iter().flatten() {
            if *date.value() <= month.value().last_day() {
                let message = format!("{} is not over when the meeting is held", month.value());
                let finding = Finding::new(Code::DatesOutOfOrder, message).at(month.place());
                findings.push(
                    finding
                        .also(date.place(), "the meeting")
                        .help("mend the month or the day"),
                );
            }
        }
    }
}

/// What is wrong when something comes after what it should come before.
fn order(
    earlier: Option<&Located<Date>>,
    what: &str,
    later: Option<&Located<Date>>,
    before: &str,
) -> Option<Finding> {
    let (earlier, later) = (earlier?, later?);
    (later.value() < earlier.value()).then(|| {
        let message = format!(
            "{what} on {}, after {before} on {}",
            earlier.value(),
            later.value()
        );
        let finding = Finding::new(Code::DatesOutOfOrder, message).at(later.place());
        finding.also(earlier.place(), what).help("mend one of the two")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{assert_told, told};

    #[test]
    fn things_happen_in_their_order() {
        let cases = [
            (
                "agenda_agreed: 2024-04-10",
                "agenda_agreed: 2024-04-19",
                "the agenda was agreed on 19 April 2024, after the meeting",
            ),
            (
                "papers_sent: 2024-05-17",
                "papers_sent: 2024-05-24",
                "the papers were sent on 24 May 2024, after the meeting",
            ),
            (
                "agreed: 2024-05-28",
                "agreed: 2024-05-22",
                "after its minutes were agreed on 22 May 2024",
            ),
            (
                "circulated: 2024-05-29",
                "circulated: 2024-05-22",
                "after its minutes were circulated on 22 May 2024",
            ),
            (
                "considers: 2024-05",
                "considers: 2024-06",
                "June 2024 is not over",
            ),
            (
                "agrees_report: 2024-06",
                "agrees_report: 2024-12",
                "December 2024 is not over",
            ),
        ];
        for (old, new, words) in cases {
            let told = told(judge, "calendar.yaml", old, new);
            assert_told(&told, "calendar.yaml", words);
            assert!(told[0].contains(" dates-out-of-order: "), "{told:?}");
        }
    }

    /// Late is not wrong: the papers say so.
    #[test]
    fn minutes_may_go_round_before_they_are_agreed() {
        let told = told(judge, "calendar.yaml", "agreed: 2024-05-28", "agreed: 2024-05-30");
        assert_eq!(told, Vec::<String>::new());
    }
}
