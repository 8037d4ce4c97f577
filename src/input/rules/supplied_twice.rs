//! Rule: what the returns of a month bring comes once, whoever sends it; what is in the history is in no return.

use crate::domain::{Entries, Id, Located, Month, Return};
use crate::finding::{Code, Finding, quoted};
use crate::input::register::Register;
use crate::input::told::Told;
use crate::place::Place;
use std::collections::BTreeMap;

/// What a return may bring of something that has a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Brought {
    Figure,
    Commentary,
    Correction,
    Action,
    Milestone,
    Risk,
    Issue,
    Spend,
}

impl Brought {
    fn words(self) -> &'static str {
        match self {
            Self::Figure => "the figure of",
            Self::Commentary => "the commentary on",
            Self::Correction => "a correction of",
            Self::Action => "the update of action",
            Self::Milestone => "the update of milestone",
            Self::Risk => "the score of risk",
            Self::Issue => "the update of issue",
            Self::Spend => "the spend of",
        }
    }
}

/// Tells of everything that comes a second time, with both places.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    let mut first: BTreeMap<_, &Place> = BTreeMap::new();
    let mut words: BTreeMap<Month, &Place> = BTreeMap::new();
    for figure in register.history() {
        first.insert(
            (
                Brought::Figure,
                figure.indicator.value(),
                figure.month,
                figure.month,
            ),
            figure.place,
        );
    }
    for filed in &register.documents.returns {
        for (what, id, month) in brought(register, &filed.content, filed.month) {
            // A figure comes once, in whatever month; a correction of it may be followed by another in a later month.
            let come = if what == Brought::Figure {
                month
            } else {
                filed.month
            };
            if let Some(earlier) = first.insert((what, id.value(), month, come), id.place()) {
                findings.push(twice(
                    what.words(),
                    id.value().as_str(),
                    month,
                    id.place(),
                    earlier,
                ));
            }
        }
        if let Some(place) = filed.content.words.as_ref().map(|words| words.summary.place())
            && let Some(earlier) = words.insert(filed.month, place)
        {
            findings.push(twice("the words of", "director", filed.month, place, earlier));
        }
    }
}

/// Everything with a name that a return of `month` brings, with the month that it is about.
fn brought<'d>(
    register: &Register<'_>,
    sent: &'d Return,
    month: Month,
) -> Vec<(Brought, &'d Located<Id>, Month)> {
    let figures = keys(&sent.figures).into_iter();
    let mut all: Vec<_> = figures
        .map(|id| (Brought::Figure, id, register.figure_month(id.value(), month)))
        .collect();
    let mut add = |what, ids: Vec<_>| all.extend(ids.into_iter().map(|id| (what, id, month)));
    add(Brought::Commentary, keys(&sent.commentary));
    add(Brought::Action, keys(&sent.actions));
    add(Brought::Milestone, keys(&sent.milestones));
    add(Brought::Risk, keys(&sent.risks));
    add(Brought::Issue, keys(&sent.issues));
    add(Brought::Spend, keys(&sent.spend));
    let corrections = sent.corrections.iter();
    all.extend(corrections.map(|it| (Brought::Correction, &it.indicator, *it.month.value())));
    all
}

fn keys<V>(entries: &Entries<Id, V>) -> Vec<&Located<Id>> {
    entries.iter().map(|(id, _)| id).collect()
}

fn twice(what: &str, id: &str, month: Month, place: &Place, earlier: &Place) -> Finding {
    let message = format!("{what} {} for {month} comes twice", quoted(id));
    let finding = Finding::new(Code::SuppliedTwice, message)
        .at(place)
        .also(earlier, "the first");
    finding.help("keep one; what is known better later is a correction in a later month's return")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{Inputs, assert_told, told};

    const COUNCIL: &str = "returns/2024-05/council.yaml";
    const HEALTH: &str = "returns/2024-05/health.yaml";

    #[test]
    fn a_figure_in_two_returns_of_a_month_is_told_with_both_places() {
        let told = told(judge, HEALTH, "figures:\n", "figures:\n  unallocated_cases: 0\n");
        assert_told(
            &told,
            "returns/2024-05/health.yaml «unallocated_cases» supplied-twice",
            "`unallocated_cases` for May 2024",
        );
    }

    #[test]
    fn updates_commentary_and_words_come_once_as_well() {
        let added = "actions:\n  a1_1: { state: in_progress }\n";
        assert_told(
            &told(judge, HEALTH, "actions:\n", added),
            HEALTH,
            "the update of action `a1_1`",
        );
        let added = "commentary:\n  repeat_plans: Nothing.\nactions:\n";
        assert_told(
            &told(judge, HEALTH, "actions:\n", added),
            HEALTH,
            "the commentary on `repeat_plans`",
        );
        let added = "words: { summary: All is well. }\nactions:\n";
        assert_told(
            &told(judge, HEALTH, "actions:\n", added),
            HEALTH,
            "the words of `director`",
        );
    }

    #[test]
    fn a_figure_of_the_history_is_in_no_return() {
        let told = told(judge, "history.yaml", "    2023-04: 41\n", "    2024-06: 41\n");
        assert_told(
            &told,
            "returns/2024-06/health.yaml",
            "`health_referrals` for June 2024",
        );
    }

    #[test]
    fn a_figure_that_lags_is_in_the_history_or_in_the_return_after_its_month() {
        let lagging = Inputs::neutral().replace(
            "indicators/assessment.yaml",
            "id: health_referrals\n",
            "id: health_referrals\n    lag: 1\n",
        );
        assert_told(
            &lagging.told_by(judge),
            "returns/2024-04/health.yaml",
            "`health_referrals` for March 2024 comes twice",
        );
    }

    #[test]
    fn a_month_is_corrected_once_in_the_returns_of_a_month_and_again_in_another() {
        let correction = "corrections:\n  - { month: 2024-04, indicator: assessments_in_time, missing: not_available, reason: x }\n";
        let again = |path| told(judge, path, "actions:\n", &format!("{correction}actions:\n"));
        assert_eq!(again(HEALTH), Vec::<String>::new());
        let twice = Inputs::neutral().replace(COUNCIL, "actions:\n", &format!("{correction}actions:\n"));
        let twice = twice.replace(HEALTH, "actions:\n", &format!("{correction}actions:\n"));
        assert_told(
            &twice.told_by(judge),
            HEALTH,
            "a correction of `assessments_in_time` for April 2024",
        );
    }
}
