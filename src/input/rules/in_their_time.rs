//! Rule: offices and bodies act while they exist: departments are renamed and posts begin and end. Knows who did what on which day.

use crate::domain::{Date, Dated, Id, Located, Month, Seat};
use crate::finding::{Code, Finding, quoted};
use crate::input::register::Register;
use crate::input::told::Told;
use crate::place::Place;

/// Tells of approvals, words, returns and attendance of offices and bodies outside their dates, and of seats that outlast their
/// office.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    let Some(charter) = &register.documents.charter else {
        return;
    };
    for (id, day) in acts(register) {
        let is_gone = register
            .office(id.value())
            .is_some_and(|office| is_gone(office, day));
        findings.extend(is_gone.then(|| told("office", id, &format!("on {day}"))));
    }
    for filed in &register.documents.returns {
        let from = &filed.content.from;
        let is_gone = register
            .body(from.value())
            .is_some_and(|body| is_gone_all_month(body, filed.month));
        findings.extend(is_gone.then(|| told("body", from, &format!("in {}", filed.month))));
    }
    let seats = charter.groups.iter().flat_map(|group| &group.members);
    findings.extend(seats.filter_map(|seat| outlasting(register, seat)));
}

/// Whether a day lies outside the dates of something, which are in order: where they are not, that is told elsewhere.
fn is_gone(dated: &impl Dated, day: Date) -> bool {
    !dated.holds_on(day) && is_ordered(dated)
}

/// A body whose dates leave it any day of a month reports on that month.
fn is_gone_all_month(body: &impl Dated, month: Month) -> bool {
    let is_over = body.until().is_some_and(|until| until < month.first_day());
    let is_to_come = body.from().is_some_and(|from| month.last_day() < from);
    (is_over || is_to_come) && is_ordered(body)
}

fn is_ordered(dated: &impl Dated) -> bool {
    let (from, until) = (dated.from(), dated.until());
    until.is_none_or(|until| from.is_none_or(|from| from <= until))
}

/// Every office that did something on a day.
fn acts<'d>(register: &Register<'d>) -> Vec<(&'d Located<Id>, Date)> {
    let documents = register.documents;
    let mut acts = Vec::new();
    let approvals = documents.approvals.iter().flat_map(|file| &file.approvals);
    acts.extend(approvals.map(|approval| (&approval.by, *approval.on.value())));
    let written = documents.chair.iter().map(|filed| &filed.content);
    acts.extend(written.map(|report| (&report.from, *report.written.value())));
    for meeting in documents.calendar.iter().flat_map(|calendar| &calendar.meetings) {
        let day = *meeting.date.value();
        let came = meeting.attendance.iter().map(|attendance| &attendance.office);
        acts.extend(came.chain(&meeting.chaired_by).map(|office| (office, day)));
    }
    acts
}

fn told(what: &str, id: &Located<Id>, when: &str) -> Finding {
    let name = quoted(id.value().as_str());
    let message = format!("there was no {what} {name} {when}");
    let finding = Finding::new(Code::DatesOutOfOrder, message).at(id.place());
    finding.help(format!(
        "name the {what} that did its work then, or mend `from` and `until` of {name}"
    ))
}

/// A seat ends with its office.
fn outlasting(register: &Register<'_>, seat: &Seat) -> Option<Finding> {
    let office = register
        .office(seat.office.value())
        .filter(|office| is_ordered(*office))?;
    let end = office
        .until
        .filter(|end| seat.until.is_none_or(|until| *end < until))?;
    let place: &Place = seat.office.place();
    let message = format!(
        "{} keeps a seat after {end}, its last day",
        quoted(seat.office.value().as_str())
    );
    let finding = Finding::new(Code::DatesOutOfOrder, message).at(place);
    Some(
        finding
            .also(office.id.place(), "the office")
            .help("end the seat with `until`, and give its successor one"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{Inputs, assert_told, told};

    fn office(id: &str, dates: &str) -> Vec<String> {
        let line = format!("  - {{ id: {id}, title");
        told(
            judge,
            "programme.yaml",
            &line,
            &line.replace("title", &format!("{dates}, title")),
        )
    }

    #[test]
    fn an_office_that_is_not_there_yet_comes_to_no_meeting() {
        assert_told(
            &office("health_lead", "from: 2024-05-01"),
            "calendar.yaml «health_lead» dates-out-of-order",
            "there was no office `health_lead` on 18 April 2024",
        );
    }

    #[test]
    fn it_approves_nothing_and_writes_nothing() {
        let late = office("chair", "from: 2024-07-16");
        assert_told(
            &late,
            "chair/2024-06.yaml «chair» dates-out-of-order",
            "there was no office `chair` on 15 July 2024",
        );
        let later = office("chair", "from: 2024-07-17");
        assert!(
            later
                .iter()
                .any(|line| line.starts_with("approvals.yaml «chair» ")),
            "{later:#?}"
        );
    }

    #[test]
    fn a_body_sends_returns_while_it_is_one() {
        let body = "  - { id: health, name";
        let told = told(
            judge,
            "programme.yaml",
            body,
            "  - { id: health, until: 2024-05-31, name",
        );
        assert_told(
            &told,
            "returns/2024-06/health.yaml «health» dates-out-of-order",
            "there was no body `health` in June 2024",
        );
    }

    #[test]
    fn it_reports_on_the_month_in_which_it_ended() {
        let body = "  - { id: health, name";
        let until = "  - { id: health, until: 2024-06-01, name";
        assert_eq!(told(judge, "programme.yaml", body, until), [""; 0]);
    }

    #[test]
    fn a_seat_ends_with_its_office() {
        assert_told(
            &office("head_of_assessment", "until: 2024-12-31"),
            "programme.yaml «head_of_assessment» dates-out-of-order",
            "`head_of_assessment` keeps a seat after 31 December 2024",
        );
        let seat = "{ office: head_of_assessment, capacity: in_attendance";
        let ended = Inputs::neutral()
            .replace(
                "programme.yaml",
                "  - { id: head_of_assessment, title",
                "  - { id: head_of_assessment, until: 2024-12-31, title",
            )
            .replace("programme.yaml", seat, &format!("{seat}, until: 2024-12-31"));
        assert_eq!(ended.told_by(judge), [""; 0]);
    }
}
