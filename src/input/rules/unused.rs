//! Rule: what is defined is used: bodies, offices, headings, themes, priorities and versions of the plan that nothing refers to,
//! indicators that nobody supplies, letters to nobody. Knows which names are given and which are named.

use crate::domain::{Id, Located, Owed};
use crate::finding::{Code, Finding, quoted};
use crate::input::names::{Kind, definitions};
use crate::input::references::references;
use crate::input::register::Register;
use crate::input::told::Told;
use crate::load::Extent;
use std::collections::BTreeSet;

/// Tells of what nothing uses. Where a document could not be read, or those of later months are left out, nothing is said, for
/// they may be what uses it.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    let documents = register.documents;
    let is_there = documents.charter.is_some() && documents.calendar.is_some() && documents.plan.is_some();
    let is_whole = documents.extent == Extent::Whole && is_there;
    if !is_whole || !documents.dark.is_empty() || !documents.lost.is_empty() {
        return;
    }
    let used: BTreeSet<(Kind, &Id)> = references(documents)
        .into_iter()
        .map(|(kind, id)| (kind, id.value()))
        .collect();
    let all: Vec<_> = definitions(documents).into_iter().collect();
    let defined: BTreeSet<(Kind, &Id)> = all.iter().map(|(kind, id)| (*kind, id.value())).collect();
    // Where a name is misspelt, what it was meant for seems unused.
    let misspelt: BTreeSet<Kind> = used.difference(&defined).map(|(kind, _)| *kind).collect();
    let unused = all.into_iter().filter(|(kind, id)| {
        must_be_used(*kind) && !misspelt.contains(kind) && !used.contains(&(*kind, id.value()))
    });
    findings.extend(unused.map(|(kind, id)| nothing_uses(kind, id)));
    findings.extend(unsupplied(register));
    if !misspelt.contains(&Kind::Role) {
        findings.extend(letters_to_nobody(register));
    }
}

/// Some things stand by themselves: a vocabulary, a register, a calendar, a group that only reports. Recommendations have a rule of their own.
fn must_be_used(kind: Kind) -> bool {
    match kind {
        Kind::Body
        | Kind::Office
        | Kind::Role
        | Kind::Heading
        | Kind::Theme
        | Kind::Priority
        | Kind::PlanVersion => true,
        Kind::Group
        | Kind::Recipient
        | Kind::Judgement
        | Kind::Grant
        | Kind::Rung
        | Kind::Meeting
        | Kind::Indicator
        | Kind::Recommendation
        | Kind::Action
        | Kind::Milestone
        | Kind::Risk
        | Kind::Issue
        | Kind::Feature
        | Kind::Criterion => false,
    }
}

fn nothing_uses(kind: Kind, id: &Located<Id>) -> Finding {
    let message = format!(
        "nothing refers to the {} {}",
        kind.word(),
        quoted(id.value().as_str())
    );
    Finding::new(Code::Unused, message)
        .at(id.place())
        .help(format!("take it out of {}, or use it", kind.home()))
}

/// Indicators of a body that owes no figures, so that none will ever come.
fn unsupplied(register: &Register<'_>) -> Vec<Finding> {
    let charter = register.documents.charter.iter();
    let contributors = charter.flat_map(|charter| &charter.contributors);
    let supplying: BTreeSet<&Id> = contributors
        .filter(|contributor| contributor.owes.contains(&Owed::Figures))
        .map(|contributor| contributor.body.value())
        .collect();
    let indicators = register.documents.indicators.iter();
    indicators
        .filter(|indicator| !supplying.contains(indicator.body.value()))
        .map(|indicator| {
            let body = quoted(indicator.body.value().as_str());
            let message = format!(
                "nobody supplies {}: {body} is not among those who owe figures",
                quoted(indicator.id.value().as_str())
            );
            let finding = Finding::new(Code::Unused, message).at(indicator.body.place());
            finding.help(format!(
                "let {body} owe `figures` under `contributors` of programme.yaml, or mend `body`"
            ))
        })
        .collect()
}

/// The chair's words to a role that gets no letter: nobody would print them.
fn letters_to_nobody(register: &Register<'_>) -> Vec<Finding> {
    let charter = register.documents.charter.iter();
    let addressed: BTreeSet<&Id> = charter
        .flat_map(|charter| &charter.papers.six_monthly.addressed_to)
        .map(|role| role.value())
        .collect();
    let letters = register
        .documents
        .chair
        .iter()
        .flat_map(|filed| filed.content.letters.iter());
    letters
        .map(|(role, _)| role)
        .filter(|role| !addressed.contains(role.value()))
        .map(|role| {
            let name = quoted(role.value().as_str());
            let finding = Finding::new(
                Code::Unused,
                format!("no letter goes to {name}, and nobody prints these words"),
            );
            finding.at(role.place()).help(format!(
                "add {name} to `addressed_to` in programme.yaml, or take the words out"
            ))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{Inputs, assert_told, told};

    #[test]
    fn what_nothing_refers_to_is_told() {
        let cases = [
            ("bodies:\n", "  - { id: police, name: Police }\n", "body `police`"),
            (
                "offices:\n",
                "  - { id: sheriff, title: Sheriff }\n",
                "office `sheriff`",
            ),
            (
                "headings:\n",
                "  - { id: cost, name: Cost, question: What does it cost? }\n",
                "heading `cost`",
            ),
            (
                "themes:\n",
                "  - { id: housing, name: Housing }\n",
                "theme `housing`",
            ),
            (
                "priorities:\n",
                "  - { id: p3, mark: P3, name: x, source: y }\n",
                "priority `p3`",
            ),
            (
                "recipients:\n",
                "  - { id: mayor, role: mayor, office: leader, salutation: Dear Mayor, address: [Town Hall] }\n",
                "recipient's role `mayor`",
            ),
        ];
        for (list, item, what) in cases {
            let told = told(judge, "programme.yaml", list, &format!("{list}{item}"));
            assert_told(
                &told,
                "programme.yaml",
                &format!("unused: nothing refers to the {what}"),
            );
        }
    }

    #[test]
    fn an_indicator_has_somebody_who_supplies_it() {
        let told = told(
            judge,
            "programme.yaml",
            "office: health_lead, owes: [figures]",
            "office: health_lead, owes: [plan]",
        );
        assert_told(
            &told,
            "indicators/assessment.yaml «health» unused",
            "nobody supplies `health_referrals`",
        );
    }

    #[test]
    fn words_are_written_to_somebody() {
        let told = told(
            judge,
            "programme.yaml",
            "addressed_to: [minister, leader]",
            "addressed_to: [minister]",
        );
        assert_told(
            &told,
            "chair/2024-06.yaml «leader» unused",
            "no letter goes to `leader`",
        );
    }

    #[test]
    fn nothing_is_said_where_a_document_could_not_be_read() {
        let inputs = Inputs::neutral()
            .replace(
                "programme.yaml",
                "themes:\n",
                "themes:\n  - { id: housing, name: Housing }\n",
            )
            .replace("plan.yaml", "title: Northmere improvement plan", "title: [");
        assert_eq!(inputs.told_in_spite_of_structure(judge), [""; 0]);
    }
}
