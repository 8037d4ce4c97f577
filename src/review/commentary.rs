//! Rule: who contributes a figure that is among the exceptions says why. Knows which exceptions have words beside them; what the
//! words are worth is for the board to judge.

use crate::analysis::Assessment;
use crate::analysis::exceptions::{Exception, Rule, Subject};
use crate::analysis::indicator::Assessed;
use crate::analysis::series::{Gap, Observation, Reading, Supplier};
use crate::domain::Id;
use crate::finding::{Code, Finding, Findings, quoted};
use crate::place::Place;
use crate::words;
use std::collections::BTreeSet;

/// For how many months words hold on a process that will not reach its end target: that is no news of the month, and its answer is
/// the plan's. From one quarterly meeting of the board to the next somebody should have spoken of it.
const MONTHS_OF_A_SLOW_MATTER: i32 = 3;

/// Tells of exceptions whose figure came in a return of the month, and which nobody explains.
pub(super) fn findings(assessment: &Assessment<'_>) -> Findings {
    let said = Said::of(assessment);
    let exceptions = assessment.exceptions.iter();
    exceptions
        .filter(|exception| !said.explains(exception))
        .filter_map(|exception| unexplained(assessment, exception))
        .collect()
}

/// The indicators that returns speak of.
struct Said<'p> {
    in_month: BTreeSet<&'p Id>,
    in_quarter: BTreeSet<&'p Id>,
}

impl<'p> Said<'p> {
    fn of(assessment: &Assessment<'p>) -> Self {
        let since = |months: i32| {
            let period = assessment.occasion.period;
            let returns = assessment.programme.returns.iter();
            let recent =
                returns.filter(move |sent| (0..months).contains(&period.months_since(*sent.month.value())));
            let commentary = recent.flat_map(|sent| sent.commentary.iter());
            commentary.map(|(id, _)| id.value()).collect()
        };
        Self {
            in_month: since(1),
            in_quarter: since(MONTHS_OF_A_SLOW_MATTER),
        }
    }

    fn explains(&self, exception: &Exception<'_>) -> bool {
        let said = match exception.rule {
            Rule::EndTargetOutOfReach => &self.in_quarter,
            Rule::ZeroToleranceBreach
            | Rule::MissingData
            | Rule::ConcernOutsideLimits
            | Rule::ConcernSignal
            | Rule::Unusual
            | Rule::OffTargetTwice
            | Rule::ActionRed
            | Rule::MilestoneMissed => &self.in_month,
        };
        said.contains(exception.subject.id())
    }
}

fn unexplained(assessment: &Assessment<'_>, exception: &Exception<'_>) -> Option<Finding> {
    let Subject::Indicator(indicator) = exception.subject else {
        return None;
    };
    let id = indicator.id.value();
    let place = figure_of_month(assessment, assessment.indicator(id)?)?;
    let (name, month) = (quoted(id.as_str()), assessment.occasion.period);
    let message = format!(
        "{name} is among the exceptions of {month}, and nobody says why: {}",
        words::uncapitalised(exception.rule.words())
    );
    let finding = Finding::new(Code::MissingCommentary, message).at(place);
    Some(finding.help(format!(
        "say under `commentary` of the return what happened to {name} and what is being done"
    )))
}

/// Where the figure stands that a return of the paper's month brought. A return that has not come explains nothing, and a typed
/// absence with a note is explained by it.
fn figure_of_month<'p>(assessment: &Assessment<'p>, assessed: &Assessed<'p>) -> Option<&'p Place> {
    let current: &Observation<'p> = assessed.current()?;
    let origin = match &current.reading {
        Reading::Known(known) => known.origin,
        Reading::Absent(
            Gap::Stated {
                note: None, origin, ..
            }
            | Gap::NothingToMeasure(origin),
        ) => *origin,
        Reading::Absent(Gap::Stated { note: Some(_), .. } | Gap::NoReturn | Gap::LeftOut | Gap::NotOwed) => {
            return None;
        }
    };
    match origin.supplier {
        Supplier::Return(sent) if *sent.month.value() == assessment.occasion.period => Some(origin.place),
        Supplier::Return(_) | Supplier::Correction(..) | Supplier::History => None,
    }
}
