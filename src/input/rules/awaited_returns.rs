//! Rule: a return that is awaited has brought nothing yet.

use crate::domain::{Figure, Supplied};
use crate::finding::{Code, Finding, quoted};
use crate::input::register::Register;
use crate::input::told::Told;

/// Tells of figures that have come in a return that is still said to be awaited: no paper would know of them.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    for filed in &register.documents.awaited {
        let form = &filed.content;
        let come = form.figures.iter().find(|(_, figure)| has_come(figure.value()));
        if let Some((id, _)) = come {
            let message = format!(
                "the figure of {} has come, and the return is still awaited",
                quoted(id.value().as_str())
            );
            let finding = Finding::new(Code::Contradiction, message)
                .at(form.awaited.place())
                .also(id.place(), "a figure");
            findings.push(finding.help(
                "write `extracted` and `received` in its place: the days on which the data was drawn and the return came",
            ));
        }
    }
}

fn has_come(supplied: &Supplied) -> bool {
    match supplied.figure {
        Figure::Value(_) | Figure::Parts { .. } => true,
        Figure::Missing { .. } => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{Inputs, assert_told};

    const HEALTH: &str = "returns/2024-04/health.yaml";
    const DAYS: &str = "extracted: 2024-05-02\nreceived: 2024-05-08\n";

    /// April's return of the health service, not yet sent back.
    fn awaited() -> Inputs {
        Inputs::neutral()
            .replace(HEALTH, DAYS, "awaited: 2024-05-10\n")
            .replace(
                HEALTH,
                "actions:\n  a1_3: { state: not_started, confidence: on_track }\n",
                "",
            )
    }

    #[test]
    fn what_has_come_is_not_awaited() {
        assert_told(
            &awaited().told_by(judge),
            "returns/2024-04/health.yaml «2024-05-10» contradiction",
            "`health_referrals` has come",
        );
        let blank = awaited().replace(
            HEALTH,
            "health_referrals: 43",
            "health_referrals: { missing: not_available }",
        );
        assert_eq!(blank.told_by(judge), [""; 0]);
    }

    #[test]
    fn it_lies_in_the_folder_of_its_month() {
        let moved = awaited()
            .replace(
                HEALTH,
                "health_referrals: 43",
                "health_referrals: { missing: not_available }",
            )
            .replace(HEALTH, "month: 2024-04", "month: 2024-05");
        assert_told(
            &moved.told_by(crate::input::rules::return_folder::judge),
            "returns/2024-04/health.yaml «2024-05» wrong-month",
            "in the folder of",
        );
    }
}
