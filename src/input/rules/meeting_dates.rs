//! Rule: what happens around a meeting happens in its order: agenda and papers before it, minutes after it; and it
//! considers months that are over. Minutes that go round before the chair has agreed them are no mistake of typing: the
//! papers tell of them as late.

use crate::domain::{Date, Located, Meeting, Month};
use crate::finding::{Code, Finding, Severity};
use crate::input::register::Register;
use crate::input::told::Told;

/// How many days before a meeting its agenda may have been agreed and its papers sent.
const MOST_DAYS_BEFORE: i64 = 92;

/// Tells of meetings whose dates contradict each other.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    let Some(calendar) = &register.documents.calendar else {
        return;
    };
    for meeting in &calendar.meetings {
        findings.extend(out_of_order(meeting));
        findings.extend(long_before(meeting));
        let months = [&meeting.considers, &meeting.agrees_report].into_iter().flatten();
        findings.extend(months.filter_map(|month| not_over(meeting, month)));
    }
}

/// What of a meeting comes after what it should come before.
fn out_of_order(meeting: &Meeting) -> impl Iterator<Item = Finding> {
    let Meeting {
        agenda_agreed: agenda,
        papers_sent: papers,
        minutes,
        ..
    } = meeting;
    let date = Some(&meeting.date);
    let (agreed, circulated) = (minutes.agreed.as_ref(), minutes.circulated.as_ref());
    let held = "the meeting was held";
    let found = [
        order(agenda.as_ref(), "the agenda was agreed", date, "the meeting"),
        order(papers.as_ref(), "the papers were sent", date, "the meeting"),
        order(date, held, agreed, "its minutes were agreed"),
        order(date, held, circulated, "its minutes were circulated"),
    ];
    found.into_iter().flatten()
}

/// A warning: nobody agrees an agenda or sends papers months before a meeting, and a year is easily mistyped.
fn long_before(meeting: &Meeting) -> Vec<Finding> {
    let date = &meeting.date;
    let what = [
        (&meeting.agenda_agreed, "the agenda was agreed"),
        (&meeting.papers_sent, "the papers were sent"),
    ];
    let told = what.into_iter().filter_map(|(day, what)| {
        let day = day.as_ref()?;
        let days = date.value().days_since(*day.value());
        (days > MOST_DAYS_BEFORE).then(|| {
            let message = format!("{what} on {}, {days} days before the meeting", day.value());
            let finding = Finding::new(Code::DatesOutOfOrder, message).with_severity(Severity::Warning);
            let finding = finding.at(day.place()).also(date.place(), "the meeting");
            finding.help("look at the year and the month of both")
        })
    });
    told.collect()
}

/// A meeting considers months that are over.
fn not_over(meeting: &Meeting, month: &Located<Month>) -> Option<Finding> {
    let date = &meeting.date;
    (*date.value() <= month.value().last_day()).then(|| {
        let message = format!("{} is not over when the meeting is held", month.value());
        Finding::new(Code::DatesOutOfOrder, message)
            .at(month.place())
            .also(date.place(), "the meeting")
            .help("mend the month or the day")
    })
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
