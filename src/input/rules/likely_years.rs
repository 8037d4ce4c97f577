//! Rule: the years are those of the programme: what is planned lies not many years after the day of excellence, and nothing begins
//! many years before the first paper. A warning: it is most likely a slip in the year.

use crate::domain::{Action, Charter, Date, Located, Milestone, Month};
use crate::finding::{Code, Finding};
use crate::input::register::Register;
use crate::input::told::Told;
use crate::place::Place;

/// How many months after the day of excellence something may still be planned for.
const MONTHS_AFTER: i32 = 5 * 12;

/// How many months before the first paper something may have begun.
const MONTHS_BEFORE: i32 = 10 * 12;

/// Tells of months and days that lie far outside of the programme.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    let Some(charter) = &register.documents.charter else {
        return;
    };
    let span = Span {
        first: charter.papers.monthly.first,
        last: charter.excellence.date.value().month(),
    };
    findings.extend(over_before_it_began(charter));
    for (month, shown, place) in planned(register) {
        findings.extend(span.far(month, &shown, place));
    }
}

fn over_before_it_began(charter: &Charter) -> Option<Finding> {
    let (first, date) = (charter.papers.monthly.first, &charter.excellence.date);
    (date.value().month() < first).then(|| {
        let message = format!(
            "excellence is to be reached on {}, before the first paper, of {first}",
            date.value()
        );
        let finding = Finding::new(Code::UnlikelyDate, message).at(date.place());
        finding.help("mend the date, or `first` of the monthly paper")
    })
}

/// From the month of the first paper to that of excellence.
struct Span {
    first: Month,
    last: Month,
}

impl Span {
    fn far(&self, month: Month, shown: &str, place: &Place) -> Option<Finding> {
        let (after, before) = (month.months_since(self.last), self.first.months_since(month));
        let message = if after > MONTHS_AFTER {
            format!(
                "{shown} is {} years after the month of excellence, {}",
                after / 12,
                self.last
            )
        } else if before > MONTHS_BEFORE {
            format!(
                "{shown} is {} years before the month of the first paper, {}",
                before / 12,
                self.first
            )
        } else {
            return None;
        };
        let finding = Finding::new(Code::UnlikelyDate, message).at(place);
        Some(finding.help("look at the year: is it the one that is meant?"))
    }
}

/// A month or day that something is planned for or begins with, how it is shown, and where it was typed.
type Planned<'d> = (Month, String, &'d Place);

fn day(day: &Located<Date>) -> Planned<'_> {
    (day.value().month(), day.value().to_string(), day.place())
}

fn month(month: &Located<Month>) -> Planned<'_> {
    (*month.value(), month.value().to_string(), month.place())
}

fn planned<'d>(register: &Register<'d>) -> Vec<Planned<'d>> {
    let mut all = of_plan(register);
    all.extend(of_charter(register));
    all.extend(of_indicators(register));
    all.extend(of_returns(register));
    let reports = register.documents.chair.iter().map(|filed| &filed.content);
    for report in reports {
        let tests = report.exit.iter().filter_map(|(_, view)| view.next_test.as_ref());
        all.extend(
            tests
                .chain(report.recommendations.iter().map(|asked| &asked.by))
                .map(day),
        );
    }
    all
}

fn of_charter<'d>(register: &Register<'d>) -> Vec<Planned<'d>> {
    let charter = || register.documents.charter.iter();
    let money = charter()
        .flat_map(|charter| &charter.funding)
        .map(|grant| &grant.agreed);
    let rungs = charter()
        .flat_map(|charter| &charter.ladder)
        .filter_map(|rung| rung.from.as_ref());
    let judged = charter()
        .flat_map(|charter| &charter.inspections)
        .map(|inspection| &inspection.date);
    money.chain(rungs).chain(judged).map(day).collect()
}

