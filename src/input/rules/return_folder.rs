//! Rule: a return lies in the folder of its month, and comes from a body that sends returns.

use crate::finding::{Code, Finding, quoted};
use crate::input::register::Register;
use crate::input::told::Told;

/// Tells of returns, come or awaited, in the folder of another month, and of those that nobody owes.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    let documents = register.documents;
    let charter = documents.charter.as_ref();
    let come = documents.returns.iter();
    let come = come.map(|filed| (&filed.content.month, &filed.content.from, filed.month));
    let awaited = documents.awaited.iter();
    let awaited = awaited.map(|filed| (&filed.content.month, &filed.content.from, filed.month));
    for (month, from, folder) in come.chain(awaited) {
        if *month.value() != folder {
            let message = format!(
                "this is a return for {}, in the folder of {folder}",
                month.value()
            );
            let finding = Finding::new(Code::WrongMonth, message).at(month.place());
            findings.push(finding.help("move the file, or mend the month"));
        }
        let Some(charter) = charter else { continue };
        let sends = charter
            .contributors
            .iter()
            .any(|contributor| contributor.body.value() == from.value());
        let exists = charter.bodies.iter().any(|body| body.id.value() == from.value());
        if exists && !sends {
            let message = format!(
                "{} is not among those who send returns",
                quoted(from.value().as_str())
            );
            let finding = Finding::new(Code::Contradiction, message).at(from.place());
            findings.push(finding.help("add it to `contributors` in programme.yaml"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{assert_told, told};

    #[test]
    fn a_return_lies_in_the_folder_of_its_month() {
        let told = told(
            judge,
            "returns/2024-05/health.yaml",
            "month: 2024-05",
            "month: 2024-06",
        );
        assert_told(
            &told,
            "returns/2024-05/health.yaml «2024-06» wrong-month",
            "June 2024, in the folder of May 2024",
        );
    }

    #[test]
    fn a_return_comes_from_a_contributor() {
        let told = told(
            judge,
            "returns/2024-05/health.yaml",
            "from: health",
            "from: ministry",
        );
        assert_told(
            &told,
            "returns/2024-05/health.yaml «ministry» contradiction",
            "`ministry`",
        );
    }
}
