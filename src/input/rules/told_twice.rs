//! Rule: what happened is told once: a sub-group's report, an action of a meeting in a month, a visit of the chair.

use crate::finding::{Code, Finding, Severity};
use crate::input::register::Register;
use crate::input::told::Told;
use crate::place::Place;
use std::collections::BTreeMap;

/// Tells of reports, matters and visits that come a second time, word for word. A warning: nothing is wrong but that it is printed
/// twice.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    let mut first: BTreeMap<Vec<String>, &Place> = BTreeMap::new();
    for (what, place) in all(register) {
        let words = what.join(", ");
        if let Some(earlier) = first.insert(what, place) {
            let finding = Finding::new(Code::SuppliedTwice, format!("told twice: {words}"));
            let finding = finding
                .with_severity(Severity::Warning)
                .at(place)
                .also(earlier, "the first");
            findings.push(finding.help("take one out, or say what is different"));
        }
    }
}

/// What is told, by all that tells it from others, and where.
fn all<'d>(register: &Register<'d>) -> Vec<(Vec<String>, &'d Place)> {
    let mut all = Vec::new();
    for filed in &register.documents.returns {
        let reports = filed.content.reports.iter();
        all.extend(reports.map(|one| {
            let what = vec![
                format!("the report of the {}", one.group),
                one.title.clone(),
                one.date.value().to_string(),
            ];
            (what, one.date.place())
        }));
        let matters = filed.content.matters.iter();
        all.extend(matters.map(|one| {
            let meeting = one.meeting.value().as_str();
            let what = vec![
                format!("an action of {meeting} in the return for {}", filed.month),
                one.text.clone(),
            ];
            (what, one.meeting.place())
        }));
    }
    for report in register.documents.chair.iter().map(|filed| &filed.content) {
        let visits = report.basis.visits.iter();
        all.extend(visits.map(|one| {
            let what = vec![format!("a visit on {}", one.date.value()), one.what.clone()];
            (what, one.date.place())
        }));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{assert_told, told};

    #[test]
    fn a_report_a_matter_and_a_visit_are_told_once() {
        let council = "returns/2024-06/council.yaml";
        let report = "  - group: Audit sub-group\n    title: What audits of the spring found\n    date: 2024-06-12\n    tested: x\n    found: y\n";
        assert_told(
            &told(judge, council, "reports:\n", &format!("reports:\n{report}")),
            "returns/2024-06/council.yaml «2024-06-12» supplied-twice",
            "told twice: the report of the Audit sub-group",
        );
        let matter = "  - text: Send the Board the moderator's terms.\n    meeting: board_2024_04\n    owner: head_of_quality\n    due: 2024-07-01\n    state: open\n";
        assert_told(
            &told(judge, council, "matters:\n", &format!("matters:\n{matter}")),
            "returns/2024-06/council.yaml «board_2024_04» ",
            "an action of board_2024_04 in the return for June 2024",
        );
        let visit = "    - { date: 2024-05-14, what: The assessment teams at the Town Hall }\n";
        assert_told(
            &told(judge, "chair/2024-06.yaml", visit, &format!("{visit}{visit}")),
            "chair/2024-06.yaml «2024-05-14» ",
            "a visit on 14 May 2024",
        );
    }
}
