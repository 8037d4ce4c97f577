//! Rule: who contributes a figure that is among the exceptions says why. Knows which exceptions have words beside them; what the
//! words are worth is for the board to judge.

use crate::analysis::Assessment;
use crate::analysis::exceptions::{Exception, Subject};
use crate::analysis::explanation::explanation;
use crate::analysis::indicator::Assessed;
use crate::analysis::series::{Gap, Observation, Reading, Supplier};
use crate::finding::{Code, Finding, Findings, quoted};
use crate::place::Place;
use crate::words;

/// Tells of exceptions whose figure came in a return of the month, and which nobody explains.
pub(super) fn findings(assessment: &Assessment<'_>) -> Findings {
    let exceptions = assessment.exceptions.iter();
    exceptions
        .filter(|exception| !explanation(assessment, exception).is_given())
        .filter_map(|exception| unexplained(assessment, exception))
        .collect()
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

/// Where the figure stands that a return of the paper's month brought. A return that has not come explains nothing.
fn figure_of_month<'p>(assessment: &Assessment<'p>, assessed: &Assessed<'p>) -> Option<&'p Place> {
    let current: &Observation<'p> = assessed.current()?;
    let origin = match &current.reading {
        Reading::Known(known) => known.origin,
        Reading::Absent(Gap::Stated { origin, .. } | Gap::NothingToMeasure(origin)) => *origin,
        Reading::Absent(Gap::NoReturn | Gap::LeftOut | Gap::NotOwed) => return None,
    };
    match origin.supplier {
        Supplier::Return(sent) if *sent.month.value() == assessment.occasion.period => Some(origin.place),
        Supplier::Return(_) | Supplier::Correction(..) | Supplier::History => None,
    }
}
