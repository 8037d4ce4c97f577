//! Rule: a paper is written and approved by the office that signs it, and the same approval is given once. A second one on another
//! day, or of another content, is given because the paper has changed.

use crate::domain::{Approval, Date, Id, Located, Month, PaperKind};
use crate::finding::{Code, Finding, quoted};
use crate::input::register::Register;
use crate::input::told::Told;
use crate::place::Place;
use std::collections::BTreeMap;

/// Tells of words and approvals of another office, and of approvals that are listed twice.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    let documents = register.documents;
    let approvals = || documents.approvals.iter().flat_map(|file| &file.approvals);
    findings.extend(twice(approvals()));
    let Some(charter) = &documents.charter else {
        return;
    };
    let approved = approvals().map(|approval| (approval.paper, &approval.by, "approved"));
    let reports = documents.chair.iter();
    let written = reports.map(|filed| (PaperKind::SixMonthly, &filed.content.from, "written"));
    for (paper, office, what) in approved.chain(written) {
        let author = match paper {
            PaperKind::Monthly => &charter.papers.monthly.author,
            PaperKind::SixMonthly => &charter.papers.six_monthly.author,
        };
        // That there is no such office is told elsewhere.
        if register.office(author.value()).is_some() {
            findings.extend(another(author, paper, office, what));
        }
    }
}

fn another(author: &Located<Id>, paper: PaperKind, office: &Located<Id>, what: &str) -> Option<Finding> {
    (office.value() != author.value()).then(|| {
        let (name, author_name) = (quoted(office.value().as_str()), quoted(author.value().as_str()));
        let message = format!(
            "a {} is {what} by {name}, and {author_name} signs it",
            paper.words()
        );
        let finding = Finding::new(Code::Contradiction, message).at(office.place());
        let finding = finding.also(author.place(), "who signs it");
        finding.help(format!("name {author_name}, or look whether the paper is meant"))
    })
}

/// What makes two approvals the same.
type Same<'d> = (PaperKind, Month, &'d Id, Date, Option<String>);

fn twice<'d>(approvals: impl Iterator<Item = &'d Approval>) -> Vec<Finding> {
    let mut first: BTreeMap<Same<'d>, &Place> = BTreeMap::new();
    let told = approvals.filter_map(|approval| {
        let digest = approval.digest.as_ref().map(|digest| digest.value().to_string());
        let same = (
            approval.paper,
            *approval.period.value(),
            approval.by.value(),
            *approval.on.value(),
            digest,
        );
        let earlier = first.insert(same, approval.period.place())?;
        let message = format!(
            "the approval of the {} for {} is given twice",
            approval.paper.words(),
            approval.period.value()
        );
        let finding = Finding::new(Code::SuppliedTwice, message).at(approval.period.place());
        Some(
            finding
                .also(earlier, "the first")
                .help("take one out, or mend the month that is meant"),
        )
    });
    told.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{assert_told, told};

    const MAY: &str = "  - { paper: monthly, period: 2024-05, by: director, on: 2024-06-13 }\n";

    #[test]
    fn whoever_signs_a_paper_approves_it() {
        let other = told(
            judge,
            "approvals.yaml",
            "period: 2024-05, by: director",
            "period: 2024-05, by: leader",
        );
        assert_told(
            &other,
            "approvals.yaml «leader» contradiction",
            "a monthly report is approved by `leader`, and `director` signs it",
        );
        let swapped = told(
            judge,
            "approvals.yaml",
            "paper: six_monthly, period: 2024-06",
            "paper: monthly, period: 2024-06",
        );
        assert_told(&swapped, "approvals.yaml «chair» ", "`director` signs it");
        let words = told(judge, "chair/2024-06.yaml", "from: chair", "from: director");
        assert_told(
            &words,
            "chair/2024-06.yaml «director» ",
            "a six-monthly report is written by `director`",
        );
    }

    #[test]
    fn an_approval_is_given_once() {
        let and = |second: &str| told(judge, "approvals.yaml", MAY, &format!("{MAY}{second}"));
        assert_told(
            &and(MAY),
            "approvals.yaml «2024-05» supplied-twice",
            "the approval of the monthly report for May 2024",
        );
        assert_eq!(
            and(&MAY.replace("06-13", "06-14")),
            [""; 0],
            "it has changed, and is approved again"
        );
    }
}
