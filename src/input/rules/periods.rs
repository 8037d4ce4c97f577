//! Rule: papers, meetings, approvals and the history speak of months that they can speak of: half-years end where
//! the programme's do, and the history is over when the papers begin.

use crate::domain::{ChairReport, Charter, Id, Located, Meeting, Month, PaperKind};
use crate::finding::{Code, Finding};
use crate::input::documents::Filed;
use crate::input::register::Register;
use crate::input::told::Told;
use std::collections::BTreeSet;

/// Tells of months that no paper has.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    let chair = register.documents.chair.iter();
    findings.extend(chair.filter_map(in_the_wrong_file));
    let Some(charter) = &register.documents.charter else {
        return;
    };
    findings.extend(half_years(register).filter_map(|month| not_an_end(charter, month)));
    findings.extend(months(register).filter_map(|month| too_early(charter, month)));
    history(register, charter, findings);
}

fn in_the_wrong_file(filed: &Filed<ChairReport>) -> Option<Finding> {
    let period = &filed.content.period;
    (filed.month != *period.value()).then(|| {
        let message = format!(
            "these are words on the half-year to {}, in the file of {}",
            period.value(),
            filed.month
        );
        Finding::new(Code::WrongMonth, message)
            .at(period.place())
            .help("rename the file, or mend the month")
    })
}

/// Every half-year that something is said of. A report in the file of another month has been told of.
fn half_years<'d>(register: &Register<'d>) -> impl Iterator<Item = &'d Located<Month>> {
    let filed = register.documents.chair.iter();
    let filed = filed.filter(|filed| filed.month == *filed.content.period.value());
    let reports = filed.map(|filed| &filed.content.period);
    let agreed = meetings(register).filter_map(|meeting| meeting.agrees_report.as_ref());
    reports
        .chain(agreed)
        .chain(approved(register, PaperKind::SixMonthly))
}

/// Every month that a meeting considers or whose paper is approved.
fn months<'d>(register: &Register<'d>) -> impl Iterator<Item = &'d Located<Month>> {
    let considered = meetings(register).filter_map(|meeting| meeting.considers.as_ref());
    considered.chain(approved(register, PaperKind::Monthly))
}

fn meetings<'d>(register: &Register<'d>) -> impl Iterator<Item = &'d Meeting> {
    register
        .documents
        .calendar
        .iter()
        .flat_map(|calendar| &calendar.meetings)
}

/// The periods of the papers of one kind that are approved.
fn approved<'d>(register: &Register<'d>, kind: PaperKind) -> impl Iterator<Item = &'d Located<Month>> {
    let approvals = register
        .documents
        .approvals
        .iter()
        .flat_map(|file| &file.approvals);
    approvals
        .filter(move |approval| approval.paper == kind)
        .map(|approval| &approval.period)
}

fn not_an_end(charter: &Charter, month: &Located<Month>) -> Option<Finding> {
    let paper = &charter.papers.six_monthly;
    let since = month.value().months_since(paper.first);
    let is_end = since >= 0 && since % PaperKind::SixMonthly.months() == 0;
    (!is_end).then(|| {
        let message = format!("no chair's report ends in {}", month.value());
        let finding = Finding::new(Code::WrongMonth, message).at(month.place());
        finding.help(format!(
            "the first ends in {}, then one every six months",
            paper.first
        ))
    })
}

fn too_early(charter: &Charter, month: &Located<Month>) -> Option<Finding> {
    let first = charter.papers.monthly.first;
    (*month.value() < first).then(|| {
        let message = format!("there is no monthly paper for {}", month.value());
        Finding::new(Code::WrongMonth, message)
            .at(month.place())
            .help(format!("the first is for {first}"))
    })
}

/// A month that has a paper has a return, and its figures belong there: the history has no day of receipt. What a return brings
/// as well comes twice, which is told elsewhere.
fn history(register: &Register<'_>, charter: &Charter, findings: &mut Told) {
    let first = charter.papers.monthly.first;
    let returns = register.documents.returns.iter();
    let brought: BTreeSet<(Month, &Id)> = returns
        .flat_map(|filed| {
            filed
                .content
                .figures
                .iter()
                .map(|(id, _)| (register.figure_month(id.value(), filed.month), id.value()))
        })
        .collect();
    let late = register.history().filter(|figure| figure.month >= first);
    let late = late.filter(|figure| !brought.contains(&(figure.month, figure.indicator.value())));
    // A first month that is years too early makes every figure a late one: of each indicator the first is told.
    let mut told = BTreeSet::new();
    for figure in late.filter(|figure| told.insert(figure.indicator.value())) {
        let message = format!(
            "{} is not before {first}, the month of the first paper, so it is no history",
            figure.month
        );
        let finding = Finding::new(Code::WrongMonth, message).at(figure.place);
        findings
            .push(finding.help("put the figure into the return of its month, and those of later months too"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{assert_told, told};

    #[test]
    fn half_years_end_where_the_programmes_do() {
        let told_of = |path, old, new| told(judge, path, old, new);
        let meeting = told_of(
            "calendar.yaml",
            "agrees_report: 2024-06",
            "agrees_report: 2024-05",
        );
        assert_told(
            &meeting,
            "calendar.yaml «2024-05» wrong-month",
            "no chair's report ends in May 2024",
        );
        let approval = told_of(
            "approvals.yaml",
            "six_monthly, period: 2024-06",
            "six_monthly, period: 2023-12",
        );
        assert_told(
            &approval,
            "approvals.yaml «2023-12» ",
            "no chair's report ends in December 2023",
        );
        assert!(
            told_of(
                "approvals.yaml",
                "six_monthly, period: 2024-06",
                "six_monthly, period: 2024-12"
            )
            .is_empty()
        );
    }

    #[test]
    fn the_chairs_words_lie_in_the_file_of_their_half_year() {
        let told = told(judge, "chair/2024-06.yaml", "period: 2024-06", "period: 2024-12");
        assert_told(&told, "chair/2024-06.yaml «2024-12» ", "in the file of June 2024");
    }

    #[test]
    fn no_paper_is_before_the_first() {
        let told_of = |path, old, new| told(judge, path, old, new);
        assert_told(
            &told_of("calendar.yaml", "considers: 2024-04", "considers: 2024-03"),
            "calendar.yaml",
            "for March 2024",
        );
        let approval = told_of(
            "approvals.yaml",
            "{ paper: monthly, period: 2024-04",
            "{ paper: monthly, period: 2024-03",
        );
        assert_told(
            &approval,
            "approvals.yaml «2024-03» ",
            "the first is for April 2024",
        );
    }

    #[test]
    fn the_history_ends_before_the_first_paper() {
        let told = told(judge, "history.yaml", "    2023-04: 41\n", "    2024-07: 41\n");
        assert_told(&told, "history.yaml", "July 2024 is not before April 2024");
    }
}
