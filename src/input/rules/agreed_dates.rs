//! Rule: nothing is agreed before it is known, and nothing that was agreed is of a later day. Knows the meetings at which versions of the
//! plan, new dates, recalculations and matters were agreed.

use crate::domain::{Date, DueDate, Id, Located, Matter, PlanVersion, Recalculation};
use crate::finding::{Code, Finding, quoted};
use crate::input::register::Register;
use crate::input::told::Told;
use crate::place::Place;

/// Tells of what a meeting cannot have agreed.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    let documents = register.documents;
    if let Some(plan) = &documents.plan {
        let versions = plan.versions.iter();
        findings.extend(versions.filter_map(|version| put_forward_late(register, version)));
        let actions = plan.actions.iter().map(|action| (&action.id, &action.due));
        let milestones = plan.milestones.iter().map(|one| (&one.id, &one.due));
        for (id, due) in actions.chain(milestones) {
            let moves = due.iter().skip(1);
            findings.extend(moves.filter_map(|date| moved_back(register, id, date)));
        }
    }
    let recalculations = documents.indicators.iter().flat_map(|it| &it.recalculations);
    findings.extend(recalculations.filter_map(|one| recalculated_early(register, one)));
    for filed in &documents.returns {
        let matters = filed.content.matters.iter();
        findings
            .extend(matters.filter_map(|matter| matter_to_come(register, matter, &filed.content.received)));
    }
}

/// The day of a meeting, and where it is named.
fn meets<'d>(register: &Register<'_>, meeting: &'d Located<Id>) -> Option<(Date, &'d Place)> {
    Some((register.met_on(meeting)?, meeting.place()))
}

fn finding(message: String, place: &Place, also: &Place, what: &str) -> Finding {
    Finding::new(Code::DatesOutOfOrder, message)
        .at(place)
        .also(also, what)
        .help("mend one of the two")
}

/// A version of the plan is put forward before it is agreed.
fn put_forward_late(register: &Register<'_>, version: &PlanVersion) -> Option<Finding> {
    let (day, meeting) = meets(register, version.agreed.as_ref()?)?;
    let proposed = &version.proposed;
    (day < *proposed.value()).then(|| {
        let message = format!(
            "put forward on {}, after it was agreed on {day}",
            proposed.value()
        );
        finding(message, proposed.place(), meeting, "the meeting")
    })
}

/// New limits are agreed once there is a month to calculate them from.
fn recalculated_early(register: &Register<'_>, recalculation: &Recalculation) -> Option<Finding> {
    let (day, meeting) = meets(register, &recalculation.agreed)?;
    let month = &recalculation.month;
    (day.month() < *month.value()).then(|| {
        let message = format!(
            "agreed on {day}, before anything could be known of {}",
            month.value()
        );
        finding(
            message,
            meeting,
            month.place(),
            "the first month of the new phase",
        )
    })
}

/// A date is moved to a day that is still to come.
fn moved_back(register: &Register<'_>, id: &Located<Id>, date: &DueDate) -> Option<Finding> {
    let (day, meeting) = meets(register, date.agreed.as_ref()?)?;
    (*date.date.value() < day).then(|| {
        let message = format!(
            "{} was moved to {} at a meeting on {day}, when that day was past",
            quoted(id.value().as_str()),
            date.date.value()
        );
        finding(message, date.date.place(), meeting, "the meeting")
    })
}

/// A matter was agreed at a meeting that has been held, and is due after it.
fn matter_to_come(register: &Register<'_>, matter: &Matter, received: &Located<Date>) -> Option<Finding> {
    let (day, meeting) = meets(register, &matter.meeting)?;
    let due = &matter.due;
    if received.value() < &day {
        let message = format!("agreed at a meeting on {day}, after the return was received");
        Some(finding(message, meeting, received.place(), "the return"))
    } else if *due.value() < day {
        let message = format!("due on {}, before it was agreed on {day}", due.value());
        Some(finding(message, due.place(), meeting, "the meeting"))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{assert_told, told};

    #[test]
    fn a_plan_is_put_forward_before_it_is_agreed() {
        let told = told(judge, "plan.yaml", "proposed: 2024-04-08", "proposed: 2024-04-28");
        assert_told(
            &told,
            "plan.yaml «2024-04-28» dates-out-of-order",
            "after it was agreed on 18 April 2024",
        );
    }

    #[test]
    fn a_date_is_moved_to_a_day_to_come() {
        let told = told(
            judge,
            "plan.yaml",
            "- { date: 2024-07-31, agreed: group_2024_06,",
            "- { date: 2024-06-07, agreed: group_2024_06,",
        );
        assert_told(
            &told,
            "plan.yaml «2024-06-07» dates-out-of-order",
            "`a1_2` was moved to 7 June 2024 at a meeting on 20 June 2024",
        );
    }

    #[test]
    fn limits_are_recalculated_when_something_is_known() {
        let recalculated = |month: &str| {
            let text = format!(
                "    tolerance: {{ below: 5 }}\n    recalculations:\n      - {{ month: {month}, reason: a, evidence: b, agreed: group_2024_05 }}\n"
            );
            told(
                judge,
                "indicators/protection.yaml",
                "    tolerance: { below: 5 }\n",
                &text,
            )
        };
        assert_told(
            &recalculated("2024-06"),
            "indicators/protection.yaml «group_2024_05» dates-out-of-order",
            "before anything could be known of June 2024",
        );
        assert_eq!(recalculated("2024-05"), [""; 0]);
    }

    #[test]
    fn a_matter_comes_from_a_meeting_that_was_held() {
        let matter = |old, new| told(judge, "returns/2024-06/council.yaml", old, new);
        assert_told(
            &matter("meeting: board_2024_04", "meeting: board_2024_07"),
            "returns/2024-06/council.yaml «board_2024_07» dates-out-of-order",
            "agreed at a meeting on 25 July 2024, after the return was received",
        );
        assert_told(
            &matter("due: 2024-06-30", "due: 2024-04-17"),
            "returns/2024-06/council.yaml «2024-04-17» ",
            "due on 17 April 2024, before it was agreed on 18 April 2024",
        );
    }
}
