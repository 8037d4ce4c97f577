//! Rule: whoever is asked for a return can answer: the office that sends it is of the body, and what a paper needs every month somebody
//! owes.

use crate::domain::{Charter, Contributor, Owed};
use crate::finding::{Code, Finding, Severity, quoted};
use crate::input::register::{Register, with_next};
use crate::input::told::Told;

/// Tells of offices that would be asked for another body's return, and of what nobody would be asked for.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    let Some(charter) = &register.documents.charter else {
        return;
    };
    findings.extend(
        charter
            .contributors
            .iter()
            .filter_map(|one| of_another_body(register, one)),
    );
    let contributors = with_next(&charter.contributors, |one| one.body.place());
    // What is misspelt among them has been told of, and may be what nobody seems to owe.
    let is_whole = contributors
        .into_iter()
        .all(|(one, next)| !register.is_cut(one.body.place(), next));
    if is_whole {
        findings.extend(
            needed(register)
                .into_iter()
                .filter_map(|(what, key, why)| unasked(charter, what, key, why)),
        );
    }
}

fn of_another_body(register: &Register<'_>, contributor: &Contributor) -> Option<Finding> {
    let office = register.office(contributor.office.value())?;
    let body = office
        .body
        .as_ref()
        .filter(|body| body.value() != contributor.body.value())?;
    let message = format!(
        "{} is asked for the return of {}, and is of {}",
        quoted(contributor.office.value().as_str()),
        quoted(contributor.body.value().as_str()),
        quoted(body.value().as_str())
    );
    let finding = Finding::new(Code::Contradiction, message).with_severity(Severity::Warning);
    let finding = finding
        .at(contributor.office.place())
        .also(body.place(), "its body");
    Some(finding.help("name an office of the body that sends the return"))
}

/// What somebody must owe, its word, and for which reason. The words of whoever signs a paper are asked of that office.
fn needed(register: &Register<'_>) -> Vec<(Owed, &'static str, &'static str)> {
    let plan = register.documents.plan.as_ref();
    let has_actions = plan.is_some_and(|plan| !plan.actions.is_empty());
    let has_risks = plan.is_some_and(|plan| !plan.risks.is_empty());
    let actions = has_actions.then_some((Owed::Plan, "plan", "the plan has actions"));
    let risks = has_risks.then_some((Owed::Risks, "risks", "the plan has risks"));
    actions.into_iter().chain(risks).collect()
}

fn unasked(charter: &Charter, what: Owed, key: &str, why: &str) -> Option<Finding> {
    let first = charter.contributors.first()?;
    let is_owed = charter.contributors.iter().any(|one| one.owes.contains(&what));
    (!is_owed).then(|| {
        let message = format!("{why}, and no contributor owes {}", quoted(key));
        let finding = Finding::new(Code::Contradiction, message).with_severity(Severity::Warning);
        let finding = finding.at(first.body.place());
        finding.help(format!(
            "add {} under `owes` of whoever sends it: others are asked for what they owe",
            quoted(key)
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{assert_told, told};

    #[test]
    fn an_office_answers_for_its_own_body() {
        let told = told(
            judge,
            "programme.yaml",
            "body: health, office: health_lead, owes",
            "body: health, office: director, owes",
        );
        assert_told(
            &told,
            "programme.yaml «director» contradiction",
            "`director` is asked for the return of `health`, and is of `northmere`",
        );
    }

    #[test]
    fn somebody_owes_what_a_paper_needs() {
        for (owed, words) in [
            ("figures, risks, words", "the plan has actions"),
            ("figures, plan, words", "the plan has risks"),
        ] {
            let told = told(
                judge,
                "programme.yaml",
                "owes: [figures, plan, risks, words]",
                &format!("owes: [{owed}]"),
            );
            assert_told(&told, "programme.yaml «northmere» contradiction", words);
        }
    }
}