fn of_plan<'d>(register: &Register<'d>) -> Vec<Planned<'d>> {
    let mut all = Vec::new();
    for plan in register.documents.plan.iter() {
        let actions = plan.actions.iter();
        all.extend(
            actions
                .flat_map(|Action { start, due, .. }| {
                    std::iter::once(start).chain(due.iter().map(|due| &due.date))
                })
                .map(day),
        );
        let milestones = plan.milestones.iter();
        all.extend(
            milestones
                .flat_map(|Milestone { due, .. }| due)
                .map(|due| day(&due.date)),
        );
        let raised = plan.risks.iter().map(|risk| &risk.raised);
        all.extend(
            raised
                .chain(plan.issues.iter().map(|issue| &issue.raised))
                .map(day),
        );
        all.extend(plan.recommendations.iter().map(|asked| day(&asked.received)));
    }
    all
}

fn of_indicators<'d>(register: &Register<'d>) -> Vec<Planned<'d>> {
    let mut all = Vec::new();
    for indicator in &register.documents.indicators {
        let targets = indicator.targets.iter().flat_map(|target| &target.points);
        let versions = indicator.versions.iter().map(|version| &version.from);
        let limits = indicator.recalculations.iter().map(|one| &one.month);
        let span = indicator
            .begins
            .iter()
            .chain(indicator.ends.iter().map(|end| &end.month));
        let months = targets
            .map(|point| &point.month)
            .chain(versions)
            .chain(limits)
            .chain(span);
        all.extend(months.map(month));
    }
    all
}

fn of_returns<'d>(register: &Register<'d>) -> Vec<Planned<'d>> {
    let mut all = Vec::new();
    for sent in register.documents.returns.iter().map(|filed| &filed.content) {
        let actions = sent
            .actions
            .iter()
            .filter_map(|(_, update)| update.forecast.as_ref());
        let milestones = sent
            .milestones
            .iter()
            .filter_map(|(_, update)| update.forecast.as_ref());
        let back = sent
            .commentary
            .iter()
            .filter_map(|(_, words)| words.back_by.as_ref());
        let matters = sent.matters.iter().map(|matter| &matter.due);
        all.extend(actions.chain(milestones).chain(back).chain(matters).map(day));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{assert_told, told};

    #[test]
    fn what_is_planned_decades_ahead_is_a_slip_in_the_year() {
        for (path, old, new) in [
            (
                "plan.yaml",
                "due: [{ date: 2024-09-30 }]",
                "due: [{ date: 2042-09-30 }]",
            ),
            (
                "plan.yaml",
                "received: 2024-02-20\n    response: The council accepts it. Teams",
                "received: 2042-02-20\n    response: The council accepts it. Teams",
            ),
            ("indicators/assessment.yaml", "month: 2025-03", "month: 2052-03"),
            (
                "indicators/assessment.yaml",
                "zero_tolerance: true",
                "zero_tolerance: true\n    begins: 2042-04",
            ),
            (
                "returns/2024-06/council.yaml",
                "forecast: 2024-07-31",
                "forecast: 2042-07-31",
            ),
            (
                "returns/2024-06/council.yaml",
                "due: 2024-06-30",
                "due: 2042-06-30",
            ),
            (
                "returns/2024-04/council.yaml",
                "back_by: 2024-05-31",
                "back_by: 2042-05-31",
            ),
            (
                "chair/2024-06.yaml",
                "next_test: 2024-12-31",
                "next_test: 2042-12-31",
            ),
            ("chair/2024-06.yaml", "by: 2024-12-20", "by: 2042-12-20"),
        ] {
            assert_told(
                &told(judge, path, old, new),
                path,
                "years after the month of excellence, March 2025",
            );
        }
        let sound = told(
            judge,
            "plan.yaml",
            "due: [{ date: 2024-09-30 }]",
            "due: [{ date: 2030-03-31 }]",
        );
        assert_eq!(sound, [""; 0]);
    }

    #[test]
    fn nothing_begins_decades_before_the_first_paper() {
        let start = told(judge, "plan.yaml", "start: 2024-09-02", "start: 2004-09-02");
        assert_told(
            &start,
            "plan.yaml «2004-09-02» unlikely-date",
            "19 years before the month of the first paper, April 2024",
        );
    }

    #[test]
    fn excellence_comes_after_the_first_paper() {
        let told = told(
            judge,
            "programme.yaml",
            "  date: 2025-03-31",
            "  date: 2024-03-31",
        );
        assert_told(
            &told,
            "programme.yaml «2024-03-31» unlikely-date",
            "before the first paper",
        );
    }
}
