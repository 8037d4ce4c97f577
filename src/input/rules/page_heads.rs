//! Rule: what heads a page or a letter is there and fits: a letter has an address, and only figures that are made up have a notice.

use crate::domain::{Charter, Date, Dated as _, FiguresAre, Id, Located, Recipient};
use crate::finding::{Code, Finding, Severity, quoted};
use crate::input::register::{Register, with_next};
use crate::input::told::Told;

/// Tells of letters to nowhere, and of a notice that nobody prints.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    let Some(charter) = &register.documents.charter else {
        return;
    };
    findings.extend(unprinted(charter));
    for report in register.documents.chair.iter().map(|filed| &filed.content) {
        let roles = charter.papers.six_monthly.addressed_to.iter();
        findings.extend(roles.filter_map(|role| unheld(charter, role, &report.written)));
    }
    for (recipient, next) in with_next(&charter.recipients, |one| one.id.place()) {
        if recipient.address.is_empty() && !register.is_cut(recipient.id.place(), next) {
            findings.push(nowhere(recipient));
        }
    }
}

fn unprinted(charter: &Charter) -> Option<Finding> {
    let is_printed = match charter.figures {
        FiguresAre::Illustrative => true,
        FiguresAre::Actual => charter.notice.is_none(),
    };
    (!is_printed).then(|| {
        let message = "the figures are `actual`, and a `notice` says that they are not";
        let finding = Finding::new(Code::Contradiction, message).with_severity(Severity::Warning);
        let finding = finding.at(charter.format.place());
        finding.help("take `notice` out if the figures are real, or write `figures: illustrative`")
    })
}

/// A role that somebody has held, and nobody holds when the report is written: its letter is not made. That may be as it should, for
/// roles come to an end, so the report is made all the same.
fn unheld(charter: &Charter, role: &Located<Id>, written: &Located<Date>) -> Option<Finding> {
    let mut holders = charter
        .recipients
        .iter()
        .filter(|one| one.role.value() == role.value())
        .peekable();
    let first = holders.peek()?.id.place();
    (!holders.any(|one| one.holds_on(*written.value()))).then(|| {
        let message = format!(
            "nobody has the role {} on {}, when the report is written: no letter goes there",
            quoted(role.value().as_str()),
            written.value()
        );
        let finding = Finding::new(Code::DatesOutOfOrder, message).at(role.place());
        let finding = finding
            .also(first, "who had it")
            .also(written.place(), "the report");
        let help = "add whoever follows to `recipients`, or mend `from` and `until`";
        finding.with_severity(Severity::Warning).help(help)
    })
}

fn nowhere(recipient: &Recipient) -> Finding {
    let message = format!(
        "a letter to {} has no address",
        quoted(recipient.id.value().as_str())
    );
    let finding = Finding::new(Code::BlankValue, message).at(recipient.id.place());
    finding.help("write the lines of the address under `address`")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{assert_told, told};

    #[test]
    fn a_letter_goes_somewhere() {
        let told = told(
            judge,
            "programme.yaml",
            "address: [Town Hall, High Street, Northmere NM1 2BB]",
            "address: []",
        );
        assert_told(
            &told,
            "programme.yaml «leader» blank-value",
            "a letter to `leader` has no address",
        );
    }

    #[test]
    fn somebody_has_each_role_to_which_a_letter_goes() {
        let ended = "    role: leader\n    until: 2024-05-31\n";
        let told = told(judge, "programme.yaml", "    role: leader\n", ended);
        assert_told(
            &told,
            "programme.yaml «leader» dates-out-of-order",
            "nobody has the role `leader` on 15 July 2024",
        );
    }

    #[test]
    fn real_figures_have_no_notice() {
        let told = told(
            judge,
            "programme.yaml",
            "figures: illustrative",
            "figures: actual",
        );
        assert_told(
            &told,
            "programme.yaml «1» contradiction",
            "a `notice` says that they are not",
        );
    }
}
